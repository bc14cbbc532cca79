//! What an export says, in the words of the project. Both forms of an export lead to these types.

/// The chat that an export holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    /// The same for every export of one chat: `telegram:<id>` from JSON,
    /// `telegram-html:<folded title>` from HTML, which knows no id.
    pub source_key: String,
    /// As Telegram shows it.
    pub title: String,
    /// `public_supergroup`, `private_group`, ...; empty from HTML.
    pub kind: String,
    pub form: Form,
}

impl Chat {
    /// Keys that begin so stand on the id that Telegram gave the chat; others on its title, which others may bear.
    pub const IDS: &str = "telegram:";
}

/// Which of the two forms of Telegram Desktop is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Json,
    Html,
}

/// One entry of the history, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(clippy::large_enum_variant, reason = "nine of ten entries are messages; a box for each would cost more")]
pub enum Item {
    Message(Message),
    Service(Service),
}

impl Item {
    /// The number of the entry in its chat; negative for what came from a group that was migrated.
    pub fn number(&self) -> i64 {
        match self {
            Item::Message(message) => message.number,
            Item::Service(service) => service.number,
        }
    }

    /// About how many bytes of words it holds: what waits somewhere is bounded by this.
    pub fn weight(&self) -> usize {
        match self {
            Item::Message(message) => message.spans.iter().map(|span| span.text.len()).sum(),
            Item::Service(service) => service.text.len(),
        }
    }

    pub(crate) fn set_number(&mut self, number: i64) {
        match self {
            Item::Message(message) => message.number = number,
            Item::Service(service) => service.number = number,
        }
    }

    /// Microseconds since 1970 in UTC.
    pub fn at_micros(&self) -> i64 {
        match self {
            Item::Message(message) => message.at_micros,
            Item::Service(service) => service.at_micros,
        }
    }
}

/// Who wrote or did something.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Author {
    /// `user123` or `channel5`. None: only the name is known, or nothing at all.
    pub outside_id: Option<String>,
    pub name: Option<String>,
    pub kind: AuthorKind,
}

impl Author {
    /// A placeholder: shown, but not a person.
    pub fn nobody() -> Author {
        Author { outside_id: None, name: None, kind: AuthorKind::Nobody }
    }

    /// A person of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Author {
        Author { outside_id: None, name: Some(name.into()), kind: AuthorKind::Person }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AuthorKind {
    Person,
    /// The account is gone: there is an id and no name.
    Deleted,
    /// The account is gone and nothing tells it from others that are gone.
    Nobody,
    /// A channel, most often the one linked to the group.
    Channel,
    /// An administrator who writes in the name of the group itself.
    AnonymousAdmin,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    pub number: i64,
    /// Microseconds since 1970 in UTC.
    pub at_micros: i64,
    pub author: Author,
    /// The title an administrator signs with in a channel or an anonymous group.
    pub signature: Option<String>,
    pub spans: Vec<Span>,
    /// The number of the message answered, in the same chat.
    pub reply_to: Option<i64>,
    /// The answered message is in another chat: what the export says of that chat.
    pub reply_elsewhere: Option<String>,
    /// The number of the service line that created the topic. None: the general topic.
    pub topic: Option<i64>,
    pub forwarded_from: Option<Forward>,
    /// `@name` of the bot that helped to write.
    pub via_bot: Option<String>,
    /// Microseconds since 1970 in UTC.
    pub edited_at: Option<i64>,
    pub reactions: Vec<Reaction>,
    pub media: Option<Media>,
    pub poll: Option<Poll>,
}

impl Message {
    /// The text without its formatting.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Where a forwarded message came from. No name: an account that is gone. HTML and older JSON know no id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Forward {
    pub name: Option<String>,
    pub outside_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reaction {
    /// The emoji itself, or `custom:<id or path>`, or `paid`.
    pub label: String,
    pub count: u32,
    /// Those whom the export names, newest first, with the time (UTC microseconds) where known.
    pub recent: Vec<(Author, Option<i64>)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Media {
    pub kind: MediaKind,
    /// The name of the file, song, place or contact.
    pub title: Option<String>,
    /// Duration, emoji, address or price, as a short line.
    pub detail: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaKind {
    Photo,
    Video,
    VideoMessage,
    Voice,
    Audio,
    File,
    Sticker,
    Animation,
    Location,
    Contact,
    Poll,
    Game,
    Invoice,
    Call,
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Poll {
    pub question: String,
    /// Each answer with its votes.
    pub options: Vec<(String, u32)>,
    pub total: u32,
}

/// A piece of text with one formatting.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    pub kind: SpanKind,
    /// Behind a spoiler: hidden until the reader asks, whatever its formatting.
    pub hidden: bool,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SpanKind {
    Plain,
    Bold,
    Italic,
    Underline,
    Strike,
    Code,
    /// A block of code, with its language where known.
    Pre(Option<String>),
    /// The text is the address.
    Link,
    /// The address behind the text; only http, https, ftp, tg, mailto and tel come through.
    TextLink(String),
    Mention,
    /// A mention by name, with the `user…` id where known.
    MentionName(Option<String>),
    Hashtag,
    BotCommand,
    Email,
    Phone,
    Cashtag,
    Blockquote,
    CustomEmoji(Option<String>),
    /// A kind this reader does not know; to be shown as plain text.
    Unknown(String),
}

/// A line the chat wrote about itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Service {
    pub number: i64,
    /// Microseconds since 1970 in UTC.
    pub at_micros: i64,
    pub actor: Author,
    pub action: Action,
    /// A line for people in English, the same for both forms.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Action {
    Joined(Entry),
    /// The actor brought these people.
    Invited(Vec<Author>),
    /// The actor removed these people.
    Removed(Vec<Author>),
    Left,
    /// None: the export does not say which message.
    Pinned(Option<i64>),
    Created {
        title: Option<String>,
        members: Vec<Author>,
    },
    Renamed(Option<String>),
    PhotoChanged,
    PhotoRemoved,
    /// From a basic group of this title.
    MigratedFrom(Option<String>),
    MigratedTo,
    /// The topic's number is the number of the service line.
    TopicCreated(Option<String>),
    /// The new title, if the title changed.
    TopicEdited(Option<String>),
    /// A voice or video chat, with its length in seconds once it is over.
    Call(Option<i64>),
    CallScheduled,
    CallInvited(Vec<Author>),
    /// What the export says, word for word.
    Other(String),
}

/// How somebody came in by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Entry {
    Alone,
    /// By a link of this person or of the group.
    Link(Option<Author>),
    Request,
}

impl Action {
    /// The line for people, in English, that stands in [`Service::text`].
    pub fn line(&self, actor: &Author) -> String {
        let who = shown(actor);
        match self {
            Action::Joined(Entry::Alone) => format!("{who} joined the group"),
            Action::Joined(Entry::Link(_)) => format!("{who} joined the group by link"),
            Action::Joined(Entry::Request) => format!("{who} joined the group by request"),
            Action::Invited(members) => format!("{who} invited {}", all_shown(members)),
            Action::Removed(members) => format!("{who} removed {}", all_shown(members)),
            Action::Left => format!("{who} left the group"),
            Action::Pinned(_) => format!("{who} pinned a message"),
            Action::Created { title, .. } => format!("{who} created the group{}", quoted(title)),
            Action::Renamed(title) => format!("{who} renamed the group{}", quoted(title)),
            Action::PhotoChanged => format!("{who} changed the group photo"),
            Action::PhotoRemoved => format!("{who} removed the group photo"),
            Action::MigratedFrom(title) => {
                format!("{who} converted a basic group to this supergroup{}", quoted(title))
            }
            Action::MigratedTo => format!("{who} converted this group to a supergroup"),
            Action::TopicCreated(title) => format!("{who} created a topic{}", quoted(title)),
            Action::TopicEdited(title) => format!("{who} changed a topic{}", quoted(title)),
            Action::Call(_) => format!("{who} started a voice chat"),
            Action::CallScheduled => format!("{who} scheduled a voice chat"),
            Action::CallInvited(members) => {
                format!("{who} invited {} to the voice chat", all_shown(members))
            }
            Action::Other(raw) => raw.clone(),
        }
    }
}

fn shown(author: &Author) -> &str {
    author.name.as_deref().unwrap_or("Deleted Account")
}

fn all_shown(authors: &[Author]) -> String {
    authors.iter().map(shown).collect::<Vec<_>>().join(", ")
}

fn quoted(title: &Option<String>) -> String {
    title.as_ref().map(|title| format!(" «{title}»")).unwrap_or_default()
}
