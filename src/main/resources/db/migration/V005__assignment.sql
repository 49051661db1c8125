-- Who checks a claim, until when, in which round. An ended assignment stays: its holder remains a contributor.
create table assignment (
    id          uuid primary key,
    claim_id    uuid not null references claim,
    round       int not null,
    assignee_id uuid not null references person,
    assigned_by uuid not null references person,
    assigned_at timestamptz not null,
    due_at      timestamptz not null,
    ended_at    timestamptz,
    ending      text check (ending in ('RELEASED', 'REASSIGNED', 'DONE')),
    version     bigint not null default 0,
    check ((ended_at is null) = (ending is null))
);
create unique index assignment_open on assignment (claim_id) where ended_at is null;
create index assignment_assignee on assignment (assignee_id, due_at, id) where ended_at is null;
create index assignment_claim on assignment (claim_id, id);

select audit_guard('assignment', 'CLAIM', 'claim_id');
