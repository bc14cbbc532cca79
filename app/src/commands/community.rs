//! `artel community`: communities for scripts.

use crate::cli::{CommunityAct, CommunityArgs, CreateArgs, PlaceArgs};
use crate::house;
use crate::said::say;
use identity::community::{NewCommunity, NewOwner};
use kernel::{Locale, Problem};
use std::io::BufRead;
use std::process::ExitCode;
use store::Store;

pub async fn run(place: &PlaceArgs, args: CommunityArgs) -> anyhow::Result<ExitCode> {
    let store = Store::open(&place.place()).await?;
    match args.act {
        CommunityAct::Create(create) => found(&store, *create).await,
        CommunityAct::List => {
            for community in identity::community::all(&store).await? {
                say!("{}\t{}", community.slug, community.name)?;
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

async fn found(store: &Store, create: CreateArgs) -> anyhow::Result<ExitCode> {
    let (clock, chance) = house::machine();
    let locale = Locale::parse(&create.locale).unwrap_or_default();
    let owner_name = create.owner_name.unwrap_or_else(|| create.owner.split('@').next().unwrap_or_default().to_owned());
    let password = create.password_stdin.then(first_line).transpose()?;
    let new = NewCommunity {
        slug: create.slug.clone(),
        name: create.name,
        mission: create.mission,
        profession: create.profession,
        specialisation: create.specialisation,
        locale,
        timezone: create.timezone,
        currency: create.currency.unwrap_or_else(|| if locale == Locale::Ru { "RUB".to_owned() } else { "EUR".to_owned() }),
    };
    let owner = NewOwner { email: create.owner, name: owner_name, password };
    match identity::community::found(store, &clock, &chance, new, owner).await {
        Ok(_) => {
            say!(
                "{} is founded. It answers at http://{}.localhost:8080/ at home, the first one on any address of this machine.",
                create.slug,
                create.slug
            )?;
            Ok(ExitCode::SUCCESS)
        }
        Err(Problem::Invalid(faults)) => {
            for fault in faults {
                let areas = house::areas();
                let words = web::Words::of(&areas)?;
                eprintln!("--{}: {}", flag(fault.field), words.t(locale, fault.word));
            }
            Ok(ExitCode::from(2))
        }
        Err(problem) => Err(problem.into()),
    }
}

/// The flag behind a field of the form.
fn flag(field: &str) -> &str {
    match field {
        "owner_email" => "owner",
        "owner_name" => "owner-name",
        "password" => "password-stdin",
        other => other,
    }
}

fn first_line() -> anyhow::Result<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
