//! The jobs that are most like one, and the way from one job to another.

use crate::support::{SIZES, SMALL, drive, edges, library, picture, shipped};
use crate::{hold, hold_app, hold_at, text_after};
use crossterm::event::Event;
use rolebook::model::{JobId, Library};
use rolebook::tui::app::App;
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::{Place, parse_script};
use rolebook::tui::message::Msg;
use rolebook::tui::scout::{Question, Scout};
use std::sync::Arc;

const WIDE: (u16, u16) = (120, 40);
const FOUR: [(u16, u16); 4] = [SIZES[0], SIZES[1], SIZES[2], SMALL];
/// From the payroll specialist to the payroll manager.
const WAY: &str = "/fa14000231<enter><space>f<c-u>fa14000215<enter>t";

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = parse_script(keys).unwrap().into_iter();
    app.update(Msg::Input(keys.map(|key| Event::Key(key.into())).collect()))
}

/// Finds what was asked for, in the library that is shown.
fn answer(app: &mut App, question: &Question) {
    let found = Scout::default().find(app.index().library().clone(), question.clone());
    app.update(Msg::Found(Box::new(found)));
}

fn shown(app: &App) -> String {
    app.shown().unwrap().title().into_owned()
}

/// Jobs that share one competency, at these levels, each in a file of its own.
fn ladder(levels: &[&str]) -> Arc<Library> {
    let files: Vec<(String, String)> = levels
        .iter()
        .enumerate()
        .map(|(i, level)| {
            let text = format!("title: Job {i}\ncompetencies: {{x: [Skill: {level}]}}\n");
            (format!("{i}.yaml"), text)
        })
        .collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    library(&files)
}

#[test]
fn near_jobs_are_ranked_with_their_reasons() {
    hold_at(&FOUR, "near", &shipped(), "/sm15000482<enter>rj<space>");
}

#[test]
fn a_route_is_a_ladder() {
    hold_at(&FOUR, "route", &shipped(), &format!("{WAY}j"));
}

#[test]
fn hidden_pay_is_neither_told_nor_counted() {
    for script in ["$/sm15000482<enter>r".to_owned(), format!("${WAY}")] {
        let text = text_after(&shipped(), WIDE, &script);
        assert!(text.contains("pay hidden"), "{text}");
        assert!(!text.contains("· pay ") && !text.contains("median"), "{text}");
        assert!(text.contains("pay is hidden and does not count for the kind of move"), "{text}");
    }
    // The kind of a move would tell which of the two pays more.
    let text = text_after(&shipped(), (200, 60), "/sm15000482<enter>r$");
    assert!(!text.contains("lateral advancement"), "{text}");
}

#[test]
fn enter_goes_to_the_job_and_the_way_back_is_kept() {
    let library = shipped();
    let app = drive(&library, WIDE, "/sm15000482<enter>rj<enter>");
    assert_eq!(shown(&app), "Sales Operations Manager");
    assert!(app.view().is_none());
    assert_eq!(
        shown(&drive(&library, WIDE, "/sm15000482<enter>rj<enter>[")),
        "Sales Support Supervisor"
    );
    assert_eq!(shown(&drive(&library, WIDE, &format!("{WAY}jj<enter>"))), "Payroll Supervisor");
}

#[test]
fn esc_closes_one_view_after_the_other() {
    let place = |script: &str| drive(&shipped(), WIDE, script).place();
    assert_eq!(place("/sm15000482<enter>r"), Place::Near);
    assert_eq!(place("/sm15000482<enter>rc"), Place::Compare);
    assert_eq!(place("/sm15000482<enter>rc<esc>"), Place::Near);
    assert_eq!(place("/sm15000482<enter>rr"), Place::Near);
    assert_eq!(place("/sm15000482<enter>rrqq"), Place::Detail);
    assert_eq!(place(&format!("{WAY}xc<esc><esc>")), Place::Detail);
}

#[test]
fn near_jobs_of_a_near_job_are_its_own() {
    let text = text_after(&shipped(), WIDE, "/sm15000482<enter>rjr");
    assert!(text.starts_with("┤Near Sales Operations Manager├"), "{text}");
}

#[test]
fn until_they_are_found_it_says_so_and_esc_does_not_wait() {
    let mut app = drive(&shipped(), WIDE, "/sm15000482<enter>");
    let effects = press(&mut app, "r");
    let [Effect::Seek(question)] = &effects[..] else { panic!("{effects:?}") };
    hold_app("near-looking@120x40", &app, "/sm15000482<enter>r");
    assert_eq!(press(&mut app, "j<enter>"), []);
    assert_eq!(app.status().unwrap().text, "no near job is found");
    press(&mut app, "<esc>");
    answer(&mut app, question);
    assert!(app.view().is_none(), "{}", picture(&app));
}

#[test]
fn what_is_found_belongs_to_the_job_and_to_the_library_that_were_asked_about() {
    let mut app = drive(&ladder(&["1", "2", "3"]), WIDE, "");
    press(&mut app, "r");
    answer(&mut app, &Question::Near(JobId::first("2.yaml")));
    assert!(picture(&app).contains("looking for near jobs"));
    // The folder has changed in the meantime: it is asked again, of the new one.
    let question = Question::Near(JobId::first("0.yaml"));
    let late = Scout::default().find(app.index().library().clone(), question.clone());
    let before = app.index().clone();
    let effects = app.update(Msg::loaded(ladder(&["1", "2", "3", "4"]), Some(&before)));
    assert_eq!(effects, [Effect::Seek(question.clone())]);
    app.update(Msg::Found(Box::new(late)));
    assert!(picture(&app).contains("looking for near jobs"));
    answer(&mut app, &question);
    assert!(picture(&app).contains("3 jobs, the most alike first"), "{}", picture(&app));
}

#[test]
fn near_jobs_stay_while_the_folder_is_read_again_and_follow_it() {
    let mut app = drive(&ladder(&["1", "2", "3"]), WIDE, "rj");
    let before = app.index().clone();
    let effects = app.update(Msg::loaded(ladder(&["1", "2"]), Some(&before)));
    let text = picture(&app);
    assert!(
        text.contains("Near Job 0") && text.contains("50 %") && !text.contains("Job 2  "),
        "{text}"
    );
    // A document would tell what is not true any more.
    assert_eq!(press(&mut app, "S"), []);
    assert_eq!(app.status().unwrap().text, "its jobs are not read yet");
    let [Effect::Seek(question)] = &effects[..] else { panic!("{effects:?}") };
    answer(&mut app, question);
    assert!(picture(&app).contains("1 job"));
    // Without its own job it has nothing to say.
    let before = app.index().clone();
    app.update(Msg::loaded(library(&[("1.yaml", "title: Job 1\n")]), Some(&before)));
    assert!(app.view().is_none());
    let said = &app.status().unwrap().text;
    assert_eq!(said, "ranking closed: Job 0 is no longer in the folder");
}

#[test]
fn where_nothing_is_near_it_says_why() {
    let alone = library(&[
        ("a.yaml", "title: Archivist\ncompetencies: {x: [Order: 1]}\n"),
        ("b.yaml", "title: Baker\ncompetencies: {x: [Bread: 1]}\n"),
    ]);
    hold_at(&[SIZES[0], SMALL], "near-nothing", &alone, "r");
    hold_at(&[SIZES[0], SMALL], "route-nothing", &alone, "<space>jt");
    // Both ends stand there all the same, so that each leads on.
    let text = text_after(&alone, WIDE, "<space>jtjr");
    assert!(text.starts_with("┤Near Archivist├"), "{text}");
    assert_eq!(drive(&alone, WIDE, "<space>jtS").status().unwrap().text, "no way is found");
}

#[test]
fn a_route_leads_to_the_one_job_that_is_marked() {
    let said = |script: &str| drive(&edges(), WIDE, script).status().unwrap().text.clone();
    assert!(said("t").starts_with("mark the job to get to"), "{}", said("t"));
    assert!(said("<space>t").starts_with("mark the job to get to"));
    assert_eq!(
        said("<space>j<space>jt"),
        "t needs exactly one other marked job; 2 are marked; U unmarks all"
    );
    // Among near jobs it starts from the one under the cursor, from the marked one's own base where
    // that is the marked one.
    let near = "/fa14000215<enter>r";
    let text =
        text_after(&shipped(), WIDE, &format!("/fa14000231<enter><space>f<c-u>{}jt", &near[1..]));
    assert!(
        text.contains("to Payroll Manager├") && !text.contains("From Payroll Specialist "),
        "{text}"
    );
    let text = text_after(&shipped(), WIDE, &format!("{near}<space>t"));
    assert!(text.starts_with("┤From Payroll Specialist to "), "{text}");
    let text = text_after(&shipped(), WIDE, &format!("{WAY}x"));
    assert!(text.starts_with("┤From Payroll Manager to Payroll Specialist├"), "{text}");
}

#[test]
fn a_code_that_is_too_long_gives_way_to_the_rest_of_the_rung() {
    let code = "X".repeat(60);
    let of = |title: &str, level: u8| {
        format!(
            "title: {title}\ncode: {title}{code}\nlevel: P{level}\ncompetencies: {{x: [Skill: {level}]}}\n"
        )
    };
    let (a, b) = (of("A", 1), of("B", 2));
    let files = [("a.yaml", a.as_str()), ("b.yaml", b.as_str())];
    let text = text_after(&library(&files), (80, 24), "<space>jt");
    assert!(text.contains('…') && text.contains(" · P2") && text.contains(" · P1"), "{text}");
}

#[test]
fn what_is_shown_can_be_saved_and_copied() {
    for (script, name, title) in [
        (
            "/sm15000482<enter>r",
            "near-sales-support-supervisor.html",
            "Near Sales Support Supervisor",
        ),
        (WAY, "route-payroll-specialist-payroll-manager.html", "A way from Payroll Specialist"),
    ] {
        let mut app = drive(&shipped(), WIDE, script);
        let effects = press(&mut app, "S<enter>");
        let [Effect::Save { path, text, .. }] = &effects[..] else { panic!("{effects:?}") };
        assert_eq!(path.to_str(), Some(name));
        assert!(text.contains(title), "{text}");
        let effects = press(&mut app, "ym");
        let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
        assert!(text.starts_with(&format!("# {title}")), "{text}");
    }
}

#[test]
fn space_marks_the_near_job_and_e_edits_it() {
    let app = drive(&shipped(), WIDE, "/sm15000482<enter>rj<space>");
    assert_eq!(app.marks().len(), 1);
    assert!(app.marks()[0].to_string().ends_with("sales-operations-manager.yaml"));
    assert!(app.target().unwrap().words().contains("sales-operations-manager.yaml"));
}

#[test]
fn without_unicode_bars_and_ladder_are_still_there() {
    use crate::support::options;
    use rolebook::tui::app::Options;
    use rolebook::tui::theme::Looks;
    for (name, script) in [("near", "/sm15000482<enter>r"), ("route", WAY)] {
        let options = Options { looks: Looks::new(false, false), ..options((80, 24)) };
        let app = rolebook::cli::play(shipped(), options, script).unwrap();
        hold_app(&format!("{name}-ascii@80x24"), &app, script);
    }
}

#[test]
fn odd_jobs_have_near_ones_as_well() {
    hold("near-edges", &edges(), "jjjr");
}

#[test]
fn where_a_file_names_no_competencies_no_way_is_said_to_share_none() {
    let files = [
        ("a.yaml", "title: Archivist\ncompetencies: { x: [Order: 3] }\n"),
        ("b.yaml", "title: Baker\n"),
    ];
    let text = text_after(&library(&files), WIDE, "<space>jt");
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Baker names no competencies: not in file"), "{text}");
    assert!(!words.contains("share no competency"), "{text}");
}
