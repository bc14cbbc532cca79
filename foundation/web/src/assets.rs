//! Files that go to browsers: styles, fonts, the sprite, scripts. They are in the binary, their names carry a hash of
//! their content, and a browser that has one never asks again.

use crate::arrival::text;
use crate::{Html, compression};
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;
use std::sync::{LazyLock, OnceLock};

const FOREVER: &str = "public, max-age=31536000, immutable";

/// Letters of the hash in a name: 48 bits.
const HASH_LETTERS: usize = 12;

macro_rules! file {
    ($name:literal, $kind:literal) => {
        ($name, $kind, include_bytes!(concat!("../assets/", $name)).as_slice())
    };
}

/// Name, media type, content. Sheets come after the files that they name.
const FILES: &[(&str, &str, &[u8])] = &[
    file!("fonts/golos-text-cyrillic.woff2", "font/woff2"),
    file!("fonts/golos-text-latin.woff2", "font/woff2"),
    file!("fonts/golos-text-latin-ext.woff2", "font/woff2"),
    file!("fonts/literata-cyrillic.woff2", "font/woff2"),
    file!("fonts/literata-latin.woff2", "font/woff2"),
    file!("icons.svg", "image/svg+xml"),
    file!("mark.svg", "image/svg+xml"),
    file!("desk.js", "text/javascript; charset=utf-8"),
    file!("asking.js", "text/javascript; charset=utf-8"),
    file!("live.js", "text/javascript; charset=utf-8"),
    file!("theme.js", "text/javascript; charset=utf-8"),
];

macro_rules! sheet {
    ($name:literal) => {
        include_str!(concat!("../assets/css/", $name, ".css"))
    };
}

/// Sheets as they are served. The parts stand in files of their own, one for each group of components.
const SHEETS: &[(&str, &[&str])] = &[
    ("tokens.css", &[sheet!("tokens")]),
    ("base.css", &[sheet!("base")]),
    ("layout.css", &[sheet!("layout")]),
    (
        "components.css",
        &[
            sheet!("components/brand"),
            sheet!("components/nav"),
            sheet!("components/button"),
            sheet!("components/field"),
            sheet!("components/chip"),
            sheet!("components/person"),
            sheet!("components/card"),
            sheet!("components/rows"),
            sheet!("components/because"),
            sheet!("components/stages"),
            sheet!("components/meter"),
            sheet!("components/stat"),
            sheet!("components/table"),
            sheet!("components/facts"),
            sheet!("components/tabs"),
            sheet!("components/notice"),
            sheet!("components/calendar"),
            sheet!("components/talk"),
            sheet!("components/prose"),
            sheet!("components/hits"),
            sheet!("components/asking"),
            sheet!("components/steps"),
            sheet!("components/chart"),
            sheet!("components/appearance"),
            sheet!("components/fold"),
            sheet!("components/poster"),
            sheet!("components/findings"),
            sheet!("components/pulse"),
            sheet!("components/desk"),
            sheet!("components/large-text"),
        ],
    ),
];

struct Asset {
    address: String,
    kind: &'static str,
    hash: String,
    bytes: Bytes,
    packed: OnceLock<Option<Bytes>>,
}

struct Shelf {
    assets: Vec<Asset>,
    by_name: HashMap<&'static str, usize>,
    by_address: HashMap<String, usize>,
    icons: BTreeSet<&'static str>,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(Shelf::fill);

impl Shelf {
    fn fill() -> Shelf {
        let mut shelf = Shelf { assets: Vec::new(), by_name: HashMap::new(), by_address: HashMap::new(), icons: icons() };
        for (name, kind, bytes) in FILES {
            shelf.put(name, kind, Bytes::from_static(bytes));
        }
        for (name, parts) in SHEETS {
            let sheet = shelf.addressed(&parts.concat());
            shelf.put(name, "text/css; charset=utf-8", Bytes::from(sheet));
        }
        shelf
    }

    fn put(&mut self, name: &'static str, kind: &'static str, bytes: Bytes) {
        let mut hash = String::new();
        for byte in Sha256::digest(&bytes).iter().take(HASH_LETTERS / 2) {
            write!(hash, "{byte:02x}").expect("a String takes any text");
        }
        let (stem, ending) = name.rsplit_once('.').expect("a file has an ending");
        let address = format!("/assets/{stem}.{hash}.{ending}");
        self.by_name.insert(name, self.assets.len());
        self.by_address.insert(address.clone(), self.assets.len());
        self.assets.push(Asset { address, kind, hash, bytes, packed: OnceLock::new() });
    }

    /// A sheet whose `url("fonts/…")` names the hashed files.
    fn addressed(&self, sheet: &str) -> String {
        let mut sheet = sheet.to_owned();
        for (name, index) in &self.by_name {
            sheet = sheet.replace(&format!("url(\"{name}\")"), &format!("url(\"{}\")", self.assets[*index].address));
        }
        sheet
    }
}

/// The names of the sprite's symbols.
fn icons() -> BTreeSet<&'static str> {
    include_str!("../assets/icons.svg").split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The hashed address of a file or sheet, from its plain name.
///
/// # Panics
/// If there is no such file: a fault of a template that its first rendering shows.
pub fn address(name: &str) -> &'static str {
    let index = SHELF.by_name.get(name).unwrap_or_else(|| panic!("there is no asset {name}"));
    &SHELF.assets[*index].address
}

pub fn has_icon(name: &str) -> bool {
    SHELF.icons.contains(name)
}

/// Names and addresses of everything, for tests.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    SHELF.by_name.iter().map(|(name, index)| (*name, SHELF.assets[*index].address.as_str()))
}

/// Groups of five notches, and the number in words for readers. `label` is escaped already.
pub(crate) fn tally(n: i64, label: &str) -> Html {
    /// Groups that are drawn; more would be a picture, not a count.
    const GROUPS: i64 = 5;
    /// Widths of groups of one to five notches in units of the sprite.
    const WIDTHS: [&str; 5] = ["6", "10.2", "14.4", "18.6", "18.8"];
    let sprite = address("icons.svg");
    let mut notches = String::new();
    let mut left = n.clamp(0, GROUPS * 5);
    while left > 0 {
        let group = left.min(5);
        let width = WIDTHS[usize::try_from(group - 1).unwrap_or(0)];
        write!(notches, "<svg viewBox=\"0 0 {width} 18\" aria-hidden=\"true\"><use href=\"{sprite}#tally-{group}\"/></svg>")
            .expect("a String takes any text");
        left -= group;
    }
    Html::trusted(format!("<span class=\"tally\" role=\"img\" aria-label=\"{label}\">{notches}</span>"))
}

/// `GET /assets/{*path}`
pub(crate) async fn serve(Path(path): Path<String>, headers: HeaderMap) -> Response {
    match SHELF.by_address.get(&format!("/assets/{path}")) {
        Some(index) => SHELF.assets[*index].answer(&headers, FOREVER),
        None => (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "no-store")], "not found").into_response(),
    }
}

/// `GET /favicon.ico`, for those who do not read the page's link.
pub(crate) async fn favicon(headers: HeaderMap) -> Response {
    SHELF.assets[SHELF.by_name["mark.svg"]].answer(&headers, "public, max-age=86400")
}

impl Asset {
    fn answer(&self, headers: &HeaderMap, caching: &'static str) -> Response {
        let tag = format!("\"{}\"", self.hash);
        let lasting = [
            (header::CACHE_CONTROL, caching.to_owned()),
            (header::ETAG, tag.clone()),
            (header::VARY, "accept-encoding".to_owned()),
        ];
        if text(headers, "if-none-match")
            .is_some_and(|known| known.split(',').any(|known| known.trim().trim_start_matches("W/") == tag))
        {
            return (StatusCode::NOT_MODIFIED, lasting).into_response();
        }
        let kind = [(header::CONTENT_TYPE, self.kind)];
        match self.packed().filter(|_| compression::accepted(headers)) {
            Some(packed) => (lasting, kind, [(header::CONTENT_ENCODING, "gzip")], Body::from(packed.clone())).into_response(),
            None => (lasting, kind, Body::from(self.bytes.clone())).into_response(),
        }
    }

    /// Packed when first asked for, hard, because it is done once. Fonts are packed already.
    fn packed(&self) -> Option<&Bytes> {
        self.packed.get_or_init(|| (self.kind != "font/woff2").then(|| compression::packed(&self.bytes, 9))).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_name_hashed_fonts_and_nothing_foreign() {
        for (name, _) in SHEETS {
            let sheet = String::from_utf8(SHELF.assets[SHELF.by_name[name]].bytes.to_vec()).expect("text");
            for url in sheet.split("url(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(SHELF.by_address.contains_key(url), "{name} names {url}");
            }
            assert!(!sheet.contains("@import") && !sheet.contains("http:"), "{name}");
        }
        assert!(has_icon("people") && !has_icon("nothing"));
    }

    #[test]
    fn notches_stop_at_twenty_five() {
        assert_eq!(tally(7, "7").as_str().matches("tally-").count(), 2);
        assert_eq!(tally(700, "700").as_str().matches("tally-").count(), 5);
        assert_eq!(tally(0, "0").as_str().matches("tally-").count(), 0);
    }
}
