create table decided_owner (
    owner  varchar(100) not null primary key
);
comment on table decided_owner is 'Owners with an invitation that was accepted or rejected here; all others are new owners';
insert into decided_owner (owner)
select distinct shared_by from decision where state = 'CONFIRMED' and shared_by is not null;
