create table audit_entry (
    seq            bigint                      not null primary key constraint entry_counted check (seq > 0),
    at             timestamp(3) with time zone not null,
    actor          varchar(64)                 not null,
    action         varchar(20)                 not null,
    outcome        varchar(20)                 not null,
    invitation_id  varchar(32),
    decision_id    bigint,
    resource_type  varchar(100),
    resource_name  varchar(1000),
    resource_id    varchar(2100),
    owner          varchar(100),
    account_id     varchar(12),
    region         varchar(30),
    permission     varchar(100),
    reason         varchar(1000),
    message        varchar(2000),
    request_id     varchar(200),
    format         smallint,
    previous       varchar(64),
    hash           varchar(64)
);
comment on table audit_entry is 'The audit log: append-only, without foreign keys, because it outlives the rows that it describes';
comment on column audit_entry.seq is 'Counted from 1 without gaps by the chain';
comment on column audit_entry.format is 'Version of the hashed format, see src/docs/record-format.md';
comment on column audit_entry.previous is 'Hash of the entry before';
create index entry_at on audit_entry (at);
create index entry_actor on audit_entry (actor, seq);
create index entry_action on audit_entry (action, outcome, seq);
create index entry_account on audit_entry (account_id, region, seq);
create index entry_invitation on audit_entry (invitation_id, seq);
create index entry_decision on audit_entry (decision_id, seq);
create index entry_owner on audit_entry (owner, seq);

create table chain_head (
    seq   bigint      not null,
    hash  varchar(64) not null
);
comment on table chain_head is 'One row, the last entry; each append locks it';
insert into chain_head (seq, hash) values (0, repeat('0', 64));

create table signing_key (
    id          varchar(32)                 not null primary key,
    public_key  varchar(100)                not null,
    since       timestamp(3) with time zone not null
);
comment on table signing_key is 'All keys that ever signed, so that old signatures can be verified';

create table checkpoint (
    number      bigint                      not null primary key,
    entry_seq   bigint                      not null references audit_entry,
    made_at     timestamp(3) with time zone not null,
    signed      varchar(1000)               not null,
    key_id      varchar(32)                 not null references signing_key,
    signature   varchar(100)                not null
);
comment on table checkpoint is 'Signed states of the audit log';
comment on column checkpoint.signed is 'Exactly the text that is signed';
create index checkpoint_entry on checkpoint (entry_seq);

create table checkpoint_publication (
    checkpoint  bigint                      not null primary key references checkpoint,
    place       varchar(500),
    placed_at   timestamp(3) with time zone,
    tried_at    timestamp(3) with time zone,
    failure     varchar(500)
);
comment on table checkpoint_publication is 'Copies of checkpoints to a location where the application cannot delete them';
comment on column checkpoint_publication.place is 'A checkpoint is copied again after the location changes';

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
    notes          varchar(2000),
    failure        varchar(500)
);
comment on table verification is 'One row: the result of the last verification, or the progress of the current one';
comment on column verification.failure is 'Why the last verification ended without a result';
insert into verification (checked, total, verified_seq) values (0, 0, 0);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is refused: rows of % are added and read, never changed', tg_op, tg_table_name;
end
$$;
comment on function refuse_change() is 'Keeps tables append-only';

-- an entry is changed at most once: when it joins the chain
create trigger entry_not_updated before update on audit_entry for each row when (old.hash is not null)
    execute function refuse_change();
create trigger entry_not_deleted before delete on audit_entry for each row execute function refuse_change();
create trigger entry_not_truncated before truncate on audit_entry for each statement execute function refuse_change();

create trigger checkpoint_kept before update or delete on checkpoint for each row execute function refuse_change();
create trigger checkpoint_not_truncated before truncate on checkpoint for each statement execute function refuse_change();

create trigger signing_key_kept before update or delete on signing_key for each row execute function refuse_change();
create trigger signing_key_not_truncated before truncate on signing_key for each statement execute function refuse_change();
