-- each filter of the audit log page reads its newest entries from an index, however rare its value is
create index entry_outcome on audit_entry (outcome, seq);
create index entry_type on audit_entry (resource_type, seq) where resource_type is not null;
create index entry_region on audit_entry (region, seq) where region is not null;
create index entry_permission on audit_entry (permission, seq) where permission is not null;
create index entry_decided on audit_entry (seq) where outcome = 'CONFIRMED' and decision_id is not null;
comment on index entry_decided is 'The entries of confirmed_decision';
create index entry_activity on audit_entry (seq)
    where not (action in ('READ', 'EXPIRY_WARNING') and outcome not in ('FAILED', 'RECOVERED'));
comment on index entry_activity is 'The entries without routine entries of the system, which the page hides at first';

-- the decider writes the first entry of a decision and the one that AWS confirmed it: no other row need be read for these
create or replace view attributed_entry as
select e.*,
    case when e.action in ('ACCEPT', 'REJECT') and e.outcome = 'CONFIRMED' and e.decision_id is not null then e.actor
        else (select d.actor from audit_entry d where d.decision_id = e.decision_id and d.action in ('ACCEPT', 'REJECT') order by d.seq limit 1)
        end as decided_by,
    case when e.action in ('ACCEPT', 'REJECT') and e.decision_id is not null then e.action
        else (select d.action from audit_entry d where d.decision_id = e.decision_id and d.action in ('ACCEPT', 'REJECT') order by d.seq limit 1)
        end as decided_action
from audit_entry e;

create function searched_text(resource_name text, resource_id text, invitation_id text, reason text, message text, request_id text)
returns text language sql immutable parallel safe as $$
select lower(coalesce(resource_name, '') || E'\x1f' || coalesce(resource_id, '') || E'\x1f' || coalesce(invitation_id, '') || E'\x1f'
    || coalesce(reason, '') || E'\x1f' || coalesce(message, '') || E'\x1f' || coalesce(request_id, ''))
$$;
comment on function searched_text(text, text, text, text, text, text) is
    'The text of an entry that the audit log page searches. No field contains the separator, so no match spans two fields';

-- without the extension, a search reads all entries
do $$
begin
    create extension if not exists pg_trgm;
exception when others then
    raise notice 'The text search of the audit log has no index: %', sqlerrm;
end
$$;
do $$
declare place text := (select quote_ident(n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm');
begin
    if place is not null then
        execute 'create index entry_text on audit_entry using gin'
            ' (searched_text(resource_name, resource_id, invitation_id, reason, message, request_id) ' || place || '.gin_trgm_ops)';
    end if;
end
$$;
