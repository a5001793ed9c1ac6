//! Which known word somebody probably meant.

/// How many characters a mistyped word may have; longer ones are not compared.
const LONGEST: usize = 32;
/// How many letters may be wrong.
const FARTHEST: usize = 2;

/// The known word that is at most two letters away, letter case aside.
pub(super) fn nearest<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let typed: Vec<char> = text.trim().to_lowercase().replace([' ', '-'], "_").chars().collect();
    known
        .iter()
        .map(|word| (distance(&typed, word), *word))
        // A short word must keep more right than wrong letters.
        .filter(|(wrong, word)| *wrong <= FARTHEST && wrong * 2 < word.len())
        .min_by_key(|(wrong, _)| *wrong)
        .map(|(_, word)| word)
}

/// How many letters must be added, removed, changed or exchanged with their neighbour.
fn distance(typed: &[char], word: &str) -> usize {
    let word: Vec<char> = word.chars().collect();
    let mut two_above: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    for (i, a) in typed.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in word.iter().enumerate() {
            let mut best = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == word[j - 1] && typed[i - 1] == *b {
                best = best.min(two_above[j - 1] + 1);
            }
            row.push(best);
        }
        two_above = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(typed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_and_a_stranger_is_not() {
        let known = ["level", "title", "code", "also_known_as", "need"];
        assert_eq!(nearest("lvl", &known), Some("level"));
        assert_eq!(nearest("Title", &known), Some("title"));
        assert_eq!(nearest("tilte", &known), Some("title"));
        assert_eq!(nearest("also known as", &known), Some("also_known_as"));
        assert_eq!(nearest("colour", &known), None);
        assert_eq!(nearest("n", &known), None);
        assert_eq!(nearest("", &known), None);
    }
}
