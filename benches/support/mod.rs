//! What the benchmarks share: libraries out of a seed.

#![allow(dead_code, reason = "each benchmark uses its own part of this")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

pub mod library;
pub mod screen;
pub mod seed;
pub mod titles;
