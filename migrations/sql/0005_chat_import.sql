-- Imports of chat histories. Owner: chat_import.

-- clustered
create table chat_import_runs (
    community_id bigint not null,
    id bigint not null,
    audience_id bigint not null,
    chat_id bigint,
    job_id bigint,
    -- receiving, checking, bringing, paused, failed, cancelled, brought, opened, withdrawing, withdrawn
    state text not null,
    path text not null,
    file_name text not null,
    pick text not null,
    title text not null,
    form text not null,
    bytes bigint not null,
    created_at bigint not null,
    created_by bigint,
    finished_at bigint,
    opened_at bigint,
    -- JSON: what the check found, what was added, the faults, the first findings.
    summary text,
    counts text,
    faults text,
    findings text,
    primary key (community_id, id)
);
create index chat_import_runs_by_state on chat_import_runs (community_id, state, id);
