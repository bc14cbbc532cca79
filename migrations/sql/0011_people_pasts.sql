-- Whose past a person became is asked by the number of the past one. Owner: people.
create index people_merges_by_past on people_merges (community_id, from_member_id);
