//! What is wrong with an export, said so that a founder can mend it.

use std::fmt;

/// The language a fault or warning is said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    Ru,
    En,
}

/// Where in a file something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Counted from 1.
    Line(u64),
    /// The number of a message.
    Message(i64),
    Whole,
}

/// Why an export cannot be read. Nothing was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// As the export names it: `result.json`, `2019-07/messages2.html`.
    pub file: String,
    pub place: Place,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    NotAnExport,
    Empty,
    /// The operating system's words.
    Unreadable(String),
    Truncated,
    /// A page ends before its closing tags. The last message that stands whole on it.
    PageTorn(Option<i64>),
    /// A date that no calendar knows, or outside 2000-2100, as it stands.
    DateImpossible(String),
    /// The parser's words.
    BrokenJson(String),
    BrokenZip(String),
    /// Several chats and none was chosen: their names, at most 50.
    ChatNeeded(Vec<String>),
    ChatUnknown {
        wanted: String,
        names: Vec<String>,
    },
    /// Several exports lie beside each other: their files, at most 50.
    SeveralExports(Vec<String>),
    /// Nobody said anything, and nothing happened.
    NoMessages,
    /// The page that should be there.
    PageMissing(String),
    UnsafeName(String),
    SymbolicLink(String),
    Encrypted(String),
    /// The limit in bytes.
    TooLarge(u64),
    RatioTooHigh(u64),
    TooManyEntries(u64),
    MessageTooLong(u64),
    PageTooLong(u64),
    TooManyNames(u64),
    TooManyMessages(u64),
    NumberMissing,
    /// The page is in another encoding, or no text at all.
    NotUtf8,
    /// No entry has a date, so there is none to take for those without.
    DatesMissing,
}

impl Problem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::NotAnExport => "not_an_export",
            Problem::Empty => "empty",
            Problem::Unreadable(_) => "unreadable",
            Problem::Truncated => "truncated",
            Problem::PageTorn(_) => "page_torn",
            Problem::DateImpossible(_) => "date_impossible",
            Problem::BrokenJson(_) => "broken_json",
            Problem::BrokenZip(_) => "broken_zip",
            Problem::ChatNeeded(_) => "chat_needed",
            Problem::ChatUnknown { .. } => "chat_unknown",
            Problem::SeveralExports(_) => "several_exports",
            Problem::NoMessages => "no_messages",
            Problem::PageMissing(_) => "page_missing",
            Problem::UnsafeName(_) => "unsafe_name",
            Problem::SymbolicLink(_) => "symbolic_link",
            Problem::Encrypted(_) => "encrypted",
            Problem::TooLarge(_) => "too_large",
            Problem::RatioTooHigh(_) => "ratio_too_high",
            Problem::TooManyEntries(_) => "too_many_entries",
            Problem::MessageTooLong(_) => "message_too_long",
            Problem::PageTooLong(_) => "page_too_long",
            Problem::TooManyNames(_) => "too_many_names",
            Problem::TooManyMessages(_) => "too_many_messages",
            Problem::NumberMissing => "number_missing",
            Problem::NotUtf8 => "not_utf8",
            Problem::DatesMissing => "dates_missing",
        }
    }

    fn russian(&self) -> String {
        match self {
            Problem::NotAnExport => {
                "это не экспорт Telegram Desktop. Нужен result.json, страницы messages.html или zip-архив с ними".into()
            }
            Problem::Empty => "файл пуст".into(),
            Problem::Unreadable(words) => format!("файл не читается: {words}"),
            Problem::Truncated => "файл обрывается на середине. Выгрузите чат ещё раз и дождитесь конца".into(),
            Problem::PageTorn(None) => {
                "страница обрывается раньше первого целого сообщения. Выгрузите чат ещё раз и дождитесь конца".into()
            }
            Problem::PageTorn(Some(last)) => {
                format!(
                    "страница обрывается после сообщения {last}, последнего целого на ней. Выгрузите чат ещё раз и дождитесь конца"
                )
            }
            Problem::DateImpossible(date) => format!("такой даты у сообщения быть не может: «{date}»"),
            Problem::BrokenJson(words) => format!("это не JSON: {words}"),
            Problem::BrokenZip(words) => format!("архив повреждён: {words}"),
            Problem::ChatNeeded(names) => format!("в экспорте несколько чатов, назовите нужный: {}", names.join("; ")),
            Problem::ChatUnknown { wanted, names } => format!("чата «{wanted}» в экспорте нет, есть: {}", names.join("; ")),
            Problem::SeveralExports(names) => format!("здесь несколько экспортов, загружайте по одному: {}", names.join("; ")),
            Problem::NoMessages => "в экспорте нет ни одного сообщения".into(),
            Problem::PageMissing(page) => format!("не хватает страницы {page}"),
            Problem::UnsafeName(name) => format!("недопустимое имя файла в архиве: {name}"),
            Problem::SymbolicLink(name) => format!("в архиве есть ссылка на другой файл: {name}"),
            Problem::Encrypted(name) => format!("файл в архиве закрыт паролем или упакован незнакомым способом: {name}"),
            Problem::TooLarge(bytes) => format!("экспорт больше {} в распакованном виде", size(*bytes, Tongue::Ru)),
            Problem::RatioTooHigh(ratio) => {
                format!("файл в архиве сжат более чем в {ratio} раз, так бывает только у архивных бомб")
            }
            Problem::TooManyEntries(count) => format!("файлов больше {count}"),
            Problem::MessageTooLong(bytes) => format!("сообщение длиннее {}", size(*bytes, Tongue::Ru)),
            Problem::PageTooLong(bytes) => format!("страница длиннее {}", size(*bytes, Tongue::Ru)),
            Problem::TooManyNames(count) => format!("разных имён больше {count}"),
            Problem::TooManyMessages(count) => format!("сообщений больше {count}"),
            Problem::NumberMissing => "у сообщения нет номера (id), или он не целое число".into(),
            Problem::NotUtf8 => "страница не в кодировке UTF-8: её сохранила другая программа. Выгрузите чат ещё раз".into(),
            Problem::DatesMissing => "ни у одного сообщения нет верной даты".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Problem::NotAnExport => {
                "this is not an export of Telegram Desktop. It should be result.json, pages messages.html or a zip of them".into()
            }
            Problem::Empty => "the file is empty".into(),
            Problem::Unreadable(words) => format!("the file cannot be read: {words}"),
            Problem::Truncated => "the file ends in the middle. Export the chat again and wait until it is complete".into(),
            Problem::PageTorn(None) => {
                "the page ends before its first whole message. Export the chat again and wait until it is complete".into()
            }
            Problem::PageTorn(Some(last)) => {
                format!(
                    "the page ends after message {last}, the last whole one on it. Export the chat again and wait until it is complete"
                )
            }
            Problem::DateImpossible(date) => format!("a message cannot have the date “{date}”"),
            Problem::BrokenJson(words) => format!("this is not JSON: {words}"),
            Problem::BrokenZip(words) => format!("the archive is damaged: {words}"),
            Problem::ChatNeeded(names) => format!("the export holds several chats, name one of them: {}", names.join("; ")),
            Problem::ChatUnknown { wanted, names } => format!("the export has no chat “{wanted}”, it has: {}", names.join("; ")),
            Problem::SeveralExports(names) => format!("several exports lie here, bring them in one by one: {}", names.join("; ")),
            Problem::NoMessages => "the export holds no message at all".into(),
            Problem::PageMissing(page) => format!("page {page} is missing"),
            Problem::UnsafeName(name) => format!("the archive holds a file name that is not allowed: {name}"),
            Problem::SymbolicLink(name) => format!("the archive holds a link to another file: {name}"),
            Problem::Encrypted(name) => format!("a file of the archive has a password or an unknown packing: {name}"),
            Problem::TooLarge(bytes) => format!("the export is larger than {} when unpacked", size(*bytes, Tongue::En)),
            Problem::RatioTooHigh(ratio) => {
                format!("a file of the archive is packed more than {ratio} times, as only archive bombs are")
            }
            Problem::TooManyEntries(count) => format!("there are more than {count} files"),
            Problem::MessageTooLong(bytes) => format!("a message is longer than {}", size(*bytes, Tongue::En)),
            Problem::PageTooLong(bytes) => format!("a page is longer than {}", size(*bytes, Tongue::En)),
            Problem::TooManyNames(count) => format!("there are more than {count} different names"),
            Problem::TooManyMessages(count) => format!("there are more than {count} messages"),
            Problem::NumberMissing => "a message has no number (id), or one that is not whole".into(),
            Problem::NotUtf8 => "the page is not in UTF-8: another program saved it. Export the chat again".into(),
            Problem::DatesMissing => "not one message has a date that can be right".into(),
        }
    }
}

impl Fault {
    pub(crate) fn whole(file: impl Into<String>, problem: Problem) -> Fault {
        Fault { file: file.into(), place: Place::Whole, problem }
    }

    pub(crate) fn line(file: impl Into<String>, line: u64, problem: Problem) -> Fault {
        Fault { file: file.into(), place: Place::Line(line), problem }
    }

    pub(crate) fn message(file: impl Into<String>, number: i64, problem: Problem) -> Fault {
        Fault { file: file.into(), place: Place::Message(number), problem }
    }

    /// One sentence that names the file and the place.
    pub fn words(&self, tongue: Tongue) -> String {
        let problem = match tongue {
            Tongue::Ru => self.problem.russian(),
            Tongue::En => self.problem.english(),
        };
        format!("{}: {problem}", located(&self.file, self.place, tongue))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Tongue::En))
    }
}

impl std::error::Error for Fault {}

/// `2 GB`, in the largest unit of 1,024 that holds it at least once.
fn size(bytes: u64, tongue: Tongue) -> String {
    let units = match tongue {
        Tongue::Ru => ["байт", "КБ", "МБ", "ГБ"],
        Tongue::En => ["bytes", "KB", "MB", "GB"],
    };
    let unit = (1..units.len()).take_while(|unit| bytes >> (10 * unit) > 0).last().unwrap_or_default();
    format!("{}\u{a0}{}", bytes >> (10 * unit), units[unit])
}

/// `result.json, line 12`.
pub(crate) fn located(file: &str, place: Place, tongue: Tongue) -> String {
    match (place, tongue) {
        (Place::Whole, _) => file.to_owned(),
        (Place::Line(line), Tongue::Ru) => format!("{file}, строка {line}"),
        (Place::Line(line), Tongue::En) => format!("{file}, line {line}"),
        (Place::Message(number), Tongue::Ru) => format!("{file}, сообщение {number}"),
        (Place::Message(number), Tongue::En) => format!("{file}, message {number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_in_units_that_people_know() {
        let said = |bytes| size(bytes, Tongue::En).replace('\u{a0}', " ");
        assert_eq!([100, 1_024, 64 << 20, 20 << 30].map(said), ["100 bytes", "1 KB", "64 MB", "20 GB"]);
        assert_eq!(size(2 << 30, Tongue::Ru), "2\u{a0}ГБ");
    }
}
