//! Mail: carries out letters. By any SMTP server; with none configured, into `outbox/*.eml` of the data folder.
//! Letters hold codes and links, so their text never goes to a log.

use anyhow::Context;
use kernel::{Letter, Problem, Result};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::{BoxFuture, JobHandler, Outcome, Running};

type HeaderFault = Box<dyn std::error::Error + Send + Sync>;

const TIMEOUT: Duration = Duration::from_secs(20);

/// How letters leave the house.
#[derive(Clone)]
pub enum Way {
    /// `smtp://user:password@host:587`, `smtps://…`, `smtp://host:25?tls=none`.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Files for a person or a test to read.
    Outbox(PathBuf),
}

pub struct Mail {
    way: Way,
    /// The address letters come from.
    from: String,
}

/// Settings as the command line gives them.
#[derive(Clone, Debug)]
pub struct Settings {
    pub smtp_url: Option<String>,
    pub from: String,
    pub data: PathBuf,
}

impl Mail {
    pub fn new(settings: &Settings) -> anyhow::Result<Mail> {
        let way = match &settings.smtp_url {
            Some(url) => Way::Smtp(transport(url)?),
            None => Way::Outbox(settings.data.join("outbox")),
        };
        settings
            .from
            .parse::<lettre::Address>()
            .with_context(|| format!("{} is not an address letters can come from", settings.from))?;
        Ok(Mail { way, from: settings.from.clone() })
    }

    /// Where letters go when no server is configured.
    pub fn outbox(&self) -> Option<&Path> {
        match &self.way {
            Way::Outbox(folder) => Some(folder),
            Way::Smtp(_) => None,
        }
    }

    async fn carry(&self, letter: &Letter) -> anyhow::Result<Outcome> {
        let message = match self.message(letter) {
            Ok(message) => message,
            Err(error) => return Ok(Outcome::Failed(format!("the letter cannot be written: {error}"))),
        };
        match &self.way {
            Way::Outbox(folder) => keep(folder, &letter.key, &message.formatted())?,
            Way::Smtp(transport) => {
                if let Err(error) = transport.send(message).await {
                    if error.is_permanent() {
                        return Ok(Outcome::Failed(format!("the mail server refused the letter: {error}")));
                    }
                    return Err(error.into());
                }
            }
        }
        Ok(Outcome::Done)
    }

    fn message(&self, letter: &Letter) -> anyhow::Result<Message> {
        let domain = self.from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        let from = Mailbox::new(Some(letter.from_name.clone()), self.from.parse()?);
        let text = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(letter.text.clone());
        let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(letter.html.clone());
        let mut message = Message::builder()
            .from(from)
            .to(letter.to.parse()?)
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", letter.key)));
        if let Some(address) = &letter.stop {
            anyhow::ensure!(address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'>'), "no address to stop letters at");
            message = message.header(Stop(format!("<{address}>"))).header(OneClick);
        }
        Ok(message.multipart(MultiPart::alternative().singlepart(text).singlepart(html))?)
    }
}

/// Where letters like this one are stopped.
#[derive(Clone)]
struct Stop(String);

impl Header for Stop {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> std::result::Result<Stop, HeaderFault> {
        Ok(Stop(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::dangerous_new_pre_encoded(Stop::name(), self.0.clone(), self.0.clone())
    }
}

/// One click is enough there (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> std::result::Result<OneClick, HeaderFault> {
        Ok(OneClick)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(OneClick::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

fn transport(url: &str) -> anyhow::Result<AsyncSmtpTransport<Tokio1Executor>> {
    let (scheme, rest) = url.split_once("://").context("the SMTP address begins with smtp:// or smtps://")?;
    let (place, options) = rest.split_once('?').unwrap_or((rest, ""));
    let (login, host) = place.rsplit_once('@').map_or((None, place), |(login, host)| (Some(login), host));
    let host = host.trim_end_matches('/');
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) => (host, Some(port.parse::<u16>().context("the port of the SMTP server")?)),
        None => (host, None),
    };
    let mut builder = match (scheme, options.contains("tls=none")) {
        ("smtp", true) => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
        ("smtp", false) => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)?,
        ("smtps", _) => AsyncSmtpTransport::<Tokio1Executor>::relay(host)?,
        _ => anyhow::bail!("the SMTP address begins with smtp:// or smtps://"),
    };
    if let Some(port) = port {
        builder = builder.port(port);
    }
    if let Some((user, password)) = login.and_then(|login| login.split_once(':')) {
        builder = builder.credentials(Credentials::new(decoded(user), decoded(password)));
    }
    Ok(builder.timeout(Some(TIMEOUT)).build())
}

/// Percent-encoding, for passwords with `@` and `:` in them.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = (*first == b'%').then(|| tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok())).flatten();
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Writes the letter under its key: a second try overwrites the first, so a letter is there once.
fn keep(folder: &Path, key: &str, bytes: &[u8]) -> anyhow::Result<()> {
    store::private::folder(folder)?;
    let name: String =
        key.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '_' }).collect();
    let (path, unfinished) = (folder.join(format!("{name}.eml")), folder.join(format!("{name}.part")));
    // Letters open doors: only the one who runs the house reads them.
    store::private::write(&unfinished, bytes)?;
    std::fs::rename(&unfinished, &path)?;
    tracing::info!(path = %path.display(), "a letter was written to the outbox");
    Ok(())
}

impl JobHandler for Mail {
    fn kind(&self) -> &'static str {
        Letter::JOB
    }

    fn run<'a>(&'a self, job: &'a mut Running) -> BoxFuture<'a, Result<Outcome>> {
        Box::pin(async move {
            let letter: Letter = serde_json::from_value(job.payload.clone())?;
            self.carry(&letter).await.map_err(Problem::Internal)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(to: &str) -> Letter {
        Letter {
            to: to.into(),
            from_name: "Опора".into(),
            subject: "Код для входа".into(),
            text: "482 103".into(),
            html: "<p>482 103</p>".into(),
            key: "sign-in-1".into(),
            stop: None,
        }
    }

    #[tokio::test]
    async fn without_a_server_letters_lie_in_the_outbox_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = Settings { smtp_url: None, from: "artel@example.org".into(), data: folder.path().into() };
        let mail = Mail::new(&settings).expect("settings");
        for _ in 0..2 {
            assert!(matches!(mail.carry(&letter("nina@example.org")).await, Ok(Outcome::Done)));
        }
        let files: Vec<_> = std::fs::read_dir(folder.path().join("outbox")).expect("outbox").collect();
        assert_eq!(files.len(), 1);
        let text = std::fs::read_to_string(files[0].as_ref().expect("file").path()).expect("text");
        assert!(text.contains("Message-ID: <sign-in-1@example.org>"), "{text}");
        assert!(!text.contains("List-Unsubscribe"), "a code cannot be stopped: {text}");
        let stop = "https://opora.example.org/requests/stops/12-invited-0123456789abcdef0123456789abcdef";
        let stopped = Letter { stop: Some(stop.to_owned()), key: "notice-1".into(), ..letter("nina@example.org") };
        assert!(matches!(mail.carry(&stopped).await, Ok(Outcome::Done)));
        let text = std::fs::read_to_string(folder.path().join("outbox/notice-1.eml")).expect("text");
        assert!(text.contains(&format!("List-Unsubscribe: <{stop}>\r\n")), "in one line: {text}");
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{text}");
        let planted = Letter { stop: Some("https://x>\r\nBcc: <all@example.org".to_owned()), ..stopped };
        assert!(matches!(mail.carry(&planted).await, Ok(Outcome::Failed(_))));
        // A second line in an address would be a second header.
        assert!(matches!(mail.carry(&letter("nina@example.org\r\nBcc: all@example.org")).await, Ok(Outcome::Failed(_))));
    }

    #[test]
    fn server_addresses_are_read_or_refused() {
        assert!(transport("smtp://localhost:2525?tls=none").is_ok());
        assert!(transport("http://localhost").is_err());
        assert_eq!(decoded("p%40ss%3Aw"), "p@ss:w");
    }
}
