-- Requests found in conversations that came with a history. Owner: requests. Persons are identities here, as in the deeds.

-- A message that may ask for help. `confidence` is from 0 to 1, of its words; `tagged`: it has a hashtag that the owner named.
-- clustered
create table requests_found (
    community_id bigint not null,
    message_id bigint not null,
    audience_id bigint not null,
    asker_id bigint not null,
    at bigint not null,
    confidence double precision not null,
    tagged boolean not null,
    -- A number mixed from the message's: samples are drawn in its order.
    draw bigint not null,
    primary key (community_id, message_id)
);
create index requests_found_by_draw on requests_found (community_id, draw, message_id);
create index requests_found_by_time on requests_found (community_id, audience_id, at, message_id);
create index requests_found_by_asker on requests_found (community_id, asker_id, at);

-- Hashtags of messages that may ask, folded.
-- clustered
create table requests_found_tags (
    community_id bigint not null,
    tag text not null,
    message_id bigint not null,
    primary key (community_id, tag, message_id)
);
create index requests_found_tags_of on requests_found_tags (community_id, message_id);

-- An answer to such a message. `confidence`: how surely it helped.
-- clustered
create table requests_found_helps (
    community_id bigint not null,
    answer_id bigint not null,
    message_id bigint not null,
    audience_id bigint not null,
    helper_id bigint not null,
    at bigint not null,
    confidence double precision not null,
    primary key (community_id, answer_id)
);
create index requests_found_helps_confirmed on requests_found_helps (community_id, audience_id, answer_id) where confidence >= 0.5;
create index requests_found_helps_of on requests_found_helps (community_id, message_id, at, answer_id);

-- What staff said of a sample: whether the message asks for help.
-- clustered
create table requests_found_labels (
    community_id bigint not null,
    message_id bigint not null,
    asks boolean not null,
    at bigint not null,
    by_id bigint not null,
    primary key (community_id, message_id)
);

-- Hashtags that the owner named, one a line, folded; and whether found requests stand beside real ones in figures.
-- clustered
create table requests_found_settings (
    community_id bigint not null,
    hashtags text not null,
    accepted_at bigint,
    accepted_by bigint,
    primary key (community_id)
);
