//! Saving what is shown as a document: its name is typed, and nothing is replaced unasked.

use super::{App, Mode};
use crate::export::text::Layout;
use crate::export::{Format, Subject};
use crate::interview::Choice;
use crate::model::Library;
use crate::printable::printable_path;
use crate::save::SaveError;
use crate::tui::effect::Effect;
use crate::tui::layout::status_room;
use crate::tui::widget::input::TextLine;
use crate::tui::widget::text::{width, without_start};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A document that is about to be saved.
#[derive(Debug)]
pub struct Saving {
    /// The path of its file as it is typed; how it ends decides the format.
    pub line: TextLine,
    subject: Subject,
    /// The library that it is about, which stays the same while the path is typed.
    library: Arc<Library>,
    /// The path of which somebody has been told that there is a file.
    taken: Option<String>,
    /// Why it was not saved.
    complaint: Option<String>,
}

impl Saving {
    /// Whether Enter replaces a file, which the reader has been told.
    #[must_use]
    pub fn replaces(&self) -> bool {
        self.taken.as_deref() == Some(self.line.text())
    }

    /// What is to be said about it: why it was not saved, else what Enter would do.
    #[must_use]
    pub fn words(&self) -> (String, bool) {
        if let Some(complaint) = &self.complaint {
            return (complaint.clone(), true);
        }
        if self.replaces() {
            let sentence = "there is such a file; Enter again replaces it, Esc keeps it";
            return (sentence.to_owned(), true);
        }
        match self.format() {
            Ok(format) => (format!("{}; {}", kind(format), self.other_endings(format)), false),
            Err(sentence) => (sentence, false),
        }
    }

    fn format(&self) -> Result<Format, String> {
        let format = Format::of_path(Path::new(self.line.text())).ok_or_else(|| {
            // Only those are offered that it can be written in.
            let formats = Format::ALL.into_iter();
            let possible = formats.filter(|format| self.subject.reason_against(*format).is_none());
            let endings: Vec<String> = possible.map(|f| format!(".{}", f.ending())).collect();
            format!("end the name in {}", endings.join(" "))
        })?;
        match self.subject.reason_against(format) {
            Some(reason) => Err(reason.to_owned()),
            None => Ok(format),
        }
    }

    /// How a name ends that asks for another format.
    fn other_endings(&self, format: Format) -> String {
        let others = Format::ALL.into_iter().filter(|other| *other != format);
        let others = others.filter(|other| self.subject.reason_against(*other).is_none());
        let endings: Vec<String> = others.map(|other| format!(".{}", other.ending())).collect();
        let (last, before) =
            endings.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
        format!("end the name in {} or {last} for another kind", before.join(", "))
    }

    /// The document, in the format that the name asks for.
    fn text(&self, pay: bool) -> Result<String, String> {
        let format = self.format()?;
        let text = self.subject.written(&self.library, format, pay, Layout::default());
        text.map_err(ToOwned::to_owned)
    }

    /// Another path has been typed: what was said of the one before holds no more.
    pub(super) fn retyped(&mut self) {
        self.complaint = None;
    }
}

/// What a format is called here.
fn kind(format: Format) -> &'static str {
    match format {
        Format::Text => "plain text",
        Format::Markdown => "Markdown",
        Format::Json => "JSON",
        Format::Csv => "a table for spreadsheets",
        Format::Html => "an HTML page",
    }
}

impl App {
    /// Begins to save what is shown.
    pub(super) fn begin_to_save(&mut self) {
        if let Some(subject) = self.subject() {
            self.ask_for_name(subject);
        }
    }

    /// Begins to save the interview kit of the job that is shown.
    pub(super) fn begin_interview(&mut self) {
        if let Some(job) = self.index_here() {
            self.ask_for_name(Subject::Interview(job, Choice::default()));
        }
    }

    fn ask_for_name(&mut self, subject: Subject) {
        let library = self.index.library().clone();
        let name = format!("{}.{}", subject.file_name(&library), Format::Html.ending());
        let mut line = TextLine::default();
        line.set(&self.documents.join(name).to_string_lossy());
        let saving = Saving { line, subject, library, taken: None, complaint: None };
        self.mode = Mode::Save(Box::new(saving));
    }

    /// Asks for the document to be saved; until the answer comes, letters are commands again.
    pub(super) fn save_named(&mut self) -> Option<Effect> {
        let Mode::Save(mut saving) = std::mem::take(&mut self.mode) else { return None };
        match saving.text(self.pay) {
            Ok(text) => {
                let (path, replace) = (PathBuf::from(saving.line.text()), saving.replaces());
                self.unsaved = Some(saving);
                Some(Effect::Save { path, text, replace })
            }
            Err(complaint) => {
                saving.complaint = Some(complaint);
                self.mode = Mode::Save(saving);
                None
            }
        }
    }

    /// The answer: where the document is now, or why it is not, so that another path can be typed.
    pub(super) fn saved(&mut self, outcome: Result<PathBuf, SaveError>) {
        let Some(mut saving) = self.unsaved.take() else { return };
        match outcome {
            Ok(path) => {
                let said = "saved as ";
                let room = status_room(self.size.0).saturating_sub(width(said) + 1);
                let path = printable_path(&path);
                let path = without_start(&path, room, self.looks.signs.ellipsis).into_owned();
                self.say(said.to_owned() + &path);
            }
            Err(error) if !matches!(self.mode, Mode::Browse) => self.say_wrong(error.to_string()),
            Err(error) => {
                match error {
                    SaveError::Exists(_) => saving.taken = Some(saving.line.text().to_owned()),
                    error => saving.complaint = Some(error.to_string()),
                }
                self.mode = Mode::Save(saving);
            }
        }
    }
}
