//! Statements are named once, in the file of their noun, and known to the house before they run:
//! a test prepares each of them on both databases and looks at its plan.

use crate::dialect::Dialect;
use std::sync::OnceLock;

/// A statement within a community. `$1` is always the community and is bound by the scope.
pub struct Statement {
    pub name: &'static str,
    pub place: &'static str,
    pub text: &'static str,
    /// True for statements outside communities, whose `$1` is free.
    pub global: bool,
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
}

impl Statement {
    #[doc(hidden)]
    pub const fn new(name: &'static str, place: &'static str, text: &'static str, global: bool) -> Statement {
        assert!(
            global || (contains(text, "community_id") && contains(text, "$1")),
            "a statement names its community: `community_id = $1`"
        );
        Statement { name, place, text, global, sqlite: OnceLock::new(), postgres: OnceLock::new() }
    }

    /// The text as one database wants it.
    pub fn in_dialect(&self, dialect: Dialect) -> &str {
        match dialect {
            Dialect::Sqlite => self.sqlite.get_or_init(|| dialect.render(self.text)),
            Dialect::Postgres => self.postgres.get_or_init(|| dialect.render(self.text)),
        }
    }

    /// Every statement of every crate linked into this program.
    pub fn all() -> impl Iterator<Item = &'static Statement> {
        inventory::iter::<Registered>().map(|registered| registered.0)
    }
}

#[doc(hidden)]
pub struct Registered(pub &'static Statement);
inventory::collect!(Registered);

const fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let mut start = 0;
    while start + part.len() <= text.len() {
        let mut at = 0;
        while at < part.len() && text[start + at] == part[at] {
            at += 1;
        }
        if at == part.len() {
            return true;
        }
        start += 1;
    }
    false
}

/// Names a statement within a community: `statement!(pub(crate) THREADS = "select … where community_id = $1 and …")`.
///
/// One that does not name its community does not compile:
///
/// ```compile_fail
/// store::statement!(EVERYBODY = "select name from identity_members");
/// ```
#[macro_export]
macro_rules! statement {
    ($(#[$doc:meta])* $seen:vis $name:ident = $text:expr) => {
        $(#[$doc])* $seen static $name: $crate::Statement = $crate::Statement::new(stringify!($name), concat!(file!(), ":", line!()), $text, false);
        $crate::inventory::submit! { $crate::Registered(&$name) }
    };
}

/// Names a statement outside communities (accounts, sessions, communities, jobs).
#[macro_export]
macro_rules! global_statement {
    ($(#[$doc:meta])* $seen:vis $name:ident = $text:expr) => {
        $(#[$doc])* $seen static $name: $crate::Statement = $crate::Statement::new(stringify!($name), concat!(file!(), ":", line!()), $text, true);
        $crate::inventory::submit! { $crate::Registered(&$name) }
    };
}
