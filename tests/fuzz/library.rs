//! A folder of files, with what happens to it later.
//!
//! A line `%%% PATH` begins a file of that path, and `%%%+ PATH` one that is written, or replaced,
//! after the folder has been read once. What stands above all of them is `a.yaml`.

use super::profile::{hold_problem, line_lengths};
use super::safe::{assert_all, assert_line};
use rolebook::lint::{Date, Linter};
use rolebook::model::{Job, Library, Problem, rule};
use rolebook::store::{Folder, Origin};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// Files beyond these are left out: more of them take time and find nothing.
const MOST_FILES: usize = 24;
/// A path of more bytes is too long for some disks.
const LONGEST_PATH: usize = 120;

/// Nothing is left out untold, jobs are in order, and a folder that is read on after a change says
/// what one says that is read for the first time.
pub fn run(bytes: &[u8]) {
    let root = tempfile::tempdir().unwrap();
    let (first, later) = split(bytes);
    write(root.path(), &first);
    let origin = || Folder::open(Origin::Folder(root.path().to_owned()), false);
    let linter = || Linter::new(Date::constant(2026, 7, 1));
    let (mut known, mut known_linter) = (origin(), linter());
    let before = read(&mut known, &mut known_linter);
    hold(root.path(), &known, &before);
    write(root.path(), &later);
    let mut fresh = origin();
    let expected = read(&mut fresh, &mut linter());
    hold(root.path(), &fresh, &expected);
    let after = read(&mut known, &mut known_linter);
    hold_alike(&after, &expected);
    let again = read(&mut origin(), &mut linter());
    hold_same(&again, &expected);
}

type Files<'a> = Vec<(PathBuf, &'a [u8])>;

/// The files at first and those of later.
fn split(bytes: &[u8]) -> (Files<'_>, Files<'_>) {
    let mut files = (Vec::new(), Vec::new());
    let (mut path, mut begun, mut is_late) = (Some(PathBuf::from("a.yaml")), 0, false);
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(mark) = line.strip_prefix(b"%%%") {
            add(&mut files, path, &bytes[begun..at], is_late);
            is_late = mark.starts_with(b"+");
            let name = String::from_utf8_lossy(mark).replace('\0', "");
            path = relative(name.trim_start_matches('+').trim());
            begun = at + line.len();
        }
        at += line.len();
    }
    add(&mut files, path, &bytes[begun..], is_late);
    files
}

fn add<'a>(
    files: &mut (Files<'a>, Files<'a>),
    path: Option<PathBuf>,
    bytes: &'a [u8],
    is_late: bool,
) {
    if let (Some(path), true) = (path, files.0.len() + files.1.len() < MOST_FILES) {
        let list = if is_late { &mut files.1 } else { &mut files.0 };
        list.push((path, bytes));
    }
}

/// A path that stays below the folder.
fn relative(name: &str) -> Option<PathBuf> {
    let is_usual = |part: Component| matches!(part, Component::Normal(_));
    let path = Path::new(name);
    let good = !name.is_empty() && name.len() < LONGEST_PATH && path.components().all(is_usual);
    good.then(|| path.to_owned())
}

/// Writes what can be written: a file may be in the way of a folder. Each is a new file under a name,
/// so that its stamp is another however soon it comes.
fn write(root: &Path, files: &Files) {
    for (path, bytes) in files {
        let path = root.join(path);
        let _ = fs::create_dir_all(path.parent().unwrap());
        let new = root.join(".new");
        fs::write(&new, bytes).unwrap();
        let _ = fs::rename(&new, &path);
    }
}

fn read(folder: &mut Folder, linter: &mut Linter) -> Library {
    let mut last = None;
    let mut keep = |library| {
        last = Some(library);
        ControlFlow::Continue(())
    };
    folder.read(&mut keep).unwrap();
    linter.check(last.unwrap())
}

fn all_problems(library: &Library) -> impl Iterator<Item = (&Path, &Problem)> {
    let of_job = move |at: usize| {
        library.problems_of(at).map(move |problem| (library.jobs()[at].id.path.as_path(), problem))
    };
    let of_files = library.problems().iter().map(|told| (told.path.as_path(), &told.problem));
    of_files.chain((0..library.jobs().len()).flat_map(of_job))
}

/// What holds of a folder that has just been read for the first time.
fn hold(root: &Path, folder: &Folder, library: &Library) {
    assert!(library.is_complete());
    assert!(library.jobs().is_sorted_by(|a, b| a.id < b.id), "jobs in no order");
    let mut lengths = BTreeMap::new();
    let mut seen: BTreeSet<&Path> = BTreeSet::new();
    for (path, problem) in all_problems(library) {
        assert_ne!(problem.rule, rule::INTERNAL, "{problem}");
        let count = || line_lengths(&fs::read(root.join(path)).unwrap_or_default());
        hold_problem(problem, lengths.entry(path).or_insert_with(count));
        seen.insert(path);
    }
    for job in library.jobs() {
        assert_line(&job.id.to_string());
        assert_line(&job.title().replace('\n', " "));
        assert!(!job.kept, "{} was never read before", job.id);
        seen.insert(&job.id.path);
    }
    for competency in library.competencies() {
        assert_line(&competency.name.replace('\n', " "));
        seen.insert(&competency.path);
    }
    assert_all(&serde_json::to_value(library.settings().name.as_deref()).unwrap());
    seen.remove(Path::new("library.yaml"));
    let settings = usize::from(root.join("library.yaml").exists());
    if library.settings().off.is_empty() {
        assert_eq!(seen.len() + settings, folder.files(), "files of which nothing is told");
    }
}

/// A folder that was known before shows what it is now, except for what cannot be read any more: of
/// that the last good reading is kept.
fn hold_alike(after: &Library, expected: &Library) {
    for job in expected.jobs() {
        let at = after.find(&job.id).unwrap_or_else(|| panic!("{} was not found again", job.id));
        let known: &Job = &after.jobs()[at];
        assert_eq!(known.problems, job.problems, "{}", job.id);
        assert!(known.kept && job.profile.is_none() || known == &**job, "{} differs", job.id);
    }
    let nothing_is_kept = after.jobs().len() == expected.jobs().len()
        && after.jobs().iter().all(|job| !job.kept)
        && same(after.competencies(), expected.competencies())
        && after.settings() == expected.settings();
    if nothing_is_kept {
        hold_same(after, expected);
    }
}

fn same<T: PartialEq>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.iter().eq(b.iter())
}

fn hold_same(a: &Library, b: &Library) {
    assert!(same(a.jobs(), b.jobs()), "other jobs");
    assert!(same(a.competencies(), b.competencies()), "other competencies");
    assert_eq!(a.settings(), b.settings());
    assert!(all_problems(a).eq(all_problems(b)), "other problems");
}
