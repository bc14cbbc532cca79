//! How a newcomer's first, third or sixth tie came to be: with whom, on which day, and by which two answers.

use super::shown::{Line, lines, name_or_former};
use super::{address, zone};
use crate::behind;
use crate::day::{self, Day};
use crate::network::TIE_DAYS;
use crate::sight::Sight;
use crate::standings::{self, Figure};
use kernel::{IdentityId, Result};
use store::{DeedRow, Scope};
use web::{Shell, Visit};

/// Answers of the two that are looked at, the latest ones up to the day.
const MOST: i64 = 400;

pub(super) struct FormedView {
    pub word: &'static str,
    /// With whom, and every answer of the two.
    pub name: String,
    pub href: String,
    pub day: String,
    /// Days since they came.
    pub days: i64,
    /// The answer that made it mutual, and before it the last one the other way.
    pub lines: Vec<Line>,
}

/// Nothing where the list is not of ties of newcomers, or this one is not there.
pub(super) async fn formed(
    visit: &Visit,
    scope: &mut Scope,
    shell: &Shell,
    (at, sight): (Day, Sight),
    (person, own, figure): (i64, Option<&String>, Figure),
) -> Result<Option<FormedView>> {
    let (Figure::Reached(nth) | Figure::Soon(nth)) = figure else { return Ok(None) };
    let Some(tie) = standings::formed(scope, at, sight, person, nth).await? else { return Ok(None) };
    let audiences = visit.viewer.audience_numbers();
    let (ways, _) = behind::ways_of_two(scope, (person, tie.with), tie.day, &audiences).await?;
    let names = [name_or_former(own, shell), name_or_former(tie.name.as_ref(), shell)];
    let zone = zone(visit)?;
    let window = (day::begins(zone, tie.day - TIE_DAYS + 1), day::begins(zone, tie.day + 1));
    let both: Vec<IdentityId> = ways.iter().flatten().copied().collect();
    let side = |identity: Option<IdentityId>| ways.iter().position(|way| identity.is_some_and(|one| way.contains(&one)));
    let from = |deed: &DeedRow| {
        let (from, to) = (side(deed.actor)?, side(deed.party("answered"))?);
        (deed.kind == behind::WRITTEN[1] && from != to).then_some(from)
    };
    let mut deeds = scope.answers_between(&both, &both, window, MOST).await?;
    deeds.retain(|deed| from(deed).is_some());
    deeds.sort_by_key(|deed| (deed.at, deed.seq));
    // Words that were taken away tie nobody.
    let mut told = lines(scope, &deeds).await?;
    let answers: Vec<(Day, usize, i64)> = deeds
        .iter()
        .filter(|deed| told.iter().any(|line| line.id == deed.object))
        .filter_map(|deed| Some((day::day_of(zone, deed.at), from(deed)?, deed.object)))
        .collect();
    let made = made(&answers, tie.day);
    told.retain(|line| made.iter().any(|(_, message)| *message == line.id));
    for line in &mut told {
        let side = made.iter().find(|(_, message)| *message == line.id).map_or(0, |made| made.0);
        line.author.clone_from(&names[side]);
    }
    told.reverse();
    Ok(Some(FormedView {
        word: ["pulse-tie-1", "pulse-tie-3", "pulse-tie-6"][nth.min(2)],
        href: address(&format!("/pulse/ties/{person}/{}", tie.with), at, &[]),
        day: shell.day(day::begins(zone, tie.day)),
        days: tie.days,
        name: names[1].clone(),
        lines: told,
    }))
}

/// Of answers in the order of time (day, whose, message), the two that make a tie on a day: whose, and the message.
fn made(answers: &[(Day, usize, i64)], on: Day) -> Vec<(usize, i64)> {
    let mut last: [Option<(Day, i64)>; 2] = [None, None];
    for (day, side, message) in answers {
        last[*side] = Some((*day, *message));
        if let [Some(one), Some(other)] = last
            && *day == on
            && (one.0 - other.0).abs() < TIE_DAYS
        {
            return vec![(0, one.1), (1, other.1)];
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_made_by_the_first_answer_of_its_day_that_has_one_the_other_way() {
        let answers = [(10, 0, 1), (95, 1, 2), (101, 1, 3), (101, 0, 4), (101, 1, 5), (102, 0, 6)];
        assert_eq!(made(&answers, 101), [(0, 4), (1, 3)], "what was said 91 days before has lapsed");
        assert_eq!(made(&answers, 95), [(0, 1), (1, 2)]);
        assert_eq!(made(&answers[..3], 101), [], "two of one are no tie");
    }
}
