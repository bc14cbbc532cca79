//! A sample of what was found, to be judged by staff: how many of those called requests are.

use crate::policy::Steward;
use kernel::{IdentityId, Micros, Problem, Result};
use store::{FromRow, Row, Scope, args, statement};

/// Messages shown to be judged.
pub const SAMPLE: i64 = 40;
/// So many judged say something of all.
pub const ENOUGH: i64 = 30;
/// Two-sided 95 % of the normal distribution.
const Z: f64 = 1.96;

/// A message of the sample.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub message: i64,
    pub asker: IdentityId,
    pub at: Micros,
    pub confidence: f64,
    /// What staff said of it.
    pub asks: Option<bool>,
}

impl FromRow for Drawn {
    fn from_row(row: &mut Row) -> anyhow::Result<Drawn> {
        Ok(Drawn { message: row.next()?, asker: row.next()?, at: row.next()?, confidence: row.next()?, asks: row.next()? })
    }
}

/// How a sample was judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub labelled: i64,
    pub asking: i64,
}

impl Judged {
    /// The share of those called requests that are, with its 95 % interval (Wilson 1927). Nothing before anything was judged.
    pub fn precision(&self) -> Option<(f64, f64, f64)> {
        if self.labelled == 0 {
            return None;
        }
        let (count, share) = (self.labelled as f64, self.asking as f64 / self.labelled as f64);
        let middle = share + Z * Z / (2.0 * count);
        let away = Z * (share * (1.0 - share) / count + Z * Z / (4.0 * count * count)).sqrt();
        let whole = 1.0 + Z * Z / count;
        Some((share, ((middle - away) / whole).max(0.0), ((middle + away) / whole).min(1.0)))
    }
}

statement!(
    DRAW = "select f.message_id, f.asker_id, f.at, f.confidence, l.asks from requests_found f \
     left join requests_found_labels l on l.community_id = f.community_id and l.message_id = f.message_id \
     where f.community_id = $1 and f.audience_id {any $2} and (f.confidence >= $3 or f.tagged) order by f.draw, f.message_id limit $4"
);
// Only what is still there and called a request counts.
statement!(
    JUDGED = "select count(*), coalesce(sum(case when l.asks then 1 else 0 end), 0) from requests_found_labels l \
     join requests_found f on f.community_id = l.community_id and f.message_id = l.message_id and (f.confidence >= $2 or f.tagged) \
     where l.community_id = $1"
);
statement!(FOUND = "select message_id from requests_found where community_id = $1 and message_id = $2 and audience_id {any $3}");
statement!(
    LABEL = "insert into requests_found_labels (community_id, message_id, asks, at, by_id) values ($1, $2, $3, $4, $5) \
     on conflict (community_id, message_id) do update set asks = excluded.asks, at = excluded.at, by_id = excluded.by_id"
);

/// The sample, the same at every look while nothing else is found.
pub async fn draw(scope: &mut Scope) -> Result<Vec<Drawn>> {
    let audiences = scope.viewer().audience_numbers();
    scope.all(&DRAW, args![audiences, super::asking::SURE, SAMPLE]).await
}

pub async fn judged(scope: &mut Scope) -> Result<Judged> {
    let (labelled, asking) = scope.one::<(i64, i64)>(&JUDGED, args![super::asking::SURE]).await?;
    Ok(Judged { labelled, asking })
}

/// Says of messages whether they ask.
///
/// # Errors
/// `NotFound` for one that was not found, or is not for the viewer to see.
pub async fn label(scope: &mut Scope, _: Steward, message: i64, asks: bool) -> Result<()> {
    let (audiences, by) = (scope.viewer().audience_numbers(), scope.viewer().member.ok_or(Problem::Forbidden)?);
    scope.one::<i64>(&FOUND, args![message, audiences]).await?;
    let now = scope.now();
    scope.run(&LABEL, args![message, asks, now, by]).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_wilsons() {
        let (share, least, most) = Judged { labelled: 30, asking: 27 }.precision().expect("judged");
        assert!((share - 0.9).abs() < 1e-9 && (least - 0.7438).abs() < 1e-3 && (most - 0.9654).abs() < 1e-3, "{least} {most}");
        assert_eq!(Judged::default().precision(), None);
    }
}
