create table connection (
    account_id        varchar(12)                 not null primary key,
    name              varchar(100)                not null,
    named_here        boolean                     not null,
    aws_partition     varchar(20)                 not null,
    role_arn          varchar(700),
    decider_role_arn  varchar(700),
    external_id       varchar(1224)               not null,
    paused            boolean                     not null,
    version           integer                     not null,
    changed_at        timestamp(3) with time zone not null,
    changed_by        varchar(64)                 not null
);
comment on table connection is 'AWS accounts that administrators connected in the browser; connections of the configuration have no row';
comment on column connection.named_here is 'A user chose the name, so an import does not change it';
comment on column connection.external_id is 'Exists before the role, because the role is created with it';
comment on column connection.version is 'Counts changes, to detect concurrent edits';

create table connection_region (
    account_id  varchar(12) not null references connection on delete cascade,
    region      varchar(30) not null,
    primary key (account_id, region)
);
comment on table connection_region is 'Regions that are read in a connected account';

create table organization_account (
    account_id  varchar(12)                 not null primary key,
    name        varchar(100)                not null,
    state       varchar(100)                not null,
    listed_at   timestamp(3) with time zone not null
);
comment on table organization_account is 'Accounts of the AWS organization at the last import';

create table connection_version (
    version  bigint not null
);
comment on table connection_version is
    'One row, incremented with every change of the other tables of this module: replicas compare it with their cache';
insert into connection_version (version) values (0);
