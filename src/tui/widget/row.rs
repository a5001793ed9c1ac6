//! One line of the screen: something at the left, something at the right, never too wide.

use super::text::{fit, width};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A line of `columns`: `left`, then room, then `right`. The right end goes first where there is
/// no room for both; the left one is cut.
#[must_use]
pub fn row<'a>(
    left: Vec<Span<'a>>,
    right: Vec<Span<'a>>,
    columns: usize,
    ellipsis: &'a str,
) -> Line<'a> {
    let wide = |spans: &[Span<'_>]| spans.iter().map(|s| width(&s.content)).sum::<usize>();
    let right_width = wide(&right);
    let right = if wide(&left) + right_width < columns { right } else { Vec::new() };
    let room = columns - if right.is_empty() { 0 } else { right_width };
    let mut spans = cut(left, room, ellipsis);
    if !right.is_empty() {
        spans.push(Span::raw(" ".repeat(room - wide(&spans))));
        spans.extend(right);
    }
    Line::from(spans)
}

/// The spans, cut to `columns`.
#[must_use]
pub fn cut<'a>(spans: Vec<Span<'a>>, columns: usize, ellipsis: &'a str) -> Vec<Span<'a>> {
    let mut room = columns;
    let mut out = Vec::with_capacity(spans.len());
    for span in spans {
        let needs = width(&span.content);
        if needs <= room {
            room -= needs;
            out.push(span);
            continue;
        }
        let short = fit(&span.content, room, ellipsis).into_owned();
        out.push(Span::styled(short, span.style));
        break;
    }
    out
}

/// A rule across the screen with a word in it: `──── letters apart ────`.
#[must_use]
pub fn rule<'a>(word: &str, columns: usize, horizontal: &str, style: Style) -> Line<'a> {
    let word = fit(word, columns.saturating_sub(4), "");
    let rest = columns.saturating_sub(width(&word) + 2);
    let (left, right) = (rest.saturating_sub(5), rest.min(5));
    let text = format!("{} {word} {}", horizontal.repeat(left), horizontal.repeat(right));
    Line::styled(text, style)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &Line<'_>) -> String {
        line.spans.iter().map(|s| s.content.as_ref()).collect()
    }

    #[test]
    fn the_right_end_gives_way_to_the_left_one() {
        let line =
            |columns| text(&row(vec!["Payroll Clerk".into()], vec!["P01".into()], columns, "…"));
        assert_eq!(line(20), "Payroll Clerk    P01");
        assert_eq!(line(17), "Payroll Clerk P01");
        assert_eq!(line(16), "Payroll Clerk");
        assert_eq!(line(8), "Payroll…");
        assert_eq!(line(0), "");
    }

    #[test]
    fn a_rule_has_its_word_towards_the_end() {
        let line = text(&rule("letters apart", 30, "─", Style::new()));
        assert_eq!(line, "────────── letters apart ─────");
        assert_eq!(text(&rule("letters apart", 0, "─", Style::new())).trim(), "");
    }
}
