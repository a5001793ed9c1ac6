//! Stories about a program and its terminal that are no faults: what it saves, looks for and lends.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "support/process.rs"]
mod process;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/started.rs"]
mod started;

use process::{state, wait_until};
use pty::{Pty, Start, probe};
use started::{
    INTERRUPT, ROLEBOOK, SUSPEND, assert_suspended, started, started_in_a_shell, started_rolebook,
};

#[test]
fn a_document_is_saved_and_replaced_only_after_a_second_enter() {
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
fn near_jobs_are_looked_for_beside_the_main_thread() {
    let mut pty = started_rolebook();
    pty.wait_for_text("watching");
    pty.press("r");
    pty.wait_for_text("jobs, the most alike first");
    pty.press("q");
    pty.wait_for("the panes", |screen| !screen.contents().contains("most alike"));
    pty.press("q");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    pty.assert_restored();
}

#[test]
fn a_program_that_borrows_the_terminal_gets_every_key() {
    // Asked for by a key, while the reader waits; and by a worker, while it reads.
    for key in ["E", "L"] {
        let child = "echo type; read line; echo got $line; echo more; read line";
        let mut pty = started(Start::new(&[&probe()]).with("PROBE_CHILD", child));
        pty.press(key);
        pty.wait_for_text("type");
        assert!(pty.is_cooked());
        pty.press("every key of it\r");
        pty.wait_for_text("got every key of it");
        pty.wait_for_text("more");
        // An interrupt is the borrower's; this one dies of it, and the lender goes on.
        pty.press(INTERRUPT);
        pty.wait_for_text("child: Ok");
        pty.press("j");
        pty.wait_for_text("keys 1");
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}

#[test]
fn ctrl_z_in_a_borrower_stops_both_and_fg_continues_both() {
    let child = "echo type $$; read line; echo got $line; read line";
    let (mut pty, pid) = started_in_a_shell(&[("PROBE_CHILD", child)]);
    pty.press("E");
    pty.wait_for("borrower", |screen| screen.contents().contains("type "));
    let borrower = pty.number_after("type");
    pty.press(SUSPEND);
    assert_suspended(&pty, pid);
    // Until it has stopped as well it may take the next key.
    wait_until(&pty, "stopped", || state(borrower) == Some('T'));
    pty.press("fg\r");
    wait_until(&pty, "running", || state(pid) != Some('T'));
    pty.press("still here\r");
    pty.wait_for_text("got still here");
    pty.press("\r");
    pty.wait_for_text("child: Ok");
    pty.press("q");
    pty.assert_screen_restored();
}
