//! The reading of exports, through its front door. All names and texts are invented, except where a
//! test reads the shared history.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise, in its fixtures too")]

mod bad_files;
mod bad_messages;
mod fixture;
mod forms;
mod hostile_html;
mod html_messages;
mod json_messages;
mod mutation;
mod service_lines;
mod shared_history;
mod spoilers;
mod zips;
