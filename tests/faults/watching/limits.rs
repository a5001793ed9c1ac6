//! The system tells nothing, or not all, of what has changed.

use super::{Library, ROLEBOOK, opened, shell, side_by_side};
use crate::pty::{Pty, Start};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::{self, File};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

/// What the system may not tell at once, as the program is stopped.
fn send(pty: &Pty, signal: Signal) {
    kill_process(Pid::from_raw(i32::try_from(pty.pid).unwrap()).unwrap(), signal).unwrap();
}

#[test]
fn w15_where_nothing_is_told_the_program_looks_by_itself() {
    let saves = [
        ("echo 'title: Baker' > a.yaml", "Baker"),
        ("sed -i s/Archivist/Cook/ a.yaml", "Cook"),
        ("mkdir sub; mv a.yaml sub; echo 'title: Dancer' > sub/a.yaml", "Dancer"),
    ];
    side_by_side(saves, |(script, title)| {
        let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
        let pty = library.open(&["--watch=poll"]);
        pty.wait_for_text("watching by polling");
        shell(&library.root(), script);
        pty.wait_for_text(title);
    });
}

/// What has no room for another watch or another listener, where the system lets us say so.
fn without_watches(limit: &str, library: &Library) -> Option<Pty> {
    let script = format!("echo 0 > /proc/sys/user/{limit}");
    let inside = ["unshare", "-Ur", "sh", "-ec"];
    let able = Command::new(inside[0]).args(&inside[1..]).arg(&script).output();
    if !able.is_ok_and(|done| done.status.success()) {
        println!("skipped: no user namespace in which {limit} could be set");
        return None;
    }
    let script = format!("{script}; exec {ROLEBOOK} {}", library.root().display());
    Some(opened(&[&inside[..], &[&script]].concat()))
}

#[test]
fn w08_w09_where_there_are_no_watches_left_the_program_looks_by_itself_and_says_so() {
    side_by_side(["max_inotify_watches", "max_inotify_instances"], |limit| {
        let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
        let Some(pty) = without_watches(limit, &library) else { return };
        pty.wait_for_text("watching by polling (watch limit)");
        library.write("a.yaml", "title: Baker\n");
        pty.wait_for_text("Baker");
    });
}

#[test]
fn w07_a_program_that_missed_too_much_looks_again() {
    let (flood, calm) = (["flood/a.yaml", "flood/b.yaml"], "calm/c.yaml");
    let library = Library::new(&[(flood[0], "title: A\n"), (flood[1], "title: B\n")]);
    library.write(calm, "title: Archivist\n");
    let pty = library.open(&[]);
    // Every folder is looked at once after the start; that is over when a save is shown.
    library.write(flood[0], "title: Actor\n");
    pty.wait_for_text("Actor");
    send(&pty, Signal::STOP);
    // More than the system keeps for a listener, and then what is lost. Nothing is written, since a
    // disk takes its time.
    for path in flood.iter().cycle().take(40_000) {
        drop(File::options().append(true).open(library.path(path)).unwrap());
    }
    library.write(calm, "title: Baker\n");
    send(&pty, Signal::CONT);
    pty.wait_for_text("Baker");
}

#[test]
fn w19_a_program_that_was_stopped_for_long_looks_at_everything() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n")]);
    // The file has another name outside: what is written there is told to nobody.
    let elsewhere = library.around.path().join("elsewhere");
    fs::hard_link(library.path("a.yaml"), &elsewhere).unwrap();
    let pty = library.open(&[]);
    // The look that follows the start is over when a save is shown.
    library.write("b.yaml", "title: Butcher\n");
    pty.wait_for_text("Butcher");
    send(&pty, Signal::STOP);
    fs::write(&elsewhere, "title: Baker\n").unwrap();
    // No luck is waited for: to be stopped for long is what is done to it here.
    sleep(Duration::from_millis(6_500));
    send(&pty, Signal::CONT);
    pty.wait_for_text("Baker");
}

#[test]
fn without_a_watch_only_the_reader_asks() {
    let library = Library::new(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\n")]);
    let root = library.root();
    let mut pty = Start::new(&[ROLEBOOK, root.to_str().unwrap(), "--watch=off"]).size(120, 24).go();
    pty.wait_for_text("Archivist");
    library.write("a.yaml", "title: Actor\n");
    pty.press("j");
    pty.wait_for_text("Baker");
    assert!(!pty.text().contains("watching") && !pty.text().contains("Actor"), "{}", pty.text());
    pty.press("R");
    pty.wait_for_text("Actor");
}
