-- What came to the Desk, and what waits longer than promised: one index each, so that neither walks past the other's rows.
-- Owner: requests.
drop index requests_at_desk;
drop index requests_unanswered;
create index requests_escalated on requests_requests (community_id, stage, asked_at, id) where state = 'open' and stage = 'desk' and first_answer_at is null;
create index requests_unanswered on requests_requests (community_id, state, asked_at, id) where state = 'open' and stage <> 'desk' and first_answer_at is null;
