//! Commands about the whole program: panes, marks, history, copying, pay, quitting.

use super::{App, Find, Listing, Mode, Palette};
use crate::export::markdown;
use crate::tui::effect::Effect;
use crate::tui::layout::Pane;
use crate::tui::pane::Seek;
use crate::tui::pane::list::Sort;

/// How many columns a resize moves the divider by.
const RESIZE: i16 = 4;

/// A command about the whole program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the table of keys says each as a sentence
pub enum Command {
    NextPane,
    PreviousPane,
    StepBack,
    Filter,
    Find,
    KeepFind,
    FindNext,
    FindPrevious,
    Palette,
    RunChosen,
    Problems,
    Changes,
    OpenListed,
    ToListed,
    Compare,
    Near,
    Route,
    Mark,
    Unmark,
    Back,
    Forward,
    Pay,
    CopyRow,
    CopyTitle,
    CopyCode,
    CopyPath,
    CopyMarkdown,
    Zoom,
    Narrower,
    Wider,
    Edit,
    EditOther,
    Reload,
    Mouse,
    Save,
    SaveNamed,
    Interview,
    Close,
    Quit,
    Suspend,
}

impl App {
    pub(super) fn command(&mut self, command: Command) -> Option<Effect> {
        match command {
            Command::NextPane => self.focus_on(self.focus().next()),
            Command::PreviousPane => self.focus_on(self.focus().previous()),
            Command::StepBack => self.step_back(),
            Command::Filter => self.filter(),
            Command::Find => self.start_find(),
            Command::KeepFind => self.mode = Mode::Browse,
            Command::FindNext => self.seek(Seek::Next),
            Command::FindPrevious => self.seek(Seek::Previous),
            Command::Palette => self.open_palette(),
            Command::RunChosen => return self.run_chosen(),
            Command::Problems => self.open_listing(Listing::Problems),
            Command::Changes => self.open_listing(Listing::Changes),
            Command::OpenListed => match self.listing() {
                Some((Listing::Problems, _)) => return Self::edit(self.target()),
                _ => self.go_to_listed(),
            },
            Command::ToListed => self.go_to_listed(),
            Command::Compare => self.compare(),
            Command::Near => return self.near(),
            Command::Route => return self.route(),
            Command::Mark => self.mark(),
            Command::Unmark => self.unmark(),
            Command::Back => self.travel(true),
            Command::Forward => self.travel(false),
            Command::Pay => self.toggle_pay(),
            Command::CopyRow => return self.copy("the row", self.row_words()),
            Command::CopyTitle => return self.copy("the title", self.shown_title()),
            Command::CopyCode => return self.copy("the code", self.shown_code()),
            Command::CopyPath => return self.copy("the path", self.shown_path()),
            Command::CopyMarkdown => {
                let noun = self.view().map_or("job", |view| view.sheet().noun());
                return self.copy(&format!("the {noun} as Markdown"), self.shown_markdown());
            }
            Command::Zoom => self.arrangement.zoom = !self.arrangement.zoom,
            Command::Narrower => self.resize(-RESIZE),
            Command::Wider => self.resize(RESIZE),
            Command::Edit => return Self::edit(self.target()),
            Command::EditOther => return Self::edit(self.other_target()),
            Command::Reload => {
                self.reread();
                return Some(Effect::Reload);
            }
            Command::Mouse => return Some(self.toggle_mouse()),
            Command::Save => self.begin_to_save(),
            Command::SaveNamed => return self.save_named(),
            Command::Interview => self.begin_interview(),
            Command::Close => return self.close(),
            Command::Quit => return Some(Effect::Quit),
            Command::Suspend => return Some(Effect::Suspend),
        }
        None
    }

    fn filter(&mut self) {
        self.mode = Mode::Filter {
            before: self.list.filter.text().to_owned(),
            job: self.list.selected().cloned(),
            focus: self.focus(),
        };
        self.focus_on(Pane::List);
    }

    fn open_palette(&mut self) {
        let palette = Palette::new(self.place(), self.listing());
        self.mode = Mode::Palette(Box::new(palette));
    }

    fn run_chosen(&mut self) -> Option<Effect> {
        let Mode::Palette(palette) = &self.mode else { return None };
        let binding = palette.chosen()?;
        // What cannot run says why and leaves the palette open.
        if let Some(reason) = self.why_not(binding) {
            self.say(reason);
            return None;
        }
        self.mode = palette.mode_before();
        self.run(binding.action, None)
    }

    /// One step back: what is typed, what is open, the pane, the filter. Never quits.
    fn step_back(&mut self) {
        match std::mem::take(&mut self.mode) {
            Mode::Filter { before, job, focus } => {
                self.list.restore(&self.index.clone(), &before, job);
                return self.focus_on(focus);
            }
            Mode::Palette(mut palette) => {
                let cleared = palette.clear();
                self.mode = if cleared { Mode::Palette(palette) } else { palette.mode_before() };
                return;
            }
            Mode::Listing(..) | Mode::Save(_) => return,
            Mode::Find => return self.give_up_find(),
            Mode::Browse => {}
        }
        if self.close_view() {
            return;
        }
        if self.find.take().is_some() {
            return;
        }
        if self.arrangement.zoom {
            self.arrangement.zoom = false;
        } else if self.focus() != Pane::List {
            self.focus_on(Pane::List);
        } else if self.list.ranking.is_some() {
            self.end_ranking();
        } else {
            self.list.filter.set("");
            self.list.retype(&self.index.clone());
        }
    }

    /// The word for what Esc does now, `None` where it does nothing.
    #[must_use]
    pub fn step_back_word(&self) -> Option<&'static str> {
        if let [.., below, _] = &self.views[..] {
            Some(below.sheet().noun())
        } else if self.view().is_some() {
            Some("jobs")
        } else if self.find.is_some() {
            Some("end search")
        } else if self.arrangement.zoom {
            Some("all panes")
        } else if self.focus() != Pane::List {
            Some("list")
        } else if self.list.ranking.is_some() {
            Some(if self.set_aside.is_empty() { "all jobs" } else { "filter before" })
        } else {
            (!self.list.filter.text().is_empty()).then_some("clear filter")
        }
    }

    /// Ends the ranking and brings back the filter that it has put aside.
    fn end_ranking(&mut self) {
        let filter = std::mem::take(&mut self.set_aside);
        self.list.filter.set(&filter);
        self.list.rank(&self.index.clone(), None);
    }

    /// Closes what is open; at the top it quits.
    fn close(&mut self) -> Option<Effect> {
        if matches!(self.mode, Mode::Listing(..)) {
            self.mode = Mode::Browse;
            return None;
        }
        if self.close_view() {
            return None;
        }
        let open = self.find.is_some() || self.arrangement.zoom || self.list.ranking.is_some();
        if !open {
            return Some(Effect::Quit);
        }
        if self.list.ranking.is_some() && self.find.is_none() && !self.arrangement.zoom {
            self.end_ranking();
        } else {
            self.step_back();
        }
        None
    }

    pub(super) fn mark(&mut self) {
        let Some(id) = self.job_here().map(|job| job.id.clone()) else { return };
        match self.marks.iter().position(|marked| *marked == id) {
            Some(at) => drop(self.marks.remove(at)),
            None => self.marks.push(id),
        }
        self.unmarked.clear();
    }

    fn unmark(&mut self) {
        if self.marks.is_empty() {
            self.marks = std::mem::take(&mut self.unmarked);
        } else {
            self.unmarked = std::mem::take(&mut self.marks);
            self.say(format!("{} unmarked; U marks them again", self.unmarked.len()));
        }
    }

    /// Goes back or forward to a job that is still there.
    fn travel(&mut self, back: bool) {
        let index = self.index.clone();
        let (from, to) = if back {
            (&mut self.back, &mut self.forward)
        } else {
            (&mut self.forward, &mut self.back)
        };
        while let Some(id) = from.pop() {
            if index.library().find(&id).is_some() {
                to.extend(self.list.selected().cloned());
                self.list.go_to(&index, &id);
                return;
            }
        }
    }

    fn toggle_pay(&mut self) {
        self.pay = !self.pay;
        // The order tells pay too.
        if !self.pay && self.list.sort == Sort::Pay {
            self.list.sort_by(&self.index.clone(), Sort::Title);
            self.say("pay hidden; the list stands by title now");
        }
    }

    fn resize(&mut self, by: i16) {
        if let Some(divider) = self.areas().divider {
            self.divide_at(divider.saturating_add_signed(by));
        }
    }

    /// Puts the divider at a column, or as near to it as the panes allow. Only what is reached is
    /// kept in mind, so that the way back is not longer than the way that was seen.
    pub(super) fn divide_at(&mut self, column: u16) {
        // Both are columns of a screen, far from the limits.
        let distance = |to: u16, from: u16| (i32::from(to) - i32::from(from)) as i16;
        self.arrangement.wider = 0;
        let Some(usual) = self.areas().divider else { return };
        self.arrangement.wider = distance(column, usual);
        if let Some(reached) = self.areas().divider {
            self.arrangement.wider = distance(reached, usual);
        }
    }

    fn toggle_mouse(&mut self) -> Effect {
        self.mouse = !self.mouse;
        self.dragging = false;
        self.say(if self.mouse {
            "the mouse clicks and scrolls; m gives it back to the terminal"
        } else {
            "the mouse selects text now; m takes it back"
        });
        Effect::Mouse(self.mouse)
    }

    fn copy(&mut self, what: &str, text: Option<String>) -> Option<Effect> {
        let text = text?;
        self.say(format!("sent {what} to the clipboard"));
        Some(Effect::Copy(text))
    }

    fn row_words(&self) -> Option<String> {
        if let Some(view) = self.view() {
            return view.sheet().row_words(self.scene());
        }
        match self.focus() {
            Pane::List => self.shown_title(),
            Pane::Detail => self.detail.words(self.scene()),
            Pane::Tree => self.tree.words(self.scene()),
        }
    }

    fn shown_title(&self) -> Option<String> {
        self.job_here().map(|job| job.title().into_owned())
    }

    fn shown_code(&self) -> Option<String> {
        self.job_here()?.code().map(ToOwned::to_owned)
    }

    fn shown_path(&self) -> Option<String> {
        self.job_here().map(|job| job.id.to_string())
    }

    fn shown_markdown(&self) -> Option<String> {
        if self.view().is_some() {
            return self.view_markdown();
        }
        let scene = self.scene();
        Some(markdown::job(scene.library, scene.job?, self.pay))
    }

    fn start_find(&mut self) {
        let (detail, tree) = (self.detail.spot(self.scene()), self.tree.before(self.scene()));
        self.find =
            Some(Find::new(self.focus(), self.shown().map(|job| job.id.clone()), detail, tree));
        self.mode = Mode::Find;
    }
}
