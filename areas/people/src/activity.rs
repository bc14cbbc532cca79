//! Projection of the ledger: what each identity wrote in a month, in all, and whom it answered.
//! A slice of deeds is summed in memory first, so that a long import costs a few rows a slice, not a few a deed.

use crate::deeds;
use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use kernel::{AudienceId, IdentityId, Micros, Result};
use std::collections::{BTreeMap, BTreeSet};
use store::{BoxFuture, DeedRow, Follower, FollowerRole, Scope, Value, args, statement};

statement!(
    ADD_MONTH = "insert into people_activity (community_id, identity_id, month, audience_id, messages, replies, answered, reactions, last_at) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (community_id, identity_id, month, audience_id) do update set \
     messages = people_activity.messages + excluded.messages, replies = people_activity.replies + excluded.replies, \
     answered = people_activity.answered + excluded.answered, reactions = people_activity.reactions + excluded.reactions, \
     last_at = case when excluded.last_at > people_activity.last_at then excluded.last_at else people_activity.last_at end"
);
statement!(
    ADD_TIE = "insert into people_ties (community_id, identity_id, other_id, audience_id, given, received, last_at) \
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (community_id, identity_id, other_id, audience_id) do update set \
     given = people_ties.given + excluded.given, received = people_ties.received + excluded.received, \
     last_at = case when excluded.last_at > people_ties.last_at then excluded.last_at else people_ties.last_at end"
);
statement!(
    ADD_TOTAL = "insert into people_totals (community_id, identity_id, audience_id, messages, first_at, last_at) \
     values ($1, $2, $3, $4, $5, $6) on conflict (community_id, identity_id, audience_id) do update set \
     messages = people_totals.messages + excluded.messages, \
     first_at = case when excluded.first_at < people_totals.first_at then excluded.first_at else people_totals.first_at end, \
     last_at = case when excluded.last_at > people_totals.last_at then excluded.last_at else people_totals.last_at end"
);
statement!(FORGET_MONTHS = "delete from people_activity where community_id = $1 and audience_id = $2");
statement!(FORGET_TIES = "delete from people_ties where community_id = $1 and audience_id = $2");
statement!(FORGET_TOTALS = "delete from people_totals where community_id = $1 and audience_id = $2");
statement!(FORGET_ALL_MONTHS = "delete from people_activity where community_id = $1");
statement!(FORGET_ALL_TIES = "delete from people_ties where community_id = $1");
statement!(FORGET_ALL_TOTALS = "delete from people_totals where community_id = $1");

/// The follower of this area.
pub struct Activity;

#[derive(Default)]
struct Month {
    messages: i64,
    replies: i64,
    answered: i64,
    reactions: i64,
    last_at: Micros,
}

#[derive(Default)]
struct Tie {
    given: i64,
    received: i64,
    last_at: Micros,
}

struct Total {
    messages: i64,
    first_at: Micros,
    last_at: Micros,
}

/// The sums of one slice. Ordered, so that rows are written in the order they lie.
struct Sums {
    zone: Tz,
    months: BTreeMap<(i64, i64, i64), Month>,
    ties: BTreeMap<(i64, i64, i64), Tie>,
    totals: BTreeMap<(i64, i64), Total>,
    withdrawn: BTreeSet<i64>,
}

impl Sums {
    fn new(zone: Tz) -> Sums {
        Sums { zone, months: BTreeMap::new(), ties: BTreeMap::new(), totals: BTreeMap::new(), withdrawn: BTreeSet::new() }
    }

    fn take(&mut self, deed: &DeedRow) {
        match (deed.kind.as_str(), deed.actor) {
            (deeds::MESSAGE, Some(author)) => self.wrote(author, deed, false),
            (deeds::REPLY, Some(author)) => {
                self.wrote(author, deed, true);
                if let Some(other) = deed.party("answered").filter(|other| *other != author) {
                    self.month(other, deed).answered += 1;
                    self.tie(author, other, deed).given += 1;
                    self.tie(other, author, deed).received += 1;
                }
            }
            (deeds::REACTION, _) => {
                if let Some(receiver) = deed.party("receiver").filter(|receiver| deed.actor != Some(*receiver)) {
                    self.month(receiver, deed).reactions += deed.amount.max(1);
                }
            }
            (deeds::WITHDRAWN, _) => self.withdraw(deed.audience),
            (deeds::CAME, Some(who)) => self.came(who, deed),
            (deeds::BROUGHT, _) => {
                let invited = deed.parties.iter().filter(|(part, _)| part == "invited");
                invited.for_each(|(_, who)| self.came(*who, deed));
            }
            // Leaves, removals and deletions change no sum: what was written was written.
            _ => {}
        }
    }

    fn wrote(&mut self, author: IdentityId, deed: &DeedRow, reply: bool) {
        let month = self.month(author, deed);
        month.messages += 1;
        month.replies += i64::from(reply);
        let total =
            self.totals.entry((author.0, deed.audience.0)).or_insert(Total { messages: 0, first_at: deed.at, last_at: deed.at });
        total.messages += 1;
        total.first_at = total.first_at.min(deed.at);
        total.last_at = total.last_at.max(deed.at);
    }

    /// A month in which nothing need be written: from then on somebody is here.
    fn came(&mut self, who: IdentityId, deed: &DeedRow) {
        self.month(who, deed);
    }

    fn month(&mut self, identity: IdentityId, deed: &DeedRow) -> &mut Month {
        let month = self.months.entry((identity.0, month_of(self.zone, deed.at), deed.audience.0)).or_default();
        month.last_at = month.last_at.max(deed.at);
        month
    }

    fn tie(&mut self, from: IdentityId, to: IdentityId, deed: &DeedRow) -> &mut Tie {
        let tie = self.ties.entry((from.0, to.0, deed.audience.0)).or_default();
        tie.last_at = tie.last_at.max(deed.at);
        tie
    }

    /// An import was taken back: nothing of its audience stays, neither in this slice nor from before.
    fn withdraw(&mut self, audience: AudienceId) {
        self.months.retain(|key, _| key.2 != audience.0);
        self.ties.retain(|key, _| key.2 != audience.0);
        self.totals.retain(|key, _| key.1 != audience.0);
        self.withdrawn.insert(audience.0);
    }

    async fn write(self, scope: &mut Scope) -> Result<()> {
        for audience in self.withdrawn.into_iter().filter(|audience| *audience != AudienceId::EVERYONE.0) {
            for statement in [&FORGET_MONTHS, &FORGET_TIES, &FORGET_TOTALS] {
                scope.run(statement, args![audience]).await?;
            }
        }
        let row = |values: &[Value]| values.to_vec();
        let months = self.months.into_iter().map(|((identity, month, audience), sum)| {
            row(args![identity, month, audience, sum.messages, sum.replies, sum.answered, sum.reactions, sum.last_at])
        });
        scope.run_many(&ADD_MONTH, months.collect()).await?;
        let ties = self
            .ties
            .into_iter()
            .map(|((from, to, audience), tie)| row(args![from, to, audience, tie.given, tie.received, tie.last_at]));
        scope.run_many(&ADD_TIE, ties.collect()).await?;
        let totals = self
            .totals
            .into_iter()
            .map(|((identity, audience), total)| row(args![identity, audience, total.messages, total.first_at, total.last_at]));
        scope.run_many(&ADD_TOTAL, totals.collect()).await?;
        Ok(())
    }
}

/// The month of a moment in a zone, as 202403.
pub(crate) fn month_of(zone: Tz, at: Micros) -> i64 {
    let local = DateTime::from_timestamp_micros(at).unwrap_or_default().with_timezone(&zone);
    i64::from(local.year()) * 100 + i64::from(local.month())
}

impl Follower for Activity {
    fn name(&self) -> &'static str {
        "people.activity"
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Projection
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let zone = identity::community::known(scope).await?.community.timezone;
            let mut sums = Sums::new(zone);
            deeds.iter().for_each(|deed| sums.take(deed));
            sums.write(scope).await
        })
    }

    fn reset<'a>(&'a self, scope: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for statement in [&FORGET_ALL_MONTHS, &FORGET_ALL_TIES, &FORGET_ALL_TOTALS] {
                scope.run(statement, &[]).await?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deed(seq: i64, kind: &str, at: Micros, actor: i64, party: Option<(&str, i64)>, audience: i64) -> DeedRow {
        DeedRow {
            seq,
            kind: kind.to_owned(),
            at,
            recorded_at: at,
            actor: Some(IdentityId(actor)),
            object_kind: "message".to_owned(),
            object: seq,
            audience: AudienceId(audience),
            channel: store::deeds::IMPORTED.to_owned(),
            amount: 0,
            parties: party.into_iter().map(|(part, id)| (part.to_owned(), IdentityId(id))).collect(),
        }
    }

    #[test]
    fn months_are_those_of_the_zone() {
        // 2024-02-29T22:30:00Z is already March in Moscow.
        let at = 1_709_245_800_000_000;
        assert_eq!(month_of(chrono_tz::Europe::Moscow, at), 202_403);
        assert_eq!(month_of(Tz::UTC, at), 202_402);
    }

    #[test]
    fn a_slice_is_summed_and_a_withdrawn_import_leaves_nothing() {
        let mut sums = Sums::new(Tz::UTC);
        sums.take(&deed(1, deeds::MESSAGE, 5, 1, None, 9));
        sums.take(&deed(2, deeds::REPLY, 7, 2, Some(("answered", 1)), 9));
        sums.take(&deed(3, deeds::REPLY, 8, 2, Some(("answered", 2)), 0));
        sums.take(&deed(4, deeds::REACTION, 9, 2, Some(("receiver", 1)), 9));
        assert_eq!(sums.ties[&(2, 1, 9)].given, 1);
        assert_eq!(sums.ties[&(1, 2, 9)].received, 1);
        assert!(!sums.ties.contains_key(&(2, 2, 0)), "an answer to oneself ties nobody");
        assert_eq!(sums.months[&(1, 197_001, 9)].reactions, 1);
        assert_eq!((sums.totals[&(1, 9)].messages, sums.totals[&(2, 0)].messages), (1, 1));
        sums.take(&deed(5, deeds::BROUGHT, 1, 1, Some(("invited", 3)), 0));
        assert_eq!(sums.months.get(&(3, 197_001, 0)).map(|month| month.messages), Some(0), "here, and silent");
        sums.take(&deed(6, deeds::WITHDRAWN, 9, 1, None, 9));
        assert!(sums.totals.keys().all(|key| key.1 == 0) && sums.months.keys().all(|key| key.2 == 0) && sums.ties.is_empty());
    }
}
