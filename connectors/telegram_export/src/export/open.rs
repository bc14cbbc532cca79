//! Finds the export among the files and the chat within it.

use std::path::Path;

use super::fault::{Fault, Problem};
use super::item::{Chat, Form};
use super::json::{self, Found, Target};
use super::layout::{self, Pages};
use super::limits::Limits;
use super::source::{self, Listed, Source};
use super::warning::Warnings;
use super::{Export, html};

/// What the passes read.
pub(super) enum Plan {
    Json { file: Listed, target: Target, id: Option<i64> },
    Html { pages: Vec<Listed>, monthly: bool },
}

impl Plan {
    pub(super) fn files(&self) -> &[Listed] {
        match self {
            Plan::Json { file, .. } => std::slice::from_ref(file),
            Plan::Html { pages, .. } => pages,
        }
    }
}

/// Names of chats that a fault lists.
const LISTED: usize = 50;

pub(super) fn open(path: &Path, wanted: Option<&str>, limits: Limits) -> Result<Export, Fault> {
    let label = source::label(path);
    let mut opening = Warnings::default();
    let (mut source, listed) = Source::open(path, limits, &mut opening)?;
    let alone = listed.iter().find(|entry| entry.alone.is_some());
    let (plan, chat) = match alone.and_then(|entry| entry.alone.map(|form| (entry, form))) {
        Some((file, Form::Json)) => json_chat(&mut source, file, wanted, &limits)?,
        Some((page, Form::Html)) => {
            let pages = Pages { folder: String::new(), monthly: false, pages: vec![page.clone()] };
            html_chat(&mut source, &label, vec![pages], wanted, &limits)?
        }
        None => match layout::json_files(&listed)[..] {
            [file] => json_chat(&mut source, file, wanted, &limits)?,
            [_, ..] => {
                let names = layout::json_files(&listed).into_iter().take(LISTED).map(|entry| entry.name.clone()).collect();
                return Err(Fault::whole(label, Problem::SeveralExports(names)));
            }
            [] => html_chat(&mut source, &label, layout::html_chats(&listed), wanted, &limits)?,
        },
    };
    Ok(Export { source, plan, chat, limits, names: None, first_dated: None, opening })
}

fn json_chat(source: &mut Source, file: &Listed, wanted: Option<&str>, limits: &Limits) -> Result<(Plan, Chat), Fault> {
    let mut budget = limits.max_bytes;
    let found = source.read(file, &mut budget, |guard| json::chats_of(guard, &file.name, limits))?;
    let names: Vec<String> = found.iter().map(shown).collect();
    let matches = |chat: &Found, wanted: &str| {
        chat.id.is_some_and(|id| id.to_string() == wanted) || layout::folded(&chat.title) == layout::folded(wanted)
    };
    let place = choose(&file.name, &names, wanted, |place, wanted| matches(&found[place], wanted))?;
    let chat = found.into_iter().nth(place).unwrap_or_default();
    let source_key = match chat.id {
        Some(id) => format!("telegram:{id}"),
        None => format!("telegram-title:{}", layout::folded(&chat.title)),
    };
    let title = cut(&chat.title, limits);
    let own = Chat { source_key, title, kind: chat.kind, form: Form::Json };
    Ok((Plan::Json { file: file.clone(), target: chat.target, id: chat.id }, own))
}

fn shown(chat: &Found) -> String {
    let title = if chat.title.is_empty() { &chat.kind } else { &chat.title };
    match chat.id {
        Some(id) => format!("{title} ({id})"),
        None => title.clone(),
    }
}

fn html_chat(
    source: &mut Source,
    label: &str,
    chats: Vec<Pages>,
    wanted: Option<&str>,
    limits: &Limits,
) -> Result<(Plan, Chat), Fault> {
    if chats.len() > limits.max_chats {
        return Err(Fault::whole(label, Problem::TooManyEntries(limits.max_chats as u64)));
    }
    let mut titles = Vec::new();
    let mut space = Vec::new();
    let mut budget = limits.max_bytes;
    let mut known = Vec::new();
    for chat in chats {
        let Some(first) = chat.pages.first() else { continue };
        source.read(first, &mut budget, |guard| html::load(&first.name, guard, limits, &mut space))?;
        let (title, is_known) = html::title(&space);
        if is_known {
            let title = if chat.monthly { layout::without_month(&title).to_owned() } else { title };
            titles.push(title);
            known.push(chat);
        }
    }
    let place = choose(label, &titles, wanted, |place, wanted| {
        layout::folded(&titles[place]) == layout::folded(wanted) || known[place].folder.ends_with(wanted)
    })?;
    let title = titles.swap_remove(place);
    let chat = known.swap_remove(place);
    let source_key = format!("telegram-html:{}", layout::folded(&title));
    let own = Chat { source_key, title: cut(&title, limits), kind: String::new(), form: Form::Html };
    Ok((Plan::Html { pages: chat.pages, monthly: chat.monthly }, own))
}

/// The place of the chat that is meant. A single chat is meant whatever it is called.
fn choose(file: &str, names: &[String], wanted: Option<&str>, matches: impl Fn(usize, &str) -> bool) -> Result<usize, Fault> {
    let listed = || names.iter().take(LISTED).cloned().collect::<Vec<_>>();
    match (names.len(), wanted) {
        (0, _) => Err(Fault::whole(file, Problem::NotAnExport)),
        (1, None) => Ok(0),
        (_, None) => Err(Fault::whole(file, Problem::ChatNeeded(listed()))),
        (count, Some(wanted)) => {
            let wanted = wanted.trim();
            let mut fitting = (0..count).filter(|place| matches(*place, wanted));
            match (fitting.next(), fitting.next()) {
                (Some(place), None) => Ok(place),
                (Some(_), Some(_)) => Err(Fault::whole(file, Problem::ChatNeeded(listed()))),
                (None, _) => {
                    let problem = Problem::ChatUnknown { wanted: wanted.to_owned(), names: listed() };
                    Err(Fault::whole(file, problem))
                }
            }
        }
    }
}

fn cut(title: &str, limits: &Limits) -> String {
    title.chars().take(limits.max_name_chars).collect()
}
