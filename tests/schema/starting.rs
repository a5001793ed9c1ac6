//! A new profile is right from the beginning, and so is everything that it offers.

use super::support::{folder, read, shipped_folder};
use super::{PROFILE, documents, files};
use rolebook::cli::{NewProfile, new};
use rolebook::model::JobId;
use rolebook::schema::{Kind, schema};
use rolebook::store::{Folder, Origin, parse_profiles};
use std::path::Path;

fn template(root: &Path) -> String {
    let wanted = NewProfile { title: "Harbour Pilot".to_owned(), path: None, like: None };
    let folder = Folder::open(Origin::Folder(root.to_owned()), false);
    new(&wanted, &read(root), &folder, true).unwrap()
}

#[track_caller]
fn assert_right(yaml: &str) {
    let jobs = parse_profiles(Path::new("new.yaml"), yaml.as_bytes());
    assert!(jobs.len() == 1 && jobs[0].problems.is_empty(), "{:?}\n{yaml}", jobs[0].problems);
    let told: Vec<String> =
        PROFILE.iter_errors(&documents(yaml)[0]).map(|error| error.to_string()).collect();
    assert!(told.is_empty(), "{told:?}\n{yaml}");
}

/// The same text with every field switched on: without the `#` before it. Prose has one blank
/// behind its `#`.
fn switched_on(yaml: &str) -> String {
    let is_prose = |rest: &&str| rest.starts_with(' ') && !rest.starts_with("  ");
    let line = |line: &str| {
        let text = line.trim_start();
        match text.strip_prefix('#').filter(|rest| !is_prose(rest)) {
            Some(field) => format!("{}{field}\n", &line[..line.len() - text.len()]),
            None => format!("{line}\n"),
        }
    };
    yaml.lines().map(line).collect()
}

#[test]
fn a_new_profile_is_right_as_it_is_and_with_everything_switched_on() {
    let odd = folder(&[(
        "library.yaml",
        "currency: \"a: b\"\ngroups: { \"no\": \"x\\ny # z\", \"1: 2\": }\n",
    )]);
    let none = folder(&[("library.yaml", "groups: {}\n")]);
    for root in [&shipped_folder(), odd.path(), none.path()] {
        let yaml = template(root);
        assert_right(&yaml);
        let all = switched_on(&yaml);
        assert_right(&all);
        for key in schema(Kind::Profile)["properties"].as_object().unwrap().keys() {
            assert!(documents(&all)[0].get(key).is_some(), "the new profile does not offer {key}");
        }
    }
}

#[test]
fn nor_does_its_library_find_fault_with_it() {
    let copy = folder(&[("new/pilot.yaml", &switched_on(&template(&shipped_folder())))]);
    for (path, _) in files(&shipped_folder()) {
        let to = copy.path().join(path.strip_prefix(shipped_folder()).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(path, to).unwrap();
    }
    let library = read(copy.path());
    let job = library.find(&JobId::first("new/pilot.yaml")).unwrap();
    let told: Vec<_> = library.problems_of(job).collect();
    assert!(told.is_empty(), "{told:?}");
}
