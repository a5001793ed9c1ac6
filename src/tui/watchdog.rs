//! The thread that sees the terminal go away, where no signal says so.
//!
//! The reader of the terminal cannot: once the terminal is gone it turns in a circle at full speed.

use std::io;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::low_level::exit;

use super::terminal::give_back;

/// What the shell says of a program that ended for a hang-up: 128 and the signal's number.
const HUNG_UP: i32 = 129;
/// How long the signal has to come first, which most terminals send with the hang-up.
const SIGNAL_FIRST: Duration = Duration::from_millis(500);

/// Starts watching the terminal behind standard output.
///
/// # Errors
/// When the system starts no more threads.
pub fn spawn() -> io::Result<()> {
    thread::Builder::new().name("watchdog".into()).spawn(|| {
        if hang_up() {
            thread::sleep(SIGNAL_FIRST);
            give_back();
            exit(HUNG_UP);
        }
    })?;
    Ok(())
}

/// Waits until the terminal hangs up, without using the processor. False when the system cannot
/// watch terminals, as macOS.
fn hang_up() -> bool {
    let out = rustix::stdio::stdout();
    loop {
        // A hang-up is reported without being asked for; anything else would wake for nothing.
        let mut watched = [PollFd::new(&out, PollFlags::empty())];
        match poll(&mut watched, None) {
            Ok(_) => return watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR),
            Err(Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}
