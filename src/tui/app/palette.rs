//! Keys and commands in one list: type to search, Enter runs.

use super::{App, Listing, Mode, Reason};
use crate::search::Needle;
use crate::tui::keymap::{Action, Binding, Place, Step, TABLE, usable_in};
use crate::tui::pane::tree::TreeAction;
use crate::tui::widget::input::TextLine;

/// The palette.
#[derive(Debug)]
pub struct Palette {
    /// What is typed to search.
    pub line: TextLine,
    /// The place it was opened from.
    place: Place,
    /// The list that it was opened from, and the row in it that the cursor was on.
    listing: Option<(Listing, usize)>,
    cursor: usize,
}

/// A line of the palette.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The row of the table that it stands for.
    pub binding: &'static Binding,
    /// Whether Enter would run it.
    pub chosen: bool,
}

impl Palette {
    pub(super) fn new(place: Place, listing: Option<(Listing, usize)>) -> Self {
        Self { line: TextLine::default(), place, listing, cursor: 0 }
    }

    /// The list that it was opened from, and the row in it that the cursor was on.
    pub(super) fn listing(&self) -> Option<(Listing, usize)> {
        self.listing
    }

    /// What was going on when it was opened; typing is over.
    pub(super) fn mode_before(&self) -> Mode {
        self.listing.map_or(Mode::Browse, |(listing, cursor)| Mode::Listing(listing, cursor))
    }

    /// The commands that fit what is typed: those that can be used here, then those of the other
    /// panes.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        let needles: Vec<Needle> = self.line.text().split_whitespace().map(Needle::new).collect();
        let fits = |binding: &&'static Binding| {
            // The footer's words find their command, too.
            let hint = binding.hint.map_or("", |(_, word)| word);
            let keys = binding.keys_shown().join(" ");
            let text = format!("{} {hint} {keys}", binding.sentence);
            needles.iter().all(|needle| !needle.find_in(&text).is_empty())
        };
        let fitting: Vec<_> =
            usable_in(self.place).chain(elsewhere(self.place)).filter(fits).collect();
        let cursor = self.cursor.min(fitting.len().saturating_sub(1));
        let entry = |(i, binding)| Entry { binding, chosen: i == cursor };
        fitting.into_iter().enumerate().map(entry).collect()
    }

    /// What Enter would run.
    #[must_use]
    pub fn chosen(&self) -> Option<&'static Binding> {
        self.entries().into_iter().find(|entry| entry.chosen).map(|entry| entry.binding)
    }

    pub(super) fn step(&mut self, step: Step, rows: usize) {
        self.cursor = step.from(self.cursor, self.entries().len(), rows / 2);
    }

    pub(super) fn retyped(&mut self) {
        self.cursor = 0;
    }

    /// Clears what is typed; `false` where nothing was, so that the palette itself is to close.
    pub(super) fn clear(&mut self) -> bool {
        let had_text = !self.line.text().is_empty();
        self.line.set("");
        self.cursor = 0;
        had_text
    }
}

impl App {
    /// Why a row of the palette cannot run now.
    #[must_use]
    pub fn why_not(&self, binding: &Binding) -> Option<Reason> {
        if binding.action == Action::Tree(TreeAction::OpenAt) {
            return Some("press the digit".into());
        }
        let Mode::Palette(palette) = &self.mode else { return self.reason_against(binding.action) };
        if usable_in(palette.place).any(|usable| std::ptr::eq(usable, binding)) {
            return self.reason_against(binding.action);
        }
        let place = match binding.place {
            Place::List => "in the list",
            Place::Detail => "in the detail",
            Place::Tree => "in the competencies",
            Place::Filter => "while filtering",
            Place::Compare => "in a comparison",
            Place::Gap => "in a gap",
            Place::Near => "among near jobs",
            Place::Route => "on a route",
            Place::Save => "while saving",
            _ => "while finding",
        };
        Some(place.into())
    }
}

/// The commands of the panes and views, and of typing in them, that cannot be used in `place`.
fn elsewhere(place: Place) -> impl Iterator<Item = &'static Binding> {
    let others =
        Place::ALL.into_iter().filter(move |other| *other != place && other.has_commands());
    others.flat_map(|other| TABLE.iter().filter(move |binding| binding.place == other))
}
