//! A way from one job to another as a ladder: each job on it, and the move that leads there.

use super::near::{before, head_of, job_of, parts, say, title_of};
use super::{Origin, Sheaf, Sheet, keep_all, kept};
use crate::changes::Moves;
use crate::compare::{Median, NAMES_NONE, median_of, names_no_competencies};
use crate::export::Subject;
use crate::model::{JobId, Library};
use crate::near::{Likeness, NEAREST, Route, WITHOUT_PAY};
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::{Page, Scene};
use crate::tui::scout::{Answer, Found, Hop, Question};
use crate::tui::theme::Signs;
use crate::tui::widget::row::row;
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::text::{spaces, width, without_middle};
use ratatui::text::{Line, Span};
use std::sync::Arc;

/// From how many columns on a line is left free above the ladder.
const ROOM_ABOVE: usize = 70;
/// Columns for cursor, mark and the ladder.
const BEFORE: usize = 5;
/// A code or a level is not told longer than this.
const WIDEST_FACT: usize = 20;
/// Lines are not longer than is good to read.
const WIDEST: usize = 96;

/// What keys do on a route alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RouteAction {
    /// To the job under the cursor.
    Go,
    /// That job beside the one before it on the way.
    Compare,
    /// The way back.
    Turn,
}

/// A way from one job to another.
#[derive(Debug)]
pub struct RouteView {
    from: JobId,
    to: JobId,
    /// The moves of the way, none where there is no way; `None` until it was looked for.
    hops: Option<Vec<Hop>>,
    /// What a document needs, in this library; `None` while it is looked through.
    found: Option<(Arc<Likeness>, Option<Route>)>,
    row: usize,
    scroll: Scroll,
    gone: bool,
}

impl RouteView {
    /// The way between two jobs, which is still to be looked for.
    #[must_use]
    pub fn new(from: JobId, to: JobId) -> Self {
        let scroll = Scroll::default();
        Self { from, to, hops: None, found: None, row: 0, scroll, gone: false }
    }

    /// The way back.
    #[must_use]
    pub fn turned(&self) -> Self {
        Self::new(self.to.clone(), self.from.clone())
    }

    /// What is still to be looked for.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        let question = || Question::Route(self.from.clone(), self.to.clone());
        self.found.is_none().then(question)
    }

    /// Takes over what was found, if it was looked for here.
    pub fn take(&mut self, answer: &Answer) {
        if let (Some(question), Found::Route(found)) = (self.question(), &answer.found)
            && question == answer.question
        {
            let (route, hops) = found.clone().unzip();
            self.hops = Some(hops.unwrap_or_default());
            self.found = Some((answer.likeness.clone(), route));
        }
    }

    /// The jobs on the way; where there is no way its ends, and none until it was looked for.
    fn rungs(&self) -> Vec<&JobId> {
        match self.hops.as_deref() {
            None => Vec::new(),
            Some([]) => vec![&self.from, &self.to],
            Some(hops) => {
                std::iter::once(&self.from).chain(hops.iter().map(|hop| &hop.job)).collect()
            }
        }
    }

    /// Whether no way was found. The two jobs stand there all the same.
    #[must_use]
    pub fn leads_nowhere(&self) -> bool {
        self.hops.as_ref().is_some_and(Vec::is_empty)
    }

    /// How alike the two jobs are, as the end of a sentence.
    fn alike(&self, library: &Library) -> String {
        let ends = library.find(&self.from).zip(library.find(&self.to));
        let (Some((likeness, _)), Some((from, to))) = (&self.found, ends) else {
            return String::new();
        };
        let mut ends = [(from, &self.from), (to, &self.to)].into_iter();
        if let Some((_, id)) = ends.find(|(job, _)| names_no_competencies(library, *job)) {
            return format!("; {} {NAMES_NONE}", title_of(library, id));
        }
        match likeness.between(from, to) {
            0.0 => ", which share no competency".to_owned(),
            alike => format!(", which are {:.0} % alike", alike * 100.0),
        }
    }

    /// What is known of a job on the way; its median is that of the record that the move compares.
    fn facts(&self, scene: Scene<'_>, at: usize) -> String {
        let rungs = self.rungs();
        let Some(id) = rungs.get(at) else { return String::new() };
        let hops = self.hops.as_deref().unwrap_or_default();
        let (hop, side) = at.checked_sub(1).map_or((0, 0), |hop| (hop, 1));
        let median = match hops.get(hop) {
            Some(hop) => hop.told(scene.pay).median(side),
            None => {
                let job = scene.library.find(id).filter(|_| scene.pay);
                job.and_then(|job| median_of(scene.library, job))
            }
        };
        facts(scene, id, median)
    }

    fn at(&self) -> usize {
        self.row.min(self.rungs().len().saturating_sub(1))
    }

    /// The job under the cursor.
    #[must_use]
    pub fn chosen(&self) -> Option<&JobId> {
        self.rungs().get(self.at()).copied()
    }

    /// The job under the cursor and the one before it; at the start the one behind it.
    #[must_use]
    pub fn pair(&self) -> Option<(JobId, JobId)> {
        let (rungs, to) = (self.rungs(), self.at().max(1));
        Some(((*rungs.get(to - 1)?).clone(), (*rungs.get(to)?).clone()))
    }

    /// What is said where there is no ladder.
    fn instead(&self, scene: Scene<'_>) -> Option<String> {
        let [from, to] = [&self.from, &self.to].map(|id| title_of(scene.library, id));
        match &self.hops {
            None => Some("looking for a way".to_owned()),
            Some(hops) if hops.is_empty() => {
                let alike = self.alike(scene.library);
                Some(format!(
                    "No way of at most three small moves leads from {from} to {to}{alike}. A move is small where it \
                     leads to one of the {NEAREST} jobs that are most like the one before; r shows \
                     those of the job under the cursor."
                ))
            }
            Some(_) => None,
        }
    }

    /// The move that leads to a job, drawn above it.
    fn put_move(&self, page: &mut Page<'_>, scene: Scene<'_>, at: usize, columns: usize) {
        let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
        let hop = at.checked_sub(1).and_then(|hop| self.hops.as_ref()?.get(hop));
        let Some(told) = hop.map(|hop| hop.told(scene.pay)) else { return };
        let kind = format!("{}, {} alike", told.kind.word(), told.alike());
        let strong = if at == self.at() { theme.strong } else { theme.text };
        let (reason, nothing) = (told.reason(), String::new());
        for (words, style) in [
            (&nothing, theme.text),
            (&kind, strong),
            (&reason, theme.quiet),
            (&nothing, theme.text),
        ] {
            for line in parts(words, columns.saturating_sub(BEFORE + 2)) {
                let line = Span::styled(format!("  {line}"), style);
                page.push(Some(at), Line::from(vec![Span::styled(bar(signs), theme.line), line]));
            }
        }
    }

    /// A job on the way; what is known of it stands beside its title, else below.
    fn put_rung(&self, page: &mut Page<'_>, scene: Scene<'_>, at: usize, columns: usize) {
        let (theme, signs) = (&scene.looks.theme, &scene.looks.signs);
        let rungs = self.rungs();
        let Some(job) = rungs.get(at) else { return };
        let selected = at == self.at();
        let (title, facts) = (title_of(scene.library, job), self.facts(scene, at));
        let room = columns.min(WIDEST);
        let beside = BEFORE + width(&title) + width(&facts) + 3 < room;
        let mut left = before(scene, job, selected);
        left.push(Span::styled(format!("{} ", signs.full), theme.bar));
        left.push(Span::styled(title, if selected { theme.strong } else { theme.text }));
        let right = beside.then(|| Span::styled(format!("{facts} "), theme.quiet));
        page.push(Some(at), owned(row(left, right.into_iter().collect(), room, signs.ellipsis)));
        if beside {
            return;
        }
        let is_last = at + 1 == rungs.len() || self.leads_nowhere();
        let bar = if is_last { spaces(BEFORE - 1).into_owned() } else { bar(signs) };
        for line in parts(&facts, columns.saturating_sub(BEFORE + 1)) {
            let line = Span::styled(format!(" {line}"), theme.quiet);
            page.push(Some(at), Line::from(vec![Span::styled(bar.clone(), theme.line), line]));
        }
    }
}

/// The ladder between two jobs.
fn bar(signs: &Signs) -> String {
    format!("{}{}", spaces(BEFORE - 2), signs.vertical)
}

/// A line that holds its texts itself.
fn owned(line: Line<'_>) -> Line<'static> {
    let spans = line.spans.into_iter();
    Line::from(
        spans.map(|span| Span::styled(span.content.into_owned(), span.style)).collect::<Vec<_>>(),
    )
}

/// Code and level of a job and what it pays, as far as they are known.
fn facts(scene: Scene<'_>, id: &JobId, median: Option<Median<'_>>) -> String {
    let job = job_of(scene.library, id);
    let pay = median.map(|median| format!("median {} a year", median.words()));
    let texts = [job.and_then(|job| job.code()), job.and_then(|job| job.level())];
    let short = |text: &str| {
        without_middle(text, &[], WIDEST_FACT, scene.looks.signs.ellipsis).0.into_owned()
    };
    let known: Vec<String> = texts.into_iter().flatten().map(short).chain(pay).collect();
    known.join(&format!(" {} ", scene.looks.signs.dot))
}

impl Sheet for RouteView {
    fn place(&self) -> Place {
        Place::Route
    }

    fn noun(&self) -> &'static str {
        "route"
    }

    fn title(&self, scene: Scene<'_>) -> (String, String) {
        let [from, to] = [&self.from, &self.to].map(|id| title_of(scene.library, id));
        let words = match self.hops.as_deref().unwrap_or_default() {
            [] => String::new(),
            [_] => "1 move".to_owned(),
            hops => format!("{} moves", hops.len()),
        };
        (format!("From {from} to {to}"), words)
    }

    fn subject(&self, _: &Library) -> Option<Subject> {
        let (likeness, route) = self.found.clone()?;
        Some(Subject::Route(likeness, route?))
    }

    fn job(&self, library: &Library) -> Option<usize> {
        library.find(self.chosen()?)
    }

    fn about(&self) -> Option<&JobId> {
        Some(&self.from)
    }

    fn row_words(&self, scene: Scene<'_>) -> Option<String> {
        let job = self.chosen()?;
        Some(format!("{} ({})", title_of(scene.library, job), self.facts(scene, self.at())))
    }

    fn origin(&self, scene: Scene<'_>) -> Option<Origin> {
        Some(Origin { job: self.job(scene.library)?, ..Origin::default() })
    }

    fn reason_against(&self, _: Scene<'_>, action: Action) -> Option<&'static str> {
        let nothing = self.chosen().is_none() && action != Action::Route(RouteAction::Turn);
        nothing.then_some("the way is still looked for")
    }

    fn opens(&self, _: Scene<'_>) -> Option<Action> {
        Some(Action::Route(RouteAction::Go))
    }

    fn head<'a>(&self, scene: Scene<'a>, columns: usize) -> Vec<Line<'a>> {
        if !scene.pay {
            return head_of(scene, WITHOUT_PAY, columns);
        }
        if columns >= ROOM_ABOVE { vec![Line::default()] } else { Vec::new() }
    }

    fn sheaf<'a>(&self, scene: Scene<'a>, columns: usize) -> Sheaf<'a> {
        let mut page = Page::default();
        if let Some(sentence) = self.instead(scene) {
            say(&mut page, scene, &sentence, columns);
            page.push(None, Line::default());
        }
        for at in 0..self.rungs().len() {
            self.put_move(&mut page, scene, at, columns);
            self.put_rung(&mut page, scene, at, columns);
        }
        Sheaf { page, cursor: self.at() }
    }

    fn select(&mut self, _: Scene<'_>, row: usize) {
        self.row = row;
    }

    fn scroll(&self) -> Scroll {
        self.scroll
    }

    fn scroll_mut(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn keep(&mut self, moves: &Moves, library: &Library) -> Vec<JobId> {
        // Other jobs may lie on a better way now: this one stays until the answer comes.
        self.found = None;
        let lost = keep_all([&mut self.from, &mut self.to], moves, library);
        self.gone |= !lost.is_empty();
        for hop in self.hops.iter_mut().flatten() {
            if let Some(now) = kept(&hop.job, moves, library) {
                hop.job = now;
            }
        }
        lost
    }

    fn stands(&self) -> bool {
        !self.gone
    }
}
