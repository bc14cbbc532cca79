use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, InvertedIndexRangeQuery, Occur, PhraseQuery, QueryClone, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use crate::document::Kind;
use crate::layout::Fields;
use crate::page::Cursor;
use crate::tokens;
use crate::wording::{Clause, Word};

type Part = Box<dyn tantivy::query::Query>;

/// How much more a document weighs where it has the very form that was asked for.
const EXACT_WEIGHT: f32 = 0.6;
/// How much more it weighs where its title has the word.
const TITLE_WEIGHT: f32 = 1.5;
/// What a word that only begins as asked is worth.
const BEGINNING_SCORE: f32 = 0.3;
/// How many words of one segment a beginning may stand for.
const BEGINNING_WORDS: u64 = 10_000;

/// In which order hits come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The best first; of equally good ones the recent. `now` is in microseconds of UTC.
    Relevance { now: i64 },
    /// The newest first.
    Newest,
}

/// What is looked for, where, and for whose eyes.
#[derive(Clone, Debug)]
pub struct Query {
    /// The community that is searched.
    pub community: i64,
    /// The audiences the viewer may see; 0 is the whole community's. With none, nothing is found.
    pub audiences: Vec<i64>,
    /// Messages or people.
    pub kind: Kind,
    /// What the person typed. Without a single word in it nothing is found.
    pub words: String,
    /// Only of these persons (identities of one member, say); `None` for all.
    pub person: Option<Vec<i64>>,
    /// Not before this time, in microseconds of UTC.
    pub from: Option<i64>,
    /// Before this time, in microseconds of UTC.
    pub until: Option<i64>,
    /// In which order.
    pub order: Order,
    /// Where the page before ended.
    pub after: Option<Cursor>,
    /// How many hits at most; never more than [`crate::PAGE_LIMIT`].
    pub limit: usize,
}

/// The words and filters as one query of the index; `None` if nothing positive is asked for.
pub(crate) fn build(fields: &Fields, query: &Query, clauses: &[Clause]) -> Option<Part> {
    let wanted = || clauses.iter().filter(|clause| !clause.excluded);
    wanted().next()?;
    let all_common = wanted().all(is_common);
    let mut parts = vec![shelf(fields, query)];
    if let Some(persons) = &query.person {
        let terms: Vec<Term> = persons.iter().map(|id| fields.person(query.community, *id)).collect();
        parts.push((Occur::Must, unscored(any_of(terms))));
    }
    for clause in clauses {
        if clause.excluded {
            parts.push((Occur::MustNot, exclusion(fields, query.community, clause)));
            continue;
        }
        let part = demand(fields, query.community, clause);
        let needed = all_common || !is_common(clause);
        parts.push((if needed { Occur::Must } else { Occur::Should }, part));
        for word in clause.words.iter().filter(|word| !word.is_common()) {
            parts.extend(preferences(fields, query.community, word));
        }
    }
    Some(Box::new(BooleanQuery::new(parts)))
}

/// Only documents of the kind. Words are of a community already, and of its documents few are persons: to leave out those few
/// costs less than to ask each message whether it is one.
fn shelf(fields: &Fields, query: &Query) -> (Occur, Part) {
    let persons = term(fields.shelf(query.community, Kind::Person), IndexRecordOption::Basic);
    match query.kind {
        Kind::Person => (Occur::Must, unscored(persons)),
        Kind::Message => (Occur::MustNot, persons),
    }
}

fn is_common(clause: &Clause) -> bool {
    !clause.quoted && clause.words.len() == 1 && clause.words[0].is_common()
}

/// What a document must have for one clause.
fn demand(fields: &Fields, community: i64, clause: &Clause) -> Part {
    if clause.words.len() > 1 {
        let terms = clause.words.iter().map(|word| word_term(fields.stems, community, &word.stem));
        return Box::new(PhraseQuery::new(terms.collect()));
    }
    let word = &clause.words[0];
    if clause.exact {
        return term(word_term(fields.forms, community, &word.form), IndexRecordOption::Basic);
    }
    let stem = term(word_term(fields.stems, community, &word.stem), IndexRecordOption::WithFreqs);
    if !clause.beginning {
        return stem;
    }
    let start = word_term(fields.forms, community, &word.form);
    let end = Term::from_field_text(fields.forms, &tokens::after(tokens::token(community, &word.form)));
    let mut beginning = InvertedIndexRangeQuery::new(Bound::Included(start), Bound::Excluded(end));
    beginning.limit(BEGINNING_WORDS);
    let beginning: Part = Box::new(ConstScoreQuery::new(Box::new(beginning), BEGINNING_SCORE));
    Box::new(BooleanQuery::union(vec![stem, beginning]))
}

/// What a document must not have. A phrase stands twice: alone it may not be asked about documents
/// before its first one, which an exclusion does; a union may.
fn exclusion(fields: &Fields, community: i64, clause: &Clause) -> Part {
    let part = demand(fields, community, clause);
    if clause.words.len() == 1 {
        return part;
    }
    Box::new(BooleanQuery::union(vec![part.box_clone(), part]))
}

/// What lifts a document that has the word anyway.
fn preferences(fields: &Fields, community: i64, word: &Word) -> [(Occur, Part); 2] {
    let exact = term(word_term(fields.forms, community, &word.form), IndexRecordOption::WithFreqs);
    let title = term(word_term(fields.heads, community, &word.stem), IndexRecordOption::WithFreqs);
    [
        (Occur::Should, Box::new(BoostQuery::new(exact, EXACT_WEIGHT))),
        (Occur::Should, Box::new(BoostQuery::new(title, TITLE_WEIGHT))),
    ]
}

fn word_term(field: Field, community: i64, word: &str) -> Term {
    Term::from_field_text(field, &tokens::token(community, word))
}

fn term(term: Term, record: IndexRecordOption) -> Part {
    Box::new(TermQuery::new(term, record))
}

fn any_of(mut terms: Vec<Term>) -> Part {
    match (terms.pop(), terms.is_empty()) {
        (Some(only), true) => term(only, IndexRecordOption::Basic),
        (last, _) => Box::new(TermSetQuery::new(terms.into_iter().chain(last))),
    }
}

/// A filter: it decides, but adds nothing to the score.
fn unscored(part: Part) -> Part {
    Box::new(ConstScoreQuery::new(part, 0.0))
}
