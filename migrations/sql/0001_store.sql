-- The ledger of deeds, its followers, and jobs. Owner: store.

-- The place of the next deed and the next id of each community. A write begins by locking this row.
-- clustered
create table deed_heads (
    community_id bigint not null,
    seq bigint not null,
    next_id bigint not null,
    primary key (community_id)
);

-- clustered
create table deeds (
    community_id bigint not null,
    seq bigint not null,
    kind text not null,
    at bigint not null,
    recorded_at bigint not null,
    actor_id bigint,
    object_kind text not null,
    object_id bigint not null,
    audience_id bigint not null,
    channel text not null,
    amount bigint not null,
    primary key (community_id, seq)
);

-- clustered
create table deed_parties (
    community_id bigint not null,
    seq bigint not null,
    part text not null,
    identity_id bigint not null,
    at bigint not null,
    primary key (community_id, seq, part, identity_id)
);
create index deed_parties_by_person on deed_parties (community_id, identity_id, at, seq);

-- clustered
create table follower_cursors (
    community_id bigint not null,
    follower text not null,
    seq bigint not null,
    moved_at bigint not null,
    primary key (community_id, follower)
);

-- Work for later, written in the transaction of its cause. Outside communities: some work is the installation's.
create table jobs (
    id bigint not null,
    community_id bigint,
    kind text not null,
    payload text not null,
    state text not null,
    wanted text,
    unique_key text,
    due_at bigint not null,
    attempt bigint not null,
    lease_owner bigint,
    lease_until bigint,
    progress text,
    error text,
    created_at bigint not null,
    done_at bigint,
    primary key (id)
);
create index jobs_by_due on jobs (state, due_at, id);
create unique index jobs_by_key on jobs (kind, unique_key);

create table job_schedules (
    name text not null,
    next_at bigint not null,
    primary key (name)
);
