-- How promises were kept over thirty days, as a job counted it last: for communities that ask too much to be counted at each
-- look. Shares and waits are of requests that everybody sees. Owner: requests.
-- clustered
create table requests_promises (
    community_id bigint not null,
    counted_at bigint not null,
    asked bigint not null,
    found bigint not null,
    ripe bigint not null,
    answered_in_time bigint not null,
    answered bigint not null,
    median_wait bigint,
    closed bigint not null,
    escalated bigint not null,
    primary key (community_id)
);
