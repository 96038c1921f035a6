create table source (
    account_id       varchar(12)                 not null,
    region           varchar(30)                 not null,
    connected        boolean                     not null default true,
    read_at          timestamp(3) with time zone,
    tried_at         timestamp(3) with time zone,
    next_at          timestamp(3) with time zone,
    wanted_at        timestamp(3) with time zone,
    failing_since    timestamp(3) with time zone,
    failures         integer                     not null default 0,
    failure_kind     varchar(30),
    failure_code     varchar(200),
    failure_message  varchar(2000),
    pending          integer                     not null default 0,
    primary key (account_id, region)
);
comment on table source is 'Poll status of each Region of each account';
comment on column source.connected is 'The source is among the connections now; kept here so that the database can count coverage';
comment on column source.read_at is 'Start of the last complete poll';
comment on column source.next_at is 'Next poll unless a user asks earlier';
comment on column source.wanted_at is 'A user asked for a poll that starts at or after this time';
comment on column source.failures is 'Failed polls in a row';
create index source_read on source (read_at) where connected;
create index source_failing on source (failing_since) where connected;

create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(100)             not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(200),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'Jobs that all replicas share: polls, decisions, batches; db-scheduler defines names and columns';
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
