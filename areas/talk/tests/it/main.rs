//! Talk through the front door: requests in; pages, rows and deeds out. `ARTEL_TEST_DATABASE` chooses the database.

mod erasing;
mod finding;
mod hidden;
mod house;
mod reading;
mod scale;
mod writing;
