//! Everything that can be told to the main thread, each kind in one sentence.

use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitStatus};
use std::sync::Arc;

use super::scout::Answer;
use crate::changes::Changes;
use crate::model::Library;
use crate::save::SaveError;
use crate::search::Index;
use crate::store::Watching;
use crossterm::event::Event;

/// What arrives on the one channel on which the main thread waits.
#[derive(Debug)]
pub enum Msg {
    /// The terminal sent these, in this order; its reader waits until they are answered by a frame.
    ///
    /// Empty once, at the start: from then on a change of size is noticed.
    Input(Vec<Event>),
    /// Jobs have been read: some of them while loading goes on, all of them in the end.
    ///
    /// With it comes what differs from the library before, where both are whole.
    Loaded(Arc<Index>, Option<Box<News>>),
    /// The folder cannot be read.
    NotLoaded {
        /// What is wrong and what to do, as one sentence that is safe to show.
        sentence: String,
    },
    /// How the folder is watched from now on.
    Watching(Watching),
    /// The operating system sent a signal.
    Signal(Signal),
    /// A thread beside the main one gave up through a mistake in this program; the rest goes on.
    WorkerFailed {
        /// The name that the thread was started under, such as `loader`.
        worker: &'static str,
        /// The whole sentence to show, safe to print.
        sentence: String,
    },
    /// The keyboard cannot be read any more, so the program must end rather than stay on deaf.
    InputEnded {
        /// The whole sentence to show, safe to print.
        sentence: String,
    },
    /// The program that the terminal was lent to has ended, or could not be started.
    Returned {
        /// What was run.
        command: Box<Command>,
        /// How it ended, or why it did not start.
        outcome: io::Result<ExitStatus>,
    },
    /// Near jobs or a route have been looked for.
    Found(Box<Answer>),
    /// A document has been saved in this file, or why it was not.
    Saved(Result<PathBuf, SaveError>),
    /// Suspending was asked for, but no shell is there that could bring the program back.
    CannotSuspend,
}

impl Msg {
    /// Whether the terminal has told a size, which may be the one that it had.
    #[must_use]
    pub fn tells_a_size(&self) -> bool {
        let Self::Input(events) = self else { return false };
        events.iter().any(|event| matches!(event, Event::Resize(..)))
    }
}

impl Msg {
    /// The news of a library that has been read after `last`.
    #[must_use]
    pub fn loaded(library: Arc<Library>, last: Option<&Index>) -> Self {
        Self::loaded_since(library, last, None)
    }

    /// The same where changes since an earlier library, the `first`, are to be told together.
    #[must_use]
    pub fn loaded_since(
        library: Arc<Library>,
        last: Option<&Index>,
        first: Option<&Library>,
    ) -> Self {
        let changes = last.and_then(|last| Changes::of_complete(last.library(), &library));
        let is_last = |first: &&Library| last.is_some_and(|l| std::ptr::eq(&**l.library(), *first));
        let first = first.filter(|first| !is_last(first));
        let together = first.and_then(|first| Changes::of_complete(first, &library));
        let news = changes.map(|changes| Box::new(News { changes, together }));
        Self::Loaded(Arc::new(Index::new(library, last)), news)
    }
}

/// What a library says otherwise than others before it: worked out beside the main thread, since
/// there may be thousands of changes.
#[derive(Debug, Default)]
pub struct News {
    /// What differs from the library before.
    pub changes: Changes,
    /// What differs from an earlier one, where several have followed each other closely.
    pub together: Option<Changes>,
}

impl News {
    /// What a line is to tell of: nothing if nothing is new, and else all that belongs together.
    #[must_use]
    pub fn told(&self) -> &Changes {
        let together = self.together.as_ref().filter(|together| !together.is_empty());
        together.filter(|_| !self.changes.is_empty()).unwrap_or(&self.changes)
    }
}

/// A signal, by what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// End, and die by the signal of this number, so that the parent sees it.
    End(i32),
    /// Give the terminal back and stop until the shell says `fg`.
    Suspend,
    /// The program was stopped, perhaps, and goes on: the screen can hold anything now.
    Continue,
}
