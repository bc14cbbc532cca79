//! The invented people as members of a community: who is who, and how they come in.

use chrono::DateTime;
use chrono_tz::Tz;
use demo::living::{Habits, Resident};
use demo::{Living, Role as Part};
use identity::community::{NewCommunity, NewOwner};
use identity::member::Arrival;
use identity::parsed::{Email, Name};
use kernel::{Chance, Clock, CommunityId, IdentityId, Locale, MICROS_PER_DAY, MemberId, Micros, Problem, Result, Role};
use requests::limits::{self, Limits};
use requests::settings::Settings;
use requests::topic::{self, TopicName};
use std::collections::HashMap;
use store::{Scope, Store, Who};

/// People asked in a round: a community that asks 150 times a day for a thousand members who allow some five invitations a week
/// has nobody left before the week ends if it asks five.
const ASKED: i64 = 3;

/// Everybody, by their number in the story.
pub struct People {
    pub community: CommunityId,
    pub currency: String,
    pub clock: Clock,
    pub chance: Chance,
    pub members: Vec<MemberId>,
    /// The directions of requests, in the order of the story.
    pub directions: Vec<i64>,
    numbers: HashMap<MemberId, usize>,
    identities: HashMap<IdentityId, usize>,
}

/// What an invented community says of itself, as its founder fills the form.
pub fn invented(said: &demo::Community, locale: Locale) -> NewCommunity {
    NewCommunity {
        slug: said.slug.to_owned(),
        name: said.name.to_owned(),
        mission: said.mission.to_owned(),
        profession: said.profession.to_owned(),
        specialisation: said.specialisation.to_owned(),
        locale,
        timezone: said.time_zone.to_owned(),
        currency: said.currency.to_owned(),
    }
}

impl People {
    /// Founds the community of a story, and everybody joins it in turn. Its secrets are as secret as anybody's; `story` is the
    /// chance of what happens afterwards.
    pub async fn found(store: &Store, living: &Living, locale: Locale, story: Chance, password: &str) -> Result<People> {
        let chance = &Chance::system();
        let (said, founder) = (living.community(), &living.residents()[0].person);
        let clock = Clock::held_at(founder.joined_at);
        let new = invented(said, locale);
        let owner = NewOwner { email: founder.email.clone(), name: founder.name.clone(), password: None };
        let founded = identity::community::found(store, &clock, chance, new, owner).await?;
        let parsed = identity::password::Password::parse(password).map_err(Problem::Conflict)?;
        let hash = identity::password::hash(parsed, chance).await?;
        let mut members = vec![founded.member];
        for (number, resident) in living.residents().iter().enumerate() {
            let then = Clock::held_at(resident.person.joined_at);
            let who = Who::system(founded.community, &then, chance);
            let mut scope = store.write(&who).await?;
            let member = if number == 0 {
                identity::account::set_password(&mut scope, founded.account, Some(&hash)).await?;
                founded.member
            } else {
                let member = join(&mut scope, resident, locale, &hash).await?;
                members.push(member);
                member
            };
            let values: Vec<(&str, &str)> = resident.person.points.iter().map(|(key, value)| (*key, value.as_str())).collect();
            people::profile::fill(&mut scope, member, &values).await?;
            scope.commit().await?;
        }
        People::among(store, living, founded.community, members, story).await
    }

    /// Members who are there already, at the beginning of a story: they say how much they let themselves be asked.
    pub async fn among(
        store: &Store,
        living: &Living,
        community: CommunityId,
        members: Vec<MemberId>,
        chance: Chance,
    ) -> Result<People> {
        let clock = Clock::held_at(living.since());
        let who = Who::system(community, &clock, &chance);
        let mut identities = HashMap::new();
        for (number, (resident, member)) in living.residents().iter().zip(&members).enumerate() {
            let myself = identity::gate::who(store, &who, *member).await?;
            let mut scope = store.write(&myself).await?;
            let actor = requests::policy::actor(&mut scope).await?;
            identities.insert(actor.identity, number);
            let zone = identity::community::known(&mut scope).await?.community.timezone;
            if let Some(limits) = limits_of(&resident.habits, living.since(), zone) {
                limits::keep(&mut scope, actor, limits).await?;
            }
            scope.commit().await?;
        }
        let directions = directions(store, &who, living, &members).await?;
        let mut scope = store.read(&who).await?;
        let currency = identity::community::known(&mut scope).await?.community.currency.clone();
        let numbers = members.iter().enumerate().map(|(number, member)| (*member, number)).collect();
        Ok(People { community, currency, clock, chance, members, directions, numbers, identities })
    }

    /// Whose number a member is.
    pub fn number(&self, member: MemberId) -> Option<usize> {
        self.numbers.get(&member).copied()
    }

    /// Whose number an identity in a deed is.
    pub fn of(&self, identity: Option<IdentityId>) -> Option<usize> {
        self.identities.get(&identity?).copied()
    }
}

async fn join(scope: &mut Scope, resident: &Resident, locale: Locale, hash: &str) -> Result<MemberId> {
    let person = &resident.person;
    let wrong = |what: &str| Problem::Internal(anyhow::anyhow!("the invented {what} of {} cannot be used", person.name));
    let email = Email::parse(&person.email).ok_or_else(|| wrong("address"))?;
    let name = Name::parse(&person.name).ok_or_else(|| wrong("name"))?;
    let (now, chance) = (scope.now(), scope.chance().clone());
    let account = identity::account::ensure(scope, &email, locale, now, &chance).await?;
    identity::account::set_password(scope, account.id, Some(hash)).await?;
    let member = identity::member::join(scope, account.id, &name, Arrival::default()).await?.id;
    if let Some(role) = role(person.role) {
        let right = identity::policy::keeps_roles(scope.viewer())?;
        identity::role::grant(scope, &right, member, role).await?;
    }
    Ok(member)
}

/// What a part of the story is as a role; the owner owns since the founding.
pub fn role(part: Part) -> Option<Role> {
    match part {
        Part::Owner | Part::Member => None,
        Part::Administrator => Some(Role::Administrator),
        Part::Moderator => Some(Role::Moderator),
        Part::DirectionLeader => Some(Role::DirectionLeader),
        Part::Mentor => Some(Role::Mentor),
    }
}

/// A holiday goes from the beginning of a day to the end of one, as members say it in the form.
fn limits_of(habits: &Habits, since: Micros, zone: Tz) -> Option<Limits> {
    if habits.per_week.is_none() && habits.quiet.is_none() && habits.holiday.is_none() {
        return None;
    }
    let begins = |day: i64| {
        let moment = DateTime::from_timestamp_micros(since + day * MICROS_PER_DAY).unwrap_or_default();
        web::calendar::midnight(zone, moment.with_timezone(&zone).date_naive())
    };
    let holiday = habits.holiday.map(|(from, until)| (begins(from), begins(until)));
    Some(Limits { per_week: habits.per_week.unwrap_or(limits::USUAL_PER_WEEK), quiet: habits.quiet, holiday })
}

/// The owner says how the community asks, opens its directions and names who leads them.
async fn directions(store: &Store, who: &Who, living: &Living, members: &[MemberId]) -> Result<Vec<i64>> {
    let mut scope = store.write(who).await?;
    let held = requests::settings::held(&mut scope).await?;
    let right = requests::policy::steward(&scope)?;
    requests::settings::keep(&mut scope, right, Settings { asked: ASKED, ..held }).await?;
    let mut directions = Vec::new();
    for (name, leader) in living.directions() {
        let name = TopicName::parse(name).map_err(Problem::Conflict)?;
        let id = topic::create(&mut scope, right, &name).await?;
        topic::lead(&mut scope, right, id, leader.map(|number| members[number])).await?;
        directions.push(id);
    }
    scope.commit().await?;
    Ok(directions)
}
