//! How long a thread has worked, which a busy machine does not make longer.

use std::time::Duration;

/// What a test may work at most where a few milliseconds are usual. A reader that counts a file's
/// lines anew for each of its lines is far beyond it.
pub const LABOUR: Duration = Duration::from_secs(3);

/// The time for which this thread has had a processor.
pub fn worked() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds = told.split(' ').next().unwrap().parse().unwrap();
    Duration::from_nanos(nanoseconds)
}
