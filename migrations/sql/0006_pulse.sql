-- What the deeds say of the community as a whole. Owner: pulse. Days are counted from 1970-01-01 in the community's zone.

-- What an identity wrote on a day.
-- clustered
create table pulse_days (
    community_id bigint not null,
    identity_id bigint not null,
    day bigint not null,
    audience_id bigint not null,
    messages bigint not null,
    replies bigint not null,
    primary key (community_id, identity_id, day, audience_id)
);

-- The same by the hour: only the latest weeks are ever read, by whole days.
-- clustered
create table pulse_hours (
    community_id bigint not null,
    day bigint not null,
    hour bigint not null,
    identity_id bigint not null,
    audience_id bigint not null,
    messages bigint not null,
    primary key (community_id, day, hour, identity_id, audience_id)
);

-- Who answered whom on a day: `ab` answers of a to b, `ba` of b to a; a_id < b_id.
-- clustered
create table pulse_ties (
    community_id bigint not null,
    a_id bigint not null,
    b_id bigint not null,
    day bigint not null,
    audience_id bigint not null,
    ab bigint not null,
    ba bigint not null,
    primary key (community_id, a_id, b_id, day, audience_id)
);

-- Arrivals and departures. `seq` is the deed's.
-- clustered
create table pulse_moves (
    community_id bigint not null,
    identity_id bigint not null,
    seq bigint not null,
    day bigint not null,
    audience_id bigint not null,
    arrived boolean not null,
    primary key (community_id, identity_id, seq)
);

-- The zone in which the days were counted: another one means counting again.
-- clustered
create table pulse_zones (
    community_id bigint not null,
    timezone text not null,
    primary key (community_id)
);

-- Who the founders and staff are, from a day and until a day (not included).
-- clustered
create table pulse_team (
    community_id bigint not null,
    id bigint not null,
    member_id bigint not null,
    role text not null,
    from_day bigint not null,
    until_day bigint,
    set_at bigint not null,
    set_by bigint,
    primary key (community_id, id)
);

-- Figures of a day as they were computed. `sight` 0: what members may see; 1: with histories that wait unopened.
-- `stale`: deeds of that day or before came since.
-- clustered
create table pulse_snapshots (
    community_id bigint not null,
    day bigint not null,
    sight bigint not null,
    figures text not null,
    made_at bigint not null,
    cost_micros bigint not null,
    stale boolean not null,
    primary key (community_id, day, sight)
);
create index pulse_snapshots_by_age on pulse_snapshots (community_id, made_at, day, sight);

-- How each person stood on such a day: what opens a figure. `person_id` is a member, or an erased identity with its sign turned.
-- clustered
create table pulse_standings (
    community_id bigint not null,
    day bigint not null,
    sight bigint not null,
    person_id bigint not null,
    state bigint,
    state_before bigint,
    joined_day bigint not null,
    active_day bigint,
    left_day bigint,
    active boolean not null,
    team boolean not null,
    messages bigint not null,
    ties bigint not null,
    interactions bigint not null,
    core bigint not null,
    giant boolean not null,
    cluster bigint,
    bridge double precision not null,
    lonely boolean not null,
    tie_days_1 bigint,
    tie_days_3 bigint,
    tie_days_6 bigint,
    newcomer boolean not null,
    primary key (community_id, day, sight, person_id)
);

-- Who answered whom within the days of ties, as the figures of such a day counted it: what opens the figures of ties.
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

-- Clusters as they were on the Mondays: history, never recomputed. `cluster` keeps its number while it stays itself.
-- clustered
create table pulse_clusters (
    community_id bigint not null,
    week bigint not null,
    sight bigint not null,
    cluster bigint not null,
    after_id bigint not null,
    size bigint not null,
    primary key (community_id, week, sight, cluster)
);

-- clustered
create table pulse_cluster_people (
    community_id bigint not null,
    week bigint not null,
    sight bigint not null,
    person_id bigint not null,
    cluster bigint not null,
    primary key (community_id, week, sight, person_id)
);

-- What the ledger knows of messages that count, as far as the days have read it: the doctor compares them. Words that were
-- taken away by their author or a moderator count no longer, nor does an import that was taken back by then.
create view store_counted as
    select d.community_id, d.seq, d.kind, d.at, d.actor_id, d.object_id, d.audience_id, p.identity_id as answered_id from deeds d
    join follower_cursors c on c.community_id = d.community_id and c.follower = 'pulse.days' and d.seq <= c.seq
    left join deed_parties p on p.community_id = d.community_id and p.seq = d.seq and p.part = 'answered' and p.identity_id <> d.actor_id
    where d.kind in ('talk.message', 'talk.reply') and d.actor_id is not null;
-- What took messages away again, so far: those deleted by somebody, and histories that were taken back.
create view store_taken_away as
    select d.community_id, d.kind, d.object_id, d.audience_id from deeds d
    join follower_cursors c on c.community_id = d.community_id and c.follower = 'pulse.days' and d.seq <= c.seq
    where d.kind = 'import.withdrawn' or d.kind = 'talk.deleted' and d.actor_id is not null;
