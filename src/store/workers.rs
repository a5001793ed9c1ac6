//! Spreads work over all cores and hands the results back while it goes on.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long results are collected before they are handed over.
const BATCH: Duration = Duration::from_millis(4);

/// Does a piece of work; a panic in it is an error with its message, not the end of the program.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|s| (*s).to_owned());
        text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
    })
}

/// Does `work` for every number below `count` on all cores, in any order. `receive` runs on the
/// calling thread: with new results, and without any while it has to wait for them. Once it
/// breaks, no more work is begun. `work` must not panic; see [`guarded`].
pub(super) fn spread<T: Send>(
    count: usize,
    work: impl Fn(usize) -> T + Sync,
    mut receive: impl FnMut(Vec<T>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let toil = |sender: Sender<Vec<T>>| toil(count, &work, &next, &stop, &sender);
    thread::scope(|scope| {
        let (sender, results) = channel();
        let spawned = (0..cores.min(count)).filter(|_| {
            let sender = sender.clone();
            thread::Builder::new().spawn_scoped(scope, || toil(sender)).is_ok()
        });
        if spawned.count() == 0 {
            // Where no thread can be had, the work is done here.
            toil(sender);
        } else {
            drop(sender);
        }
        loop {
            let batch = match results.recv_timeout(BATCH) {
                Ok(batch) => batch,
                Err(RecvTimeoutError::Timeout) => Vec::new(),
                Err(RecvTimeoutError::Disconnected) => return ControlFlow::Continue(()),
            };
            if receive(batch).is_break() {
                stop.store(true, Ordering::Relaxed);
                return ControlFlow::Break(());
            }
        }
    })
}

/// What one thread does: takes the next number until there is none.
fn toil<T>(
    count: usize,
    work: impl Fn(usize) -> T,
    next: &AtomicUsize,
    stop: &AtomicBool,
    sender: &Sender<Vec<T>>,
) {
    let mut batch = Vec::new();
    let mut begun = Instant::now();
    while !stop.load(Ordering::Relaxed) {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= count {
            break;
        }
        batch.push(work(number));
        if begun.elapsed() >= BATCH {
            begun = Instant::now();
            if sender.send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
    }
    // Nobody listens any more after a break.
    let _ = sender.send(batch);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_of_work_is_done_once() {
        let mut done = Vec::new();
        let flow = spread(
            10_000,
            |n| n,
            |batch| {
                done.extend(batch);
                ControlFlow::Continue(())
            },
        );
        done.sort_unstable();
        assert!(flow.is_continue());
        assert_eq!(done, (0..10_000).collect::<Vec<_>>());
        assert!(spread(0, |n| n, |_| ControlFlow::Continue(())).is_continue());
    }

    #[test]
    fn a_break_stops_the_work() {
        let done = AtomicUsize::new(0);
        let slow = |_| {
            done.fetch_add(1, Ordering::Relaxed);
            thread::sleep(Duration::from_millis(1));
        };
        assert!(spread(10_000, slow, |_| ControlFlow::Break(())).is_break());
        assert!(done.load(Ordering::Relaxed) < 1_000);
    }

    #[test]
    fn a_panic_is_an_error_with_its_message() {
        assert_eq!(guarded(|| 1), Ok(1));
        assert_eq!(guarded(|| -> u8 { panic!("torn page {}", 3) }), Err("torn page 3".to_owned()));
    }
}
