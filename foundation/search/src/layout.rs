//! The fields of the index and the keys its documents are reached by.

use tantivy::schema::{
    BytesOptions, FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{TantivyDocument, Term};

use crate::document::{Document, Kind, within_limit};
use crate::tokens::{self, Words};

/// Raise this when fields or the cutting of words change: older indexes are then built anew.
pub(crate) const VERSION: u32 = 2;

pub(crate) const AUDIENCE: &str = "audience";
pub(crate) const AT: &str = "at";
pub(crate) const ID: &str = "id";
const STEMS: &str = "stems";
const FORMS: &str = "forms";

#[derive(Clone, Copy)]
pub(crate) struct Fields {
    /// Stems of title and text, with positions: what is matched.
    pub(crate) stems: Field,
    /// Exact forms of title and text: what ranks higher, and where beginnings and corrections are found.
    pub(crate) forms: Field,
    /// Stems of the title alone: they weigh more.
    pub(crate) heads: Field,
    /// The text as it was, for snippets.
    pub(crate) text: Field,
    key: Field,
    community: Field,
    shelf: Field,
    circle: Field,
    person: Field,
    audience: Field,
    at: Field,
    id: Field,
}

pub(crate) fn layout() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |tokenizer: &str, record| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(record);
        TextOptions::default().set_indexing_options(indexing)
    };
    let number = || NumericOptions::from(FAST);
    let bytes = || BytesOptions::from(INDEXED);
    let fields = Fields {
        stems: builder.add_text_field("stems", words(STEMS, IndexRecordOption::WithFreqsAndPositions)),
        forms: builder.add_text_field("forms", words(FORMS, IndexRecordOption::WithFreqs)),
        heads: builder.add_text_field("heads", words(STEMS, IndexRecordOption::WithFreqs)),
        text: builder.add_text_field("text", STORED),
        key: builder.add_bytes_field("key", bytes()),
        community: builder.add_bytes_field("community", bytes()),
        shelf: builder.add_bytes_field("shelf", bytes()),
        circle: builder.add_bytes_field("circle", bytes()),
        person: builder.add_bytes_field("person", bytes()),
        audience: builder.add_i64_field(AUDIENCE, number()),
        at: builder.add_i64_field(AT, number()),
        id: builder.add_i64_field(ID, number()),
    };
    (builder.build(), fields)
}

pub(crate) fn tokenizers() -> TokenizerManager {
    // The writer asks for a tokenizer even of the field that is only stored, hence the standard ones.
    let manager = TokenizerManager::default();
    manager.register(STEMS, Words { stemmed: true });
    manager.register(FORMS, Words { stemmed: false });
    manager
}

fn pair(first: i64, second: i64) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&first.to_be_bytes());
    bytes[8..].copy_from_slice(&second.to_be_bytes());
    bytes
}

impl Fields {
    /// One document.
    pub(crate) fn key(&self, community: i64, kind: Kind, id: i64) -> Term {
        let mut bytes = [0; 17];
        bytes[..16].copy_from_slice(&pair(community, id));
        bytes[16] = kind.code();
        Term::from_field_bytes(self.key, &bytes)
    }

    /// All of a community.
    pub(crate) fn community(&self, community: i64) -> Term {
        Term::from_field_bytes(self.community, &community.to_be_bytes())
    }

    /// All of one kind in a community.
    pub(crate) fn shelf(&self, community: i64, kind: Kind) -> Term {
        Term::from_field_bytes(self.shelf, &pair(community, i64::from(kind.code())))
    }

    /// All that one audience of a community sees.
    pub(crate) fn circle(&self, community: i64, audience: i64) -> Term {
        Term::from_field_bytes(self.circle, &pair(community, audience))
    }

    /// All of one person in a community.
    pub(crate) fn person(&self, community: i64, person: i64) -> Term {
        Term::from_field_bytes(self.person, &pair(community, person))
    }

    /// The document as the index keeps it.
    pub(crate) fn write(&self, document: &Document) -> TantivyDocument {
        let community = document.community;
        let text = within_limit(&document.text);
        let mut written = TantivyDocument::default();
        for (field, term) in [
            (self.key, self.key(community, document.kind, document.id)),
            (self.community, self.community(community)),
            (self.shelf, self.shelf(community, document.kind)),
            (self.circle, self.circle(community, document.audience)),
            (self.person, self.person(community, document.person)),
        ] {
            written.add_bytes(field, term.value().as_bytes().unwrap_or_default());
        }
        if !document.title.is_empty() {
            let title = tokens::token(community, within_limit(&document.title));
            written.add_text(self.stems, &title);
            written.add_text(self.forms, &title);
            written.add_text(self.heads, &title);
        }
        // Each is a value of its own, so that no phrase reaches from one into the other.
        for said in [text, within_limit(&document.hidden)].into_iter().filter(|said| !said.is_empty()) {
            let value = tokens::token(community, said);
            written.add_text(self.stems, &value);
            written.add_text(self.forms, &value);
        }
        written.add_text(self.text, text);
        written.add_i64(self.audience, document.audience);
        written.add_i64(self.at, document.at);
        written.add_i64(self.id, document.id);
        written
    }
}
