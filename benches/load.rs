//! How long it takes until a library is loaded, beside what it replaced: one thread of serde_yaml
//! that only parses the same bytes and knows nothing of profiles, places or mistakes.

#![allow(missing_docs, reason = "criterion writes an undocumented function")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/mod.rs"]
mod support;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use rolebook::model::{Library, Parts};
use rolebook::store::{Folder, Origin};
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use support::library::{files, parse_with_serde_yaml, write_library};
use support::seed::Seed;

/// As many profiles as the largest public library has, and as many as the largest employers have.
const SIZES: [usize; 2] = [1_016, 16_000];

fn load(root: &Path) -> Library {
    let mut last = Library::default();
    let mut keep = |library| {
        last = library;
        ControlFlow::Continue(())
    };
    Folder::open(Origin::Folder(root.to_owned()), false).read(&mut keep).unwrap();
    last
}

fn side_by_side(criterion: &mut Criterion, name: &str, root: &Path) {
    let files = files(root);
    let bytes = files.iter().map(|file| file.len() as u64).sum();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(bytes));
    group.bench_function("rolebook, all", |bench| bench.iter(|| load(black_box(root))));
    group.bench_function("serde_yaml, parsing alone", |bench| {
        bench.iter(|| parse_with_serde_yaml(&files));
    });
    // What is left to do when the last file has been parsed.
    let whole = load(root);
    let parts = || Parts {
        settings: Arc::new(whole.settings().clone()),
        competencies: whole.competencies().to_vec(),
        jobs: whole.jobs().to_vec(),
        problems: whole.problems().to_vec(),
        complete: true,
    };
    group.bench_function("rolebook, linking alone", |bench| {
        bench.iter_batched(parts, Library::new, BatchSize::PerIteration);
    });
    group.finish();
}

fn loading(criterion: &mut Criterion) {
    for size in SIZES {
        let root = tempfile::tempdir().unwrap();
        write_library(root.path(), size, &mut Seed(1)).unwrap();
        side_by_side(criterion, &format!("load {size} generated profiles"), root.path());
    }
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/onet");
    if real.is_dir() {
        side_by_side(criterion, "load 1016 real profiles", &real);
    }
}

criterion_group!(benches, loading);
criterion_main!(benches);
