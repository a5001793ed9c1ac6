//! What lies over the panes: the palette, and the box of keys that may follow.

use super::save;
use crate::tui::app::{App, Listing, Mode, Palette};
use crate::tui::keymap::following;
use crate::tui::theme::Looks;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{fit, width, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

/// The widest that the palette becomes.
const WIDEST: u16 = 92;

/// Draws what lies over the panes; returns where the caret stands in it.
pub fn draw(app: &App, screen: Rect, buffer: &mut Buffer) -> Option<Position> {
    if let Mode::Palette(palette) = app.mode() {
        return Some(draw_palette(app, palette, screen, buffer));
    }
    if let Mode::Save(saving) = app.mode() {
        return Some(save::draw(app, saving, screen, buffer));
    }
    if let Some((listing, cursor)) = app.listing() {
        draw_listing(app, listing, cursor, screen, buffer);
        return None;
    }
    if let Some(key) = app.pending() {
        let entries: Vec<_> = following(app.place(), key).collect();
        let line = |(key, sentence): (String, &'static str)| {
            Line::from(vec![
                Span::styled(format!(" {key:<5}"), app.looks().theme.strong),
                Span::raw(sentence),
                " ".into(),
            ])
        };
        let lines: Vec<Line<'_>> = entries.into_iter().map(line).collect();
        let columns = lines.iter().map(Line::width).max().unwrap_or(0) + 2;
        let columns = u16::try_from(columns).unwrap_or(screen.width).min(screen.width);
        let rows = u16::try_from(lines.len()).unwrap_or(screen.height).saturating_add(2);
        let rows = rows.min(screen.height);
        let area = Rect::new(
            screen.right() - columns,
            screen.bottom().saturating_sub(rows + 1).max(screen.y),
            columns,
            rows,
        );
        let inner = frame(area, &format!(" after {key} "), app.looks(), buffer);
        for (y, line) in (inner.y..inner.bottom()).zip(lines) {
            buffer.set_line(inner.x, y, &line, inner.width);
        }
    }
    None
}

/// A box with a title; returns what is inside.
pub(super) fn frame(area: Rect, title: &str, looks: &Looks, buffer: &mut Buffer) -> Rect {
    let signs = &looks.signs;
    // A wide character that begins before the box would cover its border.
    for y in area.top()..area.bottom() {
        let before = area.x.checked_sub(1).and_then(|x| buffer.cell_mut((x, y)));
        if let Some(cell) = before.filter(|cell| width(cell.symbol()) > 1) {
            cell.set_symbol(" ");
        }
    }
    Clear.render(area, buffer);
    let ascii = signs.vertical == "|";
    let corners = if ascii { ["+"; 4] } else { ["╭", "╮", "╰", "╯"] };
    let across = signs.horizontal.repeat(usize::from(area.width).saturating_sub(2));
    for (y, left, right) in
        [(area.y, corners[0], corners[1]), (area.bottom() - 1, corners[2], corners[3])]
    {
        let line = format!("{left}{across}{right}");
        buffer.set_stringn(area.x, y, line, area.width.into(), looks.theme.line);
    }
    for y in area.y + 1..area.bottom() - 1 {
        buffer.set_string(area.x, y, signs.vertical, looks.theme.line);
        buffer.set_string(area.right() - 1, y, signs.vertical, looks.theme.line);
    }
    let room = usize::from(area.width).saturating_sub(4);
    // The title's cells forget the style of the line first, which would dim it.
    let title_width = u16::try_from(width(title).min(room)).unwrap_or(area.width);
    Clear.render(Rect::new(area.x + 2, area.y, title_width, 1), buffer);
    buffer.set_stringn(area.x + 2, area.y, title, room, looks.theme.strong);
    Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
}

fn draw_palette(app: &App, palette: &Palette, screen: Rect, buffer: &mut Buffer) -> Position {
    let looks = app.looks();
    let (theme, signs) = (&looks.theme, &looks.signs);
    let inner = frame(middle(screen), " Keys and commands ", looks, buffer);
    let prompt = Line::from(vec![
        Span::styled(format!(" {} ", signs.prompt), theme.cursor),
        Span::styled(palette.line.text(), theme.strong),
    ]);
    buffer.set_line(inner.x, inner.y, &prompt, inner.width);
    let entries = palette.entries();
    let keys: Vec<String> =
        entries.iter().map(|e| looks.key(&e.binding.keys_shown().join(" "))).collect();
    let key_width = keys.iter().map(|keys| width(keys)).max().unwrap_or(0);
    // Where a row has no room for the reason against the chosen command, it stands above them all.
    let told = entries.iter().find(|entry| entry.chosen).and_then(|entry| {
        let reason = app.why_not(entry.binding)?;
        let needed = 3 + key_width + width(entry.binding.sentence) + 2 + width(&reason);
        (needed > usize::from(inner.width)).then_some(reason)
    });
    let head = told.map_or(1, |reason| draw_reason(&reason, looks, inner, buffer));
    let body =
        Rect { y: inner.y + 1 + head, height: inner.height.saturating_sub(1 + head), ..inner };
    let height = usize::from(body.height);
    let chosen = entries.iter().position(|entry| entry.chosen).unwrap_or(0);
    // The chosen entry stands in the middle, as far as the ends allow.
    let top = chosen.saturating_sub(height / 2).min(entries.len().saturating_sub(height));
    let visible = entries.iter().zip(&keys).skip(top).take(height);
    for (y, (entry, keys)) in (body.y..body.bottom()).zip(visible) {
        let reason = app.why_not(entry.binding);
        let plain = match (entry.chosen, &reason) {
            (true, _) => theme.strong,
            (false, Some(_)) => theme.quiet,
            (false, None) => theme.text,
        };
        let cursor = if entry.chosen { signs.cursor } else { " " };
        let pad = " ".repeat(key_width - width(keys) + 2);
        let spans = vec![
            Span::styled(cursor, theme.cursor),
            Span::styled(
                format!("{keys}{pad}"),
                if reason.is_some() { plain } else { theme.strong },
            ),
            Span::styled(entry.binding.sentence, plain),
        ];
        let reason = reason.map(|reason| Span::styled(format!("{reason} "), theme.quiet));
        let line = row(spans, reason.into_iter().collect(), inner.width.into(), signs.ellipsis);
        buffer.set_line(inner.x, y, &line, inner.width);
    }
    if entries.is_empty() {
        let line = Line::styled("  no command says that", theme.quiet);
        buffer.set_line(inner.x, inner.y + 2, &line, inner.width);
    }
    let caret = u16::try_from(palette.line.caret()).unwrap_or(u16::MAX);
    Position::new(inner.x.saturating_add(3).saturating_add(caret).min(inner.right() - 1), inner.y)
}

/// Draws a reason below the prompt; returns how many lines it took.
fn draw_reason(reason: &str, looks: &Looks, inner: Rect, buffer: &mut Buffer) -> u16 {
    let room = usize::from(inner.width).saturating_sub(4);
    let mut lines = 0;
    for part in wrapped(reason, room).into_iter().take(usize::from(inner.height) / 2) {
        let y = inner.y + 1 + lines;
        buffer.set_stringn(inner.x + 3, y, &reason[part], room, looks.theme.quiet);
        lines += 1;
    }
    lines
}

/// Every item with what it is about, the sentence wrapped beneath.
fn draw_listing(app: &App, listing: Listing, cursor: usize, screen: Rect, buffer: &mut Buffer) {
    let looks = app.looks();
    let (theme, signs) = (&looks.theme, &looks.signs);
    let items = app.items_of(listing);
    let title = format!(" {} {} of {} ", listing.title(), cursor + 1, items.len());
    let inner = frame(middle(screen), &title, looks, buffer);
    let room = usize::from(inner.width).saturating_sub(6);
    let word_width = items.iter().map(|item| width(item.word)).max().unwrap_or(0);
    let mut y = inner.y;
    // Two lines an item, but the chosen one is told in full; it stands first where it has to.
    let chosen = items.get(cursor).map_or("", |item| &item.sentence);
    let above = usize::from(inner.height).saturating_sub(1 + wrapped(chosen, room).len()) / 2;
    for (i, item) in items.iter().enumerate().skip(cursor.saturating_sub(above)) {
        if y >= inner.bottom() {
            break;
        }
        let selected = i == cursor;
        let plain = if selected { theme.strong } else { theme.text };
        let word = format!("{:word_width$}", item.word);
        let sign = if selected { signs.cursor } else { " " };
        let spans = vec![
            Span::styled(sign, theme.cursor),
            Span::styled(word, if item.grave { theme.problem } else { theme.quiet }),
            Span::styled(format!("  {}", item.name), plain),
        ];
        let aside = vec![Span::styled(format!("{} ", item.aside), theme.quiet)];
        let line = row(spans, aside, inner.width.into(), signs.ellipsis);
        buffer.set_line(inner.x, y, &line, inner.width);
        y += 1;
        let short = fit(&item.sentence, room, signs.ellipsis);
        // The chosen one is told in full, the others as far as a line goes.
        let sentence: &str = if selected { &item.sentence } else { &short };
        for part in wrapped(sentence, room) {
            if y < inner.bottom() {
                buffer.set_stringn(inner.x + 3, y, &sentence[part], room, plain);
                y += 1;
            }
        }
    }
}

/// The middle of the screen, for a box that lies over it.
fn middle(screen: Rect) -> Rect {
    let columns = WIDEST.min(screen.width.saturating_sub(2));
    let rows = screen.height.saturating_sub(2).min(40);
    let left = screen.x + (screen.width - columns) / 2;
    Rect::new(left, screen.y + (screen.height - rows) / 2, columns, rows)
}
