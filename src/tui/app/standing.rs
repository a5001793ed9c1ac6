//! Where the reader stands: what can be done now, what cannot and why, what the header must say.

use super::{App, Command, Listing, Mode};
use crate::tui::keymap::{Action, Binding, Place, Step, usable_in};
use crate::tui::layout::Pane;
use crate::tui::pane::detail::DetailAction;
use crate::tui::pane::list::ListAction;
use crate::tui::pane::tree::{TreeAction, is_empty};
use std::borrow::Cow;

/// Why something cannot be done now, in a few words.
pub type Reason = Cow<'static, str>;

/// A word in the header that must not be overlooked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// The job that is shown is marked.
    Marked,
    /// Pay figures are hidden.
    PayHidden,
    /// The job's file could not be read as it was meant.
    Broken,
}

/// A key that may be pressed now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// How soon it is told; 0 is the most useful.
    pub rank: u8,
    /// The key as people read it.
    pub key: String,
    /// What it does, in a word or two.
    pub word: &'static str,
}

impl App {
    /// Why an action cannot run now, in a few words.
    #[must_use]
    pub fn reason_against(&self, action: Action) -> Option<Reason> {
        match action {
            Action::App(Command::Route) => self.reason_against_route(),
            _ => self.usual_reason_against(action).map(Cow::Borrowed),
        }
    }

    /// The same of all whose reasons are sentences that never change.
    fn usual_reason_against(&self, action: Action) -> Option<&'static str> {
        let no_job = || self.shown().is_none().then_some("no job is shown");
        match action {
            Action::Move(_) | Action::Edit(_) => None,
            Action::App(command) => {
                self.reason_of_view(command).or_else(|| self.reason_against_command(command))
            }
            Action::Compare(_) | Action::Gap(_) | Action::Near(_) | Action::Route(_) => {
                self.view().and_then(|view| view.sheet().reason_against(self.scene(), action))
            }
            Action::List(ListAction::Open | ListAction::MarkAndStep) => no_job(),
            Action::List(ListAction::Sort) => {
                let filtered = !self.list.filter.text().is_empty() || self.list.ranking.is_some();
                let empty = self.index.library().jobs().is_empty();
                let reason =
                    if empty { "there are no jobs" } else { "a filtered list stands best first" };
                (filtered || empty).then_some(reason)
            }
            Action::List(ListAction::ScrollDetailDown | ListAction::ScrollDetailUp) => {
                let hidden = self.areas().pane(Pane::Detail).is_none();
                if hidden { Some("the detail is not on screen") } else { no_job() }
            }
            Action::List(ListAction::KeepFilter) => None,
            Action::Detail(DetailAction::Follow) => {
                self.detail.link(self.scene()).is_none().then_some("this row is no link")
            }
            Action::Detail(_) => None,
            Action::Tree(action) => self.reason_against_tree(action),
        }
    }

    fn reason_against_command(&self, command: Command) -> Option<&'static str> {
        let when = |unable: bool, reason| unable.then_some(reason);
        let no_job = self.job_here().is_none();
        match command {
            Command::FindNext | Command::FindPrevious => {
                when(self.find.is_none(), "find a text first: / in the detail or the competencies")
            }
            Command::StepBack => {
                let nothing = matches!(self.mode, Mode::Browse) && self.step_back_word().is_none();
                when(nothing, "there is nothing to go back from; q quits")
            }
            Command::Mark | Command::CopyRow | Command::CopyTitle => {
                when(no_job, "no job is shown")
            }
            Command::CopyPath | Command::CopyMarkdown => when(no_job, "no job is shown"),
            Command::CopyCode => {
                let code = self.job_here().and_then(|job| job.code());
                when(code.is_none(), "this job has no code")
            }
            Command::Compare => self.reason_against_compare(),
            Command::Near => self.reason_against_near(),
            Command::Save => when(no_job, "no job is shown"),
            Command::Interview => {
                let profile = self.job_here().and_then(|job| job.profile.as_ref());
                let nothing = profile.is_none_or(|profile| profile.requirements().next().is_none());
                when(nothing, "no job is shown that names competencies to ask about")
            }
            Command::Problems => {
                when(self.length_of(Listing::Problems) == 0, "every file reads well")
            }
            Command::Edit | Command::EditOther if self.built_in => {
                Some("the sample library has no files; open a folder")
            }
            Command::Edit => match self.listing() {
                Some(_) => when(self.target().is_none(), "it is not there any more"),
                None => when(no_job, "no job is shown"),
            },
            Command::EditOther => {
                let reason = if no_job { "no job is shown" } else { "this row has one file only" };
                when(self.other_target().is_none(), reason)
            }
            Command::Changes => {
                when(self.length_of(Listing::Changes) == 0, "nothing has changed since the start")
            }
            Command::OpenListed if matches!(self.listing(), Some((Listing::Problems, _))) => {
                self.reason_against_command(Command::Edit)
            }
            Command::ToListed | Command::OpenListed => {
                when(self.listing().is_none(), "no list is open")
            }
            Command::Find => when(self.scene().profile().is_none(), "no job is shown"),
            Command::Unmark => {
                when(self.marks.is_empty() && self.unmarked.is_empty(), "no job is marked")
            }
            Command::Back => when(self.back.is_empty(), "there is no job to go back to"),
            Command::Forward => when(self.forward.is_empty(), "there is no job to go forward to"),
            Command::Narrower | Command::Wider => {
                when(self.areas().divider.is_none(), "only one pane is on screen")
            }
            Command::RunChosen => match &self.mode {
                Mode::Palette(palette) => when(palette.chosen().is_none(), "no command says that"),
                _ => None,
            },
            _ => None,
        }
    }

    fn reason_against_tree(&self, action: TreeAction) -> Option<&'static str> {
        let scene = self.scene();
        match action {
            TreeAction::WhoElse => {
                let competency = self.tree.competency(scene);
                competency.is_none().then_some("move to a competency first")
            }
            TreeAction::Collapse => None,
            _ => is_empty(scene).then_some("there are no competencies"),
        }
    }

    /// The next useful keys, the most useful first.
    #[must_use]
    pub fn hints(&self) -> Vec<Hint> {
        let of_problems = matches!(self.mode, Mode::Listing(Listing::Problems, _));
        let replaces = matches!(&self.mode, Mode::Save(saving) if saving.replaces());
        let mut useful: Vec<(u8, &'static Binding, &'static str)> = usable_in(self.place())
            .filter_map(|binding| {
                let (mut rank, word) = binding.hint?;
                // Among columns it matters more whose file it is than how to get out.
                if self.place() == Place::Compare && binding.action == Action::App(Command::Edit) {
                    rank = 3;
                }
                // Both keys edit a problem; it is said of the first.
                if of_problems && binding.action == Action::App(Command::Edit) {
                    return None;
                }
                // Without a hit there is nothing to keep or to go to.
                let of_hits = matches!(
                    binding.action,
                    Action::List(ListAction::KeepFilter) | Action::Move(Step::Down)
                );
                if binding.place == Place::Filter && of_hits && self.list.rows().is_empty() {
                    return None;
                }
                self.reason_against(binding.action).is_none().then_some((rank, binding, word))
            })
            .collect();
        useful.sort_by_key(|(rank, ..)| *rank);
        let hint = |(rank, binding, word): (u8, &'static Binding, &'static str)| {
            let word = match binding.action {
                Action::App(Command::Close) if self.view().is_some() && word == "quit" => "close",
                Action::App(Command::OpenListed) if of_problems => "edit",
                action @ Action::Compare(_) => {
                    self.view().and_then(|view| view.sheet().hint(action)).unwrap_or(word)
                }
                Action::App(Command::SaveNamed) if replaces => "replace",
                Action::App(Command::StepBack) => match &self.mode {
                    Mode::Browse => self.step_back_word().unwrap_or(word),
                    Mode::Palette(palette) if !palette.line.text().is_empty() => "clear",
                    _ => word,
                },
                _ => word,
            };
            Hint { rank, key: binding.first_key(), word }
        };
        useful.into_iter().map(hint).collect()
    }

    /// The words that the header must say. Where only the list is on screen its rows say the rest.
    #[must_use]
    pub fn tags(&self) -> Vec<Tag> {
        if self.view().is_some() {
            return if self.pay { Vec::new() } else { vec![Tag::PayHidden] };
        }
        let broken = self.scene().job.is_some_and(|job| self.index.library().is_broken(job));
        let areas = self.areas();
        let is_told = [Pane::Detail, Pane::Tree].into_iter().any(|p| areas.pane(p).is_some());
        let marked = self.is_marked() && is_told;
        [(broken && is_told, Tag::Broken), (marked, Tag::Marked), (!self.pay, Tag::PayHidden)]
            .into_iter()
            .filter_map(|(holds, tag)| holds.then_some(tag))
            .collect()
    }
}
