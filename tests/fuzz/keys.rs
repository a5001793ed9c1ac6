//! What happens at a terminal: keys as key scripts write them, and between them what is no key.
//!
//! `\x01` and two more bytes are a change of size, `\x02` and three more the mouse, `\x03` up to the
//! next one a paste, `\x04` and one more another library.

#[path = "../support/cursor.rs"]
mod cursor;
#[path = "../support/edges.rs"]
pub mod edges;
#[path = "../support/picture.rs"]
mod picture;

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use rolebook::cli::load;
use rolebook::lint::{Date, Linter};
use rolebook::model::{Job, Library, Parts};
use rolebook::store::{Origin, parse_profiles};
use rolebook::tui::app::{App, Options};
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::{Key, parse_script};
use rolebook::tui::message::Msg;
use rolebook::tui::scout::Scout;
use rolebook::tui::theme::Looks;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// Happenings beyond these take time and find nothing.
const MOST: usize = 60;
/// The columns and rows of the largest screen.
const LARGEST: (u16, u16) = (300, 100);

/// What the folder may be found to hold.
static LIBRARIES: LazyLock<[Arc<Library>; 4]> = LazyLock::new(|| {
    let linter = Linter::new(Date::constant(2026, 7, 1));
    let sample = load(Origin::Sample, false, linter).unwrap();
    let edges = || edges::EDGES.iter().filter(|(path, _)| !path.contains("competencies"));
    let jobs = edges().flat_map(|(path, text)| parse_profiles(Path::new(path), text.as_bytes()));
    let jobs: Vec<Arc<Job>> = jobs.map(Arc::new).collect();
    let some = jobs.iter().skip(1).step_by(2).cloned().collect();
    let library =
        |jobs, complete| Arc::new(Library::new(Parts { jobs, complete, ..<_>::default() }));
    [library(jobs, true), sample, library(some, false), Arc::default()]
});

/// Whatever happens, each frame can be drawn and holds nothing that a terminal obeys, the cursors
/// stand on rows, and Ctrl-C ends it.
pub fn run(bytes: &[u8]) {
    let mut app = App::new(Options {
        looks: Looks::new(true, true),
        size: (80, 24),
        pay: true,
        folder: "profiles".to_owned(),
        built_in: false,
        documents: PathBuf::new(),
    });
    app.update(Msg::loaded(LIBRARIES[0].clone(), None));
    for happening in Happenings(bytes).take(MOST) {
        happen(&mut app, happening);
        cursor::assert_cursor_on_a_row(&app);
        let (frame, caret) = picture::drawn(&app);
        picture::assert_clean(&frame);
        assert!(caret.is_none_or(|(x, y)| x < app.size().0 && y < app.size().1), "{caret:?}");
        drop(app.hints());
    }
    let end = Event::Key(parse_script("<c-c>").unwrap()[0].into());
    assert_eq!(app.update(Msg::Input(vec![end])), [Effect::Quit], "Ctrl-C");
}

enum Happening {
    Input(Event),
    Load(usize),
}

/// Lets it happen; what is looked for is found at once.
fn happen(app: &mut App, happening: Happening) {
    let may_quit = matches!(happening, Happening::Input(Event::Key(_)));
    let effects = match happening {
        Happening::Input(event) => app.update(Msg::Input(vec![event])),
        Happening::Load(at) => app.update(Msg::loaded(LIBRARIES[at].clone(), Some(app.index()))),
    };
    for effect in effects {
        match effect {
            Effect::Seek(question) => {
                let answer = Scout::default().find(app.index().library().clone(), question);
                app.update(Msg::Found(Box::new(answer)));
            }
            Effect::Save { path, .. } => drop(app.update(Msg::Saved(Ok(path)))),
            Effect::Quit => assert!(may_quit, "it ends without a key"),
            _ => {}
        }
    }
}

/// What the bytes say that happens.
struct Happenings<'a>(&'a [u8]);

impl Iterator for Happenings<'_> {
    type Item = Happening;

    fn next(&mut self) -> Option<Happening> {
        let (first, rest) = self.0.split_first()?;
        let (happening, rest) = match (first, rest) {
            (1, [columns, rows, rest @ ..]) => (resize(*columns, *rows), rest),
            (2, [kind, x, y, rest @ ..]) => (mouse(*kind, (*x).into(), (*y).into()), rest),
            (3, _) => {
                let end = rest.iter().position(|byte| *byte == 3).unwrap_or(rest.len());
                let text = String::from_utf8_lossy(&rest[..end]).into_owned();
                (Happening::Input(Event::Paste(text)), rest.get(end + 1..).unwrap_or_default())
            }
            (4, [which, rest @ ..]) => {
                (Happening::Load(usize::from(*which) % LIBRARIES.len()), rest)
            }
            _ => {
                let (key, length) = key(self.0);
                (Happening::Input(Event::Key(key.into())), &self.0[length..])
            }
        };
        self.0 = rest;
        Some(happening)
    }
}

/// The key that bytes begin with, and how many of them it takes.
fn key(bytes: &[u8]) -> (Key, usize) {
    let named = bytes.iter().take(12).position(|byte| *byte == b'>').map(|at| &bytes[..=at]);
    let named = named.filter(|_| bytes[0] == b'<').and_then(|name| std::str::from_utf8(name).ok());
    if let Some((name, keys)) = named.and_then(|name| Some((name, parse_script(name).ok()?)))
        && let [key] = keys[..]
    {
        return (key, name.len());
    }
    let letter = (1..=4.min(bytes.len())).find_map(|length| {
        let c = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
        Some((c, length))
    });
    let (c, length) = letter.unwrap_or((char::REPLACEMENT_CHARACTER, 1));
    (Key::plain(KeyCode::Char(c)), length)
}

fn resize(columns: u8, rows: u8) -> Happening {
    let part = |of: u16, byte: u8| (u32::from(of) * u32::from(byte) / 255).try_into().unwrap();
    Happening::Input(Event::Resize(part(LARGEST.0, columns), part(LARGEST.1, rows)))
}

fn mouse(kind: u8, column: u16, row: u16) -> Happening {
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollUp,
        MouseEventKind::Moved,
    ];
    let kind = kinds[usize::from(kind) % kinds.len()];
    let modifiers = KeyModifiers::NONE;
    Happening::Input(Event::Mouse(MouseEvent { kind, column, row, modifiers }))
}
