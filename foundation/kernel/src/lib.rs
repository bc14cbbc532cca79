//! Plain types that every part of Artel speaks: who, where, when, by what right, and what went wrong.
//! No I/O, no business words.

pub mod chance;
pub mod clock;
pub mod door;
pub mod folded;
pub mod ids;
pub mod letter;
pub mod locale;
pub mod problem;
pub mod token;
pub mod viewer;
pub mod visible;

pub use chance::Chance;
pub use clock::{Clock, MICROS_PER_DAY, MICROS_PER_SECOND, Micros};
pub use door::Door;
pub use folded::{fold, sort_key};
pub use ids::{AccountId, AudienceId, CommunityId, IdentityId, MemberId};
pub use letter::Letter;
pub use locale::Locale;
pub use problem::{FieldFault, Problem, Result};
pub use viewer::{Role, Roles, Viewer};
pub use visible::visible;
