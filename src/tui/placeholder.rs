//! Stands in for the app until there is one: a title, a count of keys, and the way out.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::Frame;

use super::message::Msg;
use super::run::Flow;

/// All that is on the screen.
#[derive(Debug, Default)]
pub struct Placeholder {
    keys: usize,
    status: String,
}

impl Placeholder {
    /// Counts keys; `q` and Ctrl-C end, Ctrl-Z suspends.
    pub fn update(&mut self, message: Msg) -> Flow {
        match message {
            Msg::Input(events) => {
                for event in events {
                    if let Event::Key(key) = event
                        && key.kind == KeyEventKind::Press
                    {
                        match self.press(key) {
                            Flow::Continue => {}
                            other => return other,
                        }
                    }
                }
            }
            Msg::WorkerFailed { sentence, .. } => self.status = sentence,
            Msg::CannotSuspend => self.status = "no shell to come back from".into(),
            _ => {}
        }
        Flow::Continue
    }

    fn press(&mut self, key: KeyEvent) -> Flow {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c') if control => Flow::Quit,
            KeyCode::Char('z') if control => Flow::Suspend,
            KeyCode::Char('q') => Flow::Quit,
            _ => {
                self.keys += 1;
                Flow::Continue
            }
        }
    }

    /// Shows the title, the count and the status.
    pub fn draw(&self, frame: &mut Frame) {
        let text = format!("Rolebook\nkeys {}\n{}", self.keys, self.status);
        frame.render_widget(ratatui::text::Text::raw(text), frame.area());
    }
}
