-- Why the last verification ended without a result; null if it has one.
alter table verification add column failure varchar(500);
-- Where a checkpoint was placed: in another place it has to be placed again.
alter table placement add column place varchar(500);
