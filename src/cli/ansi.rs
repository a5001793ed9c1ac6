//! Styled lines as text with or without the escape sequences of a terminal.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use std::fmt::Write;

/// A line as text; its end is without spaces. In `colour` each run of one style stands between the
/// sequence that sets it and the one that ends it.
#[must_use]
pub fn line_text(line: &Line<'_>, colour: bool) -> String {
    let spans = line.spans.iter().map(|span| (line.style.patch(span.style), span.content.as_ref()));
    runs_text(spans, colour)
}

/// What a frame shows, line by line.
#[must_use]
pub fn buffer_text(buffer: &Buffer, colour: bool) -> String {
    let area = buffer.area;
    let mut out = String::new();
    for y in area.top()..area.bottom() {
        let mut runs: Vec<(Style, String)> = Vec::new();
        let mut covered = 0;
        for x in area.left()..area.right() {
            let Some(cell) = buffer.cell((x, y)) else { continue };
            // The cell behind a wide character is a part of it.
            if covered > 0 {
                covered -= 1;
                continue;
            }
            covered = crate::tui::widget::text::width(cell.symbol()).saturating_sub(1);
            match runs.last_mut() {
                Some((style, text)) if *style == cell.style() => text.push_str(cell.symbol()),
                _ => runs.push((cell.style(), cell.symbol().to_owned())),
            }
        }
        out += &runs_text(runs.iter().map(|(style, text)| (*style, text.as_str())), colour);
        out.push('\n');
    }
    out
}

fn runs_text<'a>(runs: impl Iterator<Item = (Style, &'a str)>, colour: bool) -> String {
    let mut runs: Vec<(Style, &str)> = runs.collect();
    // Spaces at the end say nothing and would be copied along.
    while let Some((_, text)) = runs.last_mut() {
        *text = text.trim_end_matches(' ');
        if !text.is_empty() {
            break;
        }
        runs.pop();
    }
    let mut out = String::new();
    for (style, text) in runs {
        let codes = codes(style);
        if !colour || codes.is_empty() {
            out.push_str(text);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "\u{1b}[{codes}m{text}\u{1b}[0m");
        }
    }
    out
}

/// The numbers that set a style (ECMA-48, "select graphic rendition").
fn codes(style: Style) -> String {
    let modifiers = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ];
    let set = modifiers.iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier));
    let mut codes: Vec<String> = set.map(|(_, code)| (*code).to_owned()).collect();
    codes.extend(style.fg.and_then(|colour| colour_code(colour, 30)));
    codes.extend(style.bg.and_then(|colour| colour_code(colour, 40)));
    codes.join(";")
}

/// The number of one of the eight colours; the theme uses no others.
fn colour_code(colour: Color, base: u8) -> Option<String> {
    let place = match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        _ => return None,
    };
    Some((base + place).to_string())
}
