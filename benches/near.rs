//! How long it takes to find the jobs near one, and a route from one job to another.

#![allow(missing_docs, reason = "criterion writes an undocumented function")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/mod.rs"]
mod support;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rolebook::cli::load;
use rolebook::lint::{self, Linter};
use rolebook::model::Library;
use rolebook::near::{Likeness, NEAREST, between, route};
use rolebook::store::Origin;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use support::library::write_library;
use support::seed::Seed;

/// Every so manieth job is asked about in turn, so that no single one decides.
const STEP: usize = 97;

fn near(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let mut seed = Seed(1);
    write_library(folder.path(), 16_000, &mut seed).unwrap();
    let real = root.join("../shared/data/onet");
    for (name, folder) in [("16,000 generated", folder.path()), ("1,016 real", &real)] {
        if folder.is_dir() {
            one_library(criterion, name, &read(folder));
        }
    }
}

fn read(folder: &Path) -> Arc<Library> {
    load(Origin::Folder(folder.to_owned()), false, Linter::new(lint::today())).unwrap()
}

fn one_library(criterion: &mut Criterion, name: &str, library: &Library) {
    let likeness = Likeness::of(library);
    let count = library.jobs().len();
    let mut group = criterion.benchmark_group("near");
    group.bench_function(BenchmarkId::new(name, "what all ask for"), |b| {
        b.iter(|| Likeness::of(library));
    });
    let mut job = 0;
    group.bench_function(BenchmarkId::new(name, "nearest, with reasons"), |b| {
        b.iter(|| {
            job = (job + STEP) % count;
            let near = likeness.nearest(job, NEAREST).into_iter();
            near.map(|near| between(library, &likeness, job, near.job, true)).collect::<Vec<_>>()
        });
    });
    let mut pair = (0, 0);
    group.bench_function(BenchmarkId::new(name, "route"), |b| {
        b.iter(|| {
            pair = ((pair.0 + STEP) % count, (pair.1 + 2 * STEP + 1) % count);
            route(&likeness, pair.0, pair.1)
        });
    });
    group.finish();
}

criterion_group! {
    name = all;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(2))
        .without_plots();
    targets = near
}
criterion_main!(all);
