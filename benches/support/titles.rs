//! Job titles like those of a large company, always the same ones.

use rolebook::model::{Job, JobId, Library, Parts, Profile};
use std::sync::Arc;

const GRADES: [&str; 9] =
    ["", "", "", "Senior ", "Lead ", "Junior ", "Principal ", "Associate ", "Regional "];
const FIELDS: [&str; 32] = [
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
];
const ROLES: [&str; 24] = [
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
];
const ENDS: [&str; 8] = ["", "", "", "", " II", " III", " (Night Shift)", ", Northern Territories"];

/// Numbers that look thrown, from a seed.
struct Dice(u64);

impl Dice {
    fn throw<'a>(&mut self, of: &[&'a str]) -> &'a str {
        // The constants of Knuth's MMIX generator; its high bits are the good ones.
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        of[(self.0 >> 33) as usize % of.len()]
    }

    fn title(&mut self) -> String {
        [self.throw(&GRADES), self.throw(&FIELDS), " ", self.throw(&ROLES), self.throw(&ENDS)]
            .concat()
    }
}

/// Jobs with titles, codes, families, levels and alternate titles.
pub fn jobs(count: usize, alternates: usize) -> Vec<Arc<Job>> {
    let mut dice = Dice(1);
    let job = |i: usize| {
        let profile = Profile {
            title: dice.title(),
            code: Some(format!("SM{:08}", 15_000_000 + i)),
            family: Some(dice.throw(&FIELDS).to_owned()),
            level: Some(dice.throw(&["P01", "P02", "P03", "M01", "M02", "S01"]).to_owned()),
            also_known_as: (0..alternates).map(|_| dice.title()).collect(),
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
