//! Tags: words of the asker's own choice by which requests are found.

use crate::text;
use kernel::{AudienceId, Result, fold};
use std::collections::BTreeMap;
use store::{Scope, args, statement};

/// Tags of one request.
pub const AT_MOST: usize = 8;
pub const LETTERS: usize = 40;
/// Tags that are suggested.
const SUGGESTED: i64 = 60;
/// Of so many requests, the latest ones, tags are suggested.
const LOOKED_AT: i64 = 500;

/// A tag as it is compared and as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub folded: String,
    pub label: String,
}

statement!(FORGET = "delete from requests_tags where community_id = $1 and request_id = $2");
statement!(ADD = "insert into requests_tags (community_id, request_id, tag, label) values ($1, $2, $3, $4)");
statement!(OF = "select tag, label from requests_tags where community_id = $1 and request_id = $2 order by label, tag limit $3");
// Only what the whole community sees is suggested: a tag alone may say too much.
statement!(
    IN_USE = "with late as materialized (select id, audience_id from requests_requests where community_id = $1 and asked_at is not null \
         order by asked_at desc, id desc limit $3) \
       select t.tag, min(t.label) from late cross join requests_tags t where t.community_id = $1 and t.request_id = late.id \
       and late.audience_id = $2 group by t.tag order by count(*) desc, t.tag limit $4"
);

/// Reads tags as they were typed: several in one field stand between commas, and a `#` says nothing more.
///
/// # Errors
/// The word that says what to mend.
pub fn parse(typed: &[String]) -> Result<Vec<Tag>, &'static str> {
    let mut tags: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for label in typed.iter().flat_map(|field| field.split([',', ';', '\n'])) {
        let label = text::line(text::line(label).trim_start_matches('#'));
        if label.is_empty() {
            continue;
        }
        if label.chars().count() > LETTERS {
            return Err("requests-fault-tag-long");
        }
        let folded = fold(&label);
        if tags.insert(folded.clone(), found.len()).is_none() {
            found.push(Tag { folded, label });
        }
    }
    if found.len() > AT_MOST { Err("requests-fault-tags-many") } else { Ok(found) }
}

/// Puts these in place of a request's tags.
pub(crate) async fn put(scope: &mut Scope, request: i64, tags: &[Tag]) -> Result<()> {
    scope.run(&FORGET, args![request]).await?;
    let rows = tags.iter().map(|tag| args![request, tag.folded.clone(), tag.label.clone()].to_vec()).collect();
    scope.run_many(&ADD, rows).await.map(|_| ())
}

pub(crate) async fn of(scope: &mut Scope, request: i64) -> Result<Vec<Tag>> {
    let rows = scope.all::<(String, String)>(&OF, args![request, AT_MOST]).await?;
    Ok(rows.into_iter().map(|(folded, label)| Tag { folded, label }).collect())
}

/// Tags of late requests that everybody sees, those in use most first.
pub async fn in_use(scope: &mut Scope) -> Result<Vec<String>> {
    let rows = scope.all::<(String, String)>(&IN_USE, args![AudienceId::EVERYONE, LOOKED_AT, SUGGESTED]).await?;
    Ok(rows.into_iter().map(|(_, label)| label).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(typed: &[&str]) -> Result<Vec<String>, &'static str> {
        let typed: Vec<String> = typed.iter().map(|text| (*text).to_owned()).collect();
        parse(&typed).map(|tags| tags.into_iter().map(|tag| tag.label).collect())
    }

    #[test]
    fn tags_are_read_kindly_and_stand_once() {
        assert_eq!(
            labels(&["#Юрист, дети", "юрист", "", "Семейное  право"]),
            Ok(vec!["Юрист".into(), "дети".into(), "Семейное право".into()])
        );
        assert_eq!(labels(&["\u{202e}#са\u{200b}д", "сад"]), Ok(vec!["сад".into()]), "what nobody sees makes no other tag");
        assert_eq!(labels(&["1,2,3,4,5,6,7,8,9"]), Err("requests-fault-tags-many"));
        assert_eq!(labels(&[&"я".repeat(41)]), Err("requests-fault-tag-long"));
    }
}
