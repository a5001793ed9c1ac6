//! Shares work out among threads.

/// How many threads share a large library. Two already bring a key far below one frame.
pub(super) const THREADS: usize = 2;

/// From how many jobs on a second thread saves more than it costs.
pub(super) const WORTH_A_THREAD: usize = 4000;

/// Does one thing with several items at once; the last of them on this thread.
pub(super) fn together<T: Send, R: Send>(mut items: Vec<T>, act: impl Fn(T) -> R + Sync) -> Vec<R> {
    let Some(last) = items.pop() else { return Vec::new() };
    let act = &act;
    std::thread::scope(|scope| {
        let others: Vec<_> = items.into_iter().map(|item| scope.spawn(move || act(item))).collect();
        let last = act(last);
        let mut results: Vec<R> = others
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect();
        results.push(last);
        results
    })
}
