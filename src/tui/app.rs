//! Everything that is on screen, as data: messages change it, and nothing here touches the world.

mod act;
mod command;
mod edit;
mod find;
mod listing;
mod log;
mod mouse;
mod near;
mod options;
mod palette;
mod reload;
mod save;
mod standing;
mod target;
mod typing;
mod view;
mod views;

pub use command::Command;
pub use find::Find;
pub use listing::{Destination, Item, Listing};
pub use options::Options;
pub use palette::{Entry, Palette};
pub use save::Saving;
pub use standing::{Hint, Reason, Tag};
pub use target::Target;

use super::effect::Effect;
use super::keymap::{Action, Key, Keymap, Meaning};
use super::layout::{Arrangement, Pane};
use super::message::Msg;
use super::pane::Scene;
use super::pane::detail::DetailPane;
use super::pane::list::ListPane;
use super::pane::tree::TreePane;
use super::terminal::{MOST_COLUMNS, MOST_ROWS};
use super::theme::Looks;
use super::view::{Laid, View};
use super::widget::scroll::Change;
use crate::model::{JobId, Library};
use crate::search::Index;
use crate::store::Watching;
use crossterm::event::{Event, KeyEvent, KeyEventKind};
use log::Log;
use std::path::PathBuf;
use std::sync::Arc;

/// What is being typed, if anything.
#[derive(Debug, Default)]
pub enum Mode {
    /// Nothing: letters are commands.
    #[default]
    Browse,
    /// A filter; Esc goes back to the one before.
    Filter {
        /// The filter's text before.
        before: String,
        /// The job that the cursor was on before.
        job: Option<JobId>,
        /// The pane that the keys went to before.
        focus: Pane,
    },
    /// A text to find in the focused pane.
    Find,
    /// A command in the palette.
    Palette(Box<Palette>),
    /// The name of a document to save.
    Save(Box<Saving>),
    /// Nothing; a list lies over the panes, with the cursor on this row of it.
    Listing(Listing, usize),
}

/// A line that says what has just happened. The next key takes it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The sentence.
    pub text: String,
    /// Whether it tells of something that went wrong.
    pub wrong: bool,
}

/// Everything that is on screen.
#[derive(Debug)]
pub struct App {
    index: Arc<Index>,
    looks: Looks,
    keymap: Keymap,
    size: (u16, u16),
    /// The folder's name, as it is told.
    folder: String,
    /// The list of jobs.
    pub list: ListPane,
    /// The facts about the job that is shown.
    pub detail: DetailPane,
    /// Its competencies.
    pub tree: TreePane,
    arrangement: Arrangement,
    /// The views over the panes, the one that is seen last.
    views: Vec<View>,
    /// That one laid out, as long as nothing about it has changed.
    laid: Option<Laid>,
    mode: Mode,
    /// The first key of two.
    pending: Option<Key>,
    find: Option<Find>,
    marks: Vec<JobId>,
    unmarked: Vec<JobId>,
    back: Vec<JobId>,
    forward: Vec<JobId>,
    pay: bool,
    mouse: bool,
    dragging: bool,
    /// The pane whose lines stay where they are, since one of them has just been clicked.
    still: Option<Pane>,
    status: Option<Status>,
    /// What went wrong for good, which no key takes away.
    trouble: Option<String>,
    /// Whether the reader asked for the folder to be read again and waits for the answer.
    rereading: bool,
    /// What has changed since the start.
    log: Log,
    /// The filter that a ranking has put aside.
    set_aside: String,
    /// Whether the library is the one that the program carries.
    built_in: bool,
    /// How the folder is watched.
    watching: Watching,
    /// Where documents go unless another folder is typed.
    documents: PathBuf,
    /// The document that is being saved, until it is.
    unsaved: Option<Box<Saving>>,
}

impl App {
    /// The screen before anything has been read.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let greeting = "sample library: no folder was named";
        let status = options.built_in.then(|| Status { text: greeting.to_owned(), wrong: false });
        Self {
            index: Arc::new(Index::new(Arc::new(Library::default()), None)),
            looks: options.looks,
            keymap: Keymap::default(),
            size: (options.size.0.min(MOST_COLUMNS), options.size.1.min(MOST_ROWS)),
            folder: options.folder,
            list: ListPane::default(),
            detail: DetailPane::default(),
            tree: TreePane::default(),
            arrangement: Arrangement::default(),
            views: Vec::new(),
            laid: None,
            mode: Mode::Browse,
            pending: None,
            find: None,
            marks: Vec::new(),
            unmarked: Vec::new(),
            back: Vec::new(),
            forward: Vec::new(),
            pay: options.pay,
            mouse: true,
            dragging: false,
            still: None,
            status,
            trouble: None,
            rereading: false,
            log: Log::default(),
            set_aside: String::new(),
            built_in: options.built_in,
            watching: Watching::Off,
            documents: options.documents,
            unsaved: None,
        }
    }

    /// Changes what is on screen; returns what the world is asked for.
    pub fn update(&mut self, message: Msg) -> Vec<Effect> {
        if !matches!(message, Msg::Input(_)) {
            self.laid = None;
        }
        match message {
            Msg::Input(events) => {
                let is_room = events.iter().all(|event| matches!(event, Event::Resize(..)));
                let effects = events.into_iter().filter_map(|event| self.event(event)).collect();
                self.settle(if is_room { Change::Room } else { Change::Step });
                effects
            }
            Msg::Loaded(index, news) => {
                self.loaded(index, news.as_deref());
                self.questions()
            }
            Msg::Found(answer) => {
                self.found(&answer);
                Vec::new()
            }
            Msg::NotLoaded { sentence } => {
                self.status = None;
                self.end_rereading();
                self.trouble = Some(sentence);
                Vec::new()
            }
            Msg::Watching(watching) => {
                self.watching = watching;
                Vec::new()
            }
            Msg::WorkerFailed { sentence, .. } => {
                self.say_wrong(sentence);
                Vec::new()
            }
            Msg::CannotSuspend => {
                self.say_wrong("there is no shell to go back to, so it cannot be suspended");
                Vec::new()
            }
            Msg::Returned { command, outcome } => self.returned(&command, &outcome),
            Msg::Saved(outcome) => {
                self.saved(outcome);
                Vec::new()
            }
            // Signals and the end of input are dealt with before the screen hears of them.
            Msg::Signal(_) | Msg::InputEnded { .. } => Vec::new(),
        }
    }

    fn event(&mut self, event: Event) -> Option<Effect> {
        if !matches!(event, Event::Key(_)) {
            self.laid = None;
        }
        match event {
            Event::Key(KeyEvent { kind: KeyEventKind::Release, .. }) => None,
            Event::Key(key) => self.key(key.into()),
            Event::Paste(text) => {
                if let Some(line) = self.typed_line() {
                    line.paste(&text);
                    self.retyped();
                }
                None
            }
            Event::Mouse(event) => self.mouse_event(event),
            Event::Resize(columns, rows) => {
                self.still = None;
                self.resize_screen((columns, rows));
                None
            }
            Event::FocusGained | Event::FocusLost => None,
        }
    }

    /// Takes over the screen's size, as far as it is drawn at all.
    pub fn resize_screen(&mut self, (columns, rows): (u16, u16)) {
        self.laid = None;
        self.size = (columns.min(MOST_COLUMNS), rows.min(MOST_ROWS));
    }

    /// What a key does here.
    pub fn key(&mut self, key: Key) -> Option<Effect> {
        (self.status, self.still) = (None, None);
        self.list.touch();
        let place = self.place();
        let keys: Vec<Key> = self.pending.take().into_iter().chain([key]).collect();
        match self.keymap.meaning(place, &keys) {
            Meaning::Action(action) => return self.run(action, Some(key)),
            Meaning::Prefix => self.pending = Some(key),
            Meaning::Nothing => self.type_letter(key, keys.len()),
        }
        None
    }

    /// Carries out an action, whether a key or the palette asked for it.
    pub fn run(&mut self, action: Action, key: Option<Key>) -> Option<Effect> {
        if let Some(reason) = self.reason_against(action) {
            self.say(reason);
            return None;
        }
        if !matches!(action, Action::Move(_)) {
            self.laid = None;
        }
        match action {
            Action::Move(step) => self.step(step),
            Action::App(command) => return self.command(command),
            Action::List(action) => self.list_action(action),
            Action::Detail(action) => self.detail_action(action),
            Action::Tree(action) => self.tree_action(action, key.and_then(Key::digit)),
            Action::Compare(action) => self.compare_action(action),
            Action::Gap(action) => self.gap_action(action),
            Action::Near(action) => self.near_action(action),
            Action::Route(action) => return self.route_action(action),
            Action::Edit(edit) => {
                if let Some(line) = self.typed_line() {
                    line.edit(edit);
                    self.retyped();
                }
            }
        }
        None
    }

    /// Brings the cursor of every pane on screen.
    fn settle(&mut self, change: Change) {
        let index = self.index.clone();
        // The panes below a view wait as they are, unless what they show is another library.
        if self.settle_view(change) && change != Change::Library {
            return;
        }
        let scene = scene(&index, &self.list, &self.marks, self.pay, &self.looks);
        // A pane that is not on screen keeps the lines that it showed.
        let still = self.still.filter(|_| change == Change::Step);
        let (columns, height) = self.body_size(Pane::Detail);
        if height > 0 && still != Some(Pane::Detail) {
            self.detail.settle(scene, columns, height, change);
        }
        let (columns, height) = self.body_size(Pane::Tree);
        if height > 0 && still != Some(Pane::Tree) {
            self.tree.settle(scene, columns, height, change);
        }
        let height = self.body_size(Pane::List).1;
        if height == 0 || still == Some(Pane::List) {
            return;
        }
        let row = self.list.cursor(index.library()).unwrap_or(0);
        let (line, total) = (self.list.line_of(row), self.list.line_count());
        self.list.scroll.settle(change, line..line + 1, total, height);
    }

    fn say(&mut self, text: impl Into<String>) {
        self.status = Some(Status { text: text.into(), wrong: false });
    }

    /// Tells of something that went wrong.
    pub fn say_wrong(&mut self, text: impl Into<String>) {
        self.status = Some(Status { text: text.into(), wrong: true });
    }

    fn focus_on(&mut self, pane: Pane) {
        self.arrangement.focus = pane;
        self.arrangement.split = None;
    }
}

/// What panes are drawn from; free of the app, so that a pane can be changed beside it.
fn scene<'a>(
    index: &'a Index,
    list: &ListPane,
    marks: &'a [JobId],
    pay: bool,
    looks: &'a Looks,
) -> Scene<'a> {
    let library: &Library = index.library();
    Scene { library, job: list.job(library), marks, pay, looks }
}
