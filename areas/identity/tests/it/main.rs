//! Identity through its front door: requests in; pages, letters, rows and deeds out.

mod account;
mod faces;
mod first_run;
mod hosts;
mod invitations;
mod passing;
mod roles;
mod sessions;
mod sign_in;
mod statements;
mod support;
mod words;
