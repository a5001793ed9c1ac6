//! The bottom line: the next useful keys, or what is being looked for; at the right the state.

use crate::model::thousands;
use crate::tui::app::{App, Mode};
use crate::tui::layout::status_room;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{fit, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

/// From how many columns on the library's name has room.
const NAMED_FROM: u16 = 100;
/// What stands before a text to find.
const FIND: &str = " find ";

/// From how many columns on the bottom line has room for keys and state.
const ROOM_FOR_STATE: usize = 70;

/// Draws the bottom line.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let looks = app.looks();
    let columns = usize::from(area.width);
    let news = app.status().is_some() || app.trouble().is_some() || app.find().is_some();
    // Where there is no room for both, the keys say more than how many jobs there are.
    let state = if columns < ROOM_FOR_STATE && !news {
        vec![]
    } else {
        state(app, status_room(area.width))
    };
    let state_width: usize = state.iter().map(|span| width(&span.content)).sum();
    let room = columns.saturating_sub(state_width + 2);
    let left = match app.mode() {
        Mode::Find => find(app),
        _ => hints(app, room),
    };
    buffer.set_line(area.x, area.y, &row(left, state, columns, looks.signs.ellipsis), area.width);
}

/// As many of the next useful keys as there is room for, whole ones only; `?` is always there.
fn hints(app: &App, room: usize) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let spoken = |(key, word): (String, &'static str)| (app.looks().key(&key), word);
    let mut hints: Vec<_> = app.hints().into_iter().map(spoken).collect();
    let all_keys =
        hints.iter().position(|(_, word)| *word == "all keys").map(|at| hints.remove(at));
    let wide = |(key, word): &(String, &str)| width(key) + 1 + width(word) + 3;
    let mut left = room.saturating_sub(all_keys.as_ref().map_or(0, wide));
    let fits = |hint: &(String, &'static str)| {
        let needed = wide(hint);
        let fits = needed <= left;
        left = if fits { left - needed } else { 0 };
        fits
    };
    let mut shown: Vec<_> = hints.into_iter().take_while(fits).collect();
    shown.extend(all_keys);
    let mut spans = vec![Span::raw(" ")];
    for (i, (key, word)) in shown.into_iter().enumerate() {
        if i > 0 {
            spans.push(Span::styled(format!(" {} ", signs.dot), theme.quiet));
        }
        spans.push(Span::styled(key, theme.strong));
        spans.push(Span::styled(format!(" {word}"), theme.quiet));
    }
    spans
}

fn find(app: &App) -> Vec<Span<'_>> {
    let theme = &app.looks().theme;
    let Some(find) = app.find() else { return Vec::new() };
    vec![
        Span::styled(FIND, theme.quiet),
        Span::styled(find.line.text(), theme.strong),
        Span::styled(format!("  {}", find.words()), theme.quiet),
    ]
}

/// Where the caret stands while a text to find is typed.
pub fn caret(app: &App, area: Rect) -> Option<Position> {
    let column = app.find()?.line.caret() + width(FIND);
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    Some(Position::new(area.x + column, area.y))
}

/// What has just happened, else what is there: folder, jobs, problems.
fn state(app: &App, most: usize) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    if let Some(status) = app.status() {
        let style = if status.wrong { theme.problem } else { theme.strong };
        return vec![Span::styled(format!("{} ", fit(&status.text, most, signs.ellipsis)), style)];
    }
    if let Some(trouble) = app.trouble() {
        return vec![Span::styled(
            format!("{} ", fit(trouble, most, signs.ellipsis)),
            theme.problem,
        )];
    }
    if let (Mode::Browse, Some(find)) = (app.mode(), app.find()) {
        let words = format!("“{}” {} ", find.line.text(), find.words());
        return vec![Span::styled(words, theme.quiet)];
    }
    let library = app.index().library();
    let jobs = library.jobs().len();
    let count = |n: usize, one: &str| {
        if n == 1 { format!("1 {one}") } else { format!("{} {one}s", thousands(n)) }
    };
    let mut words = count(jobs, "job");
    // On a narrow screen the keys need the room more than the library's name does.
    if app.size().0 >= NAMED_FROM {
        let own = library.settings().name.as_deref().filter(|_| !app.is_built_in());
        let name = own.unwrap_or_else(|| app.folder());
        words = format!("{} {} {words}", fit(name, most / 3, signs.ellipsis), signs.dot);
    }
    if !library.is_complete() {
        return vec![Span::styled(words + " so far ", theme.quiet)];
    }
    let problems = library.problem_count();
    if problems == 0 {
        return vec![Span::styled(words + " ", theme.quiet)];
    }
    words += &format!(" {} ", signs.dot);
    let problems = Span::styled(count(problems, "problem") + " ", theme.problem);
    vec![Span::styled(words, theme.quiet), problems]
}
