//! What is typed into the filter, read as words: `word 'literal ^start end$ !not`.

use super::fold::{fold, letters};
use memchr::memmem::Finder;

/// Longer words are found literally only; nobody scatters more letters over a title.
const MOST_LETTERS_APART: usize = 64;

/// One word of a query.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The folded word, never empty.
    pub text: String,
    /// How many characters it has.
    pub length: usize,
    /// Its letters, see [`letters`].
    pub letters: u64,
    /// It must stand at the text's start.
    pub at_start: bool,
    /// It must stand at the text's end.
    pub at_end: bool,
    /// Its letters may stand apart in the title.
    pub apart: bool,
    /// Finds the word anywhere.
    pub anywhere: Finder<'static>,
    /// Finds the word, where it may stand, in texts that each have a line feed on both sides.
    pub in_lines: Finder<'static>,
}

impl Word {
    /// Reads `'literal`, `^start`, `end$` and plain words; `None` where no word is left.
    fn parse(typed: &str, plain: bool) -> Option<Self> {
        let (literal, rest) = typed.strip_prefix('\'').map_or((false, typed), |rest| (true, rest));
        let anchored = if literal { None } else { rest.strip_prefix('^') };
        let rest = anchored.unwrap_or(rest);
        let ended = rest.strip_suffix('$');
        let text = fold(ended.unwrap_or(rest));
        if text.is_empty() {
            return None;
        }
        let (at_start, at_end) = (anchored.is_some(), ended.is_some());
        let line_feed = |wanted: bool| if wanted { "\n" } else { "" };
        let line = format!("{}{text}{}", line_feed(at_start), line_feed(at_end));
        let length = text.chars().count();
        let apart = plain && !literal && !at_start && !at_end;
        Some(Self {
            length,
            letters: letters(&text),
            at_start,
            at_end,
            apart: apart && (2..=MOST_LETTERS_APART).contains(&length),
            anywhere: Finder::new(&text).into_owned(),
            in_lines: Finder::new(&line).into_owned(),
            text,
        })
    }

    /// Whether whatever this word is found in also holds the other word.
    fn implies(&self, other: &Self) -> bool {
        // Only a longer start keeps a code: one that starts with "sm1" starts with "sm" too.
        let longer =
            if other.at_end { self.text == other.text } else { self.text.starts_with(&other.text) };
        longer
            && (self.at_start || !other.at_start)
            && (self.at_end || !other.at_end)
            // A word of one letter is never found apart, but where "ab" is apart there is an "a".
            && (!self.apart || other.apart || other.is_plain_letter())
    }

    fn is_plain_letter(&self) -> bool {
        self.length == 1 && !self.at_start && !self.at_end
    }

    fn is_same(&self, other: &Self) -> bool {
        (&self.text, self.at_start, self.at_end) == (&other.text, other.at_start, other.at_end)
    }
}

/// A query, read once.
///
/// Words are split at white space and may be found in any order and in different texts of a job.
/// `'word` is found literally only, `^word` at a text's start, `word$` at its end, `^word$` as the
/// whole text; `!word` must not be in the title, and `!^word`, `!word$` likewise. A sign without a
/// word is somebody still typing, and is ignored.
#[derive(Debug, Clone, Default)]
pub struct Query {
    pub(super) wanted: Vec<Word>,
    pub(super) unwanted: Vec<Word>,
}

impl Query {
    /// Reads what was typed. Every text is a query; none is a mistake.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
        for word in typed.split_whitespace() {
            match word.strip_prefix('!') {
                Some(unwanted) => query.unwanted.extend(Word::parse(unwanted, false)),
                None => query.wanted.extend(Word::parse(word, true)),
            }
        }
        query
    }

    /// Whether it asks for nothing, so that every job is a hit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }

    /// Whether every hit of the other query is a hit of this one too, judged by the words alone.
    pub(super) fn covers(&self, other: &Self) -> bool {
        self.wanted.iter().all(|word| other.wanted.iter().any(|new| new.implies(word)))
            && self.unwanted.iter().all(|word| other.unwanted.iter().any(|new| new.is_same(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(before: &str, after: &str) -> bool {
        Query::parse(before).covers(&Query::parse(after))
    }

    #[test]
    fn a_sign_without_a_word_is_ignored() {
        for typed in ["!", "'", "^", "$", "!^", "!$", "^$", "'$", "!^$", "  ", "\u{301}", "!'"] {
            assert!(Query::parse(typed).is_empty(), "{typed}");
        }
        assert!(!Query::parse("!a").is_empty());
    }

    #[test]
    fn typing_on_narrows_and_a_change_of_mind_does_not() {
        assert!(covers("sal", "sales"));
        assert!(covers("s", "sa"));
        assert!(covers("sales", "sales sup"));
        assert!(covers("sales", "sales !"));
        assert!(covers("sales", "sales !sup"));
        assert!(covers("sales", "sales$"));
        assert!(covers("^sal", "^sales"));
        assert!(covers("'sal", "'sales"));
        assert!(!covers("sales", "sal"));
        assert!(!covers("sales", "wholesales"));
        assert!(!covers("'sal", "sales"));
        assert!(covers("'s", "^sales !x a"));
        assert!(!covers("sales$", "sales$a"));
        assert!(!covers("^sal", "sales"));
        assert!(!covers("!s", "!sa"));
        assert!(!covers("a !s", "a"));
    }
}
