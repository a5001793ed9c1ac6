//! Job titles like those of a large catalogue, always the same ones from the same seed.

use super::seed::Seed;
use rolebook::model::{Job, JobId, Library, Parts, Profile};
use std::sync::Arc;

const GRADES: [&str; 12] = [
    "",
    "",
    "",
    "",
    "",
    "Senior ",
    "Lead ",
    "Junior ",
    "Principal ",
    "Associate ",
    "Regional ",
    "Assistant ",
];
const FIELDS: [&str; 64] = [
    "Sales",
    "Payroll",
    "Customer Service",
    "Data",
    "Software",
    "Quality Assurance",
    "Logistics",
    "Clinical Research",
    "Human Resources",
    "Accounts Payable",
    "Network Security",
    "Marketing",
    "Supply Chain",
    "Environmental Health",
    "Mechanical",
    "Electrical",
    "Tax",
    "Treasury",
    "Facilities",
    "Procurement",
    "Production Planning",
    "Corporate Communications",
    "Compliance",
    "Claims",
    "Field Service",
    "Business Intelligence",
    "Café",
    "Benefits",
    "Warehouse",
    "Legal",
    "Store",
    "Learning and Development",
    "Aircraft",
    "Bakery",
    "Blood Bank",
    "Bridge",
    "Chemical",
    "Child Care",
    "Concrete",
    "Dairy",
    "Dental",
    "Elementary School",
    "Fire",
    "Forest",
    "Fundraising",
    "Glass",
    "Hotel",
    "Insurance",
    "Laboratory",
    "Library",
    "Machine Tool",
    "Mortgage",
    "Museum",
    "Nuclear",
    "Oil and Gas",
    "Paper Mill",
    "Pharmacy",
    "Print Shop",
    "Radiology",
    "Railway",
    "Special Education",
    "Textile",
    "Water Treatment",
    "Welding",
];
const ROLES: [&str; 40] = [
    "Analyst",
    "Supervisor",
    "Manager",
    "Specialist",
    "Engineer",
    "Representative",
    "Coordinator",
    "Director",
    "Technician",
    "Administrator",
    "Consultant",
    "Clerk",
    "Planner",
    "Auditor",
    "Architect",
    "Ingénieur",
    "Buyer",
    "Trainer",
    "Assistant",
    "Inspector",
    "Operator",
    "Officer",
    "Programmer",
    "Vice President",
    "Teacher",
    "Nurse",
    "Driver",
    "Mechanic",
    "Helper",
    "Setter",
    "Tester",
    "Installer",
    "Scientist",
    "Therapist",
    "Editor",
    "Estimator",
    "Repairer",
    "Cutter",
    "Worker",
    "Attendant",
];
const ENDS: [&str; 10] =
    ["", "", "", "", "", "", " II", " III", " (Night Shift)", ", Northern Territories"];
const SYLLABLES: [&str; 24] = [
    "ar", "ba", "cor", "den", "el", "fla", "gra", "hol", "in", "ka", "lo", "mer", "nat", "or",
    "pel", "qua", "ran", "ster", "tol", "un", "ver", "wal", "yl", "zen",
];

/// A field of work that hardly any other title names.
fn rare_field(seed: &mut Seed) -> String {
    let word: String = (0..2 + seed.below(2)).map(|_| seed.pick(&SYLLABLES)).collect();
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A title of two to six words. One in six names a field that hardly any other does.
pub fn title(seed: &mut Seed) -> String {
    let grade = seed.pick(&GRADES);
    let rare = if seed.once_in(6) { rare_field(seed) + " " } else { String::new() };
    let (field, role, end) = (seed.pick(&FIELDS), seed.pick(&ROLES), seed.pick(&ENDS));
    format!("{grade}{rare}{field} {role}{end}")
}

/// Another title for a job: shorter than the one that it goes by.
pub fn alternate(seed: &mut Seed) -> String {
    let role = seed.pick(&ROLES);
    match seed.below(5) {
        0 | 1 => format!("{}{} {role}", seed.pick(&GRADES), rare_field(seed)),
        2 => format!("{}{} {role}", seed.pick(&GRADES), seed.pick(&FIELDS)),
        _ => format!("{} {role}", seed.pick(&FIELDS)),
    }
}

/// A job family.
pub fn family(seed: &mut Seed) -> &'static str {
    FIELDS[seed.below(24)]
}

/// Jobs with titles, codes, families, levels and so many alternate titles each, held in memory.
pub fn jobs(count: usize, alternates: usize) -> Vec<Arc<Job>> {
    let mut seed = Seed(1);
    let job = |i: usize| {
        let profile = Profile {
            title: title(&mut seed),
            code: Some(format!("SM{:08}", 15_000_000 + i)),
            family: Some(family(&mut seed).into()),
            level: Some(seed.pick(&["P01", "P02", "P03", "M01", "M02", "S01"]).into()),
            also_known_as: (0..alternates).map(|_| alternate(&mut seed)).collect(),
            ..Profile::default()
        };
        let id = JobId::first(format!("family-{:03}/job-{i:06}.yaml", i / 500));
        Arc::new(Job { id, profile: Some(profile), ..Job::default() })
    };
    (0..count).map(job).collect()
}

/// A library of some jobs that has been read to its end.
pub fn library(jobs: Vec<Arc<Job>>) -> Arc<Library> {
    Arc::new(Library::new(Parts { jobs, complete: true, ..Parts::default() }))
}
