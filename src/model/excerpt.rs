//! A few lines of a file around a place, for whoever mends what is wrong there.

use super::Place;

/// Lines of a file around a place, safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The place in the file.
    pub place: Place,
    /// The lines, without their ends; of a very long one what is near the place, `…` where it is
    /// cut.
    pub lines: Vec<String>,
    /// How many of the lines stand above the one that the place is on.
    pub above: usize,
    /// How many bytes of that line stand before the place; always between two characters.
    pub before: usize,
}

impl Excerpt {
    /// The lines with their numbers in the file, from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &str)> {
        let above = u32::try_from(self.above).unwrap_or_default();
        (self.place.line.saturating_sub(above)..).zip(self.lines.iter().map(String::as_str))
    }
}
