//! What commands print. Whoever reads only the beginning has heard enough: a pipe that was closed ends the words, quietly,
//! and nothing else.

use std::fmt::Arguments;
use std::io::{Error, ErrorKind, Write};

/// Prints a line, as `println!` does.
macro_rules! say {
    ($($said:tt)*) => { $crate::said::line(format_args!($($said)*)) };
}
pub(crate) use say;

/// # Errors
/// If it cannot be written, unless nobody reads any more.
pub fn line(said: Arguments<'_>) -> anyhow::Result<()> {
    heard(writeln!(std::io::stdout().lock(), "{said}"))
}

/// Prints a text as it is.
///
/// # Errors
/// If it cannot be written, unless nobody reads any more.
pub fn text(said: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    heard(out.write_all(said.as_bytes()).and_then(|()| out.flush()))
}

/// What was written, or what nobody reads any more.
pub fn heard(written: Result<(), Error>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
