//! Nothing hangs open unnoticed: the clock is walked over requests in every state, and there is always a next step.

use super::*;
use kernel::Chance;
use std::collections::BTreeSet;

const HOUR: Micros = MICROS_PER_DAY / 24;
const ASKER: MemberId = MemberId(1);
const HELPER: MemberId = MemberId(2);
/// Steps of one moment: more would be a circle.
const AT_ONCE: usize = 8;

fn asked(stage: Stage) -> Standing {
    Standing {
        asker: ASKER,
        asked_at: 0,
        changed_at: 0,
        deadline_at: None,
        first_answer_at: None,
        last_answer_at: None,
        stage,
        round: 0,
        moved_at: 0,
        patience: 24 * HOUR,
        declined: false,
        takers: Vec::new(),
        reminded: Vec::new(),
    }
}

/// Does what is due at a moment; gives what was done.
fn act(standing: &mut Standing, now: Micros, leads: bool, done: &mut Vec<(Micros, Step)>) -> Micros {
    for _ in 0..AT_ONCE {
        let (due, step) = standing.next(now);
        assert!(due <= now + LOOK, "somebody looks within a day: {standing:?}");
        if due > now || step == Step::Look {
            return due;
        }
        match step {
            Step::Invite(round) => (standing.round, standing.moved_at) = (round, now),
            Step::Leader if leads => (standing.stage, standing.moved_at) = (Stage::Leader, now),
            Step::Leader | Step::Desk => (standing.stage, standing.moved_at) = (Stage::Desk, now),
            Step::Remind(reminder, member) => standing.reminded.push((reminder, member, now)),
            Step::Look => {}
        }
        done.push((now, step));
    }
    panic!("a circle: {standing:?} {done:?}");
}

/// Walks from step to step for some days.
fn walk(mut standing: Standing, days: i64, leads: bool) -> (Standing, Vec<(Micros, Step)>) {
    let (mut now, mut done) = (0, Vec::new());
    while now < days * MICROS_PER_DAY {
        let next = act(&mut standing, now, leads, &mut done);
        assert!(next > now);
        now = next;
    }
    (standing, done)
}

fn hours(done: &[(Micros, Step)]) -> Vec<(i64, Step)> {
    done.iter().map(|(at, step)| (at / HOUR, *step)).collect()
}

#[test]
fn nobody_answers_so_the_circle_widens() {
    let (standing, done) = walk(asked(Stage::Routed), 30, true);
    assert_eq!(hours(&done), [(0, Step::Invite(1)), (24, Step::Invite(2)), (48, Step::Leader), (72, Step::Desk)]);
    assert_eq!(standing.stage, Stage::Desk);
    let (_, done) = walk(asked(Stage::Routed), 30, false);
    assert_eq!(
        hours(&done),
        [(0, Step::Invite(1)), (24, Step::Invite(2)), (48, Step::Leader)],
        "without a leader the Desk is next"
    );
}

#[test]
fn where_only_a_few_have_a_reason_they_have_their_whole_time_and_a_taker_is_waited_for() {
    let few = Standing { round: ROUNDS, ..asked(Stage::Routed) };
    let (_, done) = walk(few.clone(), 30, true);
    assert_eq!(hours(&done), [(24, Step::Leader), (48, Step::Desk)]);
    let (_, done) = walk(Standing { declined: true, ..few.clone() }, 1, true);
    assert_eq!(hours(&done)[0], (0, Step::Leader), "nobody is left to wait for");
    let (_, done) = walk(Standing { takers: vec![Taker { member: HELPER, since: 6 * HOUR }], ..few }, 3, true);
    assert_eq!(hours(&done)[..2], [(30, Step::Remind(Reminder::Taker, HELPER)), (54, Step::Leader)]);
}

#[test]
fn whoever_takes_it_up_is_waited_for_and_reminded() {
    let mut standing = asked(Stage::Routed);
    let mut done = Vec::new();
    act(&mut standing, 0, true, &mut done);
    standing.takers.push(Taker { member: HELPER, since: 6 * HOUR });
    for hour in 1..80 {
        act(&mut standing, hour * HOUR, true, &mut done);
    }
    assert_eq!(
        hours(&done),
        [(0, Step::Invite(1)), (30, Step::Remind(Reminder::Taker, HELPER)), (54, Step::Invite(2)), (78, Step::Leader)]
    );
}

#[test]
fn an_asker_hears_of_deadlines_and_of_silence() {
    let answered = Standing {
        deadline_at: Some(5 * MICROS_PER_DAY),
        first_answer_at: Some(HOUR),
        last_answer_at: Some(2 * MICROS_PER_DAY),
        ..asked(Stage::Routed)
    };
    let (standing, done) = walk(answered, 40, true);
    let to_asker = |reminder| Step::Remind(reminder, ASKER);
    assert_eq!(
        done,
        [
            (4 * MICROS_PER_DAY, to_asker(Reminder::BeforeDeadline)),
            (5 * MICROS_PER_DAY, to_asker(Reminder::AfterDeadline)),
            (9 * MICROS_PER_DAY, to_asker(Reminder::Silence)),
            (19 * MICROS_PER_DAY, Step::Desk),
        ]
    );
    let mut again = standing;
    again.last_answer_at = Some(38 * MICROS_PER_DAY);
    assert_eq!(again.next(45 * MICROS_PER_DAY).1, to_asker(Reminder::Silence), "after each new silence");
    let late = Standing { deadline_at: Some(MICROS_PER_DAY / 2), ..asked(Stage::Chosen) };
    assert_ne!(late.next(0).1, to_asker(Reminder::BeforeDeadline), "asked on its last day");
}

#[test]
fn a_request_of_chosen_people_stays_with_them() {
    let (standing, done) = walk(asked(Stage::Chosen), 100, true);
    assert_eq!(standing.stage, Stage::Chosen);
    let steps: BTreeSet<i64> = done
        .iter()
        .map(|(_, step)| match step {
            Step::Remind(reminder, ASKER) => reminder.code(),
            other => panic!("nobody else is turned to: {other:?}"),
        })
        .collect();
    assert_eq!(steps, BTreeSet::from([Reminder::Unanswered.code(), Reminder::StillOpen.code()]));
    assert_eq!(done.len(), 4, "in a hundred days: after a day, after two weeks, and twice more: {done:?}");
}

/// In all combinations of stage, round, deadline, answers, takers and patience, and whatever happens meanwhile.
#[test]
fn there_is_always_a_next_step_until_it_is_closed() {
    let chance = Chance::seeded(7);
    let mut walked = 0;
    for stage in [Stage::Routed, Stage::Leader, Stage::Desk, Stage::Chosen] {
        for round in 0..=3 {
            for deadline in [None, Some(-1), Some(0), Some(1), Some(30), Some(600)] {
                for answered in [None, Some((0, 0)), Some((5, 200))] {
                    for taker in [None, Some(0), Some(48)] {
                        for patience in [1, 24, 336] {
                            let standing = Standing {
                                round,
                                deadline_at: deadline.map(|hours| hours * HOUR),
                                first_answer_at: answered.map(|(first, _)| first * HOUR),
                                last_answer_at: answered.map(|(_, last)| last * HOUR),
                                takers: taker.map(|since| Taker { member: HELPER, since: since * HOUR }).into_iter().collect(),
                                patience: patience * HOUR,
                                ..asked(stage)
                            };
                            comes_to_notice(standing, &chance);
                            walked += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(walked, 4 * 4 * 6 * 3 * 3 * 3);
}

/// Walks half a year with a machine that is down now and then: in the end the Desk has it, or its asker hears of it again and again.
fn comes_to_notice(mut standing: Standing, chance: &Chance) {
    let (mut now, mut done, chosen) = (0, Vec::new(), standing.stage == Stage::Chosen);
    while now < 180 * MICROS_PER_DAY {
        let next = act(&mut standing, now, chance.below(2) == 0, &mut done);
        now = next + i64::try_from(chance.below(3)).unwrap_or(0) * i64::try_from(chance.below(40)).unwrap_or(0) * HOUR;
    }
    if chosen {
        assert_eq!(standing.stage, Stage::Chosen);
        let last = done.iter().filter(|(_, step)| matches!(step, Step::Remind(_, ASKER))).map(|(at, _)| *at).max();
        assert!(last.is_some_and(|last| now - last < 70 * MICROS_PER_DAY), "{standing:?} {done:?}");
    } else {
        assert_eq!(standing.stage, Stage::Desk, "{done:?}");
    }
    let reminders = done.iter().filter(|(_, step)| matches!(step, Step::Remind(..))).count();
    assert!(reminders <= 12, "nobody is pestered: {done:?}");
}
