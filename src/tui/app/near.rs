//! Near jobs and routes: what is looked for, beside the main thread, and the views that show it.

use super::{App, Reason};
use crate::model::JobId;
use crate::tui::effect::Effect;
use crate::tui::scout::{Answer, Question};
use crate::tui::view::View;
use crate::tui::view::compare::CompareView;
use crate::tui::view::near::{NearAction, NearView};
use crate::tui::view::route::{RouteAction, RouteView};
use crate::tui::widget::scroll::Change;
use std::sync::Arc;

impl App {
    /// Opens the view of the jobs near the one that the cursor is on.
    pub(super) fn near(&mut self) -> Option<Effect> {
        let job = self.job_here()?.id.clone();
        self.look_for(View::Near(NearView::new(job)))
    }

    /// Opens the view of the way to the marked job.
    pub(super) fn route(&mut self) -> Option<Effect> {
        let (from, to) = self.ends_of_route().ok()?;
        self.look_for(View::Route(RouteView::new(from, to)))
    }

    fn look_for(&mut self, view: View) -> Option<Effect> {
        let question = view.question();
        self.open_view(view);
        question.map(Effect::Seek)
    }

    /// Why there are no near jobs to look for.
    pub(super) fn reason_against_near(&self) -> Option<&'static str> {
        match self.job_here() {
            None => Some("no job is shown"),
            Some(_) if !self.index.library().is_complete() => {
                Some("the folder is still being read")
            }
            Some(_) => None,
        }
    }

    /// Why no way can be looked for.
    pub(super) fn reason_against_route(&self) -> Option<Reason> {
        let reason = self.ends_of_route().err();
        reason.or_else(|| self.reason_against_near().map(Reason::Borrowed))
    }

    /// From which job a way would lead, and to which: to the marked one from the one under the
    /// cursor; where those are the same, from the one that the view is about.
    fn ends_of_route(&self) -> Result<(JobId, JobId), Reason> {
        let library = self.index.library();
        let there: Vec<&JobId> =
            self.marks.iter().filter(|id| library.find(id).is_some()).collect();
        let here = self.job_here().map(|job| &job.id);
        let about = self.view().and_then(|view| view.sheet().about());
        let starts: Vec<&JobId> = here.into_iter().chain(about).collect();
        if starts.is_empty() {
            return Err("no job is shown".into());
        }
        for from in starts {
            let mut ends = there.iter().filter(|end| **end != from);
            if let (Some(to), None) = (ends.next(), ends.next()) {
                return Ok((from.clone(), (*to).clone()));
            }
        }
        let others = there.iter().filter(|end| Some(**end) != here).count();
        Err(match others {
            0 => "mark the job to get to with Space; t shows the way from the one shown".into(),
            count => {
                format!("t needs exactly one other marked job; {count} are marked; U unmarks all")
                    .into()
            }
        })
    }

    pub(super) fn near_action(&mut self, action: NearAction) {
        let Some(View::Near(view)) = self.view() else { return };
        let (job, Some(chosen)) = (view.job().clone(), view.chosen().cloned()) else { return };
        match action {
            NearAction::Go => self.go_to(chosen),
            NearAction::Compare => {
                self.open_view(View::Compare(CompareView::new(vec![job, chosen])));
            }
        }
    }

    pub(super) fn route_action(&mut self, action: RouteAction) -> Option<Effect> {
        let Some(View::Route(view)) = self.view() else { return None };
        match action {
            RouteAction::Go => {
                let chosen = view.chosen()?.clone();
                self.go_to(chosen);
            }
            RouteAction::Compare => {
                let (a, b) = view.pair()?;
                self.open_view(View::Compare(CompareView::new(vec![a, b])));
            }
            RouteAction::Turn => {
                let turned = View::Route(view.turned());
                self.close_view();
                return self.look_for(turned);
            }
        }
        None
    }

    /// What open views still wait for.
    pub(super) fn questions(&self) -> Vec<Effect> {
        if !self.index.library().is_complete() {
            return Vec::new();
        }
        self.views.iter().filter_map(View::question).map(Effect::Seek).collect()
    }

    /// Hands what was found to the views that wait for it. Nobody waits for what was found in
    /// another library.
    pub(super) fn found(&mut self, answer: &Answer) {
        if !Arc::ptr_eq(&answer.library, self.index.library()) {
            return;
        }
        for view in &mut self.views {
            view.take(answer);
        }
        self.settle(Change::Step);
    }
}

impl View {
    /// What it still waits for.
    fn question(&self) -> Option<Question> {
        match self {
            View::Near(view) => view.question(),
            View::Route(view) => view.question(),
            View::Compare(_) | View::Gap(_) => None,
        }
    }

    fn take(&mut self, answer: &Answer) {
        match self {
            View::Near(view) => view.take(answer),
            View::Route(view) => view.take(answer),
            View::Compare(_) | View::Gap(_) => {}
        }
    }
}
