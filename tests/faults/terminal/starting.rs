//! What it is started on, and in: no terminal, a plain one, one within another.

use std::process::{Command, Stdio};

use crate::pty::{Start, probe};
use crate::started::{ROLEBOOK, started};

#[test]
fn t16_t17_t18_t19_without_a_screen_it_refuses_in_one_line_and_touches_nothing() {
    let ended = Command::new(ROLEBOOK).stdin(Stdio::null()).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(ended.stdout.is_empty());
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("rolebook list") && said.contains("rolebook show"), "{said}");

    let piped = format!("{ROLEBOOK} | cat; {ROLEBOOK} > /dev/null; exit $?");
    let plain = |script: &str| Start::new(&["sh", "-c", script]);
    for (start, part) in [
        (plain(&piped), "standard output"),
        (plain(&format!("exec {ROLEBOOK}")).with("TERM", "dumb"), "TERM=dumb"),
        (plain(&format!("exec {ROLEBOOK}")).with("TERM", ""), "TERM is not set"),
        (plain(&format!("unset TERM; exec {ROLEBOOK}")), "TERM is not set"),
        (plain(&format!("exec {ROLEBOOK} </dev/null")).without_control(), "read keys"),
        (plain(&format!("exec {ROLEBOOK} <&-")).without_control(), "read keys"),
    ] {
        let pty = start.go();
        assert_eq!(pty.wait_exit().exit_code(), 2, "{part}");
        pty.wait_for_text(part);
        assert!(!pty.bytes().contains(&0x1b), "{part}");
        pty.assert_restored();
    }
}

#[test]
fn t17_without_standard_input_it_reads_the_controlling_terminal() {
    for redirect in ["</dev/null", "<&-", "</etc/hostname"] {
        let mut pty = started(Start::new(&["sh", "-c", &format!("exec {} {redirect}", probe())]));
        pty.press("j");
        pty.wait_for_text("keys 1");
        pty.press("q");
        assert_eq!(pty.wait_exit().exit_code(), 0);
        pty.assert_restored();
    }
}
