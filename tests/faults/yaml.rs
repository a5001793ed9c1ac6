//! Faults of what a file says (Y): each is told with its place, and nothing grows without bounds.

use super::corpus::{Case, corpus, verdict};
use super::cpu::{LABOUR, worked};
use rolebook::model::{Profile, Severity};
use rolebook::store::parse_profiles;
use std::collections::BTreeSet;
use std::path::Path;
use std::thread::Builder;

/// The smallest stack that threads usually have.
pub const SMALL_STACK: usize = 2 << 20;
/// The stack that the main thread usually has.
const MAIN_STACK: usize = 8 << 20;

/// What is read of a text in which nothing is wrong.
fn profile(text: &str) -> Profile {
    let mut jobs = parse_profiles(Path::new("a.yaml"), text.as_bytes());
    assert_eq!(jobs.len(), 1);
    let job = jobs.remove(0);
    assert_eq!(job.problems, []);
    job.profile.unwrap()
}

/// Reads each case in a thread with a stack of this size, and holds its verdict.
#[track_caller]
pub fn hold(cases: Vec<Case>, stack: usize) {
    assert!(!cases.is_empty());
    let read = move || {
        let wrong = cases.iter().filter_map(|case| {
            let before = worked();
            let jobs = parse_profiles(Path::new("a.yaml"), &case.bytes);
            let work = worked() - before;
            assert!(work < LABOUR, "{}: {work:?}", case.name);
            let verdict = verdict(&jobs);
            (verdict != case.verdict).then(|| format!("{}: {verdict:#?}", case.name))
        });
        wrong.collect::<Vec<_>>()
    };
    let wrong = Builder::new().stack_size(stack).spawn(read).unwrap().join().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Holds the cases of these lines, as the main thread reads them.
#[track_caller]
pub fn hold_lines(lines: &[&str]) {
    hold(corpus().into_iter().filter(|case| lines.contains(&case.line)).collect(), MAIN_STACK);
}

#[test]
fn y01_y02_y03_y04_anchors_and_aliases_are_told_where_they_stand_and_never_followed() {
    hold_lines(&["Y01", "Y02", "Y03", "Y04"]);
}

#[test]
fn y05_y06_y07_y08_y09_y10_y11_y12_depth_is_refused_where_it_begins_to_be_too_much() {
    hold_lines(&["Y05", "Y06", "Y07", "Y08", "Y09", "Y10", "Y11", "Y12"]);
}

#[test]
fn y12_s04_the_whole_corpus_is_read_alike_on_a_small_stack() {
    hold(corpus(), SMALL_STACK);
}

#[test]
fn y30_size_is_refused_by_name_and_no_file_is_counted_twice() {
    hold_lines(&["Y30"]);
}

#[test]
fn y13_y14_y35_keys_that_are_none_or_stand_twice_are_told_where_they_stand() {
    hold_lines(&["Y13", "Y14", "Y35"]);
}

#[test]
fn y15_y31_y32_what_an_editor_or_a_merge_left_is_told_by_its_name() {
    hold_lines(&["Y15", "Y31", "Y32"]);
}

#[test]
fn y16_y17_y18_y19_y20_bytes_and_line_ends_of_any_kind_are_read_or_told() {
    hold_lines(&["Y16", "Y17", "Y18", "Y19", "Y20"]);
}

#[test]
fn y21_each_document_is_a_profile_and_a_broken_one_spares_the_others() {
    hold_lines(&["Y21"]);
}

#[test]
fn y22_y23_y24_values_are_text_as_typed() {
    hold_lines(&["Y22", "Y23", "Y24"]);
    for case in corpus().into_iter().filter(|case| case.name.starts_with("code ")) {
        let read = profile(std::str::from_utf8(&case.bytes).unwrap());
        assert_eq!(read.level.as_deref(), read.code.as_deref());
    }
}

#[test]
fn y23_y24_nothing_is_nothing_and_quoted_it_is_text() {
    let read = profile("title: A\nlevel: null\nfamily: ~\ntrack:\nalso_known_as:\nsalary:\n");
    assert_eq!(read, Profile { title: "A".to_owned(), ..Profile::default() });
    let read = profile("title: 'null'\ncode: \"~\"\nlevel: ''\n");
    assert_eq!(read.title, "null");
    assert_eq!((read.code.as_deref(), read.level.as_deref()), (Some("~"), Some("")));
}

#[test]
fn y16_y17_marks_and_line_ends_of_other_systems_change_nothing() {
    let unix = profile("title: A\nsummary: |\n  One.\n  Two.\ncode: '1'\n");
    for text in [
        "\u{feff}title: A\r\nsummary: |\r\n  One.\r\n  Two.\r\ncode: '1'\r\n",
        "title: A\rsummary: |\r  One.\r  Two.\rcode: '1'\r",
    ] {
        assert_eq!(profile(text), unix);
    }
}

#[test]
fn y25_y26_y27_y28_every_misfit_of_a_file_is_told_with_its_place() {
    hold_lines(&["Y25", "Y26", "Y27", "Y28"]);
}

#[test]
fn y29_a_tag_or_a_variable_is_text_and_nothing_is_run_or_included() {
    hold_lines(&["Y29"]);
}

#[test]
fn each_line_of_the_corpus_is_held_by_one_test_and_each_case_has_its_own_name() {
    let cases = corpus();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len());
    let lines: BTreeSet<&str> = cases.iter().map(|case| case.line).collect();
    let tests = [include_str!("yaml.rs"), include_str!("hostile_text.rs")].concat();
    for line in lines {
        let held = tests.matches(&format!("\"{line}\"")).count();
        assert_eq!(held, 1, "{line} is held by one test");
    }
}

#[test]
fn y27_many_mistakes_are_cut_short() {
    let text: String = (0..5_000).map(|i| format!("k{i}: 1\n")).collect();
    let jobs = parse_profiles(Path::new("a.yaml"), text.as_bytes());
    assert_eq!(jobs[0].problems.len(), 101);
    assert!(jobs[0].problems[100].sentence.ends_with("more problems follow; mend these first"));
    assert!(jobs[0].problems.iter().any(|problem| problem.severity == Severity::Warning));
}
