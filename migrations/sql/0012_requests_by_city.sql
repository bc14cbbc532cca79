-- Lists that are narrowed to a city. Owner: requests.
create index requests_open_by_city on requests_requests (community_id, city_key, audience_id, asked_at, id) where state = 'open' and city_key <> '';
create index requests_closed_by_city on requests_requests (community_id, city_key, audience_id, closed_at, id) where state = 'closed' and city_key <> '';
