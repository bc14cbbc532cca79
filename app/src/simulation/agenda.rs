//! What people are going to do, in the order of time.

use super::Act;
use kernel::Micros;
use std::collections::BTreeMap;

#[derive(Default)]
pub(crate) struct Agenda {
    acts: BTreeMap<(Micros, u64), Act>,
    laid: u64,
}

impl Agenda {
    pub fn lay(&mut self, at: Micros, act: Act) {
        self.laid += 1;
        self.acts.insert((at, self.laid), act);
    }

    /// When something is to be done next.
    pub fn next(&self) -> Option<Micros> {
        self.acts.keys().next().map(|(at, _)| *at)
    }

    /// The next act whose time has come.
    pub fn due(&mut self, now: Micros) -> Option<Act> {
        let first = self.acts.first_entry()?;
        (first.key().0 <= now).then(|| first.remove())
    }
}
