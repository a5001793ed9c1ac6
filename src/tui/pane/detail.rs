//! The facts about the job that is shown: one fact a row, so that the cursor can stand on it.

mod draw;
mod pay;

pub use draw::page;

use super::{Page, Scene};
use crate::changes::Moves;
use crate::facts::{Fact, FactId, Value, facts};
use crate::model::JobId;
use crate::search::Needle;
use crate::tui::keymap::Step;
use crate::tui::widget::scroll::{Change, Scroll};
use std::collections::HashMap;

/// How many problems are told before the facts; all of them could push the facts out of sight.
const MOST_PROBLEMS: usize = 5;

/// What keys do in the facts alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DetailAction {
    /// To the job that the fact names.
    Follow,
    /// To the competencies.
    ToTree,
    /// To the list.
    ToList,
    /// To the first fact of the next section.
    NextSection,
    /// To the first fact of this section, or of the one before.
    PreviousSection,
}

/// Where a reader is in the facts of one job.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spot {
    cursor: Option<FactId>,
    scroll: Scroll,
}

/// The facts about the job that is shown.
#[derive(Debug, Default)]
pub struct DetailPane {
    spots: HashMap<JobId, Spot>,
}

impl DetailPane {
    /// The facts that are shown now.
    #[must_use]
    pub fn facts<'a>(&self, scene: Scene<'a>) -> Vec<Fact<'a>> {
        let mut facts = scene.job.map_or_else(Vec::new, |job| facts(scene.library, job, scene.pay));
        keep_first_problems(&mut facts);
        facts
    }

    /// The fact that the cursor is on, by its place among `facts`.
    #[must_use]
    pub fn cursor(&self, scene: Scene<'_>, facts: &[Fact<'_>]) -> usize {
        let wanted = self.spot(scene).cursor;
        let found = wanted.and_then(|id| facts.iter().position(|fact| fact.id == id));
        // A fact that is gone leaves the cursor where it would have stood.
        found
            .unwrap_or_else(|| wanted.map_or(0, |id| facts.partition_point(|fact| fact.id < id)))
            .min(facts.len().saturating_sub(1))
    }

    /// Which lines are on screen.
    #[must_use]
    pub fn scroll(&self, scene: Scene<'_>) -> Scroll {
        self.spot(scene).scroll
    }

    /// Where the reader is.
    #[must_use]
    pub fn spot(&self, scene: Scene<'_>) -> Spot {
        scene.shown().and_then(|job| self.spots.get(&job.id)).copied().unwrap_or_default()
    }

    fn spot_mut(&mut self, scene: Scene<'_>) -> Option<&mut Spot> {
        Some(self.spots.entry(scene.shown()?.id.clone()).or_default())
    }

    /// Lets each job keep its place where it is now.
    pub fn follow(&mut self, moves: &Moves) {
        moves.carry(&mut self.spots);
    }

    /// Takes the reader back to where they were.
    pub fn restore(&mut self, scene: Scene<'_>, before: Spot) {
        if let Some(spot) = self.spot_mut(scene) {
            *spot = before;
        }
    }

    /// Puts the cursor on a fact.
    pub fn select(&mut self, scene: Scene<'_>, id: FactId) {
        if let Some(spot) = self.spot_mut(scene) {
            spot.cursor = Some(id);
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, scene: Scene<'_>, step: Step, (columns, height): (usize, usize)) {
        let facts = self.facts(scene);
        let at = self.cursor(scene, &facts);
        // Nearly every row fits, and to find out it alone is laid out, not the page.
        let alone = page(facts.get(at..=at).unwrap_or_default(), scene, None, None, columns);
        if alone.len() > height {
            let page = page(&facts, scene, None, None, columns);
            let spot = self.spot_mut(scene);
            if spot.is_some_and(|s| super::read_on(&mut s.scroll, &page, at, step, height)) {
                return;
            }
        }
        let to = step.from(at, facts.len(), height);
        if let Some(fact) = facts.get(to) {
            self.select(scene, fact.id);
        }
    }

    /// Moves the cursor to the first fact of another section.
    pub fn step_section(&mut self, scene: Scene<'_>, down: bool) {
        let facts = self.facts(scene);
        let at = self.cursor(scene, &facts);
        let starts =
            (0..facts.len()).filter(|&i| i == 0 || facts[i].section != facts[i - 1].section);
        let to =
            if down { starts.clone().find(|i| *i > at) } else { starts.clone().rfind(|i| *i < at) };
        if let Some(fact) = to.and_then(|i| facts.get(i)) {
            self.select(scene, fact.id);
        }
    }

    /// The job that the fact under the cursor leads to.
    #[must_use]
    pub fn link(&self, scene: Scene<'_>) -> Option<JobId> {
        let facts = self.facts(scene);
        match &facts.get(self.cursor(scene, &facts))?.value {
            Value::Link { job, .. } => Some(job.clone()),
            _ => None,
        }
    }

    /// The words of the fact under the cursor.
    #[must_use]
    pub fn words(&self, scene: Scene<'_>) -> Option<String> {
        let facts = self.facts(scene);
        facts.get(self.cursor(scene, &facts)).map(|fact| fact.value.words().into_owned())
    }

    /// Moves to the next fact in which the text stands, from the cursor on or behind it. Returns
    /// which of how many it is.
    pub fn find(
        &mut self,
        scene: Scene<'_>,
        needle: &Needle,
        seek: super::Seek,
    ) -> Option<(usize, usize)> {
        let facts = self.facts(scene);
        let found = |fact: &Fact<'_>| !needle.find_in(&fact.value.words()).is_empty();
        let places: Vec<usize> = (0..facts.len()).filter(|&i| found(&facts[i])).collect();
        let at = seek.among(&places, self.cursor(scene, &facts))?;
        self.select(scene, facts[places[at]].id);
        Some((at + 1, places.len()))
    }

    /// Takes note of the line that the cursor is on, and moves none.
    pub fn rest_at(&mut self, scene: Scene<'_>, line: usize) {
        if let Some(spot) = self.spot_mut(scene) {
            spot.scroll.rest_at(line);
        }
    }

    /// Brings the cursor on screen, of which `height` lines are there.
    pub fn settle(&mut self, scene: Scene<'_>, columns: usize, height: usize, change: Change) {
        let facts = self.facts(scene);
        let cursor = self.cursor(scene, &facts);
        let page = page(&facts, scene, None, None, columns);
        settle(self.spot_mut(scene).map(|spot| &mut spot.scroll), &page, cursor, height, change);
    }

    /// Scrolls by lines; the cursor comes along so that it stays on screen.
    pub fn scroll_by(&mut self, scene: Scene<'_>, by: isize, columns: usize, height: usize) {
        let facts = self.facts(scene);
        let page = page(&facts, scene, None, None, columns);
        let cursor = self.cursor(scene, &facts);
        let Some(spot) = self.spot_mut(scene) else { return };
        spot.scroll.shift(by, page.len(), height);
        let to = super::row_on_screen(&page, spot.scroll.top(), height, cursor);
        spot.cursor = facts.get(to).map(|fact| fact.id);
    }
}

/// Leaves the first problems and how many more there are.
fn keep_first_problems(facts: &mut Vec<Fact<'_>>) {
    let is_problem = |fact: &&Fact<'_>| matches!(fact.value, Value::Problem { .. });
    let count = facts.iter().take_while(is_problem).count();
    if count > MOST_PROBLEMS {
        facts.drain(MOST_PROBLEMS + 1..count);
        let more = format!("and {} more; ! lists all", count - MOST_PROBLEMS);
        facts[MOST_PROBLEMS].value = Value::Text(more.into());
    }
}

/// Brings a row of a page on screen.
pub(super) fn settle(
    scroll: Option<&mut Scroll>,
    page: &Page<'_>,
    row: usize,
    height: usize,
    change: Change,
) {
    let Some(scroll) = scroll else { return };
    // The first row shows what stands above it, too.
    let mut lines = page.lines_of(row);
    if row == 0 {
        lines.start = 0;
    }
    scroll.settle(change, lines, page.len(), height);
}
