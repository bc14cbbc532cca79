//! Projection of the ledger: who wrote when, who answered whom, who came and went, by days of the community's zone.
//! All are sums of integers by identity, so the order in which deeds come, merges and their undoing change no row:
//! persons are put together when figures are read.

use crate::day::{Day, day_and_hour};
use crate::{deeds, snapshot};
use chrono_tz::Tz;
use kernel::{AudienceId, IdentityId, Result};
use std::collections::{BTreeMap, BTreeSet};
use store::{BoxFuture, DeedRow, Follower, FollowerRole, Scope, args, statement};

statement!(
    ADD_DAY = "insert into pulse_days (community_id, identity_id, day, audience_id, messages, replies) values ($1, $2, $3, $4, $5, $6) \
     on conflict (community_id, identity_id, day, audience_id) do update set \
     messages = pulse_days.messages + excluded.messages, replies = pulse_days.replies + excluded.replies"
);
statement!(
    ADD_HOUR = "insert into pulse_hours (community_id, day, hour, identity_id, audience_id, messages) values ($1, $2, $3, $4, $5, $6) \
     on conflict (community_id, day, hour, identity_id, audience_id) do update set messages = pulse_hours.messages + excluded.messages"
);
statement!(
    ADD_TIE = "insert into pulse_ties (community_id, a_id, b_id, day, audience_id, ab, ba) values ($1, $2, $3, $4, $5, $6, $7) \
     on conflict (community_id, a_id, b_id, day, audience_id) do update set ab = pulse_ties.ab + excluded.ab, ba = pulse_ties.ba + excluded.ba"
);
statement!(
    ADD_MOVE = "insert into pulse_moves (community_id, identity_id, seq, day, audience_id, arrived) values ($1, $2, $3, $4, $5, $6) \
     on conflict (community_id, identity_id, seq) do nothing"
);
statement!(FORGET_DAYS = "delete from pulse_days where community_id = $1 and audience_id = $2");
statement!(FORGET_HOURS = "delete from pulse_hours where community_id = $1 and audience_id = $2");
statement!(FORGET_TIES = "delete from pulse_ties where community_id = $1 and audience_id = $2");
statement!(FORGET_MOVES = "delete from pulse_moves where community_id = $1 and audience_id = $2");
statement!(FORGET_ALL_DAYS = "delete from pulse_days where community_id = $1");
statement!(FORGET_ALL_HOURS = "delete from pulse_hours where community_id = $1");
statement!(FORGET_ALL_TIES = "delete from pulse_ties where community_id = $1");
statement!(FORGET_ALL_MOVES = "delete from pulse_moves where community_id = $1");
statement!(ZONE = "select timezone from pulse_zones where community_id = $1");
statement!(
    SET_ZONE = "insert into pulse_zones (community_id, timezone) values ($1, $2) \
     on conflict (community_id) do update set timezone = excluded.timezone"
);
statement!(FORGET_ZONE = "delete from pulse_zones where community_id = $1");

/// Deeds of one person at one moment: messages, joins. Imported histories know time by the second.
const DEEDS_AT_ONCE: i64 = 200;

/// The follower's name: its cursor.
pub const NAME: &str = "pulse.days";

/// The follower of this area.
pub struct Rollup;

#[derive(Default)]
struct Sums {
    days: BTreeMap<(i64, Day, i64), (i64, i64)>,
    hours: BTreeMap<(Day, i64, i64, i64), i64>,
    ties: BTreeMap<(i64, i64, Day, i64), (i64, i64)>,
    moves: Vec<(i64, i64, Day, i64, bool)>,
    withdrawn: BTreeSet<i64>,
    /// The first day whose figures these deeds change.
    since: Option<Day>,
}

impl Sums {
    fn take(&mut self, deed: &DeedRow, zone: Tz) {
        let (day, hour) = day_and_hour(zone, deed.at);
        match (deed.kind.as_str(), deed.actor) {
            ("talk.message" | "talk.reply", Some(author)) => self.wrote(deed, author, day, hour, 1),
            ("import.withdrawn", _) => self.withdraw(deed.audience),
            _ => {
                for (identity, arrived) in deeds::moves(deed) {
                    self.moves.push((identity.0, deed.seq, day, deed.audience.0, arrived));
                    self.touch(day);
                }
            }
        }
        if deeds::changes_persons(&deed.kind) {
            self.touch(Day::MIN);
        }
    }

    /// One message more, or one less where its words were taken away.
    fn wrote(&mut self, deed: &DeedRow, author: IdentityId, day: Day, hour: i64, sign: i64) {
        let (audience, replies) = (deed.audience.0, i64::from(deed.kind == "talk.reply"));
        let written = self.days.entry((author.0, day, audience)).or_default();
        written.0 += sign;
        written.1 += sign * replies;
        *self.hours.entry((day, hour, author.0, audience)).or_default() += sign;
        if let Some(other) = deed.party("answered").filter(|other| *other != author) {
            let weight = sign * deeds::REPLY_WEIGHT;
            let tie = self.ties.entry((author.0.min(other.0), author.0.max(other.0), day, audience)).or_default();
            if author.0 < other.0 { tie.0 += weight } else { tie.1 += weight }
        }
        self.touch(day);
    }

    fn touch(&mut self, day: Day) {
        self.since = Some(self.since.map_or(day, |since| since.min(day)));
    }

    /// An import was taken back: nothing of its audience stays, neither in this slice nor from before.
    fn withdraw(&mut self, audience: AudienceId) {
        if audience == AudienceId::EVERYONE {
            return;
        }
        self.days.retain(|key, _| key.2 != audience.0);
        self.hours.retain(|key, _| key.3 != audience.0);
        self.ties.retain(|key, _| key.3 != audience.0);
        self.moves.retain(|row| row.3 != audience.0);
        self.withdrawn.insert(audience.0);
    }

    async fn write(self, scope: &mut Scope) -> Result<()> {
        for audience in self.withdrawn {
            for statement in [&FORGET_DAYS, &FORGET_HOURS, &FORGET_TIES, &FORGET_MOVES] {
                scope.run(statement, args![audience]).await?;
            }
        }
        let days = self
            .days
            .into_iter()
            .map(|((who, day, audience), (messages, replies))| args![who, day, audience, messages, replies].to_vec());
        scope.run_many(&ADD_DAY, days.collect()).await?;
        let hours = self.hours.into_iter().map(|((day, hour, who, audience), n)| args![day, hour, who, audience, n].to_vec());
        scope.run_many(&ADD_HOUR, hours.collect()).await?;
        let ties = self.ties.into_iter().map(|((a, b, day, audience), (ab, ba))| args![a, b, day, audience, ab, ba].to_vec());
        scope.run_many(&ADD_TIE, ties.collect()).await?;
        let moves =
            self.moves.into_iter().map(|(who, seq, day, audience, arrived)| args![who, seq, day, audience, arrived].to_vec());
        scope.run_many(&ADD_MOVE, moves.collect()).await?;
        if let Some(since) = self.since {
            snapshot::grow_stale(scope, since).await?;
        }
        Ok(())
    }
}

/// Messages whose words were taken away by their author or a moderator count no longer: what cannot be opened is no
/// evidence. Those of an erased person stay counted, as a former member's.
async fn take_away(scope: &mut Scope, sums: &mut Sums, deeds: &[DeedRow], zone: Tz) -> Result<()> {
    for deed in deeds.iter().filter(|deed| deed.kind == talk::deeds::DELETED && deed.actor.is_some()) {
        // The deed names who deleted, and that may be another of the author's identities: talk knows which one wrote.
        let Some((author, at)) = talk::evidence::written(scope, deed.object).await? else { continue };
        let written = scope.deeds_by(author, at, at + 1, DEEDS_AT_ONCE).await?;
        let is_it = |row: &&DeedRow| row.object == deed.object && ["talk.message", "talk.reply"].contains(&row.kind.as_str());
        if let Some(written) = written.iter().find(is_it).filter(|row| !sums.withdrawn.contains(&row.audience.0)) {
            let (day, hour) = day_and_hour(zone, written.at);
            sums.wrote(written, author, day, hour, -1);
        }
    }
    Ok(())
}

/// The zone in which the days of this community are counted; that of the community when counting begins.
async fn zone(scope: &mut Scope) -> Result<Tz> {
    if let Some(name) = scope.maybe::<String>(&ZONE, &[]).await? {
        return Ok(name.parse().unwrap_or(Tz::UTC));
    }
    let zone = identity::community::known(scope).await?.community.timezone;
    scope.run(&SET_ZONE, args![zone.name()]).await?;
    Ok(zone)
}

/// Whether the community's zone is another than that in which its days were counted.
pub(crate) async fn moved_zone(scope: &mut Scope) -> Result<bool> {
    let counted = scope.maybe::<String>(&ZONE, &[]).await?;
    let zone = identity::community::known(scope).await?.community.timezone;
    Ok(counted.is_some_and(|counted| counted != zone.name()))
}

impl Follower for Rollup {
    fn name(&self) -> &'static str {
        NAME
    }

    fn role(&self) -> FollowerRole {
        FollowerRole::Projection
    }

    fn meet<'a>(&'a self, scope: &'a mut Scope, deeds: &'a [DeedRow]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let zone = zone(scope).await?;
            let mut sums = Sums::default();
            deeds.iter().for_each(|deed| sums.take(deed, zone));
            take_away(scope, &mut sums, deeds, zone).await?;
            sums.write(scope).await
        })
    }

    fn reset<'a>(&'a self, scope: &'a mut Scope) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for statement in [&FORGET_ALL_DAYS, &FORGET_ALL_HOURS, &FORGET_ALL_TIES, &FORGET_ALL_MOVES, &FORGET_ZONE] {
                scope.run(statement, &[]).await?;
            }
            snapshot::grow_stale(scope, Day::MIN).await
        })
    }
}
