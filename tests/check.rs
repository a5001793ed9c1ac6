//! `rolebook check`: what it tells in which format, and how it ends.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "support/pty.rs"]
mod pty;
mod support;

use assert_cmd::Command;
use std::path::Path;
use support::command::{Done, done};
use support::{folder, shipped_folder};

/// A folder with something wrong in most of its files.
const BROKEN: &[(&str, &str)] = &[
    ("roles/library.yaml", "currency: EUR\nnmae: Harbour trust\n"),
    ("roles/competencies/rigging.yaml", "definition: Setting up ropes.\n"),
    ("roles/empty.yaml", "\n"),
    ("roles/fine.yaml", "title: Fine\n"),
    ("roles/rope-maker.yaml", "title: Rope Maker\r\nlevel: P2\r\nsummary: \"Makes ropes\r\n"),
    ("roles/two.yaml", "title: One\nlevle: 2\n---\ntitle: Two\nsalary: { base: { p50: lots } }\n"),
    ("roles/wide.yaml", "title: A\n\"港湾\te\u{301}\": { x: 給与: 1 }\n"),
];

/// The program in a folder, with surroundings of its own.
fn rolebook(place: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command.env_clear().env("LANG", "C.UTF-8").env("TERM", "xterm").current_dir(place);
    command.args(["check", "--today", "2026-11-01"]);
    command
}

/// A check of files, given by path and text, in a folder of their own.
fn check(files: &[(&str, &str)], arguments: &[&str]) -> Done {
    done(rolebook(folder(files).path()).args(arguments))
}

#[track_caller]
fn hold(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_problem_is_a_line_with_its_path_and_place() {
    let done = check(BROKEN, &["roles"]);
    hold("check-text", &done.out);
    assert_eq!((done.err.as_str(), done.code), ("4 errors, 3 warnings in 6 of 7 files\n", 1));
}

#[test]
fn a_reader_sees_the_line_of_the_file_beneath_its_problem() {
    let done = check(BROKEN, &["roles", "--color", "always"]);
    // Escape sequences would make the picture hard to read.
    let text = done.out.replace('\u{1b}', "␛");
    hold("check-laid", &text);
}

#[test]
fn a_terminal_without_colour_shows_the_line_as_well() {
    let place = folder(&[("a.yaml", "title: [\n")]);
    let program = env!("CARGO_BIN_EXE_rolebook");
    let path = place.path().to_str().unwrap();
    let start = pty::Start::new(&[program, "check", path]).size(60, 24).with("NO_COLOR", "1");
    let pty = start.go();
    pty.wait_for_text("1 error in 1 of 1 file");
    let seen = String::from_utf8(pty.bytes()).unwrap();
    assert!(seen.contains("  1 │ title: [\r\n    │        ^\r\n"), "{seen}");
    assert!(!seen.contains('\u{1b}'), "{seen:?}");
    assert_eq!(pty.wait_exit().exit_code(), 1);
}

#[test]
fn every_format_tells_the_same_problems() {
    let lines = check(BROKEN, &["roles"]).out.lines().count();
    let json = check(BROKEN, &["roles", "--format", "json"]);
    hold("check-json", &json.out);
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(value["problems"].as_array().unwrap().len(), lines);
    let github = check(BROKEN, &["roles", "--format", "github"]);
    hold("check-github", &github.out);
    assert_eq!(github.out.lines().count(), lines);
    let sarif = check(BROKEN, &["roles", "--format", "sarif"]);
    let mut log: serde_json::Value = serde_json::from_str(&sarif.out).unwrap();
    let run = &mut log["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), lines);
    let driver = &mut run["tool"]["driver"];
    driver["version"] = "0".into();
    // One rule stands for all; their number would change with every new one.
    let rules = driver["rules"].take();
    let known = |name: &str| rules.as_array().unwrap().iter().find(|rule| rule["id"] == name);
    driver["rules"] =
        [known("syntax"), known("unknown-key")].into_iter().flatten().cloned().collect();
    for result in run["results"].as_array_mut().unwrap() {
        let index = result.as_object_mut().unwrap().remove("ruleIndex").unwrap();
        let index = usize::try_from(index.as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    hold("check-sarif", &format!("{log:#}"));
    for code in [json.code, github.code, sarif.code] {
        assert_eq!(code, 1);
    }
}

#[test]
fn where_nothing_is_wrong_nothing_is_printed() {
    let files = [("a.yaml", "title: A\n"), ("library.yaml", "name: B\n")];
    let clean = check(&files, &["."]);
    assert_eq!((clean.out.as_str(), clean.code), ("", 0));
    assert_eq!(clean.err, "2 files, no problems\n");
    let json: serde_json::Value =
        serde_json::from_str(&check(&files, &[".", "--format", "json"]).out).unwrap();
    assert_eq!((&json["files"], &json["problems"]), (&2.into(), &serde_json::json!([])));
}

#[test]
fn the_sample_library_and_the_shipped_folder_are_clean() {
    let nowhere = folder(&[]);
    let sample = done(&mut rolebook(nowhere.path()));
    assert_eq!((sample.out.as_str(), sample.code), ("", 0), "{}", sample.err);
    assert!(sample.err.ends_with(" files, no problems\n"), "{}", sample.err);
    let shipped = done(rolebook(nowhere.path()).arg(shipped_folder()));
    assert_eq!((shipped.out.as_str(), shipped.code), ("", 0));
    assert_eq!(shipped.err, sample.err, "the program carries the whole folder");
}

#[test]
fn where_no_folder_is_named_the_one_of_the_other_commands_is_checked() {
    let named = folder(&[("a.yaml", "title: A\nlevle: 1\n")]);
    let variable = done(rolebook(Path::new("/")).env("ROLEBOOK_PROFILES", named.path()));
    assert!(variable.out.contains("a.yaml:2:1: warning: unknown key"), "{}", variable.out);
    let option = done(rolebook(Path::new("/")).arg("--profiles").arg(named.path()));
    assert_eq!(option.out, variable.out);
    let here = folder(&[("profiles/a.yaml", "title: A\nlevle: 1\n")]);
    let done = done(&mut rolebook(here.path()));
    assert!(done.out.starts_with("profiles/a.yaml:2:1: "), "{}", done.out);
}

#[test]
fn a_folder_that_cannot_be_read_spares_the_others() {
    let files =
        [("a/x.yaml", "title: A\nlevle: 1\n"), ("b/x.yaml", "titel: B\n"), ("c.txt", "title: C\n")];
    let two = check(&files, &["b", "./a"]);
    let lines: Vec<&str> = two.out.lines().collect();
    assert!(lines.first().is_some_and(|line| line.starts_with("b/x.yaml:")), "{}", two.out);
    assert!(lines.last().is_some_and(|line| line.starts_with("a/x.yaml:2:1:")), "{}", two.out);
    assert!(two.err.ends_with("in 2 of 2 files\n"), "{}", two.err);
    let some = check(&files, &["nowhere", "a", "c.txt"]);
    assert_eq!((some.out.lines().count(), some.code), (1, 2));
    assert!(some.err.contains("there is no folder nowhere"), "{}", some.err);
    assert!(some.err.contains("c.txt is no folder"), "{}", some.err);
    assert!(some.err.ends_with("1 warning in 1 of 1 file\n"), "{}", some.err);
    assert_eq!(check(&files, &["nowhere"]).code, 2);
}

#[test]
fn a_folder_without_profiles_says_so() {
    let empty = check(&[("readme.txt", "nothing")], &["."]);
    assert_eq!((empty.out.as_str(), empty.code), ("", 0));
    assert!(empty.err.contains("holds no job profile"), "{}", empty.err);
    assert!(empty.err.ends_with("0 files, no problems\n"), "{}", empty.err);
}

#[test]
fn hidden_pay_is_in_no_sentence_and_in_no_line_of_a_file() {
    let files = [
        ("a.yaml", "title: A\nsalary: { base: { p50: 77400x } }\n"),
        ("b.yaml", "title: B\nsalary: { base: { p50: 77400 }\n"),
    ];
    for arguments in [&["--color", "always"][..], &["--format", "json"], &["--format", "github"]] {
        let shown = check(&files, &[&["."], arguments].concat());
        assert!(shown.out.contains("77400"), "{}", shown.out);
        let hidden = check(&files, &[&[".", "--no-pay"], arguments].concat());
        assert!(!hidden.out.contains("77400"), "{}", hidden.out);
        assert!(hidden.out.contains("which are hidden"), "{}", hidden.out);
    }
}

#[test]
fn a_file_is_checked_in_the_library_around_it() {
    let files = [
        ("roles/library.yaml", "nam: A\n"),
        ("roles/competencies/b.yaml", "name: B\n"),
        ("roles/sales/a.yaml", "title: A\nlevle: 1\ncompetencies: { x: [B: 1] }\n"),
        ("roles/sales/c.yaml", "title: C\nlevle: 1\n"),
        ("note.txt", "A\n"),
    ];
    let place = folder(&files);
    let told = |inside: &str, arguments: &[&str]| {
        done(rolebook(&place.path().join(inside)).args(arguments))
    };
    let unknown = "a.yaml:2:1: warning: unknown key “levle”; did you mean level? [unknown-key]\n";
    let one = told("", &["roles/sales/a.yaml"]);
    assert_eq!(one.out, format!("roles/sales/{unknown}"));
    assert_eq!((one.err.as_str(), one.code), ("1 warning in 1 of 1 file\n", 1));
    assert_eq!(told("roles/sales", &["a.yaml"]).out, unknown);
    assert_eq!(told("roles/competencies", &["b.yaml"]).err, "1 file, no problems\n");
    assert_eq!(told("", &["note.txt"]).code, 2);
    let twice = told("", &["roles", "roles/../roles"]);
    assert_eq!(twice.err, "3 warnings in 3 of 4 files\n");
    let part = told("roles", &["sales"]);
    assert!(part.err.contains("library.yaml stands further up and is not read;"), "{}", part.err);
}

#[test]
fn where_nothing_was_read_nothing_is_counted() {
    let missing = check(&[], &["nowhere"]);
    assert_eq!(missing.code, 2);
    assert_eq!(missing.err.lines().count(), 1, "{}", missing.err);
}

#[test]
fn hidden_pay_hides_no_sentence_without_a_figure() {
    let job = "title: A\nsalary: { curency: USD, 61200: USD, base: { p50: 45k } }\n";
    let told = check(&[("a.yaml", job)], &[".", "--no-pay"]);
    assert!(told.out.contains("“curency”; did you mean currency?"), "{}", told.out);
    assert!(!told.out.contains("61200") && !told.out.contains("45"), "{}", told.out);
}
