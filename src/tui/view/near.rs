//! The jobs that are most like one, ranked, each with the kind of the move there and the reason.

mod draw;

pub(super) use draw::{before, head_of, job_of, parts, say, title_of};

use super::{Origin, Sheaf, Sheet, keep_all, kept};
use crate::changes::Moves;
use crate::export::Subject;
use crate::model::{JobId, Library};
use crate::near::{Likeness, MEASURE_IN_A_LINE, WITHOUT_PAY, none_near};
use crate::tui::keymap::{Action, Place};
use crate::tui::pane::{Page, Scene};
use crate::tui::scout::{Answer, Found, Hop, Question};
use crate::tui::widget::scroll::Scroll;
use ratatui::text::Line;
use std::sync::Arc;

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
                let job = scene.library.find(&self.job)?;
                Some(format!("{}.", none_near(scene.library, job, &title)))
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

    fn about(&self) -> Option<&JobId> {
        Some(&self.job)
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

    fn opens(&self, _: Scene<'_>) -> Option<Action> {
        Some(Action::Near(NearAction::Go))
    }

    fn head<'a>(&self, scene: Scene<'a>, columns: usize) -> Vec<Line<'a>> {
        let mut told = Vec::new();
        if columns >= draw::ROOM_FOR_BAR && !self.hops().is_empty() {
            told.push(MEASURE_IN_A_LINE);
        }
        told.extend((!scene.pay).then_some(WITHOUT_PAY));
        head_of(scene, &told.join(draw::BETWEEN), columns)
    }

    fn sheaf<'a>(&self, scene: Scene<'a>, columns: usize) -> Sheaf<'a> {
        let mut page = Page::default();
        if let Some(sentence) = self.instead(scene) {
            say(&mut page, scene, &sentence, columns);
        }
        let cursor = self.at();
        draw::put(&mut page, scene, self.hops(), cursor, columns);
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
