-- What people and programs sent in lots: work lists, which the desk goes through in the background. Not part of the desk's state: what
-- becomes of a row, an article or a claim, writes its own events. Lists are forgotten some weeks after their end.
create table intake_job (
    id             uuid primary key,
    kind           text not null check (kind in ('ADDRESSES', 'BATCH', 'CSV', 'JSON', 'CHECK', 'FEED')),
    name           text not null check (char_length(name) between 1 and 300),
    asked_by       uuid not null references person,
    authentication text not null,
    asked_at       timestamptz not null,
    -- DRAFT: looked at and not begun; nothing of it is saved yet.
    state          text not null check (state in ('DRAFT', 'RUNNING', 'DONE', 'CANCELLED')),
    ended_at       timestamptz,
    check ((state in ('DONE', 'CANCELLED')) = (ended_at is not null))
);
create index intake_job_asker on intake_job (asked_by, id desc);
create index intake_job_running on intake_job (id) where state = 'RUNNING';

create table intake_item (
    id          uuid primary key,
    job_id      uuid not null references intake_job on delete cascade,
    position    int not null check (position > 0),
    -- What the row says, by field. Once an article holds it, its words are taken out here, so that an erasure need not look for them.
    input       jsonb not null,
    original    bytea,
    state       text not null
                check (state in ('CHECKED', 'WAITING', 'RUNNING', 'READY', 'NEW', 'KNOWN', 'FAILED', 'CANCELLED')),
    -- Why, as a stable code and as a sentence.
    reason      text check (char_length(reason) <= 100),
    detail      text check (char_length(detail) <= 1000),
    article_id  uuid references article,
    claim_id    uuid references claim,
    capture_id  uuid,
    -- How often somebody began it since it was put in the list; 0 where reading it was enough to refuse it.
    attempts    int not null default 0,
    -- RUNNING: until then it is somebody's, afterwards anybody's. WAITING: not before.
    lease_until timestamptz,
    unique (job_id, position),
    check (state <> 'FAILED' or reason is not null),
    check (state <> 'RUNNING' or lease_until is not null)
);
-- By position first: of two lists each gets its turn, and a short one need not wait for the end of a long one.
create index intake_item_open on intake_item (position, id) where state in ('WAITING', 'RUNNING');
create index intake_item_state on intake_item (job_id, state, position);

-- Feeds that the desk follows. Who added, changed or removed one is part of the history; a removed one stays as a row.
create table feed (
    id            uuid primary key,
    name          text not null check (char_length(name) between 1 and 300),
    url           text not null check (char_length(url) between 1 and 2048),
    every_minutes int not null check (every_minutes between 5 and 1440),
    state         text not null check (state in ('FOLLOWED', 'PAUSED', 'REMOVED')),
    added_by      uuid not null references person,
    added_at      timestamptz not null,
    version       bigint not null default 0
);
create unique index feed_url on feed (url) where state <> 'REMOVED';
select audit_guard('feed', 'SOURCE', 'id');
select audit_rows_build();

-- What the desk last saw of a feed. Changes at every look and says nothing about the desk.
create table feed_look (
    feed_id   uuid primary key references feed,
    next_at   timestamptz not null,
    looked_at timestamptz,
    entries   int,
    -- Why the last look failed, as a sentence; null when it did not.
    error     text check (char_length(error) <= 1000)
);
create index feed_look_next on feed_look (next_at);

-- Addresses that a feed told of, so that each becomes a row once, also one that could not be fetched.
create table feed_entry (
    feed_id uuid not null references feed,
    address text not null,
    seen_at timestamptz not null,
    primary key (feed_id, address)
);
create index feed_entry_seen on feed_entry (seen_at);
