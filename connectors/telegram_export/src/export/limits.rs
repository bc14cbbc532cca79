//! How much an export may ask of this machine.

/// Bounds that hold while reading, whatever the headers of a file promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes read in one pass, after unpacking.
    pub max_bytes: u64,
    /// How many times larger than its packed bytes a file of a zip may become.
    pub max_ratio: u64,
    /// Unpacked bytes below which the ratio is not looked at: a small file of equal lines is no bomb.
    pub ratio_floor_bytes: u64,
    /// Files and folders in a zip or a folder, pictures included.
    pub max_entries: usize,
    /// Bytes of the list of files at the end of a zip.
    pub max_directory_bytes: u64,
    /// Bytes of one HTML page.
    pub max_page_bytes: usize,
    /// Bytes of one message in JSON, with all its fields.
    pub max_message_bytes: usize,
    /// Bytes of text that are kept of one message; the rest is cut with a warning.
    pub max_message_text: usize,
    /// Different names in one export.
    pub max_names: usize,
    /// Bytes of all different names together; they are held in memory.
    pub max_names_bytes: usize,
    /// Messages and service lines; eight bytes of each, in a forum sixteen, are held in memory.
    pub max_messages: u64,
    /// Characters that are kept of a name or title.
    pub max_name_chars: usize,
    /// Chats in an export of a whole account.
    pub max_chats: usize,
    /// Microseconds of UTC by which everything was written: what is dated more than a day later is told. A day, since
    /// times without a zone are read as UTC.
    pub written_by: i64,
}

impl Limits {
    /// For an upload of up to 2 GB: text packs about ten times, an export with media hardly at all.
    pub const UPLOAD: Limits = Limits {
        max_bytes: 20 << 30,
        max_ratio: 200,
        ratio_floor_bytes: 64 << 20,
        max_entries: 200_000,
        max_directory_bytes: 48 << 20,
        max_page_bytes: 32 << 20,
        max_message_bytes: 8 << 20,
        max_message_text: 128 << 10,
        max_names: 500_000,
        max_names_bytes: 32 << 20,
        max_messages: 1 << 22,
        max_name_chars: 256,
        max_chats: 20_000,
        written_by: i64::MAX,
    };
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::UPLOAD
    }
}
