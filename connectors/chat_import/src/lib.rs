//! chat_import
