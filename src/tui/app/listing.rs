//! Lists that lie over the panes: everything that is wrong in the folder, and all that has changed.

use super::{App, Mode};
use crate::changes::{Entry, Fate, Subject};
use crate::model::{JobId, Severity, Told};
use crate::tui::keymap::Step;

/// What a list over the panes holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// Everything that is wrong in the folder.
    Problems,
    /// Everything that has changed since the start.
    Changes,
}

impl Listing {
    /// What stands over it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Listing::Problems => "Problems",
            Listing::Changes => "Changes",
        }
    }
}

/// An item of such a list.
#[derive(Debug, Clone)]
pub struct Item {
    /// What kind it is: `error`, `changed`.
    pub word: &'static str,
    /// Whether the kind must not be overlooked.
    pub grave: bool,
    /// What it is about, safe to show.
    pub name: String,
    /// What else there is to know, at the end of the line.
    pub aside: String,
    /// What is to be told of it.
    pub sentence: String,
    /// Where it leads to.
    pub destination: Destination,
}

/// Where an item leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// A job.
    Job(JobId),
    /// The jobs that ask for a competency.
    Askers(String),
    /// Nowhere: a job that is not there any more.
    Gone,
    /// Nowhere: a file that is no job.
    File,
}

impl App {
    /// The list that lies over the panes, and the row in it that the cursor is on; also while the
    /// palette lies over it.
    #[must_use]
    pub fn listing(&self) -> Option<(Listing, usize)> {
        let (listing, cursor) = match &self.mode {
            Mode::Listing(listing, cursor) => (*listing, *cursor),
            Mode::Palette(palette) => palette.listing()?,
            _ => return None,
        };
        let last = self.length_of(listing).checked_sub(1)?;
        Some((listing, cursor.min(last)))
    }

    /// How many items a list has.
    pub(super) fn length_of(&self, listing: Listing) -> usize {
        match listing {
            Listing::Problems => self.index.library().problem_count(),
            Listing::Changes => self.log.count(),
        }
    }

    /// The items of a list, top to bottom.
    #[must_use]
    pub fn items_of(&self, listing: Listing) -> Vec<Item> {
        match listing {
            Listing::Problems => {
                let problems = self.index.library().told().into_iter();
                problems.map(|told| self.problem_item(&told)).collect()
            }
            Listing::Changes => self.change_items(),
        }
    }

    fn problem_item(&self, told: &Told<'_>) -> Item {
        let problem = told.problem;
        let place = problem.place.map_or_else(String::new, |place| format!(":{place}"));
        let job = told.job.and_then(|job| self.index.library().jobs().get(job));
        Item {
            word: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            grave: problem.severity == Severity::Error,
            name: format!("{}{place}", told.file(self.index.library())),
            aside: problem.rule.to_string(),
            sentence: problem.told(self.pay).to_owned(),
            destination: job.map_or(Destination::File, |job| Destination::Job(job.id.clone())),
        }
    }

    fn change_items(&self) -> Vec<Item> {
        let item = |(change, entry): (usize, &Entry)| Item {
            word: entry.fate.word(),
            grave: entry.fate == Fate::Broken,
            name: entry.name.clone(),
            aside: format!("change {change}"),
            sentence: entry.sentence(self.pay),
            destination: match &entry.subject {
                Subject::Job(_) if entry.fate == Fate::Removed => Destination::Gone,
                Subject::Job(id) => Destination::Job(id.clone()),
                Subject::Competency { .. } => Destination::Askers(entry.name.clone()),
                Subject::Library | Subject::File(_) => Destination::File,
            },
        };
        self.log.iter().map(item).collect()
    }

    /// Opens a list, or closes it where it is the one that is open.
    pub(super) fn open_listing(&mut self, listing: Listing) {
        self.mode = match self.mode {
            Mode::Listing(open, _) if open == listing => Mode::Browse,
            _ => Mode::Listing(listing, 0),
        };
    }

    pub(super) fn step_listing(&mut self, step: Step) {
        let page = usize::from(self.size.1) / 2;
        if let Some((listing, cursor)) = self.listing() {
            let to = step.from(cursor, self.length_of(listing), page);
            self.mode = Mode::Listing(listing, to);
        }
    }

    /// Shows what the item under the cursor is about.
    pub(super) fn go_to_listed(&mut self) {
        let Some((listing, cursor)) = self.listing() else { return };
        let item = self.items_of(listing).into_iter().nth(cursor);
        match item.map(|item| item.destination) {
            Some(Destination::Job(id)) if self.index.library().find(&id).is_some() => {
                self.mode = Mode::Browse;
                self.go_to(id);
            }
            Some(Destination::Job(_) | Destination::Gone) => {
                self.say("this job is no longer in the folder")
            }
            Some(Destination::Askers(name)) if !self.index.library().askers(&name).is_empty() => {
                self.mode = Mode::Browse;
                self.rank(Some(name));
            }
            Some(Destination::Askers(_)) => self.say("no job asks for this competency"),
            Some(Destination::File) | None => {
                self.say("this file is no job; e opens it in your editor")
            }
        }
    }
}
