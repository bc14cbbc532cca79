//! First findings as a page of its own, to print or to post.

use crate::findings::{Findings, Month};
use crate::run;
use askama::Template;
use axum::extract::Path;
use kernel::Problem;
use web::{Html, Response, Result, Shell, Visit};

/// Months a chart shows; longer histories show their last ones.
const CHART_MONTHS: usize = 48;

#[derive(Template)]
#[template(path = "_findings.html")]
pub struct FindingsView {
    pub shell: Shell,
    pub findings: Findings,
}

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    shell: Shell,
    id: i64,
    part: Html,
    post: String,
}

/// Of fewer than this many a share says more than is known: the numbers are told alone.
const SHARED_AMONG: i64 = 10;

fn share(part: i64, whole: i64) -> Option<f64> {
    (whole >= SHARED_AMONG).then(|| part as f64 / whole as f64)
}

/// By name, or as somebody who was here once.
fn called(shell: &Shell, name: &Option<String>) -> String {
    name.clone().unwrap_or_else(|| shell.t("import-found-former"))
}

impl FindingsView {
    fn called(&self, name: &Option<String>) -> String {
        called(&self.shell, name)
    }

    pub fn new(shell: Shell, findings: Findings) -> FindingsView {
        FindingsView { shell, findings }
    }

    fn unanswered_share(&self) -> Option<f64> {
        share(self.findings.unanswered, self.findings.questions)
    }

    fn first_share(&self) -> Option<f64> {
        share(self.findings.answerers.first()?.answers, self.findings.answers)
    }

    fn reader_share(&self) -> Option<f64> {
        let readers = self.findings.readers.unwrap_or_default();
        share(readers, readers + self.findings.writers)
    }

    /// Rows of weekdays, cells of two hours: the messages and a step from 0 to 5.
    fn week(&self) -> Vec<(i64, Vec<(i64, usize)>)> {
        let pairs = self.findings.pairs();
        let most = pairs.iter().flatten().copied().max().unwrap_or_default().max(1);
        let step = |count: i64| if count == 0 { 0 } else { (((count * 5) as f64 / most as f64).ceil() as usize).clamp(1, 5) };
        let rows = pairs.into_iter().zip(1_i64..);
        rows.map(|(row, day)| (day, row.into_iter().map(|count| (count, step(count))).collect())).collect()
    }

    /// When most is written, in words, and the messages.
    fn busiest(&self) -> Option<(String, i64)> {
        let (day, hour, messages) = self.findings.busiest()?;
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let hours = self.shell.tnt("import-between", hour, "until", self.shell.number(hour + 2));
        Some((format!("{}, {hours}", self.shell.t(format!("import-on-{}", days[day]))), messages))
    }

    fn months(&self) -> &[Month] {
        let months = &self.findings.months;
        &months[months.len().saturating_sub(CHART_MONTHS)..]
    }

    fn top(&self) -> i64 {
        self.months().iter().map(|month| month.messages).max().unwrap_or_default().max(1)
    }

    /// Bars of the chart: x, y, width and height in a box of 1000 by 300.
    fn bars(&self) -> Vec<(String, String, String, String)> {
        let (months, top) = (self.months(), self.top() as f64);
        let width = 1000.0 / months.len().max(1) as f64;
        let bar = |(index, month): (usize, &Month)| {
            let height = month.messages as f64 / top * 300.0;
            (
                format!("{:.1}", index as f64 * width + width * 0.15),
                format!("{:.1}", 300.0 - height),
                format!("{:.1}", width * 0.7),
                format!("{height:.1}"),
            )
        };
        months.iter().enumerate().map(bar).collect()
    }

    fn month_name(&self, month: &Month) -> String {
        self.shell.month(format!("{}-{:02}", month.month / 100, month.month % 100))
    }

    fn first_month(&self) -> String {
        self.months().first().map(|month| self.month_name(month)).unwrap_or_default()
    }

    fn last_month(&self) -> String {
        self.months().last().map(|month| self.month_name(month)).unwrap_or_default()
    }

    fn best_month(&self) -> Option<(String, i64)> {
        let best = self.findings.months.iter().max_by_key(|month| month.messages)?;
        Some((self.month_name(best), best.messages))
    }

    /// The findings as a message for the chat: plain lines.
    fn post(&self) -> String {
        let (shell, found) = (&self.shell, &self.findings);
        let mut lines = vec![shell.tt("import-post-title", "title", &found.title)];
        lines.push(shell.tnt("import-post-messages", found.messages, "writers", shell.tv("import-people-wrote", found.writers)));
        if let Some(first) = found.answerers.first() {
            lines.push(shell.tnt("import-post-answerer", first.people, "name", called(shell, &first.name)));
        }
        if found.questions > 0 {
            lines.push(shell.tnt("import-post-unanswered", found.unanswered, "questions", shell.number(found.questions)));
        }
        if let Some((when, _)) = self.busiest() {
            lines.push(shell.tt("import-post-busiest", "when", when));
        }
        if let Some(readers) = found.readers {
            lines.push(shell.tv("import-post-readers", readers));
        }
        lines.join("\n")
    }
}

pub async fn show(visit: Visit, Path(id): Path<i64>) -> Result<Response> {
    let mut scope = visit.read().await?;
    let run = run::find(&mut scope, id).await?;
    let findings = Findings::read(&mut scope, run.findings).await?.ok_or(Problem::NotFound)?;
    drop(scope);
    let view = FindingsView::new(visit.shell(""), findings);
    let part = Html::trusted(view.render().map_err(|error| Problem::Internal(error.into()))?);
    let shell = visit.shell(visit.t("import-findings-title"));
    visit.render(&FindingsPage { shell, id, part, post: view.post() })
}
