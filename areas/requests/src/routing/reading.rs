//! The texts that deeds tell of, as they stand, a slice at a time. Only what the whole community may see.

use crate::deeds;
use crate::reasons::Answered;
use crate::routing::offered::items;
use crate::routing::{languages, names, place};
use kernel::{IdentityId, MemberId, Micros, Result};
use people::points::LIST_ITEMS;
use std::collections::{BTreeSet, HashMap, HashSet};
use store::{DeedRow, FromRow, Row, Scope, args, statement};
use talk::evidence::Exchange;

/// Points of a profile that say what somebody can help with.
const OFFERS: [&str; 10] =
    ["offer", "ask_me", "teaches", "specialisation", "profession", "methods", "works_with", "headline", CITY, LANGUAGES];
const CITY: &str = "city";
const LANGUAGES: &str = "languages";
/// Of them, those in which somebody names what they do; a city, a language, a calling of all and a sentence about oneself
/// are no offers.
const SERVICES: [&str; 7] = ["offer", "ask_me", "teaches", "specialisation", "profession", "methods", "works_with"];
/// Points that name companies and people.
const NAMES: [&str; 2] = ["company", "contacts"];

/// An answer to a request.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub id: i64,
    pub request: i64,
    pub author: i64,
    pub at: Micros,
    pub answer: String,
    pub title: String,
    pub details: String,
    pub asker: i64,
    /// The asker says that it helped.
    pub helped: bool,
}

impl FromRow for Given {
    fn from_row(row: &mut Row) -> anyhow::Result<Given> {
        Ok(Given {
            id: row.next()?,
            request: row.next()?,
            author: row.next()?,
            at: row.next()?,
            answer: row.next()?,
            title: row.next()?,
            details: row.next()?,
            asker: row.next()?,
            helped: row.next()?,
        })
    }
}

macro_rules! given {
    ($which:literal) => {
        concat!(
            "select a.id, a.request_id, a.author_id, a.at, case when a.kind = 'contact' then '' else a.text end, \
             case when p.state = 'erased' then '' else r.title end, \
             case when p.state = 'erased' then '' else r.details end, r.asker_id, \
             exists (select 1 from requests_helps h where h.community_id = a.community_id and h.request_id = a.request_id \
               and h.helper_id = a.author_id and h.undone_at is null) \
             from requests_answers a join requests_requests r on r.community_id = a.community_id and r.id = a.request_id \
             join identity_persons p on p.community_id = r.community_id and p.id = r.asker_id \
             join identity_persons w on w.community_id = a.community_id and w.id = a.author_id and w.state <> 'erased' \
             where a.community_id = $1 and ",
            $which,
            " and r.audience_id {any $3} and a.kind <> 'comment' and a.deleted_at is null and a.author_id <> r.asker_id"
        )
    };
}

// A contact is for its asker's eyes: its words are learnt by nobody.
statement!(ANSWERS = given!("a.id {any $2}"));
statement!(ANSWERS_OF = given!("a.request_id {any $2}"));
statement!(
    TAGS = "select request_id, tag from requests_tags where community_id = $1 and request_id {any $2} order by request_id, tag"
);
statement!(HEAD = "select seq from store_heads where community_id = $1");
statement!(OPEN = "select id from identity_open_audiences where community_id = $1");
statement!(
    ACTIVE = "select id from identity_persons where community_id = $1 and state = 'active' and id > $2 order by id limit $3"
);

/// All texts of a slice of deeds.
#[derive(Default)]
pub(super) struct Slice {
    pub exchanges: HashMap<i64, Exchange>,
    /// Answers in conversations that their asker thanked for, as found in the history.
    pub confirmed: HashSet<i64>,
    pub answers: HashMap<i64, Given>,
    pub tags: HashMap<i64, Vec<String>>,
    /// Answers of requests that were closed or opened again.
    pub judged: Vec<Given>,
}

impl Slice {
    pub async fn read(scope: &mut Scope, deeds: &[&DeedRow], open: &[i64]) -> Result<Slice> {
        let objects = |kinds: &[&str]| -> Vec<i64> {
            deeds.iter().filter(|deed| kinds.contains(&deed.kind.as_str())).map(|deed| deed.object).collect()
        };
        let mut slice = Slice::default();
        let replies = objects(&[talk::deeds::REPLY]);
        if !replies.is_empty() {
            let exchanges = talk::evidence::exchanges(scope, &replies, open).await?;
            slice.exchanges = exchanges.into_iter().map(|exchange| (exchange.id, exchange)).collect();
            slice.confirmed = crate::history::found::helped(scope, &replies).await?;
        }
        let (answers, judged) = (objects(&[deeds::ANSWERED]), objects(&[deeds::CLOSED, deeds::REOPENED]));
        if !answers.is_empty() {
            let given = scope.all::<Given>(&ANSWERS, args![answers, open.to_vec()]).await?;
            let requests: BTreeSet<i64> = given.iter().map(|given| given.request).collect();
            slice.tags = tags(scope, requests.into_iter().collect()).await?;
            slice.answers = given.into_iter().map(|given| (given.id, given)).collect();
        }
        if !judged.is_empty() {
            slice.judged = scope.all(&ANSWERS_OF, args![judged, open.to_vec()]).await?;
        }
        Ok(slice)
    }
}

impl Given {
    /// All that was asked.
    pub fn question(&self) -> String {
        format!("{} {}", self.title, self.details)
    }
}

/// A past answer and what was asked, as it is told for a reason, with what stood beside it.
pub(super) struct Past {
    pub id: i64,
    pub told: String,
    pub beside: String,
    pub answer: String,
}

/// What some past answers say: those in conversations, and those to requests. A contact has no words here.
pub(super) async fn exchanges(scope: &mut Scope, (messages, answers): (&[i64], &[i64]), open: &[i64]) -> Result<Vec<Past>> {
    let mut found = Vec::new();
    if !messages.is_empty() {
        let held = talk::evidence::exchanges(scope, messages, open).await?;
        let past = |held: Exchange| Past { id: held.id, told: held.question, beside: String::new(), answer: held.answer };
        found.extend(held.into_iter().map(past));
    }
    if !answers.is_empty() {
        let given = scope.all::<Given>(&ANSWERS, args![answers.to_vec(), open.to_vec()]).await?;
        let past = |given: Given| Past { id: given.id, told: given.title, beside: given.details, answer: given.answer };
        found.extend(given.into_iter().map(past));
    }
    Ok(found)
}

/// The answers to some requests, each with the tags of its request.
pub(super) async fn answers_of(scope: &mut Scope, requests: Vec<i64>, open: &[i64]) -> Result<Vec<(Given, Vec<String>)>> {
    if requests.is_empty() {
        return Ok(Vec::new());
    }
    let given = scope.all::<Given>(&ANSWERS_OF, args![requests.clone(), open.to_vec()]).await?;
    let tags = tags(scope, requests).await?;
    let with_tags = |given: Given| {
        let tags = tags.get(&given.request).cloned().unwrap_or_default();
        (given, tags)
    };
    Ok(given.into_iter().map(with_tags).collect())
}

/// Tags of requests, folded.
pub(crate) async fn tags(scope: &mut Scope, requests: Vec<i64>) -> Result<HashMap<i64, Vec<String>>> {
    let mut tags: HashMap<i64, Vec<String>> = HashMap::new();
    for (request, tag) in scope.all::<(i64, String)>(&TAGS, args![requests]).await? {
        tags.entry(request).or_default().push(tag);
    }
    Ok(tags)
}

/// The last deed that is written.
pub(super) async fn head(scope: &mut Scope) -> Result<i64> {
    scope.one(&HEAD, &[]).await
}

/// Audiences that every member sees: the whole community, and histories that were opened.
pub(super) async fn open(scope: &mut Scope) -> Result<Vec<i64>> {
    let mut open = scope.all::<i64>(&OPEN, &[]).await?;
    open.push(kernel::AudienceId::EVERYONE.0);
    Ok(open)
}

/// Members of today after a number, in order.
pub(crate) async fn active(scope: &mut Scope, after: i64, limit: i64) -> Result<Vec<i64>> {
    scope.all(&ACTIVE, args![after, limit]).await
}

/// What members of today say that they offer, and whom they know: only what members may see.
pub(super) async fn profiles(scope: &mut Scope, members: &[i64]) -> Result<Vec<(i64, Vec<String>, Vec<String>)>> {
    let keys: Vec<&str> = OFFERS.iter().chain(&NAMES).copied().collect();
    let points = people::profile::of_many(scope, members, &keys).await?;
    let of = |member: i64, keys: &[&str]| -> Vec<String> {
        let said = keys.iter().filter_map(|key| Some((*key, points.get(&(MemberId(member), (*key).to_owned()))?)));
        said.flat_map(|(key, value)| [Some(value.clone()), also(key, value)]).flatten().collect()
    };
    Ok(members.iter().map(|member| (*member, of(*member, &OFFERS), names(&of(*member, &NAMES)))).collect())
}

/// The other names of a city and of languages, by which requests may call them.
fn also(key: &str, value: &str) -> Option<String> {
    match key {
        CITY => Some(place::other_names(value)),
        LANGUAGES => Some(languages::spoken(value).into_iter().map(languages::names).collect::<Vec<_>>().join(" ")),
        _ => None,
    }
    .filter(|names| !names.is_empty())
}

/// What a profile says that may be a reason.
#[derive(Debug, Default)]
pub(super) struct Says {
    /// What its owner names as their offers, item by item.
    pub services: Vec<String>,
    pub languages: Vec<String>,
    pub city: String,
}

/// What some members say of themselves: one statement.
pub(super) async fn says(scope: &mut Scope, members: &[i64]) -> Result<HashMap<i64, Says>> {
    let mut found: HashMap<i64, Says> = HashMap::new();
    if members.is_empty() {
        return Ok(found);
    }
    let keys: Vec<&str> = SERVICES.iter().chain(&[CITY, LANGUAGES]).copied().collect();
    let points = people::profile::of_many(scope, members, &keys).await?;
    for ((member, key), point) in points {
        let says = found.entry(member.0).or_default();
        match key.as_str() {
            CITY => says.city = point,
            LANGUAGES => says.languages.extend(items(&point)),
            _ => says.services.extend(items(&point)),
        }
    }
    Ok(found)
}

/// All that the profiles of some members say today that a reason may have been told by: one statement, none for nobody.
pub(crate) async fn stated(scope: &mut Scope, members: &[i64]) -> Result<HashMap<i64, String>> {
    let mut found: HashMap<i64, String> = HashMap::new();
    if members.is_empty() {
        return Ok(found);
    }
    let keys: Vec<&str> = OFFERS.iter().chain(&NAMES).copied().collect();
    for ((member, _), point) in people::profile::of_many(scope, members, &keys).await? {
        found.entry(member.0).or_default().push_str(&format!("{point}\n"));
    }
    Ok(found)
}

/// Names stand one a line, or divided by commas and dashes, or in quotation marks: «Клиника «Дом на Мойке»».
fn names(values: &[String]) -> Vec<String> {
    let lines = values.iter().flat_map(|value| value.lines());
    let parts = lines.flat_map(|line| std::iter::once(line).chain(line.split([',', ';', ':', '—', '–', '(', ')'])));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    let mut names: Vec<String> = parts.flat_map(|part| [Some(part.to_owned()), of_them(part)]).flatten().collect();
    names.extend(values.iter().flat_map(|value| names::quoted(value)));
    names.sort_unstable();
    names.dedup();
    names.truncate(LIST_ITEMS);
    names
}

/// Whose people they are, where somebody writes who: «кадровики Аэрофлота».
fn of_them(part: &str) -> Option<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let named = words.iter().position(|word| word.starts_with(char::is_uppercase)).filter(|at| *at > 0)?;
    Some(words[named..].join(" "))
}

/// To whom identities belong: nobody for those that were forgotten.
pub(super) async fn members(scope: &mut Scope, identities: &[IdentityId]) -> Result<HashMap<IdentityId, Option<i64>>> {
    let named = identity::identity::names(scope, identities).await?;
    let erased = Some(identity::member::State::Erased);
    let member = |identity: &IdentityId| named.get(identity).filter(|named| named.state != erased)?.member.map(|member| member.0);
    Ok(identities.iter().map(|identity| (*identity, member(identity))).collect())
}

/// When some answers to requests were given, and whether they helped.
pub(super) fn note(answered: &mut Answered, given: &Given) {
    answered.insert(given.id, (given.at, given.helped));
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_are_found_in_lines_and_lists() {
        let names = super::names(&["Ozon, Яндекс — склады\nСбер".to_owned(), "Ozon".to_owned()]);
        assert_eq!(names, ["Ozon", "Ozon, Яндекс — склады", "Сбер", "Яндекс", "склады"]);
        let names = super::names(&["Клиника «Дом на Мойке»".to_owned()]);
        assert!(names.contains(&"Дом на Мойке".to_owned()), "{names:?}");
        let names = super::names(&["кадровики Аэрофлота, Вера Павлова".to_owned()]);
        assert_eq!(
            names,
            ["Аэрофлота", "Аэрофлота, Вера Павлова", "Вера Павлова", "кадровики Аэрофлота", "кадровики Аэрофлота, Вера Павлова"]
        );
    }
}
