-- What the queue is sorted by unless somebody asks otherwise: first the six hours in which it was first seen, then its rank
-- (0 to 3: more than reading or not, owner inside or not), then the time within those hours. Priority.java makes it.
alter table invitation add column priority bigint default 0 not null;
-- the last warning given: so many hours before the bound; 168, its whole life, where none was given yet
alter table invitation add column warned_hours smallint default 168 not null;

update invitation set priority =
    (cast(floor(extract(epoch from first_seen_at) * 1000) as bigint) / 21600000 * 4
        + case when permission is null or permission = 'READONLY' then 2 else 0 end) * 21600000
    + mod(cast(floor(extract(epoch from first_seen_at) * 1000) as bigint), 21600000);

create index invitation_priority on invitation (state, priority, invitation_id);
create index invitation_type_priority on invitation (state, resource_type, priority, invitation_id);
create index invitation_warned on invitation (state, warned_hours, first_seen_at);
create index invitation_owner on invitation (shared_by, state);
create index decision_owner on decision (shared_by, state);
create index decision_answered on decision (state, answered_at);

-- What leads know of accounts that share with us.
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

-- All accounts known to be inside the organization, from wherever that is known: for the order of the queue.
create table inside_account (
    account_id  varchar(12) not null primary key
);
