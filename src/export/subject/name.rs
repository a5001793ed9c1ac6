//! What the file of a document may be called: `interview-payroll-clerk`.

use super::Subject;
use crate::model::Library;
use crate::search::fold;

/// A title gives at most so many bytes to a name, so that two of them stay far below what a file
/// system allows.
const LONGEST: usize = 60;

impl Subject {
    /// A name for its file, without an ending: letters, digits and dashes alone.
    #[must_use]
    pub fn file_name(&self, library: &Library) -> String {
        let title = |job: &usize| {
            let title = library.jobs().get(*job).map(|job| job.title());
            slug(&title.unwrap_or_default())
        };
        let all = |jobs: &[usize]| match jobs {
            [] => "jobs".to_owned(),
            [job] => title(job),
            [a, b] => format!("{}-{}", title(a), title(b)),
            [first, others @ ..] => format!("{}-and-{}-more", title(first), others.len()),
        };
        match self {
            Subject::Jobs(jobs) => all(jobs),
            Subject::Compare(jobs, _) => format!("compare-{}", all(jobs)),
            Subject::Gap(from, to, _) => format!("gap-{}-{}", title(from), title(to)),
            Subject::Near(_, job, _) => format!("near-{}", title(job)),
            Subject::Route(_, route) => {
                let ends = [route.jobs.first(), route.jobs.last()].into_iter().flatten();
                ends.fold("route".to_owned(), |name, job| format!("{name}-{}", title(job)))
            }
            Subject::Interview(job, _) => format!("interview-{}", title(job)),
        }
    }
}

/// A title as a part of a name, cut where a word ends.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.is_empty() {
            let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
            let end = ends.take_while(|end| *end <= LONGEST).last();
            slug.push_str(&word[..end.unwrap_or_default()]);
        } else if slug.len() + 1 + word.len() <= LONGEST {
            slug = format!("{slug}-{word}");
        } else {
            break;
        }
    }
    if slug.is_empty() { "job".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_any_disk_takes() {
        assert_eq!(slug("Sales Support Supervisor"), "sales-support-supervisor");
        assert_eq!(slug("../Café & Bar / Köchin (m/w/d)"), "cafe-bar-kochin-m-w-d");
        let long = "First-Line Supervisors of Housekeeping and Janitorial Workers, Night Shift";
        assert_eq!(slug(long), "first-line-supervisors-of-housekeeping-and-janitorial");
        assert_eq!(slug("給与 担当"), "給与-担当");
        assert_eq!((slug("…"), slug("")), ("job".to_owned(), "job".to_owned()));
        assert_eq!(slug(&"x".repeat(99)).len(), LONGEST);
        assert!(slug(&"給".repeat(99)).len() <= LONGEST);
    }
}
