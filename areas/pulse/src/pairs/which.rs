//! Which pairs a table is of.

use crate::figures::fates::{Case, Part};

/// Which pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Both answered, neither is of the team.
    Horizontal,
    /// Both answered.
    #[default]
    Ties,
    /// At least one answered the other.
    Pairs,
    /// Ties of a depth below 1.
    Shallow,
    /// From 1 to below 5.
    Middle,
    /// 5 and more.
    Deep,
    /// Ties between two of a group.
    Inside(i64),
    /// Ties of a group with those outside it.
    Outside(i64),
    /// Ties between two of different groups.
    Between,
    /// Ties within groups of fewer than so many.
    InsideSmall(i64),
    /// Ties that lead out of such groups: each once.
    OutsideSmall(i64),
    /// Pairs of whom nobody is taken away.
    Kept(Case),
    /// Pairs of whom somebody is.
    Lost(Case),
}

impl Which {
    pub const ALL: [Which; 6] = [Which::Ties, Which::Horizontal, Which::Pairs, Which::Shallow, Which::Middle, Which::Deep];

    pub fn code(self) -> &'static str {
        match self {
            Which::Horizontal => "members",
            Which::Ties => "ties",
            Which::Pairs => "pairs",
            Which::Shallow => "shallow",
            Which::Middle => "middle",
            Which::Deep => "deep",
            Which::Inside(_) => "inside",
            Which::Outside(_) => "outside",
            Which::Between => "between",
            Which::InsideSmall(_) => "inside-small",
            Which::OutsideSmall(_) => "outside-small",
            Which::Kept(_) => "kept",
            Which::Lost(_) => "lost",
        }
    }

    /// By its code, and what it is of: the number of a group, a size, a case.
    pub fn parse(code: &str, of: &str) -> Option<Which> {
        let number = || of.parse().ok();
        match code {
            "inside" => number().map(Which::Inside),
            "outside" => number().map(Which::Outside),
            "between" => Some(Which::Between),
            "inside-small" => number().map(Which::InsideSmall),
            "outside-small" => number().map(Which::OutsideSmall),
            "kept" => Case::parse(of).map(Which::Kept),
            "lost" => Case::parse(of).map(Which::Lost),
            code => Which::ALL.into_iter().find(|which| which.code() == code),
        }
    }

    /// What it is of, as in addresses; nothing where it is of all.
    pub fn of(self) -> String {
        match self {
            Which::Kept(case) | Which::Lost(case) => case.code(),
            Which::Inside(number) | Which::Outside(number) | Which::InsideSmall(number) | Which::OutsideSmall(number) => {
                number.to_string()
            }
            _ => String::new(),
        }
    }

    /// The number of the group it is of.
    pub fn group(self) -> Option<i64> {
        match self {
            Which::Inside(group) | Which::Outside(group) => Some(group),
            _ => None,
        }
    }

    /// Who is taken away.
    pub fn without(self) -> Option<Case> {
        match self {
            Which::Kept(case) | Which::Lost(case) => Some(case),
            _ => None,
        }
    }

    /// The case of the statements, and its number.
    pub(super) fn case(self) -> (i64, i64) {
        match self {
            Which::Pairs => (0, 0),
            Which::Ties => (1, 0),
            Which::Horizontal => (2, 0),
            Which::Shallow => (3, 0),
            Which::Middle => (4, 0),
            Which::Deep => (5, 0),
            Which::Inside(group) => (6, group),
            Which::Outside(group) => (7, group),
            Which::Between => (8, 0),
            Which::InsideSmall(below) => (9, below),
            Which::OutsideSmall(below) => (10, below),
            Which::Kept(case) => (11, Part::Removed.marks(case).0),
            Which::Lost(case) => (12, Part::Removed.marks(case).0),
        }
    }
}
