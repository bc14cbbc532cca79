//! A message while its tags are being read.

use super::text::TextBuilder;
use crate::export::item::{MediaKind, Poll};

/// Where the text of a tag belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Text here is layout.
    Nothing,
    Forwarded,
    FromName,
    ForwardName,
    ReplyTo,
    Text,
    ServiceLine,
    Signature,
    MediaTitle,
    MediaDescription,
    MediaStatus,
    Question,
    Answer,
    AnswerVotes,
    TotalVotes,
    Userpics,
    Emoji,
    ReactionCount,
}

#[derive(Debug, Default)]
pub(super) struct Draft<'p> {
    pub(super) id: Option<&'p str>,
    /// The byte of the page where the message begins.
    pub(super) at: usize,
    pub(super) service: bool,
    /// Tags were nested deeper than they are followed.
    pub(super) too_deep: bool,
    /// Written at once after the message before, by the same person.
    pub(super) joined: bool,
    pub(super) date: Option<&'p str>,
    pub(super) from_name: String,
    pub(super) forwarded: bool,
    pub(super) forward_name: String,
    pub(super) is_reply: bool,
    pub(super) link: Option<i64>,
    pub(super) line: String,
    pub(super) signature: String,
    pub(super) text: TextBuilder,
    pub(super) media: Option<MediaKind>,
    pub(super) media_title: String,
    pub(super) media_description: String,
    pub(super) media_status: String,
    pub(super) poll: Option<PollDraft>,
    pub(super) reactions: Vec<ReactionDraft>,
}

#[derive(Debug, Default)]
pub(super) struct PollDraft {
    pub(super) question: String,
    pub(super) answers: Vec<(String, String)>,
    pub(super) total: String,
}

#[derive(Debug, Default)]
pub(super) struct ReactionDraft {
    pub(super) paid: bool,
    pub(super) label: String,
    pub(super) count: String,
    pub(super) recent: Vec<String>,
}

impl Draft<'_> {
    /// The plain text that gathers what stands in a role.
    pub(super) fn field(&mut self, role: Role) -> Option<&mut String> {
        Some(match role {
            Role::FromName => &mut self.from_name,
            Role::ForwardName => &mut self.forward_name,
            Role::ServiceLine => &mut self.line,
            Role::Signature => &mut self.signature,
            Role::MediaTitle => &mut self.media_title,
            Role::MediaDescription => &mut self.media_description,
            Role::MediaStatus => &mut self.media_status,
            Role::Question => &mut self.poll.as_mut()?.question,
            Role::Answer => &mut self.poll.as_mut()?.answers.last_mut()?.0,
            Role::AnswerVotes => &mut self.poll.as_mut()?.answers.last_mut()?.1,
            Role::TotalVotes => &mut self.poll.as_mut()?.total,
            Role::Emoji => &mut self.reactions.last_mut()?.label,
            Role::ReactionCount => &mut self.reactions.last_mut()?.count,
            Role::Nothing | Role::Forwarded | Role::Userpics | Role::ReplyTo | Role::Text => return None,
        })
    }
}

impl PollDraft {
    pub(super) fn poll(&self) -> Poll {
        let options = self.answers.iter().map(|(text, votes)| {
            let text = squeezed(text);
            (text.strip_prefix("- ").unwrap_or(&text).to_owned(), leading_number(votes))
        });
        Poll { question: squeezed(&self.question), options: options.collect(), total: leading_number(&self.total) }
    }
}

/// 53 of `53 votes, chosen vote`.
pub(super) fn leading_number(text: &str) -> u32 {
    let text = text.trim_start();
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().unwrap_or(0)
}

/// The text with every run of white space as one space.
pub(super) fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}
