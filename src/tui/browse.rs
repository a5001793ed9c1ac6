//! Runs the browser: the app, the terminal, the loader, and what the app asks of the world.

use super::app::{App, Options};
use super::editor::Editor;
use super::effect::Effect;
use super::keymap::Key;
use super::loader::{self, Call};
use super::message::Msg;
use super::run::{Ending, Flow, Session};
use super::scout::{self, Question};
use super::{clipboard, draw::draw};
use crate::lint::Linter;
use crate::model::{Library, Place};
use crate::printable::printable_path;
use crate::save::{SaveError, Target, save};
use crate::store::{Folder, Wish};
use crossterm::event::Event;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// Opens the browser and stays until it is left. `keys` are pressed when all has been read.
///
/// # Errors
/// When the terminal cannot be read or written, or the system starts no threads.
pub fn browse(
    options: Options,
    folder: Folder,
    watch: Wish,
    linter: Linter,
    keys: Vec<Key>,
) -> io::Result<Ending> {
    let app = App::new(options);
    let mut session = Session::open(true, |frame| draw(&app, frame))?;
    let root = folder.root().map(Path::to_owned);
    let again = loader::spawn(session.sender(), folder, watch, linter)?;
    let ask = scout::spawn(session.sender())?;
    let mut browser = Browser { app, again, ask, keys, root };
    session.run(&mut browser, Browser::update, |browser, frame| draw(&browser.app, frame))
}

/// The app and what it needs outside.
struct Browser {
    app: App,
    again: Sender<Call>,
    ask: Sender<(Arc<Library>, Question)>,
    keys: Vec<Key>,
    /// The library's folder; `None` for the library that the program carries.
    root: Option<PathBuf>,
}

impl Browser {
    fn update(&mut self, message: Msg) -> Flow {
        // Asked anew each time: a change while the program was stopped is told by no event.
        if let Ok(size) = crossterm::terminal::size() {
            self.app.resize_screen(size);
        }
        let mut effects = self.app.update(message);
        if !self.keys.is_empty() && self.app.index().library().is_complete() {
            for key in std::mem::take(&mut self.keys) {
                effects.extend(self.app.update(Msg::Input(vec![Event::Key(key.into())])));
            }
        }
        Flow::Several(effects.into_iter().map(|effect| self.carry_out(effect)).collect())
    }

    fn carry_out(&mut self, effect: Effect) -> Flow {
        match effect {
            Effect::Quit => return Flow::Quit,
            Effect::Suspend => return Flow::Suspend,
            Effect::Mouse(on) => return Flow::Mouse(on),
            Effect::Reload => {
                if self.again.send(Call::Read).is_err() {
                    self.app.say_wrong("the folder cannot be read again: its reader has stopped");
                }
                // Who asks for it may see what a program in the background wrote over the screen.
                return Flow::Repaint;
            }
            Effect::Seek(question) => {
                let library = self.app.index().library().clone();
                if self.ask.send((library, question)).is_err() {
                    self.app
                        .say_wrong("nobody looks for near jobs any more: that thread has stopped");
                }
            }
            Effect::Edit { path, place } => match self.editor_at(&path, place) {
                Ok(command) => return Flow::Lend(Box::new(command)),
                Err(sentence) => self.app.say_wrong(sentence),
            },
            Effect::Save { path, text, replace } => {
                let outcome = self.saved(&path, &text, replace);
                self.app.update(Msg::Saved(outcome));
            }
            Effect::Copy(text) => {
                if let Err(error) = clipboard::copy(&text) {
                    self.app.say_wrong(format!("nothing was copied: {error}"));
                }
            }
        }
        Flow::Continue
    }

    /// Saves a document; returns where it is, from the root on.
    fn saved(&self, typed: &Path, text: &str, replace: bool) -> Result<PathBuf, SaveError> {
        // The shell does this where a path is typed there.
        let path = match (typed.strip_prefix("~"), std::env::var_os("HOME")) {
            (Ok(rest), Some(home)) => Path::new(&home).join(rest),
            _ => typed.to_owned(),
        };
        save(text, Target { path: &path, replace, profiles: self.root.as_deref() })?;
        Ok(std::path::absolute(&path).unwrap_or(path))
    }

    /// The command that opens a file of the folder; an error is a sentence to show.
    fn editor_at(&self, path: &Path, place: Option<Place>) -> Result<Command, String> {
        let [visual, editor] = ["VISUAL", "EDITOR"].map(std::env::var_os);
        let editor = Editor::chosen(visual.as_deref(), editor.as_deref())?;
        let shown = printable_path(path);
        let root = self.root.as_deref().ok_or("the sample library has no files; open a folder")?;
        let whole = std::path::absolute(root.join(path))
            .map_err(|error| format!("{shown} cannot be found: {error}"))?;
        // Most editors would begin a new file, which is not what was asked for.
        if !whole.exists() {
            return Err(format!("{shown} is not there any more; R reads the folder again"));
        }
        Ok(editor.open(&whole, place))
    }
}
