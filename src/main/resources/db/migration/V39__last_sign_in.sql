create index entry_sign_in on audit_entry (lower(actor collate "C"), seq)
    where action = 'SIGN_IN' and outcome = 'DONE' and message is distinct from 'password confirmed';
comment on index entry_sign_in is 'The last sign-in of each user, for the list of users';
