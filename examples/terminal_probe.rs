//! An app with the faults that the real one must not have, for the tests that drive a terminal.
//!
//! `F` fills the screen, `P` panics here, `W` in a worker that is at its work again later, `B` keeps the main thread busy for ten seconds, `m` and `M`
//! turn the mouse on and off, `E` lends the terminal to `$PROBE_CHILD`, `L` has a worker ask for
//! the same; `q` and Ctrl-C end, Ctrl-Z suspends. Any other key is counted.

use std::process::{Command, ExitCode, id};
use std::sync::mpsc::Sender;
use std::thread::sleep;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::text::Text;
use rolebook::tui::message::Msg;
use rolebook::tui::run::{Flow, Session};
use rolebook::tui::{panics, preflight, worker};

#[derive(Default)]
struct Probe {
    keys: usize,
    full: bool,
    events: usize,
    status: String,
    send: Option<Sender<Msg>>,
}

impl Probe {
    fn update(&mut self, message: Msg) -> Flow {
        match message {
            Msg::Input(events) => {
                self.events += events.len();
                for event in events {
                    let Event::Key(key) = event else { continue };
                    match self.press(key) {
                        Flow::Continue => {}
                        other => return other,
                    }
                }
            }
            Msg::WorkerFailed { worker: "errand", .. } => return child(),
            Msg::WorkerFailed { sentence, .. } | Msg::NotLoaded { sentence } => {
                self.status.push_str(&sentence);
                self.status.push('\n');
            }
            Msg::CannotSuspend => self.status = "no shell".into(),
            Msg::Returned { outcome, .. } => self.status = format!("child: {outcome:?}"),
            _ => {}
        }
        Flow::Continue
    }

    fn press(&mut self, key: KeyEvent) -> Flow {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c') if control => return Flow::Quit,
            KeyCode::Char('z') if control => return Flow::Suspend,
            KeyCode::Char('q') => return Flow::Quit,
            KeyCode::Char('P') => panic!("main \u{1b}[31mfault"),
            KeyCode::Char('W') => self.work("loader"),
            KeyCode::Char('L') => self.work("errand"),
            KeyCode::Char('B') => sleep(Duration::from_secs(10)),
            KeyCode::Char('m') => return Flow::Mouse(true),
            KeyCode::Char('M') => return Flow::Mouse(false),
            KeyCode::Char('F') => self.full = true,
            KeyCode::Char('E') => return child(),
            _ => self.keys += 1,
        }
        Flow::Continue
    }

    fn work(&self, name: &'static str) {
        if let Some(send) = self.send.clone() {
            let mut beginnings = 0;
            let _ = worker::spawn(name, send, move |send| {
                beginnings += 1;
                assert!(beginnings > 1, "worker fault");
                let _ = send.send(Msg::NotLoaded { sentence: format!("{name} at work again") });
            });
        }
    }

    fn draw(&self, frame: &mut Frame) {
        let Self { keys, events, status, .. } = self;
        let size = frame.area().as_size();
        let text = format!("probe {} size {size}\nkeys {keys} events {events}\n{status}", id());
        if self.full {
            let line = "F".repeat(size.width.into());
            let lines: Text = (0..size.height).map(|_| line.as_str()).collect();
            frame.render_widget(lines, frame.area());
        }
        frame.render_widget(Text::raw(text), frame.area());
    }
}

/// The shell only takes the test's own words apart.
fn child() -> Flow {
    let mut command = Command::new("sh");
    command.arg("-c").arg(std::env::var("PROBE_CHILD").unwrap_or_default());
    Flow::Lend(Box::new(command))
}

fn main() -> ExitCode {
    if let Some(why) = preflight::refusal(false) {
        panics::report(&why);
        return ExitCode::from(preflight::EXIT_CODE);
    }
    browse().unwrap_or_else(|error| {
        panics::report(&format!("{error:?}"));
        ExitCode::FAILURE
    })
}

fn browse() -> color_eyre::Result<ExitCode> {
    panics::install()?;
    let mut probe = Probe::default();
    let mut session = Session::open(true, |frame| probe.draw(frame))?;
    probe.send = Some(session.sender());
    let ending = session.run(&mut probe, Probe::update, Probe::draw)?;
    drop(session);
    Ok(ending.exit())
}
