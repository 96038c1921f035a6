alter table decision add column unclear_at timestamp(3) with time zone;
comment on column decision.unclear_at is 'Since then it was sent without a clear answer, even if a later read of AWS settled it; null if it was never unclear';
update decision set unclear_at = entry.at from audit_entry entry
where entry.decision_id = decision.id and entry.outcome = 'UNKNOWN' and entry.action in ('ACCEPT', 'REJECT');
