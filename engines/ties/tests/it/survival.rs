//! The curve of those who stay.

use proptest::collection::vec;
use proptest::prelude::*;
use ties::{Survival, kaplan_meier};

/// Weeks of remission under 6-MP; Freireich et al., "The effect of 6-mercaptopurine on the duration of steroid-induced remissions",
/// 1963, as in Cox and Oakes, "Analysis of survival data", 1984.
fn remission() -> Survival {
    let relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|week| (week, true));
    let watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|week| (week, false));
    kaplan_meier(&[&relapsed[..], &watched[..]].concat())
}

#[test]
fn the_known_answer_comes_out() {
    let found = remission();
    let shares: Vec<String> = found.steps.iter().map(|step| format!("{} {:.4}", step.day, step.share)).collect();
    assert_eq!(shares, ["6 0.8571", "7 0.8067", "10 0.7529", "13 0.6902", "16 0.6275", "22 0.5378", "23 0.4482"]);
    assert_eq!(found.steps.iter().map(|step| step.at_risk).collect::<Vec<_>>(), [21, 17, 15, 12, 11, 7, 6]);
    assert_eq!((found.median(), found.observed, found.last_day), (Some(23), 21, 35));
    assert_eq!((found.at(0), found.at(5)), (1.0, 1.0));
    assert_eq!((found.at(6), found.at(9)), (found.steps[0].share, found.steps[1].share));
    assert_eq!(format!("{:.4}", found.at(1000)), "0.4482");
}

/// Limits as lifelines 0.30 gives them for the same weeks (Davidson-Pilon, "lifelines: survival analysis in Python", 2019).
#[test]
fn intervals_are_those_of_another_program() {
    let found = remission();
    let limits = found.steps.iter().map(|step| step.interval.map(|(low, high)| format!("{low:.4} {high:.4}")).unwrap());
    let expected =
        ["0.6197 0.9516", "0.5631 0.9228", "0.5032 0.8894", "0.4316 0.8491", "0.3675 0.8049", "0.2678 0.7468", "0.1881 0.6801"];
    assert_eq!(limits.collect::<Vec<_>>(), expected);
}

#[test]
fn nobody_everybody_and_half_of_all() {
    let nobody = kaplan_meier(&[]);
    assert_eq!((nobody.at(9), nobody.median(), nobody.observed, nobody.last_day), (1.0, None, 0, 0));
    let watched = kaplan_meier(&[(3, false), (8, false)]);
    assert_eq!((watched.at(9), watched.median(), watched.steps.len()), (1.0, None, 0));
    let gone = kaplan_meier(&[(4, true), (4, true)]);
    assert_eq!((gone.at(3), gone.at(4), gone.median(), gone.steps[0].interval), (1.0, 0.0, Some(4), None));
    // Fractions that multiply to one half only nearly.
    let half: Vec<(u32, bool)> = (1..=98).map(|day| (day, true)).collect();
    assert_eq!(kaplan_meier(&half).median(), Some(49));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn without_the_merely_watched_it_is_a_plain_share(days in vec(0..30u32, 1..40)) {
        let found = kaplan_meier(&days.iter().map(|&day| (day, true)).collect::<Vec<_>>());
        for day in 0..31 {
            let going = days.iter().filter(|&&other| other > day).count() as f64 / days.len() as f64;
            prop_assert!((found.at(day) - going).abs() < 1e-12);
        }
    }

    #[test]
    fn it_falls_within_its_interval(durations in vec((0..30u32, any::<bool>()), 0..40)) {
        let found = kaplan_meier(&durations);
        let mut turned = durations.clone();
        turned.reverse();
        prop_assert_eq!(&found, &kaplan_meier(&turned));
        let mut last = 1.0;
        for step in &found.steps {
            // The product over all days so far, from the definition.
            let at_risk = durations.iter().filter(|&&(day, _)| day >= step.day).count();
            let happened = durations.iter().filter(|&&(day, happened)| happened && day == step.day).count();
            prop_assert_eq!((step.at_risk as usize, step.happened as usize), (at_risk, happened));
            prop_assert!((step.share - last * (1.0 - happened as f64 / at_risk as f64)).abs() < 1e-12);
            last = step.share;
            match step.interval {
                Some((low, high)) => prop_assert!(0.0 <= low && low <= step.share && step.share <= high && high <= 1.0),
                None => prop_assert_eq!(step.share, 0.0),
            }
        }
    }
}
