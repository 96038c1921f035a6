alter table decision add leaves boolean not null default false;
comment on column decision.leaves is 'The user confirmed that the reject ends an access that was accepted outside Countersign';
