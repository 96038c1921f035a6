-- written since the first version, and never read
alter table source drop column pending;
alter table verification drop column checkpoint_at;
