//! Whether there is memory for more, where the system has set this process a limit.
//!
//! What cannot be had ends a program at once, with the terminal still taken over. So it is asked for
//! before it is needed, while there is still enough to say so and to go on with what has been read.

use rustix::process::{Resource, getrlimit};

/// Bytes that must be left for showing what was read.
const MARGIN: usize = 32 << 20;
/// Bytes of memory that a byte of a profile still needs after it was read: for searching, and for
/// being compared with what is read later.
const LATER: usize = 1;
/// Bytes that are asked for at once. Larger pieces would be refused where smaller ones still fit.
const PIECE: usize = 1 << 20;

/// Whether the system lets this process have only so much memory.
pub(super) fn is_limited() -> bool {
    [Resource::As, Resource::Data].into_iter().any(|kind| getrlimit(kind).current.is_some())
}

/// Whether so many bytes of files can be made use of once they are read. Where there is no limit
/// the answer is not worth its price; see [`is_limited`].
pub(super) fn has_room_for(read: u64) -> bool {
    let read = usize::try_from(read).unwrap_or(usize::MAX);
    can_be_had(MARGIN.saturating_add(read.saturating_mul(LATER)))
}

/// Asks for so much at the same time, and gives it back.
fn can_be_had(bytes: usize) -> bool {
    let piece = |_| {
        let mut piece: Vec<u8> = Vec::new();
        piece.try_reserve_exact(PIECE).map(|()| piece)
    };
    (0..bytes.div_ceil(PIECE)).map(piece).collect::<Result<Vec<_>, _>>().is_ok()
}
