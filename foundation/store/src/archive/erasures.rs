//! Erasures outlive every backup: what was erased after it was made is erased again after it is restored.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Write};
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

/// Notes an erasure in the data folder, beside the database and outside every backup, before it is carried out.
pub fn note_erasure(data: &Path, erasure: &Erasure) -> Result<()> {
    let mut line = serde_json::to_vec(erasure)?;
    line.push(b'\n');
    let mut file = OpenOptions::new().create(true).append(true).open(data.join(FILE)).context("the list of erasures")?;
    file.write_all(&line)?;
    file.sync_all()?;
    Ok(())
}

/// Every erasure noted in the data folder, once, in order. A last line that a power cut left unfinished is passed over:
/// its erasure was not carried out either.
pub fn erasures(data: &Path) -> Result<Vec<Erasure>> {
    let file = match File::open(data.join(FILE)) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).context("the list of erasures"),
    };
    let mut noted: Vec<Erasure> = Vec::new();
    for line in BufReader::new(file).lines() {
        if let Ok(erasure) = serde_json::from_str(&line?) {
            noted.push(erasure);
        }
    }
    noted.sort();
    noted.dedup_by(|one, other| (one.community, &one.hash) == (other.community, &other.hash));
    Ok(noted)
}
