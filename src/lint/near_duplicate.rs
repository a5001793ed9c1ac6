//! Two behaviours of a competency that say nearly the same.

use super::Tell;
use super::tell::quoted;
use crate::model::{Levels, Spot, rule};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How much of their words two behaviours share when they say nearly the same: all but one of eight.
const NEARLY: f64 = 0.75;
/// Sentences of fewer words may differ in one and mean something else.
const WORDS: usize = 4;
/// How many behaviours of a competency are compared, which is more than people write.
const COMPARED: usize = 500;

/// Tells each behaviour of the first one before it that it repeats, in whatever level.
pub(super) fn of_levels(of: u16, levels: &Levels, tell: &mut Tell<'_>) {
    let all = levels.iter().flat_map(|(level, text)| {
        (0..).zip(&text.behaviours).map(move |(n, said)| (Spot::Behaviour(of, *level, n), said))
    });
    let mut before: Vec<(Spot, &String, Meaning)> = Vec::new();
    for (spot, said) in all.take(COMPARED) {
        let meaning = Meaning::of(said);
        let same = before.iter().find(|(_, other, known)| {
            said == *other || known.len() >= WORDS && known.is_like(&meaning, NEARLY)
        });
        if let Some((first, other, _)) = same {
            let line = tell.place(*first).map(|place| place.line);
            let sentence = sentence(said, said == *other, line);
            tell.tell(rule::NEAR_DUPLICATE, spot, sentence);
        }
        before.push((spot, said, meaning));
    }
}

fn sentence(said: &str, is_same: bool, line: Option<u32>) -> String {
    let other = match line {
        Some(line) => format!("the behaviour on line {line}"),
        None => "a behaviour further up".to_owned(),
    };
    let nearly = if is_same { "the same" } else { "nearly the same" };
    format!("{} says {nearly} as {other}; say what differs, or keep one", quoted(said))
}

/// The words of a sentence that carry its meaning, whatever their order, case and ending.
#[derive(Debug, Clone)]
pub struct Meaning {
    /// A number for each word, sorted.
    words: Vec<u64>,
    /// One bit for each word, which may be that of another as well.
    bits: u64,
}

impl Meaning {
    /// The meaning of a sentence.
    #[must_use]
    pub fn of(sentence: &str) -> Self {
        const EMPTY: &[&str] = &[
            "the", "and", "for", "that", "with", "from", "their", "them", "when", "they", "are",
            "into",
        ];
        let words = sentence.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        let full = words.filter(|word| {
            let counts = word.len() > 2 || word.starts_with(|c: char| c.is_numeric());
            counts && !EMPTY.contains(&word.as_str())
        });
        let mut words: Vec<u64> = full.map(|word| number(&word)).collect();
        words.sort_unstable();
        words.dedup();
        let bits = words.iter().fold(0, |bits, word| bits | 1 << (word % 64));
        Self { words, bits }
    }

    /// How many words carry it.
    fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether two sentences share at least this part of all their words, from 0 to 1.
    #[must_use]
    pub fn is_like(&self, other: &Self, part: f64) -> bool {
        // A bit that only one has stands for a word that only that one has.
        let apart = (self.bits ^ other.bits).count_ones();
        let at_most = self.len() + other.len();
        if f64::from(apart) > (1.0 - part) * at_most as f64 {
            return false;
        }
        let shared = self.words.iter().filter(|word| other.words.binary_search(word).is_ok());
        let shared = shared.count();
        let either = at_most - shared;
        either > 0 && shared as f64 >= part * either as f64
    }
}

/// A number for a word by its beginning, so that "plans" and "planning" are one.
fn number(word: &str) -> u64 {
    let end = word.char_indices().nth(5).map_or(word.len(), |(end, _)| end);
    let mut hasher = DefaultHasher::new();
    word[..end].hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::tests::{competencies, told_by, told_of};

    fn alike(one: &str, other: &str) -> bool {
        Meaning::of(one).is_like(&Meaning::of(other), NEARLY)
    }

    #[test]
    fn one_word_of_many_makes_no_difference_and_a_number_does() {
        let said = "Answers questions of new colleagues about the tools in daily use.";
        assert!(alike(said, "Answers a question of new colleagues about the tools in use daily"));
        assert!(alike(said, "ANSWERS questions of old colleagues about the tools in daily use!"));
        assert!(!alike(said, "Answers questions of new customers about the products on sale."));
        assert!(!alike("Leads a team of 10 people.", "Leads a team of 90 people."));
        assert!(!Meaning::of("").is_like(&Meaning::of(""), NEARLY));
    }

    #[test]
    fn levels_are_compared_with_each_other() {
        let shared = competencies(&["name: B
levels:
  1:
    behaviours:
      - Answers questions of new colleagues about the tools in daily use.
      - Names the tools.
  3:
    behaviours:
      - Answers questions of old colleagues about the tools in daily use.
      - Names the rules.
      - Names the tools.
"]);
        assert_eq!(
            told_by(&["title: A\n"], shared),
            [
                "competencies/000.yaml: 9:9 “Answers questions of old colleagues about the tools in daily…” says nearly the same as the behaviour on line 5; say what differs, or keep one [near-duplicate]",
                "competencies/000.yaml: 11:9 “Names the tools.” says the same as the behaviour on line 6; say what differs, or keep one [near-duplicate]"
            ]
        );
    }

    #[test]
    fn what_a_job_describes_on_the_spot_is_compared_too() {
        let job = "title: A
competencies:
  x:
    - name: B
      levels: { 2: { behaviours: [Speaks., Speaks.] } }
";
        assert_eq!(told_of(&[job]).len(), 1);
    }
}
