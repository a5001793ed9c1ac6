//! The terminal's modes: taken over once, given back once, from whichever thread comes first.
//!
//! The modes belong to the process as the terminal does, and they must be given back by a panic
//! hook, a signal thread and a watchdog that hold no reference to anything: hence the one static.

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::termios::{
    LocalModes, OptionalActions, QueueSelector, Termios, isatty, tcflush, tcgetattr, tcsetattr,
};

/// Alternate screen (which saves the cursor), cleared; cursor hidden; bracketed paste.
const SET_UP: &[u8] = b"\x1b[?1049h\x1b[0m\x1b[2J\x1b[?25l\x1b[?2004h";
/// Buttons, drags and the wheel, with coordinates that are plain numbers; not every movement.
pub(super) const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
/// The reverse of [`MOUSE_ON`].
pub(super) const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";
/// Everything back: end of a half-sent frame, mouse, paste, screen, cursor, colours. The alternate
/// screen is left empty: tmux 3.3 wraps its long lines into the other one if the size has changed.
const GIVE_BACK: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\
    \x1b[2J\x1b[?1049l\x1b[0m\x1b[?25h";
/// What a program that ended badly may leave behind: origin mode, a scrolling region, inserting, no
/// line wrap, another character set, keys that send something else, every movement of the mouse.
pub(super) const TIDY_UP: &[u8] = b"\x1b[?2026l\x1b[?6l\x1b[r\x1b[4l\x1b[?7h\x1b(B\x0f\
    \x1b[?1l\x1b>\x1b[>4m\x1b[=0u\x1b[?1003l\x1b[?1004l\x1b[?1005l\x1b[?1015l";
/// How long giving back waits for a terminal that takes no more output.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };

/// What the terminal was like before it was taken over.
struct Before {
    tty: OwnedFd,
    termios: Termios,
}

/// The terminal's modes at one time, to come back to them when somebody else has changed them.
pub(super) struct Modes(Before);

impl Modes {
    /// The modes as they are.
    ///
    /// # Errors
    /// When there is no terminal.
    pub(super) fn now() -> io::Result<Self> {
        let tty = open_tty()?;
        let termios = tcgetattr(&tty)?;
        Ok(Self(Before { tty, termios }))
    }

    /// Sets them again. A terminal that refuses is noticed by whoever uses it next.
    pub(super) fn set(&self) {
        let _ = tcsetattr(&self.0.tty, OptionalActions::Now, &self.0.termios);
    }
}

/// Something while the terminal is taken over, nothing otherwise.
static BEFORE: Mutex<Option<Before>> = Mutex::new(None);

/// Nothing under the lock can leave the value half changed, so a poisoned lock is as good as any.
fn before() -> MutexGuard<'static, Option<Before>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// As long as what this returns is there, another thread is about to give the terminal back.
#[cfg(test)]
pub(in crate::tui) fn being_given_back() -> impl Sized {
    before()
}

/// The terminal to read from: standard input if it is one, else the controlling terminal.
///
/// # Errors
/// When there is neither.
pub(in crate::tui) fn open_tty() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if isatty(&stdin) {
        return stdin.as_fd().try_clone_to_owned();
    }
    Ok(std::fs::File::options().read(true).write(true).open("/dev/tty")?.into())
}

/// Takes the terminal over. What was typed before is thrown away: it was meant for something else.
///
/// # Errors
/// When there is no terminal, or it does not obey; then it is left as it was.
pub(super) fn take(mouse: bool) -> io::Result<()> {
    let tty = open_tty()?;
    let termios = tcgetattr(&tty)?;
    {
        let mut before = before();
        // crossterm must know about raw mode as well: it reads a line feed as Enter outside of it.
        crossterm::terminal::enable_raw_mode()?;
        let _ = tcflush(&tty, QueueSelector::IFlush);
        *before = Some(Before { tty, termios });
    }
    set_up(mouse).inspect_err(|_| give_back())
}

/// Takes the terminal over once more if somebody else has changed it while this program had it, as
/// a shell does when the program was stopped by a signal that cannot be caught.
pub(super) fn retake_if_changed(mouse: bool) -> io::Result<()> {
    {
        let before = before();
        let Some(Before { tty, termios }) = before.as_ref() else { return Ok(()) };
        if !tcgetattr(tty)?.local_modes.contains(LocalModes::ICANON) {
            return Ok(());
        }
        let mut raw = termios.clone();
        raw.make_raw();
        tcsetattr(tty, OptionalActions::Now, &raw)?;
        let _ = tcflush(tty, QueueSelector::IFlush);
    }
    set_up(mouse)
}

fn set_up(mouse: bool) -> io::Result<()> {
    write_all(SET_UP)?;
    if mouse { write_all(MOUSE_ON) } else { Ok(()) }
}

/// Gives the terminal back as it was. May be called at any time, from any thread, any number of
/// times; it does nothing when there is nothing to do, never panics, and takes no failure for an
/// answer: a terminal that is gone cannot be restored and need not be.
pub fn give_back() {
    // The lock is held to the end, so that whoever comes second knows it done when it has its turn.
    let mut before = before();
    let Some(Before { tty, termios }) = before.take() else { return };
    write_if_taken(GIVE_BACK);
    // What is left of the input was meant for this program; a shell would take it for commands. It
    // is thrown away by a call of its own, as setting the modes with it waits for the output.
    let _ = tcflush(&tty, QueueSelector::IFlush);
    let _ = tcsetattr(&tty, OptionalActions::Now, &termios);
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Writes all of it to standard output, past the buffer and the lock of `std::io::stdout`, which
/// the main thread may hold while it hangs in a write.
pub(super) fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    let out = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(out, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&out, PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Writes as long as the terminal takes it within a moment: one that is stuck must not keep the
/// program from dying.
fn write_if_taken(mut bytes: &[u8]) {
    let out = rustix::stdio::stdout();
    while !bytes.is_empty() {
        let ready = poll(&mut [PollFd::new(&out, PollFlags::OUT)], Some(&PATIENCE));
        match ready.map(|count| (count > 0).then(|| rustix::io::write(out, bytes))) {
            Err(Errno::INTR) | Ok(Some(Err(Errno::INTR | Errno::AGAIN))) => {}
            Ok(Some(Ok(count))) if count > 0 => bytes = bytes.get(count..).unwrap_or_default(),
            _ => return,
        }
    }
}
