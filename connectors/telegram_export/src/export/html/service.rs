//! Service lines of a page. Telegram Desktop writes them in English whatever the language of the
//! application; converters also write them in Russian.

use crate::export::item::{Action, Author, AuthorKind, Entry};
use crate::export::people::{self, Names};

/// What a page knows when it reads a service line.
pub(super) struct Reader<'a> {
    pub(super) names: &'a Names,
    /// The title under which anonymous administrators write, where it is known for certain.
    pub(super) own_title: Option<&'a str>,
}

#[derive(Clone, Copy)]
enum Phrase {
    LinkFrom,
    Link,
    Request,
    Alone,
    Invited,
    PhotoRemoved,
    PhotoChanged,
    Renamed,
    CreatedGroup,
    Removed,
    Left,
    MigratedTo,
    MigratedFrom,
    Pinned,
    TopicCreated,
    TopicEdited,
    Call,
    Scheduled,
}

/// Each phrase stands behind the name of the actor. The one that begins first is meant; of those that
/// begin together, the longest.
const PHRASES: [(&str, Phrase); 45] = [
    (" joined group by link from ", Phrase::LinkFrom),
    (" joined group by link", Phrase::Link),
    (" joined the group by link", Phrase::Link),
    (" joined group by request", Phrase::Request),
    (" joined group via a community", Phrase::Alone),
    (" joined the group", Phrase::Alone),
    (" invited ", Phrase::Invited),
    (" removed group photo", Phrase::PhotoRemoved),
    (" changed group photo", Phrase::PhotoChanged),
    (" changed group title to ", Phrase::Renamed),
    (" created group ", Phrase::CreatedGroup),
    (" removed ", Phrase::Removed),
    (" left the group", Phrase::Left),
    (" left group", Phrase::Left),
    (" converted this group to a supergroup", Phrase::MigratedTo),
    (" converted a basic group to this supergroup", Phrase::MigratedFrom),
    (" pinned ", Phrase::Pinned),
    (" created topic ", Phrase::TopicCreated),
    (" changed topic ", Phrase::TopicEdited),
    (" started voice chat", Phrase::Call),
    (" started a voice chat", Phrase::Call),
    (" started video chat", Phrase::Call),
    (" scheduled a voice chat for ", Phrase::Scheduled),
    (" scheduled a video chat for ", Phrase::Scheduled),
    (" вступил(а) в группу по ссылке", Phrase::Link),
    (" вступил в группу по ссылке", Phrase::Link),
    (" вступила в группу по ссылке", Phrase::Link),
    (" присоединился к группе по ссылке", Phrase::Link),
    (" присоединилась к группе по ссылке", Phrase::Link),
    (" пригласил(а) ", Phrase::Invited),
    (" пригласил ", Phrase::Invited),
    (" пригласила ", Phrase::Invited),
    (" удалил(а) ", Phrase::Removed),
    (" удалил ", Phrase::Removed),
    (" удалила ", Phrase::Removed),
    (" покинул(а) группу", Phrase::Left),
    (" покинул группу", Phrase::Left),
    (" покинула группу", Phrase::Left),
    (" закрепил(а) ", Phrase::Pinned),
    (" закрепил ", Phrase::Pinned),
    (" закрепила ", Phrase::Pinned),
    (" создал(а) группу ", Phrase::CreatedGroup),
    (" создал группу ", Phrase::CreatedGroup),
    (" создала группу ", Phrase::CreatedGroup),
    (" создал(а) тему ", Phrase::TopicCreated),
];

impl Reader<'_> {
    /// Who did what. `link` is the message the line links to.
    pub(super) fn read(&self, text: &str, link: Option<i64>) -> (Author, Action) {
        let found = PHRASES.iter().filter_map(|(words, phrase)| text.find(words).map(|at| (at, *words, *phrase)));
        let first = found.min_by_key(|(at, words, _)| (*at, usize::MAX - words.len()));
        let Some((at, words, phrase)) = first else {
            return (Author::nobody(), self.without_actor(text));
        };
        // A line begins with "Deleted" where the page knows not whether a person or a group is gone.
        let name = &text[..at];
        let actor = if name == "Deleted" { Author::nobody() } else { self.person(name) };
        let rest = text[at + words.len()..].trim();
        let action = self.action(phrase, &actor, rest, link).unwrap_or_else(|| Action::Other(text.to_owned()));
        (actor, action)
    }

    fn action(&self, phrase: Phrase, actor: &Author, rest: &str, link: Option<i64>) -> Option<Action> {
        Some(match phrase {
            Phrase::LinkFrom => {
                let inviter = Some(rest).filter(|name| !matches!(*name, "Group" | "group"));
                let inviter = inviter.map(|name| self.member(name, actor));
                Action::Joined(Entry::Link(inviter.filter(|author| author.name.is_some())))
            }
            Phrase::Link => Action::Joined(Entry::Link(None)),
            Phrase::Request => Action::Joined(Entry::Request),
            Phrase::Alone => Action::Joined(Entry::Alone),
            Phrase::Invited => match to_call(rest) {
                Some(rest) => Action::CallInvited(self.members(rest, actor)),
                None => people::invitation(actor, self.members(rest, actor)),
            },
            Phrase::Removed => people::removal(actor, self.members(rest, actor)),
            Phrase::Left => Action::Left,
            Phrase::PhotoRemoved => Action::PhotoRemoved,
            Phrase::PhotoChanged => Action::PhotoChanged,
            Phrase::Renamed => Action::Renamed(quoted(rest)),
            Phrase::CreatedGroup => {
                let members = rest.rsplit_once("» with members ").map(|(_, members)| self.members(members, actor));
                Action::Created { title: quoted(rest), members: members.unwrap_or_default() }
            }
            Phrase::MigratedTo => Action::MigratedTo,
            Phrase::MigratedFrom => Action::MigratedFrom(quoted(rest)),
            Phrase::Pinned if link.is_some() || rest.len() < 40 => Action::Pinned(link),
            Phrase::Pinned => return None,
            Phrase::TopicCreated => Action::TopicCreated(quoted(rest)),
            Phrase::TopicEdited => Action::TopicEdited(quoted(rest).filter(|_| rest.starts_with("title"))),
            Phrase::Call => Action::Call(seconds(rest)),
            Phrase::Scheduled => Action::CallScheduled,
        })
    }

    /// Lines of a channel, which name nobody.
    fn without_actor(&self, text: &str) -> Action {
        if text.starts_with("Channel «") && text.ends_with("» created") {
            Action::Created { title: quoted(text), members: Vec::new() }
        } else if text.starts_with("Channel title changed to ") {
            Action::Renamed(quoted(text))
        } else if text == "Channel photo changed" {
            Action::PhotoChanged
        } else if text == "Channel photo removed" {
            Action::PhotoRemoved
        } else if text.starts_with("Group call") || text.starts_with("Voice chat (") {
            Action::Call(seconds(text))
        } else {
            Action::Other(text.to_owned())
        }
    }

    pub(super) fn person(&self, name: &str) -> Author {
        let name = name.trim();
        if name.is_empty() || people::is_placeholder(name) {
            return Author::nobody();
        }
        let kind = if self.own_title == Some(name) { AuthorKind::AnonymousAdmin } else { AuthorKind::Person };
        Author { outside_id: None, name: Some(name.to_owned()), kind }
    }

    fn member(&self, name: &str, actor: &Author) -> Author {
        let author = self.person(name);
        if author.name == actor.name { actor.clone() } else { author }
    }

    /// `A`, `A and B`, `A, B and C`. A name that is known as a whole is not taken apart.
    fn members(&self, list: &str, actor: &Author) -> Vec<Author> {
        let list = list.trim();
        if list.is_empty() {
            return Vec::new();
        }
        if self.names.knows(list) {
            return vec![self.member(list, actor)];
        }
        let mut names: Vec<&str> = list.split(", ").collect();
        if let Some(last) = names.pop() {
            match last.rsplit_once(" and ").filter(|_| !self.names.knows(last)) {
                Some((before, after)) => names.extend([before, after]),
                None => names.push(last),
            }
        }
        names.into_iter().map(|name| self.member(name, actor)).collect()
    }
}

fn to_call(rest: &str) -> Option<&str> {
    rest.strip_suffix(" to the voice chat").or_else(|| rest.strip_suffix(" to the video chat"))
}

/// The title between the first « and the last ».
fn quoted(text: &str) -> Option<String> {
    let (_, inside) = text.split_once('«')?;
    let (title, _) = inside.rsplit_once('»')?;
    Some(title.trim().to_owned()).filter(|title| !title.is_empty())
}

/// `(41 seconds)`.
fn seconds(text: &str) -> Option<i64> {
    let (_, inside) = text.rsplit_once('(')?;
    inside.split_once(' ')?.0.parse().ok()
}
