//! Text of the JSON form: a string, or a list of strings and formatted pieces.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::message::Here;
use super::raw::{RawEntity, RawMessage, Str};
use crate::export::item::{Span, SpanKind};
use crate::export::limits::Limits;
use crate::export::spans;
use crate::export::warning::Notice;

/// The newer field names every piece, so the older one is only read where it is alone or whole.
pub(super) fn spans(raw: &RawMessage<'_>, limits: &Limits, here: &mut Here<'_>) -> Vec<Span> {
    let newer = raw.text_entities.as_ref().filter(|pieces| !pieces.0.is_empty());
    let mut older = Pieces::default();
    if newer.is_none_or(Pieces::is_torn) {
        older = raw.text.map(pieces).unwrap_or_default();
    }
    let pieces = newer.filter(|newer| !newer.is_torn() || older.0.is_empty() || older.is_torn()).unwrap_or(&older);
    if pieces.is_torn() {
        here.warn(Notice::TooDeep);
    }
    let mut list: Vec<Span> = pieces.0.iter().map(|piece| span(piece, here)).collect();
    if spans::tidy(&mut list, limits.max_message_text) {
        here.warn(Notice::TextCut);
    }
    list
}

fn pieces(raw: &RawValue) -> Pieces<'_> {
    serde_json::from_str(raw.get()).unwrap_or_default()
}

fn span(piece: &RawEntity<'_>, here: &mut Here<'_>) -> Span {
    let hidden = piece.kind.exact() == "spoiler";
    let kind = match piece.kind.exact() {
        "" | "plain" | "spoiler" | "unknown" | "bank_card" => SpanKind::Plain,
        "bold" => SpanKind::Bold,
        "italic" => SpanKind::Italic,
        "underline" => SpanKind::Underline,
        "strikethrough" => SpanKind::Strike,
        "code" => SpanKind::Code,
        "pre" => SpanKind::Pre(piece.language.owned()),
        "link" => SpanKind::Link,
        "text_link" => match piece.href.text() {
            Some(href) if spans::is_allowed_link(href) => SpanKind::TextLink(href.to_owned()),
            Some(_) => {
                here.warn(Notice::LinkRefused);
                SpanKind::Plain
            }
            None => SpanKind::Plain,
        },
        "mention" => SpanKind::Mention,
        "mention_name" => SpanKind::MentionName(piece.user_id.text().map(|id| match id.parse::<u64>() {
            Ok(number) => format!("user{number}"),
            Err(_) => id.to_owned(),
        })),
        "hashtag" => SpanKind::Hashtag,
        "bot_command" => SpanKind::BotCommand,
        "email" => SpanKind::Email,
        "phone" => SpanKind::Phone,
        "cashtag" => SpanKind::Cashtag,
        "blockquote" | "expandable_blockquote" => SpanKind::Blockquote,
        "custom_emoji" => SpanKind::CustomEmoji(piece.document_id.owned()),
        other => {
            let kind: String = other.chars().take(64).collect();
            here.warn(Notice::UnknownEntity(kind.clone()));
            SpanKind::Unknown(kind)
        }
    };
    Span { kind, hidden, text: piece.text.exact().to_owned() }
}

/// Numbers, truth values and null are no text.
macro_rules! nothing {
    ($empty:expr) => {
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($empty)
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($empty)
        }
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok($empty)
        }
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok($empty)
        }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok($empty)
        }
    };
}

/// The pieces of a text, whichever way it is written.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a>(pub(super) Vec<RawEntity<'a>>);

impl Pieces<'_> {
    /// Something stands deeper in it than a text is followed.
    fn is_torn(&self) -> bool {
        self.0.iter().any(|piece| piece.text == Str::Nested)
    }
}

/// One element of the list.
struct Piece<'a>(RawEntity<'a>);

fn plain(text: Str<'_>) -> RawEntity<'_> {
    RawEntity { text, ..RawEntity::default() }
}

impl<'de: 'a, 'a> Deserialize<'de> for Piece<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Seen<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Seen<'a> {
            type Value = Piece<'a>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a piece of text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Piece<'a>, E> {
                Ok(Piece(plain(Str::Is(text.into()))))
            }
            fn visit_str<E>(self, text: &str) -> Result<Piece<'a>, E> {
                Ok(Piece(plain(Str::Is(text.to_owned().into()))))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Piece<'a>, A::Error> {
                RawEntity::deserialize(MapAccessDeserializer::new(map)).map(Piece)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Piece<'a>, A::Error> {
                let mut text = Str::Absent;
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    text = Str::Nested;
                }
                Ok(Piece(plain(text)))
            }
            nothing!(Piece(RawEntity::default()));
        }
        from.deserialize_any(Seen(PhantomData))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Pieces<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Seen<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Seen<'a> {
            type Value = Pieces<'a>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Pieces<'a>, E> {
                Ok(Pieces(vec![plain(Str::Is(text.into()))]))
            }
            fn visit_str<E>(self, text: &str) -> Result<Pieces<'a>, E> {
                Ok(Pieces(vec![plain(Str::Is(text.to_owned().into()))]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Pieces<'a>, A::Error> {
                let mut list = Vec::new();
                while let Some(Piece(piece)) = seq.next_element()? {
                    list.push(piece);
                }
                Ok(Pieces(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pieces<'a>, A::Error> {
                let mut list = Vec::new();
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    list = vec![plain(Str::Nested)];
                }
                Ok(Pieces(list))
            }
            nothing!(Pieces(Vec::new()));
        }
        from.deserialize_any(Seen(PhantomData))
    }
}
