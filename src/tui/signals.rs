//! The thread that hears signals: it tells the main thread, and does not rely on being heard.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals as Arrivals;
use signal_hook::low_level::{emulate_default_handler, exit};

use super::message::{Msg, Signal};
use super::terminal::give_back;

/// How long the main thread has to end by itself after a deadly signal.
const GRACE: Duration = Duration::from_millis(200);

/// How long the terminal has then to be given back. Longer than that takes where it can be done.
const LAST_MOMENT: Duration = Duration::from_millis(500);

/// How long after a loan an interrupt still counts as meant for the borrower: the terminal sends it
/// to both, and the borrower may have died of it before it is looked at here.
const LATE: Duration = Duration::from_millis(500);

/// Whether another program has the terminal.
#[derive(Debug, Clone, Copy)]
enum Loan {
    None,
    Running,
    Ended(Instant),
}

/// The main thread's end of the signal thread.
#[derive(Debug)]
pub struct Signals {
    loan: Arc<Mutex<Loan>>,
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
        let loan = Arc::new(Mutex::new(Loan::None));
        let theirs = Arc::clone(&loan);
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in arrivals.forever() {
                let loan = *theirs.lock().unwrap_or_else(PoisonError::into_inner);
                receive(signal, loan, &send);
            }
        })?;
        Ok(Self { loan })
    }

    /// Says whether another program has the terminal: what its user types as Ctrl-C is then meant
    /// for that program alone, and its Ctrl-Z stops this one with it.
    pub fn lend(&self, lent: bool) {
        let loan = if lent { Loan::Running } else { Loan::Ended(Instant::now()) };
        *self.loan.lock().unwrap_or_else(PoisonError::into_inner) = loan;
    }
}

fn receive(signal: i32, loan: Loan, send: &Sender<Msg>) {
    let asks_for = match (signal, loan) {
        (SIGINT | SIGQUIT | SIGCONT, Loan::Running) => return,
        (SIGINT | SIGQUIT, Loan::Ended(when)) if when.elapsed() < LATE => return,
        (SIGTSTP, Loan::Running) => {
            let _ = emulate_default_handler(SIGTSTP);
            return;
        }
        (SIGTSTP, _) => Signal::Suspend,
        (SIGCONT, _) => Signal::Continue,
        _ => Signal::End(signal),
    };
    match asks_for {
        Signal::End(signal) => end_by(signal, send),
        // A main thread that is gone hears nothing, and need not.
        other => drop(send.send(Msg::Signal(other))),
    }
}

/// Ends the process by this signal: the main thread should, and soon; else it is done here, whatever
/// that thread is doing and whatever has become of the terminal.
pub(super) fn end_by(signal: i32, send: &Sender<Msg>) -> ! {
    let _ = send.send(Msg::Signal(Signal::End(signal)));
    thread::sleep(GRACE);
    give_back_in_time();
    die_by(signal)
}

/// Gives the terminal back, if that can be done. A thread of its own does it, as it may wait for a
/// terminal that takes no more, or for another thread that does.
fn give_back_in_time() {
    let (done, wait) = channel();
    let giving = thread::Builder::new().name("last".into()).spawn(move || {
        give_back();
        let _ = done.send(());
    });
    match giving {
        Ok(_) => drop(wait.recv_timeout(LAST_MOMENT)),
        Err(_) => give_back(),
    }
}

/// Ends the process by this signal, as if it had never been caught, so that the parent sees it.
pub fn die_by(signal: i32) -> ! {
    let _ = emulate_default_handler(signal);
    // Not reached with any signal that ends a program; the shell's way of saying the same.
    exit(128 + signal)
}

#[cfg(test)]
mod tests {
    use super::super::terminal::being_given_back;
    use super::*;

    #[test]
    fn nobody_who_is_stuck_with_the_terminal_keeps_the_program_from_ending() {
        let stuck = being_given_back();
        let (done, wait) = channel();
        thread::spawn(move || {
            give_back_in_time();
            done.send(())
        });
        assert_eq!(wait.recv_timeout(LAST_MOMENT * 20), Ok(()));
        drop(stuck);
    }
}
