//! Histories come in through the real job, on the database that the run of tests chose.

mod bringing;
mod forms;
mod house;
mod obeyed;
mod pages;
mod refused;
mod shared;
mod shown;
mod sweeping;
mod taking_back;
mod workshop;
