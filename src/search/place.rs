//! Where a word of a query stands in the texts of a job, and how good a place that is.

use super::Rank;
use super::query::Word;
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Longer titles are read literally only; the matcher's scores are made for short texts.
const LONGEST_TITLE_APART: usize = 1000;

/// From how many letters on the best way to scatter them is looked for. Fewer stand apart in nearly
/// every title: finding the best way would say little and take longer than all the rest.
const WORTH_THE_BEST: usize = 4;

/// The folded texts of one job.
#[derive(Debug, Clone, Copy)]
pub(super) struct Texts<'a> {
    /// The title.
    pub title: &'a str,
    /// Code, family and level, a line feed behind each.
    pub facts: &'a str,
    /// A line feed, then every alternate title with a line feed behind it; empty without any.
    /// Bytes, since even to cut a text is to touch it, and most keys need no alternates.
    pub alternates: &'a [u8],
    /// The title's letters, see [`super::fold::letters`].
    pub title_letters: u64,
    /// The letters of code, family and level.
    pub fact_letters: u64,
}

impl<'a> Texts<'a> {
    /// The code; then family and level with a line feed before and behind each.
    fn code_and_others(&self) -> (&'a str, &'a str) {
        self.facts.split_at(self.facts.find('\n').unwrap_or(self.facts.len()))
    }

    /// Whether a word is the whole code.
    fn is_code(&self, word: &Word) -> bool {
        let facts = self.facts.as_bytes();
        facts.get(word.text.len()) == Some(&b'\n') && facts.starts_with(word.text.as_bytes())
    }

    /// How well a word stands in the alternates: 2 as a whole word of any, 1 at a word's start, 0
    /// inside one. A single letter stands everywhere and is not worth telling apart.
    fn in_alternates(&self, word: &Word) -> Option<u32> {
        let mut found = word.in_lines.find_iter(self.alternates).peekable();
        found.peek()?;
        if word.length < 2 {
            return Some(0);
        }
        let mut best = 0;
        for at in found {
            // The needle may begin or end with a line feed of its own.
            let at = at + usize::from(self.alternates.get(at) == Some(&b'\n'));
            let end = at + word.text.len();
            match (is_ascii_edge(self.alternates, at), is_ascii_edge(self.alternates, end)) {
                (true, true) => return Some(2),
                (true, false) => best = 1,
                _ => {}
            }
        }
        Some(best)
    }

    /// The best text that a word is found in, and how well it stands in the title.
    pub fn find(&self, word: &Word, apart: &mut Apart) -> Option<(Rank, u32)> {
        let maybe_in_facts = self.fact_letters & word.letters == word.letters;
        if maybe_in_facts && self.is_code(word) {
            return Some((Rank::Code, 0));
        }
        let maybe_in_title = self.title_letters & word.letters == word.letters;
        if maybe_in_title && let Some((rank, at)) = word.best_place(self.title) {
            let again = rank == Rank::WordStart && word.starts_again(self.title, at);
            return Some((rank, score(word, rank, at) + if again { AGAIN } else { 0 }));
        }
        if let Some(score) = self.in_alternates(word) {
            return Some((Rank::Alternate, score));
        }
        if maybe_in_facts {
            let (code, others) = self.code_and_others();
            // A digit more often means a level that holds it than all codes that start with it.
            if word.in_lines.find(others.as_bytes()).is_some() {
                return Some((Rank::FamilyOrLevel, 1));
            }
            if word.starts_code(code) {
                return Some((Rank::FamilyOrLevel, 0));
            }
        }
        if maybe_in_title && word.apart {
            return Some((Rank::LettersApart, u32::from(apart.score(word, self.title)?)));
        }
        None
    }
}

impl Word {
    /// The best place for the word in one text: whether it is a whole word there, starts one or
    /// stands inside one, and at which byte.
    pub(super) fn best_place(&self, text: &str) -> Option<(Rank, usize)> {
        let judged = |at: usize| {
            let whole = is_edge(text, at + self.text.len());
            match (is_edge(text, at), whole) {
                (true, true) => (Rank::WholeWord, at),
                (true, false) => (Rank::WordStart, at),
                _ => (Rank::InsideWord, at),
            }
        };
        match (self.at_start, self.at_end) {
            (true, true) => (text == self.text).then(|| judged(0)),
            (true, false) => text.starts_with(&self.text).then(|| judged(0)),
            (false, true) => {
                text.ends_with(&self.text).then(|| judged(text.len() - self.text.len()))
            }
            (false, false) => {
                let step = self.text.chars().next().map_or(1, char::len_utf8);
                let mut best: Option<(Rank, usize)> = None;
                let mut from = 0;
                while let Some(at) = self.anywhere.find(&text.as_bytes()[from..]) {
                    let place = judged(from + at);
                    best = Some(best.map_or(place, |best| best.min(place)));
                    if place.0 == Rank::WholeWord {
                        break;
                    }
                    from += at + step;
                }
                best
            }
        }
    }

    /// Whether one more word of a text starts with the word, behind the place where it was found.
    fn starts_again(&self, text: &str, found: usize) -> bool {
        let from = found + self.text.len();
        let rest = text.get(from..).unwrap_or_default();
        let mut others = self.anywhere.find_iter(rest.as_bytes());
        others.any(|at| is_edge(text, from + at))
    }

    /// Whether a text holds the word where it may stand.
    pub(super) fn is_in(&self, text: &str) -> bool {
        match (self.at_start, self.at_end) {
            (true, true) => text == self.text,
            (true, false) => text.starts_with(&self.text),
            (false, true) => text.ends_with(&self.text),
            (false, false) => self.anywhere.find(text.as_bytes()).is_some(),
        }
    }

    /// Whether a code starts with the word. Not anywhere in it: half of all codes hold a "1".
    pub(super) fn starts_code(&self, code: &str) -> bool {
        !self.at_end && code.starts_with(&self.text)
    }
}

/// Whether a place is not between two letters or digits of one word.
fn is_edge(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(before), Some(after)) =
        (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at))
    else {
        return true;
    };
    if before.is_ascii() && after.is_ascii() {
        return !(before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric());
    }
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    !(before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric))
}

/// What it adds that a second word of the title starts with it: `sup` means a "Support Supervisor"
/// more than a "Support Specialist".
const AGAIN: u32 = 4;

/// Whether a place is not between two letters or digits; every character beyond ASCII is a letter.
fn is_ascii_edge(bytes: &[u8], at: usize) -> bool {
    let is_letter = |at: Option<usize>| {
        let byte = at.and_then(|at| bytes.get(at));
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    !(is_letter(at.checked_sub(1)) && is_letter(Some(at)))
}

/// How well a word stands in a title literally, on the scale of the matcher for letters apart:
/// 16 a letter, more at the start of a word and near the title's start.
fn score(word: &Word, rank: Rank, at: usize) -> u32 {
    const LETTER: usize = 16;
    const EDGE: usize = 8;
    const NEXT_TO_ANOTHER: usize = 4;
    let bonus = match rank {
        Rank::WholeWord => EDGE * (word.length + 2),
        Rank::WordStart => EDGE * (word.length + 1),
        _ => NEXT_TO_ANOTHER * (word.length - 1),
    };
    let near_start = EDGE.saturating_sub(at.saturating_mul(3) / 2);
    u32::try_from(LETTER * word.length + bonus + near_start).unwrap_or(u32::MAX)
}

/// Finds the letters of a word in order but apart. Its memory is made at the first use, which many
/// queries never come to.
#[derive(Default)]
pub(super) struct Apart {
    matcher: Option<Matcher>,
    word: Vec<char>,
    title: Vec<char>,
}

impl Apart {
    /// How well the letters stand in the title, or `None` where they do not.
    fn score(&mut self, word: &Word, title: &str) -> Option<u16> {
        self.with(word, title, |matcher, title, letters| {
            if word.length < WORTH_THE_BEST {
                matcher.fuzzy_match_greedy(title, letters)
            } else {
                matcher.fuzzy_match(title, letters)
            }
        })
    }

    /// Which characters of the title are the word's letters.
    pub fn places(&mut self, word: &Word, title: &str) -> Vec<u32> {
        let mut places = Vec::new();
        self.with(word, title, |matcher, title, letters| {
            if word.length < WORTH_THE_BEST {
                matcher.fuzzy_indices_greedy(title, letters, &mut places)
            } else {
                matcher.fuzzy_indices(title, letters, &mut places)
            }
        });
        places
    }

    fn with(
        &mut self,
        word: &Word,
        title: &str,
        find: impl FnOnce(&mut Matcher, Utf32Str<'_>, Utf32Str<'_>) -> Option<u16>,
    ) -> Option<u16> {
        if title.len() > LONGEST_TITLE_APART {
            return None;
        }
        let matcher = self.matcher.get_or_insert_with(|| {
            let mut config = Config::DEFAULT;
            config.prefer_prefix = true;
            // Both sides are folded already.
            config.ignore_case = false;
            config.normalize = false;
            Matcher::new(config)
        });
        find(matcher, characters(title, &mut self.title), characters(&word.text, &mut self.word))
    }
}

/// A text as the matcher wants it. Not by grapheme, as the crate's own way is: a folded text has no
/// marks, and every character must count for itself to be led back to its place.
fn characters<'a>(text: &'a str, buffer: &'a mut Vec<char>) -> Utf32Str<'a> {
    if text.is_ascii() {
        return Utf32Str::Ascii(text.as_bytes());
    }
    buffer.clear();
    buffer.extend(text.chars());
    Utf32Str::Unicode(buffer)
}
