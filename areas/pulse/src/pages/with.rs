//! `/pulse/with/{member}`: the answers between the reader and another member. One's own ties are one's own to see; those
//! who agreed to nothing yet are not shown as persons.

use super::pair::{spoke, view};
use super::{asked_day, number, query, today};
use crate::pairs::{Half, Pair};
use crate::sight::Sight;
use axum::extract::Path;
use identity::member::State;
use kernel::{MemberId, Problem};
use web::Visit;

pub(super) async fn show(visit: Visit, Path(other): Path<String>) -> web::Result {
    let reader = visit.viewer.member.ok_or(Problem::NotFound)?;
    let other = number(&other)?;
    // Nobody is tied to themselves.
    if other == reader.0 {
        return Err(Problem::NotFound.into());
    }
    let day = asked_day(&visit, &query(&visit))?;
    let shell = visit.shell(visit.t("pulse-pair-title"));
    let (pair, dated) = spoke(&visit, &shell, (day, Sight::Open), reader.0, other).await?;
    let pair = match pair {
        Some(pair) => pair,
        None => {
            let member = identity::member::member(&mut visit.read().await?, MemberId(other)).await?;
            let half = |person: i64, name: &str, claimed: bool| Half { person, name: Some(name.to_owned()), claimed, gave: 0 };
            Pair {
                a: half(reader.0, &visit.viewer.name, true),
                b: half(other, &member.name, member.state == State::Active),
                between_members: 0,
                last: today(&visit)?,
                depth: 0.0,
                with_team: false,
            }
        }
    };
    if !pair.b.claimed {
        return Err(Problem::NotFound.into());
    }
    let profile = format!("/people/{other}");
    let view = view(&visit, (shell, dated), (day, &format!("/pulse/with/{other}")), pair, [String::new(), profile]).await?;
    visit.render(&view)
}
