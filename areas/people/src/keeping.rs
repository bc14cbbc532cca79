//! Erasures outlive the database. Each is noted in a list beside the data, outside every backup; whoever a restored
//! database knows again is forgotten again before the house opens, from that list alone.

use crate::erasures::{self, ErasureRow};
use kernel::{Chance, Clock, CommunityId, IdentityId, Result};
use std::collections::{BTreeMap, BTreeSet};
use store::archive::{self, Erasure};
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Store, Who, Work, followers};

/// The job that notes one erasure: its payload is the line.
pub const NOTE: &str = "people.note-erasure";

fn line(community: CommunityId, row: ErasureRow) -> Erasure {
    Erasure { community: community.0, hash: row.hash, identity: row.identity.0, words_too: row.words_too, at: row.at }
}

fn row(line: Erasure) -> ErasureRow {
    ErasureRow { hash: line.hash, identity: IdentityId(line.identity), words_too: line.words_too, at: line.at }
}

/// Has an erasure noted once it is true: the job is written in its transaction, so neither is lost without the other.
pub(crate) async fn note(scope: &mut Scope, row: ErasureRow) -> Result<()> {
    let payload = serde_json::to_value(line(scope.community(), row))?;
    scope.enqueue(Work { kind: NOTE, payload, due: None, key: None }).await.map(|_| ())
}

/// Writes the line. A second try finds it there.
pub struct Noting;

impl JobHandler for Noting {
    fn kind(&self) -> &'static str {
        NOTE
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let erasure: Erasure = serde_json::from_value(job.payload.clone())?;
            archive::note_erasures(job.store.data(), &[erasure])?;
            Ok(Outcome::Done)
        })
    }
}

/// Brings the list and the database together, whichever of them was restored: what stands in one alone is carried over
/// to the other. To be called before anybody is let in. Gives how many people were forgotten again.
pub async fn replay(store: &Store, clock: &Clock, chance: &Chance) -> Result<usize> {
    let mut noted: BTreeMap<CommunityId, Vec<ErasureRow>> = BTreeMap::new();
    for erasure in archive::erasures(store.data())? {
        noted.entry(CommunityId(erasure.community)).or_default().push(row(erasure));
    }
    let mut forgotten = 0;
    for community in followers::communities(store).await? {
        let who = Who::system(community, clock, chance);
        let held = erasures::rows(&mut store.read(&who).await?).await?;
        let noted = noted.remove(&community).unwrap_or_default();
        let hashes: BTreeSet<&[u8]> = held.iter().map(|row| row.hash.as_slice()).collect();
        if noted.iter().any(|row| !hashes.contains(row.hash.as_slice())) {
            let mut scope = store.write(&who).await?;
            forgotten += erasures::replay(&mut scope, &noted).await?;
            scope.commit().await?;
        }
        let lines: Vec<Erasure> = held.into_iter().map(|row| line(community, row)).collect();
        archive::note_erasures(store.data(), &lines)?;
    }
    Ok(forgotten)
}
