//! Two shared competencies with one name.

use super::Judge;
use super::tell::problem;
use crate::model::{Competency, Key, Spot, folded_name, rule};
use crate::printable::printable_path;
use std::collections::HashMap;

/// Tells each later file of the first one, which is used.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    let mut names: HashMap<String, &Competency> = HashMap::new();
    for competency in library.competencies() {
        let first = *names.entry(folded_name(&competency.name)).or_insert(competency);
        if std::ptr::eq(first, &raw const **competency) {
            continue;
        }
        let first = match first.path == competency.path {
            true => "further up in this file".to_owned(),
            false => format!("in {}", printable_path(&first.path)),
        };
        let sentence = format!(
            "“{}” is also described {first}, which is used; delete or rename one",
            competency.name
        );
        let place = competency.places.get(Spot::Key(Key::Name));
        let told = problem(&competency.places, rule::DUPLICATE_COMPETENCY, place, sentence);
        judge.tell_file(&competency.path, told);
    }
}
