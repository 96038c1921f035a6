-- a filter in percent-encoding is up to nine times as long as its text
alter table batch alter column queue type text;
