-- What the public sees of a claim: one page, its editions, and what was corrected. An edition never changes.
create table publication (
    claim_id      uuid primary key references claim,
    slug          text not null unique check (slug ~ '^[a-z0-9]{8,16}$'),
    state         text not null check (state in ('LIVE', 'UNDER_CORRECTION', 'RETRACTED')),
    published_at  timestamptz not null,
    public_note   text check (char_length(public_note) <= 2000),
    state_since   timestamptz not null,
    version       bigint not null default 0
);
create index publication_newest on publication (published_at desc, claim_id desc);

create table publication_edition (
    id           uuid primary key,
    claim_id     uuid not null references publication,
    number       int not null check (number > 0),
    revision_id  uuid not null unique references verdict_revision,
    wording      text not null,
    claimant     text,
    claimed_on   date,
    note         text check (char_length(note) <= 2000),
    published_by uuid not null references person,
    published_at timestamptz not null,
    unique (claim_id, number)
);

-- Nothing is public that was not approved.
create function edition_is_approved() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from verdict_revision r join approval a on a.revision_id = r.id and a.decision = 'APPROVED'
                   where r.id = new.revision_id and r.claim_id = new.claim_id) then
        raise exception 'edition %: its revision is not an approved one of claim %', new.id, new.claim_id
            using errcode = 'check_violation', constraint = 'four_eyes';
    end if;
    return new;
end $$;
create trigger edition_is_approved before insert on publication_edition for each row execute function edition_is_approved();

select audit_guard('publication', 'CLAIM', 'claim_id');
select audit_guard('publication_edition', 'CLAIM', 'claim_id');
select never_changes('publication_edition');
