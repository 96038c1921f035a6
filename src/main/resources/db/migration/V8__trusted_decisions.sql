-- A decision may be held before it is sent, and is looked after until its effect was seen.
alter table decision add column standing varchar(10);
update decision set standing = state;
drop index decision_sending;
alter table decision drop column state;
alter table decision rename column standing to state;
alter table decision alter column state set not null;
alter table decision add constraint decision_state
    check (state in ('HELD', 'SENDING', 'CONFIRMED', 'FAILED', 'UNKNOWN', 'WITHDRAWN'));

-- until when it may be withdrawn; null where it was never held
alter table decision add column held_until timestamp(3) with time zone;
-- when AWS was listed again before it was sent: the start of that list
alter table decision add column listed_at timestamp(3) with time zone;
-- when it was handed over to be sent
alter table decision add column sent_at timestamp(3) with time zone;
-- whoever withdrew it
alter table decision add column withdrawn_by varchar(64);
-- what AWS showed of its effect when it was last read, in a word and in words
alter table decision add column seen_effect varchar(20);
alter table decision add column seen_text varchar(500);
alter table decision add column seen_at timestamp(3) with time zone;
-- when the desk looks after it next; null where nothing is left to do
alter table decision add column next_at timestamp(3) with time zone;
alter table decision add column tries integer default 0 not null;
create index decision_next on decision (next_at);

update decision set sent_at = decided_at;
-- what an older version left under way is settled by reading AWS
update decision set next_at = decided_at where state in ('SENDING', 'UNKNOWN');

-- the open decision waits and may still be withdrawn
alter table invitation add column held boolean default false not null;

-- What AWS listed before it listed something else: what a person saw can be shown beside what is there now.
create table invitation_past (
    invitation_id  varchar(32)                 not null references invitation,
    -- SHA-256 over what a decision rests on
    fingerprint    varchar(64)                 not null,
    account_id     varchar(12)                 not null,
    region         varchar(30)                 not null,
    resource_type  varchar(100)                not null,
    resource_name  varchar(1000),
    resource_id    varchar(2100),
    shared_by      varchar(100),
    shared_with    varchar(2048),
    permission     varchar(100),
    last_seen_at   timestamp(3) with time zone not null,
    primary key (invitation_id, fingerprint)
);
