use std::io;

/// What a search can fail with. Nothing that a person types causes one of these.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another writer holds the index, in this process or in another one.
    #[error("the search index has another writer")]
    Busy,
    /// The folder cannot be read or written.
    #[error("the folder of the search index: {0}")]
    Folder(#[from] io::Error),
    /// The index failed inside.
    #[error("the search index: {0}")]
    Inside(#[from] tantivy::TantivyError),
}

/// The result of a search operation.
pub type Result<T> = std::result::Result<T, Error>;
