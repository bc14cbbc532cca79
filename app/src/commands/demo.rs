//! `artel demo`: an invented community in a fresh database, for a first look, fixtures and pictures.
//! It comes in by the real doors: founded, imported, opened, claimed, filled.

use crate::cli::{DemoArgs, PlaceArgs, ServeArgs};
use crate::commands::serve;
use crate::house::{self, Raised};
use crate::said::say;
use crate::simulation::{A_DAY, Life, People, Plan, invented, role};
use chat_import::run::NewRun;
use demo::{Demo, Living, Person, Role as DemoRole};
use identity::community::NewOwner;
use identity::parsed::Email;
use kernel::{Chance, Clock, CommunityId, Locale, MICROS_PER_DAY, MemberId, Micros};
use std::process::ExitCode;
use store::{Store, Who};
use tokio::sync::watch;

/// Days before now on which nobody sat down at the Desk.
const AWAY: i64 = 4;
/// Of a hundred needs in a demo, those that come to the Desk rather than to an answer.
const HARD: usize = 5;

/// With it one signs in as anybody of the demo; it opens nothing else.
pub const PASSWORD: &str = "opora-keystone";

pub async fn run(place: &PlaceArgs, args: DemoArgs, serving: &ServeArgs) -> anyhow::Result<ExitCode> {
    let raised = house::raise(place, serving).await?;
    let locale = Locale::parse(&args.locale).unwrap_or_default();
    if identity::community::all(&raised.house.store).await?.is_empty() {
        let made = make(&raised, locale, args.seed, args.days).await?;
        say!("{}", made.community.name)?;
        for (person, note) in [(Some(&made.people[0]), "owner"), (made.people.iter().find(|person| is_plain(person)), "member")] {
            if let Some(person) = person {
                say!("  {note}: {} / {PASSWORD}", person.email)?;
            }
        }
    } else if !args.no_serve {
        say!("There is a community in {} already; it is served as it is.", place.data.display())?;
    } else {
        anyhow::bail!("there is a community in {} already; a demo needs a fresh folder", place.data.display());
    }
    if args.no_serve {
        return Ok(ExitCode::SUCCESS);
    }
    serve::open(raised, serving).await
}

fn is_plain(person: &Person) -> bool {
    person.claimed && person.role == DemoRole::Member && person.left_at.is_none()
}

/// The language in which a community is invented.
pub fn tongue(locale: Locale) -> demo::Locale {
    match locale {
        Locale::Ru => demo::Locale::Ru,
        Locale::En => demo::Locale::En,
    }
}

/// Makes the community; in its last `days` people ask and help one another. Deterministic but for ids of jobs and secrets, and
/// for what happened today.
pub async fn make(raised: &Raised, locale: Locale, seed: u64, days: i64) -> anyhow::Result<Demo> {
    let (store, clock, chance) = (&raised.house.store, &raised.house.clock, &raised.house.chance);
    // Whole days, so that a demo made twice on one day is the same.
    let until = clock.now() / MICROS_PER_DAY * MICROS_PER_DAY;
    let demo = demo::demo(tongue(locale), seed, until);
    let community = found(store, &demo, clock, chance, locale).await?;
    import(raised, community, &demo).await?;
    let hash =
        identity::password::hash(identity::password::Password::parse(PASSWORD).map_err(|word| anyhow::anyhow!(word))?, chance)
            .await?;
    let (mut people, mut members) = (Vec::new(), Vec::new());
    for person in demo.people.iter().filter(|person| person.claimed && person.left_at.is_none()) {
        if let Some(member) = settle(store, (community, locale), person, chance, until, &hash).await? {
            people.push(person.clone());
            members.push(member);
        }
    }
    let since = until - days * MICROS_PER_DAY;
    let living = Living::among(tongue(locale), seed, people, since, days + 1).with_hard_needs(HARD);
    live(raised, community, living, members, days).await?;
    raised.runner.settle().await?;
    Ok(demo)
}

/// The last weeks, lived on the real code until this moment. No letters are written of them: they would come too late.
async fn live(raised: &Raised, community: CommunityId, living: Living, members: Vec<MemberId>, days: i64) -> anyhow::Result<()> {
    if days == 0 {
        return Ok(());
    }
    let a_day = A_DAY * members.len() as f64 / 1_000.0;
    let story = Chance::seeded(living.seed());
    let people = People::among(&raised.house.store, &living, community, members, story).await?;
    // Staff were away lately, so that something lies on the Desk.
    let plan = Plan { days: days + 1, a_day, letters: false, told: false, hours: 24, away: AWAY };
    let mut life = Life::begin(living, people, &raised.runner, &raised.house, plan).await?;
    life.live(plan, raised.house.clock.now()).await?;
    Ok(life.report_an_advert().await?)
}

async fn found(store: &Store, demo: &Demo, clock: &Clock, chance: &Chance, locale: Locale) -> anyhow::Result<CommunityId> {
    let (said, owner) = (&demo.community, &demo.people[0]);
    let new = invented(said, locale);
    let owner = NewOwner { email: owner.email.clone(), name: owner.name.clone(), password: Some(PASSWORD.to_owned()) };
    Ok(identity::community::found(store, clock, chance, new, owner).await?.community)
}

/// The history comes in by the same job as everybody's.
async fn import(raised: &Raised, community: CommunityId, demo: &Demo) -> anyhow::Result<()> {
    let house = &raised.house;
    let folder = house.data.join("uploads").join("demo");
    store::private::folder(&folder)?;
    let path = folder.join("result.json");
    let text = demo.telegram_json();
    store::private::write(&path, text.as_bytes())?;
    let who = Who::system(community, &house.clock, &house.chance);
    let mut scope = house.store.write(&who).await?;
    let new = NewRun {
        path: path.to_string_lossy().into_owned(),
        file_name: "result.json".into(),
        pick: String::new(),
        bytes: i64::try_from(text.len())?,
    };
    let (id, job) = chat_import::run::begin(&mut scope, new).await?;
    scope.commit().await?;
    let (_keep, stopping) = watch::channel(false);
    raised.runner.run_one(job, stopping).await?;
    let mut scope = house.store.write(&who).await?;
    let run = chat_import::opening::open(&mut scope, id).await?;
    scope.commit().await?;
    chat_import::opening::forget_file(&house.data, &run);
    Ok(())
}

/// One person finds themselves and fills their profile, a few days after they came.
async fn settle(
    store: &Store,
    (community, locale): (CommunityId, Locale),
    person: &Person,
    chance: &Chance,
    until: Micros,
    hash: &str,
) -> anyhow::Result<Option<MemberId>> {
    let then = Clock::held_at((person.joined_at + 3 * MICROS_PER_DAY).min(until));
    let who = Who::system(community, &then, chance);
    let mut scope = store.write(&who).await?;
    let Some(identity) = identity::identity::by_outside(&mut scope, "telegram", &person.outside_id).await? else { return Ok(None) };
    let Some(imported) = identity.member else { return Ok(None) };
    let email = Email::parse(&person.email).ok_or_else(|| anyhow::anyhow!("{} is no address", person.email))?;
    let account = identity::account::ensure(&mut scope, &email, locale, then.now(), chance).await?;
    identity::account::set_password(&mut scope, account.id, Some(hash)).await?;
    let steward = people::policy::steward(scope.viewer())?;
    let token = people::links::make_personal(&mut scope, &steward, imported).await?;
    let link = people::links::working(&mut scope, &token).await?;
    let people::claims::Outcome::Joined(member) = people::claims::make(&mut scope, &link, account.id, imported, "").await? else {
        anyhow::bail!("{} could not be claimed", person.name);
    };
    let values: Vec<(&str, &str)> = person.points.iter().map(|(key, value)| (*key, value.as_str())).collect();
    people::profile::fill(&mut scope, member, &values).await?;
    if let Some(role) = role(person.role) {
        let right = identity::policy::keeps_roles(scope.viewer())?;
        identity::role::grant(&mut scope, &right, member, role).await?;
    }
    if let Some(post) = post(person.role) {
        let right = pulse::policy::names_team(scope.viewer())?;
        let zone = identity::community::known(&mut scope).await?.community.timezone;
        let since = pulse::day::day_of(zone, person.joined_at);
        pulse::team::name(&mut scope, &right, member, post, since, None).await?;
    }
    scope.commit().await?;
    Ok(Some(member))
}

/// Who runs the community, as its Pulse sees it.
fn post(role: DemoRole) -> Option<pulse::team::Post> {
    match role {
        DemoRole::Owner => Some(pulse::team::Post::Founder),
        DemoRole::Administrator | DemoRole::Moderator => Some(pulse::team::Post::Staff),
        DemoRole::Member | DemoRole::DirectionLeader | DemoRole::Mentor => None,
    }
}
