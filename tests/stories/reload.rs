//! Files change while the browser is open.

use crate::hold_app;
use crate::support::{drive, edges, folder, library, picture, read};
use crossterm::event::Event;
use rolebook::model::Library;
use rolebook::store::{Folder, Origin, Watching};
use rolebook::tui::app::{App, Listing};
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use std::ops::ControlFlow;
use std::sync::Arc;

const THREE: &[(&str, &str)] = &[
    ("a.yaml", "title: Archivist\ncompetencies:\n  x:\n    - Patience: 2\n    - Order: 3\n"),
    ("b.yaml", "title: Baker\n"),
    ("c.yaml", "title: Carpenter\n"),
];

fn loaded(app: &mut App, files: &[(&str, &str)]) {
    app.update(Msg::loaded(library(files), Some(app.index())));
}

fn title(app: &App) -> String {
    app.shown().map_or_else(String::new, |job| job.title().into_owned())
}

#[test]
fn the_job_and_the_marks_stay() {
    let mut app = drive(&library(THREE), (120, 40), "<space>j");
    let before = picture(&app);
    loaded(&mut app, THREE);
    assert_eq!(picture(&app), before);
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
    let text = picture(&app);
    assert!(text.contains("Baker is no longer in the folder"), "{text}");
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
    let text = picture(&app);
    assert!(text.contains("Baker") && text.contains("there is no folder here"), "{text}");
}

fn press(app: &mut App, script: &str) {
    for key in parse_script(script).unwrap() {
        app.update(Msg::Input(vec![Event::Key(key.into())]));
    }
}

fn said(app: &App) -> String {
    app.status().map_or_else(String::new, |status| status.text.clone())
}

const REP: &str = "code: S1\ntitle: Rep\nsalary: { base: { p50: 77400 } }\n\
    competencies:\n  core:\n    - Negotiation: 3\n    - Patience: 2\n";

/// The job as it is after a day's work on it.
fn reworked() -> String {
    REP.replace("77400", "80650").replace("Negotiation: 3", "Negotiation: 4")
        + "responsibilities: [Sells., Counts.]\n"
}

const SHARED: (&str, &str) =
    ("competencies/negotiation.yaml", "name: Negotiation\nlevels: { 4: { statement: Talks. } }\n");

#[test]
fn a_line_says_what_a_save_has_changed() {
    let mut app = drive(&library(&[("rep.yaml", REP), SHARED]), (120, 40), "");
    loaded(&mut app, &[("rep.yaml", &reworked()), SHARED]);
    assert_eq!(said(&app), "Negotiation 3 → 4 · p50 base +4.2 % · 2 duties added");
    let reworded = (SHARED.0, "name: Negotiation\nlevels: { 4: { statement: Talks well. } }\n");
    loaded(&mut app, &[("rep.yaml", &reworked()), reworded]);
    assert_eq!(said(&app), "Negotiation level 4 reworded · 1 job");
    press(&mut app, "j");
    assert_eq!(said(&app), "", "the next key takes it away");
}

#[test]
fn the_cursor_stays_on_its_problem() {
    let wrong = |title: &str| format!("title: {title}\nlvl: 1\nstatus: x\n");
    let (a, b) = (wrong("A"), wrong("B"));
    let mut app = drive(&library(&[("a.yaml", &a), ("b.yaml", &b)]), (120, 40), "!jj");
    assert_eq!(app.listing(), Some((Listing::Problems, 2)));
    loaded(&mut app, &[("a.yaml", "title: A\nlevel: 1\nstatus: x\n"), ("b.yaml", &b)]);
    assert_eq!(app.listing(), Some((Listing::Problems, 1)), "one above it is mended");
    loaded(&mut app, &[("a.yaml", &a), ("b.yaml", "title: B\nstatus: x\n")]);
    assert_eq!(app.listing(), Some((Listing::Problems, 1)), "what is mended itself is left");
}

#[test]
fn hidden_pay_is_hidden_in_the_list_of_problems() {
    let paid = "title: A\nsalary: { base: { p50: 61k } }\n";
    let mut app = drive(&library(&[("a.yaml", paid)]), (120, 40), "!");
    let drawn = |app: &App| crate::support::drawn_lines(app).join("\n");
    assert!(drawn(&app).contains("61k"), "{}", drawn(&app));
    press(&mut app, "$");
    assert!(!drawn(&app).contains("61k") && !drawn(&app).contains("61000"), "{}", drawn(&app));
}

#[test]
fn the_title_is_said_of_a_job_that_is_not_shown_and_many_are_counted() {
    let mut app = drive(&library(THREE), (120, 40), "j");
    loaded(&mut app, &[THREE[0], THREE[1], ("c.yaml", "title: Carpenter\nlevel: P1\n")]);
    assert_eq!(said(&app), "Carpenter: level P1 added");
    let new = [("x.yaml", "title: X\n"), ("y.yaml", "title: Y\n"), ("c.yaml", "title: [C\n")];
    loaded(&mut app, &[&new[..], &THREE[..2]].concat());
    assert!(said(&app).starts_with("2 jobs added, 1 broken"), "{}", said(&app));
}

#[test]
fn what_belongs_together_is_told_together_unless_it_came_to_nothing() {
    let level = |path, level| (path, format!("title: Cook\ncode: {path}\nlevel: {level}\n"));
    let step = |app: &mut App, first: &Library, files: &[(&str, String)]| {
        let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (*a, b.as_str())).collect();
        let message = Msg::loaded_since(library(&files), Some(app.index()), Some(first));
        app.update(message);
        said(app)
    };
    let (a1, b1, c1) = (level("a.yaml", 1), level("b.yaml", 1), level("c.yaml", 1));
    let (a2, b2, c2) = (level("a.yaml", 2), level("b.yaml", 2), level("c.yaml", 2));
    let mut app = drive(&library(&[]), (120, 40), "");
    let before = app.index().library().clone();
    step(&mut app, &before, &[a1.clone(), b1.clone(), c1.clone()]);
    let first = app.index().library().clone();
    assert_eq!(step(&mut app, &first, &[a2.clone(), b2, c1.clone()]), "2 jobs changed");
    assert_eq!(step(&mut app, &first, &[a2, level("b.yaml", 2), c2]), "3 jobs changed");
    press(&mut app, "j");
    // Everything is as it was: what has happened last is all that there is to say.
    assert_eq!(step(&mut app, &first, &[a1, b1, c1]), "3 jobs changed");
}

#[test]
fn the_line_is_cut_where_a_word_ends() {
    let mut app = drive(&library(&[("rep.yaml", REP)]), (60, 20), "");
    loaded(&mut app, &[("rep.yaml", &reworked())]);
    assert_eq!(said(&app), "Negotiation 3 → 4 …and 2 more");
    let lines = crate::support::drawn_lines(&app);
    assert!(lines.last().unwrap().contains("…and 2 more"), "{lines:?}");
}

#[test]
fn hidden_pay_is_neither_in_the_line_nor_in_the_list_of_changes() {
    let mut app = drive(&library(&[("rep.yaml", REP)]), (120, 40), "$");
    loaded(&mut app, &[("rep.yaml", &reworked())]);
    assert_eq!(said(&app), "Negotiation 3 → 4 · pay changed · 2 duties added");
    press(&mut app, "L");
    let text = picture(&app);
    assert!(text.contains("pay changed") && !text.contains("80,650"), "{text}");
    press(&mut app, "<esc>$L");
    let text = picture(&app);
    assert!(text.contains("p50 base 77,400 → 80,650"), "{text}");
}

#[test]
fn a_reading_that_changes_nothing_says_so_only_where_it_was_asked_for() {
    let mut app = drive(&library(THREE), (120, 40), "R");
    loaded(&mut app, THREE);
    assert_eq!(said(&app), "read again, nothing changed");
    loaded(&mut app, &[THREE[0], ("b.yaml", "title: Baker\nlevel: P1\n"), THREE[2]]);
    assert_eq!(said(&app), "Baker: level P1 added");
    loaded(&mut app, &[THREE[0], ("b.yaml", "# Bread\ntitle: Baker\nlevel: P1\n"), THREE[2]]);
    assert_eq!(said(&app), "Baker: level P1 added", "nothing new takes it away");
    press(&mut app, "yt");
    let copied = said(&app);
    loaded(&mut app, &[THREE[0], ("b.yaml", "title: Baker\nlevel: P1\n"), THREE[2]]);
    assert_eq!(said(&app), copied);
}

#[test]
fn the_first_complete_reading_is_no_change() {
    let mut app = drive(&library(THREE), (120, 40), "L");
    assert_eq!(said(&app), "nothing has changed since the start");
    loaded(&mut app, THREE);
    press(&mut app, "L");
    assert_eq!(said(&app), "nothing has changed since the start");
}

/// The browser after three readings that changed something.
fn much_changed(size: (u16, u16)) -> App {
    let mut app = drive(&library(&[THREE, &[("rep.yaml", REP), SHARED]].concat()), size, "");
    let rep = reworked();
    let reworded = (SHARED.0, "name: Negotiation\nlevels: { 4: { statement: Talks well. } }\n");
    loaded(&mut app, &[THREE, &[("rep.yaml", &rep), SHARED]].concat());
    loaded(&mut app, &[&THREE[1..], &[("rep.yaml", &rep), reworded]].concat());
    let wrong = ("b.yaml", "title: [Baker\n");
    loaded(&mut app, &[wrong, THREE[2], ("sales/rep.yaml", &rep), reworded]);
    app
}

#[test]
fn every_change_since_the_start_stands_in_one_list() {
    for size in [(40, 10), (80, 24), (120, 40)] {
        let mut app = much_changed(size);
        press(&mut app, "LG");
        hold_app(&format!("changes@{}x{}", size.0, size.1), &app, "LG");
    }
}

#[test]
fn a_change_leads_to_its_job_wherever_that_is_now() {
    let mut app = much_changed((120, 40));
    press(&mut app, "LG<enter>");
    assert_eq!(title(&app), "Rep");
    press(&mut app, "Ljj<enter>");
    assert_eq!(app.list.ranking.as_deref(), Some("Negotiation"));
    press(&mut app, "Ljjj<enter>");
    assert_eq!(said(&app), "this job is no longer in the folder");
    press(&mut app, "<esc>");
    assert!(app.listing().is_none());
}

#[test]
fn an_open_list_of_changes_keeps_its_cursor_on_its_item() {
    let mut app = much_changed((120, 40));
    press(&mut app, "Lj");
    let (listing, cursor) = app.listing().unwrap();
    let name = app.items_of(listing)[cursor].name.clone();
    loaded(&mut app, THREE);
    let (listing, now) = app.listing().unwrap();
    assert!(now > cursor);
    assert_eq!(app.items_of(listing)[now].name, name);
}

/// The folder, in which the file of the archivist has another name.
fn renamed() -> Vec<(&'static str, &'static str)> {
    [&[("z/archive.yaml", THREE[0].1)], &THREE[1..]].concat()
}

#[test]
fn a_renamed_file_keeps_cursor_marks_folds_and_the_way_back() {
    let mut app = drive(&library(THREE), (120, 40), "<space>lljjl");
    let rows = app.tree.rows(app.scene()).len();
    loaded(&mut app, &renamed());
    assert_eq!(title(&app), "Archivist");
    assert_eq!(said(&app), "Archivist renamed: file a.yaml → z/archive.yaml");
    assert!(app.is_marked());
    assert_eq!(app.tree.rows(app.scene()).len(), rows);
    assert_eq!(app.tree.competency(app.scene()).as_deref(), Some("Order"));
    press(&mut app, "hhhU");
    loaded(&mut app, THREE);
    press(&mut app, "U");
    assert!(app.is_marked(), "what was unmarked is known, too");
}

#[test]
fn a_link_leads_back_to_a_file_that_was_renamed_meanwhile() {
    let files = [("a.yaml", "title: Clerk\nreports_to: Chief\n"), ("b.yaml", "title: Chief\n")];
    let mut app = drive(&library(&files), (120, 40), "jl/chief<enter><enter>");
    assert_eq!(title(&app), "Chief");
    loaded(&mut app, &[("c.yaml", files[0].1), files[1]]);
    press(&mut app, "[");
    assert_eq!(title(&app), "Clerk");
}

#[test]
fn the_filter_that_is_typed_goes_back_to_a_renamed_job() {
    let mut app = drive(&library(THREE), (120, 40), "j/carp");
    let files = [THREE[0], ("y.yaml", THREE[1].1), THREE[2]];
    loaded(&mut app, &files);
    press(&mut app, "<esc>");
    assert_eq!(title(&app), "Baker");
}

#[test]
fn a_search_and_its_place_in_the_facts_follow_a_renamed_job() {
    let mut app = drive(&library(THREE), (120, 40), "l/archive");
    loaded(&mut app, &renamed());
    press(&mut app, "<esc>jj");
    let words = app.detail.words(app.scene());
    loaded(&mut app, THREE);
    assert_eq!(title(&app), "Archivist");
    assert_eq!(app.detail.words(app.scene()), words);
}

#[test]
fn a_document_that_moves_up_in_its_file_keeps_its_mark_and_the_one_that_went_has_none() {
    let all = "title: A\n---\ntitle: B\n---\ntitle: C\n";
    let mut app = drive(&library(&[("a.yaml", all)]), (120, 40), "<space>jj<space>");
    loaded(&mut app, &[("a.yaml", "title: B\n---\ntitle: C\n")]);
    assert_eq!(title(&app), "C");
    let marks: Vec<String> = app.marks().iter().map(ToString::to_string).collect();
    assert_eq!(marks, ["a.yaml#2"]);
}

#[test]
fn a_file_that_breaks_is_marked_and_shows_what_was_read_before() {
    let files = folder(THREE);
    let mut folder = Folder::open(Origin::Folder(files.path().to_owned()), false);
    let mut show = |app: &mut App| {
        let mut publish = |library: Library| {
            app.update(Msg::loaded(Arc::new(library), Some(app.index())));
            ControlFlow::Continue(())
        };
        folder.read(&mut publish).unwrap();
    };
    let mut app = App::new(crate::support::options((120, 40)));
    show(&mut app);
    std::fs::write(files.path().join("a.yaml"), "title: [Archivist\n").unwrap();
    show(&mut app);
    assert!(said(&app).starts_with("Archivist broken: 1:8"), "{}", said(&app));
    let text = picture(&app);
    assert!(text.contains("!Archivist") || text.contains("! Archivist"), "{text}");
    assert!(text.contains("as last read, before this") && text.contains("Patience"), "{text}");
    std::fs::write(files.path().join("a.yaml"), THREE[0].1).unwrap();
    show(&mut app);
    assert_eq!(said(&app), "Archivist mended");
}

#[test]
fn a_large_library_is_read_again_without_a_word_about_what_is_the_same() {
    let mut app = drive(&edges(), (120, 40), "jj");
    let before = picture(&app);
    app.update(Msg::loaded(edges(), Some(app.index())));
    assert_eq!(picture(&app), before);
}

#[test]
fn the_bottom_line_says_how_the_folder_is_watched() {
    let last_line = |columns, watching| {
        let mut app = drive(&library(THREE), (columns, 24), "");
        app.update(Msg::Watching(watching));
        crate::support::drawn_lines(&app).pop().unwrap()
    };
    let limit = Watching::Polling(Some("watch limit"));
    assert!(last_line(120, limit).contains("watching by polling (watch limit) · "));
    assert!(last_line(80, limit).contains("watching by polling · 3 jobs"));
    assert!(last_line(80, Watching::Polling(None)).contains("watching by polling · 3 jobs"));
    assert!(last_line(80, Watching::Events).contains("watching · 3 jobs"));
    assert!(!last_line(120, Watching::Off).contains("watching"));
}
