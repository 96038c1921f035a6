-- the queue says how many of a person's proposals were sent back
create index proposal_person on proposal (person, state);
