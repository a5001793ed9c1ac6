//! The thread that hears signals: it tells the main thread, and does not rely on being heard.

use std::io;
use std::sync::mpsc::Sender;
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
