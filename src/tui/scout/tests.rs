//! What is found, and that a library is taken down once.

use super::*;
use crate::testing::library;

const ALIKE: [&str; 2] =
    ["title: A\ncompetencies: {x: [Skill: 1]}\n", "title: B\ncompetencies: {x: [Skill: 2]}\n"];

#[test]
fn a_library_is_taken_down_once() {
    let (first, second) = (Arc::new(library(&ALIKE)), Arc::new(library(&ALIKE)));
    let ids: Vec<JobId> = first.jobs().iter().map(|job| job.id.clone()).collect();
    let mut scout = Scout::default();
    let near = scout.find(first.clone(), Question::Near(ids[0].clone()));
    let Found::Near(hops) = &near.found else { panic!() };
    assert_eq!(hops.iter().map(|hop| &hop.job).collect::<Vec<_>>(), [&ids[1]]);
    let way = scout.find(first, Question::Route(ids[0].clone(), ids[1].clone()));
    assert!(matches!(&way.found, Found::Route(Some((_, hops))) if hops.len() == 1));
    assert!(Arc::ptr_eq(&near.likeness, &way.likeness));
    let other = scout.find(second, Question::Near(JobId::first("gone.yaml")));
    assert!(matches!(&other.found, Found::Near(hops) if hops.is_empty()));
    assert!(!Arc::ptr_eq(&near.likeness, &other.likeness));
}
