//! What is said of a file, as the corpus writes it.

use rolebook::model::Job;

/// How many jobs and how many problems are written out; of the rest their number is.
const WRITTEN: usize = 6;

/// The verdict on a file, from its jobs in order:
///
/// * `reads TITLE`, with `, code CODE` where it has one, or `no title` where none is read;
/// * `LINE:COLUMN SENTENCE [RULE]` for each problem, without the place where the whole file is meant;
/// * after six of either `and 7 more`.
pub fn verdict(jobs: &[Job]) -> Vec<String> {
    let read = |job: &Job| {
        let profile = job.profile.as_ref()?;
        let named = !profile.title.trim().is_empty();
        named.then(|| (profile.title.clone(), profile.code.clone()))
    };
    let problems = jobs.iter().flat_map(|job| &job.problems);
    let problems = problems.map(|problem| format!("{problem} [{}]", problem.rule));
    lines_of(jobs.iter().map(read), problems)
}

/// The same from titles with codes, and from problems that are lines already.
pub fn lines_of(
    read: impl Iterator<Item = Option<(String, Option<String>)>>,
    problems: impl Iterator<Item = String>,
) -> Vec<String> {
    let read = read.map(|named| match named {
        Some((title, Some(code))) => format!("reads {}, code {}", short(&title), short(&code)),
        Some((title, None)) => format!("reads {}", short(&title)),
        None => "no title".to_owned(),
    });
    let mut lines = cut(read);
    lines.extend(cut(problems.map(|problem| short(&problem))));
    lines
}

fn cut(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = lines.collect();
    let more = lines.len().saturating_sub(WRITTEN);
    if more > 0 {
        lines.truncate(WRITTEN);
        lines.push(format!("and {more} more"));
    }
    lines
}

/// A text of which no more than its beginning, its end and its length are written.
fn short(text: &str) -> String {
    let length = text.chars().count();
    if length <= 300 {
        return text.to_owned();
    }
    let from = |skip: usize| text.chars().skip(skip).take(10).collect::<String>();
    format!("{}…{} ({length} characters)", from(0), from(length - 10))
}
