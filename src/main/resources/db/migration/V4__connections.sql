-- AWS accounts that admins connected in the browser. Those of the configuration are not in it.
create table connection (
    account_id        varchar(12)                 not null primary key,
    name              varchar(100)                not null,
    -- a person chose the name, so that an import leaves it alone
    named_here        boolean                     not null,
    aws_partition     varchar(20)                 not null,
    role_arn          varchar(700),
    decider_role_arn  varchar(700),
    -- kept while there is no role: the role is made with it
    external_id       varchar(1224)               not null,
    paused            boolean                     not null,
    version           integer                     not null,
    changed_at        timestamp(3) with time zone not null,
    changed_by        varchar(64)                 not null
);

create table connection_region (
    account_id  varchar(12) not null references connection on delete cascade,
    region      varchar(30) not null,
    primary key (account_id, region)
);

-- The accounts of the AWS organization, as they were at the last import.
create table organization_account (
    account_id  varchar(12)                 not null primary key,
    name        varchar(100)                not null,
    state       varchar(100)                not null,
    listed_at   timestamp(3) with time zone not null
);

-- One row, raised with every change of the tables above: replicas ask it whether what they remember still holds.
create table connection_version (
    version  bigint not null
);
insert into connection_version (version) values (0);
