//! The libraries at hand: the one that the program carries, and a large one where there is one.

use rolebook::model::{Library, Profile};
use rolebook::store::{Folder, Origin};
use serde_yaml::Value;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn load(origin: Origin) -> Library {
    let mut last = None;
    let mut keep = |library| {
        last = Some(library);
        ControlFlow::Continue(())
    };
    Folder::open(origin, false).read(&mut keep).unwrap();
    last.unwrap()
}

fn profiles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles")
}

/// How many profiles and competencies there are, each in a file of its own.
fn files() -> (usize, usize) {
    let folders = std::fs::read_dir(profiles()).unwrap().map(|entry| entry.unwrap().path());
    let count = |folder: &Path| std::fs::read_dir(folder).unwrap().count();
    let (competencies, families): (Vec<_>, Vec<_>) =
        folders.filter(|path| path.is_dir()).partition(|path| path.ends_with("competencies"));
    let sum = |folders: Vec<PathBuf>| folders.iter().map(|folder| count(folder)).sum();
    (sum(families), sum(competencies))
}

#[test]
fn the_sample_is_read_without_a_problem_from_the_disk_and_from_the_program() {
    for origin in [Origin::Folder(profiles()), Origin::Sample] {
        let library = load(origin);
        assert!(library.is_complete());
        assert_eq!((library.jobs().len(), library.competencies().len()), files());
        let told: Vec<_> = library.jobs().iter().flat_map(|job| &job.problems).collect();
        assert_eq!((library.problems(), told), (&[][..], vec![]));
    }
}

#[test]
fn another_reader_finds_the_same_values_in_the_sample() {
    for job in load(Origin::Folder(profiles())).jobs() {
        let text = std::fs::read_to_string(profiles().join(&job.id.path)).unwrap();
        agree(job.profile.as_ref().unwrap(), &serde_yaml::from_str(&text).unwrap());
    }
}

/// A number or text of the other reader, as it was typed.
fn typed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn texts(value: &Value) -> Vec<String> {
    value.as_sequence().into_iter().flatten().filter_map(typed).collect()
}

fn agree(profile: &Profile, other: &Value) {
    assert_eq!(Some(profile.title.clone()), typed(&other["title"]));
    assert_eq!(profile.code, typed(&other["code"]));
    assert_eq!(profile.summary, typed(&other["summary"]));
    assert_eq!(profile.responsibilities, texts(&other["responsibilities"]));
    assert_eq!(profile.also_known_as, texts(&other["also_known_as"]));
    let ours: Vec<_> = profile
        .requirements()
        .map(|(group, r)| {
            let level = r.level.map(|level| level.to_string());
            (group.to_owned(), r.name.as_deref().map(str::to_owned), level)
        })
        .collect();
    let mut theirs = Vec::new();
    for (group, list) in other["competencies"].as_mapping().into_iter().flatten() {
        for entry in list.as_sequence().into_iter().flatten() {
            let short = entry.as_mapping().and_then(|map| map.iter().next());
            let (name, level) = match (entry.get("name"), short) {
                (None, Some(_)) if entry.get("withheld").is_some() => {
                    (None, entry.get("level").and_then(typed))
                }
                (None, Some((name, level))) => (typed(name), typed(level)),
                (name, _) => (name.and_then(typed), entry.get("level").and_then(typed)),
            };
            theirs.push((typed(group).unwrap(), name, level));
        }
    }
    assert!(!ours.is_empty());
    assert_eq!(ours, theirs);
}

#[test]
fn a_thousand_real_profiles_are_read_as_another_reader_reads_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/onet");
    if !root.is_dir() {
        println!("passed over: there is no {}", root.display());
        return;
    }
    let library = load(Origin::Folder(root.clone()));
    assert_eq!(library.jobs().len(), 1_016);
    assert_eq!(library.problem_count(), 0, "{:?}", library.problems().first());
    for job in library.jobs().iter().step_by(40) {
        let text = std::fs::read_to_string(root.join(&job.id.path)).unwrap();
        let other: Value = serde_yaml::from_str(&text).unwrap();
        let profile = job.profile.as_ref().unwrap();
        assert_eq!(Some(profile.title.clone()), typed(&other["title"]));
        assert_eq!(profile.also_known_as, texts(&other["also_known_as"]));
        assert_eq!(profile.responsibilities, texts(&other["responsibilities"]));
        let asked = other["competencies"].as_mapping().into_iter().flatten();
        let count: usize = asked.filter_map(|(_, list)| Some(list.as_sequence()?.len())).sum();
        assert_eq!(profile.requirements().count(), count, "{}", job.id);
    }
}
