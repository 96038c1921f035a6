-- Whether the source is among the connections now, so that coverage can be counted where the rows are.
alter table source add column connected boolean default true not null;

-- Counts and pages of one resource type.
create index invitation_type on invitation (state, resource_type, first_seen_at, invitation_id);
