//! The commands that write documents: what they print, save, refuse, and how they end.

use super::support::{folder, shipped_folder};
use assert_cmd::Command;
use std::path::Path;

struct Done {
    out: String,
    err: String,
    code: i32,
}

/// A command on the profiles of a folder, run in another one.
fn run(profiles: &Path, place: &Path, arguments: &[&str]) -> Done {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command.env_clear().env("LANG", "C.UTF-8").current_dir(place);
    let output = command.arg("--profiles").arg(profiles).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

/// A command on the shipped profiles.
fn shipped(arguments: &[&str]) -> Done {
    run(&shipped_folder(), Path::new("."), arguments)
}

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
    assert!(twice.err.contains("was named before"), "{}", twice.err);
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
        (&["near", "b"][..], "no other job asks for a competency"),
        (&["route", "a", "b"], "no three small moves lead from “A” to “B”"),
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
fn a_document_is_saved_by_its_name_and_never_over_another_one() {
    let place = folder(&[]);
    let path = place.path().join("kit.html");
    let save = |rest: &[&str]| {
        let arguments = [&["export", PAIR[0], "--output", "kit.html"], rest].concat();
        run(&shipped_folder(), place.path(), &arguments)
    };
    let first = save(&[]);
    assert_eq!((first.out.as_str(), first.err.as_str(), first.code), ("", "", 0));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<!DOCTYPE html>"));
    let again = save(&["--format", "text"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("kit.html exists already") && again.err.contains("--force"));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(save(&["--format", "text", "--force"]).code, 0);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Sales Support Supervisor\n="));
    let out = run(&shipped_folder(), place.path(), &["export", PAIR[0], "--output", "-"]);
    assert!(out.out.starts_with("Sales Support Supervisor\n="));
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1, "and nothing else");
}

#[test]
fn nothing_is_saved_among_the_profiles_or_where_no_file_can_be() {
    let place = folder(&[("profiles/a.yaml", "title: A\n")]);
    rustix::fs::mkfifoat(rustix::fs::CWD, place.path().join("pipe"), 0o600.into()).unwrap();
    for (output, sentence) in [
        ("profiles/a.md", "in which nothing is written"),
        ("profiles/a.yaml", "in which nothing is written"),
        ("profiles", "is no file"),
        ("pipe", "is no file"),
        ("nowhere/a.md", "there is no folder nowhere"),
        ("/dev/full", "is no file"),
        ("\u{1b}[31m/a.md", "there is no folder ␛[31m"),
    ] {
        let arguments = ["export", "a", "--force", "--output", output];
        let done = run(&place.path().join("profiles"), place.path(), &arguments);
        assert_eq!((done.out.as_str(), done.code), ("", 2), "{output}");
        assert!(done.err.contains(sentence), "{}", done.err);
    }
    assert_eq!(
        std::fs::read_to_string(place.path().join("profiles/a.yaml")).unwrap(),
        "title: A\n"
    );
}

/// A disk of 64 kB that is there as long as the value.
struct TinyDisk(tempfile::TempDir);

impl TinyDisk {
    /// `None` where nobody may mount one.
    fn mounted() -> Option<Self> {
        let disk = Self(folder(&[]));
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
            .arg(disk.0.path())
            .output();
        mount.is_ok_and(|output| output.status.success()).then_some(disk)
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_half() {
    let Some(disk) = TinyDisk::mounted() else {
        println!("skipped: no small disk can be mounted here");
        return;
    };
    let place = disk.0.path();
    std::fs::write(place.join("all.txt"), "old").unwrap();
    let done = run(
        &shipped_folder(),
        place,
        &["export", "SM15000482", "SM15000617", "FA14000217", "--force", "--output", "all.txt"],
    );
    assert_eq!(done.code, 2);
    assert!(done.err.contains("all.txt cannot be written: No space left"), "{}", done.err);
    assert_eq!(std::fs::read_to_string(place.join("all.txt")).unwrap(), "old");
    assert_eq!(std::fs::read_dir(place).unwrap().count(), 1);
}
