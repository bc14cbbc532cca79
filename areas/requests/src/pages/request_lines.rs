//! People, answers and outcomes as the pages of a request show them: names told, marks made, acts offered.

use crate::answer::Kind;
use crate::dossier::{Dossier, Given, Helped};
use crate::introduction::{Introduction, Stage};
use crate::person::{Person, Persons};
use crate::policy::Side;
use crate::request::Request;
use kernel::{MemberId, Micros};
use web::{Html, Shell, escape, markdown};

/// A person in a line: a link for members, a bare name or a word for those who are none any more.
pub struct Named {
    pub id: MemberId,
    pub name: String,
    pub link: bool,
}

impl Named {
    pub fn of(shell: &Shell, persons: &Persons, member: MemberId) -> Named {
        let person = persons.of(member).filter(|person| !person.name.is_empty());
        let name = person.map_or_else(|| shell.t("requests-former"), |person: &Person| person.name.clone());
        Named { id: member, name, link: persons.is_active(member) }
    }

    pub fn html(&self) -> Html {
        let name = escape(&self.name);
        Html::trusted(if self.link { format!("<a href=\"/people/{}\">{name}</a>", self.id) } else { name })
    }
}

/// An answer on the page.
pub struct AnswerLine {
    pub id: i64,
    pub author: Named,
    pub at: Micros,
    pub kind: Kind,
    pub body: Html,
    /// The word that stands instead of the text.
    pub gone: Option<&'static str>,
    pub person: Option<Named>,
    pub introduction: Option<IntroductionLine>,
    pub folded: bool,
    pub foldable: bool,
    pub deletable: bool,
    pub reportable: bool,
    /// The asker confirmed that its author helped.
    pub helped: bool,
}

impl AnswerLine {
    pub fn is_comment(&self) -> bool {
        self.kind == Kind::Comment
    }
}

pub struct IntroductionLine {
    pub id: i64,
    pub word: &'static str,
    /// The viewer is one of the two: there is a page, and perhaps something to decide on it.
    pub mine: bool,
    pub decides: bool,
}

/// By what the lines of a request are shown.
pub struct Frame<'a> {
    pub shell: &'a Shell,
    pub request: &'a Request,
    pub dossier: &'a Dossier,
    pub viewer: Option<MemberId>,
}

impl Frame<'_> {
    pub fn named(&self, member: MemberId) -> Named {
        Named::of(self.shell, &self.dossier.persons, member)
    }

    pub fn asks(&self) -> bool {
        self.viewer == Some(self.request.asker)
    }

    pub fn answer(&self, given: &Given) -> AnswerLine {
        let answer = &given.answer;
        let gone = self.gone(given);
        let moderator = self.shell.viewer.is_moderator();
        let (own, stands) = (self.viewer == Some(answer.author), answer.deleted_at.is_none());
        // Nobody judges what they cannot read: a contact comes to staff by a report of its asker.
        let readable = answer.kind != Kind::Contact || self.asks() || own;
        AnswerLine {
            id: answer.id,
            author: self.named(answer.author),
            at: answer.at,
            kind: answer.kind,
            body: markdown(&answer.text),
            gone,
            person: answer.person.map(|person| self.named(person)),
            introduction: given.introduction.as_ref().filter(|_| stands).and_then(|held| self.introduction(given, held)),
            folded: answer.folded_at.is_some() && stands,
            foldable: stands && answer.kind == Kind::Comment && (self.asks() || moderator),
            deletable: stands && (own || (moderator && readable)),
            reportable: stands && !own && readable,
            helped: self.helps().any(|help| help.helper == answer.author) && answer.kind != Kind::Comment,
        }
    }

    fn helps(&self) -> impl Iterator<Item = &Helped> {
        self.dossier.closing.iter().flat_map(|closing| &closing.helps)
    }

    fn gone(&self, given: &Given) -> Option<&'static str> {
        let answer = &given.answer;
        match answer.deleted_at {
            Some(_) if answer.deleted_by == Some(answer.author) => Some("requests-answer-gone-author"),
            Some(_) => Some("requests-answer-gone-moderator"),
            None if answer.text.is_empty() && answer.kind == Kind::Contact => Some("requests-answer-private"),
            None if answer.text.is_empty() => Some("requests-answer-gone-erased"),
            None => None,
        }
    }

    /// How far it has come is told to the two, each as they may see it, and to whoever recommended; a refusal to nobody else.
    fn introduction(&self, given: &Given, held: &Introduction) -> Option<IntroductionLine> {
        let answer = &given.answer;
        let side = match self.viewer {
            Some(member) if member == self.request.asker => Some(Side::Asker),
            viewer if viewer.is_some() && viewer == answer.person => Some(Side::Person),
            viewer if viewer == Some(answer.author) => None,
            _ => return None,
        };
        let stage = side.map_or(held.stage(), |side| held.seen_by(side, self.request.is_open()));
        let word = match (stage, side) {
            (Stage::Met, _) => "requests-introduction-met-line",
            (Stage::Declined, Some(_)) => "requests-introduction-declined-line",
            (_, Some(side)) if stage.accepted_by(side) => "requests-introduction-waits-other",
            (_, Some(_)) => "requests-introduction-waits-you",
            (_, None) => "requests-introduction-waits",
        };
        let decides = side.is_some_and(|side| !matches!(stage, Stage::Met | Stage::Declined) && !stage.accepted_by(side));
        Some(IntroductionLine { id: held.id, word, mine: side.is_some(), decides })
    }
}

/// What came of a request, as a viewer may see it.
pub struct OutcomeBlock {
    pub word: &'static str,
    pub by: Named,
    pub at: Micros,
    pub note: Html,
    /// Its asker left or was erased, and it was withdrawn with them.
    pub asker_gone: bool,
    pub helps: Vec<HelpLine>,
}

impl OutcomeBlock {
    pub fn solved(&self) -> bool {
        self.word == "requests-outcome-solved"
    }
}

pub struct HelpLine {
    pub id: i64,
    pub helper: Named,
    /// Empty where the viewer may not see them.
    pub thanks: String,
    /// The viewer received or gave this help.
    pub received: bool,
    pub given: bool,
    pub asker_agrees: bool,
    pub helper_agrees: bool,
    /// Only for the two.
    pub deal: Option<DealLine>,
}

impl HelpLine {
    /// The viewer's own word on whether the thanks are shown.
    pub fn agrees(&self) -> bool {
        if self.received { self.asker_agrees } else { self.helper_agrees }
    }

    pub fn shown(&self) -> bool {
        self.asker_agrees && self.helper_agrees
    }
}

pub struct DealLine {
    pub id: i64,
    pub amount: String,
    /// What was confirmed before this correction.
    pub before: Option<String>,
    pub word: &'static str,
    pub confirmed: bool,
    pub disputed: bool,
}

impl Frame<'_> {
    pub fn outcome(&self) -> Option<OutcomeBlock> {
        let closing = self.dossier.closing.as_ref()?;
        let word = match closing.outcome {
            crate::request::Outcome::Solved => "requests-outcome-solved",
            crate::request::Outcome::Unsolved => "requests-outcome-unsolved",
            crate::request::Outcome::Withdrawn => "requests-outcome-withdrawn",
        };
        let helps = closing.helps.iter().map(|help| self.help(help)).collect();
        let withdrawn = closing.outcome == crate::request::Outcome::Withdrawn && closing.note.is_empty();
        let asker_gone = withdrawn && closing.by == self.request.asker && !self.is_here(closing.by);
        let (by, note) = (self.named(closing.by), markdown(&closing.note));
        Some(OutcomeBlock { word, by, at: closing.at, note, asker_gone, helps })
    }

    fn is_here(&self, member: MemberId) -> bool {
        self.dossier.persons.is_active(member)
    }

    fn help(&self, help: &Helped) -> HelpLine {
        let (received, given) = (self.asks(), self.viewer == Some(help.helper));
        let two = received || given;
        let shown = help.asker_agrees && help.helper_agrees;
        let deal = help.deal.as_ref().filter(|_| two).map(|deal| DealLine {
            id: deal.id,
            amount: deal.amount.said(self.shell.locale),
            before: help.confirmed.as_ref().map(|amount| amount.said(self.shell.locale)),
            word: match (deal.confirmed, deal.disputed) {
                (true, _) => "requests-deal-confirmed",
                (false, _) if !self.is_here(help.helper) => "requests-deal-nobody",
                (false, true) => "requests-deal-disputed",
                (false, false) => "requests-deal-stated",
            },
            confirmed: deal.confirmed,
            disputed: deal.disputed,
        });
        HelpLine {
            id: help.id,
            helper: self.named(help.helper),
            thanks: if two || shown { help.thanks.clone() } else { String::new() },
            received,
            given,
            asker_agrees: help.asker_agrees,
            helper_agrees: help.helper_agrees,
            deal,
        }
    }
}
