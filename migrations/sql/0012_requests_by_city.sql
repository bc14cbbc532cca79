-- Lists that are narrowed to a city with few requests begin with these. Owner: requests.
create index requests_by_city on requests_requests (community_id, city_key, id) where city_key <> '';
