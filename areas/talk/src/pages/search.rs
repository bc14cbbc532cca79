//! `/search`: words in messages and in what members say of themselves.

use super::shown::{byline, spoken};
use crate::author::Names;
use crate::finding::asked::{self, Asked, Author, Behind, MessageHit, PersonHit, Snippet};
use crate::finding::people::Person;
use askama::Template;
use axum::http::StatusCode;
use chrono::NaiveDate;
use chrono_tz::Tz;
use kernel::{IdentityId, Micros, Problem};
use search::{Found, Index, Kind};
use store::Scope;
use web::{Faults, Fields, Html, Pager, Response, Result, Shell, Visit, calendar, escape};

#[derive(Template)]
#[template(path = "search.html")]
struct SearchView {
    shell: Shell,
    form: FormView,
    tabs: [Tab; 2],
    orders: [Tab; 2],
    hits: Vec<HitView>,
    total: usize,
    /// There are more: of very many only the newest are counted.
    at_least: bool,
    corrected: Option<String>,
    /// Something was asked, and the index was searched.
    searched: bool,
    behind: Behind,
    pager: Pager,
}

/// The form as it was sent.
struct FormView {
    words: String,
    who: String,
    /// The picked author: identity and name.
    author: Option<(i64, String)>,
    /// Those whom the typed name may mean: address and name.
    meant: Vec<(String, String)>,
    nobody_meant: bool,
    /// It may mean others as well.
    meant_more: bool,
    from: String,
    until: String,
    faults: Faults,
    people: bool,
    newest: bool,
    limit: usize,
    /// Where the search leads without the author.
    without_author: String,
}

struct Tab {
    word: &'static str,
    address: String,
    current: bool,
}

struct HitView {
    address: String,
    avatar: Html,
    title: Html,
    at: Option<Micros>,
    snippet: Html,
}

/// The form's fields, read.
struct Form {
    words: String,
    who: String,
    person: Option<IdentityId>,
    from: Day,
    until: Day,
    people: bool,
    newest: bool,
    after: Option<search::Cursor>,
}

/// A day as it was typed: the same text comes back, whether it was understood or not.
struct Day {
    typed: String,
    date: Option<NaiveDate>,
}

impl Day {
    fn read(typed: String) -> Day {
        let date = NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok();
        Day { typed, date }
    }

    fn is_misread(&self) -> bool {
        self.date.is_none() && !self.typed.is_empty()
    }

    fn in_address(&self) -> String {
        self.date.map(|date| date.to_string()).unwrap_or_default()
    }
}

impl Form {
    /// # Errors
    /// `NotFound` for a place or an author that no page ever named: the whole search would pass for what was asked.
    fn read(fields: &Fields) -> Result<Form, Problem> {
        let short = |name: &str| fields.text(name).chars().take(asked::LETTERS).collect::<String>();
        let named = |name: &str| Some(fields.text(name)).filter(|text| !text.is_empty());
        Ok(Form {
            words: short("q"),
            who: short("who"),
            person: named("person").map(|id| super::id(&id).map(IdentityId)).transpose()?,
            from: Day::read(short("from")),
            until: Day::read(short("until")),
            people: fields.get("kind") == "people",
            newest: fields.get("order") == "newest",
            after: named("after").map(|place| place.parse().map_err(|_| Problem::NotFound)).transpose()?,
        })
    }

    /// Days that nobody can read. A search of people has none.
    fn faults(&self) -> Faults {
        let mut faults = Faults::none();
        for (field, day) in [("from", &self.from), ("until", &self.until)] {
            if day.is_misread() && !self.people {
                faults.add(field, "talk-search-day-fault");
            }
        }
        faults
    }

    fn asked(&self, zone: Tz) -> Asked {
        Asked {
            words: self.words.clone(),
            kind: if self.people { Kind::Person } else { Kind::Message },
            from: self.from.date.map(|day| calendar::midnight(zone, day)),
            until: self.until.date.and_then(|day| day.succ_opt()).map(|day| calendar::midnight(zone, day)),
            newest: self.newest,
            after: self.after,
        }
    }

    /// The address of the same search with another kind, order, author or page.
    fn address(&self, people: bool, newest: bool, person: Option<IdentityId>, after: Option<&str>) -> String {
        let parts = [
            ("q", self.words.clone()),
            ("kind", if people { "people".to_owned() } else { String::new() }),
            ("order", if newest { "newest".to_owned() } else { String::new() }),
            ("person", person.map(|person| person.to_string()).unwrap_or_default()),
            ("from", self.from.in_address()),
            ("until", self.until.in_address()),
            ("after", after.unwrap_or_default().to_owned()),
        ];
        let said = parts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={}", encoded(value)));
        format!("/search?{}", said.collect::<Vec<_>>().join("&"))
    }
}

pub async fn show(visit: Visit) -> Result<Response> {
    let mut form = Form::read(&super::query(&visit))?;
    let index = visit.house.get::<Index>();
    let mut scope = visit.read().await?;
    let behind = asked::behind(&mut scope, index).await?;
    let whom = Whom::learn(&mut scope, index, &mut form).await?;
    let faults = form.faults();
    let searched = !form.words.is_empty() && !whom.undecided && !faults.any();
    let asked = form.asked(visit.community()?.timezone);
    let found = if searched { asked::ask(&scope, index, &asked, whom.author.as_ref())? } else { Found::default() };
    let shell = visit.shell(if form.words.is_empty() { visit.t("talk-search-title") } else { form.words.clone() });
    let author = whom.author.as_ref().map(|author| author.identity);
    let (hits, names) = hits(&mut scope, &shell, &form, &found, author).await?;
    drop(scope);
    let first = form.after.map(|_| form.address(form.people, form.newest, author, None));
    let next = found.next.map(|next| form.address(form.people, form.newest, author, Some(&next.to_string())));
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let view = SearchView {
        tabs: tabs(&form, author),
        orders: orders(&form, author),
        form: form_view(&shell, &form, &names, whom, faults),
        hits,
        total: found.total,
        at_least: found.at_least,
        corrected: found.corrected,
        searched,
        behind,
        pager: Pager::onward(first, next),
        shell,
    };
    visit.render_with(status, &view)
}

/// By whom the search is narrowed, as far as that is known.
struct Whom {
    author: Option<Author>,
    /// Those whom the typed name may mean.
    meant: Vec<Person>,
    /// A typed name that picked nobody would widen the search to everybody, which is not what was asked.
    undecided: bool,
}

impl Whom {
    async fn learn(scope: &mut Scope, index: &Index, form: &mut Form) -> Result<Whom, Problem> {
        if form.people {
            return Ok(Whom { author: None, meant: Vec::new(), undecided: false });
        }
        let mut meant = Vec::new();
        if form.person.is_none() && !form.who.is_empty() {
            meant = asked::meant(scope, index, &form.who).await?;
            // A name that means one person needs no choice.
            if let [only] = meant.as_slice() {
                form.person = only.identity;
            }
        }
        let author = match form.person {
            Some(person) => Some(asked::author(scope, person).await?.ok_or(Problem::NotFound)?),
            None => None,
        };
        let undecided = author.is_none() && !form.who.is_empty();
        Ok(Whom { author, meant, undecided })
    }
}

async fn hits(
    scope: &mut Scope,
    shell: &Shell,
    form: &Form,
    found: &Found,
    author: Option<IdentityId>,
) -> Result<(Vec<HitView>, Names), Problem> {
    if form.people {
        let persons = asked::persons(scope, found).await?;
        return Ok((persons.into_iter().map(|hit| person_hit(shell, hit)).collect(), Names::default()));
    }
    let (messages, names) = asked::messages(scope, found, author).await?;
    let shown = messages.into_iter().map(|hit| message_hit(shell, &names, hit)).collect();
    Ok((shown, names))
}

fn message_hit(shell: &Shell, names: &Names, hit: MessageHit) -> HitView {
    let author = names.byline(hit.message.author, hit.message.author_name.as_deref());
    let id = author.member().map(|member| member.0).or(author.identity().map(|identity| identity.0)).unwrap_or_default();
    HitView {
        address: format!("/talk/messages/{}", hit.message.id),
        avatar: shell.avatar(author.name().unwrap_or_default(), id, "s"),
        title: byline(shell, &author),
        at: Some(hit.message.at),
        snippet: marked(&hit.snippet),
    }
}

fn person_hit(shell: &Shell, hit: PersonHit) -> HitView {
    HitView {
        address: format!("/people/{}", hit.member),
        avatar: shell.avatar(&hit.name, hit.member, "s"),
        title: Html::trusted(escape(&hit.name)),
        at: None,
        snippet: marked(&hit.snippet),
    }
}

/// Found words between marks, everything escaped.
fn marked(snippet: &Snippet) -> Html {
    let piece = |(text, found): &(String, bool)| if *found { format!("<mark>{}</mark>", escape(text)) } else { escape(text) };
    Html::trusted(snippet.iter().map(piece).collect::<String>())
}

/// Addresses that pick one of those whom a typed name may mean.
fn picks(form: &Form, meant: Vec<Person>) -> Vec<(String, String)> {
    let pick = |person: Person| Some((form.address(false, form.newest, Some(person.identity?), None), person.name));
    meant.into_iter().filter_map(pick).collect()
}

fn form_view(shell: &Shell, form: &Form, names: &Names, whom: Whom, faults: Faults) -> FormView {
    let author = whom.author.map(|author| author.identity);
    let meant_more = author.is_none() && whom.meant.len() >= asked::MEANT;
    let meant = if author.is_some() { Vec::new() } else { picks(form, whom.meant) };
    FormView {
        words: form.words.clone(),
        who: if author.is_some() { String::new() } else { form.who.clone() },
        author: author.map(|author| (author.0, spoken(shell, &names.byline(Some(author), None)))),
        nobody_meant: whom.undecided && meant.is_empty(),
        meant,
        meant_more,
        from: form.from.typed.clone(),
        until: form.until.typed.clone(),
        faults,
        people: form.people,
        newest: form.newest,
        limit: asked::LETTERS,
        without_author: form.address(form.people, form.newest, None, None),
    }
}

fn tabs(form: &Form, author: Option<IdentityId>) -> [Tab; 2] {
    let tab = |word, people| Tab { word, address: form.address(people, form.newest, author, None), current: form.people == people };
    [tab("talk-search-messages", false), tab("talk-search-people", true)]
}

fn orders(form: &Form, author: Option<IdentityId>) -> [Tab; 2] {
    let order =
        |word, newest| Tab { word, address: form.address(form.people, newest, author, None), current: form.newest == newest };
    [order("talk-search-best", false), order("talk-search-newest", true)]
}

/// A value of a query: all but letters, digits and a few marks as bytes in percent.
fn encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
