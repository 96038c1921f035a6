-- the sessions of earlier versions have no key, so that no page could end them
delete from spring_session;
