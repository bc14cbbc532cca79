//! Pulse on histories made by hand and by chance, on both databases.

mod definitions;
mod keeping;
mod model;
mod naming;
mod pages;
mod pages_front;
mod pages_left;
mod pages_members;
mod pages_opened;
mod pages_ties;
mod rebuilding;
mod town;
mod words;
