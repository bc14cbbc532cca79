//! Whether newcomers take root, and whether the community would live without some people.

use super::{FEWEST, Teller, Told};
use crate::figures::resilience::{Resilience, Without};
use crate::standings::Figure;

/// Of each of the three shares, without the founders: from this part of it the community holds, below the other it falls.
const HOLDS: f64 = 0.7;
const FALLS: f64 = 0.4;

/// Would the community live without its founders?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Yes,
    Partly,
    No,
}

impl Verdict {
    fn code(self) -> &'static str {
        match self {
            Verdict::Yes => "yes",
            Verdict::Partly => "partly",
            Verdict::No => "no",
        }
    }
}

/// The weakest of the three shares decides, each measured by what it is with everybody there: yes from [`HOLDS`], no
/// below [`FALLS`]. Nothing if nobody was taken away or nothing can be measured.
fn verdict(whole: &Without, without: &Without) -> Option<Verdict> {
    let part = |now: Option<f64>, then: Option<f64>| match (now, then) {
        (_, Some(0.0)) => Some(1.0),
        (now, then) => Some(now.unwrap_or_default() / then?),
    };
    if without.removed == 0 {
        return None;
    }
    let parts = [
        part(without.giant_share, whole.giant_share)?,
        part(without.interactions_share, whole.interactions_share)?,
        part(without.core_share, whole.core_share)?,
    ];
    let weakest = parts.into_iter().fold(f64::INFINITY, f64::min);
    Some(match weakest {
        weakest if weakest >= HOLDS => Verdict::Yes,
        weakest if weakest < FALLS => Verdict::No,
        _ => Verdict::Partly,
    })
}

impl Teller<'_> {
    pub fn newcomers(&self) -> Told {
        let newcomers = &self.figures.newcomers;
        if newcomers.count == 0 {
            return self.unknown("newcomers", "pulse-unknown-newcomers");
        }
        if newcomers.count < FEWEST {
            return self.unknown("newcomers", "pulse-unknown-few-newcomers");
        }
        let [first, _, sixth] = newcomers.reached;
        let numbers = [("n", newcomers.count.into()), ("first", first.into()), ("sixth", sixth.into())];
        let (number, says) = match newcomers.median_days[0] {
            Some(days) => {
                let values = [("days", i64::from(days).into())].into_iter().chain(numbers);
                let says = self.advise("pulse-newcomers-half", &values.collect::<Vec<_>>());
                (self.say("pulse-days", &[("n", i64::from(days).into())]), says)
            }
            None => {
                let share = newcomers.within_window[0].map(|share| self.shell.percent(share));
                let number = share.unwrap_or_else(|| self.t("pulse-not-known"));
                (number, self.advise("pulse-newcomers-fewer", &numbers))
            }
        };
        let word = match (newcomers.median_days[0], newcomers.within_window[0]) {
            (Some(_), _) => "pulse-newcomers-note-days",
            (None, Some(_)) => "pulse-newcomers-note-share",
            (None, None) => "pulse-newcomers-note-young",
        };
        let opens = if newcomers.median_days[0].is_some() { Figure::Reached(0) } else { Figure::Soon(0) };
        let mut told = self.told("newcomers", number, self.t(word), says);
        told.opens = (self.staff && first > 0).then(|| self.people_href(opens));
        told.with([self.people(Figure::Newcomers, "pulse-who-newcomers", newcomers.count)])
    }

    pub fn resilience(&self) -> Told {
        let resilience: &Resilience = &self.figures.resilience;
        if resilience.tied < FEWEST {
            return self.too_few_tied("resilience");
        }
        let founders = &resilience.founders;
        let Some(verdict) = verdict(&resilience.whole, founders) else {
            return self.no_founder();
        };
        let shares = [
            ("n", founders.removed.into()),
            ("talk", self.share(founders.interactions_share.unwrap_or_default())),
            ("part", self.share(founders.giant_share.unwrap_or_default())),
            ("core", self.share(founders.core_share.unwrap_or_default())),
        ];
        let active = founders.active_share.map(|share| self.say("pulse-resilience-active", &[("active", self.share(share))]));
        let says = self.advise_on(&format!("pulse-resilience-{}", verdict.code()), &shares, active);
        let number = self.t(&format!("pulse-verdict-{}", verdict.code()));
        self.told("resilience", number, String::new(), says).with([
            self.people(Figure::Founders, "pulse-who-founders", founders.removed),
            self.people(Figure::Team, "pulse-who-team", resilience.staff.removed),
            self.to_team(),
        ])
    }
    /// Who founded the community is for the owner to name: nobody else is told to.
    fn no_founder(&self) -> Told {
        let told = self.unknown("resilience", "pulse-unknown-founders");
        match self.to_team() {
            Some(link) => {
                let says = format!("{} {}", told.says, self.t("pulse-unknown-founders-advice"));
                Told { says, ..told }.with([Some(link)])
            }
            None => told,
        }
    }
}
