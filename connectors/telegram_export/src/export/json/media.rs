//! Pictures, files and polls of the JSON form, as what they were.

use super::raw::{RawMessage, RawPoll};
use crate::export::item::{Media, MediaKind, Poll};

pub(super) fn media(raw: &RawMessage<'_>) -> (Option<Media>, Option<Poll>) {
    if let Some(poll) = &raw.poll {
        let poll = self::poll(poll);
        let media = Media { kind: MediaKind::Poll, title: Some(poll.question.clone()), detail: None };
        return (Some(media), Some(poll));
    }
    (file(raw).or_else(|| other(raw)), None)
}

fn file(raw: &RawMessage<'_>) -> Option<Media> {
    let kind = match raw.media_type.exact() {
        "sticker" => MediaKind::Sticker,
        "video_message" => MediaKind::VideoMessage,
        "voice_message" => MediaKind::Voice,
        "animation" => MediaKind::Animation,
        "video_file" => MediaKind::Video,
        "audio_file" => MediaKind::Audio,
        "" if raw.photo.is_given() => MediaKind::Photo,
        "" if raw.file.is_given() => MediaKind::File,
        "" => return None,
        _ => MediaKind::Other,
    };
    let song = match (raw.performer.text(), raw.title.text()) {
        (Some(performer), Some(title)) => Some(format!("{performer} – {title}")),
        (None, Some(title)) => Some(title.to_owned()),
        _ => None,
    };
    let title = song.or_else(|| raw.file_name.owned()).or_else(|| file_name(raw.file.text()));
    let title = title.filter(|_| !matches!(kind, MediaKind::Photo | MediaKind::Sticker));
    let detail = raw.sticker_emoji.owned().or_else(|| raw.duration_seconds.0.and_then(clock));
    Some(Media { kind, title, detail })
}

fn other(raw: &RawMessage<'_>) -> Option<Media> {
    if let Some(place) = &raw.location {
        let point = match (place.latitude.text(), place.longitude.text()) {
            (Some(latitude), Some(longitude)) => Some(format!("{latitude}, {longitude}")),
            _ => None,
        };
        let detail = raw.address.owned().or(point);
        return Some(Media { kind: MediaKind::Location, title: raw.place_name.owned(), detail });
    }
    if let Some(contact) = &raw.contact {
        let name = [contact.first_name.text(), contact.last_name.text()];
        let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let title = Some(name).filter(|name| !name.is_empty());
        // The phone number of somebody who is not here stays out.
        return Some(Media { kind: MediaKind::Contact, title, detail: None });
    }
    if raw.game_title.is_given() {
        let detail = raw.game_description.owned();
        return Some(Media { kind: MediaKind::Game, title: raw.game_title.owned(), detail });
    }
    if let Some(invoice) = &raw.invoice {
        let detail = invoice.amount.text().map(|amount| format!("{amount} {}", invoice.currency.exact()).trim().to_owned());
        return Some(Media { kind: MediaKind::Invoice, title: invoice.title.owned(), detail });
    }
    let unnamed = raw.giveaway.is_some() || raw.paid_stars.0.is_some();
    unnamed.then_some(Media { kind: MediaKind::Other, title: None, detail: None })
}

fn poll(raw: &RawPoll<'_>) -> Poll {
    let votes = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
    let options = raw.answers.0.iter();
    Poll {
        question: raw.question.owned().unwrap_or_default(),
        options: options.map(|answer| (answer.text.owned().unwrap_or_default(), votes(answer.voters.0))).collect(),
        total: votes(raw.total.0),
    }
}

/// The last part of a path; a remark in brackets stands there when the file was not exported.
fn file_name(path: Option<&str>) -> Option<String> {
    let path = path.filter(|path| !path.starts_with('('))?;
    path.rsplit('/').next().map(str::to_owned)
}

/// `02:05` of 125 seconds.
fn clock(seconds: i64) -> Option<String> {
    let seconds = u32::try_from(seconds).ok()?;
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    Some(match hours {
        0 => format!("{minutes:02}:{rest:02}"),
        _ => format!("{hours:02}:{minutes:02}:{rest:02}"),
    })
}
