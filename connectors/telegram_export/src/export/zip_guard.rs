//! Opening a zip that a stranger made.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use zip::{CompressionMethod, ZipArchive};

use super::fault::{Fault, Problem};
use super::limits::Limits;
use super::source::wanted;

type Archive = ZipArchive<BufReader<File>>;

/// Opens the archive after a look at its last record: the list of files is held in memory, so its
/// size is bounded before it is read.
pub(crate) fn open(mut file: File, label: &str, limits: &Limits) -> Result<Archive, Fault> {
    let broken = |words: String| Fault::whole(label, Problem::BrokenZip(words));
    let end = last_record(&mut file).map_err(|error| broken(error.to_string()))?;
    if let Some(end) = end {
        if end.entries > limits.max_entries as u64 {
            return Err(Fault::whole(label, Problem::TooManyEntries(limits.max_entries as u64)));
        }
        if end.directory_bytes > limits.max_directory_bytes {
            return Err(Fault::whole(label, Problem::TooLarge(limits.max_directory_bytes)));
        }
    }
    let archive = ZipArchive::new(BufReader::new(file)).map_err(|error| broken(error.to_string()))?;
    if archive.len() > limits.max_entries {
        return Err(Fault::whole(label, Problem::TooManyEntries(limits.max_entries as u64)));
    }
    Ok(archive)
}

/// The files that can be part of an export, as place, name and promised size. One unsafe name
/// refuses the whole archive: it was made to do harm.
pub(crate) fn list(archive: &Archive, label: &str) -> Result<Vec<(usize, String, u64)>, Fault> {
    let broken = |error: zip::result::ZipError| Fault::whole(label, Problem::BrokenZip(error.to_string()));
    let mut listed = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(broken)?;
        let name = entry.name().map_err(broken)?.into_owned();
        if !is_safe(&name) {
            return Err(Fault::whole(label, Problem::UnsafeName(name.chars().take(200).collect())));
        }
        if entry.is_symlink() {
            return Err(Fault::whole(label, Problem::SymbolicLink(name)));
        }
        if !entry.is_file() || !wanted(&name) {
            continue;
        }
        let known = matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
        if entry.encrypted() || !known {
            return Err(Fault::whole(label, Problem::Encrypted(name)));
        }
        listed.push((index, name, entry.size()));
    }
    Ok(listed)
}

fn is_safe(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    let absolute = name.starts_with('/') || name.starts_with('\\') || drive;
    let climbs = name.split(['/', '\\']).any(|part| part == "..");
    !name.is_empty() && !absolute && !climbs && !name.contains('\0')
}

struct LastRecord {
    entries: u64,
    directory_bytes: u64,
}

/// Reads the end-of-directory record (APPNOTE 4.3.16), or its 64-bit form (4.3.14).
fn last_record(file: &mut File) -> io::Result<Option<LastRecord>> {
    let length = file.seek(SeekFrom::End(0))?;
    let tail_length = length.min(65_557 + 20);
    file.seek(SeekFrom::Start(length - tail_length))?;
    let mut tail = Vec::new();
    file.by_ref().take(tail_length).read_to_end(&mut tail)?;
    let Some(at) = memchr::memmem::rfind(&tail, b"PK\x05\x06") else { return Ok(None) };
    let mut record =
        LastRecord { entries: number(&tail, at + 10, 2).unwrap_or(0), directory_bytes: number(&tail, at + 12, 4).unwrap_or(0) };
    let locator = at.checked_sub(20).filter(|place| tail[*place..].starts_with(b"PK\x06\x07"));
    if let Some(offset) = locator.and_then(|place| number(&tail, place + 8, 8)).filter(|offset| *offset < length) {
        let mut large = Vec::new();
        file.seek(SeekFrom::Start(offset))?;
        file.by_ref().take(56).read_to_end(&mut large)?;
        // The fields of the short record are all ones when the long one holds the numbers.
        record.directory_bytes = number(&large, 40, 8).unwrap_or(u64::MAX);
        record.entries = number(&large, 32, 8).unwrap_or(u64::MAX);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(Some(record))
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().rev().fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte)))
}
