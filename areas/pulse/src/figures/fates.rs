//! What becomes of each person when some are taken away: taken themselves, in the largest part of those who stay, with two
//! ways to the others. Kept as marks of the person, so that every share of resilience opens to those whom it counts.

use super::resilience::Resilience;
use crate::network::TieGraph;
use ties::{components, cores, without};

/// Cases that are kept: six by name, and the rows of the removal curve.
const CASES: usize = 20;
const NAMED: usize = 6;

/// Who is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Nobody,
    Founders,
    Team,
    /// So many per cent of those with most ties: 1, 5 or 10.
    Top(usize),
    /// As many as a row of the removal curve says.
    Row(usize),
}

/// What becomes of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Taken away.
    Removed,
    /// Stays, in the largest connected part.
    Together,
    /// Stays outside it.
    Apart,
    /// Stays with two ways to the others.
    Held,
    /// Stays with fewer.
    Loose,
}

impl Case {
    pub const NAMED: [Case; NAMED] = [Case::Nobody, Case::Founders, Case::Team, Case::Top(1), Case::Top(5), Case::Top(10)];

    /// As in addresses.
    pub fn code(self) -> String {
        match self {
            Case::Nobody => "nobody".to_owned(),
            Case::Founders => "founders".to_owned(),
            Case::Team => "team".to_owned(),
            Case::Top(percent) => format!("top-{percent}"),
            Case::Row(row) => format!("row-{row}"),
        }
    }

    pub fn parse(code: &str) -> Option<Case> {
        let rows = (0..CASES - NAMED).map(Case::Row);
        Case::NAMED.into_iter().chain(rows).find(|case| case.code() == code)
    }

    fn place(self) -> usize {
        match self {
            Case::Row(row) => NAMED + row.min(CASES - NAMED - 1),
            named => Case::NAMED.iter().position(|case| *case == named).unwrap_or_default(),
        }
    }

    /// How many it takes away on a day; nothing where there is no such case.
    pub fn removed(self, resilience: &Resilience) -> Option<i64> {
        match self {
            Case::Row(row) => resilience.rows().nth(row).map(|row| row.0),
            named => {
                resilience.without(named).map(|without| without.removed).filter(|removed| *removed > 0 || named == Case::Nobody)
            }
        }
    }
}

impl Part {
    pub const ALL: [Part; 5] = [Part::Removed, Part::Together, Part::Apart, Part::Held, Part::Loose];

    /// As in addresses.
    pub fn code(self) -> &'static str {
        ["removed", "together", "apart", "held", "loose"][self as usize]
    }

    /// The marks that say so, and whether they must be there; where they must not be, the person has ties all the same.
    pub fn marks(self, case: Case) -> (i64, bool) {
        let mark = |kind: usize| 1 << (kind * CASES + case.place());
        match self {
            Part::Removed => (mark(0), true),
            Part::Together => (mark(1), true),
            Part::Apart => (mark(0) | mark(1), false),
            Part::Held => (mark(2), true),
            Part::Loose => (mark(0) | mark(2), false),
        }
    }
}

/// The marks of everybody.
pub struct Fates {
    of_person: Vec<i64>,
}

/// What is left of the graph without some.
pub(super) struct Rest {
    pub stay: usize,
    /// Nodes of the largest part of those who stay.
    pub together: usize,
    /// Those with two ways to the others.
    pub held: usize,
}

impl Fates {
    pub(super) fn new(people: usize) -> Fates {
        Fates { of_person: vec![0; people] }
    }

    pub fn of(&self, person: usize) -> i64 {
        self.of_person[person]
    }

    fn mark(&mut self, person: u32, case: Case, part: Part) {
        self.of_person[person as usize] |= part.marks(case).0;
    }

    /// Takes away those marked, by person, and writes down what becomes of everybody.
    pub(super) fn take(&mut self, graph: &TieGraph, case: Case, gone: &[bool]) -> Rest {
        for (person, _) in (0u32..).zip(gone).filter(|(_, gone)| **gone) {
            self.mark(person, case, Part::Removed);
        }
        let marks: Vec<bool> = graph.persons.iter().map(|person| gone[*person as usize]).collect();
        let left = without(&graph.graph, &marks);
        let parts = components(&left);
        let mut sizes = vec![0usize; parts.count()];
        let staying: Vec<usize> = (0..marks.len()).filter(|node| !marks[*node]).collect();
        staying.iter().for_each(|node| sizes[parts.of[*node] as usize] += 1);
        let largest = (0..sizes.len()).max_by_key(|part| (sizes[*part], usize::MAX - part));
        let cores = cores(&left);
        let mut rest = Rest { stay: staying.len(), together: 0, held: 0 };
        for node in staying {
            if Some(parts.of[node] as usize) == largest {
                rest.together += 1;
                self.mark(graph.persons[node], case, Part::Together);
            }
            if cores[node] >= 2 {
                rest.held += 1;
                self.mark(graph.persons[node], case, Part::Held);
            }
        }
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_is_found_by_its_code_and_has_marks_of_its_own() {
        let cases: Vec<Case> = Case::NAMED.into_iter().chain((0..14).map(Case::Row)).collect();
        assert!(cases.iter().all(|case| Case::parse(&case.code()) == Some(*case)));
        assert_eq!((Case::parse("row-14"), Case::parse("top-2"), Case::parse("")), (None, None, None));
        let marks = cases.iter().flat_map(|case| [Part::Removed, Part::Together, Part::Held].map(|part| part.marks(*case).0));
        assert_eq!(marks.fold(0, |all, mark| if all & mark == 0 { all | mark } else { 0 }), (1 << 60) - 1);
    }
}
