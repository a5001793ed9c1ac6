//! How long one frame takes, and how long it takes from a key to its frame.

#![allow(missing_docs, reason = "criterion writes an undocumented function")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/mod.rs"]
mod support;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rolebook::cli::load;
use rolebook::lint::{self, Linter};
use rolebook::model::{Job, Library};
use rolebook::search::Index;
use rolebook::store::Origin;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use support::screen::{Case, Screen};
use support::titles;

/// A screen as many have it, and a large one.
const SIZES: [(u16, u16); 2] = [(120, 40), (200, 60)];

/// The slowest letter as the first of a filter: nearly every title holds it, and most several times.
const LETTER: &str = "e";

/// One frame of one screen.
fn frames(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, folder) in [("shipped", "profiles"), ("real", "../shared/data/onet")] {
        let folder = root.join(folder);
        if !folder.is_dir() {
            continue;
        }
        let index =
            indexed(load(Origin::Folder(folder), false, Linter::new(lint::today())).unwrap());
        for size in SIZES {
            let mut group = criterion.benchmark_group(format!("frame {}×{}", size.0, size.1));
            let mut screen = Screen::new(&index, size);
            group.bench_function(BenchmarkId::new(name, "list"), |b| b.iter(|| screen.draw()));
            let most = index.library().jobs().iter().max_by_key(|job| size_of(job)).unwrap();
            screen.app.list.go_to(&index, &most.id);
            screen.press("<tab><tab>=");
            group.bench_function(BenchmarkId::new(name, "tree open"), |b| b.iter(|| screen.draw()));
            let [down, up] = [("j", "k"), ("k", "j")].map(|(a, b)| Case::new("", [a, b, ""]));
            group.bench_function(BenchmarkId::new(name, "key in tree open"), |b| {
                b.iter_custom(|times| {
                    (0..times).map(|_| (screen.time(&down) + screen.time(&up)) / 2).sum()
                });
            });
            group.finish();
        }
    }
}

/// How much there is to say of a job: alternate titles above all, then competencies.
fn size_of(job: &Job) -> (usize, usize) {
    let profile = job.profile.as_ref();
    let alternates = profile.map_or(0, |profile| profile.also_known_as.len());
    (alternates, profile.map_or(0, |profile| profile.requirements().count()))
}

/// From `c` to the frame of a comparison of six jobs, those with the most to say.
fn comparisons(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, folder) in [("shipped", "profiles"), ("real", "../shared/data/onet")] {
        let folder = root.join(folder);
        if !folder.is_dir() {
            continue;
        }
        let library = load(Origin::Folder(folder), false, Linter::new(lint::today())).unwrap();
        let index = indexed(library);
        let mut jobs: Vec<&Arc<Job>> = index.library().jobs().iter().collect();
        jobs.sort_by_key(|job| std::cmp::Reverse(size_of(job)));
        for size in SIZES {
            let mut group = criterion.benchmark_group(format!("comparison {}×{}", size.0, size.1));
            let mut screen = Screen::new(&index, size);
            for job in jobs.iter().take(6) {
                screen.app.list.go_to(&index, &job.id);
                screen.press("<space>");
            }
            for case in [
                Case::new("open six jobs", ["", "c", "<esc>"]),
                Case::new("k in the matrix", ["cG", "k", "<esc>"]),
                Case::new("behaviours of a row", ["cG", "<enter>", "<esc>"]),
                Case::new("gap", ["c", "<tab>", "<esc><esc>"]),
            ] {
                group.bench_function(BenchmarkId::new(name, case.name), |b| {
                    b.iter_custom(|times| (0..times).map(|_| screen.time(&case)).sum());
                });
            }
            group.finish();
        }
    }
}

fn indexed(library: Arc<Library>) -> Arc<Index> {
    Arc::new(Index::new(library, None))
}

/// From a key to its frame, with libraries of many sizes.
fn keys(criterion: &mut Criterion) {
    for (count, alternates) in [(1_016, 0), (16_000, 0), (100_000, 0), (16_000, 55)] {
        let name = match alternates {
            0 => format!("key to frame, {count} titles"),
            _ => format!("key to frame, {count} jobs with {} alternates", count * alternates),
        };
        let mut group = criterion.benchmark_group(name);
        let index = indexed(titles::library(titles::jobs(count, alternates)));
        let mut screen = Screen::new(&index, SIZES[0]);
        for case in [
            Case::new("first letter, the slowest", ["/", LETTER, "<esc>"]),
            Case::new("one more letter", [&format!("/{LETTER}"), "r", "<esc>"]),
            Case::new("backspace", [&format!("/{LETTER}r"), "<bs>", "<esc>"]),
            Case::new("back to no filter", ["/x", "<esc>", ""]),
            Case::new("j at the top", ["", "j", "k"]),
            Case::new("k at the bottom", ["G", "k", "gg"]),
            Case::new("k among hits", [&format!("f{LETTER}<enter>G"), "k", "f<c-u><enter>gg"]),
            Case::new("by level", ["", "s", "sssss"]),
            Case::new("by family", ["s", "s", "ssss"]),
            Case::new("by code", ["ss", "s", "sss"]),
            Case::new("by pay", ["sss", "s", "ss"]),
        ] {
            group.bench_function(case.name, |b| {
                b.iter_custom(|times| (0..times).map(|_| screen.time(&case)).sum());
            });
        }
        group.finish();
    }
}

criterion_group! {
    name = screen;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .without_plots();
    targets = frames, comparisons, keys
}
criterion_main!(screen);
