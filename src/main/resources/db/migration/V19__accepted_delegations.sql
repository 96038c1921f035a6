alter table delegation add column accepted_at timestamp(3) with time zone;
comment on column delegation.accepted_at is
    'When the delegate accepted it; until then it has no effect. Delegations of earlier versions count as not accepted, because no delegate was asked.';
