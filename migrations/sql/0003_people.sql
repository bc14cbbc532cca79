-- Claims, merges, removals, profiles, and what the ledger says of a person. Owner: people.

-- Links by which people find themselves: one for the whole chat, or personal ones.
-- clustered
create table people_links (
    community_id bigint not null,
    id bigint not null,
    kind text not null,
    token_hash {bytes} not null,
    member_id bigint,
    made_by bigint,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    used_by bigint,
    revoked_at bigint,
    primary key (community_id, id)
);
create unique index people_links_by_token on people_links (community_id, token_hash);
create index people_links_by_member on people_links (community_id, member_id);

-- "That was I": waits for the owner unless a personal link proved it.
-- clustered
create table people_claims (
    community_id bigint not null,
    id bigint not null,
    member_id bigint not null,
    account_id bigint not null,
    link_id bigint,
    note text not null,
    state text not null,
    created_at bigint not null,
    decided_at bigint,
    decided_by bigint,
    primary key (community_id, id)
);
create index people_claims_by_state on people_claims (community_id, state, created_at, id);
create index people_claims_by_account on people_claims (community_id, account_id);
create index people_claims_by_member on people_claims (community_id, member_id);

-- An identity went from one member to another, and may go back.
-- clustered
create table people_merges (
    community_id bigint not null,
    id bigint not null,
    act_id bigint not null,
    cause text not null,
    identity_id bigint not null,
    from_member_id bigint not null,
    to_member_id bigint not null,
    at bigint not null,
    by_member_id bigint,
    undone_at bigint,
    undone_by bigint,
    primary key (community_id, id)
);
create index people_merges_by_act on people_merges (community_id, act_id);
create index people_merges_by_target on people_merges (community_id, to_member_id, at);

-- "Remove me", with or without an account.
-- clustered
create table people_removals (
    community_id bigint not null,
    id bigint not null,
    member_id bigint not null,
    proof text not null,
    words_too boolean not null,
    contact text not null,
    state text not null,
    created_at bigint not null,
    decided_at bigint,
    decided_by bigint,
    primary key (community_id, id)
);
create index people_removals_by_state on people_removals (community_id, state, created_at, id);

-- What remains of the erased: a keyed hash of how they were known, which importers obey.
-- clustered
create table people_erasures (
    community_id bigint not null,
    hash {bytes} not null,
    identity_id bigint not null,
    words_too boolean not null,
    at bigint not null,
    primary key (community_id, hash)
);

-- clustered
create table people_points (
    community_id bigint not null,
    member_id bigint not null,
    point text not null,
    value text not null,
    folded text not null,
    visibility text not null,
    changed_at bigint not null,
    primary key (community_id, member_id, point)
);
create index people_points_by_value on people_points (community_id, point, folded, member_id);

-- Points that a community added of its own.
-- clustered
create table people_own_points (
    community_id bigint not null,
    id bigint not null,
    label text not null,
    hint text not null,
    kind text not null,
    choices text not null,
    visibility text not null,
    facet boolean not null,
    position bigint not null,
    retired_at bigint,
    primary key (community_id, id)
);

-- How many members have a value of a point: what the directory's facets show.
-- clustered
create table people_facets (
    community_id bigint not null,
    point text not null,
    folded text not null,
    value text not null,
    members bigint not null,
    primary key (community_id, point, folded)
);
create index people_facets_by_size on people_facets (community_id, point, members);

-- Projection of deeds: what an identity did in a month (yyyymm of the community's zone).
-- clustered
create table people_activity (
    community_id bigint not null,
    identity_id bigint not null,
    month bigint not null,
    audience_id bigint not null,
    messages bigint not null,
    replies bigint not null,
    answered bigint not null,
    reactions bigint not null,
    last_at bigint not null,
    primary key (community_id, identity_id, month, audience_id)
);

-- Projection of deeds: whom an identity answered, and how often.
-- clustered
create table people_ties (
    community_id bigint not null,
    identity_id bigint not null,
    other_id bigint not null,
    audience_id bigint not null,
    given bigint not null,
    received bigint not null,
    last_at bigint not null,
    primary key (community_id, identity_id, other_id, audience_id)
);
