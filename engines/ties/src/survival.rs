/// How long something lasts when not all have come to its end: the share that goes on, day by day.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// The days on which it happened to someone, rising.
    pub steps: Vec<Step>,
    /// All who were observed.
    pub observed: u32,
    /// The last day on which anyone was observed.
    pub last_day: u32,
}

/// One fall of the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub day: u32,
    /// Those still observed, and to whom it had not happened, when the day began.
    pub at_risk: u32,
    /// To how many it happened on this day.
    pub happened: u32,
    /// The share to whom it has not happened by the end of this day.
    pub share: f64,
    /// Where the true share lies with a confidence of 95 %; `None` once the share is 0, where the formula says nothing.
    pub interval: Option<(f64, f64)>,
}

/// The 0.975 quantile of the normal distribution.
const QUANTILE: f64 = 1.959_963_984_540_054;
/// A product of fractions misses one half by a little.
const CLOSE: f64 = 1e-12;

/// The product-limit estimate of the share that goes on. `durations` are days observed, with whether it happened then; who was only
/// watched until that day counts as at risk on it.
///
/// Sources: Kaplan, Meier, "Nonparametric estimation from incomplete observations", 1958; variance by Greenwood, "The natural duration
/// of cancer", 1926; log-log intervals, which stay between 0 and 1, by Kalbfleisch, Prentice, "The statistical analysis of failure
/// time data", 1980.
pub fn kaplan_meier(durations: &[(u32, bool)]) -> Survival {
    let mut sorted = durations.to_vec();
    sorted.sort_unstable();
    let (mut share, mut greenwood) = (1.0, 0.0);
    let mut at_risk = sorted.len() as u32;
    let mut steps = Vec::new();
    for day in sorted.chunk_by(|one, other| one.0 == other.0) {
        let happened = day.iter().filter(|(_, happened)| *happened).count() as u32;
        if happened > 0 {
            let (risk, left) = (f64::from(at_risk), f64::from(at_risk - happened));
            share *= left / risk;
            greenwood += f64::from(happened) / (risk * left);
            steps.push(Step { day: day[0].0, at_risk, happened, share, interval: interval(share, greenwood) });
        }
        at_risk -= day.len() as u32;
    }
    Survival { steps, observed: sorted.len() as u32, last_day: sorted.last().map_or(0, |&(day, _)| day) }
}

/// `greenwood` is the sum in Greenwood's formula, the variance of the share divided by its square.
fn interval(share: f64, greenwood: f64) -> Option<(f64, f64)> {
    (share > 0.0).then(|| {
        let width = (QUANTILE * greenwood.sqrt() / share.ln().abs()).exp();
        (share.powf(width), share.powf(1.0 / width))
    })
}

impl Survival {
    /// The share to whom it has not happened by the end of this day. After the last day of observation, the last known share.
    pub fn at(&self, day: u32) -> f64 {
        self.step(day).map_or(1.0, |step| step.share)
    }

    /// The last fall of the curve up to this day; `None` before the first.
    pub fn step(&self, day: u32) -> Option<&Step> {
        let after = self.steps.partition_point(|step| step.day <= day);
        after.checked_sub(1).map(|place| &self.steps[place])
    }

    /// The first day by whose end it happened to half of all; `None` if the curve never comes down so far.
    pub fn median(&self) -> Option<u32> {
        self.steps.iter().find(|step| step.share <= 0.5 + CLOSE).map(|step| step.day)
    }
}
