//! From a save to the frame that shows it, in the real program on a terminal; and what it costs to
//! watch while nothing happens.
//!
//! Every figure is the median of several saves. Each waits for what the program sends.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/program.rs"]
mod program;
#[path = "support/mod.rs"]
mod support;

use program::Program;
use rolebook::lint::{Linter, today};
use rolebook::search::Index;
use rolebook::store::{Folder, Look, Origin};
use std::collections::HashSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use support::library::write_library;
use support::seed::Seed;

/// How many times each figure is taken.
const SAVES: usize = 21;
/// How long nobody saves in between: what follows more closely belongs together and is waited for.
const PAUSE: Duration = Duration::from_millis(300);
/// How long the program is watched while it has nothing to do.
const IDLE: Duration = Duration::from_secs(10);

/// The program on a folder, once it watches.
fn watching(folder: &Path, watch: &str) -> Program {
    let mut program = Program::rolebook(folder, &[&format!("--watch={watch}")]);
    program.shows("watching", |text| text.contains("watching"));
    program
}

/// A word that only this save has.
fn word(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from((n * 7 + number * 5) % 26).unwrap());
    (0..12).map(letter).collect()
}

/// The job that stands first in the list: its file, and its text without the title.
struct First {
    path: PathBuf,
    text: String,
}

impl First {
    fn of(folder: &Path) -> Self {
        let path = folder.join("unit-000/role-000000.yaml");
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split_once('\n').unwrap().1.to_owned();
        let first = Self { path, text };
        first.save(&word(0), false);
        first
    }

    /// Saves it in place with another experience.
    fn note(&self, word: &str) {
        fs::write(&self.path, format!("title: 0 first\nexperience: {word}\n{}", self.text))
            .unwrap();
    }

    /// Saves it with another title: in place, or by putting a new file in its place.
    fn save(&self, word: &str, by_rename: bool) {
        // The digit makes it the first by title.
        let text = format!("title: 0 {word}\n{}", self.text);
        if by_rename {
            let new = self.path.with_extension("tmp");
            fs::write(&new, text).unwrap();
            fs::rename(new, &self.path).unwrap();
        } else {
            fs::write(&self.path, text).unwrap();
        }
    }
}

/// Milliseconds in the middle, and the longest.
fn figures(mut times: Vec<Duration>) -> String {
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    format!("{:.1} ms, at most {:.1}", ms(times[times.len() / 2]), ms(times[times.len() - 1]))
}

/// From saves to the frames that show them.
fn saves(folder: &Path, watch: &str, by_rename: bool) -> String {
    let first = First::of(folder);
    let mut program = watching(folder, watch);
    let mut times = Vec::new();
    for number in 1..=SAVES {
        thread::sleep(PAUSE);
        let begun = Instant::now();
        first.save(&word(number), by_rename);
        let word = word(number);
        times.push(program.shows(&word, |text| text.contains(&word)) - begun);
    }
    figures(times)
}

/// The share of one core that the program takes while it watches and nothing happens, in percent.
fn idle(folder: &Path, watch: &str) -> String {
    let program = watching(folder, watch);
    // What follows the start, such as a look at what happened before it listened, is no idleness.
    thread::sleep(Duration::from_secs(2));
    format!("{:.2} %", program.share_of_a_core(IDLE))
}

/// What the work after one save takes: in the store, what is worked out for the library, its
/// judgement and its index, and all of it. The save gives the job another title, or else another
/// experience, as most saves leave names alone.
fn parts(folder: &Path, retitled: bool) -> [String; 5] {
    let first = First::of(folder);
    let mut library = Folder::open(Origin::Folder(folder.to_owned()), false);
    library.read(&mut |_| ControlFlow::Continue(())).unwrap();
    let mut linter = Linter::new(today());
    let mut last: Option<Index> = None;
    let mut times: [Vec<Duration>; 5] = Default::default();
    for number in 1..=SAVES + 1 {
        if retitled {
            first.save(&word(number), false);
        } else {
            first.note(&word(number));
        }
        let now = Instant::now();
        let paths = HashSet::from([first.path.canonicalize().unwrap()]);
        let look =
            Look { now, everything: false, paths, writing: HashSet::new(), quiet: Duration::ZERO };
        let mut published = None;
        library
            .look(&look, &mut |library| {
                published = Some(library);
                ControlFlow::Continue(())
            })
            .unwrap();
        let published = published.unwrap();
        let looked = Instant::now();
        published.prepare(last.as_ref().map(|last| &**last.library()));
        let prepared = Instant::now();
        let checked = linter.check(published);
        let judged = Instant::now();
        last = Some(Index::new(Arc::new(checked), last.as_ref()));
        let indexed = Instant::now();
        // The first time nothing is known yet that could be taken over.
        if number > 1 {
            let ends = [now, looked, prepared, judged, indexed];
            for (at, pair) in ends.windows(2).enumerate() {
                times[at].push(pair[1] - pair[0]);
            }
            times[4].push(indexed - now);
        }
    }
    times.map(figures)
}

fn main() {
    // Without this word it is a test run, which has no use for figures.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let small = tempfile::tempdir().unwrap();
    write_library(small.path(), 1_016, &mut Seed(1)).unwrap();
    let large = tempfile::tempdir().unwrap();
    write_library(large.path(), 16_000, &mut Seed(1)).unwrap();
    let folders = [small.path(), large.path()];
    let row = |name: &str, of: &dyn Fn(&Path) -> String| {
        println!("| {name} | {} | {} |", of(folders[0]), of(folders[1]));
    };
    println!("| | 1,016 | 16,000 |\n| --- | ---: | ---: |");
    row("save in place to its frame", &|folder| saves(folder, "auto", false));
    row("save by renaming to its frame", &|folder| saves(folder, "auto", true));
    let polled = saves(small.path(), "poll", false);
    println!("| save in place to its frame, by polling | {polled} | |");
    for (retitled, what) in [(false, "another experience"), (true, "another title")] {
        let of_it = folders.map(|folder| parts(folder, retitled));
        let names = ["the store", "links and medians", "judging", "the index", "all of it"];
        for (part, name) in names.iter().enumerate() {
            println!("| {what}: {name} | {} | {} |", of_it[0][part], of_it[1][part]);
        }
    }
    row("a core while idle", &|folder| idle(folder, "auto"));
    row("a core while idle, by polling", &|folder| idle(folder, "poll"));
}
