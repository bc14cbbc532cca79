use std::cmp::{Ordering, Reverse};

/// Which of this week's clusters keeps which name of last week's.
///
/// `before` are names with the members of their cluster, `now` the members of each new cluster; for each of these the name it keeps,
/// or `None`. Two clusters are alike by their Jaccard index (members in both, of members in either; Jaccard, "Étude comparative de
/// la distribution florale", 1901). Pairs are taken by falling likeness, of equals the lower name and then the earlier new cluster,
/// down to one half included; each name and each new cluster is used once. Members named twice in a set count once.
///
/// Following clusters through time by this index: Greene, Doyle, Cunningham, "Tracking the evolution of communities in dynamic
/// social networks", 2010.
pub fn jaccard_names(before: &[(u64, Vec<u64>)], now: &[Vec<u64>]) -> Vec<Option<u64>> {
    let old: Vec<Vec<u64>> = before.iter().map(|(_, members)| set(members)).collect();
    let new: Vec<Vec<u64>> = now.iter().map(|members| set(members)).collect();
    let mut pairs: Vec<Pair> = shared(&old, &new)
        .into_iter()
        .map(|(old_place, place, both)| {
            let either = (old[old_place].len() + new[place].len()) as u64 - both;
            Pair { name: before[old_place].0, place, both, either }
        })
        .filter(|pair| pair.both * 2 >= pair.either)
        .collect();
    pairs.sort_unstable_by(Pair::order);
    let mut keeps = vec![None; now.len()];
    let mut used: Vec<u64> = Vec::new();
    for pair in pairs {
        if keeps[pair.place].is_none()
            && let Err(at) = used.binary_search(&pair.name)
        {
            used.insert(at, pair.name);
            keeps[pair.place] = Some(pair.name);
        }
    }
    keeps
}

struct Pair {
    name: u64,
    place: usize,
    both: u64,
    either: u64,
}

impl Pair {
    /// Fractions are compared crosswise: equal ones are equal, whatever they were made of.
    fn order(&self, other: &Pair) -> Ordering {
        let (mine, theirs) = (u128::from(self.both) * u128::from(other.either), u128::from(other.both) * u128::from(self.either));
        Reverse(mine).cmp(&Reverse(theirs)).then(self.name.cmp(&other.name)).then(self.place.cmp(&other.place))
    }
}

fn set(members: &[u64]) -> Vec<u64> {
    let mut set = members.to_vec();
    set.sort_unstable();
    set.dedup();
    set
}

/// How many members two sets share, for those that share any: by old set, then new.
fn shared(old: &[Vec<u64>], new: &[Vec<u64>]) -> Vec<(usize, usize, u64)> {
    let mut places: Vec<(u64, usize)> =
        new.iter().enumerate().flat_map(|(place, set)| set.iter().map(move |&member| (member, place))).collect();
    places.sort_unstable();
    let mut found = Vec::new();
    for (old_place, set) in old.iter().enumerate() {
        let mut met: Vec<usize> = Vec::new();
        for &member in set {
            let first = places.partition_point(|&(other, _)| other < member);
            met.extend(places[first..].iter().take_while(|&&(other, _)| other == member).map(|&(_, place)| place));
        }
        met.sort_unstable();
        found.extend(met.chunk_by(|one, other| one == other).map(|same| (old_place, same[0], same.len() as u64)));
    }
    found
}
