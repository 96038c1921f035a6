-- without last_seen_at, which each poll changes for all pending invitations: such an update writes to no index
create index invitation_waiting on invitation (account_id, region, shared_by, first_seen_at)
    where state = 'PENDING' and not held and proposed_by is null;
comment on index invitation_waiting is 'Counts the pending invitations by account, Region, owner and age, mostly without reading the table';
