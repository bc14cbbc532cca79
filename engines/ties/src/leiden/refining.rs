use super::Goal;
use super::level::{Division, Level, Parts, Tally};
use crate::chance::Chance;

/// Divides each cluster into parts that hang together: nodes begin alone, and each that is still alone joins a part of its cluster,
/// the likelier the more modularity gains. Nodes and parts that are badly connected to the rest of their cluster take no part.
pub(super) fn refine(level: &Level, division: &Division, goal: &Goal, chance: &mut Chance) -> Parts {
    let mut refining = Refining::new(level, division, goal);
    for node in chance.order(level.nodes()) {
        if refining.alone[node as usize] && refining.well_connected(node, node) {
            refining.join(node, chance);
        }
    }
    Parts::new(&refining.of)
}

struct Refining<'a> {
    level: &'a Level,
    division: &'a Division,
    goal: &'a Goal,
    /// The part of each node, named by the node that it began with.
    of: Vec<u32>,
    alone: Vec<bool>,
    strengths: Vec<f64>,
    /// Weight between each part and the rest of its cluster.
    outward: Vec<f64>,
    tally: Tally,
    choices: Vec<(u32, f64)>,
}

impl<'a> Refining<'a> {
    fn new(level: &'a Level, division: &'a Division, goal: &'a Goal) -> Refining<'a> {
        let nodes = level.nodes();
        let outward = (0..nodes as u32)
            .map(|node| {
                let own = division.of[node as usize];
                level.neighbours(node).filter(|&(other, _)| division.of[other as usize] == own).map(|(_, weight)| weight).sum()
            })
            .collect();
        Refining {
            level,
            division,
            goal,
            of: (0..nodes as u32).collect(),
            alone: vec![true; nodes],
            strengths: level.strengths.clone(),
            outward,
            tally: Tally::new(nodes),
            choices: Vec::new(),
        }
    }

    /// At least as much weight to the rest of the cluster as expected by chance. `node` is any of the part.
    fn well_connected(&self, part: u32, node: u32) -> bool {
        let cluster = self.division.strengths[self.division.of[node as usize] as usize];
        let own = self.strengths[part as usize];
        self.outward[part as usize] + self.goal.least >= self.goal.expected * own * (cluster - own)
    }

    fn join(&mut self, node: u32, chance: &mut Chance) {
        let cluster = self.division.of[node as usize];
        for (other, weight) in self.level.neighbours(node) {
            if self.division.of[other as usize] == cluster {
                self.tally.add(self.of[other as usize], weight);
            }
        }
        let price = self.goal.expected * self.strengths[node as usize];
        let mut choices = std::mem::take(&mut self.choices);
        for &part in &self.tally.met {
            let gain = self.tally.weight(part) - price * self.strengths[part as usize];
            if gain >= -self.goal.least && self.well_connected(part, node) {
                choices.push((part, gain));
            }
        }
        if let Some(part) = choose(&mut choices, self.goal.warmth, chance) {
            self.of[node as usize] = part;
            self.alone[node as usize] = false;
            self.alone[part as usize] = false;
            self.strengths[part as usize] += self.strengths[node as usize];
            self.outward[part as usize] += self.outward[node as usize] - 2.0 * self.tally.weight(part);
        }
        choices.clear();
        self.choices = choices;
        self.tally.clear();
    }
}

/// One of the choices, each as likely as `exp(gain / warmth)`.
fn choose(choices: &mut [(u32, f64)], warmth: f64, chance: &mut Chance) -> Option<u32> {
    let most = choices.iter().map(|&(_, gain)| gain).fold(f64::NEG_INFINITY, f64::max);
    let mut sum = 0.0;
    for (_, gain) in choices.iter_mut() {
        sum += exponential((*gain - most) / warmth);
        *gain = sum;
    }
    let drawn = chance.share() * sum;
    choices.iter().find(|&&(_, upto)| drawn < upto).or(choices.last()).map(|&(part, _)| part)
}

/// Nearly e to the power of `x`, which is 0 or less: `(1 + x/1024)^1024`. Machines differ in the last digit of the exact one, and then
/// in the clusters that come of it.
fn exponential(x: f64) -> f64 {
    if x < -30.0 {
        return 0.0;
    }
    let mut power = 1.0 + x / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    power
}
