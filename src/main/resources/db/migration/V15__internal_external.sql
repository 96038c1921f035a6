-- the values use the terms of the glossary
alter table owner_account drop constraint owner_account_membership_check;
update owner_account set membership = case membership
    when 'INSIDE' then 'INTERNAL' when 'OUTSIDE' then 'EXTERNAL' else membership end;
alter table owner_account add constraint owner_account_membership_check
    check (membership in ('INTERNAL', 'EXTERNAL', 'UNKNOWN'));
