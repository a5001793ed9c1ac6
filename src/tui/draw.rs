//! Draws everything that is on screen; changes nothing.

mod ascii;
mod footer;
mod overlay;
mod save;
mod view;

use super::app::{App, Mode, Tag};
use super::layout::{Areas, Pane, SMALLEST};
use super::pane::{detail, list, tree};
use super::widget::row::row;
use super::widget::text::{fit, width, wrapped};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws a frame.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    let caret = everything(app, screen, buffer);
    if !app.looks().is_unicode() {
        ascii::only(buffer);
    }
    if let Some(caret) = caret {
        frame.set_cursor_position(caret);
    }
}

/// Draws all that there is; returns where the caret stands.
fn everything(app: &App, screen: Rect, buffer: &mut Buffer) -> Option<Position> {
    let areas = app.areas();
    if areas.too_small || screen.width < app.size().0 || screen.height < app.size().1 {
        too_small(screen, buffer);
        return None;
    }
    if let Some(view) = app.view() {
        view::draw(app, view, buffer);
        footer::draw(app, areas.footer, buffer);
        return overlay::draw(app, screen, buffer);
    }
    for pane in Pane::ALL {
        if let Some(area) = areas.pane(pane) {
            title(app, pane, area, buffer);
        }
    }
    dividers(app, &areas, buffer);
    panes(app, &areas, buffer);
    footer::draw(app, areas.footer, buffer);
    overlay::draw(app, screen, buffer).or_else(|| caret(app, &areas))
}

/// Says how large the screen must be.
fn too_small(screen: Rect, buffer: &mut Buffer) {
    let sentence = format!("too small, {}×{} is needed", SMALLEST.0, SMALLEST.1);
    for (y, part) in (screen.y..screen.bottom()).zip(wrapped(&sentence, screen.width.into())) {
        buffer.set_stringn(
            screen.x,
            y,
            &sentence[part],
            screen.width.into(),
            ratatui::style::Style::new(),
        );
    }
}

fn panes(app: &App, areas: &Areas, buffer: &mut Buffer) {
    let scene = app.scene();
    if let Some(area) = areas.body(Pane::List) {
        let typing = matches!(app.mode(), Mode::Filter { .. });
        let state = (typing, app.trouble());
        list::draw(&app.list, scene, app.marks(), state, area, buffer);
    }
    if let Some(area) = areas.body(Pane::Detail) {
        let facts = app.detail.facts(scene);
        let cursor = (app.focus() == Pane::Detail).then(|| app.detail.cursor(scene, &facts));
        let needle = app.find().and_then(|find| find.needle(Pane::Detail));
        let page = detail::page(&facts, scene, cursor, needle, area.width.into());
        let (top, total) = (app.detail.scroll(scene).top(), page.len());
        page.draw(top, area, buffer);
        more(app, top, total, area, buffer);
        if facts.is_empty() {
            nothing(app, area, buffer);
        }
    }
    if let Some(area) = areas.body(Pane::Tree) {
        let rows = app.tree.rows(scene);
        let cursor = (app.focus() == Pane::Tree).then(|| app.tree.cursor(scene, &rows));
        let needle = app.find().and_then(|find| find.needle(Pane::Tree));
        let columns = area.width.into();
        let page = tree::page(&rows, scene, app.tree.order, cursor, needle, columns);
        let (top, total) = (app.tree.scroll(scene).top(), page.len());
        page.draw(top, area, buffer);
        more(app, top, total, area, buffer);
        if rows.is_empty() && scene.profile().is_some() {
            quiet(app, "competencies: not in file", area, buffer);
        }
    }
}

/// Signs at the right edge where a pane goes on above or below.
fn more(app: &App, top: usize, total: usize, area: Rect, buffer: &mut Buffer) {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let Some(x) = area.right().checked_sub(1).filter(|_| area.height > 1) else { return };
    if top > 0 {
        buffer.set_string(x, area.y, signs.above, theme.cursor);
    }
    if top + usize::from(area.height) < total {
        buffer.set_string(x, area.bottom() - 1, signs.below, theme.cursor);
    }
}

/// What to do where no job is shown.
fn nothing(app: &App, area: Rect, buffer: &mut Buffer) {
    let library = app.index().library();
    match app.trouble() {
        Some(trouble) => quiet(app, trouble, area, buffer),
        None if !library.is_complete() => quiet(app, "reading the folder", area, buffer),
        None if library.jobs().is_empty() => {
            let sentence = format!(
                "{} holds no job profile yet. Save a file there that ends in .yaml and has a line \
                 “title: …”, then press R. `rolebook` in another folder, or with a folder behind \
                 it, opens that one.",
                app.folder()
            );
            quiet(app, &sentence, area, buffer);
        }
        None => quiet(app, "no job is selected", area, buffer),
    }
}

fn quiet(app: &App, sentence: &str, area: Rect, buffer: &mut Buffer) {
    let room = usize::from(area.width.saturating_sub(4)).min(72);
    for (y, part) in (area.y + 1..area.bottom()).zip(wrapped(sentence, room)) {
        let line = Line::styled(&sentence[part], app.looks().theme.quiet);
        buffer.set_line(area.x + 2, y, &line, area.width.saturating_sub(2));
    }
}

/// A pane's title line: its name, bold and in brackets where the keys go to, and what it holds.
fn title(app: &App, pane: Pane, area: Rect, buffer: &mut Buffer) {
    let looks = app.looks();
    let (theme, signs) = (&looks.theme, &looks.signs);
    let columns = usize::from(area.width);
    let focused = app.focus() == pane;
    // The tree's title is also the line between it and what stands above.
    let is_rule = pane == Pane::Tree && area.y > 0;
    let tags = if is_topmost(app, pane) { tags(app) } else { Vec::new() };
    let tags_width: usize = tags.iter().map(|tag| width(&tag.content)).sum();
    let room = columns.saturating_sub(tags_width + 5);
    let name = fit(&name(app, pane), room, signs.ellipsis).into_owned();
    let mut left = match focused {
        true => vec![
            Span::styled(signs.title_start, theme.cursor),
            Span::styled(name.clone(), theme.strong),
            Span::styled(signs.title_end, theme.cursor),
        ],
        false => vec![" ".into(), Span::raw(name.clone()), " ".into()],
    };
    let left_over = room.saturating_sub(width(&name) + 2);
    let words = words(app, pane, left_over);
    let words = fit(&words, left_over, signs.ellipsis);
    if !words.is_empty() {
        left.push(Span::styled(format!(" {words}"), theme.quiet));
    }
    let mut line = row(left, tags, columns, signs.ellipsis);
    if is_rule {
        let used = line.width();
        let rest = signs.horizontal.repeat(columns.saturating_sub(used + 1));
        let gap = if words.is_empty() && !focused { "" } else { " " };
        line.push_span(Span::styled(format!("{gap}{rest}"), theme.line));
    }
    buffer.set_line(area.x, area.y, &line, area.width);
}

/// Whether a pane's title is the one that bears the words that must not be overlooked.
fn is_topmost(app: &App, pane: Pane) -> bool {
    let areas = app.areas();
    match pane {
        Pane::Detail => true,
        Pane::List | Pane::Tree => areas.pane(Pane::Detail).is_none(),
    }
}

fn tags(app: &App) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let span = |tag| match tag {
        Tag::Broken => Span::styled(format!(" {} problems", signs.broken), theme.problem),
        Tag::Marked => Span::styled(format!(" {} marked", signs.marked), theme.marked),
        Tag::PayHidden => Span::styled(" pay hidden", theme.strong),
    };
    let mut spans: Vec<_> = app.tags().into_iter().map(span).collect();
    if !spans.is_empty() {
        spans.push(Span::raw(" "));
    }
    spans
}

fn name(app: &App, pane: Pane) -> String {
    match pane {
        Pane::List => "Jobs".to_owned(),
        Pane::Detail => {
            app.shown().map_or_else(|| "Job".to_owned(), |job| job.title().into_owned())
        }
        Pane::Tree if app.areas().pane(Pane::Detail).is_none() => match app.shown() {
            Some(job) => format!("Competencies of {}", job.title()),
            None => "Competencies".to_owned(),
        },
        Pane::Tree => "Competencies".to_owned(),
    }
}

/// What a title line says beside the name, in `room` columns if that can be.
fn words(app: &App, pane: Pane, room: usize) -> String {
    let scene = app.scene();
    match pane {
        Pane::List => {
            let mut words = list::heading(&app.list, scene, app.marks(), room);
            if !scene.library.is_complete() && app.trouble().is_none() {
                words += ", reading";
            }
            words
        }
        Pane::Detail => String::new(),
        Pane::Tree => tree_words(app),
    }
}

fn tree_words(app: &App) -> String {
    let Some(profile) = app.scene().profile() else { return String::new() };
    let count = profile.requirements().count();
    // Of what is not in the file nobody knows that there is none.
    let mut words: Vec<String> = (count > 0).then(|| count.to_string()).into_iter().collect();
    if app.tree.order != crate::outline::Order::File {
        words.push(app.tree.order.word().to_owned());
    }
    if let crate::outline::Base::Level(level) = app.tree.base {
        words.push(format!("level {level} alone"));
    }
    if app.tree.required_only {
        words.push("required level only".to_owned());
    }
    words.join(&format!(" {} ", app.looks().signs.dot))
}

fn dividers(app: &App, areas: &Areas, buffer: &mut Buffer) {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    for x in [areas.divider, areas.second_divider].into_iter().flatten() {
        for y in 0..areas.footer.y {
            buffer.set_string(x, y, signs.vertical, theme.line);
        }
    }
}

/// Where the caret stands while something is typed.
fn caret(app: &App, areas: &Areas) -> Option<Position> {
    match app.mode() {
        Mode::Filter { .. } => {
            let area = areas.body(Pane::List)?;
            let room = area.width.saturating_sub(4);
            let text = width(app.list.filter.text());
            let hidden = text.saturating_sub(room.into());
            // At most as many columns as the room has, which is a screen's width.
            let column = app.list.filter.caret().saturating_sub(hidden) as u16;
            Some(Position::new(area.x + 3 + column.min(room), area.y))
        }
        Mode::Find => footer::caret(app, areas.footer),
        Mode::Browse | Mode::Palette(_) | Mode::Listing(..) | Mode::Save(_) => None,
    }
}
