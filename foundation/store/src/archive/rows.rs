//! Rows as lines: what a table dump is made of.

use crate::schema::Table;
use crate::value::Value;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;
use std::io::{BufRead, Read, Write};

/// The longest line read: one row with its texts.
const LINE_BYTES: u64 = 64 << 20;

/// The first line of a dump.
#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Header {
    pub columns: Vec<String>,
    pub kinds: Vec<String>,
}

impl Header {
    pub fn of(table: &Table) -> Header {
        let (columns, kinds) = table.columns.iter().map(|(name, kind, _)| (name.clone(), kind.clone())).unzip();
        Header { columns, kinds }
    }
}

/// Every row of a table in the order of its key, which is the same order on both databases.
pub(super) fn select(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.0.as_str()).collect();
    format!("select {} from {} order by {}", columns.join(", "), table.name, table.key.join(", "))
}

pub(super) fn write_row(out: &mut impl Write, table: &Table, cells: impl Iterator<Item = Value>) -> Result<()> {
    for (at, (cell, (name, kind, _))) in cells.zip(&table.columns).enumerate() {
        out.write_all(if at == 0 { b"[" } else { b"," })?;
        write_cell(out, kind, cell).with_context(|| format!("{}.{name}", table.name))?;
    }
    out.write_all(b"]\n")?;
    Ok(())
}

fn write_cell(out: &mut impl Write, kind: &str, cell: Value) -> Result<()> {
    match (kind, cell) {
        (_, Value::Null) => out.write_all(b"null")?,
        ("boolean", Value::Bool(truth)) => write!(out, "{truth}")?,
        ("boolean", Value::I64(number @ (0 | 1))) => write!(out, "{}", number == 1)?,
        ("bigint", Value::I64(number)) => write!(out, "{number}")?,
        ("double precision", Value::F64(number)) if number.is_finite() => serde_json::to_writer(out, &number)?,
        // JSON has no word for these.
        ("double precision", Value::F64(number)) => write!(out, "\"{number}\"")?,
        ("text", Value::Text(text)) => serde_json::to_writer(out, &text)?,
        ("bytes", Value::Bytes(bytes)) => write!(out, "\"{}\"", STANDARD.encode(bytes))?,
        (kind, cell) => bail!("a {kind} holds {cell:?}"),
    }
    Ok(())
}

/// The cells of one line, each of the kind that its column asks for.
pub(super) fn read_row(table: &Table, line: &str) -> Result<Vec<Value>> {
    let cells: Vec<Json> = serde_json::from_str(line)?;
    ensure!(cells.len() == table.columns.len(), "{} cells where {} are wanted", cells.len(), table.columns.len());
    let columns = table.columns.iter();
    cells
        .into_iter()
        .zip(columns)
        .map(|(cell, (name, kind, null))| read_cell(kind, *null, cell).with_context(|| name.clone()))
        .collect()
}

fn read_cell(kind: &str, null: bool, cell: Json) -> Result<Value> {
    Ok(match (kind, cell) {
        (_, Json::Null) if null => Value::Null,
        ("boolean", Json::Bool(truth)) => Value::Bool(truth),
        ("bigint", Json::Number(number)) => Value::I64(number.as_i64().context("not a bigint")?),
        ("double precision", Json::Number(number)) => Value::F64(number.as_f64().context("not a number")?),
        ("double precision", Json::String(word)) if matches!(word.as_str(), "NaN" | "inf" | "-inf") => Value::F64(word.parse()?),
        ("text", Json::String(text)) => Value::Text(text),
        ("bytes", Json::String(text)) => Value::Bytes(STANDARD.decode(text)?),
        (kind, cell) => bail!("{} does not fit a {kind}", cell.to_string().chars().take(60).collect::<String>()),
    })
}

/// The lines of a dump: the header is checked, then each row is read.
pub(super) struct Rows<'t, R> {
    table: &'t Table,
    lines: R,
    line: String,
    number: u64,
}

impl<'t, R: BufRead> Rows<'t, R> {
    pub fn open(table: &'t Table, lines: R) -> Result<Rows<'t, R>> {
        let mut rows = Rows { table, lines, line: String::new(), number: 0 };
        ensure!(rows.advance()?, "tables/{}.jsonl is empty", table.name);
        let header: Header = serde_json::from_str(&rows.line).with_context(|| rows.place())?;
        ensure!(header == Header::of(table), "{}: these are not the columns of {}", rows.place(), table.name);
        Ok(rows)
    }

    /// The next row, or nothing at the end.
    pub fn next(&mut self) -> Result<Option<Vec<Value>>> {
        if !self.advance()? {
            return Ok(None);
        }
        read_row(self.table, &self.line).with_context(|| self.place()).map(Some)
    }

    /// Rows read so far.
    pub fn count(&self) -> u64 {
        self.number - 1
    }

    fn place(&self) -> String {
        format!("tables/{}.jsonl, line {}", self.table.name, self.number)
    }

    fn advance(&mut self) -> Result<bool> {
        self.line.clear();
        let read = self.lines.by_ref().take(LINE_BYTES).read_line(&mut self.line).with_context(|| self.place())?;
        if read == 0 {
            return Ok(false);
        }
        self.number += 1;
        ensure!(self.line.pop() == Some('\n'), "{}: the line has no end", self.place());
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let columns = [("a", "bigint"), ("b", "text"), ("c", "bytes"), ("d", "boolean"), ("e", "double precision")];
        let columns = columns.iter().map(|(name, kind)| (name.to_string(), kind.to_string(), *name == "b")).collect();
        Table { name: "t".to_owned(), columns, key: vec!["a".to_owned()], indexes: Vec::new() }
    }

    #[test]
    fn cells_come_back_as_they_were() {
        for (number, float) in [(i64::MIN, 0.1 + 0.2), (i64::MAX, f64::NEG_INFINITY), (0, 1e300), (1, 2.0), (-1, 5e-324)] {
            let cells = vec![
                Value::I64(number),
                Value::Text("«\"\n😀".to_owned()),
                Value::Bytes(vec![0, 255]),
                Value::Bool(true),
                Value::F64(float),
            ];
            let mut line = Vec::new();
            write_row(&mut line, &table(), cells.clone().into_iter()).unwrap();
            assert_eq!(read_row(&table(), std::str::from_utf8(&line).unwrap()).unwrap(), cells);
        }
    }

    #[test]
    fn cells_of_another_kind_are_refused() {
        assert!(read_row(&table(), r#"[1,null,"",false,0]"#).is_ok());
        for line in [
            r#"[1.0,"","",false,0]"#,
            r#"[9223372036854775808,"","",false,0]"#,
            r#"[1,2,"",false,0]"#,
            r#"[1,"","?",false,0]"#,
            r#"[1,"","",0,0]"#,
            r#"[1,"","",false,"1"]"#,
            r#"[null,"","",false,0]"#,
            r#"[1,"","",false]"#,
            r#"{"a":1}"#,
        ] {
            assert!(read_row(&table(), line).is_err(), "{line}");
        }
    }
}
