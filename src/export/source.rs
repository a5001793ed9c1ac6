//! Where the texts of a document come from, and on which terms they may be passed on.

use crate::model::{Library, Source};

/// The sources of some jobs and of the shared texts of some competencies, each once. Without `pay`
/// they say nothing of it.
pub(super) fn sources<'a>(
    library: &Library,
    jobs: &[usize],
    competencies: impl IntoIterator<Item = &'a str>,
    pay: bool,
) -> Vec<Source> {
    let shared = library.settings().source.as_ref();
    let of_texts = competencies
        .into_iter()
        .filter_map(|name| library.competency(name)?.source.as_ref().or(shared));
    let mut known: Vec<Source> = Vec::new();
    let of_jobs = jobs.iter().filter_map(|job| of_job(library, *job));
    for source in of_jobs.chain(of_texts).map(|source| told(source, pay)) {
        if source != Source::default() && !known.contains(&source) {
            known.push(source);
        }
    }
    known
}

/// The source of a job's file, or of the whole library.
pub(super) fn of_job(library: &Library, job: usize) -> Option<&Source> {
    let own = library.jobs().get(job)?.profile.as_ref()?.source.as_deref();
    own.or(library.settings().source.as_ref())
}

/// A source as a document tells it.
pub(super) fn told(source: &Source, pay: bool) -> Source {
    let mut told = source.clone();
    if !pay {
        // A name may be a list; what a licence asks for is sentences.
        for (text, end) in [(&mut told.name, "; "), (&mut told.attribution, ". ")] {
            let kept = text.as_deref().map(|text| without_pay(text, end));
            *text = kept.filter(|text| !text.is_empty());
        }
    }
    told
}

/// A source in one cell: name, licence, what the licence asks for, address.
pub(super) fn in_words(source: &Source) -> String {
    let licence = source.licence.as_ref().map(|licence| format!("licence {licence}"));
    let parts = [source.name.clone(), licence, source.attribution.clone(), source.url.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Words that speak of pay.
const PAY: &[&str] = &["pay", "paid", "wage", "wages", "salary", "salaries", "earnings"];

/// Words of what a licence asks for, which stays whatever else stands beside them.
const TERMS: &[&str] = &["license", "licence", "licensed", "licenced", "copyright"];

/// A text without those of its parts that speak of pay; each but the last ends in `end`.
fn without_pay(text: &str, end: &str) -> String {
    let has = |part: &str, words: &[&str]| {
        let mut own = part.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        own.any(|word| words.contains(&word.as_str()))
    };
    let parts = text.split_inclusive(end);
    let kept: String = parts.filter(|part| !has(part, PAY) || has(part, TERMS)).collect();
    kept.trim_end_matches([' ', ';']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_of_pay_is_left_out_and_the_terms_stay() {
        for (text, kept) in [
            ("Written for us. Pay is illustrative; replace it.", "Written for us."),
            ("Wages are illustrative.", ""),
            (
                "Used under the licence CC BY, with pay. Adapted.",
                "Used under the licence CC BY, with pay. Adapted.",
            ),
            ("Payroll texts. Repaid.", "Payroll texts. Repaid."),
        ] {
            assert_eq!(without_pay(text, ". "), kept);
        }
        assert_eq!(without_pay("Occupations 29.3; pay: a survey of May", "; "), "Occupations 29.3");
    }
}
