//! A long day in a short time: random keys, sizes and edits beneath the program, and all along it is
//! drawable, and holds no more memory, files and threads than before.
//!
//! The same number gives the same day. By default it is a short one of so many bursts; with
//! `ROLEBOOK_SOAK_MINUTES=10` it goes on for that long, on a thousand jobs more. When it fails, it
//! says with which `ROLEBOOK_SOAK_SEED` it can be seen again.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "../benches/support/mod.rs"]
mod made;
#[path = "support/process.rs"]
mod process;
#[path = "support/pty.rs"]
mod pty;

#[path = "soak/figures.rs"]
mod figures;
#[path = "soak/folder.rs"]
mod folder;
#[path = "soak/hands.rs"]
mod hands;
#[path = "soak/reader.rs"]
mod reader;

use figures::{Figures, assert_flat};
use folder::Folder;
use made::seed::Seed;
use reader::Reader;
use std::path::Path;
use std::time::{Duration, Instant};

/// Bursts between two looks at what the program holds.
const A_ROUND: usize = 4;
/// Rounds of a short day; a third of them warms up.
const ROUNDS: usize = 15;
/// Jobs that a long day has besides those that come with the program.
const MORE_JOBS: usize = 1000;

/// How long it goes on.
enum Length {
    Rounds(usize),
    Until(Instant),
}

impl Length {
    fn is_over(&self, rounds: usize) -> bool {
        match self {
            Self::Rounds(all) => rounds >= *all,
            Self::Until(end) => Instant::now() >= *end && rounds >= 3,
        }
    }
}

/// A number that somebody asked for.
fn asked(variable: &str) -> Option<u64> {
    let value = std::env::var(variable).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{variable} must be a number, not {value:?}")))
}

#[test]
fn after_any_number_of_keys_and_edits_it_is_as_it_was_at_the_start() {
    if !Path::new("/proc/self/fdinfo").exists() {
        println!("skipped: without /proc nobody tells what a program holds");
        return;
    }
    let minutes = asked("ROLEBOOK_SOAK_MINUTES");
    let seed = asked("ROLEBOOK_SOAK_SEED").unwrap_or(1);
    let length = minutes.map_or(Length::Rounds(ROUNDS), |minutes| {
        Length::Until(Instant::now() + Duration::from_secs(60 * minutes))
    });
    let mut folder = Folder::new(if minutes.is_some() { MORE_JOBS } else { 0 });
    let mut reader = Reader::open(folder.root(), seed);
    let mut seed = Seed(seed);
    let mut rounds: Vec<Figures> = Vec::new();
    while !length.is_over(rounds.len()) {
        for _ in 0..A_ROUND {
            reader.burst(&mut seed, &mut folder);
        }
        rounds.push(reader.at_rest(&mut folder));
    }
    let said = assert_flat(&rounds);
    println!("{said}; {} actions", reader.actions());
    reader.leave(&folder);
}
