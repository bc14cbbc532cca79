-- Communities, accounts, sessions, members, identities, roles, audiences. Owner: identity.

create table identity_communities (
    id bigint not null,
    slug text not null,
    name text not null,
    mission text not null,
    profession text not null,
    specialisation text not null,
    locale text not null,
    timezone text not null,
    currency text not null,
    host text,
    founded_at bigint not null,
    -- Keys the hashes of the erased, so that a list of names cannot be tried against them.
    secret {bytes} not null,
    legal_ground text,
    legal_ground_at bigint,
    legal_ground_by bigint,
    -- Scheme, host and port at which it was founded: where letters lead when no public address is configured.
    origin text,
    primary key (id)
);
create index identity_communities_by_age on identity_communities (founded_at, id);
create unique index identity_communities_by_slug on identity_communities (slug);
create unique index identity_communities_by_host on identity_communities (host);

create table identity_accounts (
    id bigint not null,
    email text not null,
    email_folded text not null,
    password_hash text,
    locale text not null,
    created_at bigint not null,
    primary key (id)
);
create unique index identity_accounts_by_email on identity_accounts (email_folded);

create table identity_sessions (
    id bigint not null,
    token_hash {bytes} not null,
    account_id bigint not null,
    community_id bigint not null,
    created_at bigint not null,
    seen_at bigint not null,
    agent text not null,
    network text not null,
    revoked_at bigint,
    primary key (id)
);
create unique index identity_sessions_by_token on identity_sessions (token_hash);
create index identity_sessions_by_account on identity_sessions (account_id, created_at);

-- One letter: a six-digit code and a link, single use.
create table identity_codes (
    id bigint not null,
    community_id bigint not null,
    email_folded text not null,
    email text not null,
    account_id bigint,
    code_hash {bytes} not null,
    token_hash {bytes} not null,
    next_path text not null,
    tries bigint not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    primary key (id)
);
create unique index identity_codes_by_token on identity_codes (token_hash);
create index identity_codes_by_email on identity_codes (community_id, email_folded, created_at);
create index identity_codes_by_account on identity_codes (account_id);
create index identity_codes_by_expiry on identity_codes (expires_at);

-- Failures that count towards a throttle: an account or a network.
create table identity_failures (
    id bigint not null,
    subject text not null,
    at bigint not null,
    primary key (id)
);
create index identity_failures_by_subject on identity_failures (subject, at);
create index identity_failures_by_time on identity_failures (at);

create table identity_first_runs (
    id bigint not null,
    code_hash {bytes} not null,
    made_at bigint not null,
    used_at bigint,
    primary key (id)
);

-- One-time passes from one community's address to another's.
create table identity_passes (
    token_hash {bytes} not null,
    account_id bigint not null,
    community_id bigint not null,
    expires_at bigint not null,
    used_at bigint,
    primary key (token_hash)
);

-- A person in a community. `imported` ones agreed to nothing yet; `merged` ones are another's past.
-- clustered
create table identity_members (
    community_id bigint not null,
    id bigint not null,
    account_id bigint,
    identity_id bigint,
    state text not null,
    name text not null,
    folded text not null,
    sort_key text not null,
    created_at bigint not null,
    joined_at bigint,
    left_at bigint,
    primary key (community_id, id)
);
create unique index identity_members_by_account on identity_members (community_id, account_id);
create index identity_members_by_name on identity_members (community_id, state, sort_key, id);
create index identity_members_of_account on identity_members (account_id);

-- One way a person is known: an account, or a source and an outside id. Deeds name these.
-- clustered
create table identity_identities (
    community_id bigint not null,
    id bigint not null,
    member_id bigint,
    source text not null,
    outside_id text not null,
    kind text not null,
    name text not null,
    folded text not null,
    created_at bigint not null,
    erased_at bigint,
    primary key (community_id, id)
);
create unique index identity_identities_by_outside on identity_identities (community_id, source, outside_id);
create index identity_identities_by_member on identity_identities (community_id, member_id);
create index identity_identities_by_name on identity_identities (community_id, folded, id);

-- clustered
create table identity_roles (
    community_id bigint not null,
    member_id bigint not null,
    role text not null,
    scope_kind text not null,
    scope_id bigint not null,
    granted_at bigint not null,
    granted_by bigint,
    primary key (community_id, member_id, role, scope_kind, scope_id)
);
create index identity_roles_by_role on identity_roles (community_id, role, member_id);

-- clustered
create table identity_invitations (
    community_id bigint not null,
    id bigint not null,
    email text not null,
    email_folded text not null,
    name text not null,
    token_hash {bytes} not null,
    invited_by bigint,
    created_at bigint not null,
    expires_at bigint not null,
    accepted_at bigint,
    accepted_by bigint,
    revoked_at bigint,
    primary key (community_id, id)
);
create unique index identity_invitations_by_token on identity_invitations (community_id, token_hash);
create index identity_invitations_by_email on identity_invitations (community_id, email_folded);

-- What staff did with power, for ever.
-- clustered
create table identity_audit (
    community_id bigint not null,
    id bigint not null,
    at bigint not null,
    actor_id bigint,
    act text not null,
    subject_kind text not null,
    subject_id bigint not null,
    detail text not null,
    primary key (community_id, id)
);

-- Who may see a row; 0 is everyone and has no row here. An import is an audience of staff until it is opened.
-- clustered
create table identity_audiences (
    community_id bigint not null,
    id bigint not null,
    kind text not null,
    opened_at bigint,
    withdrawn_at bigint,
    primary key (community_id, id)
);
