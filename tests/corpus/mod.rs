//! Files that are meant to crash, hang, blow up or fool whoever reads them, and what is said of each.
//!
//! All of them are made here and none is kept on a disk. Tests, fuzzers and other programs take them
//! by `#[path = "…/corpus/mod.rs"] mod corpus;` and [`corpus`].

#![allow(dead_code, reason = "each test crate uses its own part of this")]

mod bombs;
mod bytes;
mod slow;
mod text;
mod values;
mod verdict;

pub use verdict::{lines_of, verdict};

/// One file, and what it is read as.
#[derive(Debug, Clone)]
pub struct Case {
    /// The line of the table of faults that it belongs to, such as `Y05`.
    pub line: &'static str,
    /// What it is, in words that may be the name of a file; no two cases have the same.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
    /// A line for each job that is read, then one for each problem; see [`verdict`].
    pub verdict: Vec<String>,
}

/// All cases, always the same and in the same order.
pub fn corpus() -> Vec<Case> {
    let groups = [bombs::cases, slow::cases, bytes::cases, text::cases, values::cases];
    groups.into_iter().flat_map(|cases| cases()).collect()
}

fn case(
    line: &'static str,
    name: impl Into<String>,
    bytes: impl Into<Vec<u8>>,
    verdict: &[&str],
) -> Case {
    let verdict = verdict.iter().map(ToString::to_string).collect();
    Case { line, name: name.into(), bytes: bytes.into(), verdict }
}
