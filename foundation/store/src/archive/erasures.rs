//! Erasures outlive every backup: what was erased after it was made is erased again after it is restored.

use super::files;
use crate::private;
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

const FILE: &str = "erasures.jsonl";

/// One row of `people_erasures`: a keyed hash of how a person was known, and no more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Erasure {
    pub community: i64,
    #[serde(with = "base64_text")]
    pub hash: Vec<u8>,
    pub identity: i64,
    pub words_too: bool,
    pub at: kernel::Micros,
}

impl Erasure {
    /// The same person, whatever number they had.
    fn person(&self) -> (i64, Vec<u8>) {
        (self.community, self.hash.clone())
    }
}

mod base64_text {
    use super::{Engine, STANDARD};
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<u8>, D::Error> {
        STANDARD.decode(String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// Notes erasures in the data folder, beside the database and outside every backup, and returns when they are on the
/// disk. Those that stand there already are passed over. Gives how many were new.
pub fn note_erasures(data: &Path, erasures: &[Erasure]) -> Result<usize> {
    if erasures.is_empty() {
        return Ok(0);
    }
    let path = data.join(FILE);
    let is_new = !path.exists();
    let mut file = private::options().create(true).read(true).append(true).open(&path).context("the list of erasures")?;
    // A command may write beside a server.
    crate::sqlite::blocking(|| file.lock())?;
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    let held = read(&text);
    let mut lines = Vec::new();
    // What a power cut left unfinished must not swallow the line after it.
    if text.last().is_some_and(|last| *last != b'\n') {
        lines.push(b'\n');
    }
    let mut added = 0;
    let is_held = |erasure: &Erasure| held.get(&erasure.person()).is_some_and(|one| one.words_too == erasure.words_too);
    for erasure in erasures.iter().filter(|erasure| !is_held(erasure)) {
        serde_json::to_writer(&mut lines, erasure)?;
        lines.push(b'\n');
        added += 1;
    }
    if added > 0 {
        file.write_all(&lines)?;
        crate::sqlite::blocking(|| file.sync_all())?;
    }
    if is_new {
        files::sync_folder(data)?;
    }
    Ok(added)
}

/// Every erasure noted in the data folder, each person once, as it was noted last. A line that a power cut left
/// unfinished is passed over: its erasure stands in the database and is noted again at the next start.
pub fn erasures(data: &Path) -> Result<Vec<Erasure>> {
    let mut text = Vec::new();
    match File::open(data.join(FILE)) {
        Ok(mut file) => file.read_to_end(&mut text).context("the list of erasures")?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).context("the list of erasures"),
    };
    Ok(read(&text).into_values().collect())
}

fn read(text: &[u8]) -> BTreeMap<(i64, Vec<u8>), Erasure> {
    let mut noted = BTreeMap::new();
    for (number, line) in text.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.is_empty()) {
        match serde_json::from_slice::<Erasure>(line) {
            Ok(erasure) => {
                noted.insert(erasure.person(), erasure);
            }
            Err(_) => tracing::warn!(line = number + 1, "a line of the list of erasures cannot be read and is passed over"),
        }
    }
    noted
}
