//! Finds a phrase inside any text, as find in the detail and in the tree does.

use super::fold::{Traced, fold};
use memchr::memmem::Finder;
use std::ops::Range;

/// A phrase to find literally, letter case and accents aside.
#[derive(Debug, Clone)]
pub struct Needle(Finder<'static>);

impl Needle {
    /// A needle for a phrase as typed; space inside it counts.
    #[must_use]
    pub fn new(phrase: &str) -> Self {
        Self(Finder::new(&fold(phrase)).into_owned())
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.needle().is_empty()
    }

    /// Where the phrase stands: byte ranges of the text, on grapheme boundaries, in order and
    /// apart from each other.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        if self.is_empty() {
            return places;
        }
        let length = self.0.needle().len();
        let traced = Traced::new(text);
        for at in self.0.find_iter(traced.text.as_bytes()) {
            let place = traced.original(&(at..at + length));
            match places.last_mut() {
                // Two places inside one grapheme are one on the screen.
                Some(last) if place.start < last.end => last.end = place.end,
                _ => places.push(place),
            }
        }
        places
    }
}
