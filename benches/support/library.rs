//! Makes a library of any size out of a seed: the same one every time, on every machine.
//!
//! What it holds is made up; how much of it there is was counted in the O*NET database of 1,016 real
//! occupations: bytes of a profile, alternate titles (half of the occupations have 36 or fewer, one
//! has 2,750), duties and their length, and some fifty requirements of 68 shared competencies.

use super::seed::Seed;
use super::titles::{alternate, family, title};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// How many profiles stand in one folder.
const A_FOLDER: usize = 500;
/// How many competencies all profiles share.
const COMPETENCIES: usize = 68;
/// Alternate titles of a job, at the ends of eighths of all jobs; a few have far more.
const ALTERNATES: [usize; 9] = [1, 16, 23, 29, 36, 46, 59, 90, 130];
/// Alternate titles of one job in fifty.
const MANY_ALTERNATES: [usize; 3] = [130, 380, 900];
/// Duties of a job, at the ends of quarters of all jobs.
const DUTIES: [usize; 5] = [4, 15, 19, 25, 38];
/// Requirements of a job, at the ends of quarters.
const REQUIREMENTS: [usize; 5] = [30, 51, 58, 61, 66];

const VERBS: [&str; 20] = [
    "Check",
    "Plan",
    "Write",
    "Agree on",
    "Report on",
    "Improve",
    "Measure",
    "Explain",
    "Inspect",
    "Prepare",
    "Repair",
    "Record",
    "Order",
    "Compare",
    "Estimate",
    "Test",
    "Schedule",
    "Teach",
    "Supervise",
    "Review",
];
const OBJECTS: [&str; 20] = [
    "the figures of the month with everyone who needs them",
    "how work is handed from one team to the next",
    "what customers ask for, and what was promised to them",
    "new procedures, after trying them out on a small scale",
    "the budget of the department (and what is left of it)",
    "mistakes, so that the same one is not made twice",
    "the training of people who are new in the team",
    "orders that are late, together with the supplier",
    "machines, tools and measuring instruments",
    "drawings, parts lists and work instructions",
    "samples of what arrives and of what is sent out",
    "contracts, invoices, permits and other records",
    "complaints of residents, patients or passengers",
    "the safety of everyone who enters the site",
    "stocks of materials that spoil or run out",
    "forecasts of demand, cost and staff",
    "results of tests that others carried out",
    "appointments, shifts and holidays",
    "software that other departments depend on",
    "buildings, vehicles and the grounds around them",
];
const MANNERS: [&str; 12] = [
    "",
    ", using special software and paper forms",
    ", according to laws, standards and the rules of the house",
    ", and tell the people in charge what was found",
    ", in order to keep cost and waste low",
    ", alone or with a small team of technicians",
    " for managers, engineers and officials",
    " before the next shift begins",
    ", with regard to quality, safety and the wishes of those who pay for it",
    " at regular intervals and whenever something has changed",
    ", by telephone, in writing or on the spot",
    ", such as those that came up during the last inspection",
];

/// Writes a library of so many profiles into a folder.
///
/// # Errors
/// When a file cannot be written.
pub fn write_library(root: &Path, profiles: usize, seed: &mut Seed) -> io::Result<()> {
    fs::create_dir_all(root.join("competencies"))?;
    let settings = "name: Generated library\ncurrency: USD\n";
    fs::write(root.join("library.yaml"), settings)?;
    for number in 0..COMPETENCIES {
        let path = root.join(format!("competencies/{number:02}.yaml"));
        fs::write(path, competency(number, seed))?;
    }
    write_profiles(root, profiles, |number| profile(number, seed))
}

/// Writes so many profiles into a folder that have a title, a code, a level and a family, and nothing
/// else: what is searched is little more than the titles.
///
/// # Errors
/// When a file cannot be written.
pub fn write_titles(root: &Path, profiles: usize, seed: &mut Seed) -> io::Result<()> {
    write_profiles(root, profiles, |number| heading(number, seed))
}

fn write_profiles(
    root: &Path,
    profiles: usize,
    mut text: impl FnMut(usize) -> String,
) -> io::Result<()> {
    for number in 0..profiles {
        let folder = root.join(format!("unit-{:03}", number / A_FOLDER));
        if number % A_FOLDER == 0 {
            fs::create_dir_all(&folder)?;
        }
        fs::write(folder.join(format!("role-{number:06}.yaml")), text(number))?;
    }
    Ok(())
}

/// The bytes of every YAML file below a folder.
pub fn files(root: &Path) -> Vec<Vec<u8>> {
    let mut folders: Vec<PathBuf> = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path if path.extension().is_some_and(|e| e == "yaml") => {
                    files.push(fs::read(path).unwrap());
                }
                _ => {}
            }
        }
    }
    files
}

/// Parses files one after the other and keeps nothing of them.
pub fn parse_with_serde_yaml(files: &[Vec<u8>]) {
    for file in files {
        black_box(serde_yaml::from_slice::<serde_yaml::Value>(file).unwrap());
    }
}

fn sentence(seed: &mut Seed) -> String {
    format!("{} {}{}.", seed.pick(&VERBS), seed.pick(&OBJECTS), seed.pick(&MANNERS))
}

fn competency(number: usize, seed: &mut Seed) -> String {
    let mut text = format!("name: Competency {number}\ndefinition: {}\nlevels:\n", sentence(seed));
    for level in 1..=5 {
        let _ = writeln!(text, "  {level}:\n    behaviours:");
        for _ in 0..4 {
            let _ = writeln!(text, "    - {}", sentence(seed));
        }
    }
    text
}

fn profile(number: usize, seed: &mut Seed) -> String {
    let mut text = heading(number, seed);
    text.push_str("also_known_as:\n");
    let parts: &[usize] = if seed.once_in(50) { &MANY_ALTERNATES } else { &ALTERNATES };
    for _ in 0..seed.between(parts) {
        let _ = writeln!(text, "- {}", alternate(seed));
    }
    let _ = writeln!(text, "education: {}\nexperience: {}", sentence(seed), paragraph(seed));
    let _ = writeln!(text, "summary: {}\nresponsibilities:", paragraph(seed));
    for _ in 0..seed.between(&DUTIES) {
        let _ = writeln!(text, "- {}", sentence(seed));
    }
    let median = 30_000 + seed.below(90_000);
    let quarter = median / 4;
    let _ = writeln!(text, "salary:\n  period: year\n  as_of: 2026-05\n  base:");
    let _ = writeln!(text, "    p25: {}\n    p50: {median}", median - quarter);
    let _ = writeln!(text, "    p75: {}\ncompetencies:", median + quarter);
    let (first, count) = (seed.below(COMPETENCIES), seed.between(&REQUIREMENTS));
    for (group, steps) in [("general", 0..count / 2), ("core", count / 2..count)] {
        let _ = writeln!(text, "  {group}:");
        for step in steps {
            let (name, level) = ((first + step) % COMPETENCIES, 1 + seed.below(5));
            let _ = writeln!(text, "  - name: Competency {name}\n    level: {level}");
            let _ = writeln!(text, "    importance: {}.{}", 1 + seed.below(4), seed.below(100));
        }
    }
    text
}

fn heading(number: usize, seed: &mut Seed) -> String {
    let (family, level, title) = (family(seed), 1 + seed.below(5), title(seed));
    format!("title: {title}\ncode: B{number:06}\nlevel: Zone {level}\nfamily: {family}\n")
}

/// Two sentences.
fn paragraph(seed: &mut Seed) -> String {
    format!("{} {}", sentence(seed), sentence(seed))
}
