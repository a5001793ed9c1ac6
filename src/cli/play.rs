//! Plays a key script on a library that has been read, and draws one frame.

use crate::model::Library;
use crate::tui::app::{App, Options};
use crate::tui::draw::draw;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Key, parse_script};
use crate::tui::message::Msg;
use crate::tui::scout::Scout;
use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use std::sync::Arc;

/// The app after `script`, as it is when all keys come one by one.
///
/// # Errors
/// A sentence that says which key of the script is not known.
pub fn play(library: Arc<Library>, options: Options, script: &str) -> Result<App, String> {
    let keys = parse_script(script)?;
    let mut app = App::new(options);
    app.update(Msg::loaded(library, None));
    press(&mut app, keys);
    Ok(app)
}

/// Presses keys one by one. What they ask of the world is not carried out; what can be found in the
/// library is found at once.
fn press(app: &mut App, keys: impl IntoIterator<Item = Key>) {
    let mut scout = Scout::default();
    for key in keys {
        for effect in app.update(Msg::Input(vec![Event::Key(key.into())])) {
            if let Effect::Seek(question) = effect {
                let answer = scout.find(app.index().library().clone(), question);
                app.update(Msg::Found(Box::new(answer)));
            }
        }
    }
}

/// The frame that the app shows.
#[must_use]
pub fn frame(app: &App) -> Buffer {
    let (columns, rows) = app.size();
    match Terminal::new(TestBackend::new(columns, rows)) {
        Ok(mut terminal) => match terminal.draw(|frame| draw(app, frame)) {
            Ok(done) => done.buffer.clone(),
            // The backend is memory, whose errors are of a type without values.
            Err(never) => match never {},
        },
        Err(never) => match never {},
    }
}
