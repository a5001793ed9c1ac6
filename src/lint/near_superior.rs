//! A reports-to that names nobody and is near the name of somebody.

use super::Judge;
use super::tell::quoted;
use crate::model::{Key, Library, Link, Spot, rule};
use crate::search::{fold, letters};
use crate::slips::slips;
use std::collections::{BTreeMap, HashMap};

/// By how many slips two titles may differ.
const SLIPS: usize = 2;

/// Looks whatever resolves nowhere up among titles and codes that are nearly the same.
pub(super) fn of_library(judge: &mut Judge<'_>) {
    let library = judge.library;
    let nobody = |job: usize, number: u16| {
        library.links(job).get(usize::from(number)) == Some(&Link::Nobody)
    };
    let mut unknown = judge.reports();
    unknown.retain(|(job, (number, _))| nobody(*job, *number));
    if unknown.is_empty() {
        return;
    }
    let names = Names::new(library);
    // Many jobs report to one and the same stranger.
    let mut known: HashMap<&str, Option<(usize, &str)>> = HashMap::new();
    for (job, (number, text)) in unknown {
        let near = *known.entry(text).or_insert_with(|| names.near(text));
        if let Some((superior, name)) = near.filter(|(superior, _)| *superior != job) {
            let sentence = format!(
                "reports_to: no job is called {}; did you mean {} ({})?",
                quoted(text),
                quoted(name),
                library.jobs()[superior].id
            );
            let spots = [Spot::Item(Key::ReportsTo, number), Spot::Key(Key::ReportsTo)];
            judge.tell_job(job, rule::NEAR_SUPERIOR, &spots, sentence);
        }
    }
}

/// The codes and titles of a library, ready to be compared.
struct Names<'a> {
    /// Those that differ only in case, accents, spaces and punctuation stand together.
    bare: HashMap<String, (usize, &'a str)>,
    /// The titles by how many letters they have.
    titles: BTreeMap<usize, Vec<Title<'a>>>,
}

/// A title, and the letters it has, which tell quickly that another is far from it.
struct Title<'a> {
    job: usize,
    typed: &'a str,
    letters: u64,
}

impl<'a> Names<'a> {
    fn new(library: &'a Library) -> Self {
        let bare_names = HashMap::with_capacity(library.jobs().len());
        let mut names = Self { bare: bare_names, titles: BTreeMap::new() };
        let jobs = || library.jobs().iter().enumerate();
        for (job, code) in jobs().filter_map(|(i, job)| Some((i, job.code()?))) {
            names.bare.entry(bare(code)).or_insert((job, code));
        }
        for (job, profile) in jobs().filter_map(|(i, job)| Some((i, job.profile.as_ref()?))) {
            let typed = profile.title.as_str();
            let bare = bare(typed);
            if !names.bare.contains_key(&bare) {
                let title = Title { job, typed, letters: letters(&bare) };
                names.titles.entry(bare.chars().count()).or_default().push(title);
                names.bare.insert(bare, (job, typed));
            }
        }
        names
    }

    /// The job and the name of it that a text is near to.
    fn near(&self, text: &str) -> Option<(usize, &'a str)> {
        let bare = bare(text);
        if bare.is_empty() {
            return None;
        }
        if let Some(found) = self.bare.get(&bare) {
            return Some(*found);
        }
        let (length, letters) = (bare.chars().count(), letters(&bare));
        let as_long = self.titles.range(length.saturating_sub(SLIPS)..=length + SLIPS);
        // A slip takes at most one letter away and brings at most one.
        let may_be = |title: &&Title<'_>| {
            (title.letters & !letters).count_ones() as usize <= SLIPS
                && (letters & !title.letters).count_ones() as usize <= SLIPS
        };
        let words = words(text);
        let near = as_long
            .flat_map(|(_, titles)| titles)
            .filter(may_be)
            .filter_map(|title| Some((distance(&words, &self::words(title.typed))?, title)));
        near.min_by_key(|(slips, _)| *slips).map(|(_, title)| (title.job, title.typed))
    }
}

/// A name without letter case, accents, spaces and punctuation.
fn bare(name: &str) -> String {
    let mut folded = fold(name);
    folded.retain(char::is_alphanumeric);
    folded
}

/// The words of a name, folded.
fn words(name: &str) -> Vec<Vec<char>> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().collect()).collect()
}

/// How many slips lie between two names, word by word; `None` where there are more than slips.
fn distance(one: &[Vec<char>], other: &[Vec<char>]) -> Option<usize> {
    if one.len() != other.len() {
        return None;
    }
    let mut sum = 0;
    for (one, other) in one.iter().zip(other) {
        sum += slips(one, other, forgiven(one).min(forgiven(other)))?;
    }
    (sum <= SLIPS).then_some(sum)
}

/// How many slips make a word no other word. Short words, numbers and codes are soon others.
fn forgiven(word: &[char]) -> usize {
    match word.len() {
        _ if word.iter().any(|c| c.is_numeric()) => 0,
        ..=4 => 0,
        5..=8 => 1,
        _ => SLIPS,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::told_of;

    fn near(title: &str, superior: &str) -> bool {
        let boss = format!("title: {title}\ncode: SM1500\n");
        let clerk = format!("title: Clerk\nreports_to: {superior}\n");
        told_of(&[&boss, &clerk]).iter().any(|told| told.ends_with("[near-superior]"))
    }

    #[test]
    fn a_slip_is_asked_about() {
        let boss = "title: Payroll Manager\n";
        let clerk = "title: Clerk\nreports_to: Payroll Manger\n";
        assert_eq!(
            told_of(&[boss, clerk]),
            [
                "1: 2:13 reports_to: no job is called “Payroll Manger”; did you mean “Payroll Manager” (000.yaml)? [near-superior]"
            ]
        );
    }

    #[test]
    fn accents_spaces_and_punctuation_make_no_other_job() {
        assert!(near("Sales-Support Supervisor", "Sales Support Supervisor"));
        assert!(near("Salesperson", "Sales Person"));
        assert!(near("Ingénieur en chef", "Ingenieur en chef"));
        assert!(near("Anything", "SM-1500") && near("Anything", "sm1500"));
    }

    #[test]
    fn other_jobs_with_names_like_it_are_no_slips() {
        assert!(!near("Senior Accountant", "Junior Accountant"));
        assert!(!near("Sales Manager I", "Sales Manager II"));
        assert!(!near("Sales Manager I", "Sales Manager"));
        assert!(!near("Sales Manager East", "Sales Manager West"));
        assert!(!near("Chief Financial Officer", "Chief Executive Officer"));
        assert!(!near("CFO", "CEO"));
        assert!(!near("Anything", "SM1501"));
        assert!(!near("-", "\"--\""));
    }

    #[test]
    fn a_job_is_not_near_itself() {
        assert!(told_of(&["title: Payroll Manager\nreports_to: Payroll Managers\n"]).is_empty());
    }

    #[test]
    fn the_nearest_is_named() {
        let bosses = ["title: Payroll Maneger\n", "title: Payroll Managers\n"];
        let told = told_of(&[bosses[0], bosses[1], "title: A\nreports_to: Payrol Managers\n"]);
        assert!(told[0].contains("(001.yaml)?"), "{told:?}");
    }
}
