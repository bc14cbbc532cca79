//! People through their front door: requests in; pages, letters, rows and deeds out.

mod activity;
mod budget;
mod claims;
mod directory;
mod erasures;
mod merges;
mod profile;
mod support;
