//! The thread that reads the folder: at the start, when it is asked to, and when something changed.

mod together;

use super::message::Msg;
use super::worker;
use crate::lint::Linter;
use crate::model::Library;
use crate::search::Index;
use crate::store::{Event, Folder, FolderError, Watch, Wish};
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Instant;
use together::Together;

/// What the loader waits for.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// Somebody wants the folder to be read again.
    Read,
    /// Something was heard of the disk.
    Heard(Event),
}

/// Starts reading, and watches the folder from then on as wished.
///
/// # Errors
/// When the system starts no thread.
pub fn spawn(
    send: Sender<Msg>,
    folder: Folder,
    watch: Wish,
    linter: Linter,
) -> io::Result<Sender<Call>> {
    let (call, calls) = channel();
    let own = call.clone();
    worker::spawn("loader", send, move |send| {
        let (together, last, trouble) = (Together::default(), None, None);
        let linter = linter.clone();
        let mut loader = Loader { send, linter, last, together, trouble, ended: false };
        loader.work(folder.anew(), watch, &calls, own.clone());
    })?;
    Ok(call)
}

struct Loader<'s> {
    send: &'s Sender<Msg>,
    linter: Linter,
    last: Option<Arc<Index>>,
    together: Together,
    /// Why the folder could not be read, as it was told last.
    trouble: Option<String>,
    /// Whether nobody listens any more: the program is ending.
    ended: bool,
}

impl Loader<'_> {
    fn work(&mut self, mut folder: Folder, wish: Wish, calls: &Receiver<Call>, own: Sender<Call>) {
        self.take(|publish| folder.read(publish));
        let hear = move |event| drop(own.send(Call::Heard(event)));
        let mut watch = Watch::begin(wish, &folder, Instant::now(), hear);
        let mut told = watch.watching();
        self.tell(Msg::Watching(told));
        while !self.ended {
            let Some((asked, events)) = wait(calls, watch.next()) else { return };
            let now = Instant::now();
            events.into_iter().for_each(|event| watch.hear(event, now));
            if asked {
                self.trouble = None;
                self.take(|publish| folder.read(publish));
                watch.was_read(&folder, Instant::now());
            }
            if let Some(look) = watch.due(now) {
                let looked = self.take(|publish| folder.look(&look, publish));
                watch.looked(&look, &folder, looked);
            }
            if watch.watching() != told {
                told = watch.watching();
                self.tell(Msg::Watching(told));
            }
        }
    }

    /// Sends on what a reading publishes, and once why there is nothing to read. When it ended,
    /// without what was made of it then.
    fn take(
        &mut self,
        read: impl FnOnce(&mut dyn FnMut(Library) -> ControlFlow<()>) -> Result<(), FolderError>,
    ) -> Instant {
        let mut ended = None;
        let outcome = read(&mut |library| {
            let now = Instant::now();
            ended = Some(now);
            library.prepare(self.last.as_deref().map(|last| &**last.library()));
            let library = self.linter.check(library);
            let last = self.last.as_deref();
            let first = last.map(|last| self.together.first(last.library(), now));
            let message = Msg::loaded_since(Arc::new(library), last, first.as_deref());
            if let Msg::Loaded(index, _) = &message {
                self.last = Some(index.clone());
            }
            self.tell(message);
            if self.ended { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let trouble = outcome.err().map(|error| error.to_string());
        if let Some(sentence) = trouble.clone().filter(|_| trouble != self.trouble) {
            self.tell(Msg::NotLoaded { sentence });
        }
        self.trouble = trouble;
        ended.unwrap_or_else(Instant::now)
    }

    fn tell(&mut self, message: Msg) {
        self.ended |= self.send.send(message).is_err();
    }
}

/// Waits until somebody calls or `until` comes. Whether somebody wants everything read, however
/// many they are, and what was heard; `None` when nobody is left who could call.
fn wait(calls: &Receiver<Call>, until: Option<Instant>) -> Option<(bool, Vec<Event>)> {
    let first = match until {
        Some(until) => calls.recv_timeout(until.saturating_duration_since(Instant::now())),
        None => calls.recv().map_err(|_| RecvTimeoutError::Disconnected),
    };
    if first == Err(RecvTimeoutError::Disconnected) {
        return None;
    }
    let mut asked = false;
    let mut events = Vec::new();
    for call in first.into_iter().chain(calls.try_iter()) {
        match call {
            Call::Read => asked = true,
            Call::Heard(event) => events.push(event),
        }
    }
    Some((asked, events))
}
