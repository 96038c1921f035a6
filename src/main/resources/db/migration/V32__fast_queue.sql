-- each poll changes last_seen_at of all pending invitations; if an index contained it, each poll would write to all indexes
drop index invitation_gone;
alter table invitation add column gone_seen_at timestamp(3) with time zone
    generated always as (case when state = 'GONE' then last_seen_at end) stored;
comment on column invitation.gone_seen_at is 'The last_seen_at of a gone invitation, for the order of their tab';
create index invitation_gone on invitation (gone_seen_at, invitation_id) where state = 'GONE';

create index invitation_name on invitation (lower(coalesce(resource_name, '')), invitation_id) where state = 'PENDING';
create index invitation_by_owner on invitation (coalesce(shared_by, ''), invitation_id) where state = 'PENDING';
create index invitation_recipient on invitation ((account_id || region), invitation_id) where state = 'PENDING';
create index invitation_permission on invitation (coalesce(permission, ''), invitation_id) where state = 'PENDING';

create index invitation_shared on invitation (shared_by, resource_start, priority, invitation_id)
    include (account_id, region) where state = 'PENDING';
comment on index invitation_shared is 'Steps from resource to resource, and reads the first invitations to each';
create index invitation_unshared on invitation (priority, invitation_id)
    where state = 'PENDING' and (shared_by is null or resource_id is null);
comment on index invitation_unshared is 'The invitations of which AWS did not give the resource or the owner';

create function searched_invitation(resource_name text, resource_id text, shared_with text, invitation_id text)
returns text language sql immutable parallel safe as $$
select lower(coalesce(resource_name, '') || E'\x1f' || coalesce(resource_id, '') || E'\x1f' || coalesce(shared_with, '')
    || E'\x1f' || invitation_id)
$$;
comment on function searched_invitation(text, text, text, text) is
    'The text of an invitation that the queue searches. No field contains the separator, so no match spans two fields';

-- without the extension, which V30 creates where it may, a search reads all invitations
do $$
declare place text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
    if place is not null then
        execute 'create index invitation_text on invitation using gin'
            ' (searched_invitation(resource_name, resource_id, shared_with, invitation_id) ' || place || '.gin_trgm_ops)';
    end if;
end
$$;
