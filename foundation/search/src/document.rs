/// The longest text, in bytes, that is indexed and kept; the rest is left out.
///
/// A message of a messenger has at most 4,096 characters, so only pasted books are cut.
pub const TEXT_LIMIT: usize = 64 * 1024;

/// What a document is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something that was said.
    Message,
    /// A person with the points of their profile.
    Person,
}

impl Kind {
    pub(crate) fn code(self) -> u8 {
        match self {
            Kind::Message => 1,
            Kind::Person => 2,
        }
    }
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The community it belongs to.
    pub community: i64,
    /// Who may see it: 0 for the whole community, else the id of a circle.
    pub audience: i64,
    /// Message or person.
    pub kind: Kind,
    /// Its id, unique within the community and the kind.
    pub id: i64,
    /// The author's identity for a message, the person's own for a person; 0 if there is none.
    pub person: i64,
    /// When it happened, in microseconds of UTC.
    pub at: i64,
    /// A short heading whose words weigh more: a person's name, a topic. May be empty.
    pub title: String,
    /// The text that is searched and shown in snippets.
    pub text: String,
    /// Words that are searched and never shown: those behind a spoiler. May be empty.
    pub hidden: String,
}

/// The beginning of a text within [`TEXT_LIMIT`], cut between characters.
pub(crate) fn within_limit(text: &str) -> &str {
    &text[..text.floor_char_boundary(TEXT_LIMIT)]
}
