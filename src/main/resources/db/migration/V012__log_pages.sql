-- What the pages over the whole log read: to search it, and to watch a comparison at work.

-- What of an entry one searches the log by, beside its place: a page of any search reads one range of an index, however long the log
-- is. Written with the leaf, and compared with the events like all else. latest is the latest time of this entry and all before it:
-- it never runs backwards, so that a span of time is a span of places. (Clocks differ, so the times themselves may.)
create table log_entry (
    index          bigint primary key references log_leaf,
    actor          uuid not null,
    action         text not null,
    aggregate_type text not null,
    aggregate_id   uuid not null,
    at             timestamptz not null,
    latest         timestamptz not null check (latest >= at)
);
insert into log_entry (index, actor, action, aggregate_type, aggregate_id, at, latest)
select l.index, e.actor, e.action, e.aggregate_type, e.aggregate_id, e.at, max(e.at) over (order by l.index)
from log_leaf l join audit_event e on e.id = l.event_id order by l.index;

-- Newest first by the negative place, which no other index gives: one that is asked for somebody's steps in that order has these to
-- walk and not the whole log, whose end may hold none of them.
create index log_entry_actor on log_entry (actor, (- index));
create index log_entry_action on log_entry (action, (- index));
-- Both together: somebody busy who never did a frequent thing would otherwise be read from end to end.
create index log_entry_actor_action on log_entry (actor, action, (- index));
create index log_entry_aggregate on log_entry (aggregate_id, (- index));
create index log_entry_refused on log_entry ((- index)) where action like '%\_REFUSED';
create index log_entry_latest on log_entry (latest, index);
-- How far an entry's time lies behind that of an earlier one. Nearly always not at all, so this index is nearly empty.
create index log_entry_late on log_entry ((latest - at)) where latest - at > interval '1 second';
select never_changes('log_entry');

-- The work on a comparison of state, history and log, while it goes on: any node shows it, and may ask it to stop. What a comparison
-- found is in log_check, under the same id. Part of no history: it changes every second and says nothing about the desk.
create table log_check_run (
    id               uuid primary key,
    asked_by         uuid not null,
    started_at       timestamptz not null,
    leaves           bigint not null default 0,
    leaves_total     bigint not null default 0,
    events           bigint not null default 0,
    events_total     bigint not null default 0,
    aggregates       bigint not null default 0,
    aggregates_total bigint not null default 0,
    stop             boolean not null default false,
    stopped_by       uuid, -- whoever asked for it first
    ended            text check (ended in ('DONE', 'STOPPED', 'FAILED', 'BROKEN_OFF')),
    ended_at         timestamptz,
    check ((ended is null) = (ended_at is null))
);
