//! What has changed in a list of sentences: how many are new, gone or reworded.

use super::detail::{Detail, count};
use super::pairs::Unpaired;
use std::collections::HashSet;

/// Beyond so many unlike sentences nobody asks which one has become which.
const MOST_COMPARED: usize = 60;

/// What has changed in a list whose items are called `one` and `many`.
pub(super) fn list<'a, T: AsRef<str> + ?Sized + 'a>(
    one: &str,
    many: &str,
    old: impl IntoIterator<Item = &'a T>,
    new: impl IntoIterator<Item = &'a T>,
) -> Vec<Detail> {
    let old: Vec<&str> = old.into_iter().map(AsRef::as_ref).collect();
    let new: Vec<&str> = new.into_iter().map(AsRef::as_ref).collect();
    if old == new {
        return Vec::new();
    }
    let mut rest = Unpaired::all(old.len(), new.len());
    rest.pair(|i| Some(old[i]), |i| Some(new[i]));
    let reworded = reworded(&old, &new, &rest);
    let counts = [
        (rest.new.len() - reworded, "added"),
        (rest.old.len() - reworded, "removed"),
        (reworded, "reworded"),
    ];
    let told = counts.into_iter().filter(|(number, _)| *number > 0);
    let details: Vec<Detail> = told
        .map(|(number, word)| Detail::new(format!("{} {word}", count(number, one, many))))
        .collect();
    // Nothing came and nothing went.
    if details.is_empty() {
        return vec![Detail::new(format!("{many} in another order"))];
    }
    details
}

/// How many of the sentences that are gone have a new one that shares half of their words.
fn reworded(old: &[&str], new: &[&str], rest: &Unpaired) -> usize {
    if rest.old.len().max(rest.new.len()) > MOST_COMPARED {
        return 0;
    }
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect();
    let mut candidates: Vec<HashSet<String>> = rest.new.iter().map(|&i| words(new[i])).collect();
    let mut found = 0;
    for &gone in &rest.old {
        let before: HashSet<String> = words(old[gone]);
        let shared = |after: &HashSet<String>| before.intersection(after).count();
        let alike = |after: &HashSet<String>| shared(after) * 2 >= before.len().max(after.len());
        let best = (0..candidates.len()).max_by_key(|&i| shared(&candidates[i]));
        if let Some(best) = best.filter(|&i| !before.is_empty() && alike(&candidates[i])) {
            candidates.swap_remove(best);
            found += 1;
        }
    }
    found
}
