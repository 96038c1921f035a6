alter table decision
    add caller_kind varchar(20)
        constraint decision_caller_kind check (caller_kind in ('ROLE', 'KEYS', 'PROCESS', 'UNRECORDED')),
    add caller varchar(2048),
    add session_name varchar(64),
    add source_identity varchar(64);
comment on column decision.caller_kind is
    'How the call was signed, stored right before it was sent; null if no call was made';
comment on column decision.caller is 'The ARN of the role session, or the ID of the access key that identifies no person';
comment on column decision.session_name is 'The name of the role session; null without a role';
comment on column decision.source_identity is 'The source identity that STS returned for the role session';
update decision set caller_kind = 'UNRECORDED' where sent_at is not null and failure_kind is distinct from 'STOPPED';
