-- The desk's lists page by these orders: what waits to be taken, most urgent first; what a person has done, newest first.
create index claim_open on claim (array_position(array['HIGH', 'NORMAL', 'LOW'], priority), id) where state = 'QUEUED';
create index assignment_done on assignment (assignee_id, ended_at, claim_id) where ending = 'DONE';
