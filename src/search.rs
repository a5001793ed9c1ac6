//! From what is typed into the filter to the jobs it means, best first, and why.
//!
//! Each word of a query is found in one text of a job; the better the text, the better the rank,
//! and no score crosses ranks. Letter case and accents are folded on both sides. Nothing here
//! reads or writes anything: an [`Index`] is made once a snapshot, [`search`] runs once a key, and
//! [`explain`] once a row on screen.

mod explain;
mod fold;
mod hits;
mod index;
mod nearest;
mod needle;
mod place;
mod query;
mod together;

pub use explain::{Explanation, explain};
pub use fold::{fold, letters};
pub use hits::{Hit, Hits};
pub use index::Index;
pub use nearest::nearest;
pub use needle::Needle;
pub use query::Query;

use hits::{pack, place_alone};
use index::Part;
use place::{Apart, Texts};
use together::{WORTH_A_THREAD, together};

/// How good a place is in which a word was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// The word is the job's code.
    Code,
    /// A whole word of the title.
    WholeWord,
    /// The start of a word in the title.
    WordStart,
    /// Inside a word of the title.
    InsideWord,
    /// Literally in an alternate title.
    Alternate,
    /// Literally in the family or in the level, or at the start of the code.
    FamilyOrLevel,
    /// In the title, its letters in order but apart.
    LettersApart,
}

impl Rank {
    /// All ranks, best first.
    pub const ALL: [Self; 7] = [
        Self::Code,
        Self::WholeWord,
        Self::WordStart,
        Self::InsideWord,
        Self::Alternate,
        Self::FamilyOrLevel,
        Self::LettersApart,
    ];
}

/// Finds the jobs that a query means, best first: by the rank of the worst word, then by score,
/// then the shorter title, then by title and id. A query without a wanted word has nothing to be
/// near to: its hits have the rank of a whole word and come by title.
///
/// `narrow` may give an earlier query with its hits on the same index. Where the new query can
/// only find fewer, just those are looked at; the result is the same either way.
#[must_use]
pub fn search(index: &Index, query: &Query, narrow: Option<(&Query, &Hits)>) -> Hits {
    let count = index.library().jobs().len();
    let within = narrow
        // Beyond half of all jobs, going through them in order is as quick as picking.
        .filter(|(before, hits)| hits.len() <= count / 2 && before.covers(query))
        .map(|(_, hits)| {
            let mut jobs: Vec<usize> = hits.iter().map(|hit| hit.job).collect();
            jobs.sort_unstable();
            jobs
        });
    let read = |part: &Part| match &within {
        None => read(index, part, query, part.jobs.clone()),
        Some(jobs) => {
            let from = jobs.partition_point(|job| *job < part.jobs.start);
            let to = jobs.partition_point(|job| *job < part.jobs.end);
            read(index, part, query, jobs[from..to].iter().copied())
        }
    };
    let parts = index.parts.iter();
    let found: Vec<Vec<u64>> = if within.as_ref().map_or(count, Vec::len) < WORTH_A_THREAD {
        parts.map(read).collect()
    } else {
        together(parts.collect(), read)
    };
    let mut found = found.concat();
    // Each part is in order, and a stable sort merges such runs without sorting them again.
    found.sort();
    Hits::new(found, &index.by_title)
}

/// The packed hits among some jobs of a part, in order.
fn read(
    index: &Index,
    part: &Part,
    query: &Query,
    jobs: impl ExactSizeIterator<Item = usize>,
) -> Vec<u64> {
    let mut apart = Apart::default();
    // Growing would copy; a page that is never touched costs nothing.
    let mut found = Vec::with_capacity(jobs.len());
    for job in jobs {
        let texts = part.texts(job);
        if let Some((rank, score)) = judge(&texts, query, &mut apart) {
            let tie = index.ties[job];
            let tie = if query.wanted.is_empty() { place_alone(tie) } else { tie };
            found.push(pack(rank, score, tie));
        }
    }
    found.sort_unstable();
    found
}

/// The rank of the worst word and the sum of all scores, where every word is found.
fn judge(texts: &Texts<'_>, query: &Query, apart: &mut Apart) -> Option<(Rank, u32)> {
    if query.unwanted.iter().any(|word| word.is_in(texts.title)) {
        return None;
    }
    let mut worst = None;
    let mut sum = 0_u32;
    for word in &query.wanted {
        let (rank, score) = texts.find(word, apart)?;
        worst = worst.max(Some(rank));
        sum = sum.saturating_add(score);
    }
    Some((worst.unwrap_or(Rank::WholeWord), sum))
}
