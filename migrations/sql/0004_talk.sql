-- Conversations: chats, topics, messages, threads. Owner: talk.

-- clustered
create table talk_chats (
    community_id bigint not null,
    id bigint not null,
    source_key text not null,
    title text not null,
    kind text not null,
    created_at bigint not null,
    primary key (community_id, id)
);
create unique index talk_chats_by_source on talk_chats (community_id, source_key);

-- clustered
create table talk_topics (
    community_id bigint not null,
    id bigint not null,
    chat_id bigint not null,
    audience_id bigint not null,
    number bigint not null,
    title text not null,
    primary key (community_id, id)
);
create unique index talk_topics_by_number on talk_topics (community_id, chat_id, number);

-- `number` is the message's id at its source; of our own messages, their id here.
-- `html` is set only where the text has formatting; `extras` holds media, poll, forward, reactions as JSON.
-- clustered
create table talk_messages (
    community_id bigint not null,
    id bigint not null,
    chat_id bigint not null,
    number bigint not null,
    audience_id bigint not null,
    kind text not null,
    at bigint not null,
    month bigint not null,
    author_id bigint,
    author_name text,
    thread_id bigint not null,
    reply_to_id bigint,
    topic_id bigint,
    text text not null,
    html text,
    extras text,
    question boolean not null,
    edited_at bigint,
    deleted_at bigint,
    deleted_by bigint,
    primary key (community_id, id)
);
create unique index talk_messages_by_number on talk_messages (community_id, chat_id, number);
create index talk_messages_by_thread on talk_messages (community_id, thread_id, at, id);
-- Holds what the page of a person asks of thousands of messages, so that it visits none of them.
create index talk_messages_by_author on talk_messages (community_id, author_id, at, audience_id, topic_id);
-- Service lines are counted by day on the pages of months, within the index.
create index talk_messages_service on talk_messages (community_id, month, at, audience_id, kind) where kind = 'service';

-- A conversation: its first message and what came of it. Counts are of messages in the thread's own audience.
-- clustered
create table talk_threads (
    community_id bigint not null,
    id bigint not null,
    chat_id bigint not null,
    topic_id bigint,
    audience_id bigint not null,
    month bigint not null,
    started_at bigint not null,
    last_at bigint not null,
    starter_id bigint,
    starter_name text,
    excerpt text not null,
    question boolean not null,
    answered_at bigint,
    replies bigint not null,
    primary key (community_id, id)
);
-- Each begins with the audience, so that a page never walks past the threads of a history that waits hidden.
create index talk_threads_by_month on talk_threads (community_id, audience_id, month, started_at, id);
create index talk_threads_by_topic on talk_threads (community_id, audience_id, topic_id, started_at, id) where topic_id is not null;
create index talk_threads_by_life on talk_threads (community_id, audience_id, last_at, id);
-- Questions that nobody answered: few, whatever the history.
create index talk_threads_waiting on talk_threads (community_id, audience_id, started_at, id) where question and answered_at is null;

-- Replies that wait in a hidden import to be counted in threads already open.
-- clustered
create table talk_thread_additions (
    community_id bigint not null,
    audience_id bigint not null,
    thread_id bigint not null,
    replies bigint not null,
    last_at bigint not null,
    answered_at bigint,
    primary key (community_id, audience_id, thread_id)
);

-- Roll-up: threads begun and messages written in a month (yyyymm of the community's zone).
-- clustered
create table talk_months (
    community_id bigint not null,
    month bigint not null,
    audience_id bigint not null,
    threads bigint not null,
    messages bigint not null,
    primary key (community_id, month, audience_id)
);
