-- A source document and its frozen captures. What was stored of a capture never changes; a re-capture is a new version.
create table article (
    id             uuid primary key,
    state          text not null check (state in ('INCOMING', 'TRIAGED')),
    url            text unique,
    latest_version uuid not null,
    received_by    uuid not null references person,
    received_at    timestamptz not null,
    version        bigint not null default 0
);
create index article_state on article (state, id desc);

create table article_version (
    id           uuid primary key,
    article_id   uuid not null references article,
    number       int not null check (number > 0),
    original     bytea not null,
    media_type   text not null,
    file_name    text,
    sha256       text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    title        text not null check (char_length(title) between 1 and 500),
    byline       text check (char_length(byline) <= 300),
    outlet       text check (char_length(outlet) <= 300),
    published_on date,
    language     text not null check (language ~ '^[a-z]{2,3}$'),
    text         text not null check (char_length(text) between 1 and 1000000),
    captured_by  uuid not null references person,
    captured_at  timestamptz not null,
    unique (article_id, number)
);
-- Bytes are large and most readers of a version do not want them; PostgreSQL keeps them out of line.
alter table article_version alter column original set storage external;
alter table article add foreign key (latest_version) references article_version deferrable initially deferred;

select audit_guard('article', 'ARTICLE', 'id');
select audit_guard('article_version', 'ARTICLE', 'article_id');
select never_changes('article_version');
