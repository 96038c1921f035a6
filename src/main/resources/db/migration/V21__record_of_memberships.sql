alter table connection add column added_by varchar(254);
comment on column connection.added_by is
    'The user who chose the account and its reader role; null if no single user did, or an earlier version added the connection';

-- the values now include the accounts of the organization: without these rows, the next start would find each as a change
insert into effective_value (kind, subject, value)
select 'MEMBERSHIP', account_id, 'internal' from organization_account
where exists (select 1 from effective_value where kind = 'MEMBERSHIP' and subject = '')
on conflict do nothing;
