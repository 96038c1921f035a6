-- Entries, checkpoints and keys are added and read. An entry may be changed once: when it is chained.
-- No trigger is needed against truncate: H2 refuses it for tables that a foreign key refers to.
create trigger entry_kept before update, delete on entry for each row call 'io.countersign.history.KeptRows';
create trigger checkpoint_kept before update, delete on checkpoint for each row call 'io.countersign.history.KeptRows';
create trigger signing_key_kept before update, delete on signing_key for each row call 'io.countersign.history.KeptRows';
