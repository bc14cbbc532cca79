-- Audiences of chosen people: those who were named see the rows, staff included only where they are named. Owner: identity.

-- clustered
create table identity_audience_members (
    community_id bigint not null,
    audience_id bigint not null,
    member_id bigint not null,
    added_at bigint not null,
    primary key (community_id, audience_id, member_id)
);
create index identity_audience_members_by_member on identity_audience_members (community_id, member_id, audience_id);
create index identity_audiences_by_kind on identity_audiences (community_id, kind, id);
-- Who was chosen, for the lists of other areas.
create view identity_chosen as
    select community_id, audience_id, member_id from identity_audience_members;
