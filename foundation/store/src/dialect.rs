//! The real differences between the two databases, each a named operation. Areas write portable SQL
//! and these tokens; nothing else in Artel asks which database it runs on.
//!
//! - `{any $3}`: membership in a list parameter.
//! - `{numbers $3}`: a list parameter of numbers as a table with one column, `number`.
//! - `{lock}`: the row is held until the end of the transaction (SQLite has one writer anyway).
//! - `{skip locked}`: rows that others hold are passed over.
//! - `{bytes}`: the column type of binary data (migrations).
//! - `$1`: a parameter.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    Sqlite,
    Postgres,
}

impl Dialect {
    /// Portable SQL as this database wants it.
    pub fn render(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some(at) = rest.find(['$', '{', '\'']) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            rest = match rest.as_bytes()[0] {
                b'\'' => self.literal(rest, &mut out),
                b'$' => {
                    out.push(if self == Dialect::Sqlite { '?' } else { '$' });
                    &rest[1..]
                }
                _ => self.token(rest, &mut out),
            };
        }
        out.push_str(rest);
        out
    }

    fn literal<'a>(self, rest: &'a str, out: &mut String) -> &'a str {
        let end = rest[1..].find('\'').map_or(rest.len(), |at| at + 2);
        out.push_str(&rest[..end]);
        &rest[end..]
    }

    fn token<'a>(self, rest: &'a str, out: &mut String) -> &'a str {
        let Some(end) = rest.find('}') else {
            out.push_str(rest);
            return "";
        };
        let token = &rest[1..end];
        match (token.split_once(" $"), self) {
            (Some(("any", number)), Dialect::Sqlite) => out.push_str(&format!("in (select value from json_each(?{number}))")),
            (Some(("any", number)), Dialect::Postgres) => out.push_str(&format!("= any(${number})")),
            (Some(("numbers", number)), Dialect::Sqlite) => {
                out.push_str(&format!("(select value as number from json_each(?{number}))"))
            }
            (Some(("numbers", number)), Dialect::Postgres) => {
                out.push_str(&format!("(select unnest(cast(${number} as bigint[])) as number)"));
            }
            _ => out.push_str(self.word(token)),
        }
        &rest[end + 1..]
    }

    fn word(self, token: &str) -> &'static str {
        match (token, self) {
            ("lock", Dialect::Postgres) => "for update",
            ("skip locked", Dialect::Postgres) => "for update skip locked",
            ("lock" | "skip locked", Dialect::Sqlite) => "",
            ("bytes", Dialect::Postgres) => "bytea",
            ("bytes", Dialect::Sqlite) => "blob",
            _ => panic!("no dialect token {{{token}}}"),
        }
    }

    /// A migration's text: tables marked `-- clustered` are kept in the order of their primary key,
    /// which PostgreSQL has no word for; text on PostgreSQL is compared byte by byte, as SQLite does.
    pub fn render_migration(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut clustered = false;
        for line in text.lines() {
            clustered |= line.trim_start().starts_with("-- clustered");
            let ends_table = line.starts_with(");");
            if ends_table && clustered && self == Dialect::Sqlite {
                out.push_str(") without rowid;");
            } else {
                out.push_str(&self.column(&self.render(line)));
            }
            clustered &= !ends_table;
            out.push('\n');
        }
        out
    }

    /// A line that declares a text column (`    name text not null,`) says how it is compared.
    fn column(self, line: &str) -> String {
        let words: Vec<&str> = line.split_whitespace().take(2).map(|word| word.trim_end_matches(',')).collect();
        let ([name, "text"], Dialect::Postgres, true) = (&words[..], self, line.starts_with(' ')) else { return line.to_owned() };
        line.replacen(&format!("{name} text"), &format!("{name} text collate \"C\""), 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_what_each_database_speaks() {
        let text = "select '$1 {any}' from t where community_id = $1 and id {any $2} {lock}";
        assert_eq!(Dialect::Postgres.render(text), "select '$1 {any}' from t where community_id = $1 and id = any($2) for update");
        assert_eq!(
            Dialect::Sqlite.render(text),
            "select '$1 {any}' from t where community_id = ?1 and id in (select value from json_each(?2)) "
        );
    }

    #[test]
    fn a_list_of_numbers_becomes_a_table() {
        let text = "select n.number from {numbers $2} n";
        assert_eq!(Dialect::Postgres.render(text), "select n.number from (select unnest(cast($2 as bigint[])) as number) n");
        assert_eq!(Dialect::Sqlite.render(text), "select n.number from (select value as number from json_each(?2)) n");
    }

    #[test]
    fn clustered_tables_have_no_rowid_on_sqlite() {
        let text = "-- clustered\ncreate table a (\n  x {bytes}\n);\ncreate table b (\n  y text\n);";
        assert_eq!(Dialect::Sqlite.render_migration(text).matches("without rowid").count(), 1);
        assert_eq!(Dialect::Postgres.render_migration(text).matches("without rowid").count(), 0);
    }

    #[test]
    fn texts_are_compared_byte_by_byte_on_both() {
        let text = "create table a (\n    text text not null,\n    b text,\n    -- a text about it\n    c bigint\n);";
        let postgres = "create table a (\n    text text collate \"C\" not null,\n    b text collate \"C\",\n    -- a text about it\n    c bigint\n);\n";
        assert_eq!(Dialect::Postgres.render_migration(text), postgres);
        assert_eq!(Dialect::Sqlite.render_migration(text), format!("{text}\n"));
    }
}
