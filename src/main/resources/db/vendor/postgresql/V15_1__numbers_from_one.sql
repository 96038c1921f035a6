-- Entries are counted from 1. What is there already is not checked here, but by verification.
alter table entry add constraint entry_counted check (seq > 0) not valid;
