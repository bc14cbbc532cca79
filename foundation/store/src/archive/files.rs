//! The files that go along, and the folders around them.

use super::FOLDERS;
use anyhow::{Context, Result};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Every regular file of the folders that go along, relative to the data folder, in order. Links are not followed.
pub(super) fn list(data: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        gather(data, folder.to_owned(), &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn gather(data: &Path, folder: String, found: &mut Vec<String>) -> Result<()> {
    let entries = match std::fs::read_dir(data.join(&folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("reading {folder}")),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().with_context(|| format!("a name in {folder} is not UTF-8: {name:?}"))?;
        let path = format!("{folder}/{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            gather(data, path, found)?;
        } else if kind.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

/// True for `files/…` and `uploads/…` without anything that leads elsewhere, on any system.
pub(super) fn is_within(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', '\0', ':']);
    let mut parts = path.split('/');
    parts.next().is_some_and(|folder| FOLDERS.contains(&folder)) && path.contains('/') && parts.all(plain)
}

/// Makes a rename or a new file in this folder last through a power cut.
pub(super) fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|folder| folder.sync_all()).with_context(|| format!("syncing {}", folder.display()))
}

/// A path beside another that nobody uses.
pub(super) fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(format!("{name}-{}", kernel::Clock::real()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_folders_and_nothing_above_them() {
        assert!(is_within("files/a/б.txt") && is_within("uploads/..a"));
        for path in [
            "files",
            "files/",
            "/files/a",
            "files/../artel.db",
            "files/./a",
            "files//a",
            "artel.db",
            "files/a\\..\\b",
            "files/c:x",
            "files/a\0",
        ] {
            assert!(!is_within(path), "{path}");
        }
    }
}
