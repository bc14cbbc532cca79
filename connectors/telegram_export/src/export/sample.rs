//! A few messages by which a history is recognised.

/// Messages of one sample.
const MOST: usize = 1_024;

/// Numbers of messages with their times, spread evenly over the history however long it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sample {
    kept: Vec<(i64, i64)>,
    seen: u64,
    /// One of two to the power of this many is kept.
    halvings: u32,
}

impl Sample {
    /// Number and microseconds of UTC, in the order of the files.
    pub fn messages(&self) -> &[(i64, i64)] {
        &self.kept
    }

    pub(crate) fn note(&mut self, number: i64, at_micros: i64) {
        if self.seen.is_multiple_of(1 << self.halvings) {
            self.kept.push((number, at_micros));
        }
        self.seen += 1;
        if self.kept.len() > MOST {
            let mut place = 0;
            self.kept.retain(|_| {
                place += 1;
                place % 2 == 1
            });
            self.halvings += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_small_and_of_the_whole() {
        let mut sample = Sample::default();
        (0..1_000_000).for_each(|number| sample.note(number, number * 2));
        let kept = sample.messages();
        assert!((MOST / 2..=MOST).contains(&kept.len()), "{}", kept.len());
        let steps: Vec<i64> = kept.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        assert!(steps.iter().all(|step| *step == steps[0]), "evenly");
        assert!(kept[0] == (0, 0) && kept[kept.len() - 1].0 > 990_000);
    }
}
