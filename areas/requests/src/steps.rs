//! What happens next to an open request, and when: the rules alone, by which nothing hangs open unnoticed. Whatever state a
//! request is in, there is a next step, until it is closed.

use crate::request::Stage;
use kernel::{MICROS_PER_DAY, MemberId, Micros};

/// Rounds of members before the leader of the topic is asked.
pub const ROUNDS: i64 = 2;
/// Before the deadline the asker is reminded by so much.
const BEFORE_DEADLINE: Micros = MICROS_PER_DAY;
/// So long after the last answer the asker is asked what came of it.
pub const SILENCE: Micros = 7 * MICROS_PER_DAY;
/// A request about which nobody said anything for so long is stale: the Desk looks after it.
pub const STALE: Micros = 14 * MICROS_PER_DAY;
/// A stale request that only chosen people see has no Desk: its asker is reminded again, this seldom.
const AGAIN: Micros = 30 * MICROS_PER_DAY;
/// However far the next step is, somebody looks this often: deadlines move, and patience is changed.
const LOOK: Micros = MICROS_PER_DAY;

/// Which reminder: the amount of its deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reminder {
    /// To the asker: the deadline is near.
    BeforeDeadline = 1,
    /// To the asker: it has passed; what came of it?
    AfterDeadline = 2,
    /// To the asker: answers came a week ago; what came of it?
    Silence = 3,
    /// To whoever said that they will help, and has not answered since.
    Taker = 4,
    /// To the asker of chosen people: nobody answered, and it may be opened to all.
    Unanswered = 5,
    /// To the asker of chosen people: it is still open.
    StillOpen = 6,
}

impl Reminder {
    pub const ALL: [Reminder; 6] = [
        Reminder::BeforeDeadline,
        Reminder::AfterDeadline,
        Reminder::Silence,
        Reminder::Taker,
        Reminder::Unanswered,
        Reminder::StillOpen,
    ];

    pub fn code(self) -> i64 {
        self as i64
    }

    pub fn parse(code: i64) -> Option<Reminder> {
        Reminder::ALL.into_iter().find(|reminder| reminder.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Ask the next members: the round of this number.
    Invite(i64),
    /// Ask the leader of the topic; without one the Desk is next.
    Leader,
    /// The Desk looks after it.
    Desk,
    Remind(Reminder, MemberId),
    /// Nothing is due: look again then.
    Look,
}

/// Somebody who said that they will help and has not answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taker {
    pub member: MemberId,
    pub since: Micros,
}

/// All that decides what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub asker: MemberId,
    pub asked_at: Micros,
    /// When somebody last did something with it.
    pub changed_at: Micros,
    pub deadline_at: Option<Micros>,
    pub first_answer_at: Option<Micros>,
    pub last_answer_at: Option<Micros>,
    pub stage: Stage,
    pub round: i64,
    /// When people were asked last, or it was escalated.
    pub moved_at: Micros,
    pub patience: Micros,
    /// Everybody whom the last step asked would rather not.
    pub declined: bool,
    pub takers: Vec<Taker>,
    /// The last time of each reminder.
    pub reminded: Vec<(Reminder, MemberId, Micros)>,
}

impl Standing {
    /// The next step and when it is due: in the past for one that is late. Of several that are due the earliest goes first.
    pub fn next(&self, now: Micros) -> (Micros, Step) {
        let steps =
            [self.escalation(), self.before_deadline(now), self.after_deadline(), self.silence(), self.taker(), self.stale()];
        let first = steps.into_iter().flatten().min_by_key(|(due, _)| *due);
        match first {
            Some((due, step)) if due <= now.saturating_add(LOOK) => (due, step),
            _ => (now.saturating_add(LOOK), Step::Look),
        }
    }

    /// Whether members are to be asked at this moment or have been waited for.
    pub fn asks_by(&self, now: Micros) -> bool {
        matches!(self.escalation(), Some((due, Step::Invite(_))) if due <= now)
    }

    /// Whether those who were asked have all declined, and others would be asked now.
    pub fn asks_in_vain(&self) -> bool {
        self.declined && matches!(self.escalation(), Some((_, Step::Invite(_) | Step::Leader | Step::Desk)))
    }

    fn last(&self, reminder: Reminder, member: MemberId) -> Option<Micros> {
        self.reminded.iter().filter(|(kind, whom, _)| (*kind, *whom) == (reminder, member)).map(|(.., at)| *at).max()
    }

    /// Until then those who said that they will help are waited for: their patience, and once more after the reminder.
    fn held_until(&self) -> Option<Micros> {
        self.takers.iter().map(|taker| taker.since + 2 * self.patience).max()
    }

    fn escalation(&self) -> Option<(Micros, Step)> {
        if self.first_answer_at.is_some() {
            return None;
        }
        // Nobody's answer is waited for where nobody is left to give one.
        let patience = if self.declined { 0 } else { self.patience };
        let due = (self.moved_at + patience).max(self.held_until().unwrap_or(Micros::MIN));
        match self.stage {
            Stage::Routed if self.round == 0 => Some((self.asked_at, Step::Invite(1))),
            Stage::Routed if self.round < ROUNDS => Some((due, Step::Invite(self.round + 1))),
            Stage::Routed => Some((due, Step::Leader)),
            Stage::Leader => Some((due, Step::Desk)),
            Stage::Desk => None,
            Stage::Chosen => {
                let due = (self.asked_at + self.patience).max(self.held_until().unwrap_or(Micros::MIN));
                self.last(Reminder::Unanswered, self.asker)
                    .is_none()
                    .then_some((due, Step::Remind(Reminder::Unanswered, self.asker)))
            }
        }
    }

    fn before_deadline(&self, now: Micros) -> Option<(Micros, Step)> {
        let deadline = self.deadline_at?;
        let due = deadline - BEFORE_DEADLINE;
        // A request asked on its last day needs no word about it, and neither does one whose day has passed.
        let meant = due > self.asked_at && now < deadline;
        let told = self.last(Reminder::BeforeDeadline, self.asker).is_some_and(|at| at >= due);
        (meant && !told).then_some((due, Step::Remind(Reminder::BeforeDeadline, self.asker)))
    }

    fn after_deadline(&self) -> Option<(Micros, Step)> {
        let due = self.deadline_at?.max(self.asked_at);
        self.last(Reminder::AfterDeadline, self.asker)
            .is_none_or(|at| at < due)
            .then_some((due, Step::Remind(Reminder::AfterDeadline, self.asker)))
    }

    fn silence(&self) -> Option<(Micros, Step)> {
        let due = self.last_answer_at? + SILENCE;
        self.last(Reminder::Silence, self.asker)
            .is_none_or(|at| at < due)
            .then_some((due, Step::Remind(Reminder::Silence, self.asker)))
    }

    fn taker(&self) -> Option<(Micros, Step)> {
        let late = self.takers.iter().filter(|taker| self.last(Reminder::Taker, taker.member).is_none_or(|at| at < taker.since));
        late.map(|taker| (taker.since + self.patience, Step::Remind(Reminder::Taker, taker.member))).min_by_key(|(due, _)| *due)
    }

    /// The last time that anything happened to it, reminders not counted.
    fn stirred_at(&self) -> Micros {
        let takers = self.takers.iter().map(|taker| taker.since).max();
        [self.deadline_at, self.last_answer_at, takers].into_iter().flatten().fold(self.asked_at.max(self.changed_at), Micros::max)
    }

    fn stale(&self) -> Option<(Micros, Step)> {
        let due = self.stirred_at() + STALE;
        match self.stage {
            Stage::Desk => None,
            Stage::Chosen => {
                let again = self.last(Reminder::StillOpen, self.asker).map_or(due, |at| due.max(at + AGAIN));
                Some((again, Step::Remind(Reminder::StillOpen, self.asker)))
            }
            Stage::Routed | Stage::Leader => Some((due, Step::Desk)),
        }
    }
}

#[cfg(test)]
mod tests;
