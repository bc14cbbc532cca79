//! A letter to be sent: written into the jobs table by an area, carried out by the mail connector.

#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Letter {
    pub to: String,
    /// How the sender is shown, e.g. the community's name.
    pub from_name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// Names this letter for ever, so that a second try is seen as the same letter: becomes the Message-ID.
    pub key: String,
    /// Where one click stops letters like this, without signing in: mail programs show it as a button (RFC 8058).
    #[serde(default)]
    pub stop: Option<String>,
}

impl Letter {
    /// The kind of job that carries a letter.
    pub const JOB: &'static str = "mail.letter";
}
