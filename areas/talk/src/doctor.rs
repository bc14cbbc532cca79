//! What talk can find wrong with itself: roll-ups against messages, and what hangs in the air.

use store::doctor::Check;
use store::statement;

statement!(
    REPLIES = "select count(*) from (select thread_id from ( \
       select id as thread_id, replies from talk_threads where community_id = $1 \
       union all select thread_id, replies from talk_thread_additions where community_id = $1 \
       union all select thread_id, cast(-count(*) as bigint) from talk_messages \
         where community_id = $1 and kind = 'message' and id <> thread_id group by thread_id \
     ) figures group by thread_id having sum(replies) <> 0) differing"
);
statement!(
    MONTHS = "select count(*) from (select month, audience_id from ( \
       select month, audience_id, threads, messages from talk_months where community_id = $1 \
       union all select month, audience_id, cast(-count(*) as bigint), cast(0 as bigint) from talk_threads where community_id = $1 group by month, audience_id \
       union all select month, audience_id, cast(0 as bigint), cast(-count(*) as bigint) from talk_messages \
         where community_id = $1 and kind = 'message' group by month, audience_id \
     ) figures group by month, audience_id having sum(threads) <> 0 or sum(messages) <> 0) differing"
);
statement!(
    WITHOUT_THREAD = "select count(*) from talk_messages m where m.community_id = $1 and m.kind = 'message' \
     and not exists (select 1 from talk_threads t where t.community_id = m.community_id and t.id = m.thread_id)"
);
statement!(
    WITHOUT_ROOT = "select count(*) from talk_threads t where t.community_id = $1 \
     and not exists (select 1 from talk_messages m where m.community_id = t.community_id and m.id = t.id)"
);
statement!(
    WITHOUT_ANSWERED = "select count(*) from talk_messages m where m.community_id = $1 and m.reply_to_id is not null \
     and not exists (select 1 from talk_messages a where a.community_id = m.community_id and a.id = m.reply_to_id)"
);
statement!(
    WITHOUT_CHAT = "select count(*) from talk_messages m where m.community_id = $1 \
     and not exists (select 1 from talk_chats c where c.community_id = m.community_id and c.id = m.chat_id)"
);
statement!(
    WORDS_LEFT = "select count(*) from talk_messages where community_id = $1 and deleted_at is not null and (text <> '' or html is not null)"
);

pub const CHECKS: &[Check] = &[
    Check { name: "talk.replies", says: "threads whose count of replies differs from their messages", count: &REPLIES },
    Check { name: "talk.months", says: "months whose counts differ from their threads and messages", count: &MONTHS },
    Check { name: "talk.messages", says: "messages without a thread", count: &WITHOUT_THREAD },
    Check { name: "talk.threads", says: "threads without their first message", count: &WITHOUT_ROOT },
    Check { name: "talk.answers", says: "answers to messages that are not there", count: &WITHOUT_ANSWERED },
    Check { name: "talk.chats", says: "messages without a chat", count: &WITHOUT_CHAT },
    Check { name: "talk.deleted", says: "deleted messages that still have their words", count: &WORDS_LEFT },
];
