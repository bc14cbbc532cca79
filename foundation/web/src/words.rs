//! Words: Fluent messages of every area, read once at the start and spoken by many threads at once.

use crate::{Area, numbers};
use anyhow::{Context, anyhow, bail};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::Locale;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The words of this crate.
pub const OWN: &[(Locale, &str)] = &[(Locale::Ru, include_str!("../words/ru.ftl")), (Locale::En, include_str!("../words/en.ftl"))];

type Bundle = FluentBundle<FluentResource>;

pub struct Words {
    ru: Bundle,
    en: Bundle,
    keys: BTreeSet<String>,
}

/// A value in a word.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(i64),
    Text(String),
}

macro_rules! number {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value {
            fn from(n: $kind) -> Value {
                Value::Number(i64::try_from(n).unwrap_or(i64::MAX))
            }
        }
        impl From<&$kind> for Value {
            fn from(n: &$kind) -> Value {
                Value::from(*n)
            }
        }
    )*};
}
number!(i64, i32, u8, u16, u32, u64, usize);

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<&&str> for Value {
    fn from(text: &&str) -> Value {
        Value::Text((*text).to_owned())
    }
}

impl Words {
    /// This crate's words and those of the areas.
    pub fn of(areas: &[Area]) -> anyhow::Result<Words> {
        let mut sources = vec![("web", OWN)];
        sources.extend(areas.iter().map(|area| (area.name, area.words)));
        Words::read(&sources)
    }

    /// # Errors
    /// A message that cannot be parsed, is said twice, or is missing in one of the languages.
    pub fn read(sources: &[(&str, &[(Locale, &str)])]) -> anyhow::Result<Words> {
        let (ru, keys) = bundle(Locale::Ru, sources)?;
        let (en, english) = bundle(Locale::En, sources)?;
        let lonely: Vec<&String> = keys.symmetric_difference(&english).collect();
        if !lonely.is_empty() {
            bail!("words in one language only: {lonely:?}");
        }
        Ok(Words { ru, en, keys })
    }

    pub fn knows(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Every key, for tests.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    pub fn t(&self, locale: Locale, key: &str) -> String {
        self.said(locale, key, None)
    }

    /// Numbers choose plural forms and are written in groups of three.
    pub fn tv(&self, locale: Locale, key: &str, values: &[(&str, Value)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(Cow::Owned((*name).to_owned()), fluent(value));
        }
        self.said(locale, key, Some(&args))
    }

    fn said(&self, locale: Locale, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = match locale {
            Locale::Ru => &self.ru,
            Locale::En => &self.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return missing(key);
        };
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a word lacks a value");
            debug_assert!(errors.is_empty(), "the word {key} lacks a value: {errors:?}");
        }
        said
    }
}

/// A page with one strange word is better than no page; tests run in debug and stop here.
fn missing(key: &str) -> String {
    tracing::error!(key, "a word is missing");
    debug_assert!(false, "there is no word {key}");
    key.to_owned()
}

fn fluent(value: &Value) -> FluentValue<'static> {
    match value {
        // Exact up to 2^53, which is more than anything is counted here.
        Value::Number(n) => FluentValue::Number(FluentNumber::new(*n as f64, Default::default())),
        Value::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
    }
}

fn bundle(locale: Locale, sources: &[(&str, &[(Locale, &str)])]) -> anyhow::Result<(Bundle, BTreeSet<String>)> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.code().parse().context("a language")?]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::Ru => |value, _| grouped(Locale::Ru, value),
        Locale::En => |value, _| grouped(Locale::En, value),
    }));
    bundle.add_builtins().map_err(|error| anyhow!("the functions of words: {error}"))?;
    let mut keys = BTreeSet::new();
    for (area, texts) in sources {
        for (_, text) in texts.iter().filter(|(language, _)| *language == locale) {
            let resource = FluentResource::try_new((*text).to_owned())
                .map_err(|(_, errors)| anyhow!("words of {area} in {locale:?}: {errors:?}"))?;
            keys.extend(names(&resource));
            bundle.add_resource(resource).map_err(|errors| anyhow!("words of {area} in {locale:?}: {errors:?}"))?;
        }
    }
    Ok((bundle, keys))
}

/// The keys of messages (terms are private to their file).
fn names(resource: &FluentResource) -> Vec<String> {
    use fluent_syntax::ast::Entry;
    let entries = resource.entries();
    entries.filter_map(|entry| if let Entry::Message(message) = entry { Some(message.id.name.to_owned()) } else { None }).collect()
}

fn grouped(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            Some(numbers::decimal(locale, number.value, number.options.maximum_fraction_digits.unwrap_or(3)))
        }
        _ => None,
    }
}
