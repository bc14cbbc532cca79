-- Recommendations of one member: whoever is erased is named in them no more. Owner: requests.
create index requests_answers_of_person on requests_answers (community_id, person_id, at, id) where person_id is not null;
