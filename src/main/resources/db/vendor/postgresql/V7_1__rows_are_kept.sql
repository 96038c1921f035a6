-- Entries, checkpoints and keys are added and read. An entry may be changed once: when it is chained.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is refused: rows of % are added and read, never changed', tg_op, tg_table_name;
end
$$;

create trigger entry_not_updated before update on entry for each row when (old.hash is not null)
    execute function refuse_change();
create trigger entry_not_deleted before delete on entry for each row execute function refuse_change();
create trigger entry_not_truncated before truncate on entry for each statement execute function refuse_change();

create trigger checkpoint_kept before update or delete on checkpoint for each row execute function refuse_change();
create trigger checkpoint_not_truncated before truncate on checkpoint for each statement execute function refuse_change();

create trigger signing_key_kept before update or delete on signing_key for each row execute function refuse_change();
create trigger signing_key_not_truncated before truncate on signing_key for each statement execute function refuse_change();
