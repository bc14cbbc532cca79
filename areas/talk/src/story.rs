//! What one chat's history tells at a glance: who answers, what stays unanswered, when it lives, how it grew.
//! Read once at the end of an import and kept with it; no page runs these.

use kernel::{IdentityId, Result};
use store::{Scope, args, statement};

/// Answerers and askers shown by name.
const TOP: i64 = 5;

#[derive(Clone, Debug, Default)]
pub struct Story {
    pub messages: i64,
    /// People who wrote; channels and groups are none.
    pub writers: i64,
    /// Messages of accounts that are gone and left nothing to tell them apart.
    pub nameless: i64,
    /// Identity, different people answered, answers; most people first.
    pub answerers: Vec<(IdentityId, i64, i64)>,
    /// Answers of known people to one another, of which the answerers' are a part.
    pub answers: i64,
    pub questions: i64,
    pub unanswered: i64,
    /// Hours since 1970 in UTC with the messages written in each; the reader knows the zone.
    pub hours: Vec<(i64, i64)>,
    /// yyyymm, messages, different writers.
    pub months: Vec<(i64, i64, i64)>,
    /// yyyymm, those who wrote for the first time.
    pub new_writers: Vec<(i64, i64)>,
}

statement!(
    TOTALS = "select count(*), count(distinct case when w.kind in ('person', 'deleted') then m.author_id end), \
     cast(coalesce(sum(case when m.author_id is null then 1 else 0 end), 0) as bigint) from talk_messages m \
     left join identity_ways w on w.community_id = m.community_id and w.id = m.author_id \
     where m.community_id = $1 and m.chat_id = $2 and m.kind = 'message'"
);
statement!(
    ANSWERERS = "select m.author_id, count(distinct p.author_id), count(*) from talk_messages m \
     join talk_messages p on p.community_id = m.community_id and p.id = m.reply_to_id \
     where m.community_id = $1 and m.chat_id = $2 and m.kind = 'message' and m.author_id is not null and p.author_id is not null and m.author_id <> p.author_id \
     group by m.author_id order by 2 desc, 3 desc, 1 limit $3"
);
statement!(
    ANSWERS = "select count(*) from talk_messages m join talk_messages p on p.community_id = m.community_id and p.id = m.reply_to_id \
     where m.community_id = $1 and m.chat_id = $2 and m.kind = 'message' and m.author_id is not null and p.author_id is not null and m.author_id <> p.author_id"
);
statement!(
    QUESTIONS =
        "select count(*), count(*) - count(answered_at) from talk_threads where community_id = $1 and chat_id = $2 and question"
);
statement!(
    HOURS = "select at / 3600000000, count(*) from talk_messages where community_id = $1 and chat_id = $2 and kind = 'message' group by at / 3600000000 order by 1"
);
statement!(
    MONTHS = "select m.month, count(*), count(distinct case when w.kind in ('person', 'deleted') then m.author_id end) from talk_messages m \
     left join identity_ways w on w.community_id = m.community_id and w.id = m.author_id \
     where m.community_id = $1 and m.chat_id = $2 and m.kind = 'message' group by m.month order by m.month"
);
statement!(
    NEW_WRITERS = "select first, count(*) from (select m.author_id, min(m.month) as first from talk_messages m \
     join identity_ways w on w.community_id = m.community_id and w.id = m.author_id and w.kind in ('person', 'deleted') \
     where m.community_id = $1 and m.chat_id = $2 and m.kind = 'message' group by m.author_id) writers group by first order by first"
);

/// Reads the story of a chat.
pub async fn read(scope: &mut Scope, chat: i64) -> Result<Story> {
    let (messages, writers, nameless) = scope.one::<(i64, i64, i64)>(&TOTALS, args![chat]).await?;
    let (questions, unanswered) = scope.one::<(i64, i64)>(&QUESTIONS, args![chat]).await?;
    Ok(Story {
        messages,
        writers,
        nameless,
        answerers: scope.all(&ANSWERERS, args![chat, TOP]).await?,
        answers: scope.one(&ANSWERS, args![chat]).await?,
        questions,
        unanswered,
        hours: scope.all(&HOURS, args![chat]).await?,
        months: scope.all(&MONTHS, args![chat]).await?,
        new_writers: scope.all(&NEW_WRITERS, args![chat]).await?,
    })
}
