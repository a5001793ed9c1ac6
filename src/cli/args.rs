//! The arguments, and what they ask for.

use super::choose::below;
use super::tip::better;
use super::{CheckFormat, DocumentCommand, NewProfile};
use crate::lint::{self, Date};
use crate::printable::printable_lines;
use crate::schema::Kind;
use crate::store::{Origin, Wish};
use crate::tui::terminal::{MOST_COLUMNS, MOST_ROWS};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// The folder that is opened where none is named.
const DEFAULT_FOLDER: &str = "profiles";

/// Find and read job profiles in a terminal.
///
/// Without a command it opens the browser on FOLDER, else on what ROLEBOOK_PROFILES names, else on
/// the folder "profiles" here, else on the sample library that the program carries inside.
#[derive(Debug, Parser)]
#[command(name = "rolebook", version)]
pub struct Args {
    /// The folder of YAML job profiles to open
    folder: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
    /// Keys to press once everything has been read, special ones as <enter>, <esc>, <c-d>, <lt>
    #[arg(long, value_name = "SCRIPT")]
    keys: Option<String>,
    /// How to notice that a file was saved
    #[arg(long, value_enum, default_value_t = Watch::Auto, value_name = "HOW")]
    watch: Watch,
    /// Print one frame instead of opening the browser
    #[arg(long)]
    print: bool,
    /// The size of the frame that is printed, columns and rows
    #[arg(long, value_name = "COLUMNSxROWS", value_parser = size)]
    size: Option<(u16, u16)>,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Clone, ClapArgs)]
struct Common {
    /// The folder of YAML job profiles to read
    #[arg(long, value_name = "FOLDER", global = true)]
    profiles: Option<PathBuf>,
    /// Leave every pay figure out
    #[arg(long, global = true)]
    no_pay: bool,
    /// Read through links that lead out of the folder, too
    #[arg(long, global = true)]
    follow: bool,
    /// The day to judge the files by, as in 2026-07-31, instead of the computer's clock
    #[arg(long, value_name = "DATE", global = true, value_parser = day)]
    today: Option<Date>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true)]
    color: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Watch {
    /// By what the system tells, else by looking again and again
    Auto,
    /// By looking again and again
    Poll,
    /// Not at all
    Off,
}

impl From<Watch> for Wish {
    fn from(watch: Watch) -> Self {
        match watch {
            Watch::Auto => Wish::Auto,
            Watch::Poll => Wish::Poll,
            Watch::Off => Wish::Off,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the jobs, or those that a query finds, best first
    List {
        /// What to look for, as in the browser's filter
        query: Vec<String>,
        #[command(flatten)]
        format: Format,
    },
    /// Show a job: code, title, alternate title or path
    Show {
        /// The job's code, title, alternate title or path
        job: String,
        #[command(flatten)]
        format: Format,
    },
    /// Tell everything that is wrong in the files; the exit code is 1 if there is anything
    Check {
        /// The folders of YAML job profiles to check, or single files of theirs
        #[arg(value_name = "FOLDER|FILE")]
        folders: Vec<PathBuf>,
        /// How the problems are written
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
    },
    /// Print a profile to start from, or write it to a new file
    New {
        /// The new job's title
        title: String,
        /// A file that does not exist yet, in a folder that does
        path: Option<PathBuf>,
        /// Start from the text of this job: code, title, alternate title or path
        #[arg(long, value_name = "JOB")]
        like: Option<String>,
    },
    /// Print the JSON Schema of the files, with which an editor completes and checks them
    Schema {
        /// Which files it is for
        #[arg(default_value = Kind::Profile.word(), value_parser = kind())]
        kind: Kind,
    },
    #[command(flatten)]
    Document(DocumentCommand),
}

/// Reads the word of a kind of file.
fn kind() -> impl TypedValueParser<Value = Kind> {
    let meant = |word: String| Kind::ALL.into_iter().find(|kind| kind.word() == word);
    PossibleValuesParser::new(Kind::ALL.map(Kind::word))
        .map(move |word| meant(word).unwrap_or(Kind::Profile))
}

#[derive(Debug, Clone, Copy, ClapArgs)]
struct Format {
    /// As JSON
    #[arg(long, conflicts_with = "plain")]
    json: bool,
    /// Line by line without boxes, for screen readers and pipes
    #[arg(long)]
    plain: bool,
}

/// How a command's answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // fields are named by what they are
pub enum Output {
    /// In columns, with bars and meters, in colour or not.
    Laid { colour: bool },
    /// Line by line in words.
    Plain,
    /// As JSON.
    Json,
}

/// What is asked for.
#[derive(Debug)]
#[allow(missing_docs)] // fields are the arguments of the same name
pub enum Ask {
    /// The browser, with keys to press at the beginning.
    Browse { keys: Option<String> },
    /// One frame.
    Print { keys: Option<String>, size: (u16, u16), colour: bool },
    /// A list of jobs.
    List { query: String, output: Output },
    /// One job.
    Show { job: String, output: Output },
    /// What is wrong in folders, each with what it is called; in text perhaps with the lines of
    /// the files.
    Check { folders: Vec<(Origin, String)>, format: CheckFormat, colour: bool, excerpts: bool },
    /// A profile to start from.
    New(NewProfile),
    /// The JSON Schema of a kind of file.
    Schema { kind: Kind },
    /// A document, with escapes where it is read on a terminal.
    Document { command: DocumentCommand, colour: bool },
}

/// Everything that the command line says, with the surroundings taken into account.
#[derive(Debug)]
pub struct Request {
    /// What is asked for.
    pub ask: Ask,
    /// Where the profiles are.
    pub origin: Origin,
    /// What the folder is called in sentences.
    pub folder: String,
    /// Whether links that lead outside are read through.
    pub follow: bool,
    /// The day that files are judged by.
    pub today: Date,
    /// How the browser watches the folder.
    pub watch: Wish,
    /// Whether pay figures are told.
    pub pay: bool,
}

/// Reads the arguments.
///
/// # Errors
/// The text to print and the exit code: help and version with 0, a mistake with 2.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, (String, u8)> {
    let args = Args::try_parse_from(arguments).map_err(|error| {
        let error = better(error);
        // Help is ours and may have colour; a mistake repeats what was typed and must not.
        let text = error.render();
        match error.exit_code() {
            0 => (text.to_string(), 0),
            _ => (printable_lines(&text.to_string()).into_owned(), super::COULD_NOT_RUN),
        }
    })?;
    if args.size.is_some() && !args.print {
        let sentence =
            "rolebook: --size is the size of a printed frame; add `--print` to print it\n";
        return Err((sentence.to_owned(), super::COULD_NOT_RUN));
    }
    Ok(args.request())
}

impl Args {
    fn request(self) -> Request {
        let Self { folder, common, keys, watch, print, size, command } = self;
        let colour = common.color.wanted();
        let (origin, folder) = origin_of(folder.or(common.profiles).or_else(from_environment));
        let output = |format: Format| match (format.json, format.plain) {
            (true, _) => Output::Json,
            (_, true) => Output::Plain,
            _ => Output::Laid { colour },
        };
        let ask = match command {
            None if print => Ask::Print { keys, size: size.unwrap_or((120, 40)), colour },
            None => Ask::Browse { keys },
            Some(Command::List { query, format }) => {
                Ask::List { query: query.join(" "), output: output(format) }
            }
            Some(Command::Show { job, format }) => {
                Ask::Show { job: below(&origin, job), output: output(format) }
            }
            Some(Command::Check { folders, format }) => {
                let mut folders: Vec<_> = folders.into_iter().map(|f| origin_of(Some(f))).collect();
                if folders.is_empty() {
                    folders.push((origin.clone(), folder.clone()));
                }
                // Whoever asks for colour in a pipe wants what a terminal would get.
                let excerpts = colour || std::io::stdout().is_terminal();
                Ask::Check { folders, format, colour, excerpts }
            }
            Some(Command::New { title, path, like }) => {
                let like = like.map(|job| below(&origin, job));
                Ask::New(NewProfile { title, path, like })
            }
            Some(Command::Schema { kind }) => Ask::Schema { kind },
            Some(Command::Document(mut command)) => {
                for job in command.jobs() {
                    *job = below(&origin, std::mem::take(job));
                }
                Ask::Document { command, colour }
            }
        };
        let today = common.today.unwrap_or_else(lint::today);
        Request {
            ask,
            origin,
            folder,
            follow: common.follow,
            today,
            watch: watch.into(),
            pay: !common.no_pay,
        }
    }
}

impl Colour {
    /// Whether standard output gets colour: as asked for, else on a terminal unless `NO_COLOR` is
    /// set (no-color.org), else where `CLICOLOR_FORCE` is (bixense.com/clicolors).
    fn wanted(self) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if set("NO_COLOR") => false,
            Colour::Auto => {
                let forced = std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0");
                forced || std::io::stdout().is_terminal()
            }
        }
    }
}

/// What `ROLEBOOK_PROFILES` names; empty is as good as not set.
fn from_environment() -> Option<PathBuf> {
    std::env::var_os("ROLEBOOK_PROFILES").filter(|name| !name.is_empty()).map(PathBuf::from)
}

/// The folder that is meant, and what to call it.
fn origin_of(named: Option<PathBuf>) -> (Origin, String) {
    match named {
        Some(folder) => {
            let name = crate::printable::printable_path(&folder);
            (Origin::Folder(folder), name)
        }
        None if Path::new(DEFAULT_FOLDER).is_dir() => {
            (Origin::Folder(DEFAULT_FOLDER.into()), DEFAULT_FOLDER.to_owned())
        }
        None => (Origin::Sample, "built-in sample library".to_owned()),
    }
}

/// Reads a day as in 2026-07-31.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| {
        let turned: Vec<&str> = text.split(['.', '/']).collect();
        let meant = match turned[..] {
            [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}").parse::<Date>().ok(),
            _ => None,
        };
        let meant = meant.unwrap_or(Date::constant(2026, 7, 31));
        format!("“{}” is no day; write it as in {meant}", text.escape_debug())
    })
}

/// Reads `120x40`.
fn size(text: &str) -> Result<(u16, u16), String> {
    let wrong = || {
        format!(
            "“{}” is no size; write columns x rows, such as 120x40, up to {MOST_COLUMNS}x{MOST_ROWS}",
            text.escape_debug()
        )
    };
    let (columns, rows) = text.split_once(['x', '×']).ok_or_else(wrong)?;
    let number = |text: &str, most| text.parse().ok().filter(|n| (1..=most).contains(n));
    let columns = number(columns, MOST_COLUMNS).ok_or_else(wrong)?;
    Ok((columns, number(rows, MOST_ROWS).ok_or_else(wrong)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_strictly() {
        assert_eq!(size("120x40"), Ok((120, 40)));
        for wrong in ["120", "0x4", "x", "1025x2", "2x513", "-1x2"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_is_read_and_what_is_nearly_one_is_turned_round() {
        assert_eq!(day("2026-07-31"), Ok(Date::constant(2026, 7, 31)));
        let told = |text| day(text).unwrap_err();
        assert_eq!(told("9.7.2026"), "“9.7.2026” is no day; write it as in 2026-07-09");
        assert_eq!(told("today"), "“today” is no day; write it as in 2026-07-31");
    }

    #[test]
    fn the_definition_of_the_arguments_holds_together() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
