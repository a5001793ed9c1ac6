//! Where everything stands on a screen of a given size: one pure function that drawing, paging and
//! the mouse all ask.

use ratatui::layout::{Position, Rect};

/// The smallest screen that can be worked with.
pub const SMALLEST: (u16, u16) = (40, 10);
/// From how many columns on the list stands beside the others.
const TWO_COLUMNS: u16 = 90;
/// From how many columns on all three panes stand side by side; with fewer a third pane would cut
/// what the other two show whole.
const THREE_COLUMNS: u16 = 200;
/// The list does not become wider by itself: titles are rarely longer.
const WIDEST_LIST: u16 = 64;
/// No pane becomes narrower than this by resizing.
const NARROWEST: u16 = 24;

/// One of the three panes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// The jobs.
    #[default]
    List,
    /// The facts about the job that is shown.
    Detail,
    /// Its competencies.
    Tree,
}

impl Pane {
    /// All panes, in the order in which Tab visits them.
    pub const ALL: [Pane; 3] = [Pane::List, Pane::Detail, Pane::Tree];

    /// The pane after this one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % 3]
    }

    /// The pane before this one, round and round.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::ALL[(self as usize + 2) % 3]
    }
}

/// What the reader has decided about the arrangement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The pane that the keys go to.
    pub focus: Pane,
    /// The pane whose share of a stack it is, where that is not the focused one: a click moves the
    /// keys and no line, so that a second click finds the same row.
    pub split: Option<Pane>,
    /// Whether it is shown alone.
    pub zoom: bool,
    /// How many columns the list is wider than it would be.
    pub wider: i16,
}

/// Where everything stands. A pane that is not on screen has no area.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    panes: [Option<Rect>; 3],
    /// The bottom line.
    pub footer: Rect,
    /// The column between the list and what is beside it.
    pub divider: Option<u16>,
    /// The column between detail and tree, where they stand side by side.
    pub second_divider: Option<u16>,
    /// Whether the screen is smaller than [`SMALLEST`].
    pub too_small: bool,
}

impl Areas {
    /// The area of a pane, its title line included.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        self.panes[pane as usize]
    }

    /// The area of a pane below its title line.
    #[must_use]
    pub fn body(&self, pane: Pane) -> Option<Rect> {
        self.pane(pane).map(|area| Rect {
            y: area.y.saturating_add(1),
            height: area.height.saturating_sub(1),
            ..area
        })
    }

    /// The pane at a place of the screen.
    #[must_use]
    pub fn at(&self, column: u16, row: u16) -> Option<Pane> {
        let inside = |pane: &Pane| {
            self.pane(*pane).is_some_and(|area| area.contains(Position::new(column, row)))
        };
        Pane::ALL.into_iter().find(inside)
    }
}

/// How many columns of the bottom line what has just happened may take.
#[must_use]
pub fn status_room(columns: u16) -> usize {
    usize::from(columns) * 2 / 3
}

/// Where a view stands, which takes the place of the panes: its title line and the `head` lines
/// that stay below it, then the rows that scroll.
#[must_use]
pub fn view_areas((columns, rows): (u16, u16), head: usize) -> (Rect, Rect) {
    let whole = Rect::new(0, 0, columns, rows.saturating_sub(1));
    let head = u16::try_from(head + 1).unwrap_or(u16::MAX).min(whole.height);
    let body = Rect { y: head, height: whole.height - head, ..whole };
    (Rect { height: head, ..whole }, body)
}

/// Where everything stands on a screen of `columns` × `rows`.
#[must_use]
pub fn areas((columns, rows): (u16, u16), arrangement: Arrangement) -> Areas {
    let mut areas = Areas {
        footer: Rect::new(0, rows.saturating_sub(1), columns, rows.min(1)),
        too_small: columns < SMALLEST.0 || rows < SMALLEST.1,
        ..Areas::default()
    };
    if areas.too_small {
        return areas;
    }
    let whole = Rect::new(0, 0, columns, rows - 1);
    let Arrangement { focus, split, zoom, wider } = arrangement;
    if zoom || columns < TWO_COLUMNS {
        areas.panes[focus as usize] = Some(whole);
        return areas;
    }
    let widest = columns - NARROWEST - 1;
    let share = if columns < THREE_COLUMNS { columns * 2 / 5 } else { columns * 3 / 10 };
    let list = share.min(WIDEST_LIST).saturating_add_signed(wider).clamp(NARROWEST, widest);
    areas.divider = Some(list);
    areas.panes[Pane::List as usize] = Some(Rect { width: list, ..whole });
    let rest = Rect { x: list + 1, width: columns - list - 1, ..whole };
    if columns < THREE_COLUMNS || rest.width < 2 * NARROWEST {
        stack(&mut areas, rest, split.unwrap_or(focus));
    } else {
        // Text wraps, but the columns of the tree do not.
        let detail = rest.width * 12 / 25;
        areas.second_divider = Some(rest.x + detail);
        areas.panes[Pane::Detail as usize] = Some(Rect { width: detail, ..rest });
        let x = rest.x + detail + 1;
        areas.panes[Pane::Tree as usize] = Some(Rect { x, width: columns - x, ..rest });
    }
    areas
}

/// Detail over tree; the focused one takes two thirds, and the tree does when the list is focused.
fn stack(areas: &mut Areas, rest: Rect, focus: Pane) {
    let detail = match focus {
        Pane::Detail => rest.height * 2 / 3,
        Pane::Tree => rest.height / 3,
        Pane::List => rest.height / 2,
    };
    areas.panes[Pane::Detail as usize] = Some(Rect { height: detail, ..rest });
    areas.panes[Pane::Tree as usize] =
        Some(Rect { y: rest.y + detail, height: rest.height - detail, ..rest });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn arrangement(focus: Pane) -> Arrangement {
        Arrangement { focus, ..Arrangement::default() }
    }

    #[test]
    fn three_panes_two_or_one() {
        let shown = |columns, focus| {
            let areas = areas((columns, 40), arrangement(focus));
            Pane::ALL.into_iter().filter(|p| areas.pane(*p).is_some()).count()
        };
        assert_eq!(shown(200, Pane::List), 3);
        assert_eq!(shown(120, Pane::List), 3);
        assert_eq!(shown(80, Pane::Tree), 1);
        assert!(areas((120, 40), arrangement(Pane::List)).second_divider.is_none());
        assert!(areas((39, 40), arrangement(Pane::List)).too_small);
    }

    #[test]
    fn the_focused_pane_of_a_stack_takes_two_thirds() {
        let height = |focus, pane| areas((120, 40), arrangement(focus)).pane(pane).unwrap().height;
        assert_eq!(height(Pane::Detail, Pane::Detail), 26);
        assert_eq!(height(Pane::Tree, Pane::Tree), 26);
    }

    proptest! {
        #[test]
        fn panes_never_overlap_and_never_leave_the_screen(
            columns in 0_u16..600, rows in 0_u16..300, focus in 0_usize..3,
            zoom: bool, wider in -400_i16..400,
        ) {
            let focus = Pane::ALL[focus];
            let areas = areas((columns, rows), Arrangement { focus, split: None, zoom, wider });
            let screen = Rect::new(0, 0, columns, rows);
            let shown: Vec<Rect> = Pane::ALL.into_iter().filter_map(|p| areas.pane(p)).collect();
            for (i, one) in shown.iter().enumerate() {
                prop_assert_eq!(screen.intersection(*one), *one);
                prop_assert!(one.intersection(areas.footer).is_empty());
                for other in &shown[i + 1..] {
                    prop_assert!(one.intersection(*other).is_empty());
                }
            }
            prop_assert_eq!(areas.too_small, areas.pane(focus).is_none());
        }
    }
}
