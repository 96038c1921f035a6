create table owner_account (
    account_id  varchar(12)                 not null primary key,
    name        varchar(100)                not null,
    membership  varchar(10)                 not null check (membership in ('INSIDE', 'OUTSIDE', 'UNKNOWN')),
    trust       varchar(10)                 not null check (trust in ('NONE', 'TRUSTED', 'BLOCKED')),
    note        varchar(1000),
    version     integer                     not null,
    changed_at  timestamp(3) with time zone not null,
    changed_by  varchar(64)                 not null
);
comment on table owner_account is 'What leads recorded about accounts that own shared resources';
comment on column owner_account.version is 'Counts changes, to detect concurrent edits';

create table internal_account (
    account_id  varchar(12) not null primary key
);
comment on table internal_account is 'Accounts known, from any source, to belong to the organization: for the order of the queue';
