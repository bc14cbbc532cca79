//! Speed of each function on an invented graph, in processor time: `bench GRAPH_FILE NODES EDGES REPEATS`. Writes the graph for others
//! to read, one tie a line, and prints one line for each run: name, seconds, and a figure of the result. `bench/ties.py` reads both.

use rustix::time::{ClockId, clock_gettime};
use std::io::{BufWriter, Write};
use ties::{Canvas, Graph, Leiden};

/// Runs whose modularity is compared; their median is what people get.
const SEEDS: u64 = 10;
const PIVOTS: usize = 64;
const RANDOM_ORDERS: usize = 20;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| arguments[place].parse::<usize>().expect("a number");
    let (nodes, edges, repeats) = (number(1), number(2), number(3));
    let ties = invented(nodes, edges);
    write(&arguments[0], &ties).expect("the graph can be written");
    for _ in 0..repeats {
        run(nodes, &ties);
    }
    let graph = Graph::new(nodes, ties.iter().copied());
    for seed in 0..SEEDS {
        let options = Leiden { seed, ..Leiden::default() };
        timed("clusters", || ties::clusters(&graph, &options), |found| found.modularity);
    }
}

fn run(nodes: usize, ties: &[(u32, u32, u64)]) {
    let graph = timed("graph", || Graph::new(nodes, ties.iter().copied()), |graph| graph.edges() as f64);
    timed("components", || ties::components(&graph), |found| found.count() as f64);
    timed("cores", || ties::cores(&graph), |found| f64::from(found.iter().copied().max().unwrap_or(0)));
    let order = timed("order by degree", || ties::by_degree(&graph), |order| f64::from(order[0]));
    timed("removal curve", || ties::removal_curve(&graph, &order), |curve| curve.area());
    timed("removal points", || ties::removal_curve(&graph, &order).sampled(1000), |points| points.len() as f64);
    timed("random orders", || ties::random_area(&graph, RANDOM_ORDERS, 1), |area| *area);
    let mut removed = vec![false; nodes];
    order[..nodes / 10].iter().for_each(|&node| removed[node as usize] = true);
    let left = timed("without", || ties::without(&graph, &removed), |left| left.edges() as f64);
    timed("cores of the left", || ties::cores(&left), |found| f64::from(found.iter().copied().max().unwrap_or(0)));
    let found = ties::clusters(&graph, &Leiden::default());
    timed("modularity", || ties::modularity(&graph, &found.of, 1.0), |found| *found);
    let again = Leiden { start: Some(found.of.clone()), ..Leiden::default() };
    timed("clusters again", || ties::clusters(&graph, &again), |found| found.modularity);
    let canvas = Canvas { width: 1200.0, height: 800.0, margin: 20.0 };
    timed("layout", || ties::layout(&graph, &found.of, &canvas), |layout| layout.discs.len() as f64);
    timed("betweenness", || ties::betweenness(&graph, PIVOTS, 1), |found| found.iter().copied().fold(0.0, f64::max));
}

fn timed<T>(name: &str, work: impl FnOnce() -> T, figure: impl FnOnce(&T) -> f64) -> T {
    let before = processor_seconds();
    let result = work();
    println!("{name}\t{:.6}\t{:.6}", processor_seconds() - before, figure(&result));
    result
}

fn processor_seconds() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

fn write(path: &str, ties: &[(u32, u32, u64)]) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    for (one, other, weight) in ties {
        writeln!(file, "{one} {other} {weight}")?;
    }
    file.flush()
}

/// Chance for this graph alone: a linear congruence after Knuth (MMIX), upper bits.
struct Chance(u64);

impl Chance {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of these by their shares, which are given as running sums.
    fn pick(&mut self, sums: &[f64]) -> usize {
        let drawn = self.share() * sums[sums.len() - 1];
        sums.partition_point(|&sum| sum <= drawn).min(sums.len() - 1)
    }
}

/// Communities of skewed size whose members are of skewed liveliness; two thirds of the ties lie within, weights fall off from 1.
fn invented(nodes: usize, edges: usize) -> Vec<(u32, u32, u64)> {
    let mut chance = Chance(7);
    let lively: Vec<f64> = (0..nodes).map(|_| (1.0 - chance.share()).powf(-1.0 / 1.6).min(300.0)).collect();
    let mut ends = Vec::new();
    let mut end = 0;
    while end < nodes {
        end += (40.0 * (1.0 - chance.share()).powf(-1.0 / 1.2)).min(nodes as f64 / 15.0) as usize;
        ends.push(end.min(nodes));
    }
    let sums = |from: usize, to: usize| -> Vec<f64> {
        lively[from..to]
            .iter()
            .scan(0.0, |sum, share| {
                Some({
                    *sum += share;
                    *sum
                })
            })
            .collect()
    };
    let all = sums(0, nodes);
    let begins = std::iter::once(0).chain(ends.iter().copied());
    let communities: Vec<(usize, Vec<f64>)> = begins.zip(&ends).map(|(begin, &end)| (begin, sums(begin, end))).collect();
    let mut known = std::collections::BTreeSet::new();
    let mut ties = Vec::with_capacity(edges);
    while ties.len() < edges {
        let one = chance.pick(&all);
        let (first, members) = &communities[ends.partition_point(|&end| end <= one)];
        let other = if chance.share() < 2.0 / 3.0 { first + chance.pick(members) } else { chance.pick(&all) };
        if one != other && known.insert((one.min(other), one.max(other))) {
            let weight = 1 + (-(1.0 - chance.share()).ln() * 2.0) as u64;
            ties.push((one as u32, other as u32, weight));
        }
    }
    ties
}
