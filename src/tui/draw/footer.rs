//! The bottom line: the next useful keys, or what is being looked for; at the right the state.

use crate::model::thousands;
use crate::store::Watching;
use crate::tui::app::{App, Hint, Mode, Status, Target};
use crate::tui::layout::status_room;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{fit, width, without_start, wrapped};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;
use ratatui::widgets::{Clear, Widget};

/// From how many columns on the library's name has room.
const NAMED_FROM: u16 = 100;
/// What the library inside the program is called.
const SAMPLE: &str = "sample library";
/// What stands before a text to find.
const FIND: &str = " find ";

/// From how many columns on the bottom line has room for keys and state.
const ROOM_FOR_STATE: usize = 70;
/// From how many columns on it has room for a job's own file.
const ROOM_FOR_OWN_FILE: usize = 100;
/// Keys of a rank up to this one are what a place is for; file and state leave them their room.
const USEFUL: u8 = 24;
/// A path is not cut further than to so many columns to tell how many jobs share it.
const LEAST_PATH: usize = 20;
/// What the hint for all keys takes at least.
const ROOM_FOR_ALL_KEYS: usize = 13;
/// The hint whose file stands beside it.
const EDIT: &str = "edit";
/// The hint that is always there.
const ALL_KEYS: &str = "all keys";

/// Draws the bottom line; what has just happened and is longer takes as many lines as it needs.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let looks = app.looks();
    let columns = usize::from(area.width);
    if let Some(status) = app.status().filter(|s| width(&s.text) > status_room(area.width)) {
        return draw_status(app, status, area, buffer);
    }
    let spoken = |hint: Hint| Hint { key: looks.key(&hint.key), ..hint };
    let mut keys: Vec<Hint> = app.hints().into_iter().map(spoken).collect();
    let right = right_end(app, &mut keys, columns);
    let room = columns.saturating_sub(wide(&right) + 2);
    let left = match app.mode() {
        Mode::Find => find(app),
        _ => hints(app, keys, room),
    };
    buffer.set_line(area.x, area.y, &row(left, right, columns, looks.signs.ellipsis), area.width);
}

/// A sentence that has no room beside the keys, over the last lines of the screen.
fn draw_status(app: &App, status: &Status, area: Rect, buffer: &mut Buffer) {
    let theme = &app.looks().theme;
    let style = if status.wrong { theme.problem } else { theme.strong };
    let room = usize::from(area.width).saturating_sub(2);
    let parts = wrapped(&status.text, room);
    let lines = u16::try_from(parts.len()).unwrap_or(u16::MAX).min(area.y / 2 + 1);
    let over = Rect { y: area.y + 1 - lines, height: lines, ..area };
    Clear.render(over, buffer);
    for (y, part) in (over.y..over.bottom()).zip(parts) {
        buffer.set_stringn(over.x + 1, y, &status.text[part], room, style);
    }
}

fn wide(spans: &[Span<'_>]) -> usize {
    spans.iter().map(|span| width(&span.content)).sum()
}

/// What stands at the right: the file that the editor would open, behind its key, and the state.
fn right_end(app: &App, keys: &mut Vec<Hint>, columns: usize) -> Vec<Span<'static>> {
    if app.status().is_some() || app.trouble().is_some() || app.find().is_some() {
        return state(app, Extent::Whole);
    }
    let is_told = matches!(app.mode(), Mode::Browse) && app.index().library().is_complete();
    let edit = keys.iter().position(|hint| hint.word == EDIT);
    let target = if is_told { app.target() } else { None };
    let (right, has_file) = match (target, edit) {
        (Some(target), Some(at)) if target.jobs > 1 => {
            (shared_file(app, &keys[at], &target, columns), true)
        }
        (target, _) if columns >= ROOM_FOR_OWN_FILE => {
            own_file(app, keys, target.filter(|_| edit.is_some()).as_ref(), columns)
        }
        // Where there is no room for both, the keys say more than how many jobs there are.
        _ if columns < ROOM_FOR_STATE => (Vec::new(), false),
        _ if app.view().is_some() => (beside_keys(app, keys, columns), false),
        _ => (state(app, Extent::Short), false),
    };
    if let Some(at) = edit.filter(|_| has_file) {
        // It stands before its file.
        keys.remove(at);
    }
    right
}

/// As much of the state as leaves the keys of a view their room.
fn beside_keys(app: &App, keys: &[Hint], columns: usize) -> Vec<Span<'static>> {
    let widths = |of_all: bool| {
        let keys = keys.iter().filter(move |hint| (hint.word == ALL_KEYS) == of_all);
        keys.map(hint_width)
    };
    let mut used: usize = widths(true).sum();
    for needed in widths(false) {
        if used + needed > columns {
            break;
        }
        used += needed;
    }
    let states = [Extent::Short, Extent::Problems].map(|extent| state(app, extent));
    states.into_iter().find(|state| used + wide(state) + 2 <= columns).unwrap_or_default()
}

/// A file that several jobs share, with their number: it is always told, and hints give way to it.
/// Then the state, as far as there is room.
fn shared_file(app: &App, edit: &Hint, target: &Target, columns: usize) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let mut spans = edit_hint(app, edit);
    let room = columns.saturating_sub(ROOM_FOR_ALL_KEYS);
    let mut left = room.saturating_sub(wide(&spans) + 1);
    let jobs = format!(" {} {} ", signs.dot, count(target.jobs, "job"));
    let jobs = Some(jobs).filter(|jobs| width(jobs) + LEAST_PATH < left);
    left -= jobs.as_deref().map_or(0, width);
    let path = without_start(&target.words(), left, signs.ellipsis).into_owned();
    spans.push(Span::styled(path, theme.text));
    spans.push(Span::styled(jobs.unwrap_or_else(|| " ".to_owned()), theme.text));
    for extent in [Extent::Short, Extent::Problems] {
        let state = state(app, extent);
        if !state.is_empty() && wide(&spans) + 2 + wide(&state) <= room {
            spans.push(Span::raw("  "));
            spans.extend(state);
            break;
        }
    }
    spans
}

/// A job's own file and the state, as much of both as leaves the useful keys their room; and
/// whether the file is among it.
fn own_file(
    app: &App,
    keys: &[Hint],
    target: Option<&Target>,
    columns: usize,
) -> (Vec<Span<'static>>, bool) {
    use Extent::{Problems, Short, Whole};
    let edit = keys.iter().find(|hint| hint.word == EDIT);
    let file = |words: fn(&Target) -> String| {
        let mut spans = edit_hint(app, edit?);
        spans.push(Span::styled(words(target?), app.looks().theme.text));
        Some(spans)
    };
    let (path, name) = (file(Target::words), file(Target::short_words));
    let none = Some(Vec::new());
    let ways = [
        (&path, Whole),
        (&name, Whole),
        (&name, Short),
        (&none, Whole),
        (&none, Short),
        (&name, Problems),
    ];
    let mut ways = ways.into_iter().filter_map(|(file, extent)| {
        let (mut spans, state) = (file.clone()?, state(app, extent));
        let has_file = !spans.is_empty();
        if has_file {
            spans.push(Span::raw(if state.is_empty() { " " } else { "   " }));
        }
        spans.extend(state);
        Some((spans, has_file))
    });
    let fits = |(spans, has_file): &(Vec<Span<'_>>, bool)| {
        let is_useful = |hint: &&Hint| {
            hint.word == ALL_KEYS || hint.rank <= USEFUL && !(*has_file && hint.word == EDIT)
        };
        let useful: usize = keys.iter().filter(is_useful).map(hint_width).sum();
        useful + wide(spans) + 2 <= columns
    };
    ways.find(fits).unwrap_or_else(|| (state(app, Problems), false))
}

fn edit_hint(app: &App, hint: &Hint) -> Vec<Span<'static>> {
    let theme = &app.looks().theme;
    vec![
        Span::styled(hint.key.clone(), theme.strong),
        Span::styled(format!(" {} ", hint.word), theme.quiet),
    ]
}

/// How many columns a hint takes with what stands between it and the next.
fn hint_width(hint: &Hint) -> usize {
    width(&hint.key) + 1 + width(hint.word) + 3
}

/// As many of the next useful keys as there is room for, whole ones only; `?` is always there.
fn hints(app: &App, mut hints: Vec<Hint>, room: usize) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let all_keys = hints.iter().position(|hint| hint.word == ALL_KEYS).map(|at| hints.remove(at));
    let mut left = room.saturating_sub(all_keys.as_ref().map_or(0, hint_width));
    let fits = |hint: &Hint| {
        let needed = hint_width(hint);
        let fits = needed <= left;
        left = if fits { left - needed } else { 0 };
        fits
    };
    let mut shown: Vec<_> = hints.into_iter().take_while(fits).collect();
    shown.extend(all_keys);
    let mut spans = vec![Span::raw(" ")];
    for (i, Hint { key, word, .. }) in shown.into_iter().enumerate() {
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

/// How much of the state is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// All of it.
    Whole,
    /// Without the library's name.
    Short,
    /// Only how many problems there are, if any.
    Problems,
}

/// What has just happened, else what is there: folder, jobs, problems.
fn state(app: &App, extent: Extent) -> Vec<Span<'static>> {
    let (theme, signs) = (&app.looks().theme, &app.looks().signs);
    let most = status_room(app.size().0);
    if let Some(status) = app.status() {
        let style = if status.wrong { theme.problem } else { theme.strong };
        return vec![Span::styled(format!("{} ", status.text), style)];
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
    if extent == Extent::Problems && library.is_complete() {
        return problems(app).into_iter().collect();
    }
    let is_whole = extent == Extent::Whole && app.size().0 >= NAMED_FROM;
    let jobs = library.jobs().len();
    let mut words = count(jobs, "job");
    // On a narrow screen the keys need the room more than the library's name does, but nobody must
    // take the sample for a folder.
    let own = library.settings().name.as_deref().unwrap_or_else(|| app.folder());
    let name = if app.is_built_in() { Some(SAMPLE) } else { Some(own).filter(|_| is_whole) };
    if let Some(name) = name {
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
    let with_reason = app.size().0 >= NAMED_FROM;
    match app.watching() {
        Watching::Off => None,
        Watching::Events => Some("watching".to_owned()),
        Watching::Polling(Some(why)) if with_reason => Some(format!("watching by polling ({why})")),
        Watching::Polling(_) => Some("watching by polling".to_owned()),
    }
}
