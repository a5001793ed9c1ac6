//! The thread that hears signals: it tells the main thread, and does not rely on being heard.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals as Arrivals;
use signal_hook::low_level::{emulate_default_handler, exit};

use super::message::{Msg, Signal};
use super::terminal::give_back;

/// How long the main thread has to end by itself after a deadly signal.
const GRACE: Duration = Duration::from_millis(200);

/// The main thread's end of the signal thread.
#[derive(Debug)]
pub struct Signals {
    lent: Arc<AtomicBool>,
}

impl Signals {
    /// Starts listening: from now on no signal ends the program with the terminal still taken over.
    ///
    /// The change of the window's size is not among them; that one comes with the input.
    ///
    /// # Errors
    /// When the system refuses a handler or a thread.
    pub fn spawn(send: Sender<Msg>) -> io::Result<Self> {
        let mut arrivals = Arrivals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
        let lent = Arc::new(AtomicBool::new(false));
        let theirs = Arc::clone(&lent);
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in arrivals.forever() {
                receive(signal, theirs.load(Ordering::Acquire), &send);
            }
        })?;
        Ok(Self { lent })
    }

    /// Says whether another program has the terminal: what its user types as Ctrl-C is then meant
    /// for that program alone, and its Ctrl-Z stops this one with it.
    pub fn lend(&self, lent: bool) {
        self.lent.store(lent, Ordering::Release);
    }
}

fn receive(signal: i32, lent: bool, send: &Sender<Msg>) {
    let asks_for = match signal {
        SIGINT | SIGQUIT | SIGCONT if lent => return,
        SIGTSTP if lent => {
            let _ = emulate_default_handler(SIGTSTP);
            return;
        }
        SIGTSTP => Signal::Suspend,
        SIGCONT => Signal::Continue,
        _ => Signal::End(signal),
    };
    // A main thread that is gone hears nothing; a deadly signal is carried out all the same.
    let _ = send.send(Msg::Signal(asks_for));
    if asks_for == Signal::End(signal) {
        thread::sleep(GRACE);
        give_back();
        die_by(signal);
    }
}

/// Ends the process by this signal, as if it had never been caught, so that the parent sees it.
pub fn die_by(signal: i32) -> ! {
    let _ = emulate_default_handler(signal);
    // Not reached with any signal that ends a program; the shell's way of saying the same.
    exit(128 + signal)
}
