//! Figures that were computed once and kept: a page reads one row. A kept day grows stale when deeds of it or of a day
//! before come, when persons are merged, or when what may be seen changes; it is then computed again from the roll-ups.

use crate::day::Day;
use crate::figures::clusters::LastWeek;
use crate::figures::standing::Standing;
use crate::figures::{Figures, Measured};
use crate::network::Pair;
use crate::sight::Sight;
use kernel::{Micros, Result};
use std::collections::BTreeMap;
use store::{FromRow, Row, Scope, Value, args, statement};

/// Days that are kept. Others are forgotten, the longest ago computed first.
pub const KEPT: i64 = 40;

/// Figures as they were kept.
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub figures: Figures,
    pub made_at: Micros,
    /// What it took to compute them.
    pub cost_micros: i64,
    pub stale: bool,
}

impl FromRow for Snapshot {
    fn from_row(row: &mut Row) -> anyhow::Result<Snapshot> {
        let figures: String = row.next()?;
        let figures: Figures = serde_json::from_str(&figures)?;
        let (made_at, cost_micros, stale) = (row.next()?, row.next()?, row.next()?);
        Ok(Snapshot { stale: stale || figures.resilience.is_unnamed(), figures, made_at, cost_micros })
    }
}

statement!(
    FIND = "select figures, made_at, cost_micros, stale from pulse_snapshots where community_id = $1 and day = $2 and sight = $3"
);
statement!(
    KEEP = "insert into pulse_snapshots (community_id, day, sight, figures, made_at, cost_micros, stale) values ($1, $2, $3, $4, $5, $6, $7) \
     on conflict (community_id, day, sight) do update set figures = excluded.figures, made_at = excluded.made_at, \
     cost_micros = excluded.cost_micros, stale = excluded.stale"
);
statement!(GROW_STALE = "update pulse_snapshots set stale = true where community_id = $1 and day >= $2 and not stale");
statement!(FORGET_STANDINGS = "delete from pulse_standings where community_id = $1 and day = $2 and sight = $3");
statement!(FORGET = "delete from pulse_snapshots where community_id = $1 and day = $2 and sight = $3");
statement!(
    OLDEST = "select day, sight from pulse_snapshots where community_id = $1 order by made_at desc, day, sight limit $2 offset $3"
);
statement!(
    ADD_STANDING = "insert into pulse_standings (community_id, day, sight, person_id, state, state_before, joined_day, active_day, active, team, \
     messages, ties, interactions, core, giant, cluster, bridge, lonely, tie_days_1, tie_days_3, tie_days_6, newcomer, left_day, tie_with_1, tie_with_3, \
     tie_with_6, fates) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)"
);
statement!(FORGET_PAIRS = "delete from pulse_pairs where community_id = $1 and day = $2 and sight = $3");
statement!(
    ADD_PAIR = "insert into pulse_pairs (community_id, day, sight, a_id, b_id, ab, ba, between_members, last_day, depth, with_team) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
statement!(LAST_WEEK = "select max(week) from pulse_clusters where community_id = $1 and sight = $3 and week <= $2");
statement!(CLUSTERS = "select cluster, after_id from pulse_clusters where community_id = $1 and week = $2 and sight = $3");
statement!(PEOPLE = "select person_id, cluster from pulse_cluster_people where community_id = $1 and week = $2 and sight = $3");
statement!(HIGHEST = "select coalesce(max(cluster), 0) from pulse_clusters where community_id = $1");
statement!(
    ADD_CLUSTER = "insert into pulse_clusters (community_id, week, sight, cluster, after_id, size) values ($1, $2, $3, $4, $5, $6) \
     on conflict (community_id, week, sight, cluster) do nothing"
);
statement!(
    ADD_PERSON = "insert into pulse_cluster_people (community_id, week, sight, person_id, cluster) values ($1, $2, $3, $4, $5) \
     on conflict (community_id, week, sight, person_id) do nothing"
);

/// The figures kept of a day, stale or not.
pub async fn find(scope: &mut Scope, day: Day, sight: Sight) -> Result<Option<Snapshot>> {
    scope.maybe(&FIND, args![day, sight.code()]).await
}

/// Kept figures of a day and of all later ones must be computed again.
pub(crate) async fn grow_stale(scope: &mut Scope, since: Day) -> Result<()> {
    scope.run(&GROW_STALE, args![since]).await.map(|_| ())
}

/// Keeps what was measured, and of the clusters what a week remembers.
pub(crate) async fn keep(scope: &mut Scope, sight: Sight, week: Option<Day>, measured: &Measured, kept: &Snapshot) -> Result<()> {
    let day = kept.figures.day;
    let text = serde_json::to_string(&kept.figures).map_err(anyhow::Error::from)?;
    scope.run(&KEEP, args![day, sight.code(), text, kept.made_at, kept.cost_micros, kept.stale]).await?;
    scope.run(&FORGET_STANDINGS, args![day, sight.code()]).await?;
    let rows = measured.standings.iter().map(|standing| row(day, sight, standing)).collect();
    scope.run_many(&ADD_STANDING, rows).await?;
    scope.run(&FORGET_PAIRS, args![day, sight.code()]).await?;
    scope.run_many(&ADD_PAIR, measured.pairs.iter().map(|pair| pair_row(day, sight, pair)).collect()).await?;
    if let Some(week) = week {
        remember_week(scope, sight, week, measured).await?;
    }
    for (day, sight) in scope.all::<(Day, i64)>(&OLDEST, args![KEPT, KEPT]).await? {
        scope.run(&FORGET_STANDINGS, args![day, sight]).await?;
        scope.run(&FORGET_PAIRS, args![day, sight]).await?;
        scope.run(&FORGET, args![day, sight]).await?;
    }
    Ok(())
}

fn row(day: Day, sight: Sight, standing: &Standing) -> Vec<Value> {
    args![
        day,
        sight.code(),
        standing.person,
        standing.state.place() as i64,
        standing.before.map(|before| before.place() as i64),
        standing.joined,
        standing.last_written,
        standing.active,
        standing.team,
        standing.messages,
        standing.ties,
        standing.interactions,
        standing.core,
        standing.giant,
        standing.cluster,
        standing.bridge,
        standing.lonely,
        standing.tie_days[0],
        standing.tie_days[1],
        standing.tie_days[2],
        standing.newcomer,
        standing.left,
        standing.tie_with[0],
        standing.tie_with[1],
        standing.tie_with[2],
        standing.fates
    ]
    .to_vec()
}

fn pair_row(day: Day, sight: Sight, ((a, b), pair): &((i64, i64), Pair)) -> Vec<Value> {
    let row = args![day, sight.code(), *a, *b, pair.ab, pair.ba, pair.between_members, pair.last, pair.depth, pair.with_team];
    row.to_vec()
}

/// A week's clusters are written down once, with the first figures of that week, and never again.
async fn remember_week(scope: &mut Scope, sight: Sight, week: Day, measured: &Measured) -> Result<()> {
    let known = scope.maybe::<Option<Day>>(&LAST_WEEK, args![week, sight.code()]).await?.flatten();
    if known == Some(week) {
        return Ok(());
    }
    let clusters = measured.figures.clusters.list.iter();
    let rows = clusters.map(|cluster| args![week, sight.code(), cluster.number, cluster.after, cluster.size].to_vec());
    scope.run_many(&ADD_CLUSTER, rows.collect()).await?;
    let people = measured.of_cluster.iter().map(|(person, cluster)| args![week, sight.code(), *person, *cluster].to_vec());
    scope.run_many(&ADD_PERSON, people.collect()).await.map(|_| ())
}

/// The clusters last written down by a week; of a week that `lasts` no more only its own, if they were.
pub(crate) async fn last_week(scope: &mut Scope, sight: Sight, week: Day, lasts: bool) -> Result<LastWeek> {
    let highest = scope.one::<i64>(&HIGHEST, &[]).await?;
    let known = scope.maybe::<Option<Day>>(&LAST_WEEK, args![week, sight.code()]).await?.flatten();
    let Some(known) = known.filter(|known| lasts || *known == week) else {
        return Ok(LastWeek { highest: if lasts { highest } else { 0 }, ..LastWeek::default() });
    };
    let of_person: BTreeMap<i64, i64> = scope.all::<(i64, i64)>(&PEOPLE, args![known, sight.code()]).await?.into_iter().collect();
    let after = scope.all::<(i64, i64)>(&CLUSTERS, args![known, sight.code()]).await?.into_iter().collect();
    Ok(LastWeek { of_person, after, highest })
}
