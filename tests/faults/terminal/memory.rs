//! What a folder asks of memory and of the stack.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::pty::Start;
use crate::started::ROLEBOOK;

/// A folder of more text than there is memory for. The files are one on the disk.
fn large_folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let text = "title: Clerk\nsummary: ".to_owned() + &"word ".repeat(100_000);
    // The job that is shown is a small one.
    fs::write(folder.path().join("a.yaml"), "title: Accountant\n").unwrap();
    let first = folder.path().join("0.yaml");
    fs::write(&first, text).unwrap();
    for number in 1..800 {
        fs::hard_link(&first, folder.path().join(format!("{number}.yaml"))).unwrap();
    }
    folder
}

fn lacks_prlimit() -> bool {
    let lacks = Command::new("prlimit").arg("--version").output().is_err();
    if lacks {
        println!("skipped: without prlimit memory has no limit");
    }
    lacks
}

/// The program's command line with so many megabytes of memory.
fn limited(megabytes: u32, folder: &Path, command: &[&str]) -> Vec<String> {
    let limit = format!("--as={megabytes}000000");
    let program = ["prlimit", &limit, ROLEBOOK, "--profiles", folder.to_str().unwrap()];
    program.iter().chain(command).map(ToString::to_string).collect()
}

#[test]
fn t10_without_memory_for_all_files_the_browser_shows_fewer_and_says_so() {
    if lacks_prlimit() {
        return;
    }
    let folder = large_folder();
    let command = limited(300, folder.path(), &[]);
    let command: Vec<&str> = command.iter().map(String::as_str).collect();
    let mut pty = Start::new(&command).size(120, 24).go();
    // Without optimisation a megabyte takes its time, so some of them are waited for first.
    pty.wait_for_text("Clerk");
    pty.wait_for_text("1 problem");
    pty.press("!");
    pty.wait_for_text("there is no memory left to read this file and");
    pty.press("\x1b");
    pty.wait_for("no list", |screen| !screen.contents().contains("no memory"));
    pty.press("R");
    // Where a little more or less fits the second time, that is told instead.
    let ends = ["read again", "added", "broken", "removed", "changed"];
    pty.wait_for("the end of it", |screen| ends.iter().any(|end| screen.contents().contains(end)));
    pty.press("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn t10_without_memory_for_all_files_a_list_is_refused() {
    if lacks_prlimit() {
        return;
    }
    let folder = large_folder();
    let command = limited(200, folder.path(), &["list"]);
    let ended = Command::new(&command[0]).args(&command[1..]).output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!((ended.status.code(), ended.stdout.len()), (Some(2), 0), "{said}");
    assert!(said.contains("there is no memory left"), "{said}");
}

#[test]
fn t09_no_file_is_nested_deeply_enough_to_overflow_a_stack() {
    let folder = TempDir::new().unwrap();
    let deep = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    deep("lists.yaml", "title: ".to_owned() + &"[".repeat(100_000) + &"]".repeat(100_000));
    deep("open.yaml", "title: ".to_owned() + &"[".repeat(1_000_000));
    deep("maps.yaml", "title: ".to_owned() + &"{a: ".repeat(10_000));
    deep("dashes.yaml", "- ".repeat(20_000) + "a");
    deep("questions.yaml", "? ".repeat(30_000) + "a");
    let block: String = (0..2000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    deep("block.yaml", block);
    deep("sound.yaml", "title: Clerk\n".to_owned());
    let start = Start::new(&[ROLEBOOK, folder.path().to_str().unwrap()]);
    // Half of what a thread has by itself.
    let mut pty = start.with("RUST_MIN_STACK", "1048576").go();
    pty.wait_for_text("7 jobs");
    pty.press("!");
    pty.wait_for_text("nested deeper than 32");
    pty.press("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}
