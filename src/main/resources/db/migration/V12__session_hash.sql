-- the stored IDs of earlier versions are valid cookies
delete from spring_session;
alter table spring_session alter column session_id type varchar(64);
comment on column spring_session.session_id is 'SHA-256 of the session ID, in hexadecimal';
