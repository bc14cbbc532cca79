//! `/community`: what the community says of itself, kept by its owner. The same fields as at the first run.

use crate::community::{self, Description, NewCommunity};
use crate::{gate, policy};
use askama::Template;
use kernel::{Locale, Problem};
use web::{Faults, Fields, Result, Shell, Visit, see_other};

/// Zones offered first; any other of the IANA list may be typed.
const ZONES: [&str; 24] = [
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Kamchatka",
    "Europe/Minsk",
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Tbilisi",
    "Asia/Yerevan",
    "Europe/Belgrade",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Lisbon",
    "Asia/Dubai",
    "Asia/Jerusalem",
    "America/New_York",
    "America/Los_Angeles",
    "UTC",
];
const CURRENCIES: [&str; 14] = ["RUB", "KZT", "BYN", "UZS", "GEL", "AMD", "RSD", "USD", "EUR", "GBP", "AED", "ILS", "TRY", "KGS"];

/// The fields as they were typed, with what is offered for them.
pub(super) struct Form {
    pub name: String,
    pub mission: String,
    pub profession: String,
    pub specialisation: String,
    pub locale: String,
    pub timezone: String,
    pub currency: String,
    pub professions: Vec<String>,
    pub specialisations: Vec<String>,
    pub zones: &'static [&'static str],
    pub languages: Vec<(&'static str, String)>,
    pub currencies: Vec<(&'static str, &'static str)>,
}

impl Form {
    fn offering(visit: &Visit) -> Form {
        let offered = |word: &str| visit.t(word).split('|').map(|choice| choice.trim().to_owned()).collect();
        let of_language = |ru: &str, en: &str| if visit.locale == Locale::Ru { ru.to_owned() } else { en.to_owned() };
        Form {
            name: String::new(),
            mission: String::new(),
            profession: String::new(),
            specialisation: String::new(),
            locale: visit.locale.code().to_owned(),
            timezone: of_language("Europe/Moscow", "Europe/London"),
            currency: of_language("RUB", "GBP"),
            professions: offered("identity-community-professions"),
            specialisations: offered("identity-community-specialisations"),
            zones: &ZONES,
            languages: vec![("ru", visit.t("web-language-ru")), ("en", visit.t("web-language-en"))],
            currencies: CURRENCIES.iter().map(|code| (*code, *code)).collect(),
        }
    }

    /// Nothing typed yet.
    pub(super) fn blank(visit: &Visit) -> Form {
        Form::offering(visit)
    }

    pub(super) fn typed(visit: &Visit, fields: &Fields) -> Form {
        Form {
            name: fields.text("name"),
            mission: fields.text("mission"),
            profession: fields.text("profession"),
            specialisation: fields.text("specialisation"),
            locale: fields.text("locale"),
            timezone: fields.text("timezone"),
            currency: fields.text("currency"),
            ..Form::offering(visit)
        }
    }

    fn held(visit: &Visit, community: &web::Community) -> Form {
        Form {
            name: community.name.clone(),
            mission: community.mission.clone(),
            profession: community.profession.clone(),
            specialisation: community.specialisation.clone(),
            locale: community.locale.code().to_owned(),
            timezone: community.timezone.name().to_owned(),
            currency: community.currency.clone(),
            ..Form::offering(visit)
        }
    }

    pub(super) fn said(&self, slug: &str) -> NewCommunity {
        NewCommunity {
            slug: slug.to_owned(),
            name: self.name.clone(),
            mission: self.mission.clone(),
            profession: self.profession.clone(),
            specialisation: self.specialisation.clone(),
            locale: Locale::parse(&self.locale).unwrap_or_default(),
            timezone: self.timezone.clone(),
            currency: self.currency.clone(),
        }
    }

    /// What a person must say, though a command may leave it out.
    pub(super) fn missing(&self, faults: &mut Faults) {
        if self.mission.is_empty() {
            faults.add("mission", "identity-fault-mission-missing");
        }
        if self.profession.is_empty() {
            faults.add("profession", "identity-fault-profession-missing");
        }
    }
}

#[derive(Template)]
#[template(path = "community.html")]
struct CommunityView {
    shell: Shell,
    faults: Faults,
    form: Form,
    address: String,
}

async fn view(visit: &Visit, faults: Faults, form: Form) -> Result<CommunityView> {
    let mut scope = visit.read().await?;
    let address = crate::address::origin(&mut scope, &visit.house).await?;
    Ok(CommunityView { shell: visit.shell(visit.t("identity-community-title")), faults, form, address })
}

pub async fn show(visit: Visit) -> Result {
    let form = Form::held(&visit, visit.community()?);
    visit.render(&view(&visit, Faults::none(), form).await?)
}

pub async fn describe(visit: Visit, fields: Fields) -> Result {
    let right = policy::keeps_community(&visit.viewer)?;
    let form = Form::typed(&visit, &fields);
    let mut faults = Faults::none();
    form.missing(&mut faults);
    let said = match Description::parse(&form.said(&visit.community()?.slug)) {
        Ok(said) if !faults.any() => said,
        Ok(_) => return visit.render_invalid(&view(&visit, faults, form).await?),
        Err(Problem::Invalid(more)) => {
            faults.0.extend(more);
            return visit.render_invalid(&view(&visit, faults, form).await?);
        }
        Err(problem) => return Err(problem.into()),
    };
    let mut scope = visit.write().await?;
    community::describe(&mut scope, &right, &said).await?;
    scope.commit().await?;
    gate::forget_communities(&visit.house);
    visit.flash("identity-community-saved");
    Ok(see_other("/community"))
}
