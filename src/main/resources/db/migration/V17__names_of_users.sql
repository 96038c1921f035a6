-- email addresses have up to 254 characters
alter table person alter column name type varchar(254);
alter table connection alter column changed_by type varchar(254);
alter table owner_account alter column changed_by type varchar(254);
alter table team alter column changed_by type varchar(254);
alter table team_member alter column person type varchar(254);
alter table claim alter column person type varchar(254), alter column given_by type varchar(254);
alter table invitation_comment alter column person type varchar(254);
alter table mention alter column person type varchar(254);
alter table delegation
    alter column person type varchar(254),
    alter column delegate type varchar(254),
    alter column ended_by type varchar(254);
alter table proposal
    alter column person type varchar(254),
    alter column in_place_of type varchar(254),
    alter column answered_by type varchar(254),
    alter column answered_in_place_of type varchar(254);
alter table decision
    alter column person type varchar(254),
    alter column in_place_of type varchar(254),
    alter column withdrawn_by type varchar(254);
alter table skipped_approver alter column person type varchar(254);
alter table reason_template alter column changed_by type varchar(254);
alter table batch alter column person type varchar(254), alter column stopped_by type varchar(254);
alter table saved_view alter column person type varchar(254);
alter table default_view alter column person type varchar(254);
alter table audit_entry alter column actor type varchar(254);
alter table spring_session alter column principal_name type varchar(254);
alter table effective_value alter column subject type varchar(254);
alter table value_change alter column subject type varchar(254);

-- names are ASCII, so lower case is the whole rule; the collation "C" keeps it independent of the language of the database
alter table person add name_key varchar(254) generated always as (lower(name collate "C")) stored;
comment on column person.name_key is 'Equal for all spellings of a name; a typed name is compared with it';

-- earlier versions took each spelling for a user of its own: the one that was configured last stays enabled
update person p set enabled = false
where enabled and exists (
    select 1 from person other
    where other.enabled and other.name_key = p.name_key and (other.changed_at, other.name) > (p.changed_at, p.name));
create unique index person_name_key on person (name_key) where enabled;
comment on index person_name_key is 'One enabled user per name, also while two replicas start with different spellings';

drop index entry_actor;
create index entry_actor on audit_entry (lower(actor collate "C"), seq);
