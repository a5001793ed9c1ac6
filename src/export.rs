//! Jobs as documents, one format a file.

pub mod json;
pub mod markdown;
pub mod plain;
