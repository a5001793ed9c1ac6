//! The thread that reads the folder: once at the start, and again when it is asked to.

use super::message::Msg;
use super::worker;
use crate::lint::Linter;
use crate::model::Library;
use crate::search::Index;
use crate::store::Folder;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Starts reading. Each message sent to what this returns makes it read once more.
///
/// # Errors
/// When the system starts no thread.
pub fn spawn(send: Sender<Msg>, folder: Folder, linter: Linter) -> io::Result<Sender<()>> {
    let (again, asked) = channel();
    worker::spawn("loader", send, move |send| {
        read_and_wait(send, folder, linter, &asked);
    })?;
    Ok(again)
}

fn read_and_wait(send: &Sender<Msg>, mut folder: Folder, mut linter: Linter, asked: &Receiver<()>) {
    let mut last: Option<Arc<Index>> = None;
    loop {
        let mut publish = |library: Library| {
            let library = linter.check(library);
            let message = Msg::loaded(Arc::new(library), last.as_deref());
            if let Msg::Loaded(index, _) = &message {
                last = Some(index.clone());
            }
            told(send, message)
        };
        if let Err(error) = folder.read(&mut publish)
            && told(send, Msg::NotLoaded { sentence: error.to_string() }).is_break()
        {
            return;
        }
        if asked.recv().is_err() {
            return;
        }
        // Several requests that came meanwhile are one.
        while asked.try_recv().is_ok() {}
    }
}

/// Sends a message; nobody there to hear it means that the program is ending.
fn told(send: &Sender<Msg>, message: Msg) -> ControlFlow<()> {
    match send.send(message) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}
