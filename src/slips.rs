//! How far what somebody typed lies from what they may have meant.

/// How many slips apart two texts are, or `None` if more than `within`. A letter too many, missing,
/// wrong, or exchanged with its neighbour is one slip.
#[must_use]
pub fn slips(a: &[char], b: &[char], within: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > within {
        return None;
    }
    let mut two_above: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let wrong = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + wrong);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(two_above[j - 2] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|n| *n > within) && above.iter().all(|n| *n > within) {
            return None;
        }
        two_above = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|n| *n <= within)
}

/// The candidate that takes the fewest slips to become the word, both folded alike. `None` where
/// every candidate is further away than about a third of the word; of equals the first.
pub fn closest<'a>(
    word: &str,
    candidates: impl Iterator<Item = &'a str>,
    fold: impl Fn(&str) -> String,
) -> Option<&'a str> {
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
