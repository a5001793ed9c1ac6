//! What a query finds, best first, each hit packed into one number.

use super::Rank;

/// A job that a query finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The job's index in [`Library::jobs`](crate::model::Library::jobs).
    pub job: usize,
    /// How good the worst word's place is.
    pub rank: Rank,
}

/// The hits of a query, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    packed: Vec<u64>,
    apart_from: usize,
}

/// The bits of a packed hit below its rank.
const BELOW_RANK: u32 = 61;
/// The bits for the place among the titles: enough for half a milliard jobs.
const ORDER_BITS: u32 = 29;
const ORDER_MASK: u64 = (1 << ORDER_BITS) - 1;
const SIXTEEN_BITS: u64 = 0xffff;

/// Packs what tells equals apart: the shorter title is the lower number, then the place among all
/// titles decides.
pub(super) fn pack_tie(length: u16, place: u64) -> u64 {
    u64::from(length) << ORDER_BITS | place & ORDER_MASK
}

/// The place among all titles alone.
pub(super) fn place_alone(tie: u64) -> u64 {
    tie & ORDER_MASK
}

/// Packs a hit so that the better one is the lower number: rank, then the higher score, then what
/// tells equals apart.
pub(super) fn pack(rank: Rank, score: u32, tie: u64) -> u64 {
    let worse = SIXTEEN_BITS - u64::from(score).min(SIXTEEN_BITS);
    (rank as u64) << BELOW_RANK | worse << (ORDER_BITS + 16) | tie
}

impl Hits {
    /// Hits from packed ones in order; `by_title` tells the job at a place among the titles.
    pub(super) fn new(mut packed: Vec<u64>, by_title: &[u32]) -> Self {
        for hit in &mut packed {
            let place = usize::try_from(*hit & ORDER_MASK).unwrap_or(usize::MAX);
            let job = by_title.get(place).copied().unwrap_or_default();
            *hit = (*hit >> BELOW_RANK) << BELOW_RANK | u64::from(job);
        }
        let apart = (Rank::LettersApart as u64) << BELOW_RANK;
        let apart_from = packed.partition_point(|hit| *hit < apart);
        Self { packed, apart_from }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// The hit at a place, the best one at 0.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<Hit> {
        self.packed.get(place).map(|hit| unpacked(*hit))
    }

    /// All hits, best first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Hit> + '_ {
        self.packed.iter().map(|hit| unpacked(*hit))
    }

    /// How many hits stand before the first one whose letters stand apart.
    #[must_use]
    pub fn apart_from(&self) -> usize {
        self.apart_from
    }
}

fn unpacked(hit: u64) -> Hit {
    let rank = Rank::ALL[usize::try_from(hit >> BELOW_RANK).unwrap_or(0).min(Rank::ALL.len() - 1)];
    let job = hit & ((1 << BELOW_RANK) - 1);
    Hit { job: usize::try_from(job).unwrap_or(usize::MAX), rank }
}
