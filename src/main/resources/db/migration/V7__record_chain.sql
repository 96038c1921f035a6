-- The chain of entries. Its format is in src/docs/record-format.md.
-- Null until an entry is chained; those from before are chained once, at the first start.
alter table entry add column format smallint;
alter table entry add column previous varchar(64);
alter table entry add column hash varchar(64);
-- numbers come from the chain now, without gaps
alter table entry alter column seq drop identity;

-- One row, locked by whoever appends: the last entry.
create table chain_head (
    seq   bigint      not null,
    hash  varchar(64) not null
);
insert into chain_head (seq, hash) values (0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Every key that ever signed, so that what it signed can be checked after it was replaced.
create table signing_key (
    id          varchar(32)                 not null primary key,
    public_key  varchar(100)                not null,
    since       timestamp(3) with time zone not null
);

create table checkpoint (
    number      bigint                      not null primary key,
    entry_seq   bigint                      not null references entry,
    made_at     timestamp(3) with time zone not null,
    -- exactly what is signed
    signed      varchar(1000)               not null,
    key_id      varchar(32)                 not null references signing_key,
    signature   varchar(100)                not null
);
create index checkpoint_entry on checkpoint (entry_seq);

-- Whether a checkpoint has reached the place where the application cannot delete it.
create table placement (
    checkpoint  bigint                      not null primary key references checkpoint,
    placed_at   timestamp(3) with time zone,
    tried_at    timestamp(3) with time zone,
    failure     varchar(500)
);

-- One row: how the record was verified last, or how far that is.
create table verification (
    asked_at       timestamp(3) with time zone,
    started_at     timestamp(3) with time zone,
    checked        bigint                   not null,
    total          bigint                   not null,
    ended_at       timestamp(3) with time zone,
    verified_seq   bigint                   not null,
    checkpoint_at  timestamp(3) with time zone,
    kind           varchar(20),
    bad_seq        bigint,
    detail         varchar(2000),
    notes          varchar(2000)
);
insert into verification (checked, total, verified_seq) values (0, 0, 0);
