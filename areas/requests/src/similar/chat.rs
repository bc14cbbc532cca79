//! Requests that were found in a history and answered there: whoever asks the like meets them as well. Their words stand
//! beside those of requests asked here, under the number of the message.

use super::{ADD, Similar, stems};
use crate::history::asking::SURE;
use crate::history::found::HELPED;
use kernel::{AudienceId, Micros, Result};
use std::collections::HashMap;
use store::{Scope, args, statement};
use talk::evidence;

/// Words of a message that are remembered.
const REMEMBERED: usize = 40;
/// Letters of a message that are shown.
const SHOWN_LETTERS: usize = 140;

/// Messages are remembered by their number and this much more: requests have numbers of their own.
const MESSAGES: i64 = 1 << 62;

statement!(FORGET = "delete from requests_words where community_id = $1 and request_id {any $2}");
// The number is `MESSAGES`.
statement!(
    FORGET_OF = "delete from requests_words where community_id = $1 and request_id in \
     (select f.message_id + 4611686018427387904 from requests_found f where f.community_id = $1 and f.audience_id = $2)"
);
const _: () = assert!(MESSAGES == 4_611_686_018_427_387_904, "the statements write it out");
statement!(
    ANSWERED = "select f.message_id, f.at, count(h.answer_id), coalesce(max(case when h.confidence >= $5 then 1 else 0 end), 0) \
     from requests_found f join requests_found_helps h on h.community_id = f.community_id and h.message_id = f.message_id \
     and h.audience_id {any $3} where f.community_id = $1 and f.message_id {any $2} and f.audience_id {any $3} \
     and (f.confidence >= $4 or f.tagged) group by f.message_id, f.at"
);

pub(super) fn is_message(remembered: i64) -> bool {
    remembered >= MESSAGES
}

pub(super) fn message(remembered: i64) -> i64 {
    remembered - MESSAGES
}

/// Words that a message must share with what is asked now. People say more in a chat than in a request, so one is not enough.
pub(super) fn enough(asked: usize) -> usize {
    match asked {
        0 | 1 => 1,
        2..=5 => 2,
        _ => 3,
    }
}

/// Remembers the words of messages that ask.
pub(crate) async fn remember(scope: &mut Scope, messages: &[(i64, AudienceId, &str)]) -> Result<()> {
    let words = |(id, audience, text): &(i64, AudienceId, &str)| {
        let (id, audience) = (MESSAGES + *id, *audience);
        stems(text, REMEMBERED).into_iter().map(move |stem| args![stem, audience, id].to_vec())
    };
    scope.run_many(&ADD, messages.iter().flat_map(words).collect()).await.map(|_| ())
}

pub(crate) async fn forget(scope: &mut Scope, messages: &[i64]) -> Result<()> {
    let remembered: Vec<i64> = messages.iter().map(|id| MESSAGES + id).collect();
    scope.run(&FORGET, args![remembered]).await.map(|_| ())
}

/// Forgets a history, while what was found in it still stands.
pub(crate) async fn forget_history(scope: &mut Scope, audience: AudienceId) -> Result<()> {
    scope.run(&FORGET_OF, args![audience]).await.map(|_| ())
}

/// Those of these numbers that are messages which asked and were answered, in their order, those whose answer helped
/// first. At most two statements.
pub(super) async fn answered(scope: &mut Scope, ids: &[i64], limit: usize) -> Result<Vec<Similar>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let audiences = scope.viewer().audience_numbers();
    let mut found = scope.all::<(i64, Micros, i64, i64)>(&ANSWERED, args![ids.to_vec(), audiences, SURE, HELPED]).await?;
    found.sort_by_key(|(id, _, _, helped)| (*helped == 0, ids.iter().position(|held| held == id)));
    found.truncate(limit);
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let messages: Vec<i64> = found.iter().map(|row| row.0).collect();
    let lines = evidence::lines(scope, &messages).await?.into_iter().filter(|line| !line.taken_away && !line.excerpt.is_empty());
    let mut said: HashMap<i64, String> = lines.map(|line| (line.id, web::plain(&line.excerpt, SHOWN_LETTERS))).collect();
    let shown = |(id, asked_at, answers, helped)| {
        let title = said.remove(&id)?;
        Some(Similar { id, title, solved: helped == 1, from_chat: true, asked_at, answers })
    };
    Ok(found.into_iter().filter_map(shown).collect())
}
