-- Answers to keyed API requests, kept for a while so that a repetition acts once. Not part of the desk's state: no audit guard.
-- id and request are SHA-256 digests; the body is what the same sender was answered before.
create table kept_answer (
    id         text primary key check (id ~ '^[0-9a-f]{64}$'),
    request    text not null check (request ~ '^[0-9a-f]{64}$'),
    status     int not null check (status between 200 and 299),
    headers    jsonb not null,
    body       bytea,
    expires_at timestamptz not null
);
create index kept_answer_expires on kept_answer (expires_at);
