//! What the system tells of a process, and signals to it.

#![allow(dead_code, reason = "each test crate uses its own part of this")]

use std::time::{Duration, Instant};

use portable_pty::ExitStatus;
use rustix::process::{Pid, Signal, kill_process};

use crate::pty::PATIENCE;

pub fn send(pid: usize, signal: Signal) {
    let pid = Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
    kill_process(pid, signal).unwrap();
}

/// The letter that the system gives the state of a process: `T` is stopped.
pub fn state(pid: usize) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}

/// Looks at what nobody reports, until it is so.
#[track_caller]
pub fn wait_until(what: &str, mut so: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !so() {
        assert!(Instant::now() < deadline, "not {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The name that the system's library has for the signal that ended it.
pub fn death(status: &ExitStatus) -> &str {
    status.signal().unwrap_or("no signal")
}
