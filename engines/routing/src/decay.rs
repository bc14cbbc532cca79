//! Counts that fade: each addition loses half of its weight in every half-life. Kept as a value and its time, so nothing is swept.

const MICROS_PER_HOUR: f64 = 3_600_000_000.0;

/// A moment in hours, from microseconds of UTC.
pub(crate) fn hours(at: i64) -> f64 {
    at as f64 / MICROS_PER_HOUR
}

/// A fading count. Moments and half-lives are in one unit of the caller's choice: hours, or answers of the whole community.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Faded {
    /// The logarithm of the value: reading it at a later time is one subtraction.
    logarithm: f64,
    at: f64,
}

impl Default for Faded {
    fn default() -> Faded {
        Faded { logarithm: f64::NEG_INFINITY, at: 0.0 }
    }
}

impl Faded {
    /// What comes late counts as faded as if it had come in its time.
    pub(crate) fn add(&mut self, amount: f64, at: f64, half_life: f64) {
        let latest = if self.logarithm.is_finite() { self.at.max(at) } else { at };
        let late = ((at - latest) / half_life).exp2();
        self.logarithm = (self.read(latest, half_life) + amount * late).ln();
        self.at = latest;
    }

    pub(crate) fn read(&self, at: f64, half_life: f64) -> f64 {
        if self.logarithm == f64::NEG_INFINITY { 0.0 } else { self.logarithm(at, half_life, f64::NEG_INFINITY).exp() }
    }

    /// The natural logarithm of the value, never under `floor`.
    pub(crate) fn logarithm(&self, at: f64, half_life: f64, floor: f64) -> f64 {
        (self.logarithm - (at - self.at).max(0.0) / half_life * std::f64::consts::LN_2).max(floor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_left_after_a_half_life() {
        let mut count = Faded::default();
        count.add(1.0, 100.0, 24.0);
        count.add(1.0, 124.0, 24.0);
        assert!((count.read(124.0, 24.0) - 1.5).abs() < 1e-12);
        assert!((count.read(148.0, 24.0) - 0.75).abs() < 1e-12);
        assert!((count.logarithm(148.0, 24.0, -7.0) - 0.75_f64.ln()).abs() < 1e-12);
        assert_eq!(count.logarithm(1e9, 24.0, -7.0), -7.0);
        assert_eq!(Faded::default().read(5.0, 1.0), 0.0);
        let mut late = Faded::default();
        late.add(1.0, 124.0, 24.0);
        late.add(1.0, 100.0, 24.0);
        assert!((late.read(124.0, 24.0) - 1.5).abs() < 1e-12);
        assert_eq!(hours(7_200_000_000), 2.0);
    }
}
