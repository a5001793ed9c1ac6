//! The commands that write documents: what they print, save, refuse, and how they end.

use super::support::command::{run, shipped};
use super::support::{folder, shipped_folder};
use std::path::Path;

const PAIR: [&str; 2] = ["SM15000482", "SM15000617"];

#[test]
fn each_command_writes_each_format() {
    let commands: [&[&str]; 6] = [
        &["compare", PAIR[0], PAIR[1]],
        &["gap", PAIR[0], PAIR[1]],
        &["near", PAIR[0]],
        &["route", "FA14000215", "FA14000231"],
        &["export", PAIR[0]],
        &["interview", PAIR[0]],
    ];
    let begins = [("text", ""), ("markdown", "# "), ("html", "<!DOCTYPE html>")];
    for command in commands {
        for (format, begin) in begins {
            let done = shipped(&[command, &["--format", format]].concat());
            assert_eq!((done.code, done.err.as_str()), (0, ""), "{command:?}");
            assert!(done.out.starts_with(begin), "{format} {command:?}");
            assert!(done.out.contains("Supervisor"), "{format} {command:?}");
        }
        let json = shipped(&[command, &["--format", "json"]].concat());
        assert!(serde_json::from_str::<serde_json::Value>(&json.out).is_ok(), "{command:?}");
        let table = shipped(&[command, &["--format", "csv"]].concat());
        if command[0] == "interview" {
            assert_eq!((table.out.as_str(), table.code), ("", 2));
            assert!(table.err.contains("is no table; take text"), "{}", table.err);
        } else {
            assert!(table.out.starts_with('\u{feff}'), "{command:?}");
        }
    }
}

#[test]
fn escapes_come_only_where_they_are_wanted() {
    let coloured = shipped(&["compare", PAIR[0], PAIR[1], "--color", "always"]);
    assert!(coloured.out.contains("\u{1b}[1m") && !coloured.out.contains('*'), "{}", coloured.out);
    let plain = shipped(&["compare", PAIR[0], PAIR[1]]);
    assert!(!plain.out.contains('\u{1b}') && plain.out.contains("*M03*"), "{}", plain.out);
}

#[test]
fn what_counts_as_a_difference_can_be_said() {
    let count = |arguments: &[&str]| {
        let arguments = [&["compare", PAIR[0], PAIR[1], "--format", "json"], arguments].concat();
        let value: serde_json::Value = serde_json::from_str(&shipped(&arguments).out).unwrap();
        value["competencies"].as_array().unwrap().len()
    };
    let all = count(&[]);
    let [half, two] =
        [&["--only", "differences"][..], &["--only", "differences", "--step", "2"]].map(count);
    assert!(all > half && half > two && two > 0, "{all} {half} {two}");
    assert!(count(&["--only", "gaps"]) < half);
    for wrong in ["0", "-1", "x", "NaN", "inf"] {
        let step = format!("--step={wrong}");
        let done = shipped(&["compare", PAIR[0], PAIR[1], &step]);
        assert_eq!(done.code, 2, "{wrong}");
        assert!(done.err.contains("such as 0.5"), "{}", done.err);
    }
}

#[test]
fn the_gap_takes_the_same_threshold() {
    let folder = folder(&[
        ("a.yaml", "title: A\ncompetencies: { x: [ { name: Rust, level: 2 } ] }\n"),
        ("b.yaml", "title: B\ncompetencies: { x: [ { name: Rust, level: 2.25 } ] }\n"),
    ]);
    let told = |step: &[&str]| {
        let arguments = [&["gap", "a", "b"], step].concat();
        run(folder.path(), Path::new("."), &arguments).out
    };
    let half = told(&[]);
    assert!(half.contains("Already enough (1)") && half.contains("about the same"), "{half}");
    assert!(half.contains("from half a level on"), "{half}");
    let any = told(&["--step", "0.1"]);
    assert!(any.contains("To raise (1)") && any.contains("from 0.1 levels on"), "{any}");
}

#[test]
fn help_says_how_likeness_and_moves_are_measured() {
    let help = shipped(&["near", "--help"]).out;
    for words in ["weighted Jaccard index", "Ružička", "5 % of the scale", "lateral advancement"]
    {
        assert!(help.contains(words), "{words}: {help}");
    }
}

#[test]
fn jobs_that_are_not_found_or_named_twice_are_told() {
    let near = shipped(&["gap", PAIR[0], "Payroll Superviser"]);
    assert_eq!((near.out.as_str(), near.code), ("", 1));
    assert!(near.err.contains("did you mean “Payroll Supervisor”?"), "{}", near.err);
    let twice = shipped(&["compare", PAIR[0], "sales support supervisor"]);
    assert_eq!((twice.out.as_str(), twice.code), ("", 2));
    assert!(twice.err.contains("“sales support supervisor” was named twice"), "{}", twice.err);
    assert_eq!(shipped(&["compare", PAIR[0]]).code, 2, "two at least");
    let seven = [&["compare"], &["x"; 7][..]].concat();
    assert_eq!(shipped(&seven).code, 2, "six at most");
}

#[test]
fn what_there_is_none_of_is_told() {
    let folder = folder(&[
        ("a.yaml", "title: A\ncompetencies: { x: [ { name: Rust, level: 2 } ] }\n"),
        ("b.yaml", "title: B\n"),
    ]);
    let run = |arguments: &[&str]| run(folder.path(), Path::new("."), arguments);
    for (arguments, sentence) in [
        (&["near", "b"][..], "“B” names no competencies: not in file"),
        (&["near", "a"], "“A” asks for no competency that another job asks for"),
        (&["route", "a", "b"], "no way of at most three small moves leads from “A” to “B”"),
        (&["interview", "b"], "names no competency to ask about"),
        (&["interview", "a", "--only", "Rast"], "did you mean “Rust”?"),
    ] {
        let done = run(arguments);
        assert_eq!((done.out.as_str(), done.code), ("", 1), "{arguments:?}");
        assert!(done.err.contains(sentence), "{}", done.err);
    }
    let asked = run(&["interview", "a", "--only", "RUST"]);
    assert!(asked.out.contains("1. Rust"), "{} {}", asked.out, asked.err);
}

#[test]
fn a_name_that_tells_no_format_is_refused_with_those_that_do() {
    let place = folder(&[]);
    for name in ["a.docx", "kit", "a.pdf"] {
        let arguments = ["export", PAIR[0], "--output", name];
        let done = run(&shipped_folder(), place.path(), &arguments);
        assert_eq!((done.out.as_str(), done.code), ("", 2), "{name}");
        let told = format!("{name} does not end in .txt, .md, .json, .csv or .html; name it so");
        assert!(done.err.contains(&told), "{}", done.err);
        let said = [&arguments[..], &["--format", "text"]].concat();
        assert_eq!(run(&shipped_folder(), place.path(), &said).code, 0, "{name}");
    }
}

#[test]
fn a_name_and_a_format_that_say_different_things_are_refused() {
    let place = folder(&[]);
    let write = |arguments: &[&str]| {
        run(&shipped_folder(), place.path(), &[&["export", PAIR[0]], arguments].concat())
    };
    let done = write(&["--output", "z.html", "--format", "csv"]);
    assert_eq!((done.out.as_str(), done.code), ("", 2));
    assert!(done.err.contains("z.html is named as html, and --format says csv;"), "{}", done.err);
    assert!(!place.path().join("z.html").exists());
    assert_eq!(write(&["--output", "z.htm", "--format", "html"]).code, 0);
    // What is no file is told as that, and not by how it is called.
    for no_file in [".", "/dev/null"] {
        let done = write(&["--output", no_file]);
        assert_eq!((done.out.as_str(), done.code), ("", 2));
        assert!(done.err.contains("is no file") && !done.err.contains(".txt"), "{}", done.err);
    }
}

#[test]
fn a_count_that_is_none_is_told_in_a_sentence() {
    for arguments in [&["near", PAIR[0], "--count", "0"], &["interview", PAIR[0], "--max", "0"]] {
        let done = shipped(arguments);
        assert_eq!((done.out.as_str(), done.code), ("", 2));
        assert!(done.err.contains("“0” is no count; write 1 or more"), "{}", done.err);
    }
}
