//! Requests through the front door, on both databases.
