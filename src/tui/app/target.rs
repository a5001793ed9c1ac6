//! Which file and which line stand behind the row that the cursor is on.

use super::{App, Listing};
use crate::changes::Subject;
use crate::facts::{Fact, FactId, Value};
use crate::model::{Competency, JobId, Key, Library, Place, Profile, Requirement, Spot, Superior};
use crate::outline::{EntryId, Part, RowId};
use crate::printable::printable_path;
use crate::tui::layout::Pane;
use crate::tui::view::Origin;
use std::path::{Path, PathBuf};

/// A place in a file of the folder, where an editor can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The file's path below the library's folder.
    pub path: PathBuf,
    /// Where in it; `None` for its beginning.
    pub place: Option<Place>,
    /// How many jobs a change touches that are not in this file, but use what it holds; 0 for a
    /// file of jobs.
    pub jobs: usize,
}

impl Target {
    /// The file and the line, safe to show: `sales/rep.yaml:12`.
    #[must_use]
    pub fn words(&self) -> String {
        let line = self.place.map_or(1, |place| place.line);
        format!("{}:{line}", printable_path(&self.path))
    }

    /// The file's name without its folders, and the line: `rep.yaml:12`.
    #[must_use]
    pub fn short_words(&self) -> String {
        let name = self.path.file_name().map_or(self.path.as_path(), Path::new);
        Self { path: name.to_owned(), ..self.clone() }.words()
    }

    /// A job's file, at the first of these parts that is in it, else at its title. Where nothing
    /// could be read it is at the first problem.
    fn job(library: &Library, index: usize, spots: &[Spot]) -> Option<Self> {
        let job = library.jobs().get(index)?;
        let title = Spot::Key(Key::Title);
        let place = job.places.first(spots.iter().copied().chain([title]));
        let place = place.or_else(|| library.first_problem(index)?.place);
        Some(Self { path: job.id.path.clone(), place, jobs: 0 })
    }

    /// A shared competency's file, at the first of these parts that is in it, else at its name.
    fn competency(library: &Library, competency: &Competency, spots: &[Spot]) -> Self {
        let name = Spot::Key(Key::Name);
        let place = competency.places.first(spots.iter().copied().chain([name]));
        let jobs = library.asked_by(&competency.name);
        Self { path: competency.path.clone(), place, jobs }
    }
}

/// The two files that a row may have: the one that holds what it says, and the other one.
#[derive(Debug, Default)]
struct Targets {
    here: Option<Target>,
    other: Option<Target>,
}

impl App {
    /// The file and line behind the row under the cursor; of a competency's row it is the job's.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        self.targets().here
    }

    /// The other file of that row: the shared competency's, the one of the job that asks for it, or
    /// that of the job that a link leads to.
    #[must_use]
    pub fn other_target(&self) -> Option<Target> {
        self.targets().other
    }

    /// The place of a problem, or the file that has changed.
    fn listed_target(&self, listing: Listing, cursor: usize) -> Option<Target> {
        let library = self.index.library();
        let file = |path: &Path, place| Target { path: path.to_owned(), place, jobs: 0 };
        if listing == Listing::Problems {
            let told = library.told().into_iter().nth(cursor)?;
            return Some(file(told.path, told.problem.place));
        }
        let (_, entry) = self.log.iter().nth(cursor)?;
        match &entry.subject {
            Subject::Job(id) => Target::job(library, library.find(id)?, &[]),
            Subject::Competency { .. } => {
                Some(Target::competency(library, library.competency(&entry.name)?, &[]))
            }
            Subject::Library => Some(file(Path::new("library.yaml"), None)),
            Subject::File(path) => Some(file(path, None)),
        }
    }

    fn targets(&self) -> Targets {
        if let Some((listing, cursor)) = self.listing() {
            return Targets { here: self.listed_target(listing, cursor), other: None };
        }
        let scene = self.scene();
        if let Some(view) = self.view() {
            let origin = view.sheet().origin(scene);
            return origin
                .map_or_else(Targets::default, |origin| of_origin(scene.library, &origin));
        }
        let Some(job) = scene.job else { return Targets::default() };
        match self.focus() {
            Pane::Detail => {
                let facts = self.detail.facts(scene);
                let fact = facts.get(self.detail.cursor(scene, &facts));
                fact.map_or_else(Targets::default, |fact| of_fact(scene.library, job, fact))
            }
            Pane::Tree => {
                let rows = self.tree.rows(scene);
                let row = rows.get(self.tree.cursor(scene, &rows));
                row.map_or_else(Targets::default, |row| of_row(scene.library, job, &row.id))
            }
            Pane::List => Targets { here: Target::job(scene.library, job, &[]), other: None },
        }
    }
}

/// The job's file, and that of the shared competency.
fn of_origin(library: &Library, origin: &Origin) -> Targets {
    let competency = origin.competency.as_deref().and_then(|name| library.competency(name));
    Targets {
        here: Target::job(library, origin.job, &origin.spots),
        other: competency.map(|competency| Target::competency(library, competency, &[])),
    }
}

fn of_fact(library: &Library, job: usize, fact: &Fact<'_>) -> Targets {
    let mut here = Target::job(library, job, &spots_of(fact.id));
    let place = match fact.id {
        FactId::Problem(i) => library.problems_of(job).nth(i as usize).map(|p| p.place),
        // The file as a whole; a later document has its own beginning.
        FactId::File => library.jobs().get(job).filter(|job| job.id.document == 1).map(|_| None),
        _ => None,
    };
    if let (Some(here), Some(place)) = (&mut here, place) {
        here.place = place;
    }
    let other = match &fact.value {
        Value::Link { job: id, .. } => of_linked(library, job, id),
        _ => None,
    };
    Targets { here, other }
}

/// Where a linked job says that it reports to this one, else where it begins.
fn of_linked(library: &Library, job: usize, id: &JobId) -> Option<Target> {
    let linked = library.find(id)?;
    let leads_here = |superior| matches!(superior, Superior::Job(to, _) if to == job);
    let line = library.superiors(linked).position(leads_here);
    let spots =
        line.map(|line| [Spot::Item(Key::ReportsTo, narrow(line)), Spot::Key(Key::ReportsTo)]);
    Target::job(library, linked, spots.as_ref().map_or(&[], |spots| &spots[..]))
}

/// The parts of a profile that say a fact.
fn spots_of(fact: FactId) -> Vec<Spot> {
    let item = |key, i: u32| vec![Spot::Item(key, narrow(i as usize)), Spot::Key(key)];
    let key = |key| vec![Spot::Key(key)];
    match fact {
        FactId::Identity => [Key::Code, Key::Level, Key::Family].map(Spot::Key).to_vec(),
        FactId::Pay(i) => item(Key::Salary, i),
        FactId::Superior(i) => item(Key::ReportsTo, i),
        FactId::Responsibility(i) => item(Key::Responsibilities, i),
        FactId::Requires(i) => item(Key::Requires, i),
        FactId::Condition(i) => item(Key::Conditions, i),
        FactId::Education => key(Key::Education),
        FactId::Experience => key(Key::Experience),
        FactId::Summary => key(Key::Summary),
        FactId::Track => key(Key::Track),
        FactId::Status => key(Key::Status),
        FactId::Effective => key(Key::Effective),
        FactId::Language => key(Key::Language),
        FactId::Alternate => key(Key::AlsoKnownAs),
        FactId::Source
        | FactId::SourceUrl
        | FactId::Licence
        | FactId::Attribution
        | FactId::Retrieved => key(Key::Source),
        FactId::Problem(_) | FactId::Kept | FactId::Report(_) | FactId::File => Vec::new(),
    }
}

fn of_row(library: &Library, job: usize, row: &RowId) -> Targets {
    let profile = library.jobs().get(job).and_then(|job| job.profile.as_ref());
    let Some(entry) = &row.entry else {
        let first = profile.and_then(|p| p.requirements().position(|(key, _)| key == &*row.group));
        let first = first.map(|n| Spot::Requirement(narrow(n)));
        let spots = first.into_iter().chain([Key::Competencies, Key::Declared].map(Spot::Key));
        let here = Target::job(library, job, &spots.collect::<Vec<_>>());
        return Targets { here, other: None };
    };
    let Some((n, requirement)) = profile.and_then(|p| requirement_of(p, &row.group, entry)) else {
        return Targets { here: Target::job(library, job, &[]), other: None };
    };
    let shared = requirement.name.as_deref().and_then(|name| library.competency(name));
    let shared_at =
        |spots: &[Spot]| shared.map(|competency| Target::competency(library, competency, spots));
    let job_at = |spots: &[Spot]| Target::job(library, job, spots);
    let asked = [Spot::Requirement(n)];
    if matches!(row.part, Part::Group | Part::Entry | Part::Needed) {
        let level = (row.part == Part::Needed).then_some(Spot::Required(n));
        let spots: Vec<Spot> = level.into_iter().chain(asked).collect();
        return Targets { here: job_at(&spots), other: shared_at(&[]) };
    }
    let theirs = shared_at(&text_spots(row.part, 0));
    if theirs.is_some() && !is_on_the_spot(row.part, requirement) {
        return Targets { here: theirs, other: job_at(&asked) };
    }
    let mut own = text_spots(row.part, n);
    own.extend(asked);
    Targets { here: job_at(&own), other: theirs }
}

/// A requirement and its number, as [`Profile::requirements`] counts them.
fn requirement_of<'a>(
    profile: &'a Profile,
    group: &str,
    entry: &EntryId,
) -> Option<(u16, &'a Requirement)> {
    let of_name = |(_, (key, requirement)): &(usize, (&str, &Requirement))| {
        *key == group && requirement.name.as_deref().unwrap_or_default() == &*entry.name
    };
    let mut of_name = profile.requirements().enumerate().filter(of_name);
    let (n, (_, requirement)) = of_name.nth(entry.occurrence as usize)?;
    Some((narrow(n), requirement))
}

/// The parts of a file that say a row inside a competency; `of` is the requirement that they
/// belong to there.
fn text_spots(part: Part, of: u16) -> Vec<Spot> {
    match part {
        Part::Group | Part::Entry | Part::Needed => Vec::new(),
        Part::Definition => vec![Spot::Definition(of), Spot::Key(Key::Definition)],
        Part::Level(level) | Part::Statement(level) | Part::More(level) => {
            vec![Spot::LevelText(of, level), Spot::Key(Key::Levels)]
        }
        Part::Behaviour(level, i) => {
            vec![Spot::Behaviour(of, level, narrow(i as usize)), Spot::LevelText(of, level)]
        }
        Part::Unwritten => vec![Spot::Key(Key::Levels)],
    }
}

/// Whether the job itself says what a row inside a competency says.
fn is_on_the_spot(part: Part, requirement: &Requirement) -> bool {
    match part {
        Part::Definition => requirement.definition().is_some(),
        _ => !requirement.levels().is_empty(),
    }
}

/// A count as places have it; a file cannot have more than fit.
fn narrow(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
