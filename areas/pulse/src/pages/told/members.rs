//! How many, how active, who went, from where to where, at what hours.

use super::{FEWEST, Teller, Told};
use crate::figures::size::Size;
use crate::person::State;
use crate::standings::Figure;

/// From this share of members who write, many hold the talk; below the other, few.
const MANY_ACTIVE: f64 = 0.5;
const FEW_ACTIVE: f64 = 0.2;
/// Up to this share of members who went in 28 days, it is few.
const FEW_GONE: f64 = 0.05;

impl Teller<'_> {
    /// The conclusion: how many are here, how many of them write, how many conversations wait.
    pub fn lead(&self) -> String {
        let (size, response) = (&self.figures.size, &self.figures.response.all);
        let waiting = response.begun - response.answered;
        let word = match (size.active, waiting) {
            (0, _) => "pulse-lead-silent",
            (_, 0) => "pulse-lead-answered",
            _ => "pulse-lead-waiting",
        };
        self.say(word, &[("members", size.members.into()), ("active", size.active.into()), ("waiting", waiting.into())])
    }

    pub fn size(&self) -> Told {
        let size = &self.figures.size;
        if self.figures.first_day.is_none() {
            return self.unknown("size", "pulse-unknown-empty");
        }
        let says = if !self.has_window() {
            self.t("pulse-size-young")
        } else {
            let word = match size.members - size.members_before {
                1.. => "pulse-size-grew",
                0 => "pulse-size-same",
                _ => "pulse-size-shrank",
            };
            let by = (size.members - size.members_before).abs();
            let numbers = [("n", by.into()), ("new", size.new.into()), ("gone", size.gone.into()), ("back", size.back.into())];
            // The size itself needs no cases; only what to do about it does.
            if size.members.max(size.members_before) >= FEWEST { self.advise(word, &numbers) } else { self.say(word, &numbers) }
        };
        let note = if self.has_window() {
            let change = self.change(size.members, size.members_before);
            self.say("pulse-size-note", &[("change", change.into())])
        } else {
            String::new()
        };
        let told = self.told("size", self.shell.number(size.members), note, says);
        told.opening(self.people(Figure::Members, "pulse-who-members", size.members)).with([
            self.people(Figure::New, "pulse-who-new", size.new),
            self.people(Figure::Back, "pulse-who-back", size.back),
            self.people(Figure::Messages, "pulse-who-messages", size.messages),
        ])
    }

    pub fn active(&self) -> Told {
        let size = &self.figures.size;
        let Some(share) = size.active_share() else { return self.unknown("active", "pulse-unknown-members") };
        let word = match share {
            _ if size.active == 0 => "pulse-active-none",
            share if share >= MANY_ACTIVE => "pulse-active-many",
            share if share >= FEW_ACTIVE => "pulse-active-some",
            _ => "pulse-active-few",
        };
        let numbers = [("n", size.active.into()), ("all", size.members.into())];
        let says = self.enough(size.members, || self.advise(word, &numbers));
        let note = match size.active_share_before() {
            Some(before) if self.has_window() => self.say("pulse-active-note", &[("before", self.share(before))]),
            _ => String::new(),
        };
        let told = self.told("active", self.shell.percent(share), note, says);
        told.opening(self.people(Figure::Active, "pulse-who-active", size.active))
    }

    pub fn churn(&self) -> Told {
        let size = &self.figures.size;
        let Some(share) = size.churn().filter(|_| self.has_window()) else {
            return self.unknown("churn", "pulse-unknown-window");
        };
        let word = match share {
            _ if size.gone == size.gone_new => "pulse-churn-none",
            share if share <= FEW_GONE => "pulse-churn-few",
            _ => "pulse-churn-many",
        };
        let went = size.gone - size.gone_new;
        let numbers = [("n", went.into()), ("all", size.members_before.into())];
        let says = self.enough(size.members_before, || self.advise(word, &numbers));
        let note = self.say("pulse-churn-note", &[("n", size.left.into())]);
        let told = self.told("churn", self.shell.percent(share), note, says);
        told.opening(self.people(Figure::Churned, "pulse-who-churned", went)).with([
            self.people(Figure::Before, "pulse-who-before", size.members_before),
            self.people(Figure::Gone, "pulse-who-gone", size.gone),
            self.people(Figure::Left, "pulse-who-left", size.left),
        ])
    }

    pub fn transitions(&self) -> Told {
        if !self.has_window() || self.figures.size.members_before == 0 {
            return self.unknown("transitions", "pulse-unknown-window");
        }
        let (woke, quiet) = (self.cells(&SILENT, &WRITING), self.cells(&WROTE, &SILENT));
        let word = match woke.cmp(&quiet) {
            std::cmp::Ordering::Greater => "pulse-transitions-woke",
            std::cmp::Ordering::Equal => "pulse-transitions-even",
            std::cmp::Ordering::Less => "pulse-transitions-quiet",
        };
        let numbers = [("woke", woke.into()), ("quiet", quiet.into())];
        let fresh = self.cells(&[State::New], &SILENT);
        let besides = (fresh > 0).then(|| self.say("pulse-transitions-fresh", &[("n", fresh.into())]));
        let says = self.enough(woke + quiet, || self.advise_on(word, &numbers, besides));
        let note = self.t("pulse-transitions-note");
        let states = State::ALL.map(|state| {
            let figure = Figure::State(state);
            let count = self.figures.size.states[state.place()];
            self.people(figure, &format!("pulse-who-state-{}", state.code()), count)
        });
        let number = format!("{}\u{a0}: {}", self.shell.number(woke), self.shell.number(quiet));
        let moved = [self.people(Figure::Woke, "pulse-who-woke", woke), self.people(Figure::Quiet, "pulse-who-quiet", quiet)];
        self.told("transitions", number, note, says).with(moved).with(states)
    }

    fn cells(&self, from: &[State], to: &[State]) -> i64 {
        let cell = |from: &State, to: &State| self.figures.transitions[from.place()][to.place()];
        from.iter().flat_map(|from| to.iter().map(move |to| cell(from, to))).sum()
    }

    pub fn hours(&self) -> Told {
        let Size { messages, .. } = self.figures.size;
        let cells =
            self.figures.hours.iter().zip(0i64..).flat_map(|(row, day)| {
                row.iter().zip(0i64..).map(move |(messages, hour)| (*messages, std::cmp::Reverse((day, hour))))
            });
        let Some((most, std::cmp::Reverse((weekday, hour)))) = cells.max().filter(|(most, _)| *most > 0) else {
            return self.unknown("hours", "pulse-unknown-silent");
        };
        let weekday = self.t(&format!("pulse-weekday-{}", weekday + 1));
        let (from, until) = (format!("{hour}:00"), format!("{}:00", (hour + 1) % 24));
        let values = [("weekday", weekday.into()), ("from", from.into()), ("until", until.into()), ("n", most.into())];
        let says = self.enough(most, || self.advise("pulse-hours-says", &values));
        let number = self.say("pulse-messages", &[("n", messages.into())]);
        let note = self.say("pulse-hours-note", &[("zone", self.zone.name().into())]);
        self.told("hours", number, note, says).opening(self.way("/pulse/hours", &[], self.t("pulse-who-hours")))
    }
}

const WRITING: [State; 3] = [State::New, State::Active, State::Returning];
/// Who is only new may never have said a word: they cannot fall silent.
const WROTE: [State; 2] = [State::Active, State::Returning];
const SILENT: [State; 2] = [State::Passive, State::Gone];
