//! Finds the text nearest to a mistyped one, for "did you mean".

use super::fold::fold;
use crate::slips::slips;

/// The candidate that takes the fewest slips to become the word: a letter too many, one missing,
/// one wrong, or two exchanged. Letter case and accents are no slips. `None` where every candidate
/// is further away than about a third of the word; of equals the first.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = fold(word).chars().collect();
    let mut within = (word.len() + 1) / 3;
    let mut best = None;
    for candidate in candidates {
        let folded: Vec<char> = fold(candidate).chars().collect();
        let Some(slips) = slips(&word, &folded, within) else { continue };
        if best.is_none() || slips < within {
            best = Some(candidate);
            within = slips;
        }
        if within == 0 {
            break;
        }
    }
    best.filter(|_| !word.is_empty())
}
