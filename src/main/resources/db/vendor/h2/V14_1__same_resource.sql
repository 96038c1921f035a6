-- What an index can hold of a resource's id, to find invitations to the same resource.
alter table invitation add column resource_start varchar(200) generated always as (substring(resource_id from 1 for 200));
create index invitation_resource on invitation (shared_by, resource_start, state);
