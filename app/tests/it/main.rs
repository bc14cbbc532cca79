//! Artel as a whole: its doors, its statements, what its pages cost, and the real program from outside.

mod addresses;
mod app;
mod bench_routing;
mod command;
mod costs;
mod desk;
mod doors;
mod doors_expected;
mod history;
mod host;
mod importing;
mod keeping;
mod program;
mod pulse;
mod pulse_oracle;
mod serving;
mod simulating;
mod statements;
mod untouched;
mod welcome;
