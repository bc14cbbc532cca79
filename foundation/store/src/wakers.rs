//! Who is told after a commit: followers by community, job runners at once. A slow sweep stands behind,
//! so a lost word costs time and nothing else.

use kernel::CommunityId;
use std::collections::BTreeSet;
use std::sync::Mutex;
use tokio::sync::Notify;

#[derive(Default)]
pub struct Wakers {
    moved: Mutex<BTreeSet<i64>>,
    deeds: Notify,
    jobs: Notify,
}

impl Wakers {
    pub fn deeds(&self, community: CommunityId) {
        self.moved.lock().expect("nothing panics with this in hand").insert(community.0);
        self.deeds.notify_one();
    }

    pub fn jobs(&self) {
        self.jobs.notify_waiters();
        self.jobs.notify_one();
    }

    /// Waits until some community's ledger moved; gives the communities.
    pub async fn moved(&self) -> Vec<CommunityId> {
        loop {
            let moved = std::mem::take(&mut *self.moved.lock().expect("nothing panics with this in hand"));
            if !moved.is_empty() {
                return moved.into_iter().map(CommunityId).collect();
            }
            self.deeds.notified().await;
        }
    }

    pub async fn jobs_waiting(&self) {
        self.jobs.notified().await;
    }
}
