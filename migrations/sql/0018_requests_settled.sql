-- Reports that staff settled, by the moment: what was done today on the Desk. Owner: requests.
create index requests_reports_settled on requests_reports (community_id, settled_at, id) where settled_at is not null;
