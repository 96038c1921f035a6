-- Attempts are counted for a name and a network, for a name, for a network, and for a known device.
delete from sign_in_attempt;
alter table sign_in_attempt rename column name_hash to counter_hash;
alter table sign_in_attempt rename column last_at to started_at;
alter index sign_in_attempt_last rename to sign_in_attempt_started;
comment on table sign_in_attempt is 'Counters of passwords that were checked within a quarter of an hour, also for names that do not exist';
comment on column sign_in_attempt.counter_hash is
    'Keyed hash of what is counted. A typed name may be a password in the wrong field, and an address is personal data';
comment on column sign_in_attempt.started_at is 'When the first of these attempts was made';
