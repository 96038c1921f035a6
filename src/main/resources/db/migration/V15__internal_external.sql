-- H2 and PostgreSQL name the check constraint differently, so a new column replaces the old one with its constraint
alter table owner_account rename column membership to former_membership;
alter table owner_account add column membership varchar(10) default 'UNKNOWN' not null
    check (membership in ('INTERNAL', 'EXTERNAL', 'UNKNOWN'));
update owner_account set membership = case former_membership
    when 'INSIDE' then 'INTERNAL' when 'OUTSIDE' then 'EXTERNAL' else 'UNKNOWN' end;
alter table owner_account alter column membership drop default;
alter table owner_account drop column former_membership;
