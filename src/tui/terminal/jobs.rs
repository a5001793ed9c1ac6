//! Stopping and going on, as a shell with job control expects of its jobs.

use std::io;
use std::thread::sleep;
use std::time::Duration;

use nix::sys::signal::{SigSet, SigmaskHow, Signal as Blocked};
use nix::unistd::{getpgrp, getppid, getsid, tcgetpgrp, tcsetpgrp};
use rustix::process::{Signal, kill_current_process_group};

use super::modes::open_tty;

/// How long a job that was continued in the background looks around before it stops again. Longer
/// than the signal thread needs to carry out a deadly signal: `kill %1` sends one and continues.
const LOOK_AROUND: Duration = Duration::from_millis(300);

/// True where a shell waits that sees this program stop. A session's own first program has none
/// (`xterm -e`, a container's entry point), and would never be continued.
///
/// In a container a session or a group may have its leader outside, and then its number is 0, which
/// rustix takes for impossible. That is why these four questions go through nix.
pub(super) fn have_a_shell() -> bool {
    let Ok(session) = getsid(None) else { return false };
    getpgrp() != session && getsid(Some(getppid())) == Ok(session)
}

/// Stops the whole job, with whatever started this program in it, and returns when it is continued
/// in the foreground.
///
/// It must be called on the main thread, which is the one that the kernel stops before the call
/// returns. The signal is the one that cannot be caught, because the one that the terminal would
/// send is caught by this program itself.
pub(super) fn stop() -> io::Result<()> {
    kill_current_process_group(Signal::STOP)?;
    while in_background() {
        sleep(LOOK_AROUND);
        if in_background() {
            kill_current_process_group(Signal::STOP)?;
        }
    }
    Ok(())
}

/// Takes the terminal's foreground back from a job that a borrower started and left behind. Where
/// the shell has it, somebody wants this program in the background.
pub(super) fn take_foreground() -> io::Result<()> {
    let tty = open_tty()?;
    let foreground = tcgetpgrp(&tty)?;
    if foreground == getpgrp() || getsid(None) == Ok(foreground) {
        return Ok(());
    }
    // Who asks for it from the background is stopped for asking, unless the signal is blocked.
    let mut asking = SigSet::empty();
    asking.add(Blocked::SIGTTOU);
    let before = asking.thread_swap_mask(SigmaskHow::SIG_BLOCK)?;
    let taken = tcsetpgrp(&tty, getpgrp());
    before.thread_set_mask()?;
    Ok(taken?)
}

/// True when the terminal belongs to another job now, as after `bg`.
fn in_background() -> bool {
    let foreground = open_tty().and_then(|tty| Ok(tcgetpgrp(&tty)?));
    foreground.is_ok_and(|group| group != getpgrp())
}
