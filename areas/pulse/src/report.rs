//! The figures as others read them: JSON for programs, the table of ties for those who compute for themselves.

use crate::day::written;
use crate::facts::{Exchange, Facts};
use crate::figures::Figures;
use crate::figures::resilience::Without;
use crate::figures::response::Group;
use crate::network::{Network, Pair};
use serde_json::{Value, json};

/// The figures of a day. Shares are of one; what the data cannot say is null.
pub fn json(figures: &Figures) -> Value {
    let (size, ties, clusters) = (&figures.size, &figures.ties, &figures.clusters);
    let (newcomers, resilience) = (&figures.newcomers, &figures.resilience);
    json!({
        "at": written(figures.day),
        "first_day": figures.first_day.map(written),
        "members": size.members,
        "members_before": size.members_before,
        "active_28d": size.active,
        "new_28d": size.new,
        "gone_28d": size.gone,
        "left_28d": size.left,
        "back_28d": size.back,
        "active_share": size.active_share(),
        "churn_28d": size.churn(),
        "messages_28d": size.messages,
        "states": { "new": size.states[0], "active": size.states[1], "passive": size.states[2], "returning": size.states[3], "gone": size.states[4] },
        "response": response(figures),
        "ties": {
            "horizontal": ties.horizontal,
            "per_active": ties.per_active(),
            "reciprocity": ties.reciprocity(),
            "members_share": figures.members_share(),
            "all": ties.all,
            "pairs": ties.pairs,
            "interactions": ties.interactions,
            "median_depth": ties.median_depth,
            "lonely": ties.lonely
        },
        "components": { "count": ties.parts, "largest": ties.largest, "largest_share": ties.largest_share(), "members_with_ties": ties.tied },
        "core": { "max": ties.core_max, "members_in_2core": ties.in_2core },
        "clusters": { "count": clusters.count, "modularity": clusters.modularity },
        "transitions": figures.transitions,
        "hours": figures.hours,
        "newcomers": {
            "count": newcomers.count,
            "days_to_1st": newcomers.median_days[0],
            "days_to_3rd": newcomers.median_days[1],
            "days_to_6th": newcomers.median_days[2]
        },
        "resilience": {
            "whole": without(&resilience.whole),
            "founders": without(&resilience.founders),
            "staff": without(&resilience.staff),
            "top_1pct": without(&resilience.top_1pct),
            "top_5pct": without(&resilience.top_5pct),
            "top_10pct": without(&resilience.top_10pct),
            "curve_area": resilience.curve_area,
            "random_area": resilience.random_area
        },
        "parameters": parameters(figures)
    })
}

/// By what the figures were measured, what they are shares of and how ties weigh.
fn parameters(figures: &Figures) -> Value {
    let mut parameters = json!(figures.parameters);
    parameters["cluster_weights"] = "answers within ties_days".into();
    parameters["resilience_base"] = "members_with_ties".into();
    parameters["gone_until"] = "they write".into();
    parameters
}

fn response(figures: &Figures) -> Value {
    let response = &figures.response;
    let group = |group: &Group| {
        json!({
            "begun": group.begun,
            "answered": group.answered,
            "within_a_day": group.within_a_day,
            "median_wait_seconds": group.median_wait.map(|micros| micros as f64 / kernel::MICROS_PER_SECOND as f64)
        })
    };
    let team = figures.has_team().then(|| group(&response.team));
    json!({ "all": group(&response.all), "team": team, "new": group(&response.new), "others": group(&response.others) })
}

fn without(without: &Without) -> Value {
    json!({
        "removed": without.removed,
        "giant_share": without.giant_share,
        "active_share": without.active_share,
        "interactions_share": without.interactions_share,
        "core_share": without.core_share
    })
}

/// The head of the table of ties.
pub const TABLE_HEAD: &str = "member_a,member_b,a_to_b,b_to_a,last,depth,team_a,team_b,between_members,days,order_a,order_b";

/// The table of ties, a line for each pair.
pub fn table<'f>(facts: &'f Facts, network: &'f Network) -> impl Iterator<Item = String> + 'f {
    network.pairs.iter().map(|pair| {
        let of_pair = |exchange: &Exchange| (exchange.a, exchange.b).cmp(&(pair.a, pair.b));
        let from = facts.exchanges.partition_point(|exchange| of_pair(exchange).is_lt());
        let days = facts.exchanges[from..].iter().take_while(|exchange| of_pair(exchange).is_eq());
        let id = |person: u32| facts.people[person as usize].id;
        let team = (network.team[pair.a as usize], network.team[pair.b as usize]);
        let line = table_line(pair, (id(pair.a), id(pair.b)), team, days);
        format!("{line},{},{}", network.order[pair.a as usize], network.order[pair.b as usize])
    })
}

/// One pair: members' numbers, answers each way within the days of ties, the day of the last one, depth, whether each is of
/// the team, answers given while neither was, and every day ever with its answers each way, of which the depth is made.
/// Sixteen digits, so that the depth can be read back as it was.
fn table_line<'f>(
    pair: &Pair,
    (a, b): (i64, i64),
    (team_a, team_b): (bool, bool),
    days: impl Iterator<Item = &'f Exchange>,
) -> String {
    let (last, flag) = (written(pair.last), |team| i32::from(team));
    let days: Vec<String> = days.map(|one| format!("{} {} {}", written(one.day), one.ab, one.ba)).collect();
    let (team_a, team_b, days) = (flag(team_a), flag(team_b), days.join(";"));
    format!("{a},{b},{},{},{last},{:.16},{team_a},{team_b},{},{days}", pair.ab, pair.ba, pair.depth, pair.between_members)
}

/// The same figures for people at a terminal: a line for each, nested names joined by dots.
pub fn text(told: &Value) -> String {
    let mut lines = String::new();
    lay_out("", told, &mut lines);
    lines
}

fn lay_out(name: &str, value: &Value, lines: &mut String) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                lay_out(&name, value, lines);
            }
        }
        Value::Array(rows) if rows.iter().all(Value::is_array) => {
            for row in rows {
                lines.push_str(&format!("{name}: {row}\n"));
            }
        }
        Value::Null => lines.push_str(&format!("{name}: not known\n")),
        Value::String(text) => lines.push_str(&format!("{name}: {text}\n")),
        other => lines.push_str(&format!("{name}: {other}\n")),
    }
}
