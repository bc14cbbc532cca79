//! `/requests/promises`: the requests behind each figure of the promises that the Desk tells.

use crate::desk::length;
use crate::figures::Figures;
use crate::figures::behind::{self, Counted, Figure, Key, PAGE};
use crate::policy;
use askama::Template;
use kernel::Problem;
use web::paging::Page;
use web::{Cursor, Pager, Response, Result, Shell, Visit};

const PATH: &str = "/requests/promises";

#[derive(Template)]
#[template(path = "promises.html")]
struct PromisesView {
    shell: Shell,
    figure: Figure,
    figures: Figures,
    rows: Vec<Counted>,
    pager: Pager,
}

impl PromisesView {
    fn path(&self, figure: &Figure) -> String {
        super::address(PATH, &[("of", figure.code())])
    }

    fn count(&self, figure: &Figure) -> String {
        self.shell.number(figure.of(&self.figures))
    }

    fn waited(&self, row: &Counted) -> String {
        match row.wait {
            Some(wait) => self.shell.tt("requests-topics-found-first-after", "wait", length(&self.shell, wait)),
            None => self.shell.t("requests-topics-found-unanswered"),
        }
    }
}

pub async fn show(visit: Visit) -> Result<Response> {
    let query = super::query(&visit);
    let figure = match query.get("of") {
        "" => Figure::InTime,
        code => Figure::parse(code).ok_or(Problem::NotFound)?,
    };
    let after = Cursor::place::<Key>(query.get("after"))?;
    let mut scope = visit.read().await?;
    let right = policy::steward(&scope)?;
    let (figures, rows) = behind::behind(&mut scope, right, figure, after).await?;
    drop(scope);
    let page = Page::cut(rows, PAGE, |row: &Counted| row.key);
    let place = |after: &str| super::address(PATH, &[("of", figure.code()), ("after", after)]);
    let (newer, older) = (after.map(|_| place("")), page.next.map(|next| place(&next)));
    let pager = Pager { newer, older, newer_word: "requests-pager-start", older_word: "requests-pager-on" };
    visit.render(&PromisesView { shell: visit.shell(visit.t("requests-promises")), figure, figures, rows: page.rows, pager })
}
