//! Histories come in through the real job, on the database that the run of tests chose.

mod bringing;
mod house;
mod pages;
mod shared;
mod sweeping;
mod taking_back;
mod workshop;
