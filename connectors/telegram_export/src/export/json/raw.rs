//! The shapes of the JSON form. They forgive: a field of an unexpected kind counts as absent, and of
//! a field that stands twice the last one holds, because Telegram Desktop itself writes such lines.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::text::Pieces;

/// A string field. Null differs from absent: it says that an account is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Str<'a> {
    #[default]
    Absent,
    Null,
    /// A list or an object where words were expected: what is in it is not followed.
    Nested,
    Is(Cow<'a, str>),
}

impl Str<'_> {
    /// The trimmed text, unless there is none.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Str::Is(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The text as it stands.
    pub(crate) fn exact(&self) -> &str {
        match self {
            Str::Is(text) => text,
            _ => "",
        }
    }

    pub(crate) fn owned(&self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    pub(crate) fn is_given(&self) -> bool {
        !matches!(self, Str::Absent | Str::Nested)
    }
}

/// A whole number, also when it stands in quotes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Num(pub(crate) Option<i64>);

#[derive(Debug, Clone, Default)]
pub(crate) struct List<T>(pub(crate) Vec<T>);

macro_rules! drained {
    ($de:lifetime, $empty:expr) => {
        fn visit_map<A: MapAccess<$de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok($empty)
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($empty)
        }
    };
}

impl<'de: 'a, 'a> Deserialize<'de> for Str<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Seen<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for Seen<'a> {
            type Value = Str<'a>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Str<'a>, E> {
                Ok(Str::Is(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Str<'a>, E> {
                Ok(Str::Is(Cow::Owned(text.to_owned())))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Str<'a>, E> {
                Ok(Str::Is(Cow::Owned(number.to_string())))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Str<'a>, E> {
                Ok(Str::Is(Cow::Owned(number.to_string())))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Str<'a>, E> {
                Ok(Str::Is(Cow::Owned(number.to_string())))
            }
            fn visit_unit<E>(self) -> Result<Str<'a>, E> {
                Ok(Str::Null)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Str<'a>, A::Error> {
                let mut found = Str::Absent;
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    found = Str::Nested;
                }
                Ok(found)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Str<'a>, A::Error> {
                let mut found = Str::Absent;
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    found = Str::Nested;
                }
                Ok(found)
            }
            fn visit_bool<E>(self, _: bool) -> Result<Str<'a>, E> {
                Ok(Str::Absent)
            }
        }
        from.deserialize_any(Seen(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Num {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Seen;
        impl<'de> Visitor<'de> for Seen {
            type Value = Num;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_str<E>(self, text: &str) -> Result<Num, E> {
                Ok(Num(text.parse().ok()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Num, E> {
                Ok(Num(Some(number)))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Num, E> {
                Ok(Num(i64::try_from(number).ok()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Num, E> {
                // Some converters write every number as a fraction; only exact ones are believed.
                let exact = number.fract() == 0.0 && number.abs() < 9.0e15;
                Ok(Num(exact.then_some(number as i64)))
            }
            fn visit_unit<E>(self) -> Result<Num, E> {
                Ok(Num(None))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Num, A::Error> {
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Num(None))
            }
            drained!('de, Num(None));
        }
        from.deserialize_any(Seen)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Seen<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Seen<T> {
            type Value = List<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(element) = seq.next_element()? {
                    list.push(element);
                }
                Ok(List(list))
            }
            fn visit_str<E>(self, _: &str) -> Result<List<T>, E> {
                Ok(List(Vec::new()))
            }
            fn visit_i64<E>(self, _: i64) -> Result<List<T>, E> {
                Ok(List(Vec::new()))
            }
            fn visit_u64<E>(self, _: u64) -> Result<List<T>, E> {
                Ok(List(Vec::new()))
            }
            fn visit_f64<E>(self, _: f64) -> Result<List<T>, E> {
                Ok(List(Vec::new()))
            }
            fn visit_unit<E>(self) -> Result<List<T>, E> {
                Ok(List(Vec::new()))
            }
            drained!('de, List(Vec::new()));
        }
        from.deserialize_any(Seen(PhantomData))
    }
}

/// A record whose fields may all be absent.
macro_rules! record {
    ($(#[$about:meta])* $name:ident { $($key:literal => $field:ident: $kind:ty),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Default)]
        pub(crate) struct $name<'a> { $(pub(crate) $field: $kind),* }

        impl<'de: 'a, 'a> Deserialize<'de> for $name<'a> {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Seen<'a>(PhantomData<&'a ()>);
                impl<'de: 'a, 'a> Visitor<'de> for Seen<'a> {
                    type Value = $name<'a>;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object")
                    }
                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name<'a>, A::Error> {
                        let mut record = $name::default();
                        while let Some(key) = map.next_key::<Str<'de>>()? {
                            match key.exact() {
                                $($key => record.$field = map.next_value()?,)*
                                _ => { map.next_value::<IgnoredAny>()?; }
                            }
                        }
                        Ok(record)
                    }
                    fn visit_unit<E>(self) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }
                    fn visit_str<E>(self, _: &str) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }
                    fn visit_bool<E>(self, _: bool) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }
                    fn visit_i64<E>(self, _: i64) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }
                    fn visit_u64<E>(self, _: u64) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }
                    fn visit_f64<E>(self, _: f64) -> Result<$name<'a>, E> {
                        Ok($name::default())
                    }
                    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<$name<'a>, A::Error> {
                        while seq.next_element::<IgnoredAny>()?.is_some() {}
                        Ok($name::default())
                    }
                }
                from.deserialize_any(Seen(PhantomData))
            }
        }
    };
}

record! {
    /// A message or a service line with all its fields.
    RawMessage {
        "id" => id: Num,
        "type" => kind: Str<'a>,
        "date" => date: Str<'a>,
        "date_unixtime" => date_unixtime: Str<'a>,
        "text" => text: Option<&'a RawValue>,
        "text_entities" => text_entities: Option<Pieces<'a>>,
        "reply_to_message_id" => reply_to: Num,
        "edited" => edited: Str<'a>,
        "edited_unixtime" => edited_unixtime: Num,
        "from" => from: Str<'a>,
        "from_id" => from_id: Str<'a>,
        "author" => author: Str<'a>,
        "actor" => actor: Str<'a>,
        "actor_id" => actor_id: Str<'a>,
        "action" => action: Str<'a>,
        "reply_to_peer_id" => reply_to_peer: Str<'a>,
        "topic_id" => topic_id: Num,
        "message_thread_id" => thread_id: Num,
        "forwarded_from" => forwarded_from: Str<'a>,
        "forwarded_from_id" => forwarded_from_id: Str<'a>,
        "saved_from" => saved_from: Str<'a>,
        "via_bot" => via_bot: Str<'a>,
        "members" => members: List<Str<'a>>,
        "inviter" => inviter: Str<'a>,
        "title" => title: Str<'a>,
        "new_title" => new_title: Str<'a>,
        "message_id" => message_id: Num,
        "duration" => duration: Num,
        "information_text" => information_text: Str<'a>,
        "photo" => photo: Str<'a>,
        "file" => file: Str<'a>,
        "file_name" => file_name: Str<'a>,
        "media_type" => media_type: Str<'a>,
        "sticker_emoji" => sticker_emoji: Str<'a>,
        "performer" => performer: Str<'a>,
        "mime_type" => mime_type: Str<'a>,
        "duration_seconds" => duration_seconds: Num,
        "place_name" => place_name: Str<'a>,
        "address" => address: Str<'a>,
        "location_information" => location: Option<RawLocation<'a>>,
        "contact_information" => contact: Option<RawContact<'a>>,
        "game_title" => game_title: Str<'a>,
        "game_description" => game_description: Str<'a>,
        "invoice_information" => invoice: Option<RawInvoice<'a>>,
        "giveaway_information" => giveaway: Option<IgnoredAny>,
        "paid_stars_amount" => paid_stars: Num,
        "poll" => poll: Option<RawPoll<'a>>,
        "reactions" => reactions: List<RawReaction<'a>>,
    }
}

record! { RawEntity {
    "type" => kind: Str<'a>,
    "text" => text: Str<'a>,
    "href" => href: Str<'a>,
    "language" => language: Str<'a>,
    "user_id" => user_id: Str<'a>,
    "document_id" => document_id: Str<'a>,
} }
record! { RawLocation { "latitude" => latitude: Str<'a>, "longitude" => longitude: Str<'a> } }
record! { RawContact { "first_name" => first_name: Str<'a>, "last_name" => last_name: Str<'a> } }
record! { RawInvoice { "title" => title: Str<'a>, "amount" => amount: Str<'a>, "currency" => currency: Str<'a> } }
record! { RawPoll { "question" => question: Str<'a>, "total_voters" => total: Num, "answers" => answers: List<RawAnswer<'a>> } }
record! { RawAnswer { "text" => text: Str<'a>, "voters" => voters: Num } }
record! { RawReaction {
    "type" => kind: Str<'a>,
    "count" => count: Num,
    "emoji" => emoji: Str<'a>,
    "document_id" => document_id: Str<'a>,
    "recent" => recent: List<RawRecent<'a>>,
} }
record! { RawRecent {
    "from" => from: Str<'a>,
    "from_id" => from_id: Str<'a>,
    "date" => date: Str<'a>,
    "date_unixtime" => date_unixtime: Num,
} }
