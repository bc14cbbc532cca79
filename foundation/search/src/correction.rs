//! A word that nobody wrote, put right to one that somebody did, within what the viewer may see.

use std::collections::HashMap;

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use crate::query::Query;
use crate::search::Shelves;
use crate::tokens;
use crate::wording::{Clause, Word, read};

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;
/// From how many letters on two slips are allowed in place of one.
const LONG: usize = 8;
/// How many neighbours of a word are tried, the most frequent first.
const TRIED: usize = 3;

/// What was typed with each fruitless word replaced by a similar one that has visible hits;
/// `None` if there is nothing to put right.
pub(crate) fn correct(shelves: &Shelves, query: &Query, clauses: &[Clause]) -> tantivy::Result<Option<String>> {
    let mut corrected = query.words.clone();
    let mut changed = false;
    let plain = clauses.iter().filter(|clause| !clause.excluded && !clause.quoted);
    // From the last to the first, so that places in the text stay true.
    for word in plain.flat_map(|clause| &clause.words).rev() {
        if word.form.chars().count() < SHORTEST || is_visible(shelves, query, &word.form, false)? {
            continue;
        }
        let Some(other) = neighbour(shelves, query, word)? else {
            return Ok(None);
        };
        corrected.replace_range(word.place.clone(), &other);
        changed = true;
    }
    Ok(changed.then_some(corrected))
}

/// Whether the viewer sees any document with the word, in any form or in this very one. Without this a correction would betray words
/// of a closed circle.
fn is_visible(shelves: &Shelves, query: &Query, form: &str, exact: bool) -> tantivy::Result<bool> {
    let query = Query { person: None, from: None, until: None, after: None, limit: 1, ..query.clone() };
    let clauses: Vec<Clause> = read(&format!("\"{form}\"")).into_iter().map(|clause| Clause { exact, ..clause }).collect();
    shelves.has_any(&query, &clauses)
}

fn neighbour(shelves: &Shelves, query: &Query, word: &Word) -> tantivy::Result<Option<String>> {
    let mut frequent = neighbours(shelves, query.community, word)?;
    frequent.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    for (form, _) in frequent.into_iter().take(TRIED) {
        if is_visible(shelves, query, &form, true)? {
            return Ok(Some(form));
        }
    }
    Ok(None)
}

/// The similar words of a community with the number of documents that have them.
fn neighbours(shelves: &Shelves, community: i64, word: &Word) -> tantivy::Result<Vec<(String, u32)>> {
    let field = shelves.fields.forms;
    let prefix = tokens::prefix(community);
    let end = tokens::after(prefix.clone());
    let slips = if word.form.chars().count() < LONG { 1 } else { 2 };
    let similar = FuzzyTermQuery::new(Term::from_field_text(field, &tokens::token(community, &word.form)), slips, true);
    let mut frequencies: HashMap<String, u32> = HashMap::new();
    for segment in shelves.searcher.segment_readers() {
        let words = segment.inverted_index(field)?;
        // The bounds matter: one slip could otherwise lead into another community.
        let mut stream = words.terms().search(similar.automaton()?).ge(&prefix).lt(&end).into_stream()?;
        while stream.advance() {
            if let Some(form) = std::str::from_utf8(stream.key()).ok().and_then(|key| key.strip_prefix(&prefix)) {
                *frequencies.entry(form.to_owned()).or_default() += stream.value().doc_freq;
            }
        }
    }
    Ok(frequencies.into_iter().collect())
}
