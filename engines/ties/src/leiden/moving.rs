use super::Goal;
use super::division::Division;
use super::level::{Level, Tie};
use super::tally::Tally;
use crate::chance::Chance;
use std::collections::VecDeque;

/// Moves nodes to where modularity rises most until none wants to move; whether any did. After a move only those are asked again whose
/// neighbour left them, which is the "fast local moving" of the paper.
pub(super) fn settle(level: &Level, division: &mut Division, goal: &Goal, chance: &mut Chance) -> bool {
    let mut queue: VecDeque<u32> = chance.order(level.nodes()).into();
    let mut queued = vec![true; level.nodes()];
    let mut tally = Tally::new(level.nodes());
    let mut moved = false;
    while let Some(node) = queue.pop_front() {
        queued[node as usize] = false;
        let Some(to) = better(level, division, goal, &mut tally, node) else { continue };
        division.change(node, level.strengths[node as usize], to);
        moved = true;
        for &Tie { other, .. } in level.ties(node) {
            if !queued[other as usize] && division.of[other as usize] != to {
                queued[other as usize] = true;
                queue.push_back(other);
            }
        }
    }
    moved
}

/// The cluster where this node adds most, if that is more than where it is; an empty one if it is better off alone.
fn better(level: &Level, division: &Division, goal: &Goal, tally: &mut Tally, node: u32) -> Option<u32> {
    for tie in level.ties(node) {
        tally.add(division.of[tie.other as usize], tie.weight);
    }
    let own = division.of[node as usize];
    let strength = level.strengths[node as usize];
    let price = goal.expected * f64::from(strength);
    let gain = |weight: u32, others: u32| f64::from(weight) - price * f64::from(others);
    let stays = gain(tally.sum(own), division.strengths[own as usize] - strength);
    let mut best = (stays + goal.least, None);
    tally.take(|label, weight| {
        let gain = gain(weight, division.strengths[label as usize]);
        if gain > best.0 && label != own {
            best = (gain, Some(label));
        }
    });
    if best.0 < 0.0 { division.an_empty_one() } else { best.1 }
}
