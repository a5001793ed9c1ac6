//! What a program holds, as the system tells it.

use std::fs;

/// The last third may hold this share more than the middle one, and `SLACK` besides: an allocator
/// gives back late, and the log of changes fills up to its thousand entries. Some hundred kilobytes
/// a reading that nobody lets go are beyond it.
const SHARE: u64 = 10;
/// In bytes.
const SLACK: u64 = 4 << 20;

/// What a program holds at one time.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Bytes of memory.
    pub memory: u64,
    pub held: Held,
}

/// What must be the same whenever it rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub files: usize,
    pub threads: usize,
    /// Folders of which it wants to hear.
    pub watches: usize,
}

impl Held {
    pub fn by(pid: u32) -> Self {
        let count = |what: &str| fs::read_dir(format!("/proc/{pid}/{what}")).unwrap().count();
        let told = fs::read_dir(format!("/proc/{pid}/fdinfo")).unwrap();
        // A file that is closed meanwhile tells nothing.
        let told = told.filter_map(|file| fs::read_to_string(file.ok()?.path()).ok());
        let of = |text: String| text.lines().filter(|line| line.starts_with("inotify ")).count();
        Self { files: count("fd"), threads: count("task"), watches: told.map(of).sum() }
    }
}

impl Figures {
    pub fn of(pid: u32) -> Self {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        let kilobytes: u64 = line.split_whitespace().next().unwrap().parse().unwrap();
        Self { memory: kilobytes << 10, held: Held::by(pid) }
    }
}

/// Asserts that after the first third nothing grows any more; the figures in words.
pub fn assert_flat(rounds: &[Figures]) -> String {
    let third = rounds.len() / 3;
    let (warming, rest) = rounds.split_at(third);
    let (middle, last) = rest.split_at(rest.len() / 2);
    let most = |rounds: &[Figures]| rounds.iter().map(|round| round.memory).max().unwrap_or(0);
    let kilobytes: Vec<u64> = rounds.iter().map(|round| round.memory >> 10).collect();
    let bound = most(middle) + most(middle) / SHARE + SLACK;
    assert!(most(last) <= bound, "memory grows: {kilobytes:?} KB");
    let (first, end) = (rounds[0].held, rounds[rounds.len() - 1].held);
    format!(
        "{} rounds; KB at the start {}, most in each third {} {} {}; {first:?} at the start, {end:?} at the end",
        rounds.len(),
        kilobytes[0],
        most(warming) >> 10,
        most(middle) >> 10,
        most(last) >> 10,
    )
}
