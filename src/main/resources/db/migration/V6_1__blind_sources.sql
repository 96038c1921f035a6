-- Which connected sources were not read lately or fail: few, as a rule, among many.
create index source_read on source (connected, read_at);
create index source_failing on source (connected, failing_since);
