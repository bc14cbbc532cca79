//! Exports built in code, and short ways to read them.

use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use telegram_export::export::{Export, Fault, Item, Limits, Message, Service, Summary, Tongue};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

/// A folder for one test, gone when dropped.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub fn zip(&self, files: &[(&str, &[u8])]) -> PathBuf {
        let path = self.path().join("export.zip");
        let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
        for (name, content) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap();
        path
    }
}

/// `result.json` of one chat with these messages.
pub fn json(messages: &str) -> String {
    format!(
        "{{\n \"name\": \"Клуб печников\",\n \"type\": \"private_supergroup\",\n \"id\": 77,\n \"messages\": [\n{messages}\n ]\n}}"
    )
}

/// One message in JSON; `fields` begin with a comma or are empty.
pub fn said(id: i64, at: i64, from: &str, from_id: &str, text: &str, fields: &str) -> String {
    format!(
        r#"  {{"id": {id}, "type": "message", "date": "2020-01-01T03:00:00", "date_unixtime": "{at}",
   "from": "{from}", "from_id": "{from_id}", "text": "{text}"{fields}}}"#
    )
}

/// One service line in JSON.
pub fn service(id: i64, at: i64, actor: &str, actor_id: &str, fields: &str) -> String {
    format!(
        r#"  {{"id": {id}, "type": "service", "date": "2020-01-01T03:00:00", "date_unixtime": "{at}",
   "actor": {actor}, "actor_id": "{actor_id}", {fields}, "text": "", "text_entities": []}}"#
    )
}

/// A page as Telegram Desktop writes it.
pub fn page(title: &str, history: &str) -> String {
    format!(
        "<!DOCTYPE html><html>\n\n <head>\n\n  <meta charset=\"utf-8\"/>\n<title>Exported Data</title>\n\
         <script src=\"js/script.js\" type=\"text/javascript\">\n\n  </script>\n\n </head>\n\n \
         <body onload=\"CheckLocation();\">\n\n  <div class=\"page_wrap\">\n\n   <div class=\"page_header\">\n\n    \
         <div class=\"content\">\n\n     <div class=\"text bold\">\n{title}\n     </div>\n\n    </div>\n\n   </div>\n\n   \
         <div class=\"page_body chat_page\">\n\n    <div class=\"history\">\n{history}\n    </div>\n\n   </div>\n\n  \
         </div>\n\n </body>\n\n</html>\n"
    )
}

/// A message of a page with its author.
pub fn wrote(id: i64, time: &str, name: &str, body: &str) -> String {
    format!(
        "<div class=\"message default clearfix\" id=\"message{id}\">\n<div class=\"pull_left userpic_wrap\">\n\
         <div class=\"userpic userpic5\" style=\"width: 42px\">\n<div class=\"initials\">\nAB\n</div>\n</div>\n</div>\n\
         <div class=\"body\">\n<div class=\"pull_right date details\" title=\"01.01.2020 {time} UTC+03:00\">\n03:00\n</div>\n\
         <div class=\"from_name\">\n{name} \n</div>\n{body}\n</div>\n</div>\n"
    )
}

/// A message that follows at once, without its author.
pub fn joined(id: i64, time: &str, body: &str) -> String {
    format!(
        "<div class=\"message default clearfix joined\" id=\"message{id}\">\n<div class=\"body\">\n\
         <div class=\"pull_right date details\" title=\"01.01.2020 {time} UTC+03:00\">\n03:00\n</div>\n{body}\n</div>\n</div>\n"
    )
}

pub fn text(html: &str) -> String {
    format!("<div class=\"text\">\n{html}\n       </div>\n")
}

pub fn line(id: i64, words: &str) -> String {
    format!("<div class=\"message service\" id=\"message{id}\">\n<div class=\"body details\">\n{words}\n</div>\n</div>\n")
}

/// A link of a page to its neighbour.
pub fn neighbour(href: &str) -> String {
    format!("<a class=\"pagination block_link\" href=\"{href}\">\nNext messages\n</a>\n")
}

pub fn open(path: &Path) -> Result<Export, Fault> {
    Export::open(path, None, Limits::default())
}

/// Everything an export holds, after a check without faults.
pub fn read(path: &Path) -> (Summary, Vec<Item>) {
    let mut export = open(path).unwrap();
    let summary = export.check(|_, _| {}).unwrap();
    (summary, items(&mut export))
}

pub fn items(export: &mut Export) -> Vec<Item> {
    let mut items = Vec::new();
    export
        .items(
            |_, _| {},
            |item| {
                items.push(item);
                ControlFlow::Continue(())
            },
        )
        .unwrap();
    items
}

pub fn read_json(messages: &str) -> (Summary, Vec<Item>) {
    let folder = Folder::new();
    read(&folder.write("result.json", json(messages)))
}

pub fn read_page(history: &str) -> (Summary, Vec<Item>) {
    let folder = Folder::new();
    folder.write("messages.html", page("Клуб печников", history));
    read(folder.path())
}

pub fn message(item: &Item) -> &Message {
    match item {
        Item::Message(message) => message,
        Item::Service(service) => panic!("a service line: {service:?}"),
    }
}

pub fn action(item: &Item) -> &Service {
    match item {
        Item::Service(service) => service,
        Item::Message(message) => panic!("a message: {message:?}"),
    }
}

/// The first fault of an export that can be opened or not.
pub fn fault(path: &Path, limits: Limits) -> Fault {
    match Export::open(path, None, limits) {
        Err(fault) => fault,
        Ok(mut export) => export.check(|_, _| {}).unwrap_err().remove(0),
    }
}

/// Asserts that a fault has this code and says its place in both languages.
pub fn assert_fault(fault: &Fault, code: &str, place: &str) {
    assert_eq!(fault.problem.code(), code, "{fault:?}");
    let (russian, english) = (fault.words(Tongue::Ru), fault.words(Tongue::En));
    assert!(english.contains(place), "{english}");
    assert!(russian.chars().any(|letter| ('а'..='я').contains(&letter)), "{russian}");
}

pub fn codes(summary: &Summary) -> Vec<(&'static str, u64)> {
    summary.warnings.iter().map(|warning| (warning.notice.code(), warning.count)).collect()
}
