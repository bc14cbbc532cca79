//! What the owner decided about requests found in a history: which hashtags mean a request, and whether found ones count.

use crate::policy::Steward;
use kernel::{Micros, Problem, Result, fold};
use store::{Scope, args, statement};

/// Hashtags that may be named.
pub const HASHTAGS: usize = 20;
const LETTERS: usize = 40;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Folded, without the sign.
    pub hashtags: Vec<String>,
    /// Since when found requests stand beside real ones in figures.
    pub accepted_at: Option<Micros>,
}

statement!(HELD = "select hashtags, accepted_at from requests_found_settings where community_id = $1");
statement!(
    NAME = "insert into requests_found_settings (community_id, hashtags) values ($1, $2) \
     on conflict (community_id) do update set hashtags = excluded.hashtags"
);
statement!(
    RETAG = "update requests_found set tagged = exists (select 1 from requests_found_tags t where t.community_id = requests_found.community_id \
       and t.message_id = requests_found.message_id and t.tag {any $2}) \
     where community_id = $1 and message_id in (select a.message_id from requests_found_tags a where a.community_id = $1 and a.tag {any $3})"
);
statement!(
    ACCEPT = "insert into requests_found_settings (community_id, hashtags, accepted_at, accepted_by) values ($1, '', $2, $3) \
     on conflict (community_id) do update set accepted_at = excluded.accepted_at, accepted_by = excluded.accepted_by"
);

pub async fn held(scope: &mut Scope) -> Result<Settings> {
    let held = scope.maybe::<(String, Option<Micros>)>(&HELD, &[]).await?;
    Ok(held.map_or_else(Settings::default, |(hashtags, accepted_at)| Settings {
        hashtags: hashtags.lines().map(str::to_owned).collect(),
        accepted_at,
    }))
}

/// Hashtags as typed, with or without signs, by spaces, commas or lines.
///
/// # Errors
/// The word that says what to mend.
pub fn parse(typed: &str) -> Result<Vec<String>, &'static str> {
    let mut named: Vec<String> = typed
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .map(|tag| fold(tag.trim_start_matches('#')))
        .filter(|tag| !tag.is_empty())
        .collect();
    named.sort();
    named.dedup();
    if named.len() > HASHTAGS {
        return Err("requests-found-fault-many");
    }
    let fits = |tag: &String| tag.chars().count() <= LETTERS && tag.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    if named.iter().all(fits) { Ok(named) } else { Err("requests-found-fault-hashtag") }
}

/// Names the hashtags that mean a request. What was found is told by them at once.
pub async fn name(scope: &mut Scope, _: Steward, hashtags: &[String]) -> Result<()> {
    let before = held(scope).await?.hashtags;
    scope.run(&NAME, args![hashtags.join("\n")]).await?;
    let concerned: Vec<String> = before.into_iter().chain(hashtags.iter().cloned()).collect();
    if !concerned.is_empty() {
        scope.run(&RETAG, args![store::List::Text(hashtags.to_vec()), store::List::Text(concerned)]).await?;
    }
    let detail = serde_json::json!({ "hashtags": hashtags });
    identity::audit::record(scope, "requests.found-hashtags", "community", scope.community().0, &detail).await
}

/// Lets found requests stand beside real ones in figures, or no longer: at once where figures are counted as they are read, and in
/// topics as soon as these are counted anew, which is ordered here.
///
/// # Errors
/// `Conflict` while the sample is too small to be judged by.
pub async fn accept(scope: &mut Scope, right: Steward, accepted: bool) -> Result<()> {
    if accepted && super::sample::judged(scope).await?.labelled < super::sample::ENOUGH {
        return Err(Problem::Conflict("requests-found-sample-small"));
    }
    let (now, by) = (scope.now(), scope.viewer().member);
    scope.run(&ACCEPT, args![accepted.then_some(now), by]).await?;
    crate::topics::job::order(scope, right).await?;
    let act = if accepted { "requests.found-accepted" } else { "requests.found-set-apart" };
    identity::audit::record(scope, act, "community", scope.community().0, &serde_json::json!({})).await
}
