alter table source add column enrolled_at timestamp(3) with time zone not null default now();
comment on column source.enrolled_at is 'The time since which the source is connected. A source that was never read counts as failing some minutes after it';
