//! The thread that reads the terminal, and reads no further until it is told to go on.

mod answers;

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
use rustix::process::{Signal, getpid, kill_process};

use super::message::Msg;
use super::worker::sentence_of;
use crate::printable::printable;

/// Events handed over at once at most; the rest waits in the terminal.
const MOST_AT_ONCE: usize = 4096;
/// How long the reader looks for more before it hands over what it has. The library takes less, and
/// zero above all, for having run out of time before the first look.
const ONE_LOOK: Duration = Duration::from_micros(200);
/// Failures in a row, without one event between, after which the keyboard counts as lost.
const MOST_FAILURES: usize = 32;

/// The main thread's end of the reading thread.
#[derive(Debug)]
pub struct Reader {
    go_on: Sender<()>,
    parked: Arc<AtomicBool>,
}

impl Reader {
    /// Starts reading. An empty batch comes first, as soon as changes of size are noticed.
    ///
    /// # Errors
    /// When the system starts no more threads.
    pub fn spawn(send: Sender<Msg>) -> io::Result<Self> {
        let (go_on, wait) = channel();
        let parked = Arc::new(AtomicBool::new(false));
        let theirs = Arc::clone(&parked);
        thread::Builder::new().name("input".into()).spawn(move || listen(&send, &wait, &theirs))?;
        Ok(Self { go_on, parked })
    }

    /// True from the moment that a batch is handed over until [`Reader::go_on`]: nothing is read
    /// in between, so all keys go to whoever reads the terminal then.
    #[must_use]
    pub fn is_parked(&self) -> bool {
        self.parked.load(Ordering::Acquire)
    }

    /// Lets the thread read on, if it waits.
    pub fn go_on(&self) {
        if self.parked.swap(false, Ordering::AcqRel) {
            // If the thread is gone it has told so in a message of its own.
            let _ = self.go_on.send(());
        }
    }

    /// Makes a thread that is reading hand over a batch and wait, without a key: it also wakes up
    /// for the signal that says the window changed its size.
    pub fn nudge(&self) {
        let _ = kill_process(getpid(), Signal::WINCH);
    }
}

fn listen(send: &Sender<Msg>, wait: &Receiver<()>, parked: &AtomicBool) {
    let mut batch = Vec::new();
    // Whatever this finds is found again below.
    let _ = catch_unwind(|| event::poll(ONE_LOOK));
    let mut failures = 0;
    loop {
        parked.store(true, Ordering::Release);
        if send.send(Msg::Input(std::mem::take(&mut batch))).is_err() || wait.recv().is_err() {
            return;
        }
        while batch.is_empty() {
            let failure = fill(&mut batch);
            failures = if batch.is_empty() { failures + 1 } else { 0 };
            answers::leave_out(&mut batch);
            if let Some(why) = failure.filter(|_| failures >= MOST_FAILURES) {
                let sentence = format!("the terminal cannot be read any more: {why}");
                let _ = send.send(Msg::InputEnded { sentence });
                return;
            }
        }
    }
}

/// Waits for an event and takes what else is there. Why it stopped short, if it did; what was read
/// until then is in the batch.
///
/// Some impossible reports (a cursor or a mouse at 0;0) make the library that reads them panic when
/// it is built with overflow checks. What a terminal sends must not end the program.
fn fill(batch: &mut Vec<Event>) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(|| read_batch(batch))) {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some(printable(&error.to_string()).into_owned()),
        Err(payload) => Some(sentence_of(payload.as_ref())),
    }
}

fn read_batch(batch: &mut Vec<Event>) -> io::Result<()> {
    batch.push(event::read()?);
    while batch.len() < MOST_AT_ONCE && event::poll(ONE_LOOK)? {
        batch.push(event::read()?);
    }
    Ok(())
}
