use super::Goal;
use super::division::Division;
use super::level::{Level, Parts, Tie};
use super::tally::Tally;
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
    strengths: Vec<u32>,
    /// Weight between each part and the rest of its cluster.
    outward: Vec<u32>,
    tally: Tally,
    choices: Vec<Choice>,
}

impl<'a> Refining<'a> {
    fn new(level: &'a Level, division: &'a Division, goal: &'a Goal) -> Refining<'a> {
        let nodes = level.nodes();
        let outward = |node: u32| {
            let own = division.of[node as usize];
            let within = |tie: &Tie| if division.of[tie.other as usize] == own { tie.weight } else { 0 };
            level.ties(node).iter().map(within).sum()
        };
        Refining {
            level,
            division,
            goal,
            of: (0..nodes as u32).collect(),
            alone: vec![true; nodes],
            strengths: level.strengths.clone(),
            outward: (0..nodes as u32).map(outward).collect(),
            tally: Tally::new(nodes),
            choices: Vec::new(),
        }
    }

    /// At least as much weight to the rest of the cluster as expected by chance. `node` is any of the part.
    fn well_connected(&self, part: u32, node: u32) -> bool {
        let cluster = self.division.strengths[self.division.of[node as usize] as usize];
        let own = self.strengths[part as usize];
        f64::from(self.outward[part as usize]) + self.goal.least >= self.goal.expected * f64::from(own) * f64::from(cluster - own)
    }

    fn join(&mut self, node: u32, chance: &mut Chance) {
        let cluster = self.division.of[node as usize];
        for tie in self.level.ties(node) {
            if self.division.of[tie.other as usize] == cluster {
                self.tally.add(self.of[tie.other as usize], tie.weight);
            }
        }
        let Some((part, weight)) = self.choice(node, chance) else { return };
        self.of[node as usize] = part;
        self.alone[node as usize] = false;
        self.alone[part as usize] = false;
        self.strengths[part as usize] += self.strengths[node as usize];
        self.outward[part as usize] = self.outward[part as usize] + self.outward[node as usize] - 2 * weight;
    }

    /// The part to join, with the weight between it and the node.
    fn choice(&mut self, node: u32, chance: &mut Chance) -> Option<(u32, u32)> {
        let (mut choices, mut tally) = (std::mem::take(&mut self.choices), std::mem::take(&mut self.tally));
        let price = self.goal.expected * f64::from(self.strengths[node as usize]);
        tally.take(|part, weight| {
            let gain = f64::from(weight) - price * f64::from(self.strengths[part as usize]);
            if gain >= -self.goal.least && self.well_connected(part, node) {
                choices.push(Choice { part, weight, gain });
            }
        });
        let chosen = choose(&choices, self.goal.warmth, chance).map(|choice| (choice.part, choice.weight));
        choices.clear();
        (self.choices, self.tally) = (choices, tally);
        chosen
    }
}

struct Choice {
    part: u32,
    weight: u32,
    gain: f64,
}

/// One of the choices, each as likely as `exp(gain / warmth)`.
fn choose<'a>(choices: &'a [Choice], warmth: f64, chance: &mut Chance) -> Option<&'a Choice> {
    let most = choices.iter().map(|choice| choice.gain).fold(f64::NEG_INFINITY, f64::max);
    let likely = |choice: &Choice| exponential((choice.gain - most) / warmth);
    let sum: f64 = choices.iter().map(likely).sum();
    let mut left = chance.share() * sum;
    choices.iter().find(|choice| {
        left -= likely(choice);
        left < 0.0
    })
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
