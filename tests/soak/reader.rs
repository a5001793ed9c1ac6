//! Who sits at the terminal: does something, waits until it is answered, and looks at the picture.

use crate::figures::{Figures, Held};
use crate::folder::Folder;
use crate::hands::{Deed, bytes, deed, single_keys};
use crate::made::seed::Seed;
use crate::process::wait_until;
use crate::pty::{Pty, Start};
use rolebook::tui::layout::SMALLEST;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const ROLEBOOK: &str = env!("CARGO_BIN_EXE_rolebook");
/// Deeds of one burst at most.
const A_BURST: usize = 24;
/// So many of the last deeds are told when something is wrong.
const TOLD: usize = 40;
/// A size at which the list is the only pane, with room for all jobs that come with the program.
const TALL: (u16, u16) = (60, 100);

pub struct Reader {
    pty: Pty,
    singles: Vec<&'static str>,
    size: (u16, u16),
    begun: u64,
    actions: usize,
    bursts: usize,
    /// What it holds whenever it rests.
    held: Option<Held>,
    last: VecDeque<String>,
}

/// Says what was done last, if the test ends by it.
impl Drop for Reader {
    fn drop(&mut self) {
        if thread::panicking() {
            println!("ROLEBOOK_SOAK_SEED={}, after {} actions:", self.begun, self.actions);
            self.last.iter().for_each(|deed| println!("  {deed}"));
        }
    }
}

fn open(root: &Path, size: (u16, u16)) -> Pty {
    let place = root.parent().unwrap().join("documents");
    std::fs::create_dir_all(&place).unwrap();
    let script = format!("cd {} && exec {ROLEBOOK} {}", place.display(), root.display());
    let start = Start::new(&["sh", "-c", &script]).size(size.0, size.1);
    let pty = start.with("EDITOR", "").with("VISUAL", "").with("LC_ALL", "C.UTF-8").go();
    pty.wait_for("all jobs", |screen| {
        let text = screen.contents();
        text.contains("┤Jobs├") && !text.contains("reading") && !text.contains("so far")
    });
    pty
}

impl Reader {
    pub fn open(root: PathBuf, seed: u64) -> Self {
        let (size, singles) = ((120, 40), single_keys());
        let (pty, last) = (open(&root, size), VecDeque::new());
        pty.wait_for_text("watching");
        Self { pty, singles, size, begun: seed, actions: 0, bursts: 0, held: None, last }
    }

    pub fn actions(&self) -> usize {
        self.actions
    }

    fn press(&mut self, script: &str) {
        self.pty.press(bytes(script));
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.pty.resize(size.0, size.1);
    }

    /// Some deeds at once, an answer to them, and what is shown then.
    pub fn burst(&mut self, seed: &mut Seed, folder: &mut Folder) {
        for _ in 0..1 + seed.below(A_BURST) {
            let told = match deed(seed, &self.singles) {
                Deed::Press(bytes, told) => {
                    self.pty.press(bytes);
                    told
                }
                Deed::Resize(columns, rows) => {
                    self.resize((columns, rows));
                    format!("{columns}×{rows}")
                }
                Deed::Edit => folder.edit(seed),
            };
            self.actions += 1;
            self.last.push_back(format!("{}: {told}", self.actions));
            self.last.drain(..self.last.len().saturating_sub(TOLD));
        }
        self.settle();
    }

    /// Waits until all keys are answered: a word that is typed into the palette is seen. Then looks
    /// at the picture behind it.
    fn settle(&mut self) {
        if self.size.0 < SMALLEST.0 || self.size.1 < SMALLEST.1 {
            // However few letters of the sentence have room.
            self.pty.wait_for("too small", |screen| screen.contents().starts_with('t'));
            self.resize((80, 24));
        }
        self.bursts += 1;
        let word = format!("zx{}zx", self.bursts);
        // The first may end a pair of keys that was begun.
        self.press(&format!("<f1><f1><c-u>{word}"));
        let rows = usize::from(self.size.1);
        self.pty.wait_for(&word, |screen| screen.contents().contains(&word));
        self.press("<esc><esc>");
        self.pty.wait_for("a whole picture", |screen| {
            let text = screen.contents();
            let footer = screen.rows(0, screen.size().1.into()).nth(rows - 1).unwrap_or_default();
            !text.contains(&word) && !footer.trim().is_empty()
        });
        let text = self.pty.text();
        assert!(!text.contains("internal error"), "{text}");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
        assert!(self.pty.exit_within(Duration::ZERO).is_none(), "it has ended:\n{text}");
    }

    /// Everything as at the start: the files, the size, the list with the keys in it, no filter.
    /// Once it has seen the last change of the folder, what it holds.
    pub fn at_rest(&mut self, folder: &mut Folder) -> Figures {
        folder.mend();
        self.resize((120, 40));
        self.press(&"<esc>".repeat(12));
        self.settle();
        let (path, title) = folder.beacon();
        self.filter(&format!("'{title}"), "┤Jobs├ 1 of");
        std::fs::remove_file(path).unwrap();
        self.filter("", "┤Jobs├ 0 of");
        self.press("<c-u><enter>");
        self.settle();
        let pid = self.pty.pid;
        // Files and threads of work that is going on are there for a moment.
        let mut before = Held::by(pid);
        let what = format!("{:?} again, but {before:?}", self.held);
        wait_until(&what, || {
            let now = Held::by(pid);
            let rests = now == self.held.unwrap_or(before);
            before = now;
            rests
        });
        self.held = Some(before);
        Figures::of(pid)
    }

    /// Types a filter and waits for what its head says then.
    fn filter(&mut self, text: &str, head: &str) {
        if !text.is_empty() {
            self.press(&format!("f<c-u>{text}"));
        }
        self.pty.wait_for_text(head);
    }

    /// Sees that its list is that of a fresh start, and ends it.
    pub fn leave(&mut self, folder: &Folder) {
        let fresh = open(&folder.root(), TALL);
        // Asking for them waits for the end of the frame that is under way.
        fresh.frames();
        let expected = list(&fresh.text());
        self.resize(TALL);
        self.settle();
        while !self.pty.text().contains("by title") {
            self.press("s");
            self.settle();
        }
        // Another order keeps the job, wherever it stands then.
        self.press("gg");
        self.settle();
        let what = format!("list as after a fresh start:\n{}", expected.join("\n"));
        self.pty.wait_for(&what, |screen| list(&screen.contents()) == expected);
        assert!(!String::from_utf8_lossy(&self.pty.bytes()).contains("panicked"));
        self.pty.press("\x03");
        assert_eq!(self.pty.wait_exit().exit_code(), 0);
        self.pty.assert_restored();
    }
}

/// The lines of the list, without cursor and marks.
fn list(text: &str) -> Vec<String> {
    let lines = text.lines().skip(2).take(58);
    lines.map(|line| line.trim_start_matches(['▌', '✓', ' ']).trim_end().to_owned()).collect()
}
