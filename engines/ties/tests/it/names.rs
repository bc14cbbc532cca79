//! Clusters keep their names from week to week.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use std::collections::BTreeSet;
use ties::jaccard_names;

fn set(members: std::ops::Range<u64>) -> Vec<u64> {
    members.collect()
}

#[test]
fn the_likest_keeps_the_name() {
    let before = [(10, set(0..10)), (20, set(10..20)), (30, set(20..24))];
    // Moved a little; half of the old one, exactly; less than half.
    let now = [set(9..20), set(0..5), set(22..30)];
    assert_eq!(jaccard_names(&before, &now), [Some(20), Some(10), None]);
}

#[test]
fn a_name_is_used_once_and_equals_go_by_the_lower_number() {
    // Of two halves the first keeps the name.
    assert_eq!(jaccard_names(&[(5, set(0..4))], &[set(2..4), set(0..2)]), [Some(5), None]);
    // Of two names that fit as well, the lower one, wherever it stands.
    assert_eq!(jaccard_names(&[(9, set(0..2)), (4, set(2..4))], &[set(0..4)]), [Some(4)]);
    // The same name on two old clusters is still given once.
    assert_eq!(jaccard_names(&[(4, set(0..2)), (4, set(2..4))], &[set(0..2), set(2..4)]), [Some(4), None]);
    assert_eq!(jaccard_names(&[(1, vec![3, 3, 3, 4])], &[vec![4, 3, 3]]), [Some(1)]);
    assert_eq!(jaccard_names(&[(1, vec![])], &[vec![], set(0..1)]), [None, None]);
    assert!(jaccard_names(&[(1, set(0..3))], &[]).is_empty());
}

/// Disjoint sets, as clusters are.
fn clusters() -> impl Strategy<Value = Vec<Vec<u64>>> {
    vec(0..4usize, 20).prop_map(|of| (0..4).map(|cluster| (0..20).filter(|&node| of[node as usize] == cluster).collect()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn names_are_given_greedily(old in clusters(), new in clusters(), names in btree_set(0..100u64, 4)) {
        let before: Vec<(u64, Vec<u64>)> = names.into_iter().zip(old).collect();
        let mut left: BTreeSet<(usize, usize)> = (0..4).flat_map(|one| (0..4).map(move |other| (one, other))).collect();
        let mut expected = vec![None; 4];
        loop {
            // Written as the sentence is: the most alike, of equals the lower name, then the earlier cluster.
            let mut best: Option<(f64, usize, usize)> = None;
            for &(one, other) in &left {
                let both = before[one].1.iter().filter(|member| new[other].contains(member)).count();
                let either = before[one].1.len() + new[other].len() - both;
                let alike = if either == 0 { 0.0 } else { both as f64 / either as f64 };
                if alike >= 0.5 && best.is_none_or(|best| alike > best.0) {
                    best = Some((alike, one, other));
                }
            }
            let Some((_, one, other)) = best else { break };
            expected[other] = Some(before[one].0);
            left.retain(|&(old, new)| old != one && new != other);
        }
        prop_assert_eq!(jaccard_names(&before, &new), expected);
    }
}
