//! What holds of the letters that are shown as found.

use rolebook::search::{Index, Query, Rank, explain, search};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Ranges in order, apart, and on the edges of graphemes.
fn fits(text: &str, ranges: &[Range<usize>]) -> bool {
    let mut edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
    edges.push(text.len());
    let on_edges =
        |r: &Range<usize>| r.start < r.end && edges.contains(&r.start) && edges.contains(&r.end);
    ranges.iter().all(on_edges) && ranges.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

/// Every hit has something to show, where its rank says it stands.
#[track_caller]
pub fn check_explanations(shelf: &Index, typed: &str) {
    let query = Query::parse(typed);
    for hit in search(shelf, &query, None).iter() {
        let job = &shelf.library().jobs()[hit.job];
        let shown = explain(&query, job);
        assert!(fits(&job.title(), &shown.title));
        assert!(fits(job.code().unwrap_or_default(), &shown.code));
        assert!(fits(job.family().unwrap_or_default(), &shown.family));
        assert!(fits(job.level().unwrap_or_default(), &shown.level));
        if let Some((text, ranges)) = &shown.alternate {
            assert!(fits(text, ranges) && !ranges.is_empty());
        }
        match hit.rank {
            Rank::Alternate => assert!(shown.alternate.is_some()),
            Rank::FamilyOrLevel => {
                let facts = [&shown.code, &shown.family, &shown.level];
                assert!(facts.iter().any(|ranges| !ranges.is_empty()));
            }
            Rank::LettersApart => assert!(!shown.title.is_empty()),
            _ => {}
        }
    }
}
