create view attributed_entry as
select e.*,
    (select d.actor from audit_entry d where d.decision_id = e.decision_id and d.action in ('ACCEPT', 'REJECT') order by d.seq limit 1)
        as decided_by,
    (select d.action from audit_entry d where d.decision_id = e.decision_id and d.action in ('ACCEPT', 'REJECT') order by d.seq limit 1)
        as decided_action
from audit_entry e;
comment on view attributed_entry is 'The audit log; entries about a decision also have its user and its action, as its first entry states them';

create view confirmed_decision as
select * from attributed_entry where outcome = 'CONFIRMED' and decision_id is not null;
comment on view confirmed_decision is 'The decisions that AWS confirmed, each as the entry that says so; all numbers, lists and downloads of decisions read it';

create index entry_reported on audit_entry (outcome, at) where outcome in ('CONFIRMED', 'EXPIRED');
comment on index entry_reported is 'The outcomes that the overview counts by period';

alter table verification add checkpoint_seq bigint;
comment on column verification.checkpoint_seq is 'The last entry that a checkpoint covered; null if no checkpoint covered an entry';
update verification set checkpoint_seq = (select max(entry_seq) from checkpoint where made_at = checkpoint_at);
