//! What is told of two readings of a folder.

use super::*;
use crate::model::{
    Competency, Figure, Figures, Group, LevelText, Need, Number, OnTheSpot, Parts, PayRecord,
    Period, Problem, Proficiency, Profile, Requirement, Settings, Severity, Status,
};
use proptest::prelude::*;

fn asks(name: &str, level: f64) -> Requirement {
    Requirement { name: Some(name.into()), level: Proficiency::new(level), ..Default::default() }
}

fn titled(title: &str) -> Profile {
    Profile { title: title.to_owned(), ..Profile::default() }
}

fn coded(code: &str, title: &str) -> Profile {
    Profile { code: Some(code.to_owned()), ..titled(title) }
}

fn at(path: &str, profile: Profile) -> Job {
    let (path, document) = path.split_once('#').unwrap_or((path, "1"));
    let id = JobId { path: path.into(), document: document.parse().unwrap() };
    Job { id, profile: Some(profile), ..Job::default() }
}

fn library(jobs: Vec<Job>) -> Library {
    let jobs = jobs.into_iter().map(Arc::new).collect();
    Library::new(Parts { jobs, complete: true, ..Parts::default() })
}

/// What is told of a job that has changed from one profile to another.
fn told_with(old: Profile, new: Profile, pay: bool) -> String {
    let (old, new) = (library(vec![at("a.yaml", old)]), library(vec![at("a.yaml", new)]));
    match &Changes::between(&old, &new).entries[..] {
        [] => String::new(),
        [only] => only.sentence(pay),
        several => panic!("{several:?}"),
    }
}

fn told(old: Profile, new: Profile) -> String {
    told_with(old, new, true)
}

fn line(old: &Library, new: &Library) -> String {
    let line = Changes::between(old, new).summary(None, true);
    line.map_or_else(String::new, |line| line.cut(200, |text| text.chars().count()))
}

fn moves(old: Vec<Job>, new: Vec<Job>) -> Vec<(String, Option<String>)> {
    let ids: Vec<JobId> = old.iter().map(|job| job.id.clone()).collect();
    let changes = Changes::between(&library(old), &library(new));
    let to = |id: &JobId| changes.moves.follow(id).map(|id| id.to_string());
    ids.iter().map(|id| (id.to_string(), to(id))).collect()
}

#[track_caller]
fn assert_moves(old: Vec<Job>, new: Vec<Job>, expected: &[(&str, Option<&str>)]) {
    let found = moves(old, new);
    let found: Vec<_> = found.iter().map(|(from, to)| (from.as_str(), to.as_deref())).collect();
    assert_eq!(found, expected);
}

fn group(requirements: Vec<Requirement>) -> Vec<Group> {
    vec![Group { key: "core".into(), requirements }]
}

fn paid(base: &[(u8, f64)], currency: &str) -> Profile {
    let figures = base.iter().map(|(p, value)| (Figure::Percentile(*p), *value));
    let record = PayRecord {
        currency: Some(currency.into()),
        base: Figures::new(figures),
        ..PayRecord::default()
    };
    Profile { salary: vec![record], ..titled("Rep") }
}

#[test]
fn a_job_is_told_in_the_order_in_which_a_reader_cares() {
    let old = Profile {
        level: Some("P02".into()),
        responsibilities: vec!["Sells to customers every day.", "Counts."].into(),
        competencies: group(vec![asks("Negotiation", 3.0), asks("Patience", 2.0)]),
        summary: Some("Sells.".into()),
        ..paid(&[(25, 60_000.0), (50, 77_400.0)], "USD")
    };
    let new = Profile {
        level: Some("P03".into()),
        responsibilities: vec![
            "Sells to customers every single day.",
            "Writes offers.",
            "Visits fairs.",
        ]
        .into(),
        competencies: group(vec![asks("Coaching Others", 2.0), asks("Negotiation", 4.0)]),
        summary: Some("Sells a lot.".into()),
        ..paid(&[(25, 60_000.0), (50, 80_650.8)], "USD")
    };
    assert_eq!(
        told(old.clone(), new.clone()),
        "level P02 → P03 · Negotiation 3 → 4 · Coaching Others 2 new · Patience no longer asked · \
         p50 base 77,400 → 80,650.80 · 2 duties added · 1 duty removed · 1 duty reworded · \
         summary reworded"
    );
    let (old, new) = (library(vec![at("a.yaml", old)]), library(vec![at("a.yaml", new)]));
    let told = line(&old, &new);
    assert!(told.starts_with("Rep: level P02 → P03 · Negotiation 3 → 4 · "), "{told}");
    assert!(told.contains("· p50 base +4.2 % ·"), "{told}");
}

#[test]
fn figures_in_another_currency_are_not_compared() {
    let told = told(paid(&[(50, 100.0)], "USD"), paid(&[(50, 110.0)], "EUR"));
    assert_eq!(told, "pay currency USD → EUR · p50 base 100 → 110");
}

#[test]
fn hidden_pay_is_said_to_have_changed_and_no_more() {
    let mut new = paid(&[(50, 110.0), (75, 120.0)], "EUR");
    new.level = Some("P1".into());
    let told = told_with(paid(&[(50, 100.0)], "USD"), new, false);
    assert_eq!(told, "level P1 added · pay changed");
}

#[test]
fn every_field_that_changes_is_told() {
    let text = || Some("other".to_owned());
    let named = || Some("other".into());
    let list = || vec!["other".to_owned()];
    let withheld = Requirement::default();
    let saying = |said| Requirement { on_the_spot: OnTheSpot::held(said), ..asks("A", 1.0) };
    let defined = saying(OnTheSpot { definition: text(), ..OnTheSpot::default() });
    let level = LevelText { statement: text(), ..LevelText::default() };
    let leveled = saying(OnTheSpot { levels: [(2, level)].into(), ..OnTheSpot::default() });
    let must = saying(OnTheSpot { need: Some(Need::Must), ..OnTheSpot::default() });
    let important = Requirement { importance: Number::new(2.5), ..asks("A", 1.0) };
    let old = || Profile { competencies: group(vec![asks("A", 1.0)]), ..titled("Rep") };
    let asking = |requirement| Profile { competencies: group(vec![requirement]), ..old() };
    let pay = |record| Profile { salary: vec![record], ..old() };
    let cases: Vec<(Profile, &str)> = vec![
        (Profile { title: "Agent".into(), ..old() }, "title Rep → Agent"),
        (Profile { code: text(), ..old() }, "code other added"),
        (Profile { level: named(), ..old() }, "level other added"),
        (Profile { family: named(), ..old() }, "family other added"),
        (Profile { track: named(), ..old() }, "track other added"),
        (Profile { also_known_as: list().into(), ..old() }, "1 alternate title added"),
        (Profile { status: Status::Draft, ..old() }, "status approved → draft"),
        (Profile { effective: text(), ..old() }, "effective other added"),
        (Profile { language: named(), ..old() }, "language other added"),
        (Profile { education: text(), ..old() }, "education other added"),
        (Profile { experience: text(), ..old() }, "experience other added"),
        (Profile { requires: list(), ..old() }, "1 thing required added"),
        (Profile { conditions: list(), ..old() }, "1 condition added"),
        (Profile { reports_to: list(), ..old() }, "reports to other added"),
        (Profile { summary: text(), ..old() }, "summary added"),
        (Profile { responsibilities: list().into(), ..old() }, "1 duty added"),
        (pay(PayRecord { region: named(), ..PayRecord::default() }), "pay other added"),
        (
            Profile { declared: vec![("core".into(), 3)], ..old() },
            "declared counts of competencies changed",
        ),
        (Profile { source: Some(Box::default()), ..old() }, "source changed"),
        (asking(asks("a", 1.0)), "A written a"),
        (asking(asks("A", 4.62)), "A 1 → 4.62"),
        (asking(withheld), "withheld competency new · A no longer asked"),
        (asking(defined), "A definition added"),
        (asking(leveled), "A level 2 text added"),
        (asking(must), "A now must"),
        (asking(important), "A importance 2.5 added"),
    ];
    for (new, expected) in cases {
        assert_eq!(told(old(), new), expected);
    }
    let elsewhere = vec![Group { key: "general".into(), requirements: vec![asks("A", 1.0)] }];
    let moved = told(old(), Profile { competencies: elsewhere, ..old() });
    assert_eq!(moved, "A moved to General (job family)");
    let hourly = PayRecord { period: Period::Hour, ..PayRecord::default() };
    let told = told(pay(PayRecord::default()), pay(hourly));
    assert_eq!(told, "pay by the year → hour");
}

#[test]
fn a_renamed_file_is_followed_by_its_code() {
    assert_moves(
        vec![at("a.yaml", coded("C1", "Baker")), at("b.yaml", coded("C2", "Cook"))],
        vec![at("b.yaml", coded("C2", "Cook")), at("z.yaml", coded("C1", "Master Baker"))],
        &[("a.yaml", Some("z.yaml")), ("b.yaml", Some("b.yaml"))],
    );
    let told = line(
        &library(vec![at("a.yaml", coded("C1", "Baker"))]),
        &library(vec![at("z.yaml", coded("C1", "Baker"))]),
    );
    assert_eq!(told, "Baker renamed: file a.yaml → z.yaml");
}

#[test]
fn a_code_that_several_files_have_leads_nowhere() {
    let c1 = || coded("C1", "Baker");
    let old = vec![at("a.yaml", c1())];
    assert_moves(old, vec![at("x.yaml", c1()), at("y.yaml", c1())], &[("a.yaml", Some("a.yaml"))]);
    let in_german = || Profile { language: Some("de".into()), ..c1() };
    assert_moves(
        vec![at("a.yaml", c1()), at("b.yaml", in_german())],
        vec![at("x.yaml", in_german()), at("y.yaml", c1())],
        &[("a.yaml", Some("y.yaml")), ("b.yaml", Some("x.yaml"))],
    );
}

#[test]
fn without_a_code_the_title_is_followed_if_it_is_the_only_one() {
    let old = || vec![at("a.yaml", titled("Baker"))];
    assert_moves(old(), vec![at("b.yaml", titled("Baker"))], &[("a.yaml", Some("b.yaml"))]);
    let twins = vec![at("b.yaml", titled("Baker")), at("c.yaml", titled("Baker"))];
    assert_moves(old(), twins, &[("a.yaml", Some("a.yaml"))]);
}

#[test]
fn files_that_change_places_are_told_apart() {
    assert_moves(
        vec![at("a.yaml", coded("C1", "Baker")), at("b.yaml", coded("C2", "Cook"))],
        vec![at("a.yaml", coded("C2", "Cook")), at("b.yaml", coded("C1", "Baker"))],
        &[("a.yaml", Some("b.yaml")), ("b.yaml", Some("a.yaml"))],
    );
}

#[test]
fn documents_are_told_apart_by_what_they_say_and_then_by_number() {
    assert_moves(
        vec![at("a#1", titled("Baker")), at("a#2", titled("Cook")), at("a#3", titled("Driver"))],
        vec![at("a#1", titled("Cook")), at("a#2", titled("Driver"))],
        &[("a", None), ("a#2", Some("a")), ("a#3", Some("a#2"))],
    );
    let changes = Changes::between(
        &library(vec![at("a#1", titled("Baker")), at("a#2", titled("Cook"))]),
        &library(vec![at("a#1", titled("Baker")), at("a#2", titled("Chef"))]),
    );
    assert_eq!(changes.entries[0].sentence(true), "title Cook → Chef");
}

fn broken(job: Job) -> Job {
    Job { kept: true, ..mistaken(job) }
}

fn mistaken(mut job: Job) -> Job {
    let (severity, rule) = (Severity::Error, "pay-figures");
    let sentence = "p50 is 7".to_owned();
    let problem = Problem { severity, rule, place: None, sentence, about_pay: true };
    job.problems = vec![problem];
    job
}

#[test]
fn a_job_that_breaks_says_why_and_one_that_is_mended_says_so() {
    let whole = library(vec![at("a.yaml", titled("Baker"))]);
    let wrong = library(vec![broken(at("a.yaml", titled("Baker")))]);
    assert_eq!(line(&whole, &wrong), "Baker broken: p50 is 7");
    assert_eq!(line(&wrong, &whole), "Baker mended");
    let hidden = Changes::between(&whole, &wrong).entries[0].sentence(false);
    assert_eq!(hidden, "something is wrong with the pay figures, which are hidden");
}

#[test]
fn a_job_that_reads_with_a_mistake_says_first_what_it_says_now() {
    let of = |level: &str| at("a.yaml", Profile { level: Some(level.into()), ..titled("Baker") });
    let (whole, wrong) = (library(vec![of("P1")]), library(vec![mistaken(of("P2"))]));
    assert_eq!(line(&whole, &wrong), "Baker: level P1 → P2 · p50 is 7");
    assert_eq!(line(&wrong, &whole), "Baker: level P2 → P1 · mistakes mended");
}

#[test]
fn shared_files_break_and_are_mended() {
    let path = std::path::PathBuf::from("competencies/rust.yaml");
    let of = |rule_broken: bool, path: &std::path::Path| {
        let rust = Competency { path: "competencies/rust.yaml".into(), ..competency("Rust", &[]) };
        let problem = mistaken(Job::default()).problems.remove(0);
        let problem = crate::model::FileProblem { path: path.to_owned(), problem };
        let problems = if rule_broken { vec![problem] } else { Vec::new() };
        let competencies = vec![Arc::new(rust)];
        Library::new(Parts { competencies, problems, complete: true, ..Parts::default() })
    };
    let told = |before, after, path: &std::path::Path| line(&of(before, path), &of(after, path));
    assert_eq!(told(false, true, &path), "competency Rust broken: p50 is 7 · no job asks for it");
    assert_eq!(told(true, false, &path), "competency Rust mended: no job asks for it");
    let settings = std::path::Path::new("library.yaml");
    assert_eq!(told(false, true, settings), "library.yaml broken: p50 is 7");
    assert_eq!(told(true, false, settings), "library.yaml mended");
}

#[test]
fn a_job_that_cannot_be_read_at_all_is_told_by_its_title_before() {
    let whole = library(vec![at("a.yaml", titled("Baker"))]);
    let job = Job { profile: None, ..broken(at("a.yaml", titled("Baker"))) };
    assert_eq!(line(&whole, &library(vec![job])), "Baker broken: p50 is 7");
}

fn sharing(competencies: Vec<Competency>, jobs: Vec<Job>) -> Library {
    let competencies = competencies.into_iter().map(Arc::new).collect();
    let jobs = jobs.into_iter().map(Arc::new).collect();
    Library::new(Parts { competencies, jobs, complete: true, ..Parts::default() })
}

fn competency(name: &str, texts: &[(u8, &str)]) -> Competency {
    let level = |text: &str| LevelText { statement: Some(text.into()), ..LevelText::default() };
    let levels = texts.iter().map(|(number, text)| (*number, level(text))).collect();
    Competency { name: name.into(), levels, ..Competency::default() }
}

#[test]
fn a_shared_competency_says_how_many_jobs_it_touches() {
    let jobs = || {
        let asking = |name| Profile { competencies: group(vec![asks(name, 1.0)]), ..titled("Rep") };
        vec![at("a", asking("negotiation")), at("b", asking("Bargaining")), at("c", titled("No"))]
    };
    let known = |text| {
        let bargaining = vec!["Bargaining".to_owned()];
        Competency { also_known_as: bargaining, ..competency("Negotiation", &[(4, text)]) }
    };
    let old = sharing(vec![known("Talks.")], jobs());
    let new = sharing(vec![known("Talks well.")], jobs());
    assert_eq!(line(&old, &new), "Negotiation level 4 reworded · 2 jobs");
    let more = competency("Negotiation", &[(2, "Hears."), (4, "Talks.")]);
    let told = line(&old, &sharing(vec![more], jobs()));
    assert_eq!(told, "Negotiation level 2 text added · 1 alternate name removed · 1 job");
    let none = line(&old, &sharing(Vec::new(), Vec::new()));
    assert_eq!(none, "3 jobs removed · 1 competency removed");
}

#[test]
fn a_competency_is_found_again_under_its_new_name() {
    let old = sharing(vec![competency("Negotiation", &[(4, "Talks.")])], Vec::new());
    let names = vec!["Negotiation".to_owned()];
    let new = Competency { also_known_as: names, ..competency("Bargaining", &[(4, "Talks.")]) };
    let told = line(&old, &sharing(vec![new], Vec::new()));
    assert!(told.starts_with("competency Bargaining renamed: called Negotiation before"), "{told}");
}

#[test]
fn settings_are_told() {
    let with = |settings: Settings| {
        Library::new(Parts { settings: Arc::new(settings), complete: true, ..Parts::default() })
    };
    let mut changed = Settings { currency: Some("EUR".into()), ..Settings::default() };
    changed.groups[1].1 = "Soft".into();
    changed.scales.insert("acuity".into(), crate::model::Scale::built_in());
    let told = line(&with(Settings::default()), &with(changed));
    assert_eq!(
        told,
        "library.yaml: currency EUR added · group core Soft skills (core) → Soft · \
         scale acuity added"
    );
}

#[test]
fn several_changes_are_counted() {
    let job = |n: usize, level: &str| {
        at(&format!("{n}"), Profile { level: Some(level.into()), ..titled(&format!("Job {n}")) })
    };
    let old = library((1..8).map(|n| job(n, "P1")).collect());
    let jobs = (3..9).map(|n| job(n, if n < 5 { "P2" } else { "P1" }));
    let new = library(jobs.map(|j| if j.id.path.ends_with("7") { broken(j) } else { j }).collect());
    assert_eq!(line(&old, &new), "1 job added, 2 removed, 1 broken, 2 changed");
}

#[test]
fn a_line_is_cut_between_its_parts() {
    let parts = ["Negotiation 3 → 4", "Patience 1 → 2", "2 duties added"].map(str::to_owned);
    let line = Summary { head: String::new(), parts: parts.to_vec() };
    let cut = |room| line.cut(room, |text| text.chars().count());
    assert_eq!(cut(80), "Negotiation 3 → 4 · Patience 1 → 2 · 2 duties added");
    assert_eq!(cut(50), "Negotiation 3 → 4 · Patience 1 → 2 …and 1 more");
    assert_eq!(cut(40), "Negotiation 3 → 4 …and 2 more");
    assert_eq!(cut(20), "Negotiation 3 → 4 +2");
}

#[test]
fn many_details_are_counted_and_not_kept() {
    let all = |level| (0..200).map(|n| asks(&format!("C{n}"), level)).collect();
    let asking = |level| Profile { competencies: group(all(level)), ..titled("Rep") };
    let told = told(asking(1.0), asking(2.0));
    assert!(told.ends_with("…and 140 more"), "{told}");
}

prop_compose! {
    fn any_job()(
        path in "[ab]", document in 1_u32..4, title in "[ABC]", code in "[12]?", level in 0_u8..3,
        is_broken in prop::bool::weighted(0.2),
    ) -> Job {
        let code = Some(code).filter(|code| !code.is_empty());
        let level = asks("Order", f64::from(level));
        let profile = Profile { code, competencies: group(vec![level]), ..titled(&title) };
        let job = at(&format!("{path}#{document}"), profile);
        if is_broken { broken(job) } else { job }
    }
}

fn any_library() -> impl Strategy<Value = Library> {
    let by_id = |jobs: Vec<Job>| {
        jobs.into_iter()
            .map(|job| (job.id.clone(), job))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    prop::collection::vec(any_job(), 0..7)
        .prop_map(move |jobs| library(by_id(jobs).into_values().collect()))
}

proptest! {
    #[test]
    fn nothing_changes_from_a_library_to_itself(library in any_library()) {
        let again = Library::new(Parts {
            jobs: library.jobs().iter().map(|job| Arc::new(Job::clone(job))).collect(),
            complete: true,
            ..Parts::default()
        });
        for same in [Changes::between(&library, &library), Changes::between(&library, &again)] {
            prop_assert!(same.is_empty() && same.moves.is_empty(), "{same:?}");
            prop_assert_eq!(same.summary(None, true), None);
        }
    }

    #[test]
    fn every_job_is_paired_gone_or_new_and_no_two_follow_to_one(
        old in any_library(), new in any_library(),
    ) {
        let found = Match::of(old.jobs(), new.jobs());
        let mut was: Vec<usize> = found.pairs.iter().map(|(o, _)| *o).chain(found.gone.clone()).collect();
        let mut is: Vec<usize> = found.pairs.iter().map(|(_, n)| *n).chain(found.new.clone()).collect();
        was.sort_unstable();
        is.sort_unstable();
        prop_assert_eq!(was, (0..old.jobs().len()).collect::<Vec<_>>());
        prop_assert_eq!(is, (0..new.jobs().len()).collect::<Vec<_>>());
        let moves = Changes::between(&old, &new).moves;
        let to: Vec<JobId> = old.jobs().iter().filter_map(|job| moves.follow(&job.id)).collect();
        let different: std::collections::HashSet<&JobId> = to.iter().collect();
        prop_assert_eq!(different.len(), to.len());
    }
}
