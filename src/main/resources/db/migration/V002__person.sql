-- Persons by (issuer, subject). Name and roles are the identity provider's last word, kept to show and to choose from.
create table person (
    id         uuid primary key,
    issuer     text not null,
    subject    text not null,
    name       text not null,
    roles      text[] not null default '{}',
    client     boolean not null default false,
    language   text check (language in ('en', 'ar')),
    created_at timestamptz not null,
    version    bigint not null default 0,
    unique (issuer, subject)
);
create index person_roles on person using gin (roles);

-- The desk itself, for what happens without a person; there before the guard, because no event can precede its actor.
insert into person (id, issuer, subject, name, client, created_at)
values ('00000000-0000-0000-0000-000000000001', 'isnad', 'system', 'Isnad', true, now());

select audit_guard('person', 'PERSON', 'id');
