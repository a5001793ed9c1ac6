//! Jobs, and what is wrong with them, as documents: one format a file.

pub mod json;
pub mod markdown;
pub mod plain;
pub mod problems;
