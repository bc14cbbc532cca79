//! How much a count says: words that requests have more often than other talk, and pairs that stand together more often than
//! chance would have it.

/// Two-sided 95 % of the normal distribution.
const SURE: f64 = 1.96;
/// One in a thousand, of a chi-square with one degree of freedom.
const TOGETHER: f64 = 10.83;
/// How much the prior weighs, in words.
const PRIOR: f64 = 500.0;

/// A word in requests and in other talk, and how many words there are in each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub here: f64,
    pub all_here: f64,
    pub there: f64,
    pub all_there: f64,
}

impl Compared {
    /// The weighted log-odds with an informative Dirichlet prior, over its standard error (Monroe, Colaresi, Quinn 2008).
    pub fn z(&self) -> f64 {
        let prior = PRIOR * (self.here + self.there) / (self.all_here + self.all_there).max(1.0);
        let odds = |count: f64, all: f64| ((count + prior) / (all + PRIOR - count - prior)).ln();
        let error = (1.0 / (self.here + prior) + 1.0 / (self.there + prior)).sqrt();
        (odds(self.here, self.all_here) - odds(self.there, self.all_there)) / error
    }

    /// Requests have it more often, and not by chance.
    pub fn characteristic(&self) -> bool {
        self.z() >= SURE
    }
}

/// Whether two words stand side by side more often than chance has it: `both` of `all` texts, the one being in `left` and the
/// other in `right` of them (the log-likelihood ratio of Dunning 1993).
pub(super) fn together(both: usize, left: usize, right: usize, all: usize) -> bool {
    let (both, left, right, all) = (both as f64, left as f64, right as f64, all as f64);
    if both <= left * right / all {
        return false;
    }
    let cells = [
        (both, left, right),
        (left - both, left, all - right),
        (right - both, all - left, right),
        (all - left - right + both, all - left, all - right),
    ];
    let sum: f64 =
        cells.iter().filter(|(seen, ..)| *seen > 0.0).map(|(seen, row, column)| seen * (seen * all / (row * column)).ln()).sum();
    2.0 * sum >= TOGETHER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_requests_are_told_from_words_of_all_talk() {
        let word = |here: f64, there: f64| Compared { here, all_here: 1_000.0, there, all_there: 10_000.0 };
        assert!(word(30.0, 20.0).characteristic());
        assert!(!word(10.0, 100.0).characteristic(), "as often as anywhere");
        assert!(word(2.0, 300.0).z() < -SURE);
    }

    #[test]
    fn pairs_by_chance_are_no_pairs() {
        assert!(together(8, 10, 12, 200));
        assert!(!together(5, 100, 10, 200), "half of them, as chance has it");
        assert!(!together(1, 100, 100, 200));
    }

    #[test]
    fn the_ratio_is_dunnings() {
        // G² of the table 8, 2, 4, 186, by hand: 43.9.
        assert!(together(8, 10, 12, 200) && !together(3, 10, 50, 200));
    }
}
