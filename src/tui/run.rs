//! The session on a terminal: opening it in the right order, and the one loop that feeds the app.
//!
//! ```no_run
//! use rolebook::tui::{message::Msg, preflight, panics, run::{Flow, Session}};
//!
//! # fn main() -> color_eyre::Result<()> {
//! assert_eq!(preflight::refusal(false), None);
//! panics::install()?;
//! let mut keys = 0;
//! let mut session = Session::open(false, |frame| frame.render_widget("Hello", frame.area()))?;
//! let ending = session.run(
//!     &mut keys,
//!     |keys, message| match message {
//!         Msg::Input(events) => { *keys += events.len(); Flow::Quit }
//!         _ => Flow::Continue,
//!     },
//!     |keys, frame| frame.render_widget(format!("{keys} keys"), frame.area()),
//! )?;
//! drop(session); // the terminal is as it was before
//! ending.exit();
//! # Ok(()) }
//! ```

use std::collections::VecDeque;
use std::io;
use std::iter::once;
use std::process::{Command, ExitCode};
use std::sync::mpsc::{Receiver, Sender, channel};

use ratatui::Frame;
use signal_hook::consts::SIGHUP;

use super::input::Reader;
use super::message::{Msg, Signal};
use super::signals::{Signals, die_by};
use super::terminal::Terminal;
use super::watchdog;

/// Messages answered by one frame at most, so that a busy loader cannot keep the screen waiting.
const MOST_A_FRAME: usize = 64;

/// What the app wants done after a message.
#[derive(Debug)]
pub enum Flow {
    /// Draw, and go on.
    Continue,
    /// End.
    Quit,
    /// Stop until the shell says `fg`. [`Msg::CannotSuspend`] follows where there is no shell.
    Suspend,
    /// Turn the reporting of the mouse on or off.
    Mouse(bool),
    /// Draw all of the screen anew, also what should be there already.
    Repaint,
    /// All of these, in this order.
    Several(Vec<Flow>),
    /// Lend the terminal to this program and wait for it; [`Msg::Returned`] follows.
    ///
    /// Keys that came in the same batch as the one that asked for it are still the app's.
    Lend(Box<Command>),
}

/// Why the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Ending {
    /// The app wanted to.
    Quit,
    /// A signal of this number came, or would have: a terminal that is gone counts as SIGHUP.
    Signal(i32),
}

impl Ending {
    /// The exit code of an ordinary end; after a signal the process dies by that signal here.
    pub fn exit(self) -> ExitCode {
        match self {
            Self::Quit => ExitCode::SUCCESS,
            Self::Signal(signal) => die_by(signal),
        }
    }
}

/// The terminal and all that is heard while it is held. Dropping it gives the terminal back.
pub struct Session {
    terminal: Terminal,
    messages: Receiver<Msg>,
    send: Sender<Msg>,
    reader: Reader,
    signals: Signals,
    /// A program that waits for the terminal until the reader does not read it.
    loan: Option<Box<Command>>,
}

impl Session {
    /// Takes the terminal over and shows the first frame before anything else is read.
    ///
    /// # Errors
    /// When there is no terminal, or the system starts no threads; the terminal is as before then.
    pub fn open(mouse: bool, first_frame: impl FnOnce(&mut Frame)) -> io::Result<Self> {
        let (send, messages) = channel();
        // Signals first: from the moment that the terminal is taken over it will be given back.
        let signals = Signals::spawn(send.clone())?;
        let mut terminal = Terminal::enter(mouse)?;
        terminal.draw(first_frame)?;
        let reader = Reader::spawn(send.clone())?;
        watchdog::spawn(send.clone())?;
        Ok(Self { terminal, messages, send, reader, signals, loan: None })
    }

    /// Where loaders and other workers send their messages.
    #[must_use]
    pub fn sender(&self) -> Sender<Msg> {
        self.send.clone()
    }

    /// Waits for messages, hands them to `update`, and draws once for all that were there; until
    /// the app quits or a signal ends it. The terminal has been given back when this returns.
    ///
    /// Signals are dealt with here, `update` never sees one.
    ///
    /// # Errors
    /// When the terminal cannot be read or written any more, though it is there.
    pub fn run<A>(
        &mut self,
        app: &mut A,
        mut update: impl FnMut(&mut A, Msg) -> Flow,
        draw: impl Fn(&A, &mut Frame),
    ) -> io::Result<Ending> {
        let ending = self.answer_all(app, &mut update, &draw);
        self.terminal.leave();
        // A frame can fail before the hang-up is told by a signal or seen by the watchdog.
        if ending.is_err() && watchdog::is_hung_up() { Ok(Ending::Signal(SIGHUP)) } else { ending }
    }

    fn answer_all<A>(
        &mut self,
        app: &mut A,
        update: &mut impl FnMut(&mut A, Msg) -> Flow,
        draw: &impl Fn(&A, &mut Frame),
    ) -> io::Result<Ending> {
        loop {
            let batch = self.wait()?;
            let from_reader = batch.iter().any(|message| matches!(message, Msg::Input(_)));
            if let Some(ending) = self.answer(app, batch, update)? {
                return Ok(ending);
            }
            self.terminal.draw(|frame| draw(app, frame))?;
            if from_reader {
                self.reader.go_on();
            }
        }
    }

    /// Everything that is there, and at least one message.
    fn wait(&self) -> io::Result<Vec<Msg>> {
        let first = self.messages.recv().map_err(io::Error::other)?;
        Ok(once(first).chain(self.messages.try_iter().take(MOST_A_FRAME - 1)).collect())
    }

    fn answer<A>(
        &mut self,
        app: &mut A,
        batch: Vec<Msg>,
        update: &mut impl FnMut(&mut A, Msg) -> Flow,
    ) -> io::Result<Option<Ending>> {
        for message in batch {
            let flow = match message {
                Msg::Signal(Signal::End(signal)) => return Ok(Some(Ending::Signal(signal))),
                Msg::Signal(Signal::Suspend) => Flow::Suspend,
                Msg::Signal(Signal::Continue) => {
                    self.terminal.resume()?;
                    Flow::Continue
                }
                Msg::InputEnded { sentence } => return Err(io::Error::other(sentence)),
                other => {
                    // The size may be that of the last frame again, but in between the terminal has
                    // lost what had no room.
                    if other.tells_a_size() {
                        self.terminal.repaint();
                    }
                    update(app, other)
                }
            };
            let mut flows = VecDeque::from([flow]);
            while let Some(flow) = flows.pop_front() {
                match flow {
                    Flow::Quit => return Ok(Some(Ending::Quit)),
                    Flow::Several(several) => flows.extend(several),
                    other => {
                        let follows = self.carry_out(other)?;
                        flows.extend(follows.map(|message| update(app, message)));
                    }
                }
            }
        }
        if let Some(command) = self.loan.take_if(|_| self.reader.is_parked()) {
            let returned = self.lend(command)?;
            return self.answer(app, vec![returned], update);
        }
        if self.loan.is_some() {
            self.reader.nudge();
        }
        Ok(None)
    }

    /// Does what the app asked for; what there is to say about it afterwards.
    fn carry_out(&mut self, flow: Flow) -> io::Result<Option<Msg>> {
        match flow {
            Flow::Continue | Flow::Quit | Flow::Several(_) => {}
            Flow::Suspend => {
                if !self.terminal.suspend()? {
                    return Ok(Some(Msg::CannotSuspend));
                }
            }
            Flow::Mouse(on) => self.terminal.set_mouse(on)?,
            Flow::Repaint => self.terminal.repaint(),
            Flow::Lend(command) => self.loan = Some(command),
        }
        Ok(None)
    }

    /// Runs a program on the terminal, in the foreground as this one is.
    fn lend(&mut self, mut command: Box<Command>) -> io::Result<Msg> {
        // As soon as the terminal is given back, Ctrl-C and Ctrl-Z mean that program.
        self.signals.lend(true);
        let outcome = self.terminal.lend(|keyboard| command.stdin(keyboard).status());
        self.signals.lend(false);
        Ok(Msg::Returned { command, outcome: outcome? })
    }
}
