//! What the store can find wrong with itself. Areas add their own checks as statements that count faults.

use crate::scope::Who;
use crate::{Statement, Store, followers, statement};
use kernel::{Chance, Clock, CommunityId, Result};

/// A statement within a community that counts faults; 0 is health. `says` tells what is counted.
#[derive(Clone, Copy)]
pub struct Check {
    pub name: &'static str,
    pub says: &'static str,
    pub count: &'static Statement,
}

#[derive(Clone, Debug, serde::Serialize)]
pub struct Finding {
    pub community: i64,
    pub check: String,
    pub says: String,
    pub faults: i64,
}

statement!(
    HEAD_BEHIND = "select count(*) from deed_heads h where h.community_id = $1 \
     and h.seq <> coalesce((select max(d.seq) from deeds d where d.community_id = $1), 0)"
);
statement!(GAPS = "select coalesce(max(d.seq), 0) - count(*) from deeds d where d.community_id = $1");
statement!(
    CURSORS_AHEAD = "select count(*) from follower_cursors c join deed_heads h on h.community_id = c.community_id \
     where c.community_id = $1 and c.seq > h.seq"
);
statement!(
    PARTY_ORPHANS = "select count(*) from deed_parties p where p.community_id = $1 \
     and not exists (select 1 from deeds d where d.community_id = p.community_id and d.seq = p.seq)"
);

/// The store's own checks.
pub const CHECKS: &[Check] = &[
    Check { name: "deeds.head", says: "the head of the ledger is not at its last deed", count: &HEAD_BEHIND },
    Check { name: "deeds.gaps", says: "places in the ledger without a deed", count: &GAPS },
    Check { name: "deeds.parties", says: "parties of deeds that are not there", count: &PARTY_ORPHANS },
    Check { name: "followers.cursors", says: "followers that stand ahead of the ledger", count: &CURSORS_AHEAD },
];

/// Runs the checks over every community.
pub async fn examine(store: &Store, checks: &[Check], clock: &Clock, chance: &Chance) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for community in followers::communities(store).await? {
        findings.extend(examine_one(store, checks, community, clock, chance).await?);
    }
    Ok(findings)
}

async fn examine_one(
    store: &Store,
    checks: &[Check],
    community: CommunityId,
    clock: &Clock,
    chance: &Chance,
) -> Result<Vec<Finding>> {
    let mut scope = store.read(&Who::system(community, clock, chance)).await?;
    let mut findings = Vec::new();
    for check in CHECKS.iter().chain(checks) {
        let faults = scope.one::<i64>(check.count, &[]).await?;
        findings.push(Finding { community: community.0, check: check.name.to_owned(), says: check.says.to_owned(), faults });
    }
    Ok(findings)
}
