//! A job code that stands twice in one language.

use super::Judge;
use crate::model::{Key, Spot, rule};
use std::collections::HashMap;

/// Tells each later job of the first one; both stay readable.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    let mut codes: HashMap<(&str, &str), usize> = HashMap::with_capacity(library.jobs().len());
    for (index, job) in library.jobs().iter().enumerate() {
        let Some(profile) = &job.profile else { continue };
        let Some(code) = profile.code.as_deref() else { continue };
        let language = profile.language.as_deref().unwrap_or_default();
        let first = *codes.entry((code, language)).or_insert(index);
        if first != index {
            let mut other = library.jobs()[first].id.to_string();
            if let Some(place) = library.jobs()[first].places.get(Spot::Key(Key::Code)) {
                other = format!("{other}:{}", place.line);
            }
            let sentence = format!("code {code} is also used by {other}; give one of them another");
            judge.tell_job(index, rule::DUPLICATE_CODE, &[Spot::Key(Key::Code)], sentence);
        }
    }
}
