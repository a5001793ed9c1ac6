//! Finds the text nearest to a mistyped one, for "did you mean".

use super::fold::fold;
use crate::slips::closest;

/// The candidate that takes the fewest slips to become the word, as [`closest`] counts them. Letter
/// case and accents are no slips.
pub fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    closest(word, candidates, |text| fold(text).to_string())
}
