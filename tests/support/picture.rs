//! A frame as text: its lines, then which columns of which lines have a style, then the caret.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use rolebook::tui::app::App;
use rolebook::tui::draw::draw;
use rolebook::tui::widget::text::width;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// Draws a frame; returns it with the place of the caret, where one is shown.
pub fn drawn(app: &App) -> (Buffer, Option<(u16, u16)>) {
    let (columns, rows) = app.size();
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    let frame = terminal.draw(|frame| draw(app, frame)).unwrap().buffer.clone();
    let backend = terminal.backend();
    let caret = backend.cursor_visible().then(|| backend.cursor_position().into());
    (frame, caret)
}

/// What the app shows, as text that a snapshot can hold.
pub fn picture(app: &App) -> String {
    let (frame, caret) = drawn(app);
    assert_clean(&frame);
    let mut out = lines(&frame).join("\n");
    out += "\n--- styles: lines, columns\n";
    out += &styles(&frame);
    if let Some((x, y)) = caret {
        let _ = writeln!(out, "--- caret: line {y}, column {x}");
    }
    out
}

/// The lines, without the spaces at their ends.
pub fn lines(frame: &Buffer) -> Vec<String> {
    let area = frame.area;
    let line = |y| {
        let mut text = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = frame[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(width(symbol).max(1)).unwrap();
        }
        text.trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(line).collect()
}

/// No cell holds what a terminal would obey or hide.
pub fn assert_clean(frame: &Buffer) {
    for (at, cell) in frame.content.iter().enumerate() {
        let hostile = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        assert!(
            !cell.symbol().chars().any(hostile),
            "cell {:?}: {:?}",
            frame.pos_of(at),
            cell.symbol()
        );
    }
}

/// Runs of one style, those that stand below each other told once: `0-38: 48..49 dim`.
fn styles(frame: &Buffer) -> String {
    let mut runs: BTreeMap<(u16, u16, String), Vec<u16>> = BTreeMap::new();
    for y in frame.area.top()..frame.area.bottom() {
        for (columns, style) in line_runs(frame, y) {
            runs.entry((columns.start, columns.end, style)).or_default().push(y);
        }
    }
    let mut spans: BTreeMap<(u16, u16), Vec<String>> = BTreeMap::new();
    for ((start, end, style), lines) in runs {
        for part in lines.chunk_by(|a, b| a + 1 == *b) {
            let span = (part[0], part[part.len() - 1]);
            spans.entry(span).or_default().push(format!("{start}..{end} {style}"));
        }
    }
    let mut out = String::new();
    for ((first, last), runs) in spans {
        let lines = if first == last { format!("{first}") } else { format!("{first}-{last}") };
        let _ = writeln!(out, "{lines}: {}", runs.join(", "));
    }
    out
}

fn line_runs(frame: &Buffer, y: u16) -> Vec<(Range<u16>, String)> {
    let mut runs: Vec<(Range<u16>, String)> = Vec::new();
    for x in frame.area.left()..frame.area.right() {
        let style = style_words(frame[(x, y)].style());
        match runs.last_mut() {
            Some((columns, before)) if columns.end == x && *before == style => columns.end = x + 1,
            _ => runs.push((x..x + 1, style)),
        }
    }
    runs.retain(|(_, style)| !style.is_empty());
    runs
}

fn style_words(style: Style) -> String {
    let mut words: Vec<String> = Vec::new();
    let colour = |colour: Option<Color>| colour.filter(|c| *c != Color::Reset);
    words.extend(colour(style.fg).map(|c| c.to_string().to_lowercase()));
    words.extend(colour(style.bg).map(|c| format!("on {}", c.to_string().to_lowercase())));
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ];
    let set = modifiers.iter().filter(|(m, _)| style.add_modifier.contains(*m));
    words.extend(set.map(|(_, word)| (*word).to_owned()));
    words.join(" ")
}
