//! What requests can find wrong with themselves: figures against rows, and what hangs in the air.

use store::doctor::Check;
use store::statement;

statement!(
    ANSWERS = "select count(*) from requests_requests r where r.community_id = $1 and r.answers <> (select count(*) from requests_answers a \
     where a.community_id = $1 and a.request_id = r.id and a.kind <> 'comment' and a.deleted_at is null and a.author_id <> r.asker_id)"
);
statement!(
    TIMES = "select count(*) from (select r.first_answer_at as first_held, r.last_answer_at as last_held, min(a.at) as first_at, max(a.at) as last_at \
       from requests_requests r left join requests_answers a on a.community_id = r.community_id and a.request_id = r.id and a.kind <> 'comment' \
         and a.deleted_at is null and a.author_id <> r.asker_id \
       where r.community_id = $1 group by r.id, r.first_answer_at, r.last_answer_at) t \
     where coalesce(t.first_held, 0) <> coalesce(t.first_at, 0) or coalesce(t.last_held, 0) <> coalesce(t.last_at, 0)"
);
statement!(
    HELPS = "select count(*) from requests_helps h where h.community_id = $1 and h.undone_at is null and not exists (select 1 from requests_closures c \
     where c.community_id = $1 and c.request_id = h.request_id and c.id = h.closure_id and c.undone_at is null and c.outcome = 'solved')"
);
statement!(
    CLOSURES = "select count(*) from requests_requests r where r.community_id = $1 and (case when r.state = 'closed' then 1 else 0 end) <> \
     (select count(*) from requests_closures c where c.community_id = $1 and c.request_id = r.id and c.undone_at is null)"
);
statement!(
    DEALS = "select count(*) from requests_deals d where d.community_id = $1 and d.replaced_at is null and not exists (select 1 from requests_helps h \
     where h.community_id = $1 and h.id = d.help_id and h.undone_at is null)"
);
statement!(
    INTRODUCTIONS = "select count(*) from requests_introductions i where i.community_id = $1 and not exists (select 1 from requests_answers a \
     where a.community_id = $1 and a.request_id = i.request_id and a.id = i.answer_id and a.kind = 'recommendation')"
);
statement!(
    WORDS_LEFT = "select count(*) from requests_answers where community_id = $1 and deleted_at is not null and (text <> '' or person_id is not null)"
);

pub const CHECKS: &[Check] = &[
    Check { name: "requests.answers", says: "requests whose count of answers differs from their answers", count: &ANSWERS },
    Check { name: "requests.times", says: "requests whose first or last answer is not when they say", count: &TIMES },
    Check { name: "requests.helps", says: "help that stands though its closure does not", count: &HELPS },
    Check { name: "requests.closures", says: "requests that are closed without a closure, or open with one", count: &CLOSURES },
    Check { name: "requests.deals", says: "deals that stand though the help does not", count: &DEALS },
    Check { name: "requests.introductions", says: "introductions without their recommendation", count: &INTRODUCTIONS },
    Check { name: "requests.deleted", says: "deleted answers that still have their words", count: &WORDS_LEFT },
];
