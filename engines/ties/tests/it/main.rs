//! Each function against its definition, on graphs that proptest invents and on known ones.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

mod between;
mod clusters;
mod drawing;
mod invented;
mod known;
mod names;
mod removal;
mod shape;
mod survival;
