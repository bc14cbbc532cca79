//! What a list of persons is of, and by what it is ordered.

use crate::day::{Day, WINDOW_DAYS};
use crate::figures::fates::{Case, Part};
use crate::person::State;

/// A figure that is made of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Members,
    Active,
    New,
    Gone,
    Left,
    Back,
    State(State),
    /// From the state 28 days before to the state now.
    Cell(State, State),
    Lonely,
    Connectors,
    /// The largest connected part of the graph of ties.
    Giant,
    /// Those with two ways to the others.
    Core,
    Cluster(i64),
    /// In groups of fewer than so many.
    Small(i64),
    Newcomers,
    /// Newcomers with their first, third or sixth tie: 0, 1 or 2.
    Reached(usize),
    Unreached(usize),
    /// Who wrote within the 28 days.
    Messages,
    /// Who has ties.
    Tied,
    /// So many per cent of them, those with most ties.
    Top(usize),
    Team,
    Founders,
    /// Members 28 days before.
    Before,
    /// Of these, who are gone now.
    Churned,
    /// Were silent or gone, and write.
    Woke,
    /// Wrote, and are silent or gone.
    Quiet,
    /// Newcomers with their first, third or sixth tie within 28 days: 0, 1 or 2.
    Soon(usize),
    /// What becomes of people when some are taken away.
    Fate(Case, Part),
}

/// What a list of persons is ordered by, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    Messages,
    Ties,
    Bridge,
    /// The soonest first: days to the first, third or sixth tie.
    Soonest(usize),
}

impl Rank {
    /// The case of the order of a list.
    pub(super) fn case(self) -> i64 {
        match self {
            Rank::Messages => 0,
            Rank::Ties => 1,
            Rank::Bridge => 2,
            Rank::Soonest(nth) => 3 + nth.min(2) as i64,
        }
    }
}

impl Figure {
    /// As in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Figure::Members => "members",
            Figure::Active => "active",
            Figure::New => "new",
            Figure::Gone => "gone",
            Figure::Left => "left",
            Figure::Back => "back",
            Figure::State(_) => "state",
            Figure::Cell(..) => "cell",
            Figure::Lonely => "lonely",
            Figure::Connectors => "connectors",
            Figure::Giant => "giant",
            Figure::Core => "core",
            Figure::Cluster(_) => "cluster",
            Figure::Small(_) => "small",
            Figure::Newcomers => "newcomers",
            Figure::Reached(_) => "reached",
            Figure::Unreached(_) => "unreached",
            Figure::Messages => "messages",
            Figure::Tied => "tied",
            Figure::Top(_) => "top",
            Figure::Team => "team",
            Figure::Founders => "founders",
            Figure::Before => "before",
            Figure::Churned => "churned",
            Figure::Woke => "woke",
            Figure::Quiet => "quiet",
            Figure::Soon(_) => "soon",
            Figure::Fate(_, part) => part.code(),
        }
    }

    pub fn rank(self) -> Rank {
        match self {
            Figure::Connectors => Rank::Bridge,
            Figure::Giant
            | Figure::Core
            | Figure::Cluster(_)
            | Figure::Small(_)
            | Figure::Tied
            | Figure::Top(_)
            | Figure::Fate(..) => Rank::Ties,
            Figure::Reached(nth) | Figure::Soon(nth) => Rank::Soonest(nth),
            _ => Rank::Messages,
        }
    }

    /// The case of the statements over the persons behind a figure, and its two numbers.
    pub(super) fn case(self, day: Day) -> (i64, i64, i64) {
        let window = day - WINDOW_DAYS + 1;
        let place = |state: State| state.place() as i64;
        match self {
            Figure::Members => (0, 0, 0),
            Figure::Active => (1, 0, 0),
            Figure::New => (2, window, 0),
            Figure::Gone => (3, window, 0),
            Figure::Left => (4, window, 0),
            Figure::Back => (5, 0, 0),
            Figure::State(state) => (6, place(state), 0),
            Figure::Cell(from, to) => (7, place(from), place(to)),
            Figure::Lonely => (8, 0, 0),
            Figure::Connectors => (9, 0, 0),
            Figure::Giant => (10, 0, 0),
            Figure::Core => (11, 0, 0),
            Figure::Cluster(number) => (12, number, 0),
            Figure::Newcomers => (13, 0, 0),
            Figure::Reached(nth) => (14 + nth as i64, 0, 0),
            Figure::Unreached(nth) => (17 + nth as i64, 0, 0),
            Figure::Messages => (20, 0, 0),
            Figure::Tied | Figure::Top(_) => (21, 0, 0),
            Figure::Team => (22, 0, 0),
            Figure::Founders => (23, 0, 0),
            Figure::Small(below) => (24, below, 0),
            Figure::Before => (25, 0, 0),
            Figure::Churned => (26, 0, 0),
            Figure::Woke => (27, 0, 0),
            Figure::Quiet => (28, 0, 0),
            Figure::Soon(nth) => (29 + nth.min(2) as i64, WINDOW_DAYS, 0),
            Figure::Fate(case, part) => {
                let (marks, there) = part.marks(case);
                (if there { 32 } else { 33 }, marks, 0)
            }
        }
    }
}
