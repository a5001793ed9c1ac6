//! A job code that stands twice in one language, to the letter or to the eye.

use super::Judge;
use super::look::looks_like;
use crate::model::{Key, Spot, rule};
use std::borrow::Cow;

/// Tells each later job of the first one; both stay readable.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    let mut codes: Vec<(Cow<'_, str>, &str, usize)> = Vec::with_capacity(library.jobs().len());
    for (index, job) in library.jobs().iter().enumerate() {
        let Some(profile) = &job.profile else { continue };
        let Some(code) = profile.code.as_deref() else { continue };
        codes.push((looks_like(code), profile.language.as_deref().unwrap_or_default(), index));
    }
    // Codes mostly follow the files, so that they are sorted sooner than kept in a table.
    codes.sort();
    let same = codes.chunk_by(|a, b| (&a.0, a.1) == (&b.0, b.1));
    let pairs = same.flat_map(|same| same[1..].iter().map(|again| (same[0].2, again.2)));
    for (first, index) in pairs {
        let Some(code) = library.jobs()[index].code() else { continue };
        let mut other = library.jobs()[first].id.to_string();
        if let Some(place) = library.jobs()[first].places.get(Spot::Key(Key::Code)) {
            other = format!("{other}:{}", place.line);
        }
        let sentence = match library.jobs()[first].code() {
            Some(same) if same == code => {
                format!("code {code} is also used by {other}; give one of them another")
            }
            _ => format!(
                "code {code} looks like the one of {other} and is made of other characters; give one of them another, or type it anew"
            ),
        };
        judge.tell_job(index, rule::DUPLICATE_CODE, &[Spot::Key(Key::Code)], sentence);
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    #[test]
    fn codes_that_only_look_the_same_are_told() {
        let jobs = ["title: A\ncode: SM1\n", "title: B\ncode: \"S\\u200BM1\"\n"];
        assert_eq!(
            told_of(&jobs)[1..],
            [
                "1: 2:7 code S⟨ZWSP⟩M1 looks like the one of 000.yaml:2 and is made of other characters; give one of them another, or type it anew [duplicate-code]"
            ]
        );
        let told = told_of(&["title: A\ncode: SM1\n", "title: B\ncode: SМ1\n"]);
        assert!(told.iter().any(|told| told.contains("looks like the one of")), "{told:?}");
    }

    #[test]
    fn codes_that_look_different_are_not() {
        let jobs = ["title: A\ncode: SM1\n", "title: B\ncode: sm1\n", "title: C\ncode: SM⟩1\n"];
        assert!(told_of(&jobs).is_empty());
    }
}
