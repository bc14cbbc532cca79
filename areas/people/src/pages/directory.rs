//! `/people`: the directory.

use super::address;
use crate::directory::{self, After, Card, FacetValue, Order, PersonSearch, Query};
use crate::points::Points;
use askama::Template;
use axum::extract::RawQuery;
use kernel::Problem;
use std::collections::BTreeSet;
use web::{Cursor, Fields, Pager, Shell, Visit};

/// The longest search.
const WORDS_CHARS: usize = 120;
/// Groups shown before "all conditions".
const GROUPS_FIRST: usize = 3;

#[derive(Template)]
#[template(path = "people.html")]
struct DirectoryView {
    shell: Shell,
    words: String,
    order: Order,
    first: Vec<Group>,
    rest: Vec<Group>,
    /// A condition behind "all conditions" is chosen: they are shown open.
    rest_open: bool,
    cards: Vec<CardView>,
    pager: Pager,
    narrowed: bool,
}

struct Group {
    label: String,
    chips: Vec<Chip>,
}

struct Chip {
    key: String,
    label: String,
    members: i64,
    on: bool,
}

struct CardView {
    id: i64,
    name: String,
    note: String,
    about: String,
    tags: Vec<String>,
    myself: bool,
    together: i64,
}

pub(super) async fn show(visit: Visit, RawQuery(raw): RawQuery) -> web::Result {
    let fields = Fields::parse(raw.unwrap_or_default().as_bytes()).unwrap_or_default();
    let query = Query {
        words: fields.text("q").chars().take(WORDS_CHARS).collect(),
        chosen: fields.all("f").filter(|key| key.contains(':')).take(directory::CHOSEN).map(str::to_owned).collect(),
        order: Order::parse(fields.get("sort")).unwrap_or_default(),
        after: Cursor::place::<After>(fields.get("after"))?,
    };
    if !query.is_sound() {
        return Err(Problem::NotFound.into());
    }
    let mut scope = visit.read().await?;
    let facets = directory::facets(&mut scope).await?;
    let (cards, after) = directory::page(&mut scope, &query, visit.house.find::<PersonSearch>()).await?;
    drop(scope);
    let mut groups = groups(&visit, facets, &query.chosen);
    let rest = groups.split_off(groups.len().min(GROUPS_FIRST));
    let view = DirectoryView {
        shell: visit.shell(visit.t("people-title")),
        rest_open: rest.iter().any(|group| group.chips.iter().any(|chip| chip.on)),
        first: groups,
        rest,
        cards: cards.iter().map(|card| card_view(&visit, card)).collect(),
        pager: pager(&query, after),
        narrowed: !query.words.is_empty() || !query.chosen.is_empty(),
        words: query.words,
        order: query.order,
    };
    visit.render(&view)
}

fn pager(query: &Query, after: Option<After>) -> Pager {
    let link = |after: &str| {
        let mut fields = vec![("q", query.words.as_str())];
        fields.extend(query.chosen.iter().map(|key| ("f", key.as_str())));
        fields.extend([("sort", if query.order == Order::Name { "" } else { query.order.code() }), ("after", after)]);
        address("/people", &fields)
    };
    let first = query.after.is_some().then(|| link(""));
    Pager::onward(first, after.map(|after| link(&Cursor::encode(&after))))
}

/// Conditions by point. One value that nobody chose leaves nothing to choose.
fn groups(visit: &Visit, facets: Vec<FacetValue>, chosen: &[String]) -> Vec<Group> {
    let points = Points::with_own(&[]);
    let mut left: BTreeSet<&str> = chosen.iter().map(String::as_str).collect();
    let mut groups: Vec<(String, Group)> = Vec::new();
    for facet in facets {
        let point = points.find(&facet.point);
        let key = facet.key();
        let on = left.remove(key.as_str());
        let label = point.map_or_else(|| facet.value.clone(), |point| point.spoken(&facet.value, &visit.house.words, visit.locale));
        let chip = Chip { key, label, members: facet.members, on };
        match groups.last_mut().filter(|(point, _)| *point == facet.point) {
            Some((_, group)) => group.chips.push(chip),
            None => {
                let label = facet
                    .own_label
                    .or_else(|| point.map(|point| point.label(&visit.house.words, visit.locale)))
                    .unwrap_or_default();
                groups.push((facet.point, Group { label, chips: vec![chip] }));
            }
        }
    }
    // What was chosen and is too small to be offered stays chosen, and can be let go.
    for key in left {
        let label = key.split_once(':').map_or(key, |(_, value)| value).to_owned();
        let chip = Chip { key: key.to_owned(), label, members: 0, on: true };
        groups.insert(0, (key.to_owned(), Group { label: visit.t("people-chosen"), chips: vec![chip] }));
    }
    groups
        .into_iter()
        .map(|(_, group)| group)
        .filter(|group| group.chips.len() > 1 || group.chips.iter().any(|chip| chip.on))
        .collect()
}

fn card_view(visit: &Visit, card: &Card) -> CardView {
    let specialities: Vec<&str> = card.point("specialisation").map(|value| value.lines().collect()).unwrap_or_default();
    let note = [card.point("profession").unwrap_or_default(), card.point("city").unwrap_or_default()];
    let note: Vec<&str> = note.into_iter().filter(|part| !part.is_empty()).collect();
    let about = ["headline", "offer", "about"].into_iter().find_map(|key| card.point(key)).unwrap_or_default();
    CardView {
        id: card.id.0,
        name: card.name.clone(),
        note: note.join(", "),
        about: short(about),
        tags: specialities.iter().take(3).map(|tag| (*tag).to_owned()).collect(),
        myself: visit.viewer.member == Some(card.id),
        together: card.together,
    }
}

/// The first line, cut at a word.
fn short(text: &str) -> String {
    const CHARS: usize = 140;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= CHARS {
        return line.to_owned();
    }
    let cut: String = line.chars().take(CHARS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
