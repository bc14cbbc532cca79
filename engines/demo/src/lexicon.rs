//! The shape of what a language provides. The texts are templates (see `template`).

use crate::living::Asking;
pub(crate) use crate::model::Field;
use crate::model::{Community, Role};

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

/// What people ask of one another, and what is said around it.
pub(crate) struct Wants {
    /// Directions of requests: the field, its name, and tags by which its requests are found.
    pub(crate) directions: &'static [(Field, &'static str, &'static [&'static str])],
    pub(crate) seeks: &'static [Seek],
    /// Sentences that may stand in any details.
    pub(crate) circumstances: &'static [&'static str],
    /// What kind of help is welcome.
    pub(crate) wishes: &'static [&'static str],
    /// Answers to whoever seeks somebody.
    pub(crate) offers: &'static [&'static str],
    /// Said of a recommended member, who is `{expert}`.
    pub(crate) recommends: &'static [&'static str],
    pub(crate) contacts: &'static [&'static str],
    /// A word beside the matter.
    pub(crate) comments: &'static [&'static str],
    /// One that should not have been said.
    pub(crate) adverts: &'static [&'static str],
    /// The asker's thanks to a helper, who is `{name}`.
    pub(crate) thanks: &'static [&'static str],
    pub(crate) solved: &'static [&'static str],
    pub(crate) unsolved: &'static [&'static str],
    pub(crate) withdrawn: &'static [&'static str],
    /// What somebody writes to staff about an advert.
    pub(crate) reports: &'static [&'static str],
    /// What staff say when they close a request that nobody could help with.
    pub(crate) regrets: &'static [&'static str],
    /// Deals in the currency, from and to, in whole units.
    pub(crate) deals: (i64, i64),
}

/// Somebody is sought.
pub(crate) struct Seek {
    pub(crate) field: Field,
    pub(crate) asking: Asking,
    pub(crate) title: &'static str,
}

pub(crate) const fn seek(field: Field, asking: Asking, title: &'static str) -> Seek {
    Seek { field, asking, title }
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
    pub(crate) wants: Wants,
}
