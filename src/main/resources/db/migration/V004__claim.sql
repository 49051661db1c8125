-- One checkable statement, the places where it is made, and whoever contributed to checking it.
create table claim (
    id               uuid primary key,
    state            text not null check (state in ('PROPOSED', 'QUEUED', 'ASSIGNED', 'SUBMITTED', 'APPROVED', 'PUBLISHED',
                                                    'RETRACTED', 'DISMISSED')),
    round            int not null default 1 check (round > 0),
    wording          text not null check (char_length(wording) between 1 and 1000),
    language         text not null check (language ~ '^[a-z]{2,3}$'),
    claimant         text check (char_length(claimant) <= 300),
    claimed_on       date,
    priority         text not null default 'NORMAL' check (priority in ('HIGH', 'NORMAL', 'LOW')),
    proposed_by      uuid not null references person,
    proposed_at      timestamptz not null,
    version          bigint not null default 0
);
create index claim_state on claim (state, id desc);

create table appearance (
    id                 uuid primary key,
    claim_id           uuid not null references claim,
    article_id         uuid not null references article,
    article_version_id uuid not null references article_version,
    exact              text not null check (char_length(exact) between 1 and 5000),
    prefix             text not null,
    suffix             text not null,
    start_at           int not null check (start_at >= 0),
    end_at             int not null,
    added_by           uuid not null references person,
    added_at           timestamptz not null,
    check (end_at - start_at = char_length(exact)),
    unique (claim_id, article_version_id, start_at, end_at)
);
create index appearance_article on appearance (article_id, start_at);
create index appearance_version on appearance (article_version_id, start_at);

create table claim_contributor (
    claim_id     uuid not null references claim,
    person_id    uuid not null references person,
    contribution text not null check (contribution in ('ASSIGNED', 'EVIDENCE', 'DRAFTED')),
    round        int not null,
    since        timestamptz not null,
    primary key (claim_id, person_id, contribution)
);
create index claim_contributor_person on claim_contributor (person_id, claim_id);

-- Positions count Unicode code points, as PostgreSQL does; the exact words must stand there in the frozen text.
create function appearance_is_exact() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from article_version v where v.id = new.article_version_id and v.article_id = new.article_id
                   and substring(v.text from new.start_at + 1 for new.end_at - new.start_at) = new.exact) then
        raise exception 'appearance %: the exact words do not stand at % to % of that article version', new.id, new.start_at,
            new.end_at using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger appearance_is_exact before insert on appearance for each row execute function appearance_is_exact();

-- The life cycle once more, for whoever writes around the application.
create function claim_moves_legally() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('PROPOSED', 'QUEUED'), ('PROPOSED', 'DISMISSED'), ('DISMISSED', 'QUEUED'),
            ('QUEUED', 'ASSIGNED'), ('ASSIGNED', 'QUEUED'), ('ASSIGNED', 'SUBMITTED'), ('SUBMITTED', 'ASSIGNED'),
            ('SUBMITTED', 'APPROVED'), ('APPROVED', 'PUBLISHED'), ('PUBLISHED', 'QUEUED'), ('PUBLISHED', 'RETRACTED')) then
        raise exception 'claim %: it cannot go from % to %', new.id, old.state, new.state using errcode = 'check_violation';
    end if;
    if new.round <> old.round and not (old.state = 'PUBLISHED' and new.state = 'QUEUED' and new.round = old.round + 1) then
        raise exception 'claim %: a round starts with a correction of what is published', new.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger claim_moves_legally before update on claim for each row
    when (old.state <> new.state or old.round <> new.round) execute function claim_moves_legally();

select audit_guard('claim', 'CLAIM', 'id');
select audit_guard('appearance', 'CLAIM', 'claim_id');
select audit_guard('claim_contributor', 'CLAIM', 'claim_id');
select never_changes('appearance');
select never_changes('claim_contributor');
