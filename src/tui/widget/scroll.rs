//! Which lines of a long list are on screen, worked out from where the cursor is.

use std::ops::Range;

/// How many lines stay visible above and below the cursor where there is room.
pub const MARGIN: usize = 2;

/// What has changed since it was worked out which lines are on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Where the cursor is, or what the rows are: the reader did something.
    Step,
    /// The room, and nothing else.
    Room,
    /// The library.
    Library,
}

/// The first line on screen, and the line that the cursor was on when that was worked out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    top: usize,
    cursor: usize,
    /// The first line on screen before the room changed; it comes back with the room.
    chosen: usize,
}

impl Scroll {
    /// The first line on screen.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// Works out anew which lines are on screen, so that those of the cursor are among them.
    pub fn settle(&mut self, change: Change, cursor: Range<usize>, total: usize, height: usize) {
        match change {
            Change::Step => self.follow(cursor, total, height),
            Change::Room => return self.refit(cursor, total, height),
            Change::Library => self.hold(cursor, total, height),
        }
        self.chosen = self.top;
    }

    /// Starts from the lines that were on screen before the room became another one.
    fn refit(&mut self, cursor: Range<usize>, total: usize, height: usize) {
        self.top = self.chosen;
        self.follow(cursor, total, height);
    }

    /// Moves as little as it must so that the lines of the cursor are among `height` visible ones.
    fn follow(&mut self, cursor: Range<usize>, total: usize, height: usize) {
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let lowest = (cursor.end + margin).saturating_sub(height);
        let highest = cursor.start.saturating_sub(margin);
        // Of a row taller than the screen any part may be on it, so the two change places.
        let (least, most) = (lowest.min(highest), lowest.max(highest));
        self.top = self.top.clamp(least, most).min(total.saturating_sub(height));
        self.cursor = cursor.start;
    }

    /// Keeps the cursor on the line of the screen where it was, whatever has changed above it.
    fn hold(&mut self, cursor: Range<usize>, total: usize, height: usize) {
        self.top = (self.top + cursor.start).saturating_sub(self.cursor);
        self.follow(cursor, total, height);
    }

    /// Takes the cursor to a line that is on screen, and moves none.
    pub fn rest_at(&mut self, cursor: usize) {
        self.cursor = cursor;
    }

    /// Reads on within the lines of a row that does not fit: moves by `by` as far as there are any,
    /// and tells whether there were.
    pub fn read_on(&mut self, row: Range<usize>, by: isize, height: usize) -> bool {
        let before = self.top;
        if by > 0 && row.end > self.top + height {
            self.top = (self.top + by.unsigned_abs()).min(row.end - height.min(row.end));
        } else if by < 0 && row.start < self.top {
            self.top = self.top.saturating_sub(by.unsigned_abs()).max(row.start);
        }
        self.top != before
    }

    /// Moves the lines by `by`, as a wheel does, without a word about the cursor.
    pub fn shift(&mut self, by: isize, total: usize, height: usize) {
        self.top = self.top.saturating_add_signed(by).min(total.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_moves_as_little_as_it_must() {
        let mut scroll = Scroll::default();
        scroll.follow(5..6, 100, 10);
        assert_eq!(scroll.top(), 0);
        scroll.follow(9..10, 100, 10);
        assert_eq!(scroll.top(), 2);
        scroll.follow(5..6, 100, 10);
        assert_eq!(scroll.top(), 2);
        scroll.follow(99..100, 100, 10);
        assert_eq!(scroll.top(), 90);
        scroll.follow(0..1, 3, 10);
        assert_eq!(scroll.top(), 0);
    }

    #[test]
    fn a_row_taller_than_the_screen_is_read_to_its_end() {
        let (row, total, height) = (10..50, 80, 10);
        let mut scroll = Scroll::default();
        scroll.follow(row.clone(), total, height);
        assert!(scroll.top() <= row.start, "it begins with its beginning");
        let mut steps = 0;
        while scroll.read_on(row.clone(), 1, height) {
            let at = scroll.top();
            scroll.follow(row.clone(), total, height);
            assert_eq!(scroll.top(), at, "and stays where it was read to");
            steps += 1;
        }
        assert_eq!(scroll.top(), 40);
        assert!(steps >= 30);
        assert!(scroll.read_on(row.clone(), -100, height));
        assert_eq!(scroll.top(), row.start);
        assert!(!scroll.read_on(row, -1, height));
    }

    #[test]
    fn the_same_room_brings_the_same_lines_back() {
        let mut scroll = Scroll::default();
        scroll.settle(Change::Step, 99..100, 100, 20);
        scroll.settle(Change::Step, 90..91, 100, 20);
        let top = scroll.top();
        for height in [1, 60, 3, 1000, 20] {
            scroll.settle(Change::Room, 90..91, 100, height);
        }
        assert_eq!(scroll.top(), top);
    }

    #[test]
    fn what_changes_above_does_not_move_the_cursor_on_screen() {
        let mut scroll = Scroll::default();
        scroll.follow(50..51, 100, 10);
        let before = 50 - scroll.top();
        scroll.hold(70..71, 140, 10);
        assert_eq!(70 - scroll.top(), before);
    }
}
