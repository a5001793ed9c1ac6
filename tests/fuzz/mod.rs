//! What any bytes may be, and what holds of them then: one function `run` for each target.
//!
//! `tests/fuzzing.rs` runs them for a while with every `cargo test`; the programs below `fuzz/` hand
//! them to libFuzzer for as long as somebody likes. Both begin with [`seeds`].

#![allow(dead_code, unused_imports, reason = "each program uses its own target of these")]

#[path = "../corpus/mod.rs"]
mod corpus;
pub mod keys;
pub mod library;
pub mod profile;
pub mod query;
mod safe;
pub mod seeds;
pub mod text;

/// One of the things that bytes may be.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, also that of its file here and of its program in `fuzz/fuzz_targets`.
    pub name: &'static str,
    /// Does with the bytes what the program does, and panics where a promise is broken.
    pub run: fn(&[u8]),
    /// What to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words that matter to it, which chance alone would hardly ever write.
    pub words: &'static [&'static str],
    /// How many inputs are tried with every `cargo test`.
    pub rounds: usize,
}

/// All of them.
pub const TARGETS: [Target; 5] = [
    Target {
        name: "profile",
        run: profile::run,
        seeds: seeds::profiles,
        words: seeds::YAML,
        rounds: 800,
    },
    Target {
        name: "library",
        run: library::run,
        seeds: seeds::libraries,
        words: seeds::YAML,
        rounds: 300,
    },
    Target {
        name: "query",
        run: query::run,
        seeds: seeds::queries,
        words: seeds::SIGNS,
        rounds: 2_000,
    },
    Target { name: "keys", run: keys::run, seeds: seeds::scripts, words: seeds::KEYS, rounds: 80 },
    Target { name: "text", run: text::run, seeds: seeds::texts, words: seeds::ODD, rounds: 2_000 },
];
