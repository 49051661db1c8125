-- A link with a quote and what it says about the claim. Removed evidence stays as a row: history refers to it.
create table evidence (
    id          uuid primary key,
    claim_id    uuid not null references claim,
    round       int not null,
    number      int not null check (number > 0),
    position    int not null check (position > 0),
    url         text not null check (char_length(url) <= 2048),
    title       text not null check (char_length(title) between 1 and 500),
    quote       text check (char_length(quote) <= 5000),
    stance      text not null check (stance in ('SUPPORTS', 'REFUTES', 'CONTEXT')),
    source      text not null check (source in ('PRIMARY', 'SECONDARY')),
    note        text check (char_length(note) <= 5000),
    added_by    uuid not null references person,
    added_at    timestamptz not null,
    removed_at  timestamptz,
    version     bigint not null default 0,
    -- What [n] in a rationale refers to: stays with the piece whatever its place in the list, and is never given again.
    unique (claim_id, number)
);
create index evidence_claim on evidence (claim_id, position, id);

select audit_guard('evidence', 'CLAIM', 'claim_id');
