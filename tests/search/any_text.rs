//! What holds for every text: nothing panics, narrowing changes nothing, ranges fit.

use super::shelf::{entry, index, job, library, titled};
use super::shown::check_explanations;
use proptest::prelude::*;
use rolebook::model::Profile;
use rolebook::search::{Index, Query, Rank, search};

/// Few letters, so that words are often found, and some that are hard to fold.
const LETTERS: &str = "[abcAB1 é\u{301}ßﬃガΣς'!^$\n\r-]{0,12}";

fn profile(text: &'static str) -> impl Strategy<Value = Profile> {
    let also = prop::collection::vec(text, 0..3);
    (text, text, text, text, also).prop_map(|(title, code, family, level, also)| {
        let also: Vec<&str> = also.iter().map(String::as_str).collect();
        job(&title, [&code, &family, &level], &also)
    })
}

fn shelf(text: &'static str) -> impl Strategy<Value = Vec<Profile>> {
    prop::collection::vec(profile(text), 0..12)
}

proptest! {
    #[test]
    fn every_hit_has_something_to_show(profiles in shelf(LETTERS), typed in LETTERS) {
        check_explanations(&index(profiles), &typed);
    }

    #[test]
    fn what_is_in_a_title_is_found(profiles in shelf(LETTERS), from in 0_usize..12, n in 1_usize..6) {
        let shelf = index(profiles.clone());
        for (job, profile) in profiles.iter().enumerate() {
            let part: String = profile.title.chars().skip(from).take(n).collect();
            if part.contains(|c: char| c.is_whitespace() || "'!^$".contains(c)) {
                continue;
            }
            let hits = search(&shelf, &Query::parse(&part), None);
            prop_assert!(hits.iter().any(|hit| hit.job == job && hit.rank <= Rank::InsideWord));
        }
    }

    #[test]
    fn narrowing_changes_nothing(
        profiles in shelf(LETTERS),
        typed in LETTERS,
        more in LETTERS,
        cut in 0_usize..12,
    ) {
        // Narrowing is left aside where most jobs are hits, so there must be others.
        let others = vec![titled("Zookeeper"); 24];
        let shelf = index([profiles, others].concat());
        let before: String = typed.chars().take(cut).collect();
        for (before, after) in [(&before, &typed), (&typed, &format!("{typed}{more}"))] {
            let (before, after) = (Query::parse(before), Query::parse(after));
            let hits = search(&shelf, &before, None);
            let narrowed = search(&shelf, &after, Some((&before, &hits)));
            prop_assert_eq!(narrowed, search(&shelf, &after, None));
        }
    }

    #[test]
    fn an_earlier_index_changes_nothing(
        profiles in shelf(LETTERS),
        kept in prop::collection::vec(any::<bool>(), 12),
        typed in LETTERS,
    ) {
        let jobs: Vec<_> = profiles.into_iter().enumerate().map(|(i, p)| entry(i, p)).collect();
        let some = jobs.iter().zip(kept).filter(|(_, kept)| *kept);
        let partial = Index::new(library(some.map(|(job, _)| job.clone()).collect()), None);
        let fresh = Index::new(library(jobs.clone()), None);
        let later = Index::new(library(jobs), Some(&partial));
        let query = Query::parse(&typed);
        prop_assert_eq!(search(&later, &query, None), search(&fresh, &query, None));
    }
}

#[test]
fn very_long_texts_are_only_read_literally() {
    let long = "ab".repeat(40_000);
    let accented = format!("é{long}");
    let profiles: Vec<Profile> =
        [&long, &accented].map(|title| job(title, ["", "", ""], &[])).to_vec();
    let shelf = index(profiles);
    let hits = |typed: &str| search(&shelf, &Query::parse(typed), None).len();
    assert_eq!(hits(&long), 2);
    assert_eq!(hits("abab"), 2);
    assert_eq!(hits("aa"), 0);
    assert_eq!(hits(&"ba".repeat(50_000)), 0);
}

#[test]
fn two_threads_find_what_one_finds() {
    let profiles: Vec<Profile> = (0..5000)
        .map(|i| job(&format!("Clerk {} of Store {i}", i % 7), ["", "", ""], &[]))
        .collect();
    let shelf = index(profiles);
    let all = search(&shelf, &Query::parse("clerk"), None);
    let few = search(&shelf, &Query::parse("clerk 49"), Some((&Query::parse("clerk"), &all)));
    assert_eq!(all.len(), 5000);
    assert_eq!(few, search(&shelf, &Query::parse("clerk 49"), None));
    let title = |place: usize| shelf.library().jobs()[all.get(place).unwrap().job].title();
    assert_eq!(title(0), "Clerk 0 of Store 0");
    assert_eq!(title(1), "Clerk 0 of Store 7");
}
