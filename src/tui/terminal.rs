//! The guard of the terminal: who holds it may draw; when it goes, the terminal is as it was before.
//!
//! Nothing is ever asked of the terminal. A slow answer would arrive as keys, and some never answer.

use std::cell::RefCell;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::rc::Rc;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, TerminalOptions, Viewport};
use rustix::termios::tcgetwinsize;

mod jobs;
mod modes;

#[cfg(test)]
pub(super) use modes::being_given_back;
pub use modes::give_back;
pub(super) use modes::open_tty;

/// Columns that are drawn at most. Beyond them nobody reads, and a frame would take too long.
pub const MOST_COLUMNS: u16 = 1024;
/// Rows that are drawn at most.
pub const MOST_ROWS: u16 = 512;

/// Begins and ends a frame that the terminal shows at once, where it knows how to.
const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";
const CLEAR: &[u8] = b"\x1b[0m\x1b[2J";

/// Collects a frame, so that it goes out in one write.
#[derive(Clone, Default)]
struct Page(Rc<RefCell<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Nothing goes out before the frame is whole.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Screen = ratatui::Terminal<CrosstermBackend<Page>>;

/// The terminal while this program holds it. Dropping it gives the terminal back.
pub struct Terminal {
    screen: Screen,
    page: Page,
    /// The size that the screen was built for, as the terminal told it.
    size: Size,
    mouse: bool,
    /// True when the terminal may show something else than the last frame.
    stale: bool,
}

impl Terminal {
    /// Takes the terminal over: raw mode, alternate screen, no cursor, bracketed paste, and mouse
    /// buttons and wheel if `mouse`. What was typed before is thrown away.
    ///
    /// # Errors
    /// When there is no terminal to read from, or it does not obey; then it is left as it was.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        modes::take(mouse)?;
        let page = Page::default();
        let screen = blank_screen(&page, Size::ZERO).inspect_err(|_| give_back())?;
        Ok(Self { screen, page, size: Size::ZERO, mouse, stale: true })
    }

    /// Draws one frame, at the size that the terminal has now. Without room nothing is drawn.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let size = terminal_size()?;
        // What a frame left behind when painting it panicked must not go out with this one.
        self.page.0.borrow_mut().clear();
        self.page.write_all(BEGIN_FRAME)?;
        if self.stale || size != self.size {
            // Built anew instead of `Terminal::clear`, which asks for the cursor's position.
            self.page.write_all(CLEAR)?;
            self.screen = blank_screen(&self.page, size)?;
            self.size = size;
            self.stale = false;
        }
        if size.width > 0 && size.height > 0 {
            self.screen.draw(paint)?;
        }
        self.page.write_all(END_FRAME)?;
        modes::write_all(&self.page.0.borrow())
    }

    /// Makes the next frame a whole one: something else may have been written to the terminal.
    pub fn repaint(&mut self) {
        self.stale = true;
    }

    /// Turns the reporting of mouse buttons and wheel on or off. Off, the terminal selects text.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        modes::write_all(if mouse { modes::MOUSE_ON } else { modes::MOUSE_OFF })
    }

    /// Gives the terminal back, until [`Terminal::enter_again`]. Harmless when done already.
    pub fn leave(&mut self) {
        give_back();
    }

    /// Gives the terminal back while another program has it, which reads the keys from what is
    /// handed over here; then takes it over again, however it was left.
    ///
    /// # Errors
    /// As for [`Terminal::enter`].
    pub fn lend<T>(&mut self, borrow: impl FnOnce(OwnedFd) -> T) -> io::Result<T> {
        self.leave();
        let modes = modes::Modes::now()?;
        let outcome = borrow(modes::open_tty()?);
        // Without it nothing can be read or set; what follows tells if it cannot be had.
        let _ = jobs::take_foreground();
        modes.set();
        modes::write_all(modes::TIDY_UP)?;
        self.enter_again()?;
        Ok(outcome)
    }

    /// Takes the terminal over once more; the next frame is a whole one.
    ///
    /// # Errors
    /// As for [`Terminal::enter`].
    pub fn enter_again(&mut self) -> io::Result<()> {
        self.stale = true;
        modes::take(self.mouse)
    }

    /// After the program was continued: takes the terminal over again if the shell had it between,
    /// and makes the next frame a whole one.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resume(&mut self) -> io::Result<()> {
        self.stale = true;
        modes::retake_if_changed(self.mouse)
    }

    /// Gives the terminal back and stops the program until the shell says `fg`.
    ///
    /// False, and nothing done, where no shell would ever say so.
    ///
    /// # Errors
    /// When the terminal cannot be taken over again.
    pub fn suspend(&mut self) -> io::Result<bool> {
        if !jobs::have_a_shell() {
            return Ok(false);
        }
        self.leave();
        jobs::stop()?;
        self.enter_again()?;
        Ok(true)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// True when there is a terminal to read keys from: standard input, or the controlling terminal.
#[must_use]
pub fn can_be_read() -> bool {
    modes::open_tty().is_ok()
}

/// A screen that knows the terminal to be blank. Its size is fixed, so that it never looks itself.
fn blank_screen(page: &Page, size: Size) -> io::Result<Screen> {
    let area = Rect::new(0, 0, size.width.min(MOST_COLUMNS), size.height.min(MOST_ROWS));
    let backend = CrosstermBackend::new(page.clone());
    Screen::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(area) })
}

fn terminal_size() -> io::Result<Size> {
    let size = tcgetwinsize(rustix::stdio::stdout())?;
    Ok(Size::new(size.ws_col, size.ws_row))
}
