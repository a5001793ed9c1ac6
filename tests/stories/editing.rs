//! From a row to the file and the line that say it, and back from the editor.

use crate::support::{drive, folder, library, linter, options, picture, read};
use crate::{hold_at, lines_after, text_after};
use crossterm::event::Event;
use rolebook::cli::{load, play};
use rolebook::model::Library;
use rolebook::store::Origin;
use rolebook::tui::app::{App, Listing, Options};
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus};
use std::sync::Arc;

const WIDE: (u16, u16) = (120, 40);

const CLERK: &str = "\
title: Clerk
code: C1
summary: Keeps the books.
responsibilities:
  - Counts.
  - Files.
reports_to: [Owner, Manager]
salary:
  - { currency: EUR, base: { p50: 1 } }
  - { currency: USD, base: { p50: 2 } }
competencies:
  general:
    - Order: 2
    - Order: 1
    - Patience: 2.5
    - name: Speech
      level: 1
      definition: Saying it here.
      levels:
        1:
          behaviours:
            - Says one thing.
            - Says another.
  x:
    - Unknown: 1
";

const ORDER: &str = "\
name: Order
also_known_as: [Tidiness]
definition: Keeping things in place.
levels:
  1:
    behaviours: [Puts back., Sorts.]
  2:
    behaviours:
      - Labels.
      - Lists.
";

/// A job that asks in every way, and those around it.
fn office() -> Arc<Library> {
    library(&[
        ("clerk.yaml", CLERK),
        ("manager.yaml", "title: Manager\nlevel: M01\n"),
        ("porter.yaml", "title: Porter\nreports_to: Clerk\ncompetencies:\n  x: [Order: 1]\n"),
        ("competencies/order.yaml", ORDER),
        ("competencies/speech.yaml", "name: Speech\n"),
        ("competencies/patience.yaml", "---\nname: Waiting\n---\nname: Patience\n"),
    ])
}

/// What is asked for by the last key of a script: file and line.
fn edited(library: &Arc<Library>, script: &str, key: &str) -> Option<String> {
    let mut app = drive(library, WIDE, script);
    asked(&mut app, key)
}

fn asked(app: &mut App, keys: &str) -> Option<String> {
    let keys = parse_script(keys).unwrap().into_iter();
    let events = keys.map(|key| Event::Key(key.into())).collect();
    match app.update(Msg::Input(events)).pop()? {
        Effect::Edit { path, place } => {
            let line = place.map_or("whole".to_owned(), |place| place.line.to_string());
            Some(format!("{}:{line}", path.display()))
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn assert_edits(script: &str, here: &str, other: Option<&str>) {
    let library = office();
    assert_eq!(edited(&library, script, "e").as_deref(), Some(here), "e after {script}");
    assert_eq!(edited(&library, script, "E").as_deref(), other, "E after {script}");
}

#[test]
fn in_the_list_it_is_the_title() {
    assert_edits("", "clerk.yaml:1", None);
    assert_edits("j", "manager.yaml:1", None);
}

#[test]
fn in_the_detail_it_is_the_fact_and_the_other_one_is_the_linked_job() {
    // What is wrong stands first: a competency twice, and one that no file describes.
    assert_edits("l", "clerk.yaml:14", None);
    assert_edits("lj", "clerk.yaml:25", None);
    assert_edits("ljj", "clerk.yaml:2", None);
    for (found, here, other) in [
        ("EUR", "clerk.yaml:9", None),
        ("USD", "clerk.yaml:10", None),
        ("Owner", "clerk.yaml:7", None),
        ("Manager", "clerk.yaml:7", Some("manager.yaml:1")),
        ("Porter", "clerk.yaml:1", Some("porter.yaml:2")),
        ("Keeps", "clerk.yaml:3", None),
        ("Counts", "clerk.yaml:5", None),
        ("Files.", "clerk.yaml:6", None),
        ("clerk.yaml", "clerk.yaml:whole", None),
    ] {
        assert_edits(&format!("l/{found}<enter>"), here, other);
    }
}

#[test]
fn a_competency_is_asked_for_in_the_job_and_described_elsewhere() {
    let shared = Some("competencies/order.yaml:1");
    assert_edits("ll", "clerk.yaml:13", None);
    assert_edits("llj", "clerk.yaml:13", shared);
    assert_edits("lljj", "clerk.yaml:14", shared);
    assert_edits("lljjj", "clerk.yaml:15", Some("competencies/patience.yaml:4"));
    assert_edits("ll/Unknown<enter>", "clerk.yaml:25", None);
}

#[test]
fn text_is_edited_where_it_stands_and_the_other_one_is_the_job_that_asks() {
    let job = Some("clerk.yaml:13");
    for (found, here) in [
        ("Keeping", "competencies/order.yaml:3"),
        ("Sorts", "competencies/order.yaml:6"),
        ("Labels", "competencies/order.yaml:9"),
        ("Lists", "competencies/order.yaml:10"),
    ] {
        assert_edits(&format!("ll/{found}<enter>"), here, job);
    }
    // The level's own row: definition, level 1, level 2.
    assert_edits("lljljj", "competencies/order.yaml:5", job);
    assert_edits("lljljjj", "competencies/order.yaml:7", job);
}

#[test]
fn text_on_the_spot_is_the_jobs_and_the_other_one_is_the_shared_competency() {
    let shared = Some("competencies/speech.yaml:1");
    for (found, here) in
        [("Saying", "clerk.yaml:18"), ("one thing", "clerk.yaml:22"), ("another", "clerk.yaml:23")]
    {
        assert_edits(&format!("ll/{found}<enter>"), here, shared);
    }
}

#[test]
fn a_level_between_two_is_the_jobs() {
    assert_edits("lljjjl/2.5<enter>", "clerk.yaml:15", Some("competencies/patience.yaml:4"));
}

#[test]
fn a_file_that_cannot_be_read_opens_at_what_is_wrong() {
    let broken = library(&[("a.yaml", "code: A\nlevel: [\n")]);
    let place = broken.jobs()[0].problems[0].place.unwrap();
    assert_eq!(edited(&broken, "", "e"), Some(format!("a.yaml:{}", place.line)));
}

#[test]
fn a_later_document_opens_at_its_own_title() {
    let two = library(&[("a.yaml", "title: One\n---\ncode: X\ntitle: Two\n")]);
    assert_eq!(edited(&two, "j", "e").as_deref(), Some("a.yaml:4"));
    assert_eq!(edited(&two, "jlG", "e").as_deref(), Some("a.yaml:4"));
}

#[test]
fn in_the_list_of_problems_enter_edits_and_o_goes_to_the_job() {
    let library = library(&[
        ("a.yaml", "title: Archivist\n"),
        ("b.yaml", "title: Baker\nlevle: P01\n"),
        ("library.yaml", "name: Office\ncolour: red\n"),
    ]);
    for key in ["e", "<enter>"] {
        assert_eq!(edited(&library, "!j", key).as_deref(), Some("library.yaml:2"), "{key}");
        assert_eq!(edited(&library, "!", key).as_deref(), Some("b.yaml:2"), "{key}");
    }
    let app = drive(&library, WIDE, "!o");
    assert_eq!(app.shown().unwrap().title(), "Baker");
    assert!(text_after(&library, WIDE, "!jo").contains("this file is no job; e opens it"));
}

#[test]
fn the_palette_over_the_problems_edits_the_problem() {
    let library =
        library(&[("a.yaml", "title: Archivist\n"), ("b.yaml", "title: Baker\nlevle: P01\n")]);
    assert_eq!(edited(&library, "!?edit", "<enter>").as_deref(), Some("b.yaml:2"));
    assert_eq!(drive(&library, WIDE, "!?<esc>").listing(), Some((Listing::Problems, 0)));
}

/// The bottom line.
fn footer(library: &Arc<Library>, columns: u16, script: &str) -> String {
    lines_after(library, (columns, 24), script).pop().unwrap()
}

#[test]
fn the_footer_says_beforehand_which_file_and_how_many_jobs_share_it() {
    let library = office();
    for columns in [60, 80, 100, 120, 200] {
        let shared = footer(&library, columns, "ll/Keeping<enter><esc>");
        let told = "e edit competencies/order.yaml:3 · 2 jobs";
        assert!(shared.contains(told), "{columns}: {shared}");
        assert!(shared.contains("? all keys"), "{columns}: {shared}");
        let own = footer(&library, columns, "l");
        assert_eq!(own.contains("e edit clerk.yaml:14"), columns >= 120, "{columns}: {own}");
        assert!(own.contains("e edit"), "{columns}: {own}");
        // A file that a single job uses is nobody else's concern.
        let alone = footer(&library, columns, "ll/Speech<enter><esc>lE");
        assert!(!alone.contains("· 1 job "), "{columns}: {alone}");
    }
}

#[test]
fn a_jobs_own_file_takes_no_room_from_the_keys_of_a_place() {
    let name = "clerk-with-a-rather-long-name.yaml";
    let path = format!("an/even/longer/folder/of/profiles/{name}");
    let library = library(&[(path.as_str(), CLERK), ("competencies/order.yaml", ORDER)]);
    let list = footer(&library, 120, "");
    assert!(list.contains("Space mark") && list.contains(&format!("e edit {name}:1")), "{list}");
    assert!(footer(&library, 200, "").contains(&format!("e edit {path}:1")));
    let tree = |columns| footer(&library, columns, "llj");
    for (columns, hints) in [
        (80, ["Enter open or close", "e edit"].as_slice()),
        (120, &["e edit", "w who else", "0–9 open at level"]),
        (200, &["w who else", "0–9 open at level", "Space mark", ". required only", "s sort"]),
    ] {
        let tree = tree(columns);
        assert!(hints.iter().all(|hint| tree.contains(hint)), "{columns}: {tree}");
    }
    let near = footer(&library, 120, "r");
    assert!(near.contains("Enter go to the job") || near.contains("Esc"), "{near}");
}

#[test]
fn a_shared_file_stands_in_the_picture() {
    hold_at(&[(40, 10), (80, 24), (120, 40)], "edit-shared", &office(), "llj/Keeping<enter><esc>");
}

#[test]
fn hints_give_way_to_a_path_and_a_path_is_cut_only_where_it_is_wider_than_the_screen() {
    let path = "competencies/a/rather/deep/folder/of-competencies/order.yaml";
    let asks = "competencies:\n  x: [Order: 1]\n";
    let (a, b) = (format!("title: A\n{asks}"), format!("title: B\n{asks}"));
    let library = library(&[("a.yaml", &a), ("b.yaml", &b), (path, ORDER)]);
    let footer = |columns| footer(&library, columns, "lljlj");
    let whole = format!("e edit {path}:3");
    assert!(footer(100).starts_with(" ? all keys  "), "{}", footer(100));
    assert!(footer(100).ends_with(&format!("{whole} · 2 jobs")), "{}", footer(100));
    assert!(footer(120).contains(&format!("{whole} · 2 jobs")), "{}", footer(120));
    assert!(footer(80).contains("…") && footer(80).ends_with("order.yaml:3 · 2 jobs"));
    assert!(footer(40).contains("? all keys") && footer(40).ends_with("order.yaml:3"));
}

#[test]
fn the_sample_inside_the_program_says_why_it_cannot_be_edited() {
    let sample = load(Origin::Sample, false, linter()).unwrap();
    let options = Options { built_in: true, ..options(WIDE) };
    for script in ["e", "lle", "llE"] {
        let app = play(sample.clone(), options.clone(), script).unwrap();
        let said = app.status().map(|status| status.text.as_str());
        assert!(said.is_some_and(|said| said.contains("has no files")), "{script}: {said:?}");
    }
    let app = play(sample, options, "?edit here").unwrap();
    assert!(picture(&app).contains("has no files"), "{}", picture(&app));
}

#[test]
fn a_row_with_one_file_says_so() {
    let app = drive(&office(), WIDE, "E");
    assert_eq!(app.status().unwrap().text, "this row has one file only");
}

fn come_back(app: &mut App, program: &str, outcome: io::Result<ExitStatus>) -> Vec<Effect> {
    app.update(Msg::Returned { command: Box::new(Command::new(program)), outcome })
}

#[test]
fn back_from_the_editor_the_folder_is_read_again_without_a_word() {
    let files = folder(&[("a.yaml", "title: Archivist\n")]);
    let mut app = drive(&read(files.path()), WIDE, "");
    assert_eq!(come_back(&mut app, "vim", Ok(ExitStatus::from_raw(0))), [Effect::Reload]);
    assert_eq!(app.status(), None);
}

#[test]
fn an_editor_that_fails_is_one_line() {
    for (program, outcome, sentence, reads) in [
        ("/bin/vim", Ok(ExitStatus::from_raw(1 << 8)), "vim ended with 1", true),
        ("vim", Ok(ExitStatus::from_raw(9)), "vim was killed by signal 9", true),
        ("no\u{9b}such", Err(io::ErrorKind::NotFound.into()), "no program no⟨U+009B⟩such", false),
    ] {
        let mut app = drive(&office(), WIDE, "");
        let effects = come_back(&mut app, program, outcome);
        assert_eq!(effects.contains(&Effect::Reload), reads, "{program}");
        let status = app.status().unwrap();
        assert!(status.wrong && status.text.starts_with(sentence), "{status:?}");
        assert!(picture(&app).contains(sentence));
    }
}
