//! The one sequence of migrations, portable SQL for both databases. Tokens are `store::dialect`'s.

/// Number, name and text, in order. Never edited once released: a change is a new number.
pub const ALL: &[(i32, &str, &str)] = &[
    (1, "store", include_str!("../sql/0001_store.sql")),
    (2, "identity", include_str!("../sql/0002_identity.sql")),
    (3, "people", include_str!("../sql/0003_people.sql")),
    (4, "talk", include_str!("../sql/0004_talk.sql")),
    (5, "chat_import", include_str!("../sql/0005_chat_import.sql")),
    (6, "pulse", include_str!("../sql/0006_pulse.sql")),
    (7, "chosen", include_str!("../sql/0007_chosen.sql")),
    (8, "requests", include_str!("../sql/0008_requests.sql")),
    (9, "requests_found", include_str!("../sql/0009_requests_found.sql")),
    (10, "requests_topics", include_str!("../sql/0010_requests_topics.sql")),
    (11, "people_pasts", include_str!("../sql/0011_people_pasts.sql")),
    (12, "requests_by_city", include_str!("../sql/0012_requests_by_city.sql")),
    (13, "requests_promises", include_str!("../sql/0013_requests_promises.sql")),
    (14, "requests_by_person", include_str!("../sql/0014_requests_by_person.sql")),
    (15, "requests_corrections", include_str!("../sql/0015_requests_corrections.sql")),
    (16, "pulse_fates", include_str!("../sql/0016_pulse_fates.sql")),
    (17, "requests_desk", include_str!("../sql/0017_requests_desk.sql")),
    (18, "requests_settled", include_str!("../sql/0018_requests_settled.sql")),
];
