//! The thread that sees the terminal go away, where no signal says so.
//!
//! The reader of the terminal cannot: once the terminal is gone it turns in a circle at full speed.
//! Whichever thread sees it first, the process dies by SIGHUP, which a shell calls 129.

use std::io;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::signals::die_by;
use super::terminal::give_back;

/// How long the signal has to come first, which most terminals send with the hang-up. A little longer
/// than the main thread has to end after it, and no more: meanwhile the reader turns in its circle.
const SIGNAL_FIRST: Duration = Duration::from_millis(250);

/// Starts watching the terminal behind standard output.
///
/// # Errors
/// When the system starts no more threads.
pub fn spawn() -> io::Result<()> {
    thread::Builder::new().name("watchdog".into()).spawn(|| {
        if hung_up(None) {
            thread::sleep(SIGNAL_FIRST);
            give_back();
            die_by(SIGHUP);
        }
    })?;
    Ok(())
}

/// True when the terminal is gone already.
pub(super) fn is_hung_up() -> bool {
    hung_up(Some(&Timespec { tv_sec: 0, tv_nsec: 0 }))
}

/// Waits until the terminal hangs up, without using the processor. False when the time is over, or
/// when the system cannot watch terminals, as macOS.
fn hung_up(within: Option<&Timespec>) -> bool {
    let out = rustix::stdio::stdout();
    loop {
        // A hang-up is reported without being asked for; anything else would wake for nothing.
        let mut watched = [PollFd::new(&out, PollFlags::empty())];
        match poll(&mut watched, within) {
            Ok(_) => return watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
