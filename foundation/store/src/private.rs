//! Files for the one who runs the house alone: they hold sessions, addresses, letters and what people wrote. A folder
//! that was there before may be open to everybody, so each file is closed by itself.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

/// Folders of the data folder that are made later by others.
const FOLDERS: [&str; 4] = ["files", "outbox", "search", "uploads"];

/// How a file is opened that nobody else may read, if it is made by this.
pub fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a whole file that nobody else may read.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    options().write(true).create(true).truncate(true).open(path)?.write_all(bytes)
}

/// Makes a folder for its owner alone, with those above it. One that is there is left as it is.
pub fn folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes an empty file, if there is none: what SQLite opens then keeps its mode, and so do the logs beside it.
pub(crate) fn begin(path: &Path) -> io::Result<()> {
    options().append(true).create(true).open(path).map(|_| ())
}

/// Closes to others what an older version, or a hand, left open in the data folder.
pub(crate) fn close(data: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(data)? {
        let entry = entry?;
        let (name, kind) = (entry.file_name(), entry.file_type()?);
        let name = name.to_string_lossy();
        let ours = name.starts_with("artel") || name.ends_with(".jsonl");
        if kind.is_file() && ours {
            restrict(&entry.path(), 0o600);
        } else if kind.is_dir() && FOLDERS.contains(&&*name) {
            restrict(&entry.path(), 0o700);
        }
    }
    Ok(())
}

/// Somebody else's file stays as they want it: the house can work with it, and says so.
#[cfg(unix)]
fn restrict(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    let open = |metadata: std::fs::Metadata| metadata.permissions().mode() & 0o077 != 0;
    if !std::fs::metadata(path).is_ok_and(open) {
        return;
    }
    if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)) {
        tracing::warn!(path = %path.display(), %error, "others can read this, and it could not be closed to them");
    }
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) {}
