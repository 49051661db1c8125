-- Rating scales are versioned; a value that a later version retires stays readable through the version it was given under.
create table rating_scale (
    version    int primary key check (version > 0),
    id         uuid not null unique,
    sha256     text not null,
    adopted_at timestamptz not null
);

create table rating (
    scale_version int not null references rating_scale,
    scale_id      uuid not null references rating_scale (id),
    code          text not null check (code ~ '^[a-z][a-z-]{1,30}$'),
    position      int not null,
    label_en      text not null,
    label_ar      text not null,
    tone          text not null check (tone in ('r0', 'r1', 'r2', 'r3', 'r4', 'r5')),
    claim_review  int check (claim_review between 1 and 5),
    retired       boolean not null default false,
    primary key (scale_version, code)
);

-- The working copy of one round, and its immutable revisions. Revision numbers go on through a claim's rounds.
create table verdict (
    id            uuid primary key,
    claim_id      uuid not null references claim,
    round         int not null,
    scale_version int,
    rating_code   text,
    summary       text not null default '' check (char_length(summary) <= 2000),
    rationale     text not null default '' check (char_length(rationale) <= 50000),
    waivers       jsonb not null default '{}',
    saved_by      uuid references person,
    saved_at      timestamptz,
    version       bigint not null default 0,
    unique (claim_id, round),
    foreign key (scale_version, rating_code) references rating (scale_version, code)
);

create table verdict_revision (
    id            uuid primary key,
    claim_id      uuid not null references claim,
    round         int not null,
    number        int not null check (number > 0),
    scale_version int,
    rating_code   text,
    summary       text not null,
    rationale     text not null,
    waivers       jsonb not null,
    evidence      jsonb not null,
    author_id     uuid not null references person,
    submitted_at  timestamptz not null,
    unique (claim_id, number),
    foreign key (claim_id, round) references verdict (claim_id, round),
    foreign key (scale_version, rating_code) references rating (scale_version, code)
);

-- A senior editor's decision on exactly one revision.
create table approval (
    id          uuid primary key,
    claim_id    uuid not null references claim,
    revision_id uuid not null unique references verdict_revision,
    decision    text not null check (decision in ('APPROVED', 'RETURNED')),
    decided_by  uuid not null references person,
    decided_at  timestamptz not null,
    reason      text check (char_length(reason) <= 2000),
    checklist   text[] not null default '{}',
    check (decision = 'APPROVED' or reason is not null)
);
create index approval_claim on approval (claim_id, id);

-- Four eyes, for whoever writes around the application: the sources themselves are asked beside the list of contributors.
create function approval_keeps_four_eyes() returns trigger language plpgsql as $$
begin
    -- Waits for, and then sees, a contribution that is being made at this moment.
    perform 1 from claim where id = new.claim_id for update;
    if exists (select 1 from claim_contributor c where c.claim_id = new.claim_id and c.person_id = new.decided_by
               union all select 1 from assignment a where a.claim_id = new.claim_id and a.assignee_id = new.decided_by
               union all select 1 from evidence e where e.claim_id = new.claim_id and e.added_by = new.decided_by
               union all select 1 from verdict d where d.claim_id = new.claim_id and d.saved_by = new.decided_by
               union all select 1 from verdict_revision r where r.claim_id = new.claim_id and r.author_id = new.decided_by) then
        raise exception 'four eyes: % contributed to claim % and cannot decide on it', new.decided_by, new.claim_id
            using errcode = 'check_violation', constraint = 'four_eyes';
    end if;
    if not exists (select 1 from verdict_revision r where r.id = new.revision_id and r.claim_id = new.claim_id
                   and r.number = (select max(number) from verdict_revision where claim_id = new.claim_id)) then
        raise exception 'approval %: it must name the latest revision of its own claim', new.id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger approval_keeps_four_eyes before insert on approval for each row execute function approval_keeps_four_eyes();

-- An approved or published claim has an approval of its round's latest revision by someone who never contributed.
create function claim_state_is_backed() returns trigger language plpgsql as $$
begin
    if new.state in ('APPROVED', 'PUBLISHED') and not exists (
            select 1 from verdict_revision r join approval a on a.revision_id = r.id and a.decision = 'APPROVED'
            where r.claim_id = new.id and r.round = new.round
              and r.number = (select max(number) from verdict_revision where claim_id = new.id)) then
        raise exception 'claim %: % needs an approval of the latest revision of round %', new.id, new.state, new.round
            using errcode = 'check_violation', constraint = 'four_eyes';
    end if;
    return null;
end $$;
create constraint trigger claim_state_is_backed after insert or update on claim deferrable initially deferred
    for each row execute function claim_state_is_backed();

select audit_guard('rating_scale', 'RATING_SCALE', 'id');
select audit_guard('rating', 'RATING_SCALE', 'scale_id');
select audit_guard('verdict', 'CLAIM', 'claim_id');
select audit_guard('verdict_revision', 'CLAIM', 'claim_id');
select audit_guard('approval', 'CLAIM', 'claim_id');
select never_changes('rating_scale');
select never_changes('rating');
select never_changes('verdict_revision');
select never_changes('approval');
