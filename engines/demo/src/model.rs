/// The language of the invented community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    /// «Опора», practising psychologists.
    Ru,
    /// Keystone, independent structural engineers.
    En,
}

/// An invented community with all that happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demo {
    /// What it is.
    pub community: Community,
    /// Everybody who ever came, in the order of joining. The first is the owner.
    pub people: Vec<Person>,
    /// What was said and noted, in the order of time.
    pub messages: Vec<Message>,
}

/// What a founder would fill in on the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Community {
    /// Its name.
    pub name: &'static str,
    /// The name of its chat.
    pub chat: &'static str,
    /// Its short name in addresses.
    pub slug: &'static str,
    /// Why it exists, in one sentence.
    pub mission: &'static str,
    /// The profession of its people.
    pub profession: &'static str,
    /// What kind of that profession.
    pub specialisation: &'static str,
    /// `ru` or `en`.
    pub locale: &'static str,
    /// IANA name of its time zone.
    pub time_zone: &'static str,
    /// ISO code of its currency.
    pub currency: &'static str,
}

/// What a person does for the community.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Owner,
    Administrator,
    Moderator,
    DirectionLeader,
    Mentor,
    Member,
}

/// What people of the community are strong in; a question of a field finds those who know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
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

/// One of the invented people. Times are microseconds of UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// First name and surname, as shown in the chat.
    pub name: String,
    /// The first name alone.
    pub first_name: String,
    /// Whether words about the person are feminine.
    pub feminine: bool,
    /// The id in the chat: `user` and a number.
    pub outside_id: String,
    /// An address at example.org.
    pub email: String,
    pub joined_at: i64,
    /// Whose invitation brought them; `None` for the owner and for those who came by the link alone.
    pub invited_by: Option<usize>,
    pub left_at: Option<i64>,
    /// Whether the person has claimed their profile.
    pub claimed: bool,
    pub role: Role,
    /// What they know best.
    pub field: Field,
    /// Profile points by key: `profession`, `specialisation`, `city`, `time_zone`, `experience_years`,
    /// `education`, `company`, `offer`, `need`, `hobbies`, `languages`, `about`. Some leave some out.
    pub points: Vec<(&'static str, String)>,
}

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its number in the chat; later messages have higher ones.
    pub id: i64,
    /// When, in microseconds of UTC, whole seconds.
    pub at: i64,
    /// Who, as an index into the people.
    pub person: usize,
    pub what: What,
}

/// Something said, or something noted by the chat itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Said(Said),
    Noted(Note),
}

/// What a person wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub text: Vec<Span>,
    /// The id of an earlier message.
    pub reply_to: Option<i64>,
    pub edited_at: Option<i64>,
    pub reactions: Vec<Reaction>,
    pub attachment: Option<Attachment>,
}

impl Said {
    /// The text without its formatting.
    pub fn plain(&self) -> String {
        self.text.iter().map(Span::text).collect()
    }
}

/// A stretch of text of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Plain(String),
    Bold(String),
    Italic(String),
    Quote(String),
    Hashtag(String),
    Link(String),
    /// A person called by name: the text and their index.
    Mention(String, usize),
}

impl Span {
    /// The text itself.
    pub fn text(&self) -> &str {
        match self {
            Span::Plain(text)
            | Span::Bold(text)
            | Span::Italic(text)
            | Span::Quote(text)
            | Span::Hashtag(text)
            | Span::Link(text)
            | Span::Mention(text, _) => text,
        }
    }
}

/// One emoji under a message with those who chose it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction {
    pub emoji: &'static str,
    pub people: Vec<(usize, i64)>,
}

/// What came with a message. The files themselves are not in an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attachment {
    Photo { width: u32, height: u32, bytes: u32 },
    File { name: String, bytes: u32 },
    Voice { seconds: u32, bytes: u32 },
    Poll(Poll),
}

/// A question with answers to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    pub question: &'static str,
    pub answers: Vec<(&'static str, u32)>,
}

/// What the chat noted by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    Created,
    /// The person of the message brought these in.
    Invited(Vec<usize>),
    /// The person came by a link, made by another.
    JoinedByLink(usize),
    Left,
    /// A message with this id was pinned.
    Pinned(i64),
}
