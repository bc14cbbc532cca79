//! Speed and memory on invented answers, in processor time: `bench ANSWERS MEMBERS REQUESTS`. Prints the seconds that learning took
//! (of the first 100,000 too), the milliseconds of a ranking with its reasons (median, 95 and 99 of a hundred), and megabytes.

use routing::{Answer, Index, Request, Weights};
use rustix::time::{ClockId, clock_gettime};

const HOUR: i64 = 3_600_000_000;
const WORDS: usize = 60_000;
const QUESTION_WORDS: usize = 30;
const ANSWER_WORDS: usize = 25;
/// As in a chat.
const MESSAGE_WORDS: usize = 15;
const TAGS: usize = 800;
const MILESTONE: usize = 100_000;
const TOP: usize = 20;

fn main() {
    let numbers: Vec<usize> = std::env::args().skip(1).map(|word| word.parse().expect("a number")).collect();
    let [answers, members, requests] = numbers[..] else { panic!("bench ANSWERS MEMBERS REQUESTS") };
    let mut chance = Chance(7);
    let vocabulary = vocabulary(&mut chance);
    let tags: Vec<String> = (0..TAGS).map(|number| format!("tag-{number}")).collect();
    println!("learnt {MILESTONE} messages of {MESSAGE_WORDS} words in {:.2} s", messages(&vocabulary, &mut chance, members));
    let mut index = Index::new();
    let mut learning = 0.0;
    for number in 0..answers {
        let (question, answer) = (text(&vocabulary, &mut chance, QUESTION_WORDS), text(&vocabulary, &mut chance, ANSWER_WORDS));
        let said = Answer {
            id: number as i64,
            at: number as i64 * HOUR / 20,
            member: chance.rare(members) as i64,
            asker: Some(chance.rare(members) as i64),
            question: &question,
            answer: &answer,
            tags: &[&tags[chance.rare(TAGS)], &tags[chance.rare(TAGS)]],
            weight: 1.0,
        };
        let before = processor_seconds();
        index.learn(&said);
        learning += processor_seconds() - before;
        if number + 1 == MILESTONE || number + 1 == answers {
            println!("learnt {} answers in {learning:.2} s", number + 1);
        }
    }
    let mut times: Vec<f64> = (0..requests)
        .map(|_| {
            let said = text(&vocabulary, &mut chance, QUESTION_WORDS);
            let tags: [&str; 2] = [&tags[chance.rare(TAGS)], &tags[chance.rare(TAGS)]];
            let request = Request { at: answers as i64 * HOUR / 20, asker: 1, text: &said, tags: &tags, wanted: &[] };
            let before = processor_seconds();
            let found = index.rank(&request, &Weights::untrained(), |_| true, TOP);
            let took = processor_seconds() - before;
            assert_eq!(found.len(), TOP);
            took * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let of_hundred = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "{requests} requests among {} members: p50 {:.2} ms, p95 {:.2} ms, p99 {:.2} ms",
        index.sizes().1,
        of_hundred(50),
        of_hundred(95),
        of_hundred(99)
    );
    let before = processor_seconds();
    index.erase(0);
    println!("erasing the busiest member: {:.0} ms", (processor_seconds() - before) * 1000.0);
    println!("peak memory {} MB", peak_megabytes());
}

/// Seconds for the messages of a chat, each indexed by its own words.
fn messages(vocabulary: &[String], chance: &mut Chance, members: usize) -> f64 {
    let (mut index, mut took) = (Index::new(), 0.0);
    for number in 0..MILESTONE as i64 {
        let said = text(vocabulary, chance, MESSAGE_WORDS);
        let (member, asker) = (chance.rare(members) as i64, Some(chance.rare(members) as i64));
        let message =
            Answer { id: number, at: number * HOUR / 20, member, asker, question: "", answer: &said, tags: &[], weight: 1.0 };
        let before = processor_seconds();
        index.learn(&message);
        took += processor_seconds() - before;
    }
    took
}

fn processor_seconds() -> f64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().map_or(0, |kilobytes| kilobytes / 1024)
}

/// A linear congruence after Knuth (MMIX), upper bits.
struct Chance(u64);

impl Chance {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number under the bound, small ones much oftener: by Zipf's law.
    fn rare(&mut self, bound: usize) -> usize {
        ((bound as f64).powf(self.share()) - 1.0) as usize
    }
}

/// Words of Russian and English letters, as long as real ones.
fn vocabulary(chance: &mut Chance) -> Vec<String> {
    let alphabets: [Vec<char>; 2] = ["оеаинтсрвлкмдпуяыьгзб".chars().collect(), "etaoinsrhldcumfpgwyb".chars().collect()];
    (0..WORDS)
        .map(|number| {
            let letters = &alphabets[number % 2];
            (0..4 + number % 7).map(|_| letters[(chance.share() * letters.len() as f64) as usize]).collect()
        })
        .collect()
}

fn text(vocabulary: &[String], chance: &mut Chance, words: usize) -> String {
    (0..words).map(|_| vocabulary[chance.rare(vocabulary.len())].as_str()).collect::<Vec<_>>().join(" ")
}
