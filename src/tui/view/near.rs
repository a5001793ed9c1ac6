//! The jobs that are most like one, ranked, each with the kind of the move there and the reason.

use super::{Origin, Sheaf, Sheet, keep_all, kept};
use crate::changes::Moves;
use crate::export::Subject;
use crate::model::{Job, JobId, Library};
use crate::near::Likeness;
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::{Page, Scene};
use crate::tui::scout::{Answer, Found, Hop, Question};
use crate::tui::widget::row::row;
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::text::{fit, spaces, width, without_middle, wrapped};
use ratatui::text::{Line, Span};
use std::sync::Arc;

/// From how many columns on the likeness is drawn as a bar, too.
const ROOM_FOR_BAR: usize = 70;
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

/// What keys do among near jobs alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NearAction {
    /// To the job under the cursor.
    Go,
    /// That job beside the one that it is near to.
    Compare,
}

/// The jobs near one.
#[derive(Debug)]
pub struct NearView {
    job: JobId,
    /// What was found; `None` until it is.
    hops: Option<Vec<Hop>>,
    /// What the jobs of this library ask for; `None` while they are looked through.
    likeness: Option<Arc<Likeness>>,
    cursor: Option<JobId>,
    scroll: Scroll,
    gone: bool,
}

impl NearView {
    /// The jobs near this one, which are still to be looked for.
    #[must_use]
    pub fn new(job: JobId) -> Self {
        let scroll = Scroll::default();
        Self { job, hops: None, likeness: None, cursor: None, scroll, gone: false }
    }

    /// The job that the others are near to.
    #[must_use]
    pub fn job(&self) -> &JobId {
        &self.job
    }

    /// The job under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&JobId> {
        Some(&self.hop()?.job)
    }

    /// What is still to be looked for.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        self.likeness.is_none().then(|| Question::Near(self.job.clone()))
    }

    /// Takes over what was found, if it was looked for here.
    pub fn take(&mut self, answer: &Answer) {
        if let (Some(question), Found::Near(hops)) = (self.question(), &answer.found)
            && question == answer.question
        {
            self.hops = Some(hops.clone());
            self.likeness = Some(answer.likeness.clone());
        }
    }

    fn hops(&self) -> &[Hop] {
        self.hops.as_deref().unwrap_or_default()
    }

    fn at(&self) -> usize {
        let hops = self.hops().iter();
        let wanted = |hop: &Hop| self.cursor.as_ref() == Some(&hop.job);
        hops.enumerate().find(|(_, hop)| wanted(hop)).map_or(0, |(at, _)| at)
    }

    fn hop(&self) -> Option<&Hop> {
        self.hops().get(self.at())
    }

    /// What is said where there is no row.
    fn instead(&self, scene: Scene<'_>) -> Option<String> {
        match &self.hops {
            None => Some("looking for near jobs".to_owned()),
            Some(hops) if hops.is_empty() => {
                let title = title_of(scene.library, &self.job);
                Some(format!("No other job asks for a competency that {title} asks for."))
            }
            Some(_) => None,
        }
    }
}

impl Sheet for NearView {
    fn place(&self) -> Place {
        Place::Near
    }

    fn noun(&self) -> &'static str {
        "ranking"
    }

    fn title(&self, scene: Scene<'_>) -> (String, String) {
        let words = match self.hops() {
            [] => String::new(),
            [_] => "1 job".to_owned(),
            hops => format!("{} jobs, the most alike first", hops.len()),
        };
        (format!("Near {}", title_of(scene.library, &self.job)), words)
    }

    fn subject(&self, library: &Library) -> Option<Subject> {
        let likeness = self.likeness.clone()?;
        Some(Subject::Near(likeness, library.find(&self.job)?, self.hops().len()))
    }

    fn job(&self, library: &Library) -> Option<usize> {
        library.find(self.chosen()?)
    }

    fn row_words(&self, scene: Scene<'_>) -> Option<String> {
        let hop = self.hop()?;
        let told = hop.told(scene.pay);
        let title = title_of(scene.library, &hop.job);
        Some(format!("{title}: {}, {}; {}", told.alike(), told.kind.word(), told.reason()))
    }

    fn origin(&self, scene: Scene<'_>) -> Option<Origin> {
        Some(Origin { job: Sheet::job(self, scene.library)?, ..Origin::default() })
    }

    fn reason_against(&self, _: Scene<'_>, _: Action) -> Option<&'static str> {
        self.hop().is_none().then_some("no near job is found")
    }

    fn head<'a>(&self, scene: Scene<'a>, columns: usize) -> Vec<Line<'a>> {
        let words = "   100 % is a job that asks for the very same competencies and levels";
        let fits = columns >= ROOM_FOR_BAR && !self.hops().is_empty();
        let line = Line::styled(words, scene.looks.theme.quiet);
        if fits { vec![line, Line::default()] } else { Vec::new() }
    }

    fn sheaf<'a>(&self, scene: Scene<'a>, columns: usize) -> Sheaf<'a> {
        let mut page = Page::default();
        if let Some(sentence) = self.instead(scene) {
            say(&mut page, scene, &sentence, columns);
        }
        let cursor = self.at();
        let titles = self.hops().iter().map(|hop| width(&title_of(scene.library, &hop.job)));
        let levels = self.hops().iter().map(|hop| width(level_of(scene.library, hop)));
        let widest = (
            titles.max().unwrap_or_default().min(WIDEST_TITLE),
            levels.max().unwrap_or_default().min(WIDEST_LEVEL),
        );
        for (at, hop) in self.hops().iter().enumerate() {
            let line = NearRow { scene, hop, selected: at == cursor, columns, widest };
            line.put(&mut page, at);
        }
        Sheaf { page, cursor }
    }

    fn select(&mut self, _: Scene<'_>, row: usize) {
        self.cursor = self.hops().get(row).map(|hop| hop.job.clone());
    }

    fn scroll(&self) -> Scroll {
        self.scroll
    }

    fn scroll_mut(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn keep(&mut self, moves: &Moves, library: &Library) -> Vec<JobId> {
        // Others may be nearer now: what was found stays until the answer comes.
        self.likeness = None;
        self.cursor = self.cursor.as_ref().and_then(|id| kept(id, moves, library));
        if let Some(hops) = &mut self.hops {
            hops.retain_mut(|hop| kept(&hop.job, moves, library).map(|id| hop.job = id).is_some());
        }
        let lost = keep_all([&mut self.job], moves, library);
        self.gone |= !lost.is_empty();
        lost
    }

    fn stands(&self) -> bool {
        !self.gone
    }
}

/// A job's title, as long as there is such a job.
pub(super) fn title_of(library: &Library, id: &JobId) -> String {
    job_of(library, id).map_or_else(|| id.to_string(), |job| job.title().into_owned())
}

/// The job of an id.
pub(super) fn job_of<'a>(library: &'a Library, id: &JobId) -> Option<&'a Job> {
    library.jobs().get(library.find(id)?).map(AsRef::as_ref)
}

/// A sentence in the place of rows.
pub(super) fn say(page: &mut Page<'_>, scene: Scene<'_>, sentence: &str, columns: usize) {
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
pub(super) fn parts(reason: &str, columns: usize) -> Vec<String> {
    const BETWEEN: &str = " · ";
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
pub(super) fn before<'a>(scene: Scene<'a>, job: &JobId, selected: bool) -> Vec<Span<'a>> {
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
