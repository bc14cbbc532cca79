//! Clusters keep their names from week to week while they stay themselves.

use crate::town::{Town, at, on};
use kernel::{AudienceId, IdentityId};
use pulse::day::Day;
use pulse::figures::clusters::Cluster;
use store::{args, statement};
use talk::history::Incoming;

/// A Wednesday, a few days after the tests' clock begins.
const FIRST: &str = "2026-11-25";

/// Everybody answers everybody.
async fn all_talk(town: &mut Town, people: &[IdentityId], day: Day) {
    let mut lines = Vec::new();
    for (place, one) in people.iter().enumerate() {
        for other in &people[..place] {
            let mut before = None;
            for author in [*one, *other, *one] {
                let number = town.number();
                lines.push(Incoming { number, at: at(day, 12), author: Some(author), reply_to: before, ..Incoming::default() });
                before = Some(number);
            }
        }
    }
    town.bring(AudienceId::EVERYONE, lines).await;
}

/// The clusters of a day, looked at on that day: weeks are written down while they last.
async fn clusters(town: &Town, day: Day) -> Vec<Cluster> {
    let clock = &town.database.clock;
    clock.pass((at(day, 12) - clock.now()).max(0));
    let mut list = town.figures(day).await.clusters.list;
    list.sort_by_key(|cluster| cluster.number);
    list
}

statement!(WEEKS = "select distinct week from pulse_clusters where community_id = $1 order by week");
statement!(OF_WEEK = "select cluster, size from pulse_clusters where community_id = $1 and week = $2 order by cluster");

#[tokio::test]
async fn a_cluster_keeps_its_name_while_half_of_it_stays() {
    let mut town = Town::new().await;
    let first = on(FIRST);
    let mut people = Vec::new();
    for number in 0..10 {
        people.push(town.person(&format!("Участник {number}")).await);
    }
    let (ours, theirs) = (&people[..3], &people[3..6]);
    all_talk(&mut town, ours, first - 3).await;
    all_talk(&mut town, theirs, first - 3).await;
    let week = clusters(&town, first).await;
    let shape = |list: &[Cluster]| {
        list.iter().map(|cluster| (cluster.number, cluster.size, cluster.inside, cluster.outside)).collect::<Vec<_>>()
    };
    assert_eq!(shape(&week), [(1, 3, 3, 0), (2, 3, 3, 0)]);
    let namesakes: Vec<i64> = week.iter().map(|cluster| cluster.after).collect();
    // One more of four: three quarters are the same.
    all_talk(&mut town, &[ours, &people[6..7]].concat(), first + 2).await;
    let next = clusters(&town, first + 7).await;
    assert_eq!(shape(&next), [(1, 4, 6, 0), (2, 3, 3, 0)]);
    assert_eq!(next.iter().map(|cluster| cluster.after).collect::<Vec<_>>(), namesakes, "called after the same people");
    // Three of the four leave, and the one who stays finds others: one of seven is the same.
    for gone in [people[1], people[2], people[6]] {
        town.moves("chat.left", gone, first + 8, AudienceId::EVERYONE).await;
    }
    all_talk(&mut town, &[&people[..1], &people[7..10]].concat(), first + 8).await;
    let grown = clusters(&town, first + 9).await;
    assert_eq!(shape(&grown), [(2, 3, 3, 0), (3, 4, 6, 0)]);
    let later = clusters(&town, first + 14).await;
    assert_eq!(town.rows::<i64>(&WEEKS, &[]).await, [first - 2, first + 5, first + 12], "each week was written down once");
    let written = town.rows::<(i64, i64)>(&OF_WEEK, args![first + 12]).await;
    assert_eq!(written, later.iter().map(|cluster| (cluster.number, cluster.size)).collect::<Vec<_>>());
    assert_eq!(shape(&later), shape(&grown), "what changed within a week is written down in the next");
    // History stays history, also when the days are counted anew.
    town.rebuild().await;
    assert_eq!(clusters(&town, first + 14).await, later);
    assert_eq!(town.rows::<(i64, i64)>(&OF_WEEK, args![first - 2]).await, [(1, 3), (2, 3)]);
    // A past week that nobody wrote down is found afresh, whichever days were looked at before.
    let before = clusters(&town, first - 8).await;
    assert_eq!(before, [], "nobody had ties then");
    assert_eq!(town.rows::<i64>(&WEEKS, &[]).await, [first - 2, first + 5, first + 12], "and is not written down later");
}
