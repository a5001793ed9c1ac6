//! Makes a library of any size out of a seed: the same one every time, on every machine.

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// How many profiles stand in one folder.
const A_FOLDER: usize = 500;
/// How many shared competencies there are.
const COMPETENCIES: usize = 60;

const RANKS: [&str; 6] = ["Junior", "Senior", "Lead", "Principal", "Associate", "Chief"];
const FIELDS: [&str; 8] =
    ["Payroll", "Sales", "Logistics", "Software", "Purchasing", "Quality", "Training", "Finance"];
const ROLES: [&str; 6] = ["Analyst", "Manager", "Specialist", "Engineer", "Clerk", "Advisor"];
const VERBS: [&str; 8] =
    ["Checks", "Plans", "Writes", "Agrees", "Reports", "Improves", "Measures", "Explains"];
const OBJECTS: [&str; 8] = [
    "the figures of the month with everyone who needs them",
    "how work is handed from one team to the next",
    "what customers ask for, and what was promised to them",
    "new procedures, after trying them out on a small scale",
    "the budget of the department (and what is left of it)",
    "mistakes, so that the same one is not made twice",
    "the training of people who are new in the team",
    "orders that are late, together with the supplier",
];

/// A small generator of numbers that look random (splitmix64).
pub struct Seed(pub u64);

impl Seed {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % end.max(1) as u64).unwrap_or_default()
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn sentence(&mut self) -> String {
        format!("{} {}.", self.pick(&VERBS), self.pick(&OBJECTS))
    }
}

/// Writes a library of so many profiles into a folder.
///
/// # Errors
/// When a file cannot be written.
pub fn write_library(root: &Path, profiles: usize, seed: &mut Seed) -> io::Result<()> {
    fs::create_dir_all(root.join("competencies"))?;
    fs::write(root.join("library.yaml"), "name: Benchmark\ncurrency: USD\n")?;
    for number in 0..COMPETENCIES {
        let path = root.join(format!("competencies/{number}.yaml"));
        fs::write(path, competency(number, seed))?;
    }
    for number in 0..profiles {
        let folder = root.join(format!("unit-{:03}", number / A_FOLDER));
        if number % A_FOLDER == 0 {
            fs::create_dir_all(&folder)?;
        }
        fs::write(folder.join(format!("role-{number:06}.yaml")), profile(number, seed))?;
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

fn competency(number: usize, seed: &mut Seed) -> String {
    let mut text = format!("name: Competency {number}\ndefinition: {}\nlevels:\n", seed.sentence());
    for level in 1..=5 {
        let _ = writeln!(text, "  {level}:\n    behaviours:");
        for _ in 0..4 {
            let _ = writeln!(text, "    - {}", seed.sentence());
        }
    }
    text
}

fn profile(number: usize, seed: &mut Seed) -> String {
    let (rank, field, role) = (seed.pick(&RANKS), seed.pick(&FIELDS), seed.pick(&ROLES));
    let mut text = format!("title: {rank} {field} {role}\ncode: B{number:06}\nfamily: {field}\n");
    let _ = writeln!(text, "also_known_as:\n- {field} {role}\n- {role}, {field}");
    let _ = writeln!(text, "summary: {}\nresponsibilities:", seed.sentence());
    for _ in 0..12 {
        let _ = writeln!(text, "- {}", seed.sentence());
    }
    let median = 30_000 + seed.below(90_000);
    let _ = writeln!(text, "salary:\n  period: year\n  as_of: 2026-05");
    let _ = writeln!(text, "  base: {{ p25: {}, p50: {median}, p75: {} }}", median / 2, median * 2);
    text += "competencies:\n";
    for group in ["general", "core", "hard"] {
        let first = seed.below(COMPETENCIES);
        let _ = writeln!(text, "  {group}:");
        for step in 0..8 {
            let (name, level) = ((first + step) % COMPETENCIES, 1 + seed.below(5));
            let _ = writeln!(text, "  - Competency {name}: {level}");
        }
    }
    text
}
