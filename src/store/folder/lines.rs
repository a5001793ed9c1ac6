//! What is remembered of a file's text to tell a half-written one from one that was changed.

use std::hash::{DefaultHasher, Hasher};

/// A sum of each line of a file, and one of all of it. The text itself would take as much memory as
/// the profile.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lines {
    /// Of the whole text, so that no two texts are taken for one.
    sum: u64,
    /// Of each line, so short that one in 256 changes of a line goes unseen. What has changed nowhere
    /// else and is shorter is then taken for half a file, and only waited for a little.
    sums: Box<[u8]>,
    /// How many bytes there are in all.
    length: usize,
    /// Whether the last line has its end.
    ended: bool,
}

impl Lines {
    /// The lines of a file's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        // The upper bits of a hash are as good as any.
        let sums = lines.map(|line| (sum(line) >> 56) as u8).collect();
        let ended = bytes.ends_with(b"\n");
        Self { sum: sum(bytes), sums, length: bytes.len(), ended }
    }

    /// Whether these may be the beginning of `whole` and no more. Of a last line without its end
    /// only that it is shorter is known: a change of nothing but that waits a little for nothing.
    pub fn may_be_half_of(&self, whole: &Self) -> bool {
        let complete = match (self.ended, &*self.sums) {
            (false, [complete @ .., _]) => complete,
            (_, all) => all,
        };
        self.length < whole.length && whole.sums.starts_with(complete)
    }

    /// Whether these are fewer bytes and have another end: of a file that comes in pieces, the rest
    /// is likely still to come, whatever has been changed in the first ones.
    pub fn ends_before(&self, whole: &Self) -> bool {
        self.length < whole.length && self.sums.last() != whole.sums.last()
    }
}

fn sum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_may_be_half_and_a_change_is_not() {
        let whole = Lines::of(b"title: Baker\nlevel: P1\ncode: 7\n");
        for half in
            ["", "tit", "title: Baker\n", "title: Baker\nlev", "title: Baker\nlevel: P1\ncode: 7"]
        {
            assert!(Lines::of(half.as_bytes()).may_be_half_of(&whole), "{half}");
        }
        for other in [
            "title: Cook\nlevel: P1\n",
            "title: Baker\nlevel: P1\ncode: 7\n",
            "title: Baker\nlevel: P2\n",
        ] {
            assert!(!Lines::of(other.as_bytes()).may_be_half_of(&whole), "{other}");
        }
    }

    #[test]
    fn a_changed_file_that_grows_is_whole_when_it_ends_as_before_or_is_as_long() {
        let whole = Lines::of(b"title: Baker\nlevel: P1\ncode: 7\n");
        assert!(Lines::of(b"title: Cook\nlevel: P1\n").ends_before(&whole));
        assert!(!Lines::of(b"title: Cook\nlevel: P1\ncode: 7\n").ends_before(&whole));
        assert!(!Lines::of(b"title: Gardener\nlevel: P12\ncode:8\n").ends_before(&whole));
    }
}
