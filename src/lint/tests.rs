//! The linter as a whole: what it remembers, and what switches it off.

use super::*;
use crate::model::{FileProblem, JobId, Parts, rule};
use crate::store::{Origin, parse_profiles};
pub(super) use crate::testing::library;
use std::path::Path;

/// The problems of jobs that are written so, each with its place and its rule.
pub(super) fn told_of(jobs: &[&str]) -> Vec<String> {
    told_by(jobs, Vec::new())
}

/// The same where these competencies are shared; what is wrong with their files comes first.
pub(super) fn told_by(jobs: &[&str], competencies: Vec<Arc<Competency>>) -> Vec<String> {
    let jobs = library(jobs).jobs().to_vec();
    let parts = Parts { jobs, competencies, complete: true, ..Parts::default() };
    let library = Linter::new(Date::constant(2026, 7, 1)).check(Library::new(parts));
    let of_files = library.problems().iter().map(|told| {
        let FileProblem { path, problem } = told;
        format!("{}: {problem} [{}]", path.display(), problem.rule)
    });
    let of_job = |index| {
        let library = &library;
        library.problems_of(index).map(move |p| format!("{index}: {p} [{}]", p.rule))
    };
    of_files.chain((0..library.jobs().len()).flat_map(of_job)).collect()
}

/// Shared competencies that are written so, one a file, in this order.
pub(super) fn competencies(texts: &[&str]) -> Vec<Arc<Competency>> {
    let folder = tempfile::TempDir::new().unwrap();
    let shared = folder.path().join("competencies");
    std::fs::create_dir(&shared).unwrap();
    for (i, text) in texts.iter().enumerate() {
        std::fs::write(shared.join(format!("{i:03}.yaml")), text).unwrap();
    }
    let origin = Origin::Folder(folder.path().to_owned());
    let linter = Linter::new(Date::constant(2026, 7, 1));
    crate::cli::load(origin, false, linter).unwrap().competencies().to_vec()
}

#[test]
fn what_has_not_changed_is_not_judged_again_and_still_told() {
    let first = library(&["title: A\ncompetencies: {x: [B, B]}\n", "title: C\n"]);
    let mut linter = Linter::new(Date::constant(2026, 7, 1));
    let judged = linter.check(first);
    let jobs = judged.jobs().to_vec();
    let before = linter.jobs[0].1.clone().unwrap();
    let changed = parse_profiles(Path::new("001.yaml"), b"title: D\n");
    let jobs = vec![Arc::clone(&jobs[0]), Arc::new(changed.into_iter().next().unwrap())];
    let again = linter.check(Library::new(Parts { jobs, complete: true, ..Parts::default() }));
    assert!(Arc::ptr_eq(&before, linter.jobs[0].1.as_ref().unwrap()));
    assert_eq!(again.problems_of(0).count(), 2);
    assert_eq!(again.problem_count(), 2);
}

#[test]
fn a_rule_that_is_off_is_neither_told_nor_counted() {
    let two = "{x: [{ name: B, level: 9, definition: C. }, D: 9]}";
    let jobs = library(&[&format!("title: A\ncompetencies: {two}\n")]).jobs().to_vec();
    let settings = Arc::new(Settings { off: vec![rule::OFF_SCALE], ..Settings::default() });
    let parts = Parts { jobs, settings, complete: true, ..Parts::default() };
    let judged = Linter::new(Date::constant(2026, 7, 1)).check(Library::new(parts));
    let told: Vec<_> = judged.problems_of(0).map(|p| p.rule).collect();
    assert_eq!((told, judged.problem_count()), (vec![rule::UNKNOWN_COMPETENCY], 1));
}

#[test]
fn a_comment_allows_what_it_names_on_its_line() {
    let asked = |comment| {
        let long = format!("{{ name: B, level: 9, definition: C. }} {comment}");
        told_of(&[&format!("title: A\ncompetencies:\n  x:\n    - {long}\n    - D: 9\n")])
    };
    let off_scale = "0: 4:25 level: 9 is not on its scale (1 to 5) [off-scale]";
    let unknown = "0: 5:7 no file under competencies describes “D”; write one, or a definition here [unknown-competency]";
    assert_eq!(asked(""), [off_scale, unknown]);
    assert_eq!(asked("# rolebook: allow off-scale"), [unknown]);
}

#[test]
fn a_code_twice_in_one_language_is_told_with_both_places() {
    let coded = "title: A\ncode: C1\n";
    let french = "title: A\nlanguage: fr\ncode: C1\n";
    assert_eq!(
        told_of(&[coded, french, coded]),
        ["2: 2:7 code C1 is also used by 000.yaml:2; give one of them another [duplicate-code]"]
    );
}

#[test]
fn what_was_read_earlier_is_not_judged() {
    let mut job = Job::clone(&library(&["title: A\ncompetencies: {x: [B: 9]}\n"]).jobs()[0]);
    job.kept = true;
    let parts = Parts { jobs: vec![Arc::new(job)], complete: true, ..Parts::default() };
    let judged = Linter::new(Date::constant(2026, 7, 1)).check(Library::new(parts));
    assert_eq!(judged.problem_count(), 0);
}

#[test]
fn part_of_a_library_is_not_judged() {
    let jobs = library(&["title: A\ncode: C1\n", "title: B\ncode: C1\n"]).jobs().to_vec();
    let part = Library::new(Parts { jobs, ..Parts::default() });
    let judged = Linter::new(Date::constant(2026, 7, 1)).check(part);
    assert_eq!(judged.problem_count(), 0);
    assert!(judged.find(&JobId::first("001.yaml")).is_some());
}
