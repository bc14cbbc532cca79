//! The engine from outside: who is found and why, what is forgotten, what is learnt from answered requests.

mod erasing;
mod finding;
mod fitting;
mod trial;
