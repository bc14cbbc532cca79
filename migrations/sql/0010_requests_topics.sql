-- Topics found in requests: what members ask about again and again, counted by a job. Owner: requests.

-- The last count of a community: of which moment it is, and of how many requests, those of the last 90 days and those of
-- the 90 before; real ones, and found ones where the owner accepted them.
-- clustered
create table requests_topics_counted (
    community_id bigint not null,
    counted_at bigint not null,
    asked_lately bigint not null,
    asked_earlier bigint not null,
    found_lately bigint not null,
    found_earlier bigint not null,
    -- There were more than are counted at once: the latest were.
    is_cut boolean not null,
    primary key (community_id)
);

-- A topic of that count. `id` is made of its words, so that its address stays the same from one count to the next.
-- clustered
create table requests_topics_found (
    community_id bigint not null,
    id bigint not null,
    place bigint not null,
    label text not null,
    -- JSON: the words it is known by, and narrower ones within it.
    terms text not null,
    inside text not null,
    -- The direction under which most of it was asked.
    under_id bigint,
    lately bigint not null,
    earlier bigint not null,
    -- Of both, those found in a history.
    found bigint not null,
    -- Of the late ones: whose promise has fallen due or was kept, those kept, those answered at all, the middle wait of these.
    ripe bigint not null,
    in_time bigint not null,
    answered bigint not null,
    median_wait bigint,
    -- JSON: who answered, and each request behind the figures. Ids and numbers only.
    people text not null,
    evidence text not null,
    primary key (community_id, id)
);

-- By which words a direction is known, so that new requests meet it. `tag` is stems, `label` as people read it.
-- clustered
create table requests_topics_tags (
    community_id bigint not null,
    topic_id bigint not null,
    tag text not null,
    label text not null,
    primary key (community_id, topic_id, tag)
);

-- A found topic of which staff said: not now. Until then it does not lie on the Desk.
-- clustered
create table requests_topics_put_off (
    community_id bigint not null,
    id bigint not null,
    until_at bigint not null,
    by_id bigint not null,
    primary key (community_id, id)
);
