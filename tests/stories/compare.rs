//! Jobs side by side.

use crate::support::{SMALL, drawn_lines, drive, edges, library, options, picture, shipped};
use crate::{hold, hold_app, hold_at, lines_after, text_after};
use crossterm::event::{Event, KeyModifiers, MouseEvent, MouseEventKind};
use rolebook::cli::play;
use rolebook::tui::app::{App, Options};
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use rolebook::tui::theme::Looks;
use rolebook::tui::view::View;
use rolebook::tui::view::compare::CompareView;

const WIDE: (u16, u16) = (120, 40);

/// A supervisor and her manager, who have much in common.
const TWO: &str = "/sm15000482<tab><c-u>sm15000617<tab><esc>c";
/// Six jobs of several families.
const SIX: &str = "/sm15000482<tab><c-u>sm15000617<tab><c-u>sm15000731<tab><c-u>sm15000224<tab>\
                   <c-u>sm15000212<tab><c-u>cs16000301<tab><esc>c";

const THREE: &[(&str, &str)] = &[
    (
        "a.yaml",
        "title: Archivist\ncode: A1\nlevel: P1\nresponsibilities: [Keeps the files in order.]\n\
         salary: { currency: EUR, base: { p50: 40000 } }\n\
         competencies:\n  x:\n    - Patience: 2\n    - Order: 3\n    - { withheld: true, level: 4 }\n",
    ),
    (
        "b.yaml",
        "title: Baker\nlevel: P1\nresponsibilities: [Keeps the flour in order.]\n\
         salary: { currency: EUR, base: { p50: 30000 } }\n\
         competencies:\n  x:\n    - Patience: 2.25\n    - Order: 5\n",
    ),
    (
        "c.yaml",
        "title: Carpenter\nsalary: { currency: USD, base: { p50: 30000 } }\n\
         competencies:\n  x:\n    - Order: 1\n    - Measuring: 2\n",
    ),
];

fn press(app: &mut App, script: &str) -> Vec<Effect> {
    let keys = parse_script(script).unwrap();
    keys.into_iter().flat_map(|key| app.update(Msg::Input(vec![Event::Key(key.into())]))).collect()
}

fn said(app: &App) -> String {
    app.status().map_or_else(String::new, |status| status.text.clone())
}

fn compared(app: &App) -> &CompareView {
    match app.view() {
        Some(View::Compare(view)) => view,
        other => panic!("no comparison, but {other:?}"),
    }
}

fn titles(app: &App) -> Vec<String> {
    let library = app.index().library();
    let title = |id| library.jobs()[library.find(id).unwrap()].title().into_owned();
    compared(app).jobs().iter().map(title).collect()
}

/// The row of the matrix that begins with a name.
fn row(app: &App, name: &str) -> String {
    let lines = drawn_lines(app);
    lines.into_iter().find(|line| line.contains(name)).unwrap_or_default()
}

#[test]
fn facts_and_pay_of_two_jobs_stand_beside_each_other() {
    hold("compare", &shipped(), TWO);
    hold_at(&[SMALL], "compare", &shipped(), TWO);
}

#[test]
fn the_matrix_tells_levels_and_what_lies_between_them() {
    hold("compare-matrix", &shipped(), &format!("{TWO}lG"));
    hold_at(&[SMALL], "compare-matrix", &shipped(), &format!("{TWO}lG"));
}

#[test]
fn six_jobs_stand_side_by_side_where_there_is_room_and_move_sideways_where_there_is_not() {
    hold_at(&[(200, 60), (80, 24)], "compare-six", &shipped(), &format!("{SIX}lllG"));
    let heads = lines_after(&shipped(), (80, 24), &format!("{SIX}lll"));
    assert!(heads[1].contains('‹') && heads[1].contains('›'), "{}", heads[1]);
    assert!(heads[1].contains("Sales Support Supervisor"), "the baseline stays: {}", heads[1]);
}

#[test]
fn the_heads_of_the_columns_stay_while_the_rows_move() {
    let lines = lines_after(&shipped(), (80, 24), &format!("{TWO}G"));
    assert!(lines[1].contains("Sales Support Supervisor"), "{}", lines[1]);
    assert!(lines[2].contains("baseline"), "{}", lines[2]);
}

#[test]
fn behaviours_of_a_row_open_for_every_job() {
    let script = format!("{TWO}lGkk<enter>");
    hold_at(&[(80, 24), WIDE], "compare-behaviours", &shipped(), &script);
}

#[test]
fn what_a_job_asks_for_not_at_all_or_under_no_name_can_be_told_apart() {
    let app = drive(&library(THREE), WIDE, "<space>j<space>j<space>cG");
    assert!(row(&app, "Patience").contains("2.25  +0.25"), "{}", row(&app, "Patience"));
    assert!(row(&app, "Order").contains("+2") && row(&app, "Order").contains("−2"));
    assert!(row(&app, "Measuring").contains("new"), "{}", row(&app, "Measuring"));
    assert!(row(&app, "withheld by").contains("withheld 4"), "{}", row(&app, "withheld by"));
    assert!(row(&app, "withheld by").trim_end().ends_with('–'));
}

#[test]
fn words_that_differ_are_marked_without_colour_too() {
    let looks = Looks::new(false, true);
    let script = "<space>j<space>j<space>cl}}";
    let app = play(library(THREE), Options { looks, ..options((120, 30)) }, script).unwrap();
    hold_app("compare-no-colour@120x30", &app, script);
}

#[test]
fn a_locale_without_unicode_gets_signs_of_ascii() {
    let looks = Looks::new(true, false);
    for script in [format!("{SIX}lllG"), format!("{TWO}lG<enter>"), format!("{TWO}<tab>")] {
        let app = play(shipped(), Options { looks, ..options((80, 24)) }, &script).unwrap();
        for line in drawn_lines(&app) {
            assert!(line.is_ascii() && !line.contains('?') | line.contains("? all"), "{line}");
        }
    }
}

#[test]
fn pay_in_another_currency_stands_there_without_a_difference() {
    let text = text_after(&library(THREE), WIDE, "<space>j<space>j<space>c");
    assert!(text.contains("no difference to tell: another currency: USD, not EUR"), "{text}");
    assert!(text.contains("−10,000  −25.0 %"), "{text}");
}

#[test]
fn one_key_takes_pay_off_the_comparison() {
    let text = text_after(&shipped(), (200, 60), &format!("{TWO}$"));
    assert!(!text.contains("98,312") && !text.contains("USD"), "{text}");
    assert!(text.contains("pay hidden"), "{text}");
}

#[test]
fn too_few_or_too_many_marks_say_what_to_do() {
    let said = |script: &str| said(&drive(&shipped(), WIDE, script));
    assert_eq!(said("c"), "mark two to six jobs with Space, then c compares them");
    assert_eq!(said("<space>c"), "mark another job with Space, or go to one, then c compares both");
    assert_eq!(
        said(&format!("{}c", "<space>j".repeat(7))),
        "six jobs are compared at most; U unmarks all"
    );
}

#[test]
fn a_single_mark_is_compared_with_the_job_that_is_shown() {
    let app = drive(&library(THREE), WIDE, "<space>jjc");
    assert_eq!(titles(&app), ["Archivist", "Carpenter"]);
}

#[test]
fn closing_it_shows_the_panes_exactly_as_they_were() {
    let before = "/sales<enter><space>j<space>lljj=";
    let shown = picture(&drive(&shipped(), WIDE, before));
    for closed in ["c<esc>", "cljjj=sp<enter>q", "c<tab>jj<esc>x<esc>", "c<tab><tab><esc>"] {
        let app = drive(&shipped(), WIDE, &format!("{before}{closed}"));
        assert_eq!(picture(&app), shown, "{closed}");
        assert_eq!(app.marks().len(), 2, "marks stay");
    }
}

#[test]
fn rows_are_all_or_differ_or_are_gaps() {
    let shown = |keys: &str| text_after(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
    assert!(shown("").contains("Level") && shown("").contains("all rows"));
    let differing = shown("=");
    assert!(differing.contains("differences only") && !differing.contains("Level "), "{differing}");
    assert!(differing.contains("Order") && !differing.contains("Patience"), "{differing}");
    let gaps = shown("==");
    assert!(gaps.contains("gaps only") && gaps.contains("Order"), "{gaps}");
    assert!(!gaps.contains("withheld by"), "{gaps}");
}

#[test]
fn what_counts_as_a_difference_can_be_changed_and_is_said() {
    let shown = |keys: &str| text_after(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
    assert!(shown("=").contains("from half a level on"));
    assert!(shown("D=").contains("levels differ from one level on"), "{}", shown("D="));
    let any = shown("DD=");
    assert!(any.contains("however little lies between") && any.contains("Patience"), "{any}");
    assert!(!shown("DDD=").contains("Patience"));
}

#[test]
fn competencies_stand_by_group_by_spread_or_by_name() {
    let order = |keys: &str| {
        let script = format!("<space>j<space>j<space>c{keys}G");
        let lines = lines_after(&library(THREE), WIDE, &script);
        let names = ["Patience", "Order", "Measuring"];
        let at = |name: &str| lines.iter().position(|line| line.contains(name)).unwrap();
        let mut names: Vec<&str> = names.to_vec();
        names.sort_by_key(|name| at(name));
        names.join(" ")
    };
    assert_eq!(order(""), "Patience Order Measuring");
    assert_eq!(order("s"), "Order Patience Measuring", "4, 2.25 and 2 levels from end to end");
    assert_eq!(order("ss"), "Measuring Order Patience");
}

#[test]
fn the_baseline_is_pinned_exchanged_and_left_out() {
    let after = |keys: &str| {
        let app = drive(&library(THREE), WIDE, &format!("<space>j<space>j<space>c{keys}"));
        (titles(&app).join(" "), compared(&app).column())
    };
    assert_eq!(after("llp"), ("Carpenter Archivist Baker".to_owned(), 0));
    assert_eq!(after("llx"), ("Carpenter Baker Archivist".to_owned(), 2));
    assert_eq!(after("ld"), ("Archivist Carpenter".to_owned(), 1));
    assert_eq!(after("d"), ("Baker Carpenter".to_owned(), 0));
    let app = drive(&library(THREE), WIDE, "<space>j<space>j<space>cdd");
    assert_eq!(titles(&app).len(), 2, "two stay: {}", said(&app));
    assert_eq!(app.marks().len(), 3);
}

#[test]
fn the_next_difference_is_a_key_away() {
    let at = |keys: &str| {
        let mut app = drive(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
        match &press(&mut app, "yy")[..] {
            [Effect::Copy(text)] => text.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(at("}"), "1: Keeps the files in order. | Keeps the flour in order.");
    assert_eq!(at("}}"), "Order: 3 | 5");
    assert_eq!(at("}}{"), at("}"));
    assert_eq!(at("}}}}"), at("}}"), "round and round");
}

#[test]
fn the_editor_opens_at_the_row_in_the_file_of_the_column() {
    let target = |keys: &str| {
        let mut app = drive(&library(THREE), WIDE, &format!("<space>j<space>c{keys}"));
        match &press(&mut app, "e")[..] {
            [Effect::Edit { path, place }] => {
                format!("{}:{}", path.display(), place.map_or(0, |place| place.line))
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(target(""), "a.yaml:3");
    assert_eq!(target("l}"), "b.yaml:3");
    assert_eq!(target("l}}"), "b.yaml:8");
    assert_eq!(target("}}"), "a.yaml:9");
}

#[test]
fn it_is_copied_as_markdown_as_it_is_arranged() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>cx=");
    let effects = press(&mut app, "lxym");
    let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.starts_with("# Compared: Baker · Archivist"), "{text}");
    assert!(text.contains("Only what differs is shown"), "{text}");
    assert_eq!(said(&app), "sent the comparison as Markdown to the clipboard");
}

#[test]
fn keys_of_the_panes_say_that_a_view_lies_over_them() {
    for key in ["f", "z", "n", "<space>", "U", "[", "c"] {
        let app = drive(&library(THREE), WIDE, &format!("<space>j<space>c{key}"));
        assert!(said(&app).contains("Esc closes it"), "{key}: {}", said(&app));
        assert_eq!(titles(&app).len(), 2);
    }
}

fn loaded(app: &mut App, files: &[(&str, &str)]) {
    app.update(Msg::loaded(library(files), Some(app.index())));
}

#[test]
fn a_job_that_is_gone_takes_its_column_along_and_is_told() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>j<space>cll");
    loaded(&mut app, &[THREE[0], THREE[2]]);
    assert_eq!(titles(&app), ["Archivist", "Carpenter"]);
    assert_eq!(compared(&app).column(), 1, "the cursor stays on its job");
    assert_eq!(said(&app), "Baker is not in the folder any more");
    loaded(&mut app, &THREE[..1]);
    assert!(app.view().is_none());
    assert_eq!(said(&app), "Carpenter is not in the folder any more, so the comparison is closed");
}

#[test]
fn a_job_is_followed_to_another_file_and_the_row_stays() {
    let mut app = drive(&library(THREE), WIDE, "<space>j<space>c}}");
    loaded(&mut app, &[("z.yaml", THREE[0].1), THREE[1], THREE[2]]);
    assert_eq!(titles(&app), ["Archivist", "Baker"]);
    let effects = press(&mut app, "yy");
    assert!(
        matches!(&effects[..], [Effect::Copy(text)] if text.starts_with("Order")),
        "{effects:?}"
    );
}

#[test]
fn the_wheel_moves_the_rows() {
    let mut app = drive(&shipped(), (80, 24), TWO);
    let before = drawn_lines(&app);
    let event = |kind| MouseEvent { kind, column: 40, row: 12, modifiers: KeyModifiers::NONE };
    for _ in 0..8 {
        app.update(Msg::Input(vec![Event::Mouse(event(MouseEventKind::ScrollDown))]));
    }
    assert_ne!(drawn_lines(&app), before);
    for _ in 0..8 {
        app.update(Msg::Input(vec![Event::Mouse(event(MouseEventKind::ScrollUp))]));
    }
    assert_eq!(drawn_lines(&app), before);
}

#[test]
fn jobs_that_do_not_read_and_scales_of_every_kind_are_shown() {
    hold_at(&[WIDE], "compare-edges", &edges(), "j<space>jj<space>j<space>j<space>clG");
}
