//! The kinds of deed that requests write. Deeds hold ids and numbers, never what was said; amounts of deals are minor units.

use crate::request::Request;
use kernel::{IdentityId, MemberId, Result};
use std::collections::HashMap;
use store::{Deed, Party, Scope, args, statement};

/// A member asked. Object: the request.
pub const ASKED: &str = "requests.asked";
/// Its asker corrected an open request. Amount: how many parts of it.
pub const CORRECTED: &str = "requests.corrected";
/// People were asked to help. No actor where the house chose them; parties `invited`; amount: the round.
pub const INVITED: &str = "requests.invited";
/// An invited member says that they will help.
pub const TOOK: &str = "requests.took";
/// An invited member named another; party `invited`.
pub const PASSED_ON: &str = "requests.passed_on";
/// A solution, a recommendation (party `recommended`, but in a request of chosen people) or a contact. Object: the answer; party
/// `answered`: the asker.
pub const ANSWERED: &str = "requests.answered";
/// A word beside that. Object: the answer.
pub const COMMENTED: &str = "requests.commented";
/// A comment was folded away by the asker or a moderator, or unfolded (amount 0). Object: the answer; party `author`.
pub const FOLDED: &str = "requests.folded";
/// An answer lost its words. Object: the answer; party `author` where that is another than the actor.
pub const ANSWER_DELETED: &str = "requests.answer_deleted";
/// A recommended member and the asker may meet. Object: the introduction; parties `asker`, and `person` unless only chosen people
/// see the request: then the asker's word comes first.
pub const INTRODUCED: &str = "requests.introduced";
/// One of the two accepts; party `asker` or `person`: the other; amount 2 once both have.
pub const INTRODUCTION_ACCEPTED: &str = "requests.introduction_accepted";
/// Nobody took it up in time. Amount: 1 to the leader of the topic: party `leader` where a round had asked them already; 2 to the
/// Desk: party `asker`, who hears of it.
pub const ESCALATED: &str = "requests.escalated";
/// Somebody was reminded; party `reminded`. Amount: which reminder, see [`crate::course`].
pub const REMINDED: &str = "requests.reminded";
/// What came of it. Parties `helper`: whose help the asker confirms; `asker` where staff closed it. Amount: 1 solved, 2 not solved, 3 withdrawn.
pub const CLOSED: &str = "requests.closed";
/// A closure was undone. Parties `helper`: whose confirmed help was undone with it; `author`: who else had answered.
pub const REOPENED: &str = "requests.reopened";
/// A deal was stated, corrected or taken back (amount 0). Object: the deal; party `helper`: the other; amount: minor units.
pub const DEAL: &str = "requests.deal";
/// The other confirms it. Object: the deal; amount: minor units.
pub const DEAL_CONFIRMED: &str = "requests.deal_confirmed";
/// The other says that it is not so. Object: the deal; party `asker`.
pub const DEAL_DISPUTED: &str = "requests.deal_disputed";
/// The helper or the asker agrees that thanks are shown, or takes that back (amount 0). Object: the help.
pub const THANKED: &str = "requests.thanked";
/// A member promised to help so many times this year. Object: the year; amount: the times.
pub const PLEDGED: &str = "requests.pledged";
/// Staff are asked to look. Object: the report.
pub const REPORTED: &str = "requests.reported";
/// Staff looked. Object: the report.
pub const REPORT_SETTLED: &str = "requests.report_settled";

/// What these deeds are about.
pub const REQUEST: &str = "request";
pub const ANSWER: &str = "answer";
pub const INTRODUCTION: &str = "introduction";
pub const DEAL_OBJECT: &str = "deal";
pub const HELP: &str = "help";
pub const REPORT: &str = "report";

/// A deed about a request or something of it: its audience is the request's.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub kind: &'a str,
    pub object: (&'a str, i64),
    pub amount: i64,
    /// Part and member of each further party.
    pub parties: &'a [(&'a str, MemberId)],
    /// Where it happened: `web`, `mail`, `simulation`; nobody acts for the house itself.
    pub channel: &'a str,
}

impl<'a> Told<'a> {
    /// A deed about the request itself.
    pub fn of(request: &Request, kind: &'a str, channel: &'a str) -> Told<'a> {
        Told { kind, object: (REQUEST, request.id), amount: 0, parties: &[], channel }
    }
}

statement!(
    IDENTITIES = "select id, identity_id from identity_persons where community_id = $1 and id {any $2} and identity_id is not null"
);

/// By which identities members act, in one statement. Those who went away for good have none.
pub async fn identities(scope: &mut Scope, members: &[MemberId]) -> Result<HashMap<MemberId, IdentityId>> {
    let numbers: Vec<i64> = members.iter().map(|member| member.0).collect();
    Ok(scope.all::<(MemberId, IdentityId)>(&IDENTITIES, args![numbers]).await?.into_iter().collect())
}

/// Writes one deed in the transaction of the change. The actor is the scope's viewer.
pub async fn tell(scope: &mut Scope, request: &Request, told: Told<'_>) -> Result<()> {
    let members: Vec<MemberId> = told.parties.iter().map(|(_, member)| *member).collect();
    let identities = if members.is_empty() { HashMap::new() } else { identities(scope, &members).await? };
    let parties: Vec<Party<'_>> = told
        .parties
        .iter()
        .filter_map(|(part, member)| identities.get(member).map(|identity| Party { part, identity: *identity }))
        .collect();
    let (at, actor) = (scope.now(), scope.viewer().identity);
    scope
        .deed(Deed {
            kind: told.kind,
            at,
            actor,
            object_kind: told.object.0,
            object: told.object.1,
            audience: request.audience,
            channel: told.channel,
            amount: told.amount,
            parties: &parties,
        })
        .await
        .map(|_| ())
}
