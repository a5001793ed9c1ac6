//! What is between the first and the last moment of writing: ends, interruptions, another program.

use super::{PAIR, ROLEBOOK, names, run, shipped_folder};
use crate::pty::PATIENCE;
use crate::support::folder;
use crate::support::strace::Trace;
use rustix::process::{Pid, Signal, kill_process};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Instant;

/// What `strace` does to a call, and to which.
type Injection<'a> = (&'a str, &'a str);

/// An export to `a.md` to which something is done midway.
fn exporting(place: &Path, trace: &Trace, done: &[Injection<'_>], rest: &[&str]) -> Child {
    let calls: Vec<&str> = done.iter().map(|(call, _)| *call).collect();
    let words = trace.words(&calls.join(","));
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]);
    for (call, fault) in done {
        command.args(["-e", &format!("inject={call}:{fault}")]);
    }
    command.args([ROLEBOOK, "--profiles"]).arg(shipped_folder());
    command.args(["export", PAIR[0], "--output", "a.md"]).args(rest).current_dir(place);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

fn ended(child: Child) -> (ExitStatus, String) {
    let output = child.wait_with_output().unwrap();
    (output.status, String::from_utf8(output.stderr).unwrap())
}

/// The document as it is when nothing is done to it.
fn whole(job: &str) -> String {
    run(&shipped_folder(), Path::new("."), &["export", job, "--format", "markdown"]).out
}

#[test]
fn x03_whoever_kills_it_midway_finds_the_old_file_or_the_new_one() {
    let Some(trace) = Trace::possible() else { return };
    let whole = whole(PAIR[0]);
    for (call, when, is_new) in [
        ("write", 1, false),
        ("fsync", 1, false),
        ("/^rename", 1, false),
        // The name is given; what follows only makes sure of it.
        ("fsync", 2, true),
    ] {
        for (before, force) in [(Some("old"), &["--force"][..]), (None, &[])] {
            let place = folder(&[]);
            let path = place.path().join("a.md");
            before.inspect(|text| std::fs::write(&path, text).unwrap());
            let fault = format!("signal=KILL:when={when}");
            let (status, _) = ended(exporting(place.path(), &trace, &[(call, &fault)], force));
            assert_eq!(status.code(), None, "{call} was never called");
            let after = std::fs::read_to_string(&path).ok();
            let expected = if is_new { Some(&*whole) } else { before };
            assert_eq!(after.as_deref(), expected, "killed in {call}");
            // What is left is never taken for a document, and in nobody's way.
            let left = |name: &String| name.starts_with(".rolebook-") && name.ends_with(".tmp");
            assert!(names(place.path()).iter().all(|name| name == "a.md" || left(name)));
            let again = ["export", PAIR[0], "--force", "--output", "a.md"];
            assert_eq!(run(&shipped_folder(), place.path(), &again).code, 0);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), whole);
        }
    }
}

#[test]
fn x05_what_is_interrupted_or_written_in_part_is_written_to_its_end() {
    let Some(trace) = Trace::possible() else { return };
    let whole = whole(PAIR[0]);
    let place = folder(&[]);
    let path = place.path().join("a.md");
    let interrupted = [("write", "error=EINTR:when=1..3"), ("fsync", "error=EINTR:when=1..2")];
    let (status, told) = ended(exporting(place.path(), &trace, &interrupted, &[]));
    assert!(status.success(), "{told}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), whole);
    // The system says that it has taken seven bytes, and has not: what follows is the rest.
    let short = [("write", "retval=7:when=1")];
    let (status, told) = ended(exporting(place.path(), &trace, &short, &["--force"]));
    assert!(status.success(), "{told}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), whole[7..]);
    assert_eq!(names(place.path()), ["a.md"]);
}

/// Waits until the export has written everything and stands still before it gives the file its name.
fn stopped(trace: &Trace) -> Pid {
    let deadline = Instant::now() + PATIENCE;
    loop {
        assert!(Instant::now() < deadline, "never stopped");
        let told = trace.text();
        if let Some(line) = told.lines().find(|line| line.contains("stopped by SIGSTOP")) {
            let pid = line.split(' ').next().unwrap().parse().unwrap();
            return Pid::from_raw(pid).unwrap();
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

#[test]
fn x07_of_two_at_once_each_writes_a_whole_file_or_none() {
    let [first, second] = PAIR.map(whole);
    for (force, expected) in [(&[][..], &second), (&["--force"], &first)] {
        let Some(trace) = Trace::possible() else { return };
        let place = folder(&[]);
        let path = place.path().join("a.md");
        let slow = exporting(place.path(), &trace, &[("fsync", "signal=STOP:when=1")], force);
        let pid = stopped(&trace);
        let quick = [&["export", PAIR[1], "--output", "a.md"], force].concat();
        assert_eq!(run(&shipped_folder(), place.path(), &quick).code, 0);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), second);
        kill_process(pid, Signal::CONT).unwrap();
        let (status, told) = ended(slow);
        assert_eq!(status.code(), Some(if force.is_empty() { 2 } else { 0 }), "{told}");
        assert!(!force.is_empty() || told.contains("a.md exists already"), "{told}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), **expected);
        assert_eq!(names(place.path()), ["a.md"]);
    }
}
