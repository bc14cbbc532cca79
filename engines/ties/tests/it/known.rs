//! Graphs whose answers are in books.

use ties::{Graph, Leiden, betweenness, clusters, components, cores, modularity};

/// Zachary, "An information flow model for conflict and fission in small groups", 1977; nodes numbered from 1 there.
const KARATE: [(u32, &[u32]); 28] = [
    (1, &[2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]),
    (2, &[3, 4, 8, 14, 18, 20, 22, 31]),
    (3, &[4, 8, 9, 10, 14, 28, 29, 33]),
    (4, &[8, 13, 14]),
    (5, &[7, 11]),
    (6, &[7, 11, 17]),
    (7, &[17]),
    (9, &[31, 33, 34]),
    (10, &[34]),
    (14, &[34]),
    (15, &[33, 34]),
    (16, &[33, 34]),
    (19, &[33, 34]),
    (20, &[34]),
    (21, &[33, 34]),
    (23, &[33, 34]),
    (24, &[26, 28, 30, 33, 34]),
    (25, &[26, 28, 32]),
    (26, &[32]),
    (27, &[30, 34]),
    (28, &[34]),
    (29, &[32, 34]),
    (30, &[33, 34]),
    (31, &[33, 34]),
    (32, &[33, 34]),
    (33, &[34]),
    (34, &[]),
    (12, &[]),
];

pub fn karate() -> Graph {
    Graph::new(34, KARATE.iter().flat_map(|&(one, others)| others.iter().map(move |&other| (one - 1, other - 1, 1))))
}

pub fn star(nodes: u32) -> Graph {
    Graph::new(nodes as usize, (1..nodes).map(|node| (0, node, 1)))
}

pub fn clique(nodes: u32) -> Graph {
    Graph::new(nodes as usize, (0..nodes).flat_map(|one| (one + 1..nodes).map(move |other| (one, other, 1))))
}

#[test]
fn the_karate_club_divides_as_is_known() {
    let graph = karate();
    assert_eq!((graph.nodes(), graph.edges(), graph.weight()), (34, 78, 78));
    let best = (0..20)
        .map(|seed| clusters(&graph, &Leiden { seed, ..Leiden::default() }))
        .max_by(|one, other| one.modularity.total_cmp(&other.modularity))
        .unwrap();
    // The best there is: Brandes et al., "On modularity clustering", 2008.
    assert_eq!(format!("{:.4}", best.modularity), "0.4198");
    assert_eq!(best.sizes(), [12, 11, 6, 5]);
    // The two sides after the split, by who led them.
    let sides: Vec<u32> =
        (1..=34).map(|node| u32::from(![1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 18, 20, 22].contains(&node))).collect();
    assert_eq!(format!("{:.4}", modularity(&graph, &sides, 1.0)), "0.3715");
    let four: Vec<usize> = (0..34).filter(|&node| cores(&graph)[node] == 4).map(|node| node + 1).collect();
    assert_eq!(four, [1, 2, 3, 4, 8, 9, 14, 31, 33, 34]);
    let between = betweenness(&graph, 34, 0);
    assert_eq!(format!("{:.2} {:.2} {:.2}", between[0], between[33], between[32]), "231.07 160.55 76.69");
    assert_eq!(components(&graph).count(), 1);
}

#[test]
fn a_star_and_a_clique_are_what_they_are() {
    let (star, clique) = (star(7), clique(7));
    assert_eq!(cores(&star), [1; 7]);
    assert_eq!(cores(&clique), [6; 7]);
    assert_eq!(betweenness(&star, 7, 0), [15.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(betweenness(&clique, 7, 0), [0.0; 7]);
    for graph in [star, clique] {
        let whole = clusters(&graph, &Leiden::default());
        assert_eq!((whole.count, whole.modularity), (1, 0.0));
    }
}
