//! What a member says of themselves, point by point.

use crate::points::{Point, Points, Visibility};
use crate::policy::Myself;
use crate::{deeds, facets};
use kernel::{MemberId, Problem, Result, Viewer, fold};
use std::collections::HashMap;
use store::{FromRow, List, Row, Scope, args, statement};

/// What is compared and indexed of a value, in characters.
const FOLDED_CHARS: usize = 120;
/// Steps after which a profile is no longer called empty.
pub const ENOUGH_POINTS: i64 = 5;

/// A point that a member filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    pub member: MemberId,
    pub key: String,
    pub value: String,
    pub visibility: Visibility,
}

impl FromRow for Filled {
    fn from_row(row: &mut Row) -> anyhow::Result<Filled> {
        Ok(Filled {
            member: row.next()?,
            key: row.next()?,
            value: row.next()?,
            visibility: Visibility::parse(&row.next::<String>()?).unwrap_or(Visibility::Staff),
        })
    }
}

statement!(
    OF_MEMBER =
        "select member_id, point, value, visibility from people_points where community_id = $1 and member_id = $2 order by point"
);
statement!(
    OF_MANY = "select member_id, point, value, visibility from people_points where community_id = $1 and member_id {any $2} and point {any $3}"
);
statement!(
    ALL_OF_MANY = "select member_id, point, value, visibility from people_points where community_id = $1 and member_id {any $2} order by member_id, point"
);
statement!(
    PUT = "insert into people_points (community_id, member_id, point, value, folded, visibility, changed_at) values ($1, $2, $3, $4, $5, $6, $7) \
     on conflict (community_id, member_id, point) do update set value = excluded.value, folded = excluded.folded, visibility = excluded.visibility, changed_at = excluded.changed_at"
);
statement!(CLEAR = "delete from people_points where community_id = $1 and member_id = $2 and point = $3");
statement!(NAMES = "select id, name from identity_persons where community_id = $1 and id {any $2} and state = 'active'");

/// Everything a member filled, whoever may see it.
pub async fn filled(scope: &mut Scope, member: MemberId) -> Result<Vec<Filled>> {
    scope.all(&OF_MEMBER, args![member]).await
}

/// Some points of several members, for their cards: only what members may see.
pub async fn of_many(scope: &mut Scope, members: &[i64], keys: &[&str]) -> Result<HashMap<(MemberId, String), String>> {
    let keys = List::Text(keys.iter().map(|key| key.to_string()).collect());
    let rows = scope.all::<Filled>(&OF_MANY, args![members.to_vec(), keys]).await?;
    Ok(rows.into_iter().filter(|row| row.visibility != Visibility::Staff).map(|row| ((row.member, row.key), row.value)).collect())
}

/// Whether a viewer sees a point of a member. Nobody's own page hides anything from them.
pub fn sees(viewer: &Viewer, owner: MemberId, visibility: Visibility) -> bool {
    match visibility {
        Visibility::Everyone => true,
        Visibility::Members => viewer.is_member(),
        Visibility::Staff => viewer.is_staff() || viewer.member == Some(owner),
    }
}

/// A change to one point: what the member typed, parsed.
#[derive(Clone, Debug)]
pub struct Change<'p> {
    pub point: &'p Point,
    /// Empty takes the point away.
    pub value: String,
    pub visibility: Visibility,
}

/// Changes points of a member's own profile, facets with them. Gives how many changed; writes one deed if any did.
pub async fn change(scope: &mut Scope, myself: &Myself, changes: &[Change<'_>]) -> Result<i64> {
    let changed = put(scope, myself.member, changes).await?;
    if changed > 0 {
        deeds::about_member(scope, deeds::PROFILE_CHANGED, myself.member, changed, "subject", &[]).await?;
    }
    Ok(changed)
}

async fn put(scope: &mut Scope, member: MemberId, changes: &[Change<'_>]) -> Result<i64> {
    let held: HashMap<String, Filled> = filled(scope, member).await?.into_iter().map(|row| (row.key.clone(), row)).collect();
    let now = scope.now();
    let mut changed = 0;
    for change in changes {
        let before = held.get(change.point.key.as_ref());
        let same = match before {
            Some(row) => row.value == change.value && row.visibility == change.visibility,
            None => change.value.is_empty(),
        };
        if same {
            continue;
        }
        let key = change.point.key.as_ref();
        if change.value.is_empty() {
            scope.run(&CLEAR, args![member, key]).await?;
        } else {
            let folded: String = fold(&change.value).chars().take(FOLDED_CHARS).collect();
            scope.run(&PUT, args![member, key, &change.value, folded, change.visibility.code(), now]).await?;
        }
        facets::settle(scope, member, change.point, &change.value, change.visibility).await?;
        changed += 1;
    }
    Ok(changed)
}

/// Fills points of a member by their keys with the usual visibility: for the demonstration and for importers of profiles.
///
/// # Errors
/// `Invalid` for a value that does not fit; keys that nobody knows are passed over.
pub async fn fill(scope: &mut Scope, member: MemberId, values: &[(&str, &str)]) -> Result<i64> {
    let points = Points::load(scope).await?;
    let mut changes = Vec::new();
    for (key, typed) in values {
        let Some(point) = points.find(key) else { continue };
        let value = point.parse(typed).map_err(|word| Problem::field("value", word))?;
        changes.push(Change { point, value, visibility: point.visibility });
    }
    put(scope, member, &changes).await
}

/// Name and text of active members for the search index: only what every member may see.
pub async fn text(scope: &mut Scope, members: &[MemberId]) -> Result<Vec<(MemberId, String, String)>> {
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    let names = scope.all::<(MemberId, String)>(&NAMES, args![numbers.clone()]).await?;
    let points = Points::load(scope).await?;
    let mut texts: HashMap<MemberId, String> = HashMap::new();
    for row in scope.all::<Filled>(&ALL_OF_MANY, args![numbers]).await? {
        // Codes of choices and zones are no words; retired points are shown to nobody.
        let spoken = points
            .find(&row.key)
            .filter(|point| !matches!(point.kind.code(), "choice" | "zone" | "number" | "url") || point.own.is_some());
        if spoken.is_some() && row.visibility != Visibility::Staff {
            let text = texts.entry(row.member).or_default();
            text.push_str(&row.value);
            text.push('\n');
        }
    }
    Ok(names.into_iter().map(|(member, name)| (member, name, texts.remove(&member).unwrap_or_default())).collect())
}
