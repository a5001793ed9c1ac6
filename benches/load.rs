//! How long it takes until a library is loaded, beside what it replaced: one thread of serde_yaml
//! that only parses the same bytes and knows nothing of profiles, places or mistakes.

#![allow(missing_docs, reason = "criterion writes an undocumented function")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/library.rs"]
mod library;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use library::{Seed, write_library};
use rolebook::store::{Folder, Origin};
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// As many profiles as the largest public library has, and as many as the largest employers have.
const SIZES: [usize; 2] = [1_016, 16_000];

fn load(root: &Path) -> usize {
    let mut jobs = 0;
    let mut count = |library: rolebook::model::Library| {
        jobs = library.jobs().len();
        ControlFlow::Continue(())
    };
    Folder::open(Origin::Folder(root.to_owned()), false).read(&mut count).unwrap();
    jobs
}

/// The bytes of every YAML file below a folder.
fn files(root: &Path) -> Vec<Vec<u8>> {
    let mut folders: Vec<PathBuf> = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|e| e == "yaml") => {
                    files.push(std::fs::read(path).unwrap());
                }
                _ => {}
            }
        }
    }
    files
}

fn side_by_side(criterion: &mut Criterion, name: &str, root: &Path) {
    let files = files(root);
    let bytes = files.iter().map(|file| file.len() as u64).sum();
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(bytes));
    group.bench_function("rolebook, all", |bench| bench.iter(|| load(black_box(root))));
    group.bench_function("serde_yaml, parsing alone", |bench| {
        bench.iter(|| {
            files.iter().map(|file| serde_yaml::from_slice(file).unwrap()).for_each(
                |value: serde_yaml::Value| {
                    black_box(value);
                },
            );
        });
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
