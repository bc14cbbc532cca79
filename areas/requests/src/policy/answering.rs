//! Rights around answers, introductions, help and deals.

use crate::answer::{self, Answer, Kind};
use crate::deal::{self, Deal};
use crate::help::{self, Help};
use crate::introduction::{self, Introduction};
use crate::request::{self, Request};
use kernel::{Problem, Result};
use store::Scope;

/// A comment that the viewer may fold away or unfold: the asker of the request, or a moderator.
#[derive(Clone, Debug)]
pub struct Foldable {
    request: Request,
    answer: Answer,
}

/// An answer that the viewer may delete: its author, or a moderator.
#[derive(Clone, Debug)]
pub struct Deletable {
    request: Request,
    answer: Answer,
    own: bool,
}

/// A side of an introduction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Asker,
    Person,
}

/// An introduction in which the viewer stands on one side.
#[derive(Clone, Debug)]
pub struct Between {
    request: Request,
    introduction: Introduction,
    side: Side,
}

/// Help that the viewer gave.
#[derive(Clone, Debug)]
pub struct Given {
    request: Request,
    help: Help,
}

/// Help that the viewer received.
#[derive(Clone, Debug)]
pub struct Received {
    request: Request,
    help: Help,
}

/// A deal that the viewer, who helped, may confirm or dispute.
#[derive(Clone, Debug)]
pub struct Stated {
    request: Request,
    deal: Deal,
}

impl Foldable {
    pub fn request(&self) -> &Request {
        &self.request
    }

    pub fn answer(&self) -> &Answer {
        &self.answer
    }
}

impl Deletable {
    pub fn request(&self) -> &Request {
        &self.request
    }

    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// The viewer's own words, as against a moderator's act.
    pub fn own(&self) -> bool {
        self.own
    }
}

impl Side {
    pub fn other(self) -> Side {
        if self == Side::Asker { Side::Person } else { Side::Asker }
    }

    /// As deeds name it.
    pub fn part(self) -> &'static str {
        if self == Side::Asker { "asker" } else { "person" }
    }
}

impl Between {
    pub fn request(&self) -> &Request {
        &self.request
    }

    pub fn introduction(&self) -> &Introduction {
        &self.introduction
    }

    /// The viewer's.
    pub fn side(&self) -> Side {
        self.side
    }
}

impl Given {
    pub fn request(&self) -> &Request {
        &self.request
    }

    pub fn help(&self) -> &Help {
        &self.help
    }
}

impl Received {
    pub fn request(&self) -> &Request {
        &self.request
    }

    pub fn help(&self) -> &Help {
        &self.help
    }
}

impl Stated {
    pub fn request(&self) -> &Request {
        &self.request
    }

    pub fn deal(&self) -> &Deal {
        &self.deal
    }
}

/// # Errors
/// `NotFound`; `Forbidden`; `Conflict` for what is no comment.
pub async fn foldable(scope: &mut Scope, request: i64, answer: i64) -> Result<Foldable> {
    let request = request::find(scope, request).await?;
    let answer = answer::find(scope, &request, answer).await?;
    if scope.viewer().member != Some(request.asker) && !scope.viewer().is_moderator() {
        return Err(Problem::Forbidden);
    }
    if answer.kind != Kind::Comment || answer.deleted_at.is_some() {
        return Err(Problem::Conflict("requests-folding-comments"));
    }
    Ok(Foldable { request, answer })
}

/// # Errors
/// `NotFound`; `Forbidden`; `Conflict` for what is deleted.
pub async fn deletable(scope: &mut Scope, request: i64, answer: i64) -> Result<Deletable> {
    let request = request::find(scope, request).await?;
    let answer = answer::find(scope, &request, answer).await?;
    let own = scope.viewer().member == Some(answer.author);
    if !own && !scope.viewer().is_moderator() {
        return Err(Problem::Forbidden);
    }
    if answer.deleted_at.is_some() {
        return Err(Problem::Conflict("requests-deletion-done"));
    }
    Ok(Deletable { request, answer, own })
}

/// An introduction of the viewer. The recommended one finds none in a request that they may not see yet.
///
/// # Errors
/// `NotFound`.
pub async fn between(scope: &mut Scope, id: i64) -> Result<Between> {
    let introduction = introduction::find(scope, id).await?;
    let side = match scope.viewer().member {
        Some(member) if member == introduction.asker => Side::Asker,
        Some(member) if member == introduction.person => Side::Person,
        _ => return Err(Problem::NotFound),
    };
    let request = request::find(scope, introduction.request).await?;
    Ok(Between { request, introduction, side })
}

/// # Errors
/// `NotFound` for anybody but the two; `Forbidden` for whoever received it.
pub async fn given(scope: &mut Scope, id: i64) -> Result<Given> {
    let help = help::find(scope, id).await?;
    let viewer = scope.viewer().member;
    if viewer != Some(help.helper) {
        return Err(if viewer == Some(help.asker) { Problem::Forbidden } else { Problem::NotFound });
    }
    let request = request::find(scope, help.request).await?;
    Ok(Given { request, help })
}

/// # Errors
/// `NotFound` for anybody but the two; `Forbidden` for whoever gave it.
pub async fn received(scope: &mut Scope, id: i64) -> Result<Received> {
    let help = help::find(scope, id).await?;
    let viewer = scope.viewer().member;
    if viewer != Some(help.asker) {
        return Err(if viewer == Some(help.helper) { Problem::Forbidden } else { Problem::NotFound });
    }
    let request = request::find(scope, help.request).await?;
    Ok(Received { request, help })
}

/// # Errors
/// `NotFound` for anybody but the two; `Forbidden` for whoever stated it.
pub async fn stated(scope: &mut Scope, id: i64) -> Result<Stated> {
    let deal = deal::find(scope, id).await?;
    let viewer = scope.viewer().member;
    if viewer != Some(deal.helper) {
        return Err(if viewer == Some(deal.asker) { Problem::Forbidden } else { Problem::NotFound });
    }
    let request = request::find(scope, deal.request).await?;
    Ok(Stated { request, deal })
}
