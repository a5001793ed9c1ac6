//! Any bytes as a file, a folder, a query, keys and text, found by changing good ones at random: the
//! same ones every time, and as many as there is time for with every `cargo test`.
//!
//! `ROLEBOOK_FUZZ_ROUNDS=20000` tries so many of each, `ROLEBOOK_FUZZ_SEED=7` others.
//! `ROLEBOOK_FUZZ_FILE=PATH` tries one file and nothing else, and `ROLEBOOK_WRITE_FUZZ_SEEDS=1` writes
//! the seeds into `fuzz/corpus` for a fuzzer of another kind; see `fuzz/README.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "support/cpu.rs"]
mod cpu;
mod fuzz;
#[path = "fuzz/mutate.rs"]
mod mutate;

use cpu::{LABOUR, worked};
use fuzz::{TARGETS, Target, seeds::KEPT};
use mutate::Mutator;
use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Tries one input; returns what was wrong with it.
fn tried(target: &Target, bytes: &[u8]) -> Result<(), String> {
    let before = worked();
    catch_unwind(AssertUnwindSafe(|| (target.run)(bytes))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
    })?;
    let work = worked() - before;
    if work < LABOUR { Ok(()) } else { Err(format!("{work:?} of work")) }
}

/// The number in a variable of the environment.
fn number(variable: &str) -> Option<u64> {
    let value = env::var(variable).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{variable} is no number: {value}")))
}

#[track_caller]
fn fuzz(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).unwrap();
    let hold = |which: &str, bytes: &[u8]| {
        if let Err(wrong) = tried(target, bytes) {
            let text = bytes.escape_ascii();
            panic!(
                "{name}, {which}: {wrong}\n(b\"{text}\")\n\
                 Keep it: add (\"{name}\", b\"…\") to KEPT in tests/fuzz/seeds.rs, then cure it."
            );
        }
    };
    if let Some(path) = env::var_os("ROLEBOOK_FUZZ_FILE") {
        return hold("the file", &fs::read(path).unwrap());
    }
    for (at, (_, bytes)) in KEPT.iter().enumerate().filter(|(_, (of, _))| *of == name) {
        hold(&format!("kept input {at}"), bytes);
    }
    let seeds = (target.seeds)();
    let rounds = number("ROLEBOOK_FUZZ_ROUNDS").map_or(target.rounds, |n| n.try_into().unwrap());
    let seed = number("ROLEBOOK_FUZZ_SEED").unwrap_or(1);
    let mut mutator = Mutator::new(&seeds, target.words, seed);
    for round in 0..rounds {
        let bytes = mutator.input();
        hold(&format!("seed {seed}, round {round}"), &bytes);
    }
}

#[test]
fn any_bytes_may_be_a_profile() {
    fuzz("profile");
}

#[test]
fn any_bytes_may_be_a_folder() {
    fuzz("library");
}

#[test]
fn any_bytes_may_be_a_query() {
    fuzz("query");
}

#[test]
fn any_bytes_may_happen_at_a_terminal() {
    fuzz("keys");
}

#[test]
fn any_bytes_may_be_text() {
    fuzz("text");
}

fn fuzz_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

#[test]
fn each_seed_is_tried_as_it_is_and_written_when_asked_for() {
    for target in &TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() > 10, "{} seeds for {}", seeds.len(), target.name);
        if env::var_os("ROLEBOOK_WRITE_FUZZ_SEEDS").is_some() {
            let folder = fuzz_folder().join("corpus").join(target.name);
            fs::create_dir_all(&folder).unwrap();
            for (at, seed) in seeds.iter().enumerate() {
                fs::write(folder.join(format!("seed-{at:03}")), seed).unwrap();
            }
        }
        for seed in seeds {
            let wrong = tried(target, &seed);
            assert_eq!(wrong, Ok(()), "{}: b\"{}\"", target.name, seed.escape_ascii());
        }
    }
}

/// The programs below `fuzz/` are not built with the others, so that nobody needs what they need.
#[test]
fn each_target_has_its_program() {
    let manifest = fs::read_to_string(fuzz_folder().join("Cargo.toml")).unwrap();
    for Target { name, .. } in &TARGETS {
        let program = format!("[[bin]]\nname = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"\n");
        assert!(manifest.contains(&program), "{name}");
        let source = fuzz_folder().join(format!("fuzz_targets/{name}.rs"));
        let source = fs::read_to_string(source).unwrap();
        assert!(source.contains(&format!("fuzz::{name}::run(data)")), "{source}");
        assert!(source.contains("#[path = \"../../tests/fuzz/mod.rs\"]"), "{source}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
    assert_eq!(fs::read_dir(fuzz_folder().join("fuzz_targets")).unwrap().count(), TARGETS.len());
}
