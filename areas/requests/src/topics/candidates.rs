//! What a topic may be made of: tags, characteristic words and pairs of words, each with the requests that have it.

use super::naming;
use super::surprise::{Compared, together};
use super::words::{Forms, Lexicon, Word, names_nothing, stems};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Nothing is concluded from fewer requests.
pub const ENOUGH: usize = 5;
/// What more than this part of the requests has, where there are at least [`MANY`], tells nothing of them apart.
const MOST_HAVE: f64 = 0.5;
const MANY: usize = 30;
/// Words of other talk without which there is nothing to compare with.
const TALK_WORDS: usize = 2_000;
/// Candidates that are looked at, those of most requests.
const AT_MOST: usize = 400;

/// What one request says.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Its place in the order that all counts keep, whatever the order it came in.
    pub id: (i64, i64),
    pub asker: i64,
    /// As people see them.
    pub tags: Vec<String>,
    pub text: String,
}

/// A tag, a word or two, and who has it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its stems.
    pub key: String,
    pub forms: Forms,
    /// Its forms in other talk.
    pub elsewhere: Forms,
    /// Of a pair, what its second word is called.
    pub noun: String,
    pub labels: Forms,
    /// Requests that have it, in their order.
    pub requests: BTreeSet<usize>,
    /// Of them, those that have it as a tag.
    pub tagged: usize,
}

impl Candidate {
    fn of(key: String) -> Candidate {
        Candidate {
            key,
            forms: Forms::default(),
            elsewhere: Forms::default(),
            noun: String::new(),
            labels: Forms::default(),
            requests: BTreeSet::new(),
            tagged: 0,
        }
    }

    /// How people would call it: as dictionaries have it or most wrote it; a tag as most typed it where no text has it.
    pub fn name(&self) -> String {
        let found = match self.is_pair() {
            true => naming::name_of_pair(&self.forms, &self.elsewhere, &self.noun),
            false => naming::name(&self.forms, &self.elsewhere),
        };
        found.or_else(|| self.labels.usual().map(str::to_owned)).unwrap_or_else(|| self.key.clone())
    }

    /// A single word that is named as dictionaries have it.
    pub fn is_sure(&self) -> bool {
        !self.is_pair() && naming::is_sure(&self.forms, &self.elsewhere)
    }

    /// It names something by itself: a tag does, whatever it is.
    pub fn names_something(&self) -> bool {
        self.tagged > 0 || self.is_pair() || !naming::is_adjective(&self.forms, &self.elsewhere)
    }

    pub fn is_pair(&self) -> bool {
        self.key.contains(' ')
    }
}

/// Requests as words: of each word those that have it, with its forms; likewise of each pair.
struct Read {
    lexicon: Lexicon,
    with: BTreeMap<u32, BTreeMap<usize, u32>>,
    pairs: HashMap<(u32, u32), BTreeMap<usize, (u32, u32)>>,
    /// How words and pairs of enough requests are written in other talk, by their key.
    elsewhere: HashMap<String, Forms>,
    all: usize,
}

/// All candidates, those of most requests first. `said` is in its order; `common` are words that say nothing here; `talk`
/// is what is said in the community beside requests.
pub(super) fn candidates(said: &[&Said], common: &[String], talk: &[String]) -> Vec<Candidate> {
    let mut read = read(said, common);
    let mut found: BTreeMap<String, Candidate> = BTreeMap::new();
    let characteristic = characteristic(&mut read, talk);
    for (stem, requests) in read.with.iter().filter(|(stem, _)| characteristic.contains(stem)) {
        let mut candidate = Candidate::of(read.lexicon.names[*stem as usize].clone());
        for (request, form) in requests {
            candidate.requests.insert(*request);
            candidate.forms.meet(&read.lexicon.forms[*form as usize]);
        }
        if !candidate.forms.name_nothing() {
            candidate.elsewhere = read.elsewhere.get(&candidate.key).cloned().unwrap_or_default();
            found.insert(candidate.key.clone(), candidate);
        }
    }
    add_pairs(&read, &characteristic, &mut found);
    add_tags(said, common, &read, &mut found);
    let ceiling = if said.len() >= MANY { said.len() as f64 * MOST_HAVE } else { f64::MAX };
    let mut found: Vec<Candidate> =
        found.into_values().filter(|one| one.requests.len() >= ENOUGH && one.requests.len() as f64 <= ceiling).collect();
    found.sort_by(|left, right| {
        let size = |one: &Candidate| (one.requests.len(), one.tagged);
        size(right).cmp(&size(left)).then_with(|| left.key.cmp(&right.key))
    });
    found.truncate(AT_MOST);
    found
}

fn read(said: &[&Said], common: &[String]) -> Read {
    let mut lexicon = Lexicon::new(common.iter().map(String::as_str));
    let mut with: BTreeMap<u32, BTreeMap<usize, u32>> = BTreeMap::new();
    let mut pairs: HashMap<(u32, u32), BTreeMap<usize, (u32, u32)>> = HashMap::new();
    for (request, one) in said.iter().enumerate() {
        let words = lexicon.read(&one.text);
        for Word { stem, form } in words.iter().flatten() {
            with.entry(*stem).or_default().entry(request).or_insert(*form);
        }
        for pair in words.windows(2) {
            if let [Some(left), Some(right)] = pair
                && left.stem != right.stem
            {
                let of = pairs.entry((left.stem, right.stem)).or_default();
                of.entry(request).or_insert((left.form, right.form));
            }
        }
    }
    Read { lexicon, with, pairs, elsewhere: HashMap::new(), all: said.len() }
}

/// Words of enough requests that requests have more often than other talk has. Where there is too little talk to compare
/// with, all of enough requests.
fn characteristic(read: &mut Read, talk: &[String]) -> BTreeSet<u32> {
    let mut there: HashMap<u32, f64> = HashMap::new();
    let mut words = 0;
    for text in talk {
        let said = read.lexicon.read(text);
        note(read, &said);
        let met: BTreeSet<u32> = said.into_iter().flatten().map(|word| word.stem).collect();
        words += met.len();
        met.into_iter().for_each(|stem| *there.entry(stem).or_default() += 1.0);
    }
    let all_here = read.with.values().map(BTreeMap::len).sum::<usize>() as f64;
    let says = |stem: &u32, requests: &BTreeMap<usize, u32>| {
        let (here, there) = (requests.len() as f64, there.get(stem).copied().unwrap_or_default());
        words < TALK_WORDS || Compared { here, all_here, there, all_there: words as f64 }.characteristic()
    };
    read.with.iter().filter(|(stem, with)| with.len() >= ENOUGH && says(stem, with)).map(|(stem, _)| *stem).collect()
}

/// Notes how what enough requests have is written elsewhere.
fn note(read: &mut Read, said: &[Option<Word>]) {
    let Read { lexicon, with, pairs, elsewhere, .. } = read;
    let form = |word: &Word| lexicon.forms[word.form as usize].as_str();
    let name = |word: &Word| lexicon.names[word.stem as usize].as_str();
    for word in said.iter().flatten().filter(|word| with.get(&word.stem).is_some_and(|with| with.len() >= ENOUGH)) {
        elsewhere.entry(name(word).to_owned()).or_default().meet(form(word));
    }
    for pair in said.windows(2) {
        if let [Some(left), Some(right)] = pair
            && pairs.get(&(left.stem, right.stem)).is_some_and(|with| with.len() >= ENOUGH)
        {
            let forms = elsewhere.entry(format!("{} {}", name(left), name(right))).or_default();
            forms.meet(&format!("{} {}", form(left), form(right)));
        }
    }
}

/// Words that stand side by side more often than by chance, one of them at least being characteristic.
fn add_pairs(read: &Read, characteristic: &BTreeSet<u32>, found: &mut BTreeMap<String, Candidate>) {
    let with = |stem: u32| read.with.get(&stem).map_or(0, BTreeMap::len);
    for ((left, right), requests) in &read.pairs {
        let known = characteristic.contains(left) || characteristic.contains(right);
        if requests.len() < ENOUGH || !known || !together(requests.len(), with(*left), with(*right), read.all) {
            continue;
        }
        let key = format!("{} {}", read.lexicon.names[*left as usize], read.lexicon.names[*right as usize]);
        let mut candidate = Candidate::of(key);
        for (request, (left, right)) in requests {
            candidate.requests.insert(*request);
            let form = |form: u32| read.lexicon.forms[form as usize].as_str();
            candidate.forms.meet(&format!("{} {}", form(*left), form(*right)));
        }
        candidate.noun = noun(read, *right).unwrap_or_default();
        candidate.elsewhere = read.elsewhere.get(&candidate.key).cloned().unwrap_or_default();
        if candidate.forms.usual().is_some_and(|usual| !usual.split(' ').any(names_nothing)) {
            found.insert(candidate.key.clone(), candidate);
        }
    }
}

fn noun(read: &Read, stem: u32) -> Option<String> {
    let mut forms = Forms::default();
    read.with.get(&stem)?.values().for_each(|form| forms.meet(&read.lexicon.forms[*form as usize]));
    let elsewhere = read.elsewhere.get(&read.lexicon.names[stem as usize]).cloned().unwrap_or_default();
    naming::name(&forms, &elsewhere)
}

/// What askers said themselves. Requests that have the words of a tag have the topic too.
fn add_tags(said: &[&Said], common: &[String], read: &Read, found: &mut BTreeMap<String, Candidate>) {
    let common: BTreeSet<String> = common.iter().map(|tag| super::words::key(tag)).collect();
    let mut tags: BTreeMap<String, Candidate> = BTreeMap::new();
    for (request, one) in said.iter().enumerate() {
        let keys: BTreeMap<String, &String> = one.tags.iter().map(|tag| (super::words::key(tag), tag)).collect();
        for (key, label) in keys.into_iter().filter(|(key, _)| !key.is_empty() && !common.contains(key)) {
            let candidate = tags.entry(key.clone()).or_insert_with(|| Candidate::of(key));
            candidate.requests.insert(request);
            candidate.tagged += 1;
            candidate.labels.meet(label);
        }
    }
    for (key, mut tag) in tags {
        tag.requests.extend(spoken(&tag.key, read));
        if let Some(word) = found.get(&key) {
            (tag.forms, tag.elsewhere) = (word.forms.clone(), word.elsewhere.clone());
        }
        found.insert(key, tag);
    }
}

/// Requests that have these stems in their words: one, or two side by side.
fn spoken(key: &str, read: &Read) -> Vec<usize> {
    let stems: Option<Vec<u32>> = key.split(' ').map(|stem| read.lexicon.known(stem)).collect();
    match stems.as_deref() {
        Some([one]) => read.with.get(one).map(|with| with.keys().copied().collect()).unwrap_or_default(),
        Some([left, right]) => read.pairs.get(&(*left, *right)).map(|with| with.keys().copied().collect()).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Whether a text has all the stems of a key.
pub fn has(text: &BTreeSet<String>, key: &str) -> bool {
    !key.is_empty() && key.split(' ').all(|stem| text.contains(stem))
}

/// The stems of a text, to look keys up in.
pub fn stems_of(text: &str) -> BTreeSet<String> {
    stems(text).into_iter().collect()
}
