-- What becomes of a person in each case that resilience asks of, as marks (see figures/fates.rs), and with whom their first,
-- third and sixth tie came to be. Days kept before are computed anew when they are asked for. Owner: pulse.
alter table pulse_standings add column fates bigint not null default 0;
alter table pulse_standings add column tie_with_1 bigint;
alter table pulse_standings add column tie_with_3 bigint;
alter table pulse_standings add column tie_with_6 bigint;
