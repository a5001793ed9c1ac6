//! The screen answers without being asked twice, and says only what holds.

use crate::support::{drive, edges, folder, library, options, picture, read};
use crossterm::event::Event;
use rolebook::model::Library;
use rolebook::store::{Folder, Origin};
use rolebook::tui::app::{App, Options};
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

const WIDE: (u16, u16) = (120, 40);

fn text_after(library: &Arc<Library>, script: &str) -> String {
    picture(&drive(library, WIDE, script))
}

fn press(app: &mut App, script: &str) {
    for key in parse_script(script).unwrap() {
        app.update(Msg::Input(vec![Event::Key(key.into())]));
    }
}

/// Reads a folder as the loader does and shows what came of it.
fn show(app: &mut App, folder: &mut Folder) {
    let mut publish = |library: Library| {
        app.update(Msg::loaded(Arc::new(library), Some(app.index())));
        ControlFlow::Continue(())
    };
    folder.read(&mut publish).unwrap();
}

fn write(root: &Path, path: &str, text: &str) {
    std::fs::write(root.join(path), text).unwrap();
}

#[test]
fn reading_again_says_when_it_is_done_without_another_key() {
    let files = folder(&[("a.yaml", "title: Archivist\n")]);
    let mut app = drive(&read(files.path()), WIDE, "R");
    assert!(picture(&app).contains("reading the folder again"));
    show(&mut app, &mut Folder::open(Origin::Folder(files.path().to_owned()), false));
    let text = picture(&app);
    assert!(text.contains("read again") && !text.contains("reading the folder"), "{text}");
}

#[test]
fn a_folder_that_went_away_is_told_without_another_key() {
    let mut app = drive(&edges(), WIDE, "R");
    app.update(Msg::NotLoaded { sentence: "there is no folder x; make it first".into() });
    let text = picture(&app);
    assert!(text.contains("there is no folder x"), "{text}");
    assert!(!text.contains("reading the folder again"), "{text}");
}

#[test]
fn what_is_kept_of_a_file_that_broke_says_so() {
    let files = folder(&[("a.yaml", "title: Archivist\nsummary: Keeps files.\n")]);
    let mut folder = Folder::open(Origin::Folder(files.path().to_owned()), false);
    let mut app = App::new(options(WIDE));
    show(&mut app, &mut folder);
    assert!(!picture(&app).contains("as last read"));
    write(files.path(), "a.yaml", "title: [Archivist\n");
    show(&mut app, &mut folder);
    let text = picture(&app);
    assert!(text.contains("as last read, before this") && text.contains("Keeps files."), "{text}");
    write(files.path(), "a.yaml", "title: Archivist\n");
    show(&mut app, &mut folder);
    assert!(!picture(&app).contains("as last read"));
}

#[test]
fn a_dotted_line_is_not_a_direct_report() {
    let library = library(&[
        ("a.yaml", "title: Chief\n"),
        ("b.yaml", "title: Clerk\nreports_to: [Owner, Chief]\n"),
        ("c.yaml", "title: Driver\nreports_to: Chief\n"),
    ]);
    let text = text_after(&library, "");
    assert!(text.contains("Direct reports Driver ›"), "{text}");
    assert!(text.contains("Dotted reports Clerk ›"), "{text}");
}

#[test]
fn the_palette_lists_the_commands_of_other_panes_and_where_they_work() {
    let text = text_after(&edges(), "?who else");
    assert!(text.contains("who else asks for this competency"), "{text}");
    assert!(text.contains("in the competencies"), "{text}");
    assert!(text_after(&edges(), "?who else<enter>").contains("Keys and commands"));
}

#[test]
fn a_filtered_ranking_holds_no_hit_by_mere_letters() {
    let asks = "competencies: { x: [Order: 2] }\n";
    let files = [
        ("a.yaml", format!("title: Nurse\n{asks}")),
        ("b.yaml", format!("title: Night Urgent Care\n{asks}")),
    ];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let library = library(&files);
    assert_eq!(drive(&library, WIDE, "/nu").list.rows().len(), 2);
    let app = drive(&library, WIDE, "lljw/nur");
    assert_eq!(app.list.rows().len(), 1, "{}", picture(&app));
}

#[test]
fn esc_after_a_ranking_brings_the_filter_before_back() {
    let library = edges();
    let before = drive(&library, WIDE, "/pilot<enter>");
    let filter = before.list.filter.text().to_owned();
    let mut app = drive(&library, WIDE, "/pilot<enter>lljw");
    assert!(app.list.ranking.is_some() && app.list.filter.text().is_empty());
    press(&mut app, "/a<enter>");
    let hints = app.hints();
    assert!(
        hints.iter().any(|hint| hint.key == "Esc" && hint.word == "filter before"),
        "{hints:?}"
    );
    press(&mut app, "<esc>");
    assert_eq!((app.list.filter.text(), &app.list.ranking), (filter.as_str(), &None));
}

#[test]
fn one_level_alone_and_required_only_exclude_each_other() {
    let heading = |script| {
        let text = text_after(&edges(), script);
        let line = text.lines().find(|line| line.contains("┤Competencies├")).unwrap().to_owned();
        (line.contains("level 3 alone"), line.contains("required level only"))
    };
    assert_eq!(heading("jjjll3"), (true, false));
    assert_eq!(heading("jjjll3."), (false, true));
    assert_eq!(heading("jjjll.3"), (true, false));
}

#[test]
fn pay_for_a_time_that_nobody_knows_is_not_shown_as_yearly() {
    let pay = "salary: { currency: EUR, period: fortnight, base: { p50: 1234 } }\n";
    let text = text_after(&library(&[("a.yaml", &format!("title: Clerk\n{pay}"))]), "");
    assert!(text.contains("fortnight") && !text.contains("1,234"), "{text}");
    assert!(text.contains("not in file"), "{text}");
}

#[test]
fn a_pasted_line_ends_where_the_line_ends() {
    let mut app = drive(&edges(), WIDE, "/");
    app.update(Msg::Input(vec![Event::Paste("dock\rhand".into())]));
    assert_eq!(app.list.filter.text(), "dock");
}

#[test]
fn a_row_found_by_its_family_says_so() {
    let library = library(&[("a.yaml", "title: Clerk\nfamily: Sales\n")]);
    let text = text_after(&library, "/sales");
    assert!(text.contains("Clerk  in Sales"), "{text}");
}

#[test]
fn a_pane_says_where_it_goes_on() {
    let edge = |script| {
        let text = text_after(&edges(), script);
        (text.contains('↑'), text.contains('↓'))
    };
    assert_eq!(edge("jjjll="), (false, true));
    assert_eq!(edge("jjjll=G"), (true, true));
}

#[test]
fn a_click_on_the_prompt_begins_a_filter() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let mut app = drive(&edges(), WIDE, "");
    let kind = MouseEventKind::Down(MouseButton::Left);
    let click = MouseEvent { kind, column: 5, row: 1, modifiers: KeyModifiers::NONE };
    app.update(Msg::Input(vec![Event::Mouse(click)]));
    press(&mut app, "dock");
    assert_eq!(app.list.filter.text(), "dock");
}

#[test]
fn what_is_said_is_told_to_its_end_on_every_screen() {
    for size in [(40, 10), (60, 12), (80, 24)] {
        for script in ["n", "c", "yc", "]"] {
            let app = drive(&edges(), size, script);
            let said = app.status().unwrap().text.clone();
            let text = picture(&app);
            let shown = text.split("--- styles").next().unwrap().split_whitespace();
            let words = shown.fold(String::new(), |words, word| words + word + " ");
            assert!(words.contains(&said), "{size:?} {said}: {text}");
        }
    }
}

#[test]
fn without_a_hit_no_key_is_offered_that_needs_one() {
    let last = |script: &str| text_after(&edges(), script).lines().nth(39).unwrap().to_owned();
    let none = last("/zzz");
    assert!(!none.contains("keep filter") && !none.contains("next hit"), "{none}");
    assert!(none.contains("Esc undo filter"), "{none}");
    assert!(last("/dr").contains("Enter keep filter"));
}

#[test]
fn the_sample_is_called_so_on_every_screen_that_tells_its_jobs() {
    let sample = || Options { built_in: true, ..options((80, 24)) };
    let mut app = App::new(sample());
    app.update(Msg::loaded(edges(), None));
    let first = picture(&app);
    assert!(first.contains("sample library: no folder was named"), "{first}");
    assert!(first.contains("Enter open") && first.contains("? all keys"), "{first}");
    press(&mut app, "j");
    assert!(picture(&app).contains("sample library · 11 jobs"), "{}", picture(&app));
}
