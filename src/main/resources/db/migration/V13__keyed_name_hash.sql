-- the hashes of earlier versions have no key: a reader can test guesses
delete from sign_in_attempt;
comment on column sign_in_attempt.name_hash is 'Keyed hash of the name, which may be a password that was typed into the wrong field';
