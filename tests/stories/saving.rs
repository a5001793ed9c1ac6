//! Taking away what is shown: a name is typed, and no file is replaced unasked.

use crate::hold_app;
use crate::support::{SIZES, SMALL, drive, edges, options, picture, shipped};
use crossterm::event::Event;
use rolebook::cli::play;
use rolebook::save::SaveError;
use rolebook::tui::app::{App, Mode, Options};
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use std::io;
use std::path::PathBuf;

const WIDE: (u16, u16) = (120, 40);

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = parse_script(keys).unwrap().into_iter();
    app.update(Msg::Input(keys.map(|key| Event::Key(key.into())).collect()))
}

/// The document that the keys ask to save: its path, its text and whether it may replace a file.
#[track_caller]
fn saved(app: &mut App, keys: &str) -> (String, String, bool) {
    match press(app, keys).pop() {
        Some(Effect::Save { path, text, replace }) => (path.display().to_string(), text, replace),
        other => panic!("{other:?}"),
    }
}

fn supervisor() -> App {
    drive(&shipped(), WIDE, "/sm15000482<enter>")
}

fn answer(app: &mut App, outcome: Result<PathBuf, SaveError>) {
    app.update(Msg::Saved(outcome));
}

#[test]
fn the_name_is_proposed_and_its_end_decides_the_format() {
    let (path, text, replace) = saved(&mut supervisor(), "S<enter>");
    assert_eq!((path.as_str(), replace), ("sales-support-supervisor.html", false));
    assert!(text.starts_with("<!DOCTYPE html>"), "{text}");
    for (ending, begins) in
        [("md", "# Sales Support"), ("txt", "Sales Support"), ("json", "["), ("csv", "")]
    {
        let (path, text, _) =
            saved(&mut supervisor(), &format!("S<bs><bs><bs><bs>{ending}<enter>"));
        assert_eq!(path, format!("sales-support-supervisor.{ending}"));
        assert!(text.starts_with(begins) && !text.contains("<html"), "{text}");
    }
}

#[test]
fn where_nothing_may_be_saved_another_folder_is_proposed() {
    let options = Options { documents: PathBuf::from("/srv/hr"), ..options(WIDE) };
    let mut app = play(shipped(), options, "/sm15000482<enter>").unwrap();
    assert_eq!(saved(&mut app, "S<enter>").0, "/srv/hr/sales-support-supervisor.html");
}

#[test]
fn a_name_without_a_format_is_told_and_stays() {
    let mut app = supervisor();
    assert_eq!(press(&mut app, "S<c-u>kit.pdf<enter>"), []);
    assert!(picture(&app).contains("end the name in .txt .md .json .csv .html"));
    let (path, ..) = saved(&mut app, "<bs><bs><bs>md<enter>");
    assert_eq!(path, "kit.md");
}

#[test]
fn pay_that_is_hidden_is_not_saved_either() {
    let shown = saved(&mut supervisor(), "S<bs><bs><bs><bs>md<enter>").1;
    let hidden = saved(&mut supervisor(), "$S<bs><bs><bs><bs>md<enter>").1;
    assert!(shown.contains("98,312") && !hidden.contains("98,312"), "{hidden}");
}

#[test]
fn an_interview_kit_never_tells_pay_and_is_no_table() {
    let mut app = supervisor();
    let (path, text, _) = saved(&mut app, "i<enter>");
    assert_eq!(path, "interview-sales-support-supervisor.html");
    assert!(text.starts_with("<!DOCTYPE html>") && !text.contains("98,312"), "{text}");
    let markdown = saved(&mut app, "i<bs><bs><bs><bs>md<enter>").1;
    assert!(markdown.starts_with("# Interview kit") && !markdown.contains("98,312"), "{markdown}");
    assert_eq!(press(&mut app, "i<bs><bs><bs><bs>csv<enter>"), []);
    assert!(picture(&app).contains("an interview kit is no table"));
    press(&mut app, "<c-u><enter>");
    assert!(picture(&app).contains("end the name in .txt .md .json .html"), "{}", picture(&app));
}

#[test]
fn a_file_that_exists_is_replaced_only_when_that_was_said() {
    let mut app = supervisor();
    let path = PathBuf::from("sales-support-supervisor.html");
    saved(&mut app, "S<enter>");
    answer(&mut app, Err(SaveError::Exists(path.clone())));
    assert!(picture(&app).contains("Enter again replaces it, Esc keeps it"));
    assert!(picture(&app).contains("Enter replace "), "{}", picture(&app));
    let kept = press(&mut app, "<esc>");
    assert!(kept.is_empty() && matches!(app.mode(), Mode::Browse));

    saved(&mut app, "S<enter>");
    answer(&mut app, Err(SaveError::Exists(path.clone())));
    // Another name is another file.
    assert!(!saved(&mut app, "<home>x<enter>").2);
    answer(&mut app, Ok(PathBuf::from("/home/hr/xsales-support-supervisor.html")));
    assert_eq!(app.status().unwrap().text, "saved as /home/hr/xsales-support-supervisor.html");

    saved(&mut app, "S<enter>");
    answer(&mut app, Err(SaveError::Exists(path)));
    assert!(saved(&mut app, "<enter>").2);
}

#[test]
fn what_the_disk_refuses_is_told_and_another_name_can_be_typed() {
    let mut app = supervisor();
    saved(&mut app, "S<enter>");
    let full = io::Error::from(io::ErrorKind::StorageFull);
    answer(&mut app, Err(SaveError::Refused(PathBuf::from("a\u{1b}.html"), full)));
    let text = picture(&app);
    assert!(text.contains("a␛.html cannot be written: no storage space"), "{text}");
    // Whoever has gone on to something else is told there.
    saved(&mut app, "<enter>");
    press(&mut app, "!");
    answer(&mut app, Err(SaveError::NoFolder(PathBuf::from("x"))));
    assert!(matches!(app.mode(), Mode::Save(_)) || app.status().unwrap().wrong);
}

#[test]
fn what_stands_on_screen_is_saved_although_the_folder_changes_meanwhile() {
    let mut app = supervisor();
    press(&mut app, "S");
    let index = app.index().clone();
    app.update(Msg::loaded(edges(), Some(&index)));
    assert!(saved(&mut app, "<enter>").1.contains("Sales Support Supervisor"));
}

#[test]
fn without_a_job_there_is_nothing_to_save() {
    let app = drive(&std::sync::Arc::default(), WIDE, "S");
    assert_eq!(app.status().unwrap().text, "no job is shown");
}

#[test]
fn the_box_at_every_size() {
    let script = "/sm15000482<enter>S";
    for size in SIZES.into_iter().chain([SMALL]) {
        let mut app = drive(&shipped(), size, script);
        let at = format!("@{}x{}", size.0, size.1);
        hold_app(&format!("save{at}"), &app, script);
        saved(&mut app, "<enter>");
        answer(&mut app, Err(SaveError::Exists(PathBuf::from("x"))));
        hold_app(&format!("save-exists{at}"), &app, "<enter>");
        saved(&mut app, "<enter>");
        let inside = PathBuf::from("profiles/sales-support-supervisor.html");
        answer(&mut app, Err(SaveError::AmongProfiles(inside)));
        hold_app(&format!("save-refused{at}"), &app, "<enter>");
        saved(&mut app, "<enter>");
        answer(&mut app, Ok(PathBuf::from("/home/somebody/hr/sales-support-supervisor.html")));
        hold_app(&format!("saved{at}"), &app, "<enter>");
    }
}
