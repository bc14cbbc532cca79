//! Posts of a site of questions and answers, as Stack Exchange publishes them: one row a post, in CSV.

use super::Read;
use anyhow::Context;
use chrono::NaiveDateTime;
use routing::trial::{Given, History, Question};
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Who has given fewer answers is no candidate yet.
const LEAST: u32 = 5;
const TEST_SHARE: f64 = 0.4;
const QUESTION: Option<i64> = Some(1);
const ANSWER: Option<i64> = Some(2);
/// A date up to its seconds.
const DATE_LENGTH: usize = 19;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Post {
    id: String,
    post_type_id: String,
    creation_date: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    owner_user_id: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    tags: String,
    #[serde(default)]
    parent_id: String,
}

/// What answers need of their question.
struct Asked {
    asker: Option<i64>,
    text: Arc<str>,
    tags: Arc<[String]>,
}

pub(super) fn read(path: &Path) -> anyhow::Result<Read> {
    let file = std::io::BufReader::new(std::fs::File::open(path)?);
    let bytes: Box<dyn std::io::Read> = if path.extension().is_some_and(|end| end == "gz") {
        Box::new(flate2::read::MultiGzDecoder::new(file))
    } else {
        Box::new(file)
    };
    let posts: Vec<Post> = csv::ReaderBuilder::new().flexible(true).from_reader(bytes).deserialize().collect::<Result<_, _>>()?;
    let asked: HashMap<i64, Asked> = posts
        .iter()
        .filter(|post| number(&post.post_type_id) == QUESTION)
        .filter_map(|post| Some((number(&post.id)?, asked(post))))
        .collect();
    let mut history = History { least: LEAST, test_share: TEST_SHARE, ..History::default() };
    let mut places = HashMap::new();
    for post in posts.iter().filter(|post| number(&post.post_type_id) == QUESTION) {
        if let Some(question) = question(post, &asked)? {
            places.insert(question.id, history.questions.len());
            history.seen.push((question.asker, question.at));
            history.questions.push(question);
        }
    }
    for post in posts.iter().filter(|post| number(&post.post_type_id) == ANSWER) {
        let (Some(member), Some(parent)) = (number(&post.owner_user_id), number(&post.parent_id)) else { continue };
        let given = given(post, member, asked.get(&parent))?;
        if let Some(question) = places.get(&parent).map(|place| &mut history.questions[*place])
            && question.asker != member
            && question.answered.iter().all(|(known, _)| *known != member)
        {
            question.answered.push((member, given.at));
        }
        history.answers.push(given);
    }
    history.questions.sort_by_key(|question| (question.at, question.id.to_string()));
    history.answers.sort_by_key(|given| (given.at, given.member, given.id));
    history.seen.sort_by_key(|(member, at)| (*at, *member));
    Ok(Read { history, name_of: Box::new(|member| member.to_string()) })
}

fn question(post: &Post, asked: &HashMap<i64, Asked>) -> anyhow::Result<Option<Question>> {
    let (Some(id), Some(asker)) = (number(&post.id), number(&post.owner_user_id)) else { return Ok(None) };
    let Some(known) = asked.get(&id) else { return Ok(None) };
    let (text, tags) = (known.text.to_string(), known.tags.to_vec());
    Ok(Some(Question { id, at: at(&post.creation_date)?, asker, text, tags, answered: Vec::new() }))
}

fn given(post: &Post, member: i64, asked: Option<&Asked>) -> anyhow::Result<Given> {
    Ok(Given {
        id: number(&post.id).unwrap_or_default(),
        at: at(&post.creation_date)?,
        member,
        asker: asked.and_then(|asked| asked.asker),
        question: asked.map_or_else(|| Arc::from(""), |asked| asked.text.clone()),
        text: plain(&post.body),
        tags: asked.map_or_else(|| Arc::from([]), |asked| asked.tags.clone()),
    })
}

fn asked(post: &Post) -> Asked {
    let tags = post.tags.split(['<', '>', '|']).filter(|tag| !tag.is_empty()).map(str::to_string).collect();
    // A title says in ten words what the body says in a hundred, so it counts twice.
    let text = format!("{0}\n{0}\n{1}", plain(&post.title), plain(&post.body));
    Asked { asker: number(&post.owner_user_id), text: text.into(), tags }
}

/// Ids come as whole numbers, or as `9.0` where a column has gaps.
fn number(text: &str) -> Option<i64> {
    text.parse().ok().or_else(|| text.parse::<f64>().ok().map(|value| value as i64))
}

fn at(date: &str) -> anyhow::Result<i64> {
    let seconds = date.get(..DATE_LENGTH).unwrap_or(date).replace(' ', "T");
    let parsed = NaiveDateTime::parse_from_str(&seconds, "%Y-%m-%dT%H:%M:%S").with_context(|| format!("{date} is no date"))?;
    Ok(parsed.and_utc().timestamp_micros())
}

/// The words of HTML without its tags.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (place, piece) in html.split('<').enumerate() {
        let words = if place == 0 { piece } else { piece.split_once('>').map_or("", |(_, words)| words) };
        text.push(' ');
        text.push_str(words);
    }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")] {
        text = text.replace(entity, sign);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_words_and_ids_may_have_gaps() {
        assert_eq!(plain("<p>Salt &amp; <em>pepper</em></p>").split_whitespace().collect::<Vec<_>>(), ["Salt", "&", "pepper"]);
        assert_eq!((number("12"), number("9.0"), number("")), (Some(12), Some(9), None));
        assert_eq!(at("1970-01-02T00:00:01.730").unwrap(), 86_401_000_000);
        assert!(at("yesterday").is_err());
    }
}
