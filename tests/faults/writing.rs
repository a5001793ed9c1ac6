//! Faults of writing (X): a document is there whole or not at all, and no profile is ever written.

#[path = "writing/documents.rs"]
mod documents;
#[path = "writing/midway.rs"]
mod midway;
#[path = "writing/traced.rs"]
mod traced;

use super::pty::{Pty, Start};
use super::support::command::run;
use super::support::{folder, shipped_folder};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");
const PAIR: [&str; 2] = ["SM15000482", "SM15000617"];

/// The names of what is in a folder, also of what is hidden.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn x01_x06_a_document_is_saved_by_its_name_and_never_over_another_one() {
    let place = folder(&[]);
    let path = place.path().join("kit");
    let save = |rest: &[&str]| {
        let arguments = [&["export", PAIR[0], "--output", "kit"], rest].concat();
        run(&shipped_folder(), place.path(), &arguments)
    };
    let first = save(&["--format", "html"]);
    assert_eq!((first.out.as_str(), first.err.as_str(), first.code), ("", "", 0));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<!DOCTYPE html>"));
    let again = save(&["--format", "text"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("kit exists already") && again.err.contains("--force"));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(save(&["--format", "text", "--force"]).code, 0);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("Sales Support Supervisor\n="));
    let out = run(&shipped_folder(), place.path(), &["export", PAIR[0], "--output", "-"]);
    assert!(out.out.starts_with("Sales Support Supervisor\n="));
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1, "and nothing else");
}

#[test]
fn x01_on_screen_a_document_is_saved_and_replaced_only_after_a_second_enter() {
    let place = tempfile::TempDir::new().unwrap();
    let path = place.path().join("kit.md");
    let mut pty = Start::new(&[ROLEBOOK]).with("HOME", place.path().to_str().unwrap()).go();
    pty.wait_for_text("watching");
    let name = |pty: &mut Pty, key: &str| {
        pty.press(key);
        pty.wait_for_text("Save as");
        pty.press("\x15~/kit.md\r");
    };
    name(&mut pty, "i");
    pty.wait_for_text("saved as");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("# Interview kit"));
    std::fs::write(&path, "mine").unwrap();
    name(&mut pty, "S");
    pty.wait_for_text("there is such a file");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    pty.press("\r");
    pty.wait_for_text("saved as");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# ") && !text.contains("Interview kit"), "{text}");
    pty.press("S");
    pty.wait_for_text("Save as");
    pty.press("\x15profiles/kit.md\r");
    pty.wait_for_text("written; choose another folder");
    pty.press("\x1b");
    pty.wait_for("no box", |screen| !screen.contents().contains("Save as"));
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1, "and nothing else");
}

#[test]
fn x04_nothing_is_saved_among_the_profiles_or_where_no_file_can_be() {
    let place = folder(&[("profiles/a.yaml", "title: A\n")]);
    rustix::fs::mkfifoat(rustix::fs::CWD, place.path().join("pipe"), 0o600.into()).unwrap();
    for (output, sentence) in [
        ("profiles/a.txt", "in which nothing is written"),
        ("profiles/a.yaml", "in which nothing is written"),
        ("profiles", "is no file"),
        ("pipe", "is no file"),
        ("nowhere/a.txt", "there is no folder nowhere"),
        ("/dev/full", "is no file"),
        ("\u{1b}[31m/a.txt", "there is no folder ␛[31m"),
    ] {
        let arguments = ["export", "a", "--format", "text", "--force", "--output", output];
        let done = run(&place.path().join("profiles"), place.path(), &arguments);
        assert_eq!((done.out.as_str(), done.code), ("", 2), "{output}");
        assert!(done.err.contains(sentence), "{}", done.err);
    }
    assert_eq!(
        std::fs::read_to_string(place.path().join("profiles/a.yaml")).unwrap(),
        "title: A\n"
    );
}

#[test]
fn x04_a_link_is_replaced_and_what_it_led_to_stays() {
    let place = folder(&[("real.md", "mine")]);
    symlink("real.md", place.path().join("link.md")).unwrap();
    let save = |rest: &[&str]| {
        let arguments = [&["export", PAIR[0], "--output", "link.md"], rest].concat();
        run(&shipped_folder(), place.path(), &arguments)
    };
    assert_eq!(save(&[]).code, 2);
    assert_eq!(save(&["--force"]).code, 0);
    let text = |name: &str| std::fs::read_to_string(place.path().join(name)).unwrap();
    assert_eq!(text("real.md"), "mine");
    assert!(text("link.md").starts_with("# "));
    assert!(place.path().join("link.md").symlink_metadata().unwrap().is_file());
}

/// A disk of 64 kB that is there as long as the value.
struct TinyDisk(tempfile::TempDir);

impl TinyDisk {
    /// `None` where nobody may mount one.
    fn mounted() -> Option<Self> {
        let disk = Self(folder(&[]));
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
            .arg(disk.0.path())
            .output();
        let mounted = mount.is_ok_and(|output| output.status.success());
        if !mounted {
            println!("skipped: no small disk can be mounted here");
        }
        mounted.then_some(disk)
    }

    /// Nothing may be written to it any more.
    fn seal(&self) {
        let mount = Command::new("mount").args(["-o", "remount,ro"]).arg(self.0.path()).status();
        assert!(mount.unwrap().success());
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn x02_a_full_disk_leaves_the_old_file_and_nothing_half() {
    let Some(disk) = TinyDisk::mounted() else { return };
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

#[test]
fn x02_on_screen_a_full_disk_is_told_and_another_name_can_be_typed() {
    let Some(disk) = TinyDisk::mounted() else { return };
    let (full, other) = (disk.0.path().join("kit.md"), folder(&[]));
    let too_much = std::fs::write(disk.0.path().join("ballast"), [0; 100_000]);
    assert!(too_much.is_err(), "the disk is not full");
    let mut pty = Start::new(&[ROLEBOOK]).size(120, 40).go();
    pty.wait_for_text("watching");
    pty.press("i");
    pty.wait_for_text("Save as");
    pty.press(format!("\x15{}\r", full.display()));
    pty.wait_for_text("No space left");
    assert_eq!(names(disk.0.path()), ["ballast"]);
    pty.press(format!("\x15{}\r", other.path().join("kit.md").display()));
    pty.wait_for_text("saved as");
    assert_eq!(names(other.path()), ["kit.md"]);
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
}

#[test]
fn x04_where_nothing_may_be_written_that_is_told() {
    let Some(disk) = TinyDisk::mounted() else { return };
    std::fs::write(disk.0.path().join("a.md"), "old").unwrap();
    disk.seal();
    for name in ["a.md", "b.md"] {
        let arguments = ["export", PAIR[0], "--force", "--output", name];
        let done = run(&shipped_folder(), disk.0.path(), &arguments);
        assert_eq!(done.code, 2);
        assert!(done.err.contains("cannot be written: Read-only file system"), "{}", done.err);
    }
    assert_eq!(std::fs::read_to_string(disk.0.path().join("a.md")).unwrap(), "old");
}
