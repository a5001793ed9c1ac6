//! How near jobs look: likeness, title, level and kind of move in a line, the reason beside or below.

use crate::model::{Job, JobId, Library};
use crate::tui::pane::{Page, Scene};
use crate::tui::scout::Hop;
use crate::tui::widget::row::row;
use crate::tui::widget::text::{fit, spaces, width, without_middle, wrapped};
use ratatui::text::{Line, Span};

/// From how many columns on the likeness is drawn as a bar, too.
pub(super) const ROOM_FOR_BAR: usize = 70;
/// From how many columns on the reason stands as far to the right as the title.
const ROOM_FOR_INDENT: usize = 100;
/// From how many columns on the reason stands beside its job.
const ROOM_FOR_REASON: usize = 150;
/// How long a bar is.
const BAR: usize = 10;
/// Columns for cursor and mark.
const BEFORE: usize = 3;
/// Columns for a likeness in figures: `100 %`.
const FIGURES: usize = 5;
/// The widest that the titles become.
const WIDEST_TITLE: usize = 56;
/// The widest that the levels become.
const WIDEST_LEVEL: usize = 12;
/// Columns between two texts.
const GAP: usize = 2;
/// Columns for the kind of a move: as many as the longest one has.
const KIND: usize = 19;

/// What stands between the parts of a reason.
pub(super) const BETWEEN: &str = " · ";

/// Puts near jobs on a page, a job a row.
pub(super) fn put<'a>(
    page: &mut Page<'a>,
    scene: Scene<'a>,
    hops: &[Hop],
    cursor: usize,
    columns: usize,
) {
    let titles = hops.iter().map(|hop| width(&title_of(scene.library, &hop.job)));
    let levels = hops.iter().map(|hop| width(level_of(scene.library, hop)));
    let widest = (
        titles.max().unwrap_or_default().min(WIDEST_TITLE),
        levels.max().unwrap_or_default().min(WIDEST_LEVEL),
    );
    for (at, hop) in hops.iter().enumerate() {
        NearRow { scene, hop, selected: at == cursor, columns, widest }.put(page, at);
    }
}

/// A job's title, as long as there is such a job.
pub(in crate::tui::view) fn title_of(library: &Library, id: &JobId) -> String {
    job_of(library, id).map_or_else(|| id.to_string(), |job| job.title().into_owned())
}

/// The job of an id.
pub(in crate::tui::view) fn job_of<'a>(library: &'a Library, id: &JobId) -> Option<&'a Job> {
    library.jobs().get(library.find(id)?).map(AsRef::as_ref)
}

/// What stays on screen above the rows; nothing where there is nothing to say.
pub(in crate::tui::view) fn head_of<'a>(
    scene: Scene<'a>,
    words: &str,
    columns: usize,
) -> Vec<Line<'a>> {
    if words.is_empty() {
        return Vec::new();
    }
    let lines = parts(words, columns.saturating_sub(BEFORE + 1)).into_iter();
    let line = |line| Line::styled(format!("{}{line}", spaces(BEFORE)), scene.looks.theme.quiet);
    lines.map(line).chain([Line::default()]).collect()
}

/// A sentence in the place of rows.
pub(in crate::tui::view) fn say(
    page: &mut Page<'_>,
    scene: Scene<'_>,
    sentence: &str,
    columns: usize,
) {
    page.push(None, Line::default());
    for part in wrapped(sentence, columns.saturating_sub(2 * BEFORE).min(72)) {
        let line = format!("{}{}", spaces(BEFORE), &sentence[part]);
        page.push(None, Line::styled(line, scene.looks.theme.quiet));
    }
}

/// A near job.
struct NearRow<'a, 'h> {
    scene: Scene<'a>,
    hop: &'h Hop,
    selected: bool,
    columns: usize,
    /// How wide the widest title and the widest level are.
    widest: (usize, usize),
}

impl<'a> NearRow<'a, '_> {
    fn put(&self, page: &mut Page<'a>, at: usize) {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let told = self.hop.told(self.scene.pay);
        let plain = if self.selected { theme.strong } else { theme.text };
        let mut spans = self.before_title();
        let indent: usize = spans.iter().map(|span| width(&span.content)).sum();
        let beside = self.columns >= ROOM_FOR_BAR;
        let after = GAP + self.widest.1 + if beside { GAP + KIND } else { 0 };
        let room = self.columns.saturating_sub(indent + after + 1).min(self.widest.0);
        let title = title_of(self.scene.library, &self.hop.job);
        let title = without_middle(&title, &[], room, signs.ellipsis).0.into_owned();
        let gap = spaces(room.saturating_sub(width(&title)) + GAP);
        spans.extend([Span::styled(title, plain), Span::raw(gap)]);
        let level = level_of(self.scene.library, self.hop);
        let level = fit(level, self.widest.1, signs.ellipsis).into_owned();
        let gap = spaces(self.widest.1.saturating_sub(width(&level)) + GAP);
        spans.push(Span::styled(level, theme.quiet));
        let (kind, reason) = (told.kind.word(), told.reason());
        if beside {
            spans.extend([Span::raw(gap), Span::styled(kind, plain)]);
        }
        if self.columns >= ROOM_FOR_REASON {
            spans.push(Span::raw(spaces(KIND.saturating_sub(width(kind)) + GAP)));
            spans.push(Span::styled(reason, theme.quiet));
            return page.push(Some(at), row(spans, vec![], self.columns, signs.ellipsis));
        }
        page.push(Some(at), row(spans, vec![], self.columns, signs.ellipsis));
        // Where the kind has no room beside the title it begins the line below.
        let (words, indent) = match self.columns {
            ROOM_FOR_INDENT.. => (reason, indent),
            ROOM_FOR_BAR.. => (reason, indent - FIGURES - GAP),
            _ => (format!("{kind}: {reason}"), BEFORE),
        };
        for line in parts(&words, self.columns.saturating_sub(indent + 1)) {
            let line = format!("{}{line}", spaces(indent));
            page.push(Some(at), Line::styled(line, theme.quiet));
        }
    }

    /// Cursor, mark, and how alike it is.
    fn before_title(&self) -> Vec<Span<'a>> {
        let (theme, signs) = (&self.scene.looks.theme, &self.scene.looks.signs);
        let told = self.hop.told(self.scene.pay);
        let mut spans = before(self.scene, &self.hop.job, self.selected);
        if self.columns >= ROOM_FOR_BAR {
            // A share of a few columns.
            let filled = (told.likeness * BAR as f32).round() as usize;
            let repeated = |sign: char, count| sign.to_string().repeat(count);
            spans.push(Span::styled(repeated(signs.middle_half, filled), theme.bar));
            let rest = repeated(signs.whisker, BAR.saturating_sub(filled));
            spans.push(Span::styled(rest, theme.line));
            spans.push(Span::raw(" "));
        }
        spans.push(Span::styled(format!("{:>FIGURES$}  ", told.alike()), theme.text));
        spans
    }
}

/// The level of a job, as its file says it.
fn level_of<'a>(library: &'a Library, hop: &Hop) -> &'a str {
    job_of(library, &hop.job).and_then(Job::level).unwrap_or_default()
}

/// A reason in lines of `columns`; what belongs together stays on one line where it fits.
pub(in crate::tui::view) fn parts(reason: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in reason.split(BETWEEN) {
        match lines.last_mut() {
            Some(line) if width(line) + width(BETWEEN) + width(part) <= columns => {
                *line += BETWEEN;
                *line += part;
            }
            _ => lines.extend(wrapped(part, columns).into_iter().map(|at| part[at].to_owned())),
        }
    }
    lines
}

/// The signs for the cursor and for a mark.
pub(in crate::tui::view) fn before<'a>(
    scene: Scene<'a>,
    job: &JobId,
    selected: bool,
) -> Vec<Span<'a>> {
    let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
    let sign = |shown: bool, sign: &'static str, style| {
        if shown { Span::styled(sign, style) } else { Span::raw(" ") }
    };
    vec![
        sign(selected, signs.cursor, theme.cursor),
        sign(scene.marks.contains(job), signs.marked, theme.marked),
        Span::raw(" "),
    ]
}
