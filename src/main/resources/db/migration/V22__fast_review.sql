create table review_preference (
    person  varchar(254) not null primary key
);
comment on table review_preference is 'The users who want the next invitation to open after each decision';

create index decision_person on decision (person, id);
comment on index decision_person is 'Finds the last reason of a user';
create index proposal_by on proposal (person, id);
comment on index proposal_by is 'Finds the last reason of a user';
