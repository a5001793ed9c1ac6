//! How the list looks: a prompt, then a row a job.

use super::{ListPane, ListRow};
use crate::model::{Job, JobId, Scale, thousands};
use crate::search::{Explanation, Rank, explain};
use crate::tui::pane::Scene;
use crate::tui::widget::meter::{is_number, meter};
use crate::tui::widget::row::{row, rule};
use crate::tui::widget::text::{fit, highlighted, least_width, width, without_middle};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;
use std::ops::Range;

/// Columns before a title: cursor, mark, broken.
const BEFORE_TITLE: usize = 3;
/// A level that takes more than this part of a row is a long one.
const LONG_LEVEL: usize = 6;
/// With no more columns than these nothing can be said behind a title.
const LEAST_NOTE: usize = 8;

/// Draws the prompt and the rows. `typing` says whether the filter is being typed, `trouble` why
/// nothing could be read.
pub fn draw(
    pane: &ListPane,
    scene: Scene<'_>,
    marks: &[JobId],
    (typing, trouble): (bool, Option<&str>),
    area: Rect,
    buffer: &mut Buffer,
) {
    let columns = usize::from(area.width);
    buffer.set_line(area.x, area.y, &prompt(pane, scene, typing, columns), area.width);
    let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let cursor = pane.cursor(scene.library);
    for (line, y) in (pane.scroll.top()..).zip(body.y..body.bottom()) {
        let drawn = match pane.row_at(line) {
            Some(at) => job_row(pane, scene, marks, &pane.rows[at], cursor == Some(at), columns),
            None if pane.apart_from() == Some(line) => {
                let signs = &scene.looks.signs;
                rule("letters apart", columns, signs.horizontal, scene.looks.theme.line)
            }
            None => break,
        };
        buffer.set_line(body.x, y, &drawn, body.width);
    }
    if pane.rows.is_empty() {
        empty(trouble.unwrap_or_else(|| why_empty(pane, scene)), scene, body, buffer);
    }
}

/// What stands beside the pane's name: how many, in which order, how many marked. The order gives
/// way where there is no room for all.
#[must_use]
pub fn heading(pane: &ListPane, scene: Scene<'_>, marks: &[JobId], room: usize) -> String {
    let (shown, all) = (pane.rows.len(), scene.library.jobs().len());
    let order = match (&pane.ranking, pane.query.is_empty()) {
        (Some(competency), _) => format!("asking for {competency}"),
        (None, false) => "best first".to_owned(),
        (None, true) => pane.sort.words().to_owned(),
    };
    let (of_all, all_words) = (shown != all, thousands(all));
    let count = if of_all { format!("{} of {all_words}", thousands(shown)) } else { all_words };
    let mut marked = String::new();
    if !marks.is_empty() {
        let is_shown = |id: &&JobId| {
            let job = scene.library.find(id);
            job.is_some_and(|job| shown == all || pane.rows.iter().any(|row| row.job == job))
        };
        let is_gone = |id: &&JobId| scene.library.is_complete() && scene.library.find(id).is_none();
        let gone = marks.iter().filter(is_gone).count();
        let hidden = marks.len() - gone - marks.iter().filter(is_shown).count();
        marked = format!(" {} {} marked", scene.looks.signs.dot, marks.len());
        if hidden > 0 {
            marked += &format!(", {hidden} not shown");
        }
        if gone > 0 {
            marked += &format!(", {gone} no longer in the folder");
        }
    }
    // What is ranked matters more than how many there are.
    let whole = match pane.ranking {
        Some(_) => format!("{order}  {count}{marked}"),
        None => format!("{count}  {order}{marked}"),
    };
    if width(&whole) <= room || (marked.is_empty() && pane.ranking.is_none()) {
        return whole;
    }
    match pane.ranking {
        Some(_) => order + &marked,
        None => count + &marked,
    }
}

fn prompt<'a>(pane: &'a ListPane, scene: Scene<'a>, typing: bool, columns: usize) -> Line<'a> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let text = pane.filter.text();
    let sign = Span::styled(format!(" {} ", signs.prompt), theme.cursor);
    if text.is_empty() && !typing {
        return row(vec![" ".into(), Span::styled("/ filters", theme.quiet)], vec![], columns, "");
    }
    // The end is where typing happens, so a long text loses its beginning.
    let room = columns.saturating_sub(4);
    let hidden = width(text).saturating_sub(room);
    let from = text.char_indices().map(|(at, _)| at).find(|at| width(&text[..*at]) >= hidden);
    let style = if typing { theme.strong } else { theme.matched };
    row(vec![sign, Span::styled(&text[from.unwrap_or(0)..], style)], vec![], columns, "")
}

fn job_row<'a>(
    pane: &ListPane,
    scene: Scene<'a>,
    marks: &[JobId],
    at: &ListRow,
    selected: bool,
    columns: usize,
) -> Line<'a> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let job = &scene.library.jobs()[at.job];
    let apart = at.rank == Some(Rank::LettersApart);
    let plain = match (selected, apart) {
        (true, _) => theme.strong,
        (false, true) => theme.quiet,
        (false, false) => theme.text,
    };
    let sign = |shown: bool, sign: &'static str, style| {
        if shown { Span::styled(sign, style) } else { Span::raw(" ") }
    };
    let mut left = vec![
        sign(selected, signs.cursor, theme.cursor),
        sign(marks.contains(&job.id), signs.marked, theme.marked),
        sign(scene.library.is_broken(at.job), signs.broken, theme.problem),
    ];
    let mut right = right_end(pane, scene, at, job, plain);
    let mut right_width: usize = right.iter().map(|span| width(&span.content)).sum();
    let text = RowText::of(pane, scene, at, job);
    let beside = columns.saturating_sub(BEFORE_TITLE + right_width + 1);
    let is_long = right_width > columns / LONG_LEVEL && text.whole() > beside;
    // A level gives way to what the row was found by, and a long one to a title.
    if pane.ranking.is_none() && (is_long || text.least(signs.ellipsis) > beside) {
        (right, right_width) = (Vec::new(), 0);
    }
    let room = columns.saturating_sub(BEFORE_TITLE + right_width + 1);
    left.extend(text.spans(scene, plain, room));
    row(left, right, columns, signs.ellipsis)
}

/// The job level, or the level at which the job asks for the competency that is ranked.
fn right_end<'a>(
    pane: &ListPane,
    scene: Scene<'a>,
    at: &ListRow,
    job: &'a Job,
    plain: Style,
) -> Vec<Span<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    if let Some(competency) = &pane.ranking {
        let scale = scale_of(scene, competency);
        let (full, empty) = meter(at.level, scale, signs);
        let number = match at.level {
            None => "no level".to_owned(),
            Some(_) if is_number(scale) => String::new(),
            Some(level) => format!("{level:<4}", level = level.to_string()),
        };
        return vec![
            Span::styled(full, theme.required),
            Span::styled(empty, theme.quiet),
            Span::styled(format!(" {number} "), plain),
        ];
    }
    let level = fit(job.level().unwrap_or_default(), 12, signs.ellipsis);
    vec![Span::styled(format!("{level} "), if plain == theme.text { theme.quiet } else { plain })]
}

fn scale_of<'a>(scene: Scene<'a>, competency: &str) -> &'a Scale {
    let scale = scene.library.competency(competency).and_then(|c| c.scale.as_deref());
    scene.library.scale(scale)
}

/// What a row says besides its level.
struct RowText<'a> {
    title: Cow<'a, str>,
    /// The matched letters of the title.
    matched: Vec<Range<usize>>,
    /// Why the row is here where the title cannot say: a word, a text and its matched letters.
    note: Option<(&'static str, String, Vec<Range<usize>>)>,
    /// What is wrong with the job's file.
    problem: Option<String>,
}

impl<'a> RowText<'a> {
    fn of(pane: &ListPane, scene: Scene<'a>, at: &ListRow, job: &'a Job) -> Self {
        let why = if pane.query.is_empty() { None } else { Some(explain(&pane.query, job)) };
        let note = match (at.rank, why.as_ref().and_then(|why| why.alternate.as_ref())) {
            (Some(Rank::Alternate), Some((name, ranges))) => {
                Some(("  as ", name.clone(), ranges.clone()))
            }
            (Some(Rank::FamilyOrLevel), _) => why.as_ref().and_then(|why| elsewhere(job, why)),
            _ => None,
        };
        let first = scene.library.first_problem(at.job);
        let first = first.filter(|_| scene.library.is_broken(at.job));
        let problem = first.map(|problem| problem.placed(scene.pay));
        // What is wrong matters more than whether the job is in use.
        let status = job.profile.as_ref().filter(|_| problem.is_none());
        let status = status.and_then(|profile| profile.status.notable());
        let note = note.or_else(|| status.map(|word| ("  ", word.to_owned(), Vec::new())));
        let matched = why.map_or_else(Vec::new, |why| why.title);
        Self { title: job.title(), matched, note, problem }
    }

    /// How many columns all of it takes; what is wrong is told as far as there is room.
    fn whole(&self) -> usize {
        let note = self.note.as_ref().map_or(0, |(word, name, _)| width(word) + width(name));
        width(&self.title) + note
    }

    /// How many columns its matched letters take at the least.
    fn least(&self, ellipsis: &str) -> usize {
        least_width(&self.title, &self.matched, ellipsis) + self.least_note(ellipsis)
    }

    fn least_note(&self, ellipsis: &str) -> usize {
        let note = self.note.as_ref();
        note.map_or(0, |(word, name, ranges)| width(word) + least_width(name, ranges, ellipsis))
    }

    /// The title with its matched letters, then the note or what is wrong.
    fn spans(self, scene: Scene<'_>, plain: Style, room: usize) -> Vec<Span<'a>> {
        let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
        // The title keeps the greater part of a row that has to say something else as well, as far
        // as that leaves room for the letters that the row was found by.
        let mut own = room;
        if self.note.is_some() {
            let free = room.saturating_sub(self.whole() - width(&self.title));
            own =
                free.max((room * 3 / 5).min(room.saturating_sub(self.least_note(signs.ellipsis))));
        } else if self.problem.is_some() {
            own = room * 3 / 5;
        }
        let (short, ranges) = without_middle(&self.title, &self.matched, own, signs.ellipsis);
        let mut spans = owned(&short, &ranges, plain, theme.matched);
        let left = room.saturating_sub(width(&short));
        if let Some((word, name, ranges)) = self.note.filter(|_| left > LEAST_NOTE) {
            let (short, ranges) =
                without_middle(&name, &ranges, left - width(word), signs.ellipsis);
            spans.push(Span::styled(word, theme.quiet));
            spans.extend(owned(&short, &ranges, theme.quiet, theme.matched));
        } else if let Some(sentence) = self.problem.filter(|_| left > LEAST_NOTE) {
            let sentence = fit(&sentence, left - 2, signs.ellipsis).into_owned();
            spans.push(Span::styled(format!("  {sentence}"), theme.problem));
        }
        spans
    }
}

fn owned<'a>(text: &str, ranges: &[Range<usize>], plain: Style, marked: Style) -> Vec<Span<'a>> {
    let spans = highlighted(text, 0..text.len(), ranges, plain, marked);
    spans.into_iter().map(|s| Span::styled(Cow::Owned(s.content.into_owned()), s.style)).collect()
}

/// The family or the code, where that is why a row is here; its level stands at its end anyway.
fn elsewhere(job: &Job, why: &Explanation) -> Option<(&'static str, String, Vec<Range<usize>>)> {
    let family = job.family().filter(|_| !why.family.is_empty());
    let code = job.code().filter(|_| !why.code.is_empty());
    let in_family = family.map(|family| ("  in ", family.to_owned(), why.family.clone()));
    in_family.or_else(|| code.map(|code| ("  is ", code.to_owned(), why.code.clone())))
}

/// What to do where there is no row.
fn why_empty(pane: &ListPane, scene: Scene<'_>) -> &'static str {
    if !scene.library.is_complete() {
        "reading the folder"
    } else if scene.library.jobs().is_empty() {
        "There is no job profile in this folder. A profile is a .yaml file with a title."
    } else if pane.ranking.is_some() {
        "No job that asks for this competency fits the filter."
    } else {
        "No job fits the filter."
    }
}

fn empty(sentence: &str, scene: Scene<'_>, area: Rect, buffer: &mut Buffer) {
    let lines =
        crate::tui::widget::text::wrapped(sentence, usize::from(area.width).saturating_sub(4));
    for (y, range) in (area.y + 1..area.bottom()).zip(lines) {
        let line = Line::styled(&sentence[range], scene.looks.theme.quiet);
        buffer.set_line(area.x + 2, y, &line, area.width.saturating_sub(2));
    }
}
