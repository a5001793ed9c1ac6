//! What stories share: libraries to browse, a way to press keys, and the picture that comes of it.

#![allow(dead_code, unused_imports, reason = "each test crate uses its own part of this")]

pub mod command;
pub mod cursor;
pub mod edges;
pub mod picture;
pub mod strace;
pub mod subjects;

pub use picture::{assert_clean, picture};

use rolebook::cli::{load, play};
use rolebook::lint::{Date, Linter};
use rolebook::model::Library;
use rolebook::store::Origin;
use rolebook::tui::app::{App, Options};
use rolebook::tui::theme::Looks;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// Columns and rows.
pub type Size = (u16, u16);

/// The three sizes of nearly every story: one pane, two columns, three columns.
pub const SIZES: [Size; 3] = [(80, 24), (120, 40), (200, 60)];
/// The smallest screen that can be worked with.
pub const SMALL: Size = (40, 10);

/// Writes files, given by path and text, into a folder that is gone with the value.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// The library that files, given by path and text, make.
pub fn library(files: &[(&str, &str)]) -> Arc<Library> {
    read(folder(files).path())
}

/// A linter whose day is always the same.
pub fn linter() -> Linter {
    Linter::new(Date::constant(2026, 7, 1))
}

/// The library in a folder.
pub fn read(folder: &Path) -> Arc<Library> {
    load(Origin::Folder(folder.to_owned()), false, linter()).unwrap()
}

/// The folder of profiles that comes with the program.
pub fn shipped_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles")
}

/// The profiles that come with the program.
pub fn shipped() -> Arc<Library> {
    read(&shipped_folder())
}

/// How the browser is opened in stories: in colour, pay shown.
pub fn options(size: Size) -> Options {
    Options {
        looks: Looks::new(true, true),
        size,
        pay: true,
        folder: "profiles".to_owned(),
        built_in: false,
        documents: PathBuf::new(),
    }
}

/// The browser after `script`, on a library that has been read.
pub fn drive(library: &Arc<Library>, size: Size, script: &str) -> App {
    play(library.clone(), options(size), script).unwrap()
}

/// The library that has the edges of the format.
pub fn edges() -> Arc<Library> {
    library(edges::EDGES)
}

/// The lines that an app shows.
pub fn drawn_lines(app: &App) -> Vec<String> {
    picture::lines(&picture::drawn(app).0)
}
