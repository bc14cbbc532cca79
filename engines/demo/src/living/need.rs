//! What somebody needs, in their own words.

use super::{About, DAY, Living};
use crate::dice::Dice;
use crate::lexicon::{Seek, Subject, SubjectKind};
use crate::model::Field;
use crate::template::{Bindings, Voice, render};

/// Letters of a title that is read at a glance.
const TITLE: std::ops::RangeInclusive<usize> = 24..=130;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    Solution,
    Recommendation,
    Contact,
    Opinion,
    Partner,
}

impl Asking {
    pub fn code(self) -> &'static str {
        match self {
            Asking::Solution => "solution",
            Asking::Recommendation => "recommendation",
            Asking::Contact => "contact",
            Asking::Opinion => "opinion",
            Asking::Partner => "partner",
        }
    }

    /// Whether a person is wanted rather than a thought.
    pub(crate) fn seeks_somebody(self) -> bool {
        matches!(self, Asking::Recommendation | Asking::Contact | Asking::Partner)
    }
}

/// A need, before it is asked.
#[derive(Clone)]
pub struct Need {
    /// Which one of the story.
    pub number: usize,
    pub asker: usize,
    pub field: Field,
    pub asking: Asking,
    pub title: String,
    pub details: String,
    pub city: String,
    /// Companies to which a way is sought, one a line.
    pub wanted: String,
    pub tags: Vec<String>,
    /// An index into the directions.
    pub direction: Option<usize>,
    /// Days until which help is wanted.
    pub deadline_days: Option<i64>,
    /// Who alone is to see it, if not everybody.
    pub chosen: Vec<usize>,
    /// Hardly anybody knows anything about it.
    pub hard: bool,
    pub(crate) theme: Theme,
    pub(crate) bindings: Bindings,
}

/// What the words were made of.
#[derive(Clone, Copy)]
pub(crate) enum Theme {
    /// A question as in the talk: a subject and which of its openers.
    Asks(&'static Subject, usize),
    Seeks,
}

impl Living {
    /// What somebody needs: the need of this number.
    pub fn need(&self, number: usize, asker: usize) -> Need {
        let mut dice = self.dice(About::Need, number, asker);
        let dice = &mut dice;
        let mut bindings = Bindings::new();
        let (theme, field, asking, title, mut details) = self.matter(dice, asker, &mut bindings);
        details.extend(self.circumstances(dice, number, asker, &mut bindings));
        let directions = self.lexicon.wants.directions;
        let direction = directions.iter().position(|(of, ..)| *of == field);
        let tags = direction.map(|direction| directions[direction].2).unwrap_or_default();
        let tags = tags.iter().filter(|_| dice.percent(45)).map(|tag| (*tag).to_owned()).collect();
        let chosen = if dice.percent(4) { self.confidants(dice, asker) } else { Vec::new() };
        Need {
            number,
            asker,
            field,
            asking,
            title,
            details: details.join(" "),
            city: self.city(dice, asker),
            wanted: if asking == Asking::Contact { (*dice.pick(self.lexicon.companies)).to_owned() } else { String::new() },
            tags,
            direction: direction.filter(|_| dice.percent(85)),
            deadline_days: dice.percent(16).then(|| dice.between(3, 16)),
            hard: chosen.is_empty() && self.dice(About::Need, number, usize::MAX).percent(self.hard),
            chosen,
            theme,
            bindings,
        }
    }

    /// What it is about, and the title and the first words of it.
    fn matter(&self, dice: &mut Dice, asker: usize, bindings: &mut Bindings) -> (Theme, Field, Asking, String, Vec<String>) {
        if dice.percent(38) {
            let seek: &Seek = dice.pick(self.lexicon.wants.seeks);
            return (Theme::Seeks, seek.field, seek.asking, self.word(dice, asker, bindings, seek.title), Vec::new());
        }
        let (subject, opener) = self.subject(dice);
        let (title, rest) = cut(&self.word(dice, asker, bindings, subject.openers[opener]));
        (Theme::Asks(subject, opener), subject.field, asking(dice, subject.field), title, rest)
    }

    fn circumstances(&self, dice: &mut Dice, number: usize, asker: usize, bindings: &mut Bindings) -> Vec<String> {
        let wants = &self.lexicon.wants;
        let mut left: Vec<&str> = wants.circumstances.to_vec();
        let mut said = Vec::new();
        for _ in 0..1 + dice.below(3) {
            let one = left.swap_remove(dice.below(left.len()));
            said.push(self.word(dice, asker, bindings, one));
        }
        if dice.percent(45) {
            said.push(self.word(dice, asker, bindings, wish(number, wants.wishes)));
        }
        said
    }

    fn word(&self, dice: &mut Dice, asker: usize, bindings: &mut Bindings, template: &str) -> String {
        let feminine = self.residents[asker].person.feminine;
        render(self.lexicon, dice, &mut Voice { feminine, bindings, given: &[] }, template)
    }

    fn subject(&self, dice: &mut Dice) -> (&'static Subject, usize) {
        let subjects: Vec<&'static Subject> =
            self.lexicon.subjects.iter().copied().flatten().filter(|subject| subject.kind == SubjectKind::Ask).collect();
        let subject = subjects[dice.weighed(subjects.iter().map(|subject| subject.weight)).unwrap_or_default()];
        (subject, dice.below(subject.openers.len()))
    }

    fn city(&self, dice: &mut Dice, asker: usize) -> String {
        let points = &self.residents[asker].person.points;
        let city = points.iter().find(|(key, _)| *key == "city").map(|(_, city)| city.clone());
        city.filter(|_| dice.percent(55)).unwrap_or_default()
    }

    /// A few whom the asker trusts.
    fn confidants(&self, dice: &mut Dice, asker: usize) -> Vec<usize> {
        let mut chosen: Vec<usize> = (0..2 + dice.below(3)).map(|_| dice.below(self.residents.len())).collect();
        chosen.retain(|person| *person != asker && self.residents[*person].habits.readiness > 0);
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    /// Until when help is wanted, counted from when it is asked.
    pub fn deadline(&self, need: &Need, asked_at: i64) -> Option<i64> {
        need.deadline_days.map(|days| asked_at + days * DAY)
    }
}

/// The wishes go round, so that neighbours differ.
fn wish(number: usize, wishes: &'static [&'static str]) -> &'static str {
    wishes[number % wishes.len()]
}

fn asking(dice: &mut Dice, field: Field) -> Asking {
    let of_ten = dice.below(10);
    match field {
        Field::Places if of_ten < 6 => Asking::Recommendation,
        Field::Places => Asking::Contact,
        Field::Learning if of_ten < 3 => Asking::Recommendation,
        Field::Cases | Field::Branch | Field::Conduct if of_ten < 4 => Asking::Opinion,
        Field::Business if of_ten < 2 => Asking::Opinion,
        _ => Asking::Solution,
    }
}

/// The first sentence that can stand as a title, and the rest. A greeting is left out.
fn cut(text: &str) -> (String, Vec<String>) {
    let mut sentences: Vec<String> = Vec::new();
    for piece in pieces(text) {
        let letters = piece.trim();
        let goes_on = sentences.last().is_some_and(|last| !last.ends_with(['.', '?', '!']) || last.chars().count() < 5);
        match sentences.last_mut() {
            Some(last) if goes_on || letters.chars().count() < 4 => last.push_str(piece.trim_end()),
            _ if letters.is_empty() => {}
            _ => sentences.push(letters.to_owned()),
        }
    }
    let fits = |sentence: &&String| TITLE.contains(&sentence.chars().count());
    let Some(at) = sentences.iter().position(|sentence| fits(&sentence)) else { return (shortened(text), vec![text.to_owned()]) };
    let title = sentences.remove(at).trim_end_matches('.').to_owned();
    sentences.retain(|sentence| sentence.chars().count() > 16);
    (title, sentences)
}

/// A text by its full stops; the point of «4.2» is none.
fn pieces(text: &str) -> Vec<&str> {
    let is_digit = |letter: Option<char>| letter.is_some_and(char::is_numeric);
    let (mut pieces, mut from) = (Vec::new(), 0);
    for (at, mark) in text.match_indices(['.', '?', '!', '\n']) {
        let end = at + mark.len();
        if !(is_digit(text[..at].chars().next_back()) && is_digit(text[end..].chars().next())) {
            pieces.push(&text[from..end]);
            from = end;
        }
    }
    pieces.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    pieces
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= *TITLE.end() {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(*TITLE.end() - 1).collect();
    short.truncate(short.rfind(' ').unwrap_or(short.len()));
    format!("{}…", short.trim_end_matches([',', '.', ' ', ':']))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_title_ends_with_its_sentence_and_not_within_a_number() {
        let (title, rest) =
            cut("The owner wants the spine wall out with no posts at all. 4.2 m. I can make it work, but should I?");
        assert_eq!(title, "The owner wants the spine wall out with no posts at all");
        assert_eq!(rest, ["I can make it work, but should I?"]);
        assert_eq!(
            cut("Is a beam of 4.2 m enough for the spine wall here? It is old.").0,
            "Is a beam of 4.2 m enough for the spine wall here?"
        );
    }
}
