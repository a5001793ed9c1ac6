//! The thread that sees the terminal go away, where no signal says so.
//!
//! The reader of the terminal cannot: once the terminal is gone it turns in a circle, at full speed
//! until the process ends. Whichever thread sees it first, that is at once, and by SIGHUP, which a
//! shell calls 129.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::message::Msg;
use super::signals::end_by;
use super::terminal::open_tty;

/// Starts watching the terminal behind standard output and the one that keys are read from, which
/// may be another. When one of them goes away the main thread is told as by the signal.
///
/// # Errors
/// When there is no terminal, or the system starts no more threads.
pub fn spawn(send: Sender<Msg>) -> io::Result<()> {
    let keyboard = open_tty()?;
    thread::Builder::new().name("watchdog".into()).spawn(move || {
        if hung_up(&[rustix::stdio::stdout(), keyboard.as_fd()], None) {
            end_by(SIGHUP, &send);
        }
    })?;
    Ok(())
}

/// True when the terminal behind standard output is gone already.
pub(super) fn is_hung_up() -> bool {
    hung_up(&[rustix::stdio::stdout()], Some(&Timespec { tv_sec: 0, tv_nsec: 0 }))
}

/// Waits until one of these terminals hangs up, without using the processor. False when the time is
/// over, or when the system cannot watch terminals, as macOS.
fn hung_up(terminals: &[BorrowedFd<'_>], within: Option<&Timespec>) -> bool {
    loop {
        // A hang-up is reported without being asked for; anything else would wake for nothing.
        let watch = |terminal| PollFd::from_borrowed_fd(terminal, PollFlags::empty());
        let mut watched: Vec<PollFd<'_>> = terminals.iter().copied().map(watch).collect();
        let is_gone = |fd: &PollFd<'_>| fd.revents().intersects(PollFlags::HUP | PollFlags::ERR);
        match poll(&mut watched, within) {
            Ok(_) => return watched.iter().any(is_gone),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
