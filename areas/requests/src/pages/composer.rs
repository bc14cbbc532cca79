//! The form under a request: what is answered is chosen by a link, so that each form holds only its own fields.

use crate::answer::{self, Kind};
use crate::person::Person;
use crate::policy::Visible;
use crate::request::{self, Request};
use kernel::MemberId;
use web::{Faults, Fields, Shell};

/// What was typed, as it comes back.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub text: String,
    pub name: String,
    pub person: Option<MemberId>,
    pub faults: Faults,
    /// Members whom the name may mean.
    pub offered: Vec<Person>,
}

pub struct Composer {
    pub kind: Kind,
    /// The kinds to choose from: code, word, whether it is this one.
    pub kinds: Vec<Kind>,
    pub typed: Typed,
    pub offered: Vec<Offer>,
    /// Who helped asks nobody: the asker only comments.
    pub own: bool,
}

/// Somebody who may be meant.
pub struct Offer {
    pub id: MemberId,
    pub name: String,
    pub since: String,
    pub chosen: bool,
}

impl Typed {
    pub fn of(fields: &Fields) -> Typed {
        Typed {
            text: fields.text("text"),
            name: fields.text("name"),
            person: fields.number("person").map(MemberId),
            ..Typed::default()
        }
    }
}

impl Composer {
    /// Nothing where nothing more is answered.
    pub fn of(shell: &Shell, request: &Visible<Request>, asked: Option<Kind>, typed: Typed) -> Option<Composer> {
        if !request.is_open() && typed.text.is_empty() {
            return None;
        }
        let own = shell.viewer.member == Some(request.asker);
        let kinds = if own { vec![Kind::Comment] } else { Kind::ALL.to_vec() };
        let kind = if own { Kind::Comment } else { asked.unwrap_or_else(|| usual(request.kind)) };
        let offered = typed.offered.iter().map(|person| Offer {
            id: person.id,
            name: person.name.clone(),
            since: person.joined_at.map(|at| shell.day(at)).unwrap_or_default(),
            chosen: typed.person == Some(person.id),
        });
        Some(Composer { kind, kinds, offered: offered.collect(), own, typed })
    }

    pub fn is(&self, kind: &Kind) -> bool {
        self.kind == *kind
    }

    pub fn title(&self) -> &'static str {
        if self.own { "requests-composer-title-own" } else { "requests-composer-title" }
    }

    pub fn asks_person(&self) -> bool {
        self.kind == Kind::Recommendation
    }

    pub fn label(&self) -> String {
        if self.own { "requests-composer-own".to_owned() } else { format!("requests-composer-{}", self.kind.code()) }
    }

    pub fn hint(&self) -> String {
        if self.own { "requests-composer-hint-own".to_owned() } else { format!("requests-composer-hint-{}", self.kind.code()) }
    }

    pub fn act(&self) -> String {
        format!("requests-composer-act-{}", self.kind.code())
    }
}

/// What is usually answered to such a request.
fn usual(kind: request::Kind) -> answer::Kind {
    match kind {
        request::Kind::Recommendation => Kind::Recommendation,
        request::Kind::Contact => Kind::Contact,
        request::Kind::Solution | request::Kind::Opinion | request::Kind::Partner => Kind::Solution,
    }
}
