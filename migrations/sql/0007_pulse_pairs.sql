-- Who answered whom within the days of ties, as the figures of a day counted it: what opens the figures of ties. Owner: pulse.

-- Persons as in pulse_standings; a_id < b_id in the order of the figures. `ab` answers of a to b, `ba` of b to a;
-- `between_members`: of both, those given while neither was of the team.
-- clustered
create table pulse_pairs (
    community_id bigint not null,
    day bigint not null,
    sight bigint not null,
    a_id bigint not null,
    b_id bigint not null,
    ab bigint not null,
    ba bigint not null,
    between_members bigint not null,
    last_day bigint not null,
    depth double precision not null,
    with_team boolean not null,
    primary key (community_id, day, sight, a_id, b_id)
);
