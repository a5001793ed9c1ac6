//! Files change while the browser is open.

use crate::support::{drive, folder, library, read};
use rolebook::search::Index;
use rolebook::tui::app::App;
use rolebook::tui::message::Msg;
use std::sync::Arc;

const THREE: &[(&str, &str)] = &[
    ("a.yaml", "title: Archivist\ncompetencies:\n  x:\n    - Patience: 2\n    - Order: 3\n"),
    ("b.yaml", "title: Baker\n"),
    ("c.yaml", "title: Carpenter\n"),
];

fn loaded(app: &mut App, files: &[(&str, &str)]) {
    app.update(Msg::Loaded(Arc::new(Index::new(library(files), None))));
}

fn title(app: &App) -> String {
    app.shown().map_or_else(String::new, |job| job.title().into_owned())
}

#[test]
fn the_job_and_the_marks_stay() {
    let mut app = drive(&library(THREE), (120, 40), "<space>j");
    let before = crate::support::picture(&app);
    loaded(&mut app, THREE);
    assert_eq!(crate::support::picture(&app), before);
    let more = [&[("0.yaml", "title: Aaa\n")], THREE].concat();
    loaded(&mut app, &more);
    assert_eq!(title(&app), "Baker");
    assert_eq!(app.marks().len(), 1);
}

#[test]
fn a_job_that_is_gone_is_told_and_its_neighbour_is_selected() {
    let mut app = drive(&library(THREE), (120, 40), "j");
    loaded(&mut app, &[THREE[0], THREE[2]]);
    assert_eq!(title(&app), "Carpenter");
    let text = crate::support::picture(&app);
    assert!(text.contains("Baker is not in the folder any more"), "{text}");
}

#[test]
fn folds_and_the_cursor_in_the_tree_stay() {
    let mut app = drive(&library(THREE), (120, 40), "lljjl");
    let open = app.tree.rows(app.scene()).len();
    let changed = (
        "a.yaml",
        "title: Archivist\ncompetencies:\n  x:\n    - New: 1\n    - Patience: 2\n    - Order: 4\n",
    );
    loaded(&mut app, &[changed, THREE[1], THREE[2]]);
    assert_eq!(app.tree.rows(app.scene()).len(), open + 1);
    assert_eq!(app.tree.competency(app.scene()).as_deref(), Some("Order"));
}

#[test]
fn until_the_first_key_the_first_row_stays_selected() {
    let mut app = drive(&library(&THREE[1..]), (120, 40), "");
    loaded(&mut app, THREE);
    assert_eq!(title(&app), "Archivist");
}

#[test]
fn a_filter_goes_on_filtering() {
    let mut app = drive(&library(THREE), (120, 40), "/ar");
    loaded(&mut app, &[THREE, &[("d.yaml", "title: Army cook\n")]].concat());
    assert_eq!(app.list.rows().len(), 4);
}

#[test]
fn a_folder_that_goes_leaves_what_was_read_and_says_why() {
    let folder = folder(THREE);
    let mut app = drive(&read(folder.path()), (120, 40), "j");
    app.update(Msg::NotLoaded { sentence: "there is no folder here".to_owned() });
    let text = crate::support::picture(&app);
    assert!(text.contains("Baker") && text.contains("there is no folder here"), "{text}");
}
