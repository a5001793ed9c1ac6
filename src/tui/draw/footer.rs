//! The bottom line: the next useful keys, or what is being looked for; at the right the state.

use crate::model::thousands;
use crate::store::Watching;
use crate::tui::app::{App, Mode};
use crate::tui::layout::status_room;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{fit, width, without_start};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

/// From how many columns on the library's name has room.
const NAMED_FROM: u16 = 100;
/// What stands before a text to find.
const FIND: &str = " find ";

/// From how many columns on the bottom line has room for keys and state.
const ROOM_FOR_STATE: usize = 70;

/// From how many columns on it has room for the editor's file as well.
const ROOM_FOR_TARGET_AND_STATE: usize = 110;
/// From how many columns on it has room for a job's own file.
const ROOM_FOR_OWN_FILE: usize = 100;
/// A path is not cut further than to so many columns to tell how many jobs share it.
const LEAST_PATH: usize = 20;
/// What the hint for all keys takes at least.
const ROOM_FOR_ALL_KEYS: usize = 13;
/// How much room the state needs for a library's name in it.
const LEAST_FOR_NAME: usize = 50;
/// The hint whose file stands beside it.
const EDIT: &str = "edit";

/// A key as it is shown and what it does, in a word or two.
type Hint = (String, &'static str);

/// Draws the bottom line.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let looks = app.looks();
    let columns = usize::from(area.width);
    let news = app.status().is_some() || app.trouble().is_some() || app.find().is_some();
    let spoken = |(key, word): (String, &'static str)| (looks.key(&key), word);
    let mut keys: Vec<Hint> = app.hints().into_iter().map(spoken).collect();
    let edit = keys.iter().position(|(_, word)| *word == EDIT).filter(|_| !news);
    let target = edit.and_then(|at| target(app, &keys[at], columns));
    if let (Some(_), Some(at)) = (&target, edit) {
        // It stands before its file.
        keys.remove(at);
    }
    let right = match target {
        Some(target) => target,
        // Where there is no room for both, the keys say more than how many jobs there are.
        None if columns < ROOM_FOR_STATE && !news => Vec::new(),
        None => state(app, status_room(area.width)),
    };
    let room = columns.saturating_sub(wide(&right) + 2);
    let left = match app.mode() {
        Mode::Find => find(app),
        _ => hints(app, keys, room),
    };
    buffer.set_line(area.x, area.y, &row(left, right, columns, looks.signs.ellipsis), area.width);
}

fn wide(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}

/// The file and line that the editor would open, behind its key; then the state, as far as there is
/// room. A file that several jobs share is always told, with their number, and hints give way to
/// it; a job's own file only where there is room for both.
fn target(app: &App, (key, word): &Hint, columns: usize) -> Option<Vec<Span<'static>>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let is_told = matches!(app.mode(), Mode::Browse) && app.index().library().is_complete();
    let target = if is_told { app.target()? } else { return None };
    if target.jobs < 2 && columns < ROOM_FOR_OWN_FILE {
        return None;
    }
    let mut spans = vec![
        Span::styled(key.clone(), theme.strong),
        Span::styled(format!(" {word} "), theme.quiet),
    ];
    let room = columns.saturating_sub(ROOM_FOR_ALL_KEYS);
    let mut left = room.saturating_sub(wide(&spans) + 1);
    let jobs = format!(" {} {} ", signs.dot, count(target.jobs, "job"));
    let jobs = Some(jobs).filter(|jobs| target.jobs > 1 && width(jobs) + LEAST_PATH < left);
    left -= jobs.as_deref().map_or(0, width);
    let path = without_start(&target.words(), left, signs.ellipsis).into_owned();
    spans.push(Span::styled(path, theme.text));
    spans.push(Span::styled(jobs.unwrap_or_else(|| " ".to_owned()), theme.text));
    let state = match columns {
        ROOM_FOR_TARGET_AND_STATE.. => state(app, columns / 3),
        _ => problems(app).into_iter().collect(),
    };
    if !state.is_empty() && wide(&spans) + 2 + wide(&state) <= room {
        spans.push(Span::raw("  "));
        spans.extend(state);
    }
    Some(spans)
}

/// As many of the next useful keys as there is room for, whole ones only; `?` is always there.
fn hints(app: &App, mut hints: Vec<Hint>, room: usize) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let all_keys =
        hints.iter().position(|(_, word)| *word == "all keys").map(|at| hints.remove(at));
    let wide = |(key, word): &Hint| width(key) + 1 + width(word) + 3;
    let mut left = room.saturating_sub(all_keys.as_ref().map_or(0, wide));
    let fits = |hint: &Hint| {
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
    let mut words = count(jobs, "job");
    // On a narrow screen the keys need the room more than the library's name does.
    if app.size().0 >= NAMED_FROM && most >= LEAST_FOR_NAME {
        let own = library.settings().name.as_deref().filter(|_| !app.is_built_in());
        let name = own.unwrap_or_else(|| app.folder());
        words = format!("{} {} {words}", fit(name, most / 3, signs.ellipsis), signs.dot);
    }
    if let Some(watching) = watching(app) {
        words = format!("{watching} {} {words}", signs.dot);
    }
    if !library.is_complete() {
        return vec![Span::styled(words + " so far ", theme.quiet)];
    }
    match problems(app) {
        None => vec![Span::styled(words + " ", theme.quiet)],
        Some(problems) => {
            words += &format!(" {} ", signs.dot);
            vec![Span::styled(words, theme.quiet), problems]
        }
    }
}

/// How many problems there are, where there are any.
fn problems(app: &App) -> Option<Span<'static>> {
    let problems = app.index().library().problem_count();
    let words = count(problems, "problem") + " ";
    (problems > 0).then(|| Span::styled(words, app.looks().theme.problem))
}

/// A number of things: `1 job`, `1,016 jobs`.
fn count(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {one}s", thousands(n)) }
}

/// How the folder is watched; where there is room, also why no better.
fn watching(app: &App) -> Option<String> {
    let room = app.size().0 >= NAMED_FROM;
    match app.watching() {
        Watching::Off => None,
        Watching::Events => Some("watching".to_owned()),
        Watching::Polling(Some(why)) if room => Some(format!("watching by polling ({why})")),
        Watching::Polling(_) => Some("watching by polling".to_owned()),
    }
}
