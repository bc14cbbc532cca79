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
-- `member_id` is null where the person only wrote their name and staff must find who that is.
-- clustered
create table people_removals (
    community_id bigint not null,
    id bigint not null,
    member_id bigint,
    name text not null,
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

-- Which members have a facet's value: `trait` is the point's key, a colon and the folded value.
-- clustered
create table people_traits (
    community_id bigint not null,
    trait text not null,
    member_id bigint not null,
    point text not null,
    primary key (community_id, trait, member_id)
);
create index people_traits_by_member on people_traits (community_id, member_id, trait);

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

-- Projection of deeds: what an identity wrote in all, and from when to when.
-- clustered
create table people_totals (
    community_id bigint not null,
    identity_id bigint not null,
    audience_id bigint not null,
    messages bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (community_id, identity_id, audience_id)
);
create index people_totals_by_size on people_totals (community_id, messages, identity_id);

-- Read-only views by which the lists of people read identity's tables.
create index identity_members_by_joining on identity_members (community_id, state, joined_at, id);
create view identity_persons as
    select community_id, id, account_id, identity_id, state, name, folded, sort_key, created_at, joined_at from identity_members;
create view identity_ways as
    select community_id, id, member_id, source, outside_id, kind, name, folded, created_at, erased_at from identity_identities;
-- Where those who ask for something can be written to.
create view identity_sign_ins as
    select id, email from identity_accounts;
create view identity_open_audiences as
    select community_id, id from identity_audiences where opened_at is not null and withdrawn_at is null;
create view identity_hidden_audiences as
    select community_id, id from identity_audiences where kind = 'import' and opened_at is null and withdrawn_at is null;
create view identity_withdrawn_audiences as
    select community_id, id from identity_audiences where withdrawn_at is not null;
-- What the ledger knows of written messages, as far as the roll-ups have read it: the doctor compares them.
create view store_written as
    select d.community_id, d.actor_id, d.audience_id from deeds d
    join follower_cursors c on c.community_id = d.community_id and c.follower = 'people.activity' and d.seq <= c.seq
    where d.kind in ('talk.message', 'talk.reply') and d.actor_id is not null;
