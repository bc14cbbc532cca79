//! Founding a community with its owner, in one transaction.

use crate::community::Description;
use crate::member::{self, Arrival, Member};
use crate::parsed::{Email, Name, Sieve, Slug};
use crate::password::{self, Password};
use crate::{account, deeds, role};
use kernel::{AccountId, AudienceId, Chance, Clock, CommunityId, Locale, MemberId, Problem, Result, Role, Viewer};
use std::sync::Arc;
use store::{Deed, Global, Scope, Store, Who, args, global_statement};

const SECRET_BYTES: usize = 32;

/// What a founder says of a new community. [`found`] parses it; a fault names its field.
#[derive(Clone, Debug)]
pub struct NewCommunity {
    pub slug: String,
    pub name: String,
    /// One sentence; may be empty when founded by command.
    pub mission: String,
    pub profession: String,
    pub specialisation: String,
    pub locale: Locale,
    /// As in the IANA list: `Europe/Moscow`.
    pub timezone: String,
    /// ISO 4217: `RUB`.
    pub currency: String,
}

/// Who will own it. An account of this address is used if there is one; its password is not changed then.
#[derive(Clone, Debug)]
pub struct NewOwner {
    pub email: String,
    pub name: String,
    pub password: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Founded {
    pub community: CommunityId,
    pub member: MemberId,
    pub account: AccountId,
}

global_statement!(
    FOUND = "insert into identity_communities \
     (id, slug, name, mission, profession, specialisation, locale, timezone, currency, host, founded_at, secret, origin) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing"
);

/// Where a community is founded: kept for links and for finding it by that host.
#[derive(Clone, Debug, Default)]
pub struct Site {
    pub host: Option<String>,
    pub origin: Option<String>,
}

/// Founds a community with its owner in one transaction.
///
/// # Errors
/// `Invalid` with the faulty fields: `slug`, `name`, `mission`, `profession`, `specialisation`, `timezone`, `currency`,
/// `owner_email`, `owner_name`, `password`.
pub async fn found(store: &Store, clock: &Clock, chance: &Chance, new: NewCommunity, owner: NewOwner) -> Result<Founded> {
    let plan = Plan::parse(new, owner)?;
    let plan = plan.hashed(chance).await?;
    let (scope, founded) = found_in(store.global().await?, clock, chance, plan, Site::default()).await?;
    scope.commit().await?;
    Ok(founded)
}

/// A founding, parsed.
pub(crate) struct Plan {
    slug: Slug,
    description: Description,
    email: Email,
    owner: Name,
    password: Option<Password>,
    hash: Option<String>,
}

impl Plan {
    pub(crate) fn parse(new: NewCommunity, owner: NewOwner) -> Result<Plan> {
        let mut sieve = Sieve::default();
        let slug = sieve.take("slug", "identity-fault-slug", Slug::parse(&new.slug));
        let description = Description::sift(&mut sieve, &new);
        let email = sieve.take("owner_email", "identity-fault-email", Email::parse(&owner.email));
        let name = sieve.take("owner_name", "identity-fault-owner-name", Name::parse(&owner.name));
        let password = match owner.password.as_deref().filter(|text| !text.is_empty()).map(Password::parse).transpose() {
            Ok(password) => Some(password),
            Err(word) => sieve.take("password", word, None),
        };
        let plan = slug.zip(description).zip(email).zip(name).zip(password);
        sieve.finish(plan.map(|((((slug, description), email), owner), password)| Plan {
            slug,
            description,
            email,
            owner,
            password,
            hash: None,
        }))
    }

    /// With the password hashed, before any transaction begins: hashing is slow on purpose.
    pub(crate) async fn hashed(mut self, chance: &Chance) -> Result<Plan> {
        if let Some(password) = self.password.take() {
            self.hash = Some(password::hash(password, chance).await?);
        }
        Ok(self)
    }
}

/// Founds within a transaction that the caller began and will commit.
pub(crate) async fn found_in(
    mut global: Global,
    clock: &Clock,
    chance: &Chance,
    plan: Plan,
    site: Site,
) -> Result<(Scope, Founded)> {
    let (id, now, secret) = (CommunityId(chance.id()), clock.now(), chance.bytes::<SECRET_BYTES>());
    let said = &plan.description;
    let row = args![
        id,
        plan.slug.as_str(),
        said.name.as_str(),
        &said.mission,
        &said.profession,
        &said.specialisation,
        said.locale.code(),
        said.timezone.name(),
        &said.currency,
        site.host,
        now,
        &secret[..],
        site.origin,
    ];
    if global.run(&FOUND, row).await? == 0 {
        return Err(Problem::field("slug", "identity-fault-slug-taken"));
    }
    global.found(id).await?;
    let mut scope = global
        .enter(Who { community: id, viewer: Arc::new(Viewer::system()), clock: clock.clone(), chance: chance.clone() })
        .await?;
    let founder = add_owner(&mut scope, &plan).await?;
    let account = founder.account.ok_or(Problem::NotFound)?;
    scope
        .deed(Deed {
            kind: deeds::COMMUNITY_FOUNDED,
            at: now,
            actor: founder.identity,
            object_kind: "community",
            object: id.0,
            audience: AudienceId::EVERYONE,
            channel: deeds::WEB,
            amount: 0,
            parties: &[],
        })
        .await?;
    Ok((scope, Founded { community: id, member: founder.id, account }))
}

async fn add_owner(scope: &mut Scope, plan: &Plan) -> Result<Member> {
    let (now, chance) = (scope.now(), scope.chance().clone());
    let opened = account::ensure(scope, &plan.email, plan.description.locale, now, &chance).await?;
    if let (Some(hash), None) = (&plan.hash, &opened.password_hash) {
        account::set_password(scope, opened.id, Some(hash)).await?;
    }
    let owner = member::join(scope, opened.id, &plan.owner, Arrival::default()).await?;
    role::give(scope, owner.id, Role::Owner).await?;
    Ok(owner)
}
