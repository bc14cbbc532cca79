-- An asker corrected an open request: when, and which parts of it, as codes with a space between. What stood there before is not
-- kept: it may be what must not be seen. Owner: requests.
-- clustered
create table requests_corrections (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    parts text not null,
    at bigint not null,
    primary key (community_id, id)
);
create index requests_corrections_of on requests_corrections (community_id, request_id, id);
