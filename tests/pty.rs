//! Stories about a program and its terminal that are no faults: what it saves, looks for and lends.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

#[path = "support/process.rs"]
mod process;
#[path = "support/pty.rs"]
mod pty;
#[path = "support/started.rs"]
mod started;

use process::{state, wait_until};
use pty::{Start, probe};
use started::{
    INTERRUPT, SUSPEND, assert_suspended, started, started_in_a_shell, started_rolebook,
};

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
    wait_until("stopped", || state(borrower) == Some('T'));
    pty.press("fg\r");
    wait_until("running", || state(pid) != Some('T'));
    pty.press("still here\r");
    pty.wait_for_text("got still here");
    pty.press("\r");
    pty.wait_for_text("child: Ok");
    pty.press("q");
    pty.assert_screen_restored();
}
