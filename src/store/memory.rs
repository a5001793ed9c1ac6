//! Whether there is memory for more, where the system has set this process a limit.
//!
//! What cannot be had ends a program at once, with the terminal still taken over. So it is asked for
//! before it is needed, while there is still enough to say so and to go on with what has been read.

use rustix::process::{Resource, getrlimit};
use std::sync::atomic::{AtomicBool, Ordering};

/// Bytes that reading one file may take, however much is in it.
const TO_READ: usize = 12 << 20;
/// Bytes that must be left for showing what was read, beside what depends on how much that is.
const TO_SHOW: usize = 32 << 20;
/// Bytes that are asked for at once. Larger pieces would be refused where smaller ones still fit.
const PIECE: usize = 1 << 20;

/// The memory that a reading may use; once there was none left, there is none until the next.
#[derive(Debug)]
pub(super) struct Room {
    is_limited: bool,
    is_gone: AtomicBool,
}

impl Room {
    /// Looks whether there is a limit. Where there is none, memory is never asked for.
    pub fn new() -> Self {
        let mut kinds = [Resource::As, Resource::Data].into_iter();
        let is_limited = kinds.any(|kind| getrlimit(kind).current.is_some());
        Self { is_limited, is_gone: AtomicBool::new(false) }
    }

    /// Whether this thread can read one more file.
    pub fn is_left_to_read(&self) -> bool {
        self.look_for(TO_READ);
        !self.is_gone()
    }

    /// Looks whether this thread can show so many bytes of files.
    pub fn look_to_show(&self, read: u64) {
        // Searching and judging take less of it than the files did on the disk.
        self.look_for(TO_SHOW.saturating_add(usize::try_from(read).unwrap_or(usize::MAX)));
    }

    fn look_for(&self, bytes: usize) {
        if self.is_limited && !self.is_gone() && !can_be_had(bytes) {
            self.is_gone.store(true, Ordering::Relaxed);
        }
    }

    /// Whether it was found that none is left.
    pub fn is_gone(&self) -> bool {
        self.is_gone.load(Ordering::Relaxed)
    }
}

/// Asks for so much at the same time, and gives it back.
fn can_be_had(bytes: usize) -> bool {
    let piece = |_| {
        let mut piece: Vec<u8> = Vec::new();
        piece.try_reserve_exact(PIECE).map(|()| piece)
    };
    (0..bytes.div_ceil(PIECE)).map(piece).collect::<Result<Vec<_>, _>>().is_ok()
}
