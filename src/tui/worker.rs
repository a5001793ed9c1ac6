//! Threads beside the main one, whose mistakes are told in a message instead of ending the program.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread::{Builder, JoinHandle};

use super::message::Msg;
use crate::printable::printable;

/// Bytes of stack for a worker, the same on every system, so that what one reads another does too.
const STACK: usize = 8 << 20;

/// How often work is begun: once more after a mistake, which may come of what was there only then.
const BEGINNINGS: usize = 2;

/// Starts a thread that does `work` and may send messages. If it panics, [`Msg::WorkerFailed`]
/// tells so, the terminal is left alone, and the work is begun once more from its start.
///
/// # Errors
/// When the system starts no more threads.
pub fn spawn(
    worker: &'static str,
    send: Sender<Msg>,
    mut work: impl FnMut(&Sender<Msg>) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    Builder::new().name(worker.into()).stack_size(STACK).spawn(move || {
        for _ in 0..BEGINNINGS {
            let Err(payload) = catch_unwind(AssertUnwindSafe(|| work(&send))) else { return };
            let sentence = format!("internal error in {worker}: {}", sentence_of(payload.as_ref()));
            // Nobody listens any more when the program is ending: then it does not matter either.
            let _ = send.send(Msg::WorkerFailed { worker, sentence });
        }
    })
}

/// What a panic said, safe to show.
pub(super) fn sentence_of(payload: &(dyn Any + Send)) -> String {
    let said = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("it gave no reason");
    printable(said).into_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_worker_that_panics_says_so_in_one_safe_sentence() {
        let (send, messages) = channel();
        let thread = spawn("loader", send, |_| panic!("row {} is \u{1b}[31mred", 7)).unwrap();
        thread.join().unwrap();
        let told: Vec<Msg> = messages.iter().collect();
        assert_eq!(told.len(), BEGINNINGS, "it is not begun for ever");
        for message in told {
            let Msg::WorkerFailed { worker, sentence } = message else { panic!() };
            assert_eq!(worker, "loader");
            assert_eq!(sentence, "internal error in loader: row 7 is ␛[31mred");
        }
    }
}
