//! Does to bytes what hands, merges, disks and ill will do to them; the same from the same seed.

#[path = "../../benches/support/seed.rs"]
#[allow(dead_code, reason = "benchmarks draw other numbers with it")]
mod seed;

use seed::Seed;
use std::ops::Range;

/// No part that is moved, doubled or lost is longer.
const LONGEST_PART: usize = 60;
/// No input is longer.
const LONGEST: usize = 16_000;
/// Bytes that are often dealt with in a way of their own.
const ODD: &[u8] = b"\x00\x01\x1b\x7f\x80\xc2\xff\n\r\t \"'\\[]{}:,-#";

/// Makes inputs out of seeds.
pub struct Mutator<'a> {
    seeds: &'a [Vec<u8>],
    words: &'a [&'a str],
    chance: Seed,
}

impl<'a> Mutator<'a> {
    /// There must be a seed at least.
    pub fn new(seeds: &'a [Vec<u8>], words: &'a [&'a str], seed: u64) -> Self {
        Self { seeds, words, chance: Seed(seed) }
    }

    /// The next input: a seed with one change or a few, now and then with many.
    pub fn input(&mut self) -> Vec<u8> {
        let mut bytes = self.seed().clone();
        let changes = if self.chance.once_in(8) { 40 } else { 5 };
        for _ in 0..=self.chance.below(changes) {
            self.change(&mut bytes);
        }
        bytes.truncate(LONGEST);
        bytes
    }

    fn seed(&mut self) -> &'a Vec<u8> {
        &self.seeds[self.chance.below(self.seeds.len())]
    }

    fn part(&mut self, length: usize) -> Range<usize> {
        let start = self.chance.below(length + 1);
        start..start + self.chance.below((length - start).min(LONGEST_PART) + 1)
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let part = self.part(bytes.len());
        let at = part.start;
        match self.chance.below(9) {
            0 => drop(bytes.drain(part)),
            1 => drop(bytes.splice(at..at, bytes[part].to_vec())),
            2 => {
                let moved: Vec<u8> = bytes.drain(part).collect();
                let to = self.chance.below(bytes.len() + 1);
                drop(bytes.splice(to..to, moved));
            }
            3 => {
                let other = self.seed();
                let wanted = self.part(other.len());
                drop(bytes.splice(part, other[wanted].to_vec()));
            }
            4 => {
                // The beginning of one with the end of another.
                let other = self.seed();
                bytes.truncate(at);
                bytes.extend(&other[self.chance.below(other.len() + 1)..]);
            }
            5 if at < bytes.len() => bytes[at] ^= 1 << self.chance.below(8),
            6 if at < bytes.len() => bytes[at] = ODD[self.chance.below(ODD.len())],
            7 => bytes.insert(at, ODD[self.chance.below(ODD.len())]),
            _ => {
                let word = self.chance.pick(self.words).as_bytes();
                let times = if self.chance.once_in(10) { self.chance.below(60) } else { 1 };
                drop(bytes.splice(at..at, word.repeat(times)));
            }
        }
    }
}
