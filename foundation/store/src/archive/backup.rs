//! Writes an archive while the house serves.

use super::reading::Hashing;
use super::{FORMAT, FileEntry, MANIFEST, Manifest, TableEntry, files, hex, newest_schema, rows};
use crate::Store;
use crate::schema::{self, Table};
use crate::tx::Counted;
use anyhow::{Context, Result, ensure};
use kernel::{Clock, MICROS_PER_SECOND};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::Path;

type Tar = tar::Builder<BufWriter<File>>;

/// Writes everything to the file `to`, which appears whole or not at all. With `data` (the data folder) its files go
/// along. Memory stays constant; one table at a time lies beside `to` meanwhile.
pub async fn backup(store: &Store, data: Option<&Path>, to: &Path) -> Result<Manifest> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let unfinished = tempfile::Builder::new().prefix(".artel-backup-").tempfile_in(folder).context("the folder of the backup")?;
    let made_at = Clock::real();
    let mut tar = tar::Builder::new(BufWriter::new(unfinished.reopen()?));
    let tables = add_tables(store, &mut tar, folder, made_at).await?;
    let files = data.map(|data| add_files(data, &mut tar)).transpose()?;
    let manifest = Manifest { format: FORMAT, schema: newest_schema(), made_at, tables, files };
    let text = serde_json::to_vec_pretty(&manifest)?;
    tar.append_data(&mut header(text.len() as u64, made_at), MANIFEST, &text[..])?;
    tar.into_inner()?.into_inner()?.sync_all()?;
    unfinished.persist(to).with_context(|| format!("naming the backup {}", to.display()))?;
    files::sync_folder(folder)?;
    Ok(manifest)
}

/// All tables from one snapshot.
async fn add_tables(store: &Store, tar: &mut Tar, folder: &Path, made_at: i64) -> Result<Vec<TableEntry>> {
    let shapes = schema::at_version(newest_schema())?;
    let mut tx = store.begin(false).await?;
    let mut entries = Vec::new();
    for table in shapes.values() {
        let mut dump = tempfile::tempfile_in(folder)?;
        let (rows, hash) = dump_table(&mut tx, table, &mut dump).await.with_context(|| format!("the table {}", table.name))?;
        let bytes = dump.stream_position()?;
        dump.rewind()?;
        tar.append_data(&mut header(bytes, made_at), format!("tables/{}.jsonl", table.name), &mut dump)?;
        entries.push(TableEntry { name: table.name.clone(), rows, bytes, sha256: hash });
    }
    tx.commit().await?;
    Ok(entries)
}

async fn dump_table(tx: &mut Counted, table: &Table, dump: &mut File) -> Result<(u64, String)> {
    let mut out = Hashed { inner: BufWriter::new(dump), hash: Sha256::new() };
    serde_json::to_writer(&mut out, &rows::Header::of(table))?;
    out.write_all(b"\n")?;
    let mut count = 0;
    tx.each_of_many(&rows::select(table), &mut |row| {
        count += 1;
        rows::write_row(&mut out, table, row.into_cells())
    })
    .await?;
    out.flush()?;
    Ok((count, hex(out.hash.finalize())))
}

/// The files as they are when their turn comes. One that goes meanwhile was not there; one that grows ends where it ended.
fn add_files(data: &Path, tar: &mut Tar) -> Result<Vec<FileEntry>> {
    let mut entries = Vec::new();
    for path in files::list(data)? {
        let file = match File::open(data.join(&path)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error).with_context(|| path),
        };
        let kept = file.metadata()?;
        let changed =
            kept.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()).map_or(0, |at| at.as_micros());
        let mut reader = Hashing::new(file.take(kept.len()));
        let mut header = header(kept.len(), i64::try_from(changed).unwrap_or(0));
        crate::sqlite::blocking(|| tar.append_data(&mut header, &path, &mut reader))?;
        ensure!(reader.read_so_far() == kept.len(), "{path} became shorter while it was copied: try again");
        entries.push(FileEntry { path, bytes: kept.len(), sha256: reader.finish() });
    }
    Ok(entries)
}

fn header(bytes: u64, at: i64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at / MICROS_PER_SECOND).unwrap_or(0));
    header
}

struct Hashed<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
