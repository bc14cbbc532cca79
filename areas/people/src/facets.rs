//! Facets: how many members have a value of a point. Kept in the transaction that changes a profile, exactly.

use crate::points::{Point, Visibility};
use kernel::{MemberId, Result};
use std::collections::{BTreeMap, BTreeSet};
use store::{Scope, args, statement};

/// Values of a point that the directory offers.
pub const VALUES: i64 = 8;
/// Members whose points are read at once when a facet is built anew.
const SLICE: i64 = 1_000;
/// The longest value that gathers people, in characters: longer ones are cut in the key.
const TRAIT_CHARS: usize = 120;

statement!(OF_MEMBER = "select point, trait from people_traits where community_id = $1 and member_id = $2 and point = $3");
statement!(ALL_OF_MEMBER = "select point, trait from people_traits where community_id = $1 and member_id = $2");
statement!(
    ADD_TRAIT = "insert into people_traits (community_id, trait, member_id, point) values ($1, $2, $3, $4) on conflict do nothing"
);
statement!(DROP_TRAIT = "delete from people_traits where community_id = $1 and trait = $2 and member_id = $3");
statement!(
    COUNT_UP = "insert into people_facets (community_id, point, folded, value, members) values ($1, $2, $3, $4, 1) \
     on conflict (community_id, point, folded) do update set members = people_facets.members + 1"
);
statement!(COUNT_DOWN = "update people_facets set members = members - 1 where community_id = $1 and point = $2 and folded = $3");
statement!(DROP_EMPTY = "delete from people_facets where community_id = $1 and point = $2 and folded = $3 and members <= 0");
statement!(FORGET_TRAITS = "delete from people_traits where community_id = $1 and point = $2");
statement!(FORGET_FACETS = "delete from people_facets where community_id = $1 and point = $2");
statement!(
    VALUES_AFTER = "select p.member_id, p.value, p.visibility from people_points p join identity_persons m on m.community_id = p.community_id and m.id = p.member_id \
     where p.community_id = $1 and p.point = $2 and m.state = 'active' and p.member_id > $3 order by p.member_id limit $4"
);

/// The value of a facet in a link and in the table: point, colon, folded value.
pub fn key(point: &str, folded: &str) -> String {
    format!("{point}:{}", cut(folded))
}

fn cut(folded: &str) -> String {
    folded.chars().take(TRAIT_CHARS).collect()
}

/// Values that count. What only staff may see must not be found out by counting.
fn counted(point: &Point, value: &str, visibility: Visibility) -> BTreeMap<String, String> {
    if visibility == Visibility::Staff {
        return BTreeMap::new();
    }
    point.traits(value).into_iter().map(|(folded, label)| (cut(&folded), label)).collect()
}

/// Makes a member's traits of one point those of this value.
pub(crate) async fn settle(scope: &mut Scope, member: MemberId, point: &Point, value: &str, visibility: Visibility) -> Result<()> {
    let before = scope.all::<(String, String)>(&OF_MEMBER, args![member, point.key.as_ref()]).await?;
    let before: BTreeSet<String> = before.into_iter().map(|(_, held)| held).collect();
    let after = counted(point, value, visibility);
    for (folded, label) in after.iter().filter(|(folded, _)| !before.contains(&key(&point.key, folded))) {
        scope.run(&ADD_TRAIT, args![key(&point.key, folded), member, point.key.as_ref()]).await?;
        scope.run(&COUNT_UP, args![point.key.as_ref(), folded, label]).await?;
    }
    for held in before {
        let folded = held.split_once(':').map_or("", |(_, folded)| folded);
        if !after.contains_key(folded) {
            drop_one(scope, member, &point.key, &held).await?;
        }
    }
    Ok(())
}

async fn drop_one(scope: &mut Scope, member: MemberId, point: &str, held: &str) -> Result<()> {
    let folded = held.split_once(':').map_or("", |(_, folded)| folded).to_owned();
    scope.run(&DROP_TRAIT, args![held, member]).await?;
    scope.run(&COUNT_DOWN, args![point, &folded]).await?;
    scope.run(&DROP_EMPTY, args![point, &folded]).await?;
    Ok(())
}

/// A member goes: nothing counts them any more.
pub(crate) async fn forget(scope: &mut Scope, member: MemberId) -> Result<()> {
    for (point, held) in scope.all::<(String, String)>(&ALL_OF_MEMBER, args![member]).await? {
        drop_one(scope, member, &point, &held).await?;
    }
    Ok(())
}

/// A member who left has come back: everything they filled counts again.
pub(crate) async fn restore(scope: &mut Scope, member: MemberId) -> Result<()> {
    let points = crate::points::Points::load(scope).await?;
    for row in crate::profile::filled(scope, member).await? {
        if let Some(point) = points.find(&row.key) {
            settle(scope, member, point, &row.value, row.visibility).await?;
        }
    }
    Ok(())
}

/// Counts one point anew: a community made its own point a facet, or no facet.
pub(crate) async fn rebuild(scope: &mut Scope, point: &Point) -> Result<()> {
    scope.run(&FORGET_TRAITS, args![point.key.as_ref()]).await?;
    scope.run(&FORGET_FACETS, args![point.key.as_ref()]).await?;
    if !point.facet {
        return Ok(());
    }
    let mut after = 0;
    loop {
        let rows = scope.all::<(MemberId, String, String)>(&VALUES_AFTER, args![point.key.as_ref(), after, SLICE]).await?;
        let Some(last) = rows.last().map(|row| row.0.0) else { return Ok(()) };
        for (member, value, visibility) in rows {
            let visibility = Visibility::parse(&visibility).unwrap_or(Visibility::Staff);
            settle(scope, member, point, &value, visibility).await?;
        }
        after = last;
    }
}
