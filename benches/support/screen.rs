//! The browser without a terminal: keys in, frames out.

use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rolebook::search::Index;
use rolebook::tui::app::{App, Options};
use rolebook::tui::draw::draw;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use rolebook::tui::theme::Looks;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// An app and the terminal that it is drawn on.
pub struct Screen {
    pub app: App,
    terminal: Terminal<TestBackend>,
}

impl Screen {
    /// The app on a library, after its first frame.
    pub fn new(index: &Arc<Index>, size: (u16, u16)) -> Self {
        let looks = Looks::new(true, true);
        let options = Options {
            looks,
            size,
            pay: true,
            folder: "profiles".to_owned(),
            built_in: false,
            documents: PathBuf::new(),
        };
        let mut app = App::new(options);
        app.update(Msg::Loaded(Arc::clone(index), None));
        let mut screen =
            Self { app, terminal: Terminal::new(TestBackend::new(size.0, size.1)).unwrap() };
        screen.draw();
        screen
    }

    /// One frame.
    pub fn draw(&mut self) {
        self.terminal.draw(|frame| draw(&self.app, frame)).unwrap();
    }

    /// Presses keys one by one, as slowly as a reader: each is answered by a frame.
    pub fn press(&mut self, script: &str) {
        for key in parse_script(script).unwrap() {
            self.app.update(Msg::Input(vec![Event::Key(key.into())]));
            self.draw();
        }
    }

    /// How long a key takes; the screen is brought to where it can be pressed, and back again.
    pub fn time(&mut self, case: &Case) -> Duration {
        self.press(&case.before);
        let begun = Instant::now();
        self.press(&case.key);
        let time = begun.elapsed();
        self.press(&case.after);
        time
    }
}

/// A key, and the keys around it.
pub struct Case {
    pub name: &'static str,
    before: String,
    key: String,
    after: String,
}

impl Case {
    /// The key and what comes before and after it, as key scripts.
    pub fn new(name: &'static str, [before, key, after]: [&str; 3]) -> Self {
        Self { name, before: before.into(), key: key.into(), after: after.into() }
    }
}
