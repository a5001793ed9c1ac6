//! A job's competencies as a flat list of rows, each with a depth, a stable id and its fold.
//!
//! group → competency → definition and levels → statement and behaviours. The rows hold words and
//! numbers only; how they look is for whoever shows them.

mod order;
mod row;
#[cfg(test)]
mod tests;

pub use order::Order;
pub use row::{Content, EntryId, GroupCounts, Part, Row, RowId, Standing, WITHHELD};

use crate::model::{Described, LevelText, Library, Proficiency, Profile, Requirement};
use std::collections::HashSet;
use std::sync::Arc;

/// Which rows stand open where nobody has said otherwise.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Base {
    /// Groups only.
    #[default]
    Groups,
    /// Nothing.
    Nothing,
    /// Everything.
    Everything,
    /// Every competency, at one level alone.
    Level(u8),
}

/// How somebody wants the rows: what is open, in which order, and which levels are left out.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// What stands open to begin with.
    pub base: Base,
    /// The rows whose fold is the opposite of that.
    pub toggled: HashSet<RowId>,
    /// The order of the competencies within their group.
    pub order: Order,
    /// Whether only the level that the job requires is shown.
    pub required_only: bool,
}

impl View {
    /// Everything open, in the file's order: what a printed page shows.
    #[must_use]
    pub fn whole() -> Self {
        Self { base: Base::Everything, ..Self::default() }
    }

    /// Whether a row that can be folded stands open.
    #[must_use]
    pub fn is_open(&self, id: &RowId) -> bool {
        let open = match (&id.part, self.base) {
            (_, Base::Nothing) | (Part::Entry | Part::Level(_), Base::Groups) => false,
            (Part::Group, _) | (_, Base::Everything | Base::Groups) | (Part::Entry, _) => true,
            (Part::Level(number), Base::Level(wanted)) => *number == wanted,
            (_, Base::Level(_)) => true,
        };
        // With a single level to see, its text is what the reader came for.
        let open = open || (self.required_only && matches!(id.part, Part::Level(_)));
        open != self.toggled.contains(id)
    }
}

/// The rows of a profile as `view` wants them.
#[must_use]
pub fn outline<'a>(library: &'a Library, profile: &'a Profile, view: &View) -> Vec<Row<'a>> {
    let mut rows = Rows { library, view, out: Vec::new() };
    for key in group_keys(library, profile) {
        rows.group(profile, key);
    }
    rows.out
}

/// The groups a profile has or says its source has: the library's order first, then the file's.
fn group_keys<'a>(library: &Library, profile: &'a Profile) -> Vec<&'a str> {
    let mut keys: Vec<&str> = Vec::new();
    let present = profile.competencies.iter().map(|g| &*g.key);
    for key in present.chain(profile.declared.iter().map(|(key, _)| key.as_str())) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.sort_by_key(|key| library.settings().group_rank(key));
    keys
}

/// The rows made so far, and what they are made from.
struct Rows<'a, 'v> {
    library: &'a Library,
    view: &'v View,
    out: Vec<Row<'a>>,
}

impl<'a> Rows<'a, '_> {
    fn group(&mut self, profile: &'a Profile, key: &'a str) {
        let id = RowId { group: Arc::from(key), entry: None, part: Part::Group };
        let requirements: Vec<&Requirement> = profile
            .competencies
            .iter()
            .filter(|g| g.key == key)
            .flat_map(|g| &g.requirements)
            .collect();
        let counts = GroupCounts::of(profile, key, &requirements);
        let name = self.library.settings().group_name(key);
        let open = (!requirements.is_empty()).then(|| self.view.is_open(&id));
        self.out.push(Row {
            id: id.clone(),
            depth: 0,
            open,
            content: Content::Group { name, counts },
        });
        if open == Some(true) {
            let entries = order::numbered(&requirements);
            for (entry, requirement) in self.view.order.sorted(self.library, entries) {
                self.competency(&id.group, entry, requirement);
            }
        }
    }

    fn competency(&mut self, group: &Arc<str>, entry: EntryId, requirement: &'a Requirement) {
        let id = RowId { group: group.clone(), entry: Some(entry), part: Part::Entry };
        let described = self.library.described(requirement);
        let has_rows = requirement.name.is_some();
        let open = has_rows.then(|| self.view.is_open(&id));
        let median = requirement.name.as_deref().and_then(|name| self.library.median_level(name));
        let content = Content::Competency { requirement, scale: described.scale, median };
        self.out.push(Row { id: id.clone(), depth: 1, open, content });
        if open == Some(true) {
            self.inside(&id, requirement, described);
        }
    }

    /// Definition, levels and, between them, a required level that is not a whole one.
    fn inside(&mut self, id: &RowId, requirement: &'a Requirement, described: Described<'a>) {
        if !matches!(self.view.base, Base::Level(_)) {
            let text = described.definition.ok_or(if described.known {
                "definition: not in file"
            } else {
                "no file describes this competency"
            });
            self.push(id, Part::Definition, 2, Content::Definition(text));
        }
        let counting = counting_level(requirement.level, described);
        let between = requirement.level.filter(|level| level.whole().is_none());
        let mut between = between.filter(|_| !matches!(self.view.base, Base::Level(_)));
        let mut unwritten: Vec<u8> = Vec::new();
        for number in self.numbers(requirement, described) {
            if let Some(level) = between.take_if(|level| f64::from(number) > level.value()) {
                self.push(id, Part::Needed, 2, Content::Needed(level));
            }
            let standing = Standing::of(number, requirement.level, counting, described.scale);
            if !self.shows(number, standing) {
                continue;
            }
            if standing != Standing::Required && is_unwritten(number, described) {
                unwritten.push(number);
            } else {
                self.level(id, number, standing, described);
            }
        }
        if let Some(level) = between {
            self.push(id, Part::Needed, 2, Content::Needed(level));
        }
        if let Base::Level(wanted) = self.view.base
            && !self.numbers(requirement, described).contains(&wanted)
        {
            let text = Err("this scale has no such level");
            self.push(id, Part::Definition, 2, Content::Definition(text));
        }
        if !unwritten.is_empty() {
            self.push(id, Part::Unwritten, 2, Content::Unwritten(unwritten));
        }
    }

    /// The levels of the scale, those that have text, and the one that the job requires.
    fn numbers(&self, requirement: &Requirement, described: Described<'_>) -> Vec<u8> {
        let mut numbers: Vec<u8> = described.scale.levels.keys().copied().collect();
        numbers.extend(described.levels.keys());
        numbers.extend(requirement.level.and_then(Proficiency::whole));
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn shows(&self, number: u8, standing: Standing) -> bool {
        match self.view.base {
            Base::Level(wanted) => number == wanted,
            _ => {
                !self.view.required_only
                    || matches!(standing, Standing::Required | Standing::Counts)
            }
        }
    }

    fn level(&mut self, id: &RowId, number: u8, standing: Standing, described: Described<'a>) {
        let text = described.levels.get(&number);
        let own_label = text.and_then(|t| t.label.as_deref());
        let label = own_label.or_else(|| described.scale.levels.get(&number)?.as_deref());
        let id = RowId { part: Part::Level(number), ..id.clone() };
        let has_rows = text.is_some_and(|t| t.is_described() || t.more.is_some());
        let open = has_rows.then(|| self.view.is_open(&id));
        let content = Content::Level { number, label, standing, text };
        self.out.push(Row { id: id.clone(), depth: 2, open, content });
        if let (Some(true), Some(text)) = (open, text) {
            self.level_text(&id, number, text);
        }
    }

    fn level_text(&mut self, id: &RowId, number: u8, text: &'a LevelText) {
        if let Some(statement) = &text.statement {
            self.push(id, Part::Statement(number), 3, Content::Statement(statement));
        }
        for (i, behaviour) in (0..).zip(&text.behaviours) {
            self.push(id, Part::Behaviour(number, i), 3, Content::Behaviour(behaviour));
        }
        if let Some(more) = text.more {
            self.push(id, Part::More(number), 3, Content::More(more));
        }
    }

    fn push(&mut self, beside: &RowId, part: Part, depth: u16, content: Content<'a>) {
        let id = RowId { part, ..beside.clone() };
        self.out.push(Row { id, depth, open: None, content });
    }
}

/// Whether there is nothing to say of a level: the scale gives it no name and no file a text.
fn is_unwritten(number: u8, described: Described<'_>) -> bool {
    let named = described.scale.levels.get(&number).is_some_and(Option::is_some);
    !named && !described.levels.contains_key(&number)
}

/// The level whose text says what the job requires: the highest described one that is not above.
fn counting_level(required: Option<Proficiency>, described: Described<'_>) -> Option<u8> {
    let required = required?;
    let not_above = described.levels.iter().filter(|(n, _)| f64::from(**n) <= required.value());
    not_above.filter(|(_, text)| text.is_described()).map(|(n, _)| *n).next_back()
}
