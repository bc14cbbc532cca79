//! What is odd about an export, although it can be read.

use super::fault::{Place, Tongue, located};

/// One oddity with the first place where it was seen and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub file: String,
    pub place: Place,
    pub notice: Notice,
    pub count: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Formatting of an unknown kind was taken as plain text.
    UnknownEntity(String),
    /// A service line of an unknown kind is kept as a line of text.
    UnknownAction(String),
    /// Times without a zone were taken as UTC.
    ZoneMissing,
    /// A date that is absent was replaced by that of the entry before.
    DateReplaced,
    /// The same at the beginning, where nothing is before: that of the next entry with a date was taken.
    DateFromNext,
    OutOfOrder,
    /// The date has not come yet.
    DateInFuture,
    /// The same number with the same words; it is kept once.
    Repeated,
    /// Of a group before it became another: its numbers are below nought.
    NumberNegative,
    /// The same number with other words; both are kept.
    RepeatedDifferently,
    /// Characters that JSON or UTF-8 does not allow were mended.
    Mended,
    TextCut,
    /// Text or formatting nested so deeply that it was not followed to its end.
    TooDeep,
    NameCut,
    /// Messages this version of Telegram Desktop could not export.
    Unsupported,
    AuthorMissing,
    /// A bare name that several people bear; it is kept as a name only.
    NameShared(String),
    /// A link to another file was not followed.
    LinkSkipped(String),
    /// The page before the first or after the last one is not in the export.
    NeighbourMissing(String),
    /// A link with a scheme that is not allowed was taken as plain text.
    LinkRefused,
    /// More kinds of oddities than are listed.
    More,
}

impl Notice {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Notice::UnknownEntity(_) => "unknown_entity",
            Notice::UnknownAction(_) => "unknown_action",
            Notice::ZoneMissing => "zone_missing",
            Notice::DateReplaced => "date_replaced",
            Notice::DateFromNext => "date_from_next",
            Notice::OutOfOrder => "out_of_order",
            Notice::DateInFuture => "date_in_future",
            Notice::Repeated => "repeated",
            Notice::NumberNegative => "number_negative",
            Notice::RepeatedDifferently => "repeated_differently",
            Notice::Mended => "mended",
            Notice::TextCut => "text_cut",
            Notice::TooDeep => "too_deep",
            Notice::NameCut => "name_cut",
            Notice::Unsupported => "unsupported",
            Notice::AuthorMissing => "author_missing",
            Notice::NameShared(_) => "name_shared",
            Notice::LinkSkipped(_) => "link_skipped",
            Notice::NeighbourMissing(_) => "neighbour_missing",
            Notice::LinkRefused => "link_refused",
            Notice::More => "more",
        }
    }

    fn russian(&self) -> String {
        match self {
            Notice::UnknownEntity(kind) => format!("незнакомое оформление «{kind}» показано обычным текстом"),
            Notice::UnknownAction(kind) => format!("незнакомая служебная строка «{kind}» сохранена текстом"),
            Notice::ZoneMissing => "время без часового пояса принято за UTC".into(),
            Notice::DateReplaced => "даты нет, взята дата предыдущей записи".into(),
            Notice::DateFromNext => "даты нет, взята дата первой записи, где она есть".into(),
            Notice::OutOfOrder => "дата раньше, чем у предыдущей записи".into(),
            Notice::DateInFuture => "дата ещё не наступила, запись стоит под ней".into(),
            Notice::Repeated => "сообщение повторяется слово в слово, взято один раз".into(),
            Notice::NumberNegative => "номер отрицательный, сообщение взято под ним".into(),
            Notice::RepeatedDifferently => "номер повторяется с другим текстом, сохранены оба".into(),
            Notice::Mended => "исправлены недопустимые символы".into(),
            Notice::TextCut => "слишком длинный текст обрезан".into(),
            Notice::TooDeep => "слишком глубокая вложенность: часть текста или его оформления не сохранена".into(),
            Notice::NameCut => "слишком длинное имя обрезано".into(),
            Notice::Unsupported => "сообщение не попало в экспорт: Telegram Desktop его не понял".into(),
            Notice::AuthorMissing => "автор не указан".into(),
            Notice::NameShared(name) => format!("имя «{name}» носят несколько человек, кто из них — неизвестно"),
            Notice::LinkSkipped(name) => format!("ссылка на другой файл пропущена: {name}"),
            Notice::NeighbourMissing(page) => format!("соседней страницы {page} в экспорте нет"),
            Notice::LinkRefused => "ссылка недопустимого вида показана обычным текстом".into(),
            Notice::More => "другие замечания".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Notice::UnknownEntity(kind) => format!("unknown formatting “{kind}” is shown as plain text"),
            Notice::UnknownAction(kind) => format!("unknown service line “{kind}” is kept as text"),
            Notice::ZoneMissing => "times without a zone are taken as UTC".into(),
            Notice::DateReplaced => "the date is missing, that of the entry before was taken".into(),
            Notice::DateFromNext => "the date is missing, that of the first entry with a date was taken".into(),
            Notice::OutOfOrder => "the date is before that of the previous entry".into(),
            Notice::DateInFuture => "the date has not come yet, the entry is kept under it".into(),
            Notice::Repeated => "the message is repeated word for word, it was taken once".into(),
            Notice::NumberNegative => "the number is negative, the message is kept under it".into(),
            Notice::RepeatedDifferently => "the number is repeated with another text, both are kept".into(),
            Notice::Mended => "characters that are not allowed were mended".into(),
            Notice::TextCut => "a text that is too long was cut".into(),
            Notice::TooDeep => "nested too deeply: a part of the text or of its formatting is not kept".into(),
            Notice::NameCut => "a name that is too long was cut".into(),
            Notice::Unsupported => "a message is not in the export: Telegram Desktop did not understand it".into(),
            Notice::AuthorMissing => "the author is not given".into(),
            Notice::NameShared(name) => format!("several people bear the name “{name}”, which of them is unknown"),
            Notice::LinkSkipped(name) => format!("a link to another file was skipped: {name}"),
            Notice::NeighbourMissing(page) => format!("the neighbouring page {page} is not in the export"),
            Notice::LinkRefused => "a link of a kind that is not allowed is shown as plain text".into(),
            Notice::More => "other notices".into(),
        }
    }
}

impl Warning {
    /// One sentence that names the file, the first place and the number of cases.
    pub fn words(&self, tongue: Tongue) -> String {
        let notice = match tongue {
            Tongue::Ru => self.notice.russian(),
            Tongue::En => self.notice.english(),
        };
        let times = if self.count > 1 { format!(" (×{})", self.count) } else { String::new() };
        format!("{}: {notice}{times}", located(&self.file, self.place, tongue))
    }
}

/// Warnings gathered by kind, so that a million odd lines cost as much as one.
#[derive(Debug, Default)]
pub(crate) struct Warnings {
    list: Vec<Warning>,
}

/// Different warnings that are listed; what comes after is counted together.
const LISTED: usize = 100;

impl Warnings {
    pub(crate) fn add(&mut self, file: &str, place: Place, notice: Notice) {
        let full = self.list.len() >= LISTED;
        if let Some(known) = self.list.iter_mut().find(|known| known.notice == notice) {
            known.count += 1;
        } else if !full {
            self.list.push(Warning { file: file.to_owned(), place, notice, count: 1 });
        } else if let Some(rest) = self.list.iter_mut().find(|known| known.notice == Notice::More) {
            rest.count += 1;
        } else {
            self.list.push(Warning { file: file.to_owned(), place, notice: Notice::More, count: 1 });
        }
    }

    pub(crate) fn list(&self) -> &[Warning] {
        &self.list
    }
}
