//! `artel pulse team`: who founders and staff are, from which day and until when.

use super::pulse::{Asked, asked, date};
use crate::cli::{PlaceArgs, PulseTeamArgs};
use crate::said::say;
use kernel::{MemberId, Problem};
use pulse::day::{Day, written};
use pulse::team::{self, Post};
use pulse::{facts, policy};
use std::process::ExitCode;
use store::Scope;

pub async fn run(place: &PlaceArgs, args: PulseTeamArgs) -> anyhow::Result<ExitCode> {
    let asked = asked(place, &args.community, None).await?;
    let (from, until) = (args.from.as_deref().map(date).transpose()?, args.until.as_deref().map(date).transpose()?);
    let from = match from {
        Some(from) => from,
        None => first_day(&asked).await?,
    };
    anyhow::ensure!(until.is_none_or(|until| from < until), "--until must be a day after {}, on which it begins", written(from));
    // A last day may be planned; a beginning that has not come is told of nobody.
    anyhow::ensure!(from <= asked.today, "--from: {} has not come yet in the community's time zone", written(from));
    let named = |names: &[String], post| names.iter().map(|name| (name.clone(), post)).collect::<Vec<_>>();
    let wanted = [named(&args.founder, Post::Founder), named(&args.staff, Post::Staff)].concat();
    // All of it or nothing: a name that is not clear leaves the list as it was.
    let mut scope = asked.store.write(&asked.who).await?;
    let right = policy::names_team(scope.viewer())?;
    if let Some(id) = args.remove {
        team::remove(&mut scope, &right, id).await.map_err(|problem| said(problem, &format!("entry {id}")))?;
    }
    for (name, post) in wanted {
        let member = found(&mut scope, &name).await?;
        team::name(&mut scope, &right, member, post, from, until).await.map_err(|problem| said(problem, &name))?;
    }
    scope.commit().await?;
    list(&asked).await?;
    Ok(ExitCode::SUCCESS)
}

async fn first_day(asked: &Asked) -> anyhow::Result<Day> {
    let mut scope = asked.store.read(&asked.who).await?;
    Ok(facts::read(&mut scope, asked.day, asked.sight).await?.first_day.unwrap_or(asked.day))
}

/// The one person whom a name or a number means.
async fn found(scope: &mut Scope, name: &str) -> anyhow::Result<MemberId> {
    if let Ok(number) = name.parse::<i64>() {
        return Ok(MemberId(number));
    }
    let candidates = team::candidates(scope, name).await?;
    let same: Vec<&(i64, String)> =
        candidates.iter().filter(|(_, held)| kernel::sort_key(held) == kernel::sort_key(name)).collect();
    match (same.as_slice(), candidates.as_slice()) {
        ([(id, _)], _) | ([], [(id, _)]) => Ok(MemberId(*id)),
        (_, []) => anyhow::bail!("nobody here is called {name}"),
        _ => {
            let lines: Vec<String> = candidates.iter().map(|(id, held)| format!("  {id}\t{held}")).collect();
            anyhow::bail!("{name} may be several people; name the one by number:\n{}", lines.join("\n"))
        }
    }
}

fn said(problem: Problem, name: &str) -> anyhow::Error {
    match problem {
        Problem::NotFound => anyhow::anyhow!("{name}: there is none"),
        Problem::Conflict("pulse-conflict-named") => anyhow::anyhow!("{name} is named already for some of these days"),
        Problem::Conflict("pulse-conflict-full") => anyhow::anyhow!("the list is full: {} entries", team::LIMIT),
        other => other.into(),
    }
}

async fn list(asked: &Asked) -> anyhow::Result<()> {
    let mut scope = asked.store.read(&asked.who).await?;
    let entries = team::named(&mut scope).await?;
    if entries.is_empty() {
        say!("Nobody is named yet: add --founder and --staff.")?;
    }
    for held in entries {
        let entry = held.entry;
        let until = entry.until.map_or("still".to_owned(), |until| format!("until {}", written(until)));
        let name = held.name.unwrap_or_else(|| "a former member".to_owned());
        say!("{}\t{}\t{}\t{name}\tfrom {}\t{until}", entry.id, entry.post.code(), entry.member, written(entry.from))?;
    }
    Ok(())
}
