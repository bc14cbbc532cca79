//! Who is tied to whom: how many ties, how mutual and deep; groups, connectors, the lonely.

use super::{FEWEST, Link, Teller, Told};
use crate::figures::clusters::Cluster;
use crate::standings::Figure;

/// Ties of each active member: below the first, people write but not to each other; from the second, ties are many.
const FEW_TIES: f64 = 1.0;
const MANY_TIES: f64 = 3.0;
/// From this share of pairs in which both answered, talk is mutual.
const MUTUAL: f64 = 0.5;
/// From this depth a tie is deep.
const DEEP: f64 = 5.0;
impl Teller<'_> {
    fn pairs(&self, show: &str, word: &str, n: i64) -> Option<Link> {
        let label = self.say(word, &[("n", n.into())]);
        self.way("/pulse/ties", &[("show", show)], label).filter(|_| n > 0)
    }

    pub fn ties(&self) -> Told {
        let ties = &self.figures.ties;
        let Some(each) = ties.per_active() else { return self.unknown("ties", "pulse-unknown-silent") };
        let word = match each {
            each if each < FEW_TIES => "pulse-ties-few",
            each if each < MANY_TIES => "pulse-ties-some",
            _ => "pulse-ties-many",
        };
        let numbers = [("n", ties.horizontal.into()), ("active", ties.active.into())];
        let says = self.enough(ties.active, || self.advise(word, &numbers));
        // Where no team is named, ties without it are all ties.
        let without_team = self.pairs("members", "pulse-who-horizontal", ties.horizontal).filter(|_| self.figures.has_team());
        let told = self.told("ties", self.shell.decimal(each), self.say("pulse-ties-note", &numbers), says);
        let (all, active) =
            (self.pairs("ties", "pulse-who-ties", ties.all), self.people(Figure::Active, "pulse-who-active", ties.active));
        if self.figures.has_team() { told.opening(without_team).with([all, active]) } else { told.opening(all).with([active]) }
    }

    pub fn reciprocity(&self) -> Told {
        let ties = &self.figures.ties;
        let Some(share) = ties.reciprocity() else { return self.unknown("reciprocity", "pulse-unknown-answers") };
        let word = if share >= MUTUAL { "pulse-reciprocity-mutual" } else { "pulse-reciprocity-one-way" };
        let numbers = [("n", ties.all.into()), ("all", ties.pairs.into())];
        let says = self.enough(ties.pairs, || self.advise(word, &numbers));
        self.told("reciprocity", self.shell.percent(share), String::new(), says)
            .opening(self.pairs("ties", "pulse-who-ties", ties.all))
            .with([self.pairs("pairs", "pulse-who-pairs", ties.pairs)])
    }

    pub fn depth(&self) -> Told {
        let ties = &self.figures.ties;
        let Some(median) = ties.median_depth else { return self.unknown("depth", "pulse-unknown-ties") };
        let [shallow, middle, deep] = ties.depths;
        let word = if median >= DEEP { "pulse-depth-deep" } else { "pulse-depth-shallow" };
        let numbers = [("median", self.decimal(median)), ("deep", deep.into()), ("all", ties.all.into())];
        let says = self.enough(ties.all, || self.advise(word, &numbers));
        let told = self.told("depth", self.shell.decimal(median), self.t("pulse-depth-note"), says);
        told.opening(self.pairs("ties", "pulse-who-ties", ties.all)).with([
            self.pairs("shallow", "pulse-who-shallow", shallow),
            self.pairs("middle", "pulse-who-middle", middle),
            self.pairs("deep", "pulse-who-deep", deep),
        ])
    }

    /// `names` are those of the persons after whom groups are called.
    pub fn clusters(&self, names: &dyn Fn(i64) -> String) -> Told {
        let (clusters, ties) = (&self.figures.clusters, &self.figures.ties);
        if ties.tied < FEWEST {
            return self.too_few_tied("clusters");
        }
        let largest: Option<&Cluster> = clusters.list.first();
        let size = largest.map_or(0, |cluster| cluster.size);
        let crossing = clusters.crossing();
        let name = if self.staff { largest.map(|cluster| names(cluster.after)).unwrap_or_default() } else { String::new() };
        let values = [("n", clusters.count.into()), ("name", name.into()), ("size", size.into()), ("crossing", crossing.into())];
        let says = match (clusters.count, self.staff) {
            (1, _) => self.say("pulse-clusters-one", &values),
            (_, true) => self.advise("pulse-clusters-named", &values),
            (_, false) => self.say("pulse-clusters-many", &values),
        };
        let note = self.say("pulse-clusters-note", &[("n", ties.tied.into()), ("parts", ties.parts.into())]);
        let told = self.told("clusters", self.shell.number(clusters.count), note, says);
        told.opening(self.people(Figure::Tied, "pulse-who-tied", ties.tied)).with([
            self.pairs("between", "pulse-who-crossing", crossing),
            self.people(Figure::Giant, "pulse-who-giant", ties.largest),
            self.people(Figure::Core, "pulse-who-core", ties.in_2core),
        ])
    }

    pub fn connectors(&self, names: &dyn Fn(i64) -> String) -> Told {
        let ties = &self.figures.ties;
        if ties.tied < FEWEST {
            return self.too_few_tied("connectors");
        }
        let Some(first) = ties.connectors.first() else { return self.unknown("connectors", "pulse-connectors-none") };
        let share = self.share(first.bridge);
        let says = self.advise("pulse-connectors-says", &[("name", names(first.person).into()), ("share", share)]);
        let note = self.t("pulse-connectors-note");
        let link = self.way("/pulse/people", &[("figure", "connectors")], self.t("pulse-who-connectors"));
        self.told("connectors", self.shell.percent(first.bridge), note, says).opening(link)
    }

    pub fn lonely(&self) -> Told {
        let ties = &self.figures.ties;
        if ties.active == 0 {
            return self.unknown("lonely", "pulse-unknown-silent");
        }
        let word = if ties.lonely == 0 { "pulse-lonely-none" } else { "pulse-lonely-some" };
        let numbers = [("n", ties.lonely.into()), ("active", ties.active.into())];
        let says = self.enough(ties.active, || self.advise(word, &numbers));
        let told = self.told("lonely", self.shell.number(ties.lonely), self.say("pulse-lonely-note", &numbers), says);
        told.opening(self.people(Figure::Lonely, "pulse-who-lonely", ties.lonely))
    }
}
