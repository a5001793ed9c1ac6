//! What lies between two jobs.

use crate::support::{SMALL, drive, edges, library, shipped};
use crate::{hold, hold_at, lines_after, text_after};
use crossterm::event::Event;
use rolebook::gap::gap;
use rolebook::tui::app::App;
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::message::Msg;
use rolebook::tui::view::View;

const WIDE: (u16, u16) = (120, 40);
/// From a supervisor to her manager.
const GAP: &str = "/sm15000482<tab><c-u>sm15000617<tab><esc>c<tab>";

fn press(app: &mut App, script: &str) -> Vec<Effect> {
    let keys = parse_script(script).unwrap();
    keys.into_iter().flat_map(|key| app.update(Msg::Input(vec![Event::Key(key.into())]))).collect()
}

#[test]
fn what_to_raise_stands_open_level_by_level() {
    hold("gap", &shipped(), GAP);
    hold_at(&[SMALL], "gap", &shipped(), GAP);
}

#[test]
fn what_counts_as_a_difference_is_said_and_changed_here_too() {
    let files = [
        ("a.yaml", "title: A\ncompetencies:\n  x:\n    - Order: 2\n    - Care: 2\n"),
        ("b.yaml", "title: B\ncompetencies:\n  x:\n    - Order: 2.25\n    - Care: 3\n"),
    ];
    let text = |keys: &str| text_after(&library(&files), WIDE, &format!("<space>j<space>c{keys}"));
    let half = text("<tab>");
    assert!(half.contains("1 to raise · 1 already enough"), "{half}");
    assert!(half.contains("about the same") && half.contains("from half a level on"), "{half}");
    let any = text("<tab>DD");
    assert!(any.contains("2 to raise") && any.contains("however little"), "{any}");
    // Both views always say the same.
    assert!(text("DD<tab>").contains("2 to raise"));
    assert!(text("<tab>DD<tab>").contains("levels differ however little lies between"));
}

#[test]
fn from_the_baseline_it_leads_to_the_next_column_and_says_to_whom() {
    let files = [("a.yaml", "title: A\n"), ("b.yaml", "title: B\n"), ("c.yaml", "title: C\n")];
    let said = |keys: &str| {
        let app = drive(&library(&files), WIDE, &format!("<space>j<space>j<space>c{keys}<tab>"));
        app.status().map(|status| status.text.clone())
    };
    assert_eq!(said("").as_deref(), Some("the gap to B, the next column"));
    assert_eq!(said("ll"), None);
}

#[test]
fn closed_it_is_a_list_of_steps() {
    hold("gap-closed", &shipped(), &format!("{GAP}-"));
    hold_at(&[SMALL], "gap-closed", &shipped(), &format!("{GAP}-"));
}

#[test]
fn the_way_back_is_another_one() {
    let there = text_after(&shipped(), WIDE, GAP);
    let back = text_after(&shipped(), WIDE, &format!("{GAP}x"));
    assert!(there.contains("13 to raise"), "{there}");
    assert_ne!(there, back);
    assert_eq!(text_after(&shipped(), WIDE, &format!("{GAP}xx")), there);
    assert!(back.contains("From      Sales Operations Manager"), "{back}");
}

#[test]
fn every_behaviour_on_the_way_is_told() {
    let app = drive(&shipped(), (200, 300), GAP);
    let text = crate::support::drawn_lines(&app).join("\n");
    let library = shipped();
    let find = |code: &str| library.jobs().iter().position(|job| job.code() == Some(code)).unwrap();
    let gap = gap(&library, find("SM15000482"), find("SM15000617"), 0.5);
    let texts = gap.items.iter().flat_map(|item| &item.steps).filter_map(|step| step.text);
    let mut count = 0;
    for behaviour in texts.flat_map(|text| &text.behaviours) {
        let start: String = behaviour.chars().take(60).collect();
        assert!(text.contains(&start), "{behaviour}");
        count += 1;
    }
    assert!(count > 50, "only {count} behaviours");
}

#[test]
fn each_competency_opens_and_closes() {
    let open = text_after(&shipped(), WIDE, &format!("{GAP}j"));
    let closed = text_after(&shipped(), WIDE, &format!("{GAP}j<enter>"));
    assert_ne!(open, closed);
    assert_eq!(text_after(&shipped(), WIDE, &format!("{GAP}j<enter><enter>")), open);
    assert_eq!(text_after(&shipped(), WIDE, &format!("{GAP}j-=")), open);
}

#[test]
fn a_scale_that_is_not_cumulative_says_that_only_one_text_counts() {
    let text = text_after(&edges(), (120, 60), "jj<space>j<space>c<tab>");
    assert!(text.contains("on this scale a level does not include those below it"), "{text}");
}

#[test]
fn what_no_file_says_is_told_as_such() {
    let files = [
        ("a.yaml", "title: A\ncompetencies:\n  x:\n    - Order: 1\n    - Care\n    - Old: 1\n"),
        ("b.yaml", "title: B\ncompetencies:\n  x:\n    - Order: 3\n    - Care: 2\n    - New: 1\n"),
    ];
    let text = text_after(&library(&files), WIDE, "<space>j<space>c<tab>=");
    assert!(text.contains("1 to raise · 1 new · 1 cannot be told · 1 falls away"), "{text}");
    assert!(
        text.contains("1 → 3") && text.contains("2 steps up") && text.contains("– → 1"),
        "{text}"
    );
    assert!(text.contains("no level → 2") && text.contains("1 → –"), "{text}");
    assert!(text.contains("not in file"), "{text}");
    assert!(text.contains("Pay       not in file"), "{text}");
}

#[test]
fn two_jobs_that_ask_for_the_same_leave_nothing_to_learn() {
    let files = [
        ("a.yaml", "title: A\ncompetencies:\n  x:\n    - Order: 2\n"),
        ("b.yaml", "title: B\ncompetencies:\n  x:\n    - Order: 2\n"),
    ];
    let text = text_after(&library(&files), WIDE, "<space>j<space>c<tab>");
    assert!(text.contains("B asks for nothing that A does not ask for as well"), "{text}");
    assert!(
        text_after(&library(&files), WIDE, "<space>j<space>c<tab>j<enter>")
            .contains("there is nothing to open here")
    );
}

#[test]
fn tab_and_esc_lead_back_to_the_matrix() {
    for keys in ["<tab>", "<esc>", "q"] {
        let app = drive(&shipped(), WIDE, &format!("{GAP}jj{keys}"));
        assert!(matches!(app.view(), Some(View::Compare(_))), "{keys}");
    }
}

#[test]
fn the_gap_leads_to_the_column_of_the_cursor() {
    let three = "/sm15000482<tab><c-u>sm15000617<tab><c-u>sm15000731<tab><esc>c";
    let to = |keys: &str| lines_after(&shipped(), WIDE, &format!("{three}{keys}<tab>"))[2].clone();
    assert!(to("").contains("Sales Operations Manager"), "{}", to(""));
    assert!(to("l").contains("Sales Operations Manager"), "{}", to("l"));
    assert!(to("ll").contains("Sales Director"), "{}", to("ll"));
}

#[test]
fn the_first_line_is_reached_again_above_a_long_item() {
    let library = shipped();
    let text = text_after(&library, SMALL, &format!("{GAP}jjjjjjjjjjjjjjjjjjgg"));
    assert!(text.contains("Levels"), "{text}");
}

#[test]
fn pay_hides_here_too_and_is_not_copied() {
    let mut app = drive(&shipped(), WIDE, &format!("{GAP}$"));
    assert!(!crate::support::picture(&app).contains("98,312"));
    let effects = press(&mut app, "ym");
    let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.starts_with("# From Sales Support Supervisor to"), "{text}");
    assert!(!text.contains("98,312"), "{text}");
}

#[test]
fn the_editor_opens_where_the_second_job_asks_for_it() {
    let mut app = drive(&shipped(), WIDE, &format!("{GAP}j"));
    let effects = press(&mut app, "e");
    let [Effect::Edit { path, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert!(path.ends_with("sales-operations-manager.yaml"), "{}", path.display());
    let effects = press(&mut app, "E");
    let [Effect::Edit { path, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert!(path.starts_with("competencies"), "{}", path.display());
}

#[test]
fn on_a_narrow_screen_it_is_told_in_full_which_levels_a_text_counts_for() {
    let rust = "name: Rust\nlevels:\n  2: { behaviours: [Reads it.] }\n";
    let job = |title, level| format!("title: {title}\ncompetencies: {{ x: [Rust: {level}] }}\n");
    let (low, high) = (job("A", "2.05"), job("B", "2.95"));
    let files = [("competencies/rust.yaml", rust), ("a.yaml", low.as_str()), ("b.yaml", &high)];
    let text = text_after(&library(&files), (40, 16), "<space>j<space>c<tab>");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("its text counts for 2.05 and 2.95"), "{text}");
}
