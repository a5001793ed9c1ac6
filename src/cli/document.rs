//! The commands that write a document, one a file, and where what they write goes.

mod compare;
mod export;
mod gap;
mod interview;
mod near;
mod route;

use super::{COULD_NOT_RUN, one};
use crate::compare::HALF_A_LEVEL;
use crate::export::text::Layout;
use crate::export::{Format, Subject};
use crate::model::Library;
use crate::near::{KINDS, MEASURE};
use crate::printable::printable_path;
use crate::save::{SaveError, Target, save};
use clap::{Args, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A sentence and the exit code.
type Failure = (String, u8);

/// A command that writes a document.
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Hold two to six jobs against each other, the first one being the baseline
    Compare(compare::Compare),
    /// Tell what somebody who does one job must learn to do another
    Gap(gap::Gap),
    /// Rank the jobs that are most like one
    #[command(after_long_help = format!("{MEASURE}\n\n{KINDS}"))]
    Near(near::Near),
    /// Find a way from one job to another by small moves
    Route(route::Route),
    /// Write out whole jobs
    Export(export::Export),
    /// Write questions and rating sheets for interviews; never any pay
    ///
    /// It asks about the job's must-haves; where none is named, about its six most important
    /// competencies. The questions are the same for every candidate. There is no csv of it, since
    /// it is no table.
    Interview(interview::Interview),
}

impl DocumentCommand {
    /// What is asked for, in this library.
    fn subject(&self, library: &Arc<Library>) -> Result<Subject, Failure> {
        match self {
            Self::Compare(command) => command.subject(library),
            Self::Gap(command) => command.subject(library),
            Self::Near(command) => command.subject(library),
            Self::Route(command) => command.subject(library),
            Self::Export(command) => command.subject(library),
            Self::Interview(command) => command.subject(library),
        }
    }

    /// What the jobs are called.
    pub(super) fn jobs(&mut self) -> Vec<&mut String> {
        match self {
            Self::Compare(command) => command.jobs.iter_mut().collect(),
            Self::Gap(command) => vec![&mut command.from, &mut command.to],
            Self::Near(command) => vec![&mut command.job],
            Self::Route(command) => vec![&mut command.from, &mut command.to],
            Self::Export(command) => command.jobs.iter_mut().collect(),
            Self::Interview(command) => vec![&mut command.job],
        }
    }

    fn destination(&self) -> &Destination {
        match self {
            Self::Compare(command) => &command.destination,
            Self::Gap(command) => &command.destination,
            Self::Near(command) => &command.destination,
            Self::Route(command) => &command.destination,
            Self::Export(command) => &command.destination,
            Self::Interview(command) => &command.destination,
        }
    }
}

/// From which distance on levels differ.
#[derive(Debug, Args)]
struct Threshold {
    /// How many steps two levels must be apart to differ; one step is one level of their scale
    #[arg(long, value_name = "STEPS", default_value_t = HALF_A_LEVEL, value_parser = step)]
    step: f64,
}

/// The widest step: no scale has levels that are further apart.
const WIDEST: f64 = 100.0;

/// Reads a number of steps above 0.
fn step(text: &str) -> Result<f64, String> {
    let steps = text.parse().ok().filter(|steps| *steps > 0.0 && *steps <= WIDEST);
    steps.ok_or_else(|| {
        format!("“{}” is no number of steps; write one above 0, such as 0.5", text.escape_debug())
    })
}

/// Where a document goes, and how it is written.
#[derive(Debug, Args)]
struct Destination {
    /// How it is written; without it as the name of the output file ends, else as text
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The file to write, outside the folder of profiles; `-` is standard output
    #[arg(long, short, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace the file if there is one; of a link the link itself
    #[arg(long, requires = "output")]
    force: bool,
}

impl Destination {
    /// The file to write, unless it is standard output.
    fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// The format that is asked for, else the one that the name ends in.
    fn format(&self) -> Result<Format, Failure> {
        let Some(path) = self.file() else { return Ok(self.format.unwrap_or_default()) };
        let ends = Format::of_path(path);
        match (self.format, ends) {
            (Some(said), Some(ends)) if said != ends => {
                let (path, ends, said) = (printable_path(path), ends.word(), said.word());
                let sentence = format!(
                    "{path} is named as {ends}, and --format says {said}; \
                     give it another name, or leave --format out"
                );
                Err((sentence, COULD_NOT_RUN))
            }
            (Some(format), _) | (None, Some(format)) => Ok(format),
            // What is no file cannot be written, whatever it is called.
            (None, None) if path.exists() && !path.is_file() => Ok(Format::default()),
            (None, None) => {
                let [first @ .., last] = Format::ALL.map(|format| format!(".{}", format.ending()));
                let sentence = format!(
                    "{} does not end in {} or {last}; name it so, or say its --format",
                    printable_path(path),
                    first.join(", ")
                );
                Err((sentence, COULD_NOT_RUN))
            }
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.word()))
    }
}

/// What a document depends on besides the library and the command.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// Whether pay figures are told.
    pub pay: bool,
    /// Whether standard output gets escapes.
    pub colour: bool,
    /// How wide the terminal is, where standard output is one.
    pub columns: Option<usize>,
    /// The folder that the library was read from, in which nothing is written.
    pub profiles: Option<&'a Path>,
}

/// The narrowest and the widest page that anybody likes to read.
const READABLE: (usize, usize) = (40, 200);

/// Writes a document into a file, or returns it for standard output.
///
/// # Errors
/// A sentence and the exit code: a job that is not found, a format that makes no sense, a file that
/// cannot be written.
pub fn document(
    command: &DocumentCommand,
    library: &Arc<Library>,
    surroundings: &Surroundings<'_>,
) -> Result<String, Failure> {
    let Surroundings { pay, colour, columns, profiles } = *surroundings;
    let destination = command.destination();
    let format = destination.format()?;
    let subject = command.subject(library)?;
    let file = destination.file();
    let layout = match (file, columns) {
        (None, Some(columns)) => {
            Layout { columns: columns.clamp(READABLE.0, READABLE.1), escapes: colour }
        }
        (None, None) => Layout { escapes: colour, ..Layout::default() },
        (Some(_), _) => Layout::default(),
    };
    let text = subject
        .written(library, format, pay, layout)
        .map_err(|reason| (reason.to_owned(), COULD_NOT_RUN))?;
    let Some(path) = file else { return Ok(text) };
    let target = Target { path, replace: destination.force, profiles };
    save(&text, target).map_err(|error| {
        let hint = match error {
            SaveError::Exists(_) => ", or replace it with --force",
            _ => "",
        };
        (format!("{error}{hint}"), COULD_NOT_RUN)
    })?;
    Ok(String::new())
}

/// Reads how many there may be, 1 at least.
fn count(text: &str) -> Result<u32, String> {
    let count = text.parse().ok().filter(|count| *count > 0);
    count.ok_or_else(|| format!("“{}” is no count; write 1 or more", text.escape_debug()))
}

/// The jobs that are called so, each only once.
fn several(library: &Arc<Library>, called: &[String]) -> Result<Vec<usize>, Failure> {
    let mut jobs: Vec<usize> = Vec::new();
    for name in called {
        let job = one(library, name)?;
        if jobs.contains(&job) {
            let sentence = format!("“{name}” was named twice; name another job");
            return Err((sentence, COULD_NOT_RUN));
        }
        jobs.push(job);
    }
    Ok(jobs)
}

/// Two jobs that are called so.
fn two(library: &Arc<Library>, from: &str, to: &str) -> Result<(usize, usize), Failure> {
    let jobs = several(library, &[from.to_owned(), to.to_owned()])?;
    Ok((jobs[0], jobs[1]))
}
