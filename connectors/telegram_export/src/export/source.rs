//! Where the files of an export lie: alone, in a folder or in a zip. A zip is read entry by entry
//! and never unpacked to the disk.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::fault::{Fault, Place, Problem};
use super::item::Form;
use super::limits::Limits;
use super::warning::{Notice, Warnings};
use super::zip_guard;

/// A file that may belong to the export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// With `/` between folders, as the export names it.
    pub(crate) name: String,
    /// As the folder or the zip promises; only progress believes it.
    pub(crate) size: u64,
    /// The place in the zip.
    index: usize,
    /// The form of a file that was given by itself, known by its first characters.
    pub(crate) alone: Option<Form>,
}

#[cfg(test)]
impl Listed {
    pub(crate) fn named(name: &str) -> Listed {
        Listed { name: name.to_owned(), size: 0, index: 0, alone: None }
    }
}

pub(crate) struct Source {
    kind: Kind,
    limits: Limits,
}

enum Kind {
    File(PathBuf),
    Folder(PathBuf),
    Zip(Box<ZipArchive<BufReader<File>>>),
}

/// A wrapping folder, `chats`, a chat: an export has no deeper pages.
const DEEPEST: usize = 4;

impl Source {
    /// The source and the files in it that can be part of an export.
    pub(crate) fn open(path: &Path, limits: Limits, warnings: &mut Warnings) -> Result<(Source, Vec<Listed>), Fault> {
        let label = label(path);
        let about = fs::metadata(path).map_err(|error| unreadable(&label, &error))?;
        if about.is_dir() {
            let listed = list_folder(path, &limits, warnings)?;
            return Ok((Source { kind: Kind::Folder(path.to_owned()), limits }, listed));
        }
        if !about.is_file() {
            return Err(Fault::whole(label, Problem::NotAnExport));
        }
        if about.len() == 0 {
            return Err(Fault::whole(label, Problem::Empty));
        }
        let mut head = [0u8; 512];
        let mut file = File::open(path).map_err(|error| unreadable(&label, &error))?;
        let length = read_up_to(&mut file, &mut head).map_err(|error| unreadable(&label, &error))?;
        if head.starts_with(b"PK") {
            let archive = zip_guard::open(file, &label, &limits)?;
            let listed = zip_guard::list(&archive, &label)?;
            let listed = listed.into_iter().map(|(index, name, size)| Listed { name, size, index, alone: None }).collect();
            return Ok((Source { kind: Kind::Zip(Box::new(archive)), limits }, listed));
        }
        let form = alone(&label, head.get(..length).unwrap_or_default())?;
        let listed = vec![Listed { name: label, size: about.len(), index: 0, alone: Some(form) }];
        Ok((Source { kind: Kind::File(path.to_owned()), limits }, listed))
    }

    /// Reads one file from its beginning. `budget` is what the whole pass may still unpack.
    pub(crate) fn read<T>(
        &mut self,
        entry: &Listed,
        budget: &mut u64,
        work: impl FnOnce(&mut Guard<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let limits = self.limits;
        let path = match &mut self.kind {
            Kind::File(path) => path.clone(),
            Kind::Folder(root) => root.join(&entry.name),
            Kind::Zip(archive) => {
                let broken = |error: zip::result::ZipError| Fault::whole(&entry.name, Problem::BrokenZip(error.to_string()));
                let mut file = archive.by_index(entry.index).map_err(broken)?;
                let packed = file.compressed_size();
                return work(&mut Guard { inner: &mut file, budget, read: 0, packed: Some(packed), limits });
            }
        };
        let mut file = File::open(&path).map_err(|error| unreadable(&entry.name, &error))?;
        work(&mut Guard { inner: &mut file, budget, read: 0, packed: None, limits })
    }
}

/// Counts what really comes out and stops a file that grows beyond the limits.
pub(crate) struct Guard<'a> {
    inner: &'a mut dyn Read,
    budget: &'a mut u64,
    read: u64,
    packed: Option<u64>,
    limits: Limits,
}

#[derive(Debug)]
struct Tripped(Problem);

impl std::fmt::Display for Tripped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.code())
    }
}

impl std::error::Error for Tripped {}

impl Read for Guard<'_> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(space)?;
        let bytes = count as u64;
        self.read += bytes;
        if bytes > *self.budget {
            return Err(io::Error::other(Tripped(Problem::TooLarge(self.limits.max_bytes))));
        }
        *self.budget -= bytes;
        if let Some(packed) = self.packed {
            let most = packed.max(1).saturating_mul(self.limits.max_ratio);
            if self.read > self.limits.ratio_floor_bytes && self.read > most {
                return Err(io::Error::other(Tripped(Problem::RatioTooHigh(self.limits.max_ratio))));
            }
        }
        Ok(count)
    }
}

/// Says what went wrong while reading, the guard's own refusals included.
pub(crate) fn reading_fault(file: &str, error: &io::Error) -> Fault {
    let refusal = error.get_ref().and_then(|inner| inner.downcast_ref::<Tripped>());
    match refusal {
        Some(Tripped(problem)) => Fault::whole(file, problem.clone()),
        None if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput) => {
            Fault::whole(file, Problem::BrokenZip(error.to_string()))
        }
        None if error.kind() == io::ErrorKind::UnexpectedEof => Fault::whole(file, Problem::Truncated),
        None => unreadable(file, error),
    }
}

fn unreadable(file: &str, error: &io::Error) -> Fault {
    Fault::whole(file, Problem::Unreadable(error.to_string()))
}

pub(crate) fn label(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn read_up_to(file: &mut File, space: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < space.len() {
        match file.read(&mut space[length..])? {
            0 => break,
            count => length += count,
        }
    }
    Ok(length)
}

/// A file by itself is known by its first characters, since people rename what they upload.
fn alone(label: &str, head: &[u8]) -> Result<Form, Fault> {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    match head.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => Ok(Form::Json),
        Some(b'<') => Ok(Form::Html),
        None => Err(Fault::whole(label, Problem::Empty)),
        Some(_) => Err(Fault::whole(label, Problem::NotAnExport)),
    }
}

/// Whether a file of this name can be part of an export. Pictures and styles are never opened.
pub(crate) fn wanted(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    last == "result.json" || page_number(last).is_some()
}

/// 1 for `messages.html`, 3 for `messages3.html`.
pub(crate) fn page_number(name: &str) -> Option<u32> {
    let middle = name.strip_prefix("messages")?.strip_suffix(".html")?;
    if middle.is_empty() {
        return Some(1);
    }
    let plain = middle.bytes().all(|byte| byte.is_ascii_digit()) && !middle.starts_with('0');
    middle.parse().ok().filter(|number| plain && *number > 1)
}

fn list_folder(root: &Path, limits: &Limits, warnings: &mut Warnings) -> Result<Vec<Listed>, Fault> {
    let mut listed = Vec::new();
    let mut seen = 0usize;
    let mut folders = vec![(root.to_owned(), String::new(), 0usize)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| unreadable(&label(&folder), &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(&label(&folder), &error))?;
            seen += 1;
            if seen > limits.max_entries {
                let problem = Problem::TooManyEntries(limits.max_entries as u64);
                return Err(Fault::whole(label(root), problem));
            }
            let Some(own) = entry.file_name().to_str().map(str::to_owned) else { continue };
            let name = if prefix.is_empty() { own } else { format!("{prefix}/{own}") };
            let kind = entry.file_type().map_err(|error| unreadable(&name, &error))?;
            if kind.is_symlink() {
                // A link could lead anywhere on this machine, so it is never followed.
                warnings.add(&label(root), Place::Whole, Notice::LinkSkipped(name));
            } else if kind.is_dir() && depth < DEEPEST {
                folders.push((entry.path(), name, depth + 1));
            } else if kind.is_file() && wanted(&name) {
                let size = entry.metadata().map(|about| about.len()).unwrap_or(0);
                listed.push(Listed { name, size, index: 0, alone: None });
            }
        }
    }
    Ok(listed)
}
