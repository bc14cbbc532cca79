-- Requests: what members need, who was asked and why, what was answered, what came of it. Owner: requests.
-- Persons are members here; deeds name their identities.

-- state: draft, open, closed. kind: solution, recommendation, contact, opinion, partner.
-- stage of an open one: routed (members are asked), leader, desk, chosen (only chosen people see it).
-- outcome of a closed one: solved, unsolved, withdrawn. `details` is Markdown as typed.
-- clustered
create table requests_requests (
    community_id bigint not null,
    id bigint not null,
    audience_id bigint not null,
    asker_id bigint not null,
    state text not null,
    kind text not null,
    title text not null,
    details text not null,
    city text not null,
    -- The city as it is compared.
    city_key text not null,
    -- Companies or people to whom a way is sought, one a line.
    wanted text not null,
    topic_id bigint,
    deadline_at bigint,
    created_at bigint not null,
    changed_at bigint not null,
    asked_at bigint,
    -- An answer that is more than a comment, by another than the asker.
    first_answer_at bigint,
    last_answer_at bigint,
    answers bigint not null,
    stage text not null,
    round bigint not null,
    escalated_at bigint,
    outcome text,
    closed_at bigint,
    primary key (community_id, id)
);
-- Each list begins with the audience, so that no page walks past what its viewer may not see.
create index requests_open on requests_requests (community_id, audience_id, asked_at, id) where state = 'open';
create index requests_closed on requests_requests (community_id, audience_id, closed_at, id) where state = 'closed';
create index requests_by_asker on requests_requests (community_id, asker_id, changed_at, id);
create index requests_by_topic on requests_requests (community_id, topic_id, asked_at, id) where topic_id is not null;
-- The Desk: few rows, whatever the history.
create index requests_at_desk on requests_requests (community_id, asked_at, id) where state = 'open' and stage = 'desk';
create index requests_unanswered on requests_requests (community_id, state, asked_at, id) where state = 'open' and first_answer_at is null;
create index requests_silent on requests_requests (community_id, last_answer_at, id) where state = 'open' and first_answer_at is not null;
create index requests_late on requests_requests (community_id, deadline_at, id) where state = 'open' and first_answer_at is not null and deadline_at is not null;
create index requests_by_asking on requests_requests (community_id, asked_at, id) where asked_at is not null;

-- clustered
create table requests_tags (
    community_id bigint not null,
    request_id bigint not null,
    tag text not null,
    label text not null,
    primary key (community_id, request_id, tag)
);
create index requests_tags_by_tag on requests_tags (community_id, tag, request_id);

-- clustered
create table requests_files (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    name text not null,
    bytes bigint not null,
    added_at bigint not null,
    primary key (community_id, id)
);
create index requests_files_by_request on requests_files (community_id, request_id, id);

-- Whom the asker means to show a draft of chosen people; once it is asked, its audience holds them.
-- clustered
create table requests_chosen (
    community_id bigint not null,
    request_id bigint not null,
    member_id bigint not null,
    primary key (community_id, request_id, member_id)
);

-- Stems of what was asked, as hashes, so that somebody who asks the like meets it. The audience stands here too: what a
-- viewer may not see is not even counted for them.
-- clustered
create table requests_words (
    community_id bigint not null,
    stem bigint not null,
    audience_id bigint not null,
    request_id bigint not null,
    primary key (community_id, stem, audience_id, request_id)
);
create index requests_words_of on requests_words (community_id, request_id);

-- Who was asked to help, and why. cause: routed, leader, desk, passed, chosen. state: waiting, took, answered, declined, passed, lapsed.
-- `reasons` is JSON: facts, not sentences, so that each reader has them in their language.
-- clustered
create table requests_invitations (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    member_id bigint not null,
    round bigint not null,
    cause text not null,
    passed_by bigint,
    reasons text not null,
    state text not null,
    invited_at bigint not null,
    seen_at bigint,
    settled_at bigint,
    primary key (community_id, id)
);
create unique index requests_invitations_of on requests_invitations (community_id, request_id, member_id);
create index requests_invitations_by_member on requests_invitations (community_id, member_id, state, invited_at, id);
create index requests_invitations_by_time on requests_invitations (community_id, member_id, invited_at);

-- kind: solution, recommendation, contact, comment. `text` is Markdown as typed; empty once deleted or erased.
-- clustered
create table requests_answers (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    author_id bigint not null,
    kind text not null,
    text text not null,
    -- The member recommended.
    person_id bigint,
    at bigint not null,
    folded_at bigint,
    folded_by bigint,
    deleted_at bigint,
    deleted_by bigint,
    primary key (community_id, id)
);
create index requests_answers_of on requests_answers (community_id, request_id, at, id);
create index requests_answers_by_author on requests_answers (community_id, author_id, at, id);

-- A warm introduction of the asker and a member whom somebody recommended. Contacts are shown once both have accepted.
-- clustered
create table requests_introductions (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    answer_id bigint not null,
    asker_id bigint not null,
    person_id bigint not null,
    by_id bigint not null,
    proposed_at bigint not null,
    asker_accepted_at bigint,
    person_accepted_at bigint,
    declined_at bigint,
    declined_by bigint,
    primary key (community_id, id)
);
create unique index requests_introductions_of on requests_introductions (community_id, answer_id);
create index requests_introductions_of_asker on requests_introductions (community_id, asker_id, proposed_at, id);
create index requests_introductions_of_person on requests_introductions (community_id, person_id, proposed_at, id);

-- What came of a request, as its asker says. A closure is undone by a reopening, never changed.
-- clustered
create table requests_closures (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    by_id bigint not null,
    outcome text not null,
    note text not null,
    at bigint not null,
    undone_at bigint,
    undone_by bigint,
    primary key (community_id, id)
);
create index requests_closures_of on requests_closures (community_id, request_id, id);

-- Help that its receiver confirmed. `thanks` are the asker's own words; they are shown on the profile if both agree.
-- clustered
create table requests_helps (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    closure_id bigint not null,
    helper_id bigint not null,
    asker_id bigint not null,
    at bigint not null,
    thanks text not null,
    asker_agrees boolean not null,
    helper_agreed_at bigint,
    undone_at bigint,
    primary key (community_id, id)
);
create index requests_helps_by_helper on requests_helps (community_id, helper_id, at, id);
create index requests_helps_by_asker on requests_helps (community_id, asker_id, at, id);
create index requests_helps_of on requests_helps (community_id, request_id, id);

-- A deal that came of help: private to the two, counted in totals once both have confirmed. A correction replaces the row.
-- clustered
create table requests_deals (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    help_id bigint not null,
    asker_id bigint not null,
    helper_id bigint not null,
    amount_minor bigint not null,
    currency text not null,
    stated_at bigint not null,
    stated_by bigint not null,
    confirmed_at bigint,
    disputed_at bigint,
    replaced_at bigint,
    primary key (community_id, id)
);
create index requests_deals_of on requests_deals (community_id, help_id, id);
create index requests_deals_by_confirming on requests_deals (community_id, confirmed_at, id) where confirmed_at is not null and replaced_at is null;

-- clustered
create table requests_pledges (
    community_id bigint not null,
    member_id bigint not null,
    year bigint not null,
    times bigint not null,
    set_at bigint not null,
    primary key (community_id, member_id, year)
);

-- Of which things somebody was reminded last, and when: the codes stand in `course.rs`.
-- clustered
create table requests_reminders (
    community_id bigint not null,
    request_id bigint not null,
    kind bigint not null,
    member_id bigint not null,
    at bigint not null,
    primary key (community_id, request_id, kind, member_id)
);

-- How much a member lets themselves be asked. Hours are of the community's zone, 0 to 23; a holiday begins and ends (exclusively) at midnight there.
-- clustered
create table requests_limits (
    community_id bigint not null,
    member_id bigint not null,
    per_week bigint not null,
    quiet_from bigint,
    quiet_until bigint,
    holiday_from bigint,
    holiday_until bigint,
    changed_at bigint not null,
    primary key (community_id, member_id)
);

-- clustered
create table requests_mutes (
    community_id bigint not null,
    member_id bigint not null,
    topic_id bigint not null,
    at bigint not null,
    primary key (community_id, member_id, topic_id)
);

-- A direction of requests. Its leader is asked when nobody takes a request up.
-- clustered
create table requests_topics (
    community_id bigint not null,
    id bigint not null,
    name text not null,
    folded text not null,
    leader_id bigint,
    created_at bigint not null,
    created_by bigint,
    retired_at bigint,
    primary key (community_id, id)
);
create unique index requests_topics_by_name on requests_topics (community_id, folded);

-- How the community asks: people a round, hours of patience.
-- clustered
create table requests_settings (
    community_id bigint not null,
    asked bigint not null,
    patience_hours bigint not null,
    changed_at bigint not null,
    primary key (community_id)
);

-- Weights of the reasons, as refitted; JSON by the word of the reason.
-- clustered
create table requests_weights (
    community_id bigint not null,
    weights text not null,
    requests bigint not null,
    fitted_at bigint not null,
    primary key (community_id)
);

-- Somebody asks staff to look at a request or an answer.
-- clustered
create table requests_reports (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    answer_id bigint,
    by_id bigint not null,
    -- rude, advert, private, harm, other.
    reason text not null,
    note text not null,
    -- The reported words, where staff could not see them otherwise and whoever reports chose to show them.
    shown text not null,
    at bigint not null,
    settled_at bigint,
    settled_by bigint,
    -- kept, folded, deleted.
    settlement text,
    primary key (community_id, id)
);
create index requests_reports_waiting on requests_reports (community_id, at, id) where settled_at is null;
create index requests_reports_of on requests_reports (community_id, request_id, by_id);
create index requests_reports_by on requests_reports (community_id, by_id, at, id);

-- What staff did about a request from the Desk; until then it is not laid there again. act: ask, remind, wait, withdraw, nobody.
-- clustered
create table requests_tended (
    community_id bigint not null,
    id bigint not null,
    request_id bigint not null,
    act text not null,
    by_id bigint not null,
    at bigint not null,
    until_at bigint not null,
    primary key (community_id, id)
);
create index requests_tended_of on requests_tended (community_id, request_id, id);
create index requests_tended_by_time on requests_tended (community_id, at, id);

-- Notices that a member stopped, by kind.
-- clustered
create table requests_stops (
    community_id bigint not null,
    member_id bigint not null,
    kind text not null,
    at bigint not null,
    primary key (community_id, member_id, kind)
);

-- How far the ledger has come: what is learned from it knows from where on it must be learned anew.
create view store_heads as
    select community_id, seq from deed_heads;

-- What somebody answered: the words of the question, or of the answer where the question is not seen beside it.
create view talk_answered as
    select m.community_id, m.id, m.audience_id, case when q.text is null or q.text = '' then m.text else q.text end as said from talk_messages m
    left join talk_messages q on q.community_id = m.community_id and q.id = coalesce(m.reply_to_id, m.thread_id) and q.id <> m.id and q.audience_id = m.audience_id
    where m.deleted_at is null and m.text <> '';

-- Communities that have stated on which legal ground they keep a history.
create view identity_grounds as
    select id as community_id from identity_communities where legal_ground is not null;
