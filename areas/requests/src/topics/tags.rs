//! By which words a direction is known: those its staff named, so that new requests meet it.

use super::words::key;
use crate::policy::Steward;
use crate::tags::Tag;
use kernel::Result;
use std::collections::BTreeMap;
use store::{Scope, args, statement};

/// Directions times their tags.
const AT_MOST: i64 = crate::topic::AT_MOST * crate::tags::AT_MOST as i64;

statement!(
    ALL = "select topic_id, tag, label from requests_topics_tags where community_id = $1 order by topic_id, label, tag limit $2"
);
statement!(OF = "select tag, label from requests_topics_tags where community_id = $1 and topic_id = $2 order by label, tag");
statement!(FORGET = "delete from requests_topics_tags where community_id = $1 and topic_id = $2");
statement!(
    ADD = "insert into requests_topics_tags (community_id, topic_id, tag, label) values ($1, $2, $3, $4) on conflict do nothing"
);

/// Stems and label of each tag, by direction.
pub async fn all(scope: &mut Scope) -> Result<BTreeMap<i64, Vec<(String, String)>>> {
    let mut all: BTreeMap<i64, Vec<(String, String)>> = BTreeMap::new();
    for (topic, tag, label) in scope.all::<(i64, String, String)>(&ALL, args![AT_MOST]).await? {
        all.entry(topic).or_default().push((tag, label));
    }
    Ok(all)
}

/// The tags of one direction, as people read them.
pub async fn of(scope: &mut Scope, topic: i64) -> Result<Vec<String>> {
    Ok(held(scope, topic).await?.into_values().collect())
}

async fn held(scope: &mut Scope, topic: i64) -> Result<BTreeMap<String, String>> {
    Ok(scope.all::<(String, String)>(&OF, args![topic]).await?.into_iter().collect())
}

/// Puts these in place of a direction's tags; whether they are others than before.
pub(crate) async fn put(scope: &mut Scope, _: Steward, topic: i64, tags: &[Tag]) -> Result<bool> {
    let named = tags.iter().map(|tag| (key(&tag.label), tag.label.clone()));
    let tags: BTreeMap<String, String> = named.filter(|(key, _)| !key.is_empty()).collect();
    if held(scope, topic).await? == tags {
        return Ok(false);
    }
    scope.run(&FORGET, args![topic]).await?;
    scope.run_many(&ADD, tags.into_iter().map(|(key, label)| args![topic, key, label].to_vec()).collect()).await?;
    Ok(true)
}
