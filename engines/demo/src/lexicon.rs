//! The shape of what a language provides. The texts are templates (see `template`).

use crate::model::{Community, Role};

/// What people of the community are strong in; a question of a field finds those who know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    /// Difficult work in hand: cases, projects.
    Cases,
    /// The second great branch: families, or old buildings.
    Branch,
    /// The third: children, or drawings and software.
    Tools,
    /// Prices, clients, contracts, taxes.
    Business,
    /// What is right: ethics, liability.
    Conduct,
    /// Learning: books, courses, supervision, review.
    Learning,
    /// Rooms, cities, references to colleagues.
    Places,
    /// Everything else.
    Life,
}

/// A theme of talk.
pub(crate) struct Subject {
    pub(crate) field: Field,
    pub(crate) kind: SubjectKind,
    /// How often it comes up, against the others.
    pub(crate) weight: u32,
    pub(crate) openers: &'static [&'static str],
    pub(crate) answers: &'static [&'static str],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectKind {
    /// Somebody needs help.
    Ask,
    /// Somebody shares, jokes or wonders.
    Chat,
    /// Those who run the community tell news.
    News,
}

pub(crate) const fn ask(field: Field, weight: u32, openers: &'static [&'static str], answers: &'static [&'static str]) -> Subject {
    Subject { field, kind: SubjectKind::Ask, weight, openers, answers }
}

pub(crate) const fn chat(weight: u32, openers: &'static [&'static str], answers: &'static [&'static str]) -> Subject {
    Subject { field: Field::Life, kind: SubjectKind::Chat, weight, openers, answers }
}

pub(crate) const fn news(weight: u32, openers: &'static [&'static str], answers: &'static [&'static str]) -> Subject {
    Subject { field: Field::Life, kind: SubjectKind::News, weight, openers, answers }
}

/// One of those whom the pictures show by name.
pub(crate) struct Known {
    pub(crate) first: &'static str,
    pub(crate) surname: &'static str,
    pub(crate) feminine: bool,
    pub(crate) role: Role,
    pub(crate) field: Field,
    pub(crate) city: &'static str,
    /// How much they say and answer, against 10 of an ordinary talker.
    pub(crate) voice: u32,
}

/// A line of work with what its people offer and look for.
pub(crate) struct Trade {
    pub(crate) field: Field,
    pub(crate) names: &'static [&'static str],
    pub(crate) educations: &'static [&'static str],
    pub(crate) offers: &'static [&'static str],
    pub(crate) needs: &'static [&'static str],
    pub(crate) abouts: &'static [&'static str],
}

/// Words that fit any conversation.
pub(crate) struct Phrases {
    /// Before an answer.
    pub(crate) leads: &'static [&'static str],
    /// After an answer.
    pub(crate) tails: &'static [&'static str],
    /// Joining somebody's answer.
    pub(crate) seconds: &'static [&'static str],
    /// Calling a person who knows.
    pub(crate) calls: &'static [&'static str],
    /// A question to an answer, and what is replied to it.
    pub(crate) doubts: &'static [(&'static str, &'static str)],
    pub(crate) thanks: &'static [&'static str],
    /// Days later: what came of it.
    pub(crate) outcomes: &'static [&'static str],
    pub(crate) introductions: &'static [&'static str],
    pub(crate) welcomes: &'static [&'static str],
    /// Said with a file.
    pub(crate) files: &'static [(&'static str, &'static str)],
    pub(crate) polls: &'static [(&'static str, &'static [&'static str])],
}

/// A language with its community.
pub(crate) struct Lexicon {
    pub(crate) community: Community,
    /// The clock of the export, in hours from UTC.
    pub(crate) offset_hours: i64,
    pub(crate) known: &'static [Known],
    /// How many of a hundred are women.
    pub(crate) feminine_percent: usize,
    pub(crate) masculine: &'static [&'static str],
    pub(crate) feminine: &'static [&'static str],
    /// Masculine and feminine forms.
    pub(crate) surnames: &'static [(&'static str, &'static str)],
    /// Slots: a name and rows; the forms of a row are parted by `|`.
    pub(crate) slots: &'static [(&'static str, &'static [&'static str])],
    pub(crate) trades: &'static [Trade],
    pub(crate) hobbies: &'static [&'static str],
    pub(crate) languages: &'static [&'static str],
    pub(crate) companies: &'static [&'static str],
    /// City and time zone.
    pub(crate) cities: &'static [(&'static str, &'static str)],
    pub(crate) phrases: Phrases,
    pub(crate) subjects: &'static [&'static [Subject]],
}
