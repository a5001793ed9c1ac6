//! The libraries that benchmarks are run on: the same from the same seed, and like real ones.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "../benches/support/mod.rs"]
mod support;

use rolebook::cli::load;
use rolebook::lint::{Date, Linter};
use rolebook::model::Library;
use rolebook::store::Origin;
use std::path::Path;
use std::sync::Arc;
use support::library::{files, write_library};
use support::seed::Seed;

fn written(profiles: usize, seed: u64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_library(folder.path(), profiles, &mut Seed(seed)).unwrap();
    folder
}

fn read(folder: &Path) -> Arc<Library> {
    let today = Date::constant(2026, 1, 1);
    load(Origin::Folder(folder.to_owned()), false, Linter::new(today)).unwrap()
}

/// All texts of a folder, whatever the order in which the disk lists them.
fn texts(folder: &Path) -> Vec<Vec<u8>> {
    let mut texts = files(folder);
    texts.sort();
    texts
}

/// The middle one of some counts.
fn median(counts: impl Iterator<Item = usize>) -> usize {
    let mut counts: Vec<usize> = counts.collect();
    counts.sort_unstable();
    counts[counts.len() / 2]
}

/// What half of all profiles have less of: alternate titles, duties, requirements.
fn medians(library: &Library) -> [usize; 3] {
    let profiles = || library.jobs().iter().filter_map(|job| job.profile.as_ref());
    [
        median(profiles().map(|profile| profile.also_known_as.len())),
        median(profiles().map(|profile| profile.responsibilities.len())),
        median(profiles().map(|profile| profile.requirements().count())),
    ]
}

#[test]
fn the_same_seed_makes_the_same_library_and_another_seed_another() {
    let first = texts(written(40, 7).path());
    assert_eq!(first, texts(written(40, 7).path()));
    assert_ne!(first, texts(written(40, 8).path()));
}

#[test]
fn what_is_made_reads_without_an_error() {
    let library = read(written(100, 1).path());
    assert_eq!(library.jobs().len(), 100);
    let wrong = library.jobs().iter().find(|job| !job.problems.is_empty());
    assert!(wrong.is_none(), "{wrong:?}");
}

#[test]
fn what_is_made_is_as_long_as_real_profiles_are() {
    let folder = written(1_000, 1);
    let made = medians(&read(folder.path()));
    let bytes = files(folder.path()).iter().map(Vec::len).sum::<usize>() / 1_000;
    assert!((6_500..8_500).contains(&bytes), "{bytes} bytes a profile");
    let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/onet");
    if !real.is_dir() {
        println!("no real profiles are there to compare with");
        return;
    }
    for (made, real) in made.into_iter().zip(medians(&read(&real))) {
        assert!(made.abs_diff(real) * 10 <= real, "{made} where real ones have {real}");
    }
}
