//! What can go wrong at the edge. A person can mend the first five; we must mend the last.

/// One fault at one field of a form. `word` is a key of the area's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    pub field: &'static str,
    pub word: &'static str,
}

#[derive(Debug)]
pub enum Problem {
    /// There is no such thing, or the viewer must not learn that there is.
    NotFound,
    /// The viewer sees the thing but may not do this to it.
    Forbidden,
    /// Fields to mend; what was typed is kept by the page.
    Invalid(Vec<FieldFault>),
    /// Somebody was faster, or the state does not allow it any more. The word says what to do.
    Conflict(&'static str),
    /// Too many tries; seconds to wait.
    TooMany(i64),
    /// The database asked to try again; the edge does so by itself.
    Again(anyhow::Error),
    Internal(anyhow::Error),
}

pub type Result<T, E = Problem> = std::result::Result<T, E>;

impl Problem {
    pub fn field(field: &'static str, word: &'static str) -> Problem {
        Problem::Invalid(vec![FieldFault { field, word }])
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Problem::NotFound => out.write_str("not found"),
            Problem::Forbidden => out.write_str("forbidden"),
            Problem::Invalid(faults) => write!(out, "invalid: {faults:?}"),
            Problem::Conflict(word) => write!(out, "conflict: {word}"),
            Problem::TooMany(seconds) => write!(out, "too many tries, wait {seconds} s"),
            Problem::Again(error) | Problem::Internal(error) => write!(out, "{error:#}"),
        }
    }
}

impl std::error::Error for Problem {}

impl From<anyhow::Error> for Problem {
    fn from(error: anyhow::Error) -> Problem {
        match error.downcast::<Problem>() {
            Ok(problem) => problem,
            Err(error) => Problem::Internal(error),
        }
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Problem {
        Problem::Internal(error.into())
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Problem {
        Problem::Internal(error.into())
    }
}
