//! The formats that there are, and a document in those that are made to be read.

use super::text::Layout;
use super::{Document, html, markdown, text};
use std::path::Path;

/// How something is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// To be read in a terminal.
    #[default]
    Text,
    /// To be pasted into a document or a ticket.
    Markdown,
    /// For programs, with everything that is known.
    Json,
    /// For spreadsheets.
    Csv,
    /// A page for browsers, printers and word processors.
    Html,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 5] =
        [Format::Text, Format::Markdown, Format::Json, Format::Csv, Format::Html];

    /// Its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Html => "html",
        }
    }

    /// How the names of such files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Markdown => "md",
            other => other.word(),
        }
    }

    /// The format that a file's name asks for by its end.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "markdown" => Some(Format::Markdown),
            "htm" => Some(Format::Html),
            other => Self::ALL.into_iter().find(|format| format.ending() == other),
        }
    }
}

/// A document in a format that is made to be read; JSON and CSV are written from the data, see
/// [`super::Subject::written`], and are `None` here.
#[must_use]
pub fn write(document: &Document, format: Format, layout: Layout) -> Option<String> {
    match format {
        Format::Text => Some(text::write(document, layout)),
        Format::Markdown => Some(markdown::write(document)),
        Format::Html => Some(html::write(document)),
        Format::Json | Format::Csv => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_name_tells_its_format() {
        let of = |name: &str| Format::of_path(Path::new(name));
        assert_eq!(of("a/b.HTML"), Some(Format::Html));
        assert_eq!((of("b.md"), of("b.txt")), (Some(Format::Markdown), Some(Format::Text)));
        assert_eq!((of("b.pdf"), of("md"), of("-")), (None, None, None));
    }
}
