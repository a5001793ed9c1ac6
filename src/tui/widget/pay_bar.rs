//! Pay figures as a bar: whiskers to the outer figures, a box for the middle half, the median.

use crate::model::{Figure, Figures};
use crate::tui::theme::Signs;

/// A bar of `columns` signs for `figures` between the `ends`, for example `├──┤▒▒█▒▒├───┤`.
/// Percentiles that the file does not give leave their part of the bar out.
#[must_use]
pub fn pay_bar(figures: &Figures, ends: (f64, f64), columns: usize, signs: &Signs) -> String {
    let mut cells = vec![' '; columns];
    let span = ends.1 - ends.0;
    let column = |value: f64| {
        let share = if span > 0.0 { ((value - ends.0) / span).clamp(0.0, 1.0) } else { 0.5 };
        // A share of a width that fits the screen: small, positive and finite.
        (share * columns.saturating_sub(1) as f64).round() as usize
    };
    let order = |figure| !matches!(figure, Figure::Mean);
    let along: Vec<usize> =
        figures.iter().filter(|(f, _)| order(*f)).map(|(_, value)| column(value)).collect();
    if let (Some(&first), Some(&last)) = (along.first(), along.last()) {
        whisker(&mut cells, first, last, signs);
    }
    // Of a middle half of which one end is not known that up to the median is.
    let quarter = |p| figures.get(Figure::Percentile(p));
    let end = |p| quarter(p).or(figures.median()).map(column);
    let is_known = quarter(25).or(quarter(75)).is_some();
    if let (Some(low), Some(high), true) = (end(25), end(75), is_known) {
        fill(&mut cells, low, high, signs.middle_half);
        around(&mut cells, low, high, signs);
    }
    if let Some(median) = figures.median().map(column)
        && let Some(cell) = cells.get_mut(median)
    {
        *cell = signs.median;
    }
    cells.into_iter().collect()
}

fn fill(cells: &mut [char], from: usize, to: usize, sign: char) {
    if let Some(part) = cells.get_mut(from..=to) {
        part.fill(sign);
    }
}

fn whisker(cells: &mut [char], first: usize, last: usize, signs: &Signs) {
    if last > first {
        fill(cells, first, last, signs.whisker);
        cells[first] = signs.whisker_start;
        cells[last] = signs.whisker_end;
    }
}

/// Ends the whiskers where the box begins and ends.
fn around(cells: &mut [char], low: usize, high: usize, signs: &Signs) {
    if let Some(before) = low.checked_sub(1).and_then(|i| cells.get_mut(i))
        && *before == signs.whisker
    {
        *before = signs.whisker_end;
    }
    if let Some(after) = cells.get_mut(high + 1)
        && *after == signs.whisker
    {
        *after = signs.whisker_start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(figures: &[(u8, f64)], columns: usize) -> String {
        let figures = Figures::new(figures.iter().map(|(p, v)| (Figure::Percentile(*p), *v)));
        pay_bar(&figures, (0.0, 100.0), columns, &Signs::UNICODE)
    }

    #[test]
    fn the_bar_shows_what_is_known_and_no_more() {
        let all = [(10, 0.0), (25, 30.0), (50, 50.0), (75, 70.0), (90, 100.0)];
        assert_eq!(bar(&all, 21), "├────┤▒▒▒▒█▒▒▒▒├────┤");
        assert_eq!(bar(&[(50, 50.0)], 5), "  █  ");
        assert_eq!(bar(&[(10, 0.0), (90, 100.0)], 5), "├───┤");
        assert_eq!(bar(&[(25, 0.0), (50, 50.0)], 5), "▒▒█  ");
        assert_eq!(bar(&[(50, 50.0), (75, 75.0), (90, 100.0)], 9), "    █▒▒├┤");
        assert_eq!(bar(&[(25, 0.0), (90, 100.0)], 5), "├───┤");
        assert_eq!(bar(&[], 3), "   ");
        assert_eq!(bar(&all, 0), "");
        assert_eq!(bar(&all, 1), "█");
    }
}
