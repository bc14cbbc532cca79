//! Whoever was erased is named no more in the words by which others recommended or thanked them: a former member stands there
//! instead. What else was said stays, for it is its writer's.

use kernel::{Micros, Result};
use serde_json::json;
use std::collections::HashSet;
use store::{BoxFuture, JobHandler, Outcome, Running, Scope, Slices, Statement, args, statement};
use web::Words;

/// The kind of job; the payload stands beside the name.
use people::erasures::ERASE_NAMES as JOB;
/// Texts looked through in one transaction: writers of the community wait meanwhile.
const SLICE: i64 = 50;

statement!(
    RECOMMENDED = "select id, at, text from requests_answers where community_id = $1 and person_id {any $2} and (at, id) > ($3, $4) \
     order by at, id limit $5"
);
statement!(REWRITE_ANSWER = "update requests_answers set text = $3 where community_id = $1 and id = $2");
statement!(
    THANKED = "select id, at, thanks from requests_helps where community_id = $1 and helper_id {any $2} and (at, id) > ($3, $4) \
     order by at, id limit $5"
);
statement!(REWRITE_THANKS = "update requests_helps set thanks = $3 where community_id = $1 and id = $2");

/// Where somebody may be named, each read and written by these.
static PLACES: [(&Statement, &Statement); 2] = [(&RECOMMENDED, &REWRITE_ANSWER), (&THANKED, &REWRITE_THANKS)];

pub struct EraseNames;

impl JobHandler for EraseNames {
    fn kind(&self) -> &'static str {
        JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let Some(erased) = Erased::of(&job.payload) else {
                return Ok(Outcome::Failed("the payload names nobody".to_owned()));
            };
            let words = Words::read(&[("requests", crate::WORDS)])?;
            let reached = Reached::of(job.progress.as_ref());
            job.to_the_end(&mut Erasing { erased, words, reached }).await
        })
    }
}

struct Erasing {
    erased: Erased,
    words: Words,
    reached: Reached,
}

impl Slices for Erasing {
    fn slice<'a>(&'a mut self, scope: &'a mut Scope) -> BoxFuture<'a, Result<bool>> {
        Box::pin(async move {
            let locale = identity::community::known(scope).await?.community.locale;
            step(scope, &self.erased, &self.words.t(locale, "requests-former"), &mut self.reached).await
        })
    }

    fn reached(&self) -> serde_json::Value {
        json!({ "place": self.reached.place, "at": self.reached.at, "id": self.reached.id })
    }
}

/// Who was erased: their numbers here, and the stems of their names.
struct Erased {
    members: Vec<i64>,
    stems: HashSet<String>,
}

impl Erased {
    fn of(payload: &serde_json::Value) -> Option<Erased> {
        let members = payload["member_ids"].as_array()?.iter().filter_map(serde_json::Value::as_i64).collect();
        let names = payload["names"].as_array()?.iter().filter_map(|name| name.as_str());
        Some(Erased { members, stems: stems(names) })
    }
}

fn stems<'a>(names: impl Iterator<Item = &'a str>) -> HashSet<String> {
    let folded: Vec<String> = names.map(search::fold).collect();
    let words = folded.iter().flat_map(|name| name.split(' ')).filter(|word| word.chars().count() >= 2);
    words.map(|word| search::stem(word).into_owned()).collect()
}

/// How far the work has come: in which place, and the last text there.
struct Reached {
    place: usize,
    at: Micros,
    id: i64,
}

impl Reached {
    fn of(progress: Option<&serde_json::Value>) -> Reached {
        let number = |name: &str| progress.and_then(|held| held[name].as_i64());
        let place = number("place").and_then(|place| usize::try_from(place).ok()).unwrap_or_default();
        Reached { place, at: number("at").unwrap_or(i64::MIN), id: number("id").unwrap_or(i64::MIN) }
    }
}

/// One slice; whether there may be more.
async fn step(scope: &mut Scope, erased: &Erased, former: &str, reached: &mut Reached) -> Result<bool> {
    let Some((read, write)) = PLACES.get(reached.place) else { return Ok(false) };
    let texts = scope.all::<(i64, Micros, String)>(read, args![erased.members.clone(), reached.at, reached.id, SLICE]).await?;
    *reached = match texts.last() {
        Some((id, at, _)) => Reached { place: reached.place, at: *at, id: *id },
        None => Reached { place: reached.place + 1, at: i64::MIN, id: i64::MIN },
    };
    let rewritten = texts.iter().filter_map(|(id, _, text)| Some(args![*id, unnamed(text, &erased.stems, former)?].to_vec()));
    scope.run_many(write, rewritten.collect()).await?;
    Ok(true)
}

/// The text with `former` in place of each name, in whatever form it stands; nothing where none does. One word of a name is
/// taken for it only if it begins with a capital letter: names are words of the language too.
fn unnamed(text: &str, stems: &HashSet<String>, former: &str) -> Option<String> {
    let mut names: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
    for place in words(text) {
        let word = &text[place.clone()];
        if !stems.contains(search::stem(&search::fold(word)).as_ref()) {
            continue;
        }
        let capital = word.starts_with(char::is_uppercase);
        match names.last_mut() {
            Some((name, sure)) if is_within_a_name(&text[name.end..place.start]) => (name.end, *sure) = (place.end, true),
            _ => names.push((place, capital)),
        }
    }
    names.retain(|(_, sure)| *sure);
    if names.is_empty() {
        return None;
    }
    let (mut said, mut end) = (String::with_capacity(text.len()), 0);
    for (name, _) in names {
        said.push_str(&text[end..name.start]);
        said.push_str(former);
        end = name.end;
    }
    said.push_str(&text[end..]);
    Some(said)
}

/// What stands between the words of one name. A mark of emphasis does not: it has another that must stay.
fn is_within_a_name(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "-")
}

fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut words: Vec<std::ops::Range<usize>> = Vec::new();
    for (start, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        let end = start + letter.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == start => word.end = end,
            _ => words.push(start..end),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(text: &str, name: &str) -> Option<String> {
        unnamed(text, &stems([name].into_iter()), "N")
    }

    #[test]
    fn a_name_goes_in_every_form_and_the_rest_stays() {
        let name = "Ирина Сёмина";
        assert_eq!(without("Советую Ирину Сёмину: помогла.", name).as_deref(), Some("Советую N: помогла."));
        assert_eq!(without("**Семина** Ирина, или Ирине?", name).as_deref(), Some("**N** N, или N?"));
        assert_eq!(without("спасибо, ирина сёмина!", name).as_deref(), Some("спасибо, N!"));
        assert_eq!(without("Спасибо, выручили", name), None);
        assert_eq!(without("Ask George Tindall, George knows", "George Tindall").as_deref(), Some("Ask N, N knows"));
    }

    #[test]
    fn words_of_the_language_are_no_names() {
        assert_eq!(without("Есть надежда на успех", "Надежда Орлова"), None);
        assert_eq!(without("Есть надежда: Надежда Орлова", "Надежда Орлова").as_deref(), Some("Есть надежда: N"));
        assert_eq!(without("", "Надежда"), None);
    }
}
