//! What a key costs must not depend on how large the library is, unless it filters or sorts it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "../benches/support/mod.rs"]
mod support;

use rolebook::search::Index;
use std::sync::Arc;
use std::time::Duration;
use support::screen::{Case, Screen};
use support::titles;

/// How often each key is pressed; the quickest answer counts, which is the least disturbed one.
const TIMES: usize = 15;
/// How many times as long a key may take with a hundred times as many jobs. Work on every job would
/// make it nearly a hundred.
const MOST: u32 = 4;

fn screen(jobs: usize) -> Screen {
    let library = titles::library(titles::jobs(jobs, 3));
    Screen::new(&Arc::new(Index::new(library, None)), (120, 40))
}

fn quickest(screen: &mut Screen, case: &Case) -> Duration {
    (0..TIMES).map(|_| screen.time(case)).min().unwrap()
}

#[test]
fn a_key_takes_as_long_among_a_hundred_thousand_jobs_as_among_a_thousand() {
    let (mut small, mut large) = (screen(1_000), screen(100_000));
    for case in [
        Case::new("down", ["", "j", "k"]),
        Case::new("up from the end", ["G", "k", "gg"]),
        Case::new("to the end", ["", "G", "gg"]),
        Case::new("a page down", ["", "<c-d>", "gg"]),
        Case::new("the next pane", ["", "<tab>", "<s-tab>"]),
        Case::new("down in the detail", ["<tab>", "j", "<s-tab>"]),
        Case::new("the palette", ["", "?", "<esc>"]),
        Case::new("marking", ["", "<space>", "<space>"]),
        Case::new("pay hidden", ["", "$", "$"]),
        Case::new("zoom", ["", "z", "z"]),
        Case::new("a comparison", ["gg<space>j<space>", "c", "<esc>U"]),
        Case::new("the prompt of the filter", ["", "/", "<esc>"]),
    ] {
        let (few, many) = (quickest(&mut small, &case), quickest(&mut large, &case));
        assert!(many < few * MOST, "{}: {few:?} among few, {many:?} among many", case.name);
    }
}
