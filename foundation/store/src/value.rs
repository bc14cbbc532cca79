//! The few kinds of value that cross between Artel and a database.

use anyhow::bail;
use kernel::{AccountId, AudienceId, CommunityId, IdentityId, MemberId};
use std::borrow::Cow;

/// What can be bound to a statement or read from a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    I64(i64),
    F64(f64),
    Bool(bool),
    Text(String),
    Bytes(Vec<u8>),
    /// A list parameter, for `{any $n}` only.
    List(List),
}

/// A text as both databases can keep it: PostgreSQL has no zero character in a text, so SQLite gets none either.
pub(crate) fn without_zeros(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "").into() } else { text.into() }
}

/// A list parameter: `id {any $3}` is true for the members of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum List {
    I64(Vec<i64>),
    Text(Vec<String>),
}

/// A Rust type that can stand in one cell of a row.
pub trait Cell: Sized {
    fn from_value(value: Value) -> anyhow::Result<Self>;
}

impl Cell for i64 {
    fn from_value(value: Value) -> anyhow::Result<i64> {
        match value {
            Value::I64(number) => Ok(number),
            other => bail!("expected a bigint, found {other:?}"),
        }
    }
}

impl Cell for f64 {
    fn from_value(value: Value) -> anyhow::Result<f64> {
        match value {
            Value::F64(number) => Ok(number),
            Value::I64(number) => Ok(number as f64),
            other => bail!("expected a double precision, found {other:?}"),
        }
    }
}

impl Cell for bool {
    fn from_value(value: Value) -> anyhow::Result<bool> {
        match value {
            Value::Bool(truth) => Ok(truth),
            Value::I64(number) => Ok(number != 0),
            other => bail!("expected a boolean, found {other:?}"),
        }
    }
}

impl Cell for String {
    fn from_value(value: Value) -> anyhow::Result<String> {
        match value {
            Value::Text(text) => Ok(text),
            other => bail!("expected a text, found {other:?}"),
        }
    }
}

impl Cell for Vec<u8> {
    fn from_value(value: Value) -> anyhow::Result<Vec<u8>> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            other => bail!("expected bytes, found {other:?}"),
        }
    }
}

impl Cell for serde_json::Value {
    fn from_value(value: Value) -> anyhow::Result<serde_json::Value> {
        Ok(serde_json::from_str(&String::from_value(value)?)?)
    }
}

impl<T: Cell> Cell for Option<T> {
    fn from_value(value: Value) -> anyhow::Result<Option<T>> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

macro_rules! from {
    ($($from:ty => |$it:ident| $value:expr),* $(,)?) => {$(
        impl From<$from> for Value {
            fn from($it: $from) -> Value { $value }
        }
    )*};
}

from! {
    i64 => |it| Value::I64(it),
    i32 => |it| Value::I64(it.into()),
    u32 => |it| Value::I64(it.into()),
    usize => |it| Value::I64(i64::try_from(it).unwrap_or(i64::MAX)),
    f64 => |it| Value::F64(it),
    bool => |it| Value::Bool(it),
    &str => |it| Value::Text(it.to_owned()),
    String => |it| Value::Text(it),
    &String => |it| Value::Text(it.clone()),
    Vec<u8> => |it| Value::Bytes(it),
    &[u8] => |it| Value::Bytes(it.to_vec()),
    List => |it| Value::List(it),
    serde_json::Value => |it| Value::Text(it.to_string()),
    &serde_json::Value => |it| Value::Text(it.to_string()),
    Vec<i64> => |it| Value::List(List::I64(it)),
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

macro_rules! id_cells {
    ($($name:ident),*) => {$(
        impl Cell for $name {
            fn from_value(value: Value) -> anyhow::Result<$name> { i64::from_value(value).map($name) }
        }
        impl From<$name> for Value {
            fn from(id: $name) -> Value { Value::I64(id.0) }
        }
    )*};
}

id_cells!(AccountId, AudienceId, CommunityId, IdentityId, MemberId);

/// Arguments of a statement after the community: `args![month, limit]` are `$2` and `$3`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] as &[$crate::Value] };
}
