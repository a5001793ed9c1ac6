//! Views over the panes: opening and closing them, what they forbid, and what becomes of them when
//! the folder has been read again.

use super::{App, Command, Mode, scene};
use crate::changes::Moves;
use crate::compare::{MOST, step_words};
use crate::export::text::Layout;
use crate::export::{Format, Subject};
use crate::model::{JobId, Library};
use crate::tui::keymap::Step;
use crate::tui::layout::status_room;
use crate::tui::view::compare::{CompareAction, CompareView};
use crate::tui::view::gap::{GapAction, GapView};
use crate::tui::view::{Laid, View};
use crate::tui::widget::scroll::Change;
use crate::tui::widget::text::{width, without_middle};

impl App {
    /// The view that takes the place of the panes, if one is open.
    #[must_use]
    pub fn view(&self) -> Option<&View> {
        self.views.last()
    }

    /// Opens a view over what is there.
    pub(super) fn open_view(&mut self, view: View) {
        self.mode = Mode::Browse;
        self.laid = None;
        self.views.push(view);
        self.settle(Change::Step);
    }

    /// Closes the top view; `false` where none was open.
    pub(super) fn close_view(&mut self) -> bool {
        self.laid = None;
        self.views.pop().is_some()
    }

    /// The top view laid out, where nothing about it has changed since.
    #[must_use]
    pub fn laid(&self) -> Option<&Laid> {
        self.laid.as_ref().filter(|laid| laid.columns == usize::from(self.size.0))
    }

    /// Takes the layout of the top view, worked out anew where it has changed.
    fn take_laid(&mut self) -> Option<Laid> {
        let columns = usize::from(self.size.0);
        let known = self.laid.take().filter(|laid| laid.columns == columns);
        known.or_else(|| Some(self.view()?.lay(self.scene(), columns)))
    }

    /// Moves the cursor of the top view.
    pub(super) fn step_view(&mut self, step: Step) {
        let (size, mut moved) = (self.size, false);
        let Some(laid) = self.take_laid() else { return };
        self.with_view(|view, scene| moved = view.step(scene, step, size, &laid));
        self.laid = Some(laid).filter(|_| !moved);
    }

    /// Brings the cursor of the top view on screen; `false` where no view is open.
    pub(super) fn settle_view(&mut self, change: Change) -> bool {
        let size = self.size;
        self.laid = self.take_laid();
        if let (Some(laid), Some(view)) = (&self.laid, self.views.last_mut()) {
            view.settle(size, change, laid);
        }
        self.laid.is_some()
    }

    /// Changes the top view, with what it is drawn from.
    pub(super) fn with_view(&mut self, change: impl FnOnce(&mut View, super::Scene<'_>)) {
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        if let Some(view) = self.views.last_mut() {
            change(view, scene);
        }
    }

    /// What a document of that which is shown would be about: the view, else the job.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self.view() {
            Some(view) => view.sheet().subject(self.index.library()),
            None => Some(Subject::Jobs(vec![self.scene().job?])),
        }
    }

    /// The view as Markdown.
    pub(super) fn view_markdown(&self) -> Option<String> {
        let (library, layout) = (self.index.library(), Layout::default());
        self.subject()?.written(library, Format::Markdown, self.pay, layout).ok()
    }

    /// The jobs that a comparison would hold: the marked ones that are there, and with one marked
    /// the one that is shown.
    fn to_compare(&self) -> Vec<JobId> {
        let library = self.index.library();
        let marked = self.marks.iter().filter(|id| library.find(id).is_some());
        let mut jobs: Vec<JobId> = marked.cloned().collect();
        if let ([one], Some(shown)) = (&jobs[..], self.shown())
            && *one != shown.id
        {
            jobs.push(shown.id.clone());
        }
        jobs
    }

    /// Why no comparison can be opened now.
    pub(super) fn reason_against_compare(&self) -> Option<&'static str> {
        match self.to_compare().len() {
            _ if self.view().is_some() => Some("this view lies over the jobs; Esc closes it"),
            0 => Some("mark two to six jobs with Space, then c compares them"),
            1 => Some("mark another job with Space, or go to one, then c compares both"),
            count if count > MOST => Some("six jobs are compared at most; U unmarks all"),
            _ => None,
        }
    }

    pub(super) fn compare(&mut self) {
        let jobs = self.to_compare();
        self.open_view(View::Compare(CompareView::new(jobs)));
    }

    pub(super) fn compare_action(&mut self, action: CompareAction) {
        let index = self.index.clone();
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        let Some(View::Compare(view)) = self.views.last_mut() else { return };
        if action == CompareAction::Gap {
            // Of two jobs there is no other one that could be meant.
            let is_unsaid = view.column() == 0 && view.jobs().len() > 2;
            let step = view.threshold();
            let Some((from, to)) = view.pair() else { return };
            let title = title_of(index.library(), &to);
            self.open_view(View::Gap(GapView::new(from, to, step)));
            if is_unsaid {
                self.say(format!("the gap to {title}, the next column"));
            }
        } else if let Some(sentence) = view.act(scene, action) {
            self.say(sentence);
        }
    }

    pub(super) fn gap_action(&mut self, action: GapAction) {
        let mut changed = None;
        self.with_view(|view, scene| {
            if let View::Gap(view) = view {
                view.act(scene, action);
                changed = (action == GapAction::Step).then_some(view.threshold());
            }
        });
        let Some(step) = changed else { return };
        self.say(format!("levels differ {}", step_words(step)));
        // The comparison below goes on with the same distance.
        for view in &mut self.views {
            if let View::Compare(view) = view {
                view.set_threshold(step);
            }
        }
    }

    /// Why a command about the whole program makes no sense while a view is open.
    pub(super) fn reason_of_view(&self, command: Command) -> Option<&'static str> {
        let view = self.view()?;
        match command {
            Command::Mark if matches!(view, View::Near(_) | View::Route(_)) => None,
            Command::Find | Command::FindNext | Command::FindPrevious => {
                Some("text is found in the panes alone; Esc closes this view")
            }
            Command::NextPane
            | Command::PreviousPane
            | Command::Zoom
            | Command::Narrower
            | Command::Wider
            | Command::Filter
            | Command::Mark
            | Command::Back
            | Command::Forward => Some("this view lies over the jobs; Esc closes it"),
            Command::CopyMarkdown | Command::Save if matches!(view, View::Route(view) if view.leads_nowhere()) => {
                Some("no way is found")
            }
            Command::CopyMarkdown | Command::Save
                if view.sheet().subject(self.index.library()).is_none() =>
            {
                Some("its jobs are not read yet")
            }
            _ => None,
        }
    }

    /// Lets views keep their jobs in a library that has been read anew; one that has too few left
    /// closes, with all that lies over it. Returns the line about it.
    pub(super) fn keep_views(&mut self, before: &Library, moves: &Moves) -> Option<String> {
        let library = self.index.library();
        let mut lost: Vec<JobId> = Vec::new();
        for view in &mut self.views {
            for id in view.sheet_mut().keep(moves, library) {
                if !lost.contains(&id) {
                    lost.push(id);
                }
            }
        }
        let closed = self.views.iter().position(|view| !view.sheet().stands());
        let closed = closed.map(|at| {
            let noun = self.views[at].sheet().noun();
            self.views.truncate(at);
            noun
        });
        let room = status_room(self.size.0);
        let titles: Vec<String> = lost.iter().map(|id| title_of(before, id)).collect();
        let is = if titles.len() == 1 { "is" } else { "are" };
        // The names give way, not what has happened.
        let begin = closed.map_or_else(String::new, |noun| format!("{noun} closed: "));
        let end = format!(" {is} no longer in the folder");
        let left = room.saturating_sub(width(&begin) + width(&end) + 1);
        let names = titles.join(", ");
        let names = without_middle(&names, &[], left, self.looks.signs.ellipsis).0;
        (!lost.is_empty()).then(|| format!("{begin}{names}{end}"))
    }
}

/// A job's title, as long as there is such a job.
fn title_of(library: &Library, id: &JobId) -> String {
    let job = library.find(id).and_then(|at| library.jobs().get(at));
    job.map_or_else(|| id.to_string(), |job| job.title().into_owned())
}
