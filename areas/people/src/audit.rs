//! What staff did with people, in identity's audit. An act is named by the word with which the audit page says it.

use kernel::Result;
use serde_json::Value as Json;
use store::Scope;

/// Writes `people-audit-merged` as the act `people.merged`, in the transaction of the act.
pub(crate) async fn record(scope: &mut Scope, word: &str, subject_kind: &str, subject: i64, detail: &Json) -> Result<()> {
    identity::audit::record(scope, &word.replacen("-audit-", ".", 1), subject_kind, subject, detail).await
}
