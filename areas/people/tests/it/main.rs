//! People through their front door: requests in; pages, letters, rows and deeds out.

mod activity;
mod budget;
mod claims;
mod directory;
mod erasures;
mod keeping;
mod merges;
mod paging;
mod profile;
mod removals;
mod support;
