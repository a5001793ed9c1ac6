//! The columns of a comparison: which of them are on screen, and how wide they are.

/// The narrowest column that reads well, the sign of its cursor included.
const NARROWEST: usize = 26;
/// The narrowest labels and the narrowest column, where two jobs have no room otherwise.
const TIGHT: (usize, usize) = (14, 20);
/// The widest column: longer lines are hard to read.
const WIDEST: usize = 60;
/// The narrowest and the widest that labels become.
const LABELS: (usize, usize) = (18, 34);

/// The columns on screen.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// How wide the labels are, the cursor's sign included.
    pub(super) label: usize,
    /// How wide each column is, the gap and the sign of its cursor included.
    pub(super) column: usize,
    /// The columns that are shown, left to right.
    pub(super) shown: Vec<usize>,
    /// Whether there are more columns between the baseline and the next one that is shown.
    pub(super) before: bool,
    /// Whether there are more columns behind the last one.
    pub(super) after: bool,
}

impl Table {
    /// The columns of `count` jobs on a screen of `columns`, with the cursor in the one `at`. The
    /// baseline stays, the others move along with the cursor; where only one fits it is the cursor's.
    pub(super) fn of(columns: usize, count: usize, at: usize) -> Self {
        let usual = (columns / 3).clamp(LABELS.0, LABELS.1);
        let fits = (columns.saturating_sub(usual) / NARROWEST).clamp(1, count.max(1));
        let is_tight = fits == 1 && count > 1 && columns >= TIGHT.0 + 2 * TIGHT.1;
        let (label, fits) = if is_tight {
            ((columns - 2 * TIGHT.1).clamp(TIGHT.0, LABELS.0), 2)
        } else {
            (usual, fits)
        };
        let room = columns.saturating_sub(label);
        let column = (room / fits).min(WIDEST);
        let at = at.min(count.saturating_sub(1));
        if fits >= count {
            let shown = (0..count).collect();
            return Self { label, column, shown, before: false, after: false };
        }
        let beside = fits - 1;
        let last = at.max(beside);
        let first = (last + 1).saturating_sub(beside.max(1));
        let mut shown: Vec<usize> = (beside > 0).then_some(0).into_iter().collect();
        shown.extend(if beside > 0 { first..last + 1 } else { at..at + 1 });
        let before = if beside > 0 { first > 1 } else { at > 0 };
        let after = shown.last().is_some_and(|last| last + 1 < count);
        Self { label, column, shown, before, after }
    }

    /// How wide a text in a column may be.
    pub(super) fn cell(&self) -> usize {
        self.column.saturating_sub(2)
    }

    /// The job whose column stands at a column of the screen.
    pub(super) fn at(&self, column: usize) -> Option<usize> {
        self.shown.get(column.checked_sub(self.label)? / self.column.max(1)).copied()
    }

    /// Whether the baseline is not on screen.
    pub(super) fn hides_baseline(&self) -> bool {
        !self.shown.contains(&0)
    }

    /// How wide all columns are together.
    pub(super) fn width(&self) -> usize {
        self.column * self.shown.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(columns: usize, count: usize, at: usize) -> (Vec<usize>, bool, bool) {
        let table = Table::of(columns, count, at);
        (table.shown, table.before, table.after)
    }

    #[test]
    fn two_fit_beside_the_labels_at_80_columns_and_six_at_200() {
        assert_eq!(shown(80, 2, 0), (vec![0, 1], false, false));
        assert_eq!(shown(120, 3, 1), (vec![0, 1, 2], false, false));
        assert_eq!(shown(200, 6, 5), (vec![0, 1, 2, 3, 4, 5], false, false));
        assert_eq!(shown(40, 1, 0), (vec![0], false, false));
        assert_eq!(shown(60, 2, 0), (vec![0, 1], false, false));
        assert_eq!(shown(54, 2, 1), (vec![0, 1], false, false));
        assert_eq!(shown(53, 2, 1), (vec![1], true, false));
    }

    #[test]
    fn the_baseline_stays_and_the_others_move_along_with_the_cursor() {
        assert_eq!(shown(80, 4, 0), (vec![0, 1], false, true));
        assert_eq!(shown(80, 4, 2), (vec![0, 2], true, true));
        assert_eq!(shown(80, 4, 3), (vec![0, 3], true, false));
        assert_eq!(shown(120, 6, 4), (vec![0, 3, 4], true, true));
        assert_eq!(shown(40, 3, 0), (vec![0], false, true));
        assert_eq!(shown(40, 3, 2), (vec![2], true, false));
    }

    #[test]
    fn a_place_on_the_screen_belongs_to_a_column() {
        let table = Table::of(80, 4, 3);
        assert_eq!(
            [0, 25, 26, 52, 53, 79].map(|x| table.at(x)),
            [None, None, Some(0), Some(0), Some(3), Some(3)]
        );
    }

    #[test]
    fn the_cursor_is_always_on_screen_and_nothing_is_wider_than_it() {
        for columns in 40..220 {
            for count in 1..=6 {
                for at in 0..count {
                    let table = Table::of(columns, count, at);
                    assert!(table.shown.contains(&at), "{table:?}");
                    assert!(table.label + table.width() <= columns, "{table:?}");
                }
            }
        }
    }
}
