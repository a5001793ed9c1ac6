//! What the screen promises holds at its edges, too: hidden pay, long facts, small screens, reloads.

use crate::support::{drive, edges, folder, library, picture, read};
use crossterm::event::{Event, KeyModifiers, MouseEvent, MouseEventKind};
use rolebook::cli::{Output, list, show};
use rolebook::export::{json, markdown, plain};
use rolebook::tui::app::App;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;

const WIDE: (u16, u16) = (120, 40);

fn press(app: &mut App, script: &str) {
    for key in parse_script(script).unwrap() {
        app.update(Msg::Input(vec![Event::Key(key.into())]));
    }
}

#[test]
fn hidden_pay_is_not_told_by_what_is_wrong_with_it_either() {
    let text = "title: Clerk\nsalary: { base: { p50: 61,200 } }\n";
    let library = library(&[("a.yaml", text)]);
    let seen = |pay: bool| {
        let script = if pay { "" } else { "$" };
        let plain_list = list(&library, "", Output::Plain, pay, true).0;
        let laid_list = list(&library, "", Output::Laid { colour: false }, pay, true).0;
        let json_list = list(&library, "", Output::Json, pay, true).0;
        let laid = show(&library, "clerk", Output::Laid { colour: false }, pay, (100, true));
        [
            picture(&drive(&library, WIDE, script)),
            picture(&drive(&library, WIDE, &format!("{script}!"))),
            plain::job(&library, 0, pay),
            json::job(&library, 0, pay).to_string(),
            plain_list,
            laid_list,
            json_list,
            laid.unwrap(),
        ]
    };
    for (i, text) in seen(true).iter().enumerate() {
        assert!(text.contains("61"), "{i}: {text}");
    }
    for (i, text) in seen(false).iter().enumerate() {
        assert!(!text.contains("61") && text.contains("hidden"), "{i}: {text}");
    }
    // What is wrong with a file is nobody's business to whom a document is given.
    for pay in [true, false] {
        let document = markdown::job(&library, 0, pay);
        assert!(!document.contains("61") && !document.contains("a.yaml"), "{document}");
    }
}

#[test]
fn the_detail_scrolls_from_the_list_as_far_as_it_goes() {
    let library = crate::support::shipped();
    let first_line = |script: &str| {
        let text = picture(&drive(&library, (120, 24), script));
        text.lines().nth(1).unwrap().chars().skip(49).collect::<String>()
    };
    let lines: Vec<String> = (0..8).map(|n| first_line(&"J".repeat(n))).collect();
    for pair in lines.windows(2).take(4) {
        assert_ne!(pair[0], pair[1], "{lines:#?}");
    }
    assert_eq!(first_line("JJJKKK"), first_line(""));
}

#[test]
fn a_fact_longer_than_the_screen_is_read_to_its_end() {
    let names: Vec<String> = (0..400).map(|n| format!("Title_{n}")).collect();
    let text = format!("title: Clerk\nalso_known_as: [{}]\n", names.join(", "));
    let library = library(&[("a.yaml", &text)]);
    let mut app = drive(&library, (80, 24), "<enter>");
    let mut seen = picture(&app);
    for _ in 0..100 {
        press(&mut app, "j");
        seen += &picture(&app);
    }
    for name in names {
        assert!(seen.contains(&name), "{name} is never on screen");
    }
}

#[test]
fn a_pane_that_is_not_on_screen_keeps_the_lines_that_it_showed() {
    let files: Vec<(String, String)> =
        (10..60).map(|n| (format!("{n}.yaml"), format!("title: Job {n}\n"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    let library = library(&files);
    let down = "j".repeat(30);
    let before = picture(&drive(&library, (80, 24), &format!("{down}kkkk")));
    assert_eq!(picture(&drive(&library, (80, 24), &format!("{down}kkkklh"))), before);
}

#[test]
fn the_chosen_problem_is_told_in_full_on_a_small_screen() {
    let wrong: String = (0..12).map(|n| format!("nonsense_{n}: 1\n")).collect();
    let library = library(&[("a.yaml", &format!("title: Clerk\n{wrong}"))]);
    for n in 0..12 {
        let text = picture(&drive(&library, (44, 14), &format!("!{}", "j".repeat(n))));
        assert!(text.contains(&format!("nonsense_{n}")), "{text}");
        assert!(text.contains("yourself"), "the end of the sentence is cut: {text}");
    }
}

#[test]
fn the_job_that_was_opened_stays_when_another_one_comes_before_it() {
    let clerk = ("b.yaml", "title: Clerk\n");
    for script in ["<enter>", "<tab>", "<space>", "s"] {
        let mut app = drive(&library(&[clerk]), WIDE, script);
        let more = library(&[("a.yaml", "title: Archivist\n"), clerk]);
        app.update(Msg::loaded(more, Some(app.index())));
        assert_eq!(app.shown().unwrap().title(), "Clerk", "after {script}");
    }
}

#[test]
fn an_innocent_apostrophe_is_not_blamed() {
    let files =
        folder(&[("a.yaml", "title: Clerk\nsummary: It\u{2019}s fine here\n   level: 3\n")]);
    let library = read(files.path());
    let told = library.first_problem(0).unwrap().to_string();
    assert!(!told.contains("apostrophe"), "{told}");
}

#[test]
fn json_tells_what_is_only_wrong_within_the_library() {
    let library = library(&[("a.yaml", "title: A\ncode: X\n"), ("b.yaml", "title: B\ncode: X\n")]);
    assert!(json::brief(&library, 1, true).to_string().contains("duplicate-code"));
    assert!(json::job(&library, 1, true).to_string().contains("duplicate-code"));
    assert!(library.is_broken(1) && !library.is_broken(0));
}

#[test]
fn a_search_that_the_wheel_takes_to_another_job_leaves_that_one_as_it_was() {
    let library = edges();
    let mut app = drive(&library, WIDE, "jjjll/offer");
    let wheel = MouseEvent {
        kind: MouseEventKind::ScrollDown,
        column: 5,
        row: 5,
        modifiers: KeyModifiers::NONE,
    };
    app.update(Msg::Input(vec![Event::Mouse(wheel)]));
    let there = app.shown().unwrap().id.clone();
    press(&mut app, "<esc>");
    assert_eq!(app.shown().unwrap().id, there);
    let untouched = drive(&library, WIDE, "");
    let rows = |app: &App| app.tree.rows(app.scene()).len();
    let mut fresh = untouched;
    while fresh.shown().unwrap().id != there {
        press(&mut fresh, "j");
    }
    assert_eq!(rows(&app), rows(&fresh));
}

#[test]
fn markdown_names_each_part_of_who_a_job_is() {
    let library = library(&[("a.yaml", "title: Clerk\nlevel: P02\nfamily: Finance\n")]);
    let text = markdown::job(&library, 0, true);
    assert!(text.contains("- **Level:** P02\n- **Family:** Finance"), "{text}");
}
