-- db-scheduler's table: which source is read when, and by which replica just now.
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
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- when it is read next, if nobody asks before
alter table source add column next_at timestamp(3) with time zone;
-- somebody asked for a read that begins at or after this moment
alter table source add column wanted_at timestamp(3) with time zone;
alter table source add column failures integer default 0 not null;
alter table source add column pending integer default 0 not null;

alter table invitation add column gone_confidence varchar(10);
alter table invitation add column gone_evidence varchar(500);
