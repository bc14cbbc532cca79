//! An archive looked through before anything is changed: what it holds, that it is whole, and that every row fits.

use super::reading::Hashing;
use super::rows::Rows;
use super::{FORMAT, MANIFEST, Manifest, files, newest_schema};
use crate::schema::{self, Table};
use crate::value::Value;
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// The longest manifest read: about a million files.
const MANIFEST_BYTES: u64 = 256 << 20;

/// One member of the tar: where its bytes lie.
#[derive(Clone, Debug)]
struct Member {
    at: u64,
    bytes: u64,
    sha256: String,
}

/// A checked archive. The file stays open: another one put under its name meanwhile changes nothing.
pub(super) struct Index {
    file: File,
    pub manifest: Manifest,
    /// The schema of the archive's time.
    pub shapes: BTreeMap<String, Table>,
    members: BTreeMap<String, Member>,
    /// Erasures the archive knows of: community and hash.
    pub erased: BTreeSet<(i64, Vec<u8>)>,
}

impl Index {
    pub fn open(from: &Path) -> Result<Index> {
        let file = File::open(from).with_context(|| format!("opening {}", from.display()))?;
        let (members, manifest) = members(&file).context("this is not a whole backup of Artel")?;
        ensure!(manifest.format == FORMAT, "the archive has the form {}, this Artel reads {FORMAT}", manifest.format);
        let newest = newest_schema();
        ensure!(
            manifest.schema <= newest,
            "the archive was made by a newer Artel (schema {}, this one knows {newest})",
            manifest.schema
        );
        ensure!(migrations::ALL.iter().any(|migration| migration.0 == manifest.schema), "there is no schema {}", manifest.schema);
        let shapes = schema::at_version(manifest.schema)?;
        let mut index = Index { file, manifest, shapes, members, erased: BTreeSet::new() };
        index.compare()?;
        crate::sqlite::blocking(|| index.read_through())?;
        Ok(index)
    }

    /// The manifest, the schema and the members must name the same things with the same hashes.
    fn compare(&self) -> Result<()> {
        let mut told: BTreeMap<String, (u64, &str)> = BTreeMap::new();
        for table in &self.manifest.tables {
            ensure!(self.shapes.contains_key(&table.name), "schema {} has no table {}", self.manifest.schema, table.name);
            told.insert(format!("tables/{}.jsonl", table.name), (table.bytes, &table.sha256));
        }
        for name in self.shapes.keys() {
            ensure!(told.contains_key(&format!("tables/{name}.jsonl")), "the table {name} is missing");
        }
        for file in self.manifest.files.iter().flatten() {
            ensure!(files::is_within(&file.path), "the manifest names a file outside its folders: {}", file.path);
            told.insert(file.path.clone(), (file.bytes, &file.sha256));
        }
        for (path, (bytes, sha256)) in &told {
            let member = self.members.get(path).with_context(|| format!("{path} is missing"))?;
            ensure!(member.bytes == *bytes && member.sha256 == *sha256, "{path} is not what the manifest says");
        }
        match self.members.keys().find(|path| !told.contains_key(*path)) {
            Some(path) => bail!("the manifest does not know {path}"),
            None => Ok(()),
        }
    }

    fn read_through(&mut self) -> Result<()> {
        let mut erased = BTreeSet::new();
        for entry in &self.manifest.tables {
            let mut dump = self.dump(&entry.name)?;
            while let Some(row) = dump.rows.next()? {
                if let ("people_erasures", [Value::I64(community), Value::Bytes(hash), ..]) = (entry.name.as_str(), &row[..]) {
                    erased.insert((*community, hash.clone()));
                }
            }
            ensure!(
                dump.rows.count() == entry.rows,
                "tables/{}.jsonl has {} rows, not {}",
                entry.name,
                dump.rows.count(),
                entry.rows
            );
        }
        self.erased = erased;
        Ok(())
    }

    /// The rows of one table.
    pub fn dump(&self, name: &str) -> Result<Dump<'_>> {
        let table = self.shapes.get(name).with_context(|| format!("the table {name} is missing"))?;
        let lines = BufReader::with_capacity(1 << 16, self.bytes(&format!("tables/{name}.jsonl"))?);
        Ok(Dump { table, rows: Rows::open(table, lines)? })
    }

    /// Writes one file of the archive, and insists on its hash.
    pub fn extract(&self, path: &str, to: &mut File) -> Result<()> {
        let member = self.members.get(path).with_context(|| format!("{path} is missing"))?;
        let mut reader = Hashing::new(self.bytes(path)?);
        io::copy(&mut reader, to)?;
        ensure!(reader.finish() == member.sha256, "{path} changed while it was read");
        Ok(())
    }

    fn bytes(&self, path: &str) -> Result<Window> {
        let member = self.members.get(path).with_context(|| format!("{path} is missing"))?;
        Ok(Window { file: self.file.try_clone()?, at: member.at, left: member.bytes })
    }
}

/// One table's rows with its shape.
pub(super) struct Dump<'i> {
    pub table: &'i Table,
    pub rows: Rows<'i, BufReader<Window>>,
}

/// A stretch of the archive. Seeks before each read, because windows share one file.
pub(super) struct Window {
    file: File,
    at: u64,
    left: u64,
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.file.seek(SeekFrom::Start(self.at))?;
        let read = self.file.read(&mut buffer[..wanted])?;
        self.at += read as u64;
        self.left -= read as u64;
        Ok(read)
    }
}

/// Every member but the manifest, hashed; and the manifest. Names are judged here: nothing else ever sees the others.
fn members(file: &File) -> Result<(BTreeMap<String, Member>, Manifest)> {
    let (mut members, mut manifest) = (BTreeMap::new(), None);
    let mut archive = tar::Archive::new(BufReader::with_capacity(1 << 16, file));
    for entry in archive.entries()? {
        let entry = entry?;
        let path = std::str::from_utf8(&entry.path_bytes()).context("a name is not UTF-8")?.to_owned();
        ensure!(entry.header().entry_type().is_file(), "{path} is no plain file");
        let (at, bytes) = (entry.raw_file_position(), entry.size());
        if path == MANIFEST {
            ensure!(manifest.is_none() && bytes <= MANIFEST_BYTES, "the manifest is not one");
            manifest = Some(serde_json::from_reader(BufReader::new(entry)).context("the manifest")?);
            continue;
        }
        let is_table = path.strip_prefix("tables/").and_then(|rest| rest.strip_suffix(".jsonl")).is_some_and(|name| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        });
        ensure!(is_table || files::is_within(&path), "the archive holds a file that leads elsewhere: {path:?}");
        let mut reader = Hashing::new(entry);
        crate::sqlite::blocking(|| io::copy(&mut reader, &mut io::sink()))?;
        ensure!(reader.read_so_far() == bytes, "{path} is cut off");
        let member = Member { at, bytes, sha256: reader.finish() };
        ensure!(members.insert(path.clone(), member).is_none(), "{path} is there twice");
    }
    Ok((members, manifest.context("the manifest is missing: the archive is cut off")?))
}
