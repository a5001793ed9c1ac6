//! The columns that the rows of the tree share, and the words that stand in them.

use crate::model::{Proficiency, Requirement, Scale, signed_steps};
use crate::outline::{Content, Order, Row, WITHHELD};
use crate::tui::pane::Scene;
use crate::tui::widget::meter::{is_number, meter};
use crate::tui::widget::text::width;

/// Columns before a competency's name: cursor, indent, fold.
pub(super) const BEFORE_NAME: usize = 5;
/// The same before a level's number.
const BEFORE_LEVEL: usize = 7;
/// The narrowest that a competency's name becomes before its level's label goes.
const NARROW_NAME: usize = 20;

/// The columns that several rows share, so that all of them leave out the same.
#[derive(Default)]
pub(super) struct Measures {
    pub(super) name: usize,
    /// A competency's meter and number.
    pub(super) meter: usize,
    pub(super) number: usize,
    /// Whether there is room for what stands behind a number.
    pub(super) beside: bool,
    /// A level's number and label.
    pub(super) level: usize,
    pub(super) standing: usize,
    /// Whether it is told in one word how a level stands to the required one.
    pub(super) brief: bool,
    /// Whether there is room for how much text a level has.
    pub(super) extent: bool,
}

impl Measures {
    pub(super) fn of(rows: &[Row<'_>], scene: Scene<'_>, order: Order, columns: usize) -> Self {
        let mut measures = Self { number: 1, ..Self::default() };
        let (mut beside_numbers, mut needs) = (0, 0);
        let (mut brief, mut extents) = (0, 0);
        for row in rows {
            match row.content {
                Content::Competency { requirement, scale, median } => {
                    let name = requirement.name.as_deref().unwrap_or(WITHHELD);
                    measures.name = measures.name.max(width(name));
                    let number = requirement.level.map_or(1, |level| level.to_string().len());
                    measures.number = measures.number.max(number);
                    let beside = beside(order, requirement, scale, median);
                    beside_numbers = beside_numbers.max(width(&beside));
                    needs = needs.max(requirement.need().map_or(0, |need| width(need.word()) + 2));
                }
                Content::Level { number, label, standing, text } => {
                    measures.level = measures.level.max(width(&level_name(number, label)));
                    measures.standing = measures.standing.max(width(standing.words()));
                    brief = brief.max(width(standing.brief()));
                    extents = extents.max(width(&Content::level_extent(text)));
                }
                _ => {}
            }
        }
        for row in rows {
            if let Content::Competency { requirement, scale, .. } = row.content {
                let (full, empty, number) = measures.level_of(requirement, scale, scene);
                let used = width(&full) + width(&empty) + width(&number);
                measures.meter = measures.meter.max(used);
            }
        }
        // Whether it must be matters more than what a level is called: the number has said that.
        let others = BEFORE_NAME + 1 + measures.meter + needs;
        let room = columns.saturating_sub(others);
        measures.name = measures.name.min((columns / 2).max(NARROW_NAME)).min(room);
        measures.beside = measures.name + beside_numbers <= room;
        measures.fit_levels(columns, brief, extents);
        measures
    }

    /// Lets the columns of levels give way where there is no room for all: first how much text
    /// there is, then all but one word of how a level stands, then the end of its label.
    fn fit_levels(&mut self, columns: usize, brief: usize, extents: usize) {
        let room = columns.saturating_sub(BEFORE_LEVEL + 1);
        let behind = |standing: usize| if standing > 0 { standing + 2 } else { 0 };
        self.extent = self.level + behind(self.standing) + 2 + extents <= room;
        if self.level + behind(self.standing) > room {
            (self.brief, self.standing) = (true, brief);
            self.level = self.level.min(room.saturating_sub(behind(brief)));
        }
    }

    /// How a competency's level looks: its meter, filled and empty, and its number. A meter that
    /// is a number itself needs none beside it.
    pub(super) fn level_of(
        &self,
        requirement: &Requirement,
        scale: &Scale,
        scene: Scene<'_>,
    ) -> (String, String, String) {
        let (full, empty) = meter(requirement.level, scale, &scene.looks.signs);
        if is_number(scale) {
            return (full, empty, String::new());
        }
        let number = requirement.level.map_or_else(|| "-".to_owned(), |l| l.to_string());
        (full, empty, format!("  {number:<room$}", room = self.number))
    }
}

/// What stands behind a level's number: its name, or the figure that the rows are sorted by.
pub(super) fn beside(
    order: Order,
    requirement: &Requirement,
    scale: &Scale,
    median: Option<f64>,
) -> String {
    let words = match (order, requirement.level, median) {
        (Order::Unusual, Some(level), Some(median)) => unusual(level, median),
        (Order::Importance, _, _) => match requirement.importance {
            Some(importance) => format!("importance {importance}"),
            None => "importance not in file".to_owned(),
        },
        (_, Some(level), _) => {
            let label = scale.label(level).map(ToOwned::to_owned);
            label.unwrap_or_else(|| above_the_scale(level, scale))
        }
        (_, None, _) => "no level".to_owned(),
    };
    if words.is_empty() { words } else { format!(" {words}") }
}

fn level_name(number: u8, label: Option<&str>) -> String {
    format!("{number} {}", label.unwrap_or_default())
}

/// How far a level lies from the library's median: `+1.5  median 2`.
fn unusual(level: Proficiency, median: f64) -> String {
    let distance = signed_steps(level.value() - median);
    // The median of two levels may have one decimal more than they have, and a competency that is
    // not asked for may stand below zero.
    let median = ((median * 100.0).round() / 100.0).to_string().replace('-', "−");
    format!("{distance}  median {median}")
}

/// Words for a level that the scale does not hold.
fn above_the_scale(level: Proficiency, scale: &Scale) -> String {
    match scale.ends() {
        Some((low, high)) if !scale.holds(level) => format!("not on its scale ({low} to {high})"),
        _ => String::new(),
    }
}
