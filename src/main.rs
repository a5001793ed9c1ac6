//! Arguments in, exit code out.

use rolebook::cli::{self, Ask, CheckLooks, Checked, Request, Surroundings};
use rolebook::lint::Linter;
use rolebook::save;
use rolebook::store::{Folder, Origin};
use rolebook::tui::app::Options;
use rolebook::tui::keymap::parse_script;
use rolebook::tui::theme::Looks;
use rolebook::tui::{browse, panics, preflight};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(request) => run(request).unwrap_or_else(|(sentence, code)| {
            cli::complain(&sentence);
            ExitCode::from(code)
        }),
        Err((text, cli::DONE)) => match cli::put(&text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(sentence) => {
                cli::complain(&sentence);
                ExitCode::from(cli::COULD_NOT_RUN)
            }
        },
        Err((text, code)) => {
            cli::explain(&text);
            ExitCode::from(code)
        }
    }
}

/// Does what is asked for; an error is a sentence and the exit code.
fn run(request: Request) -> Result<ExitCode, (String, u8)> {
    let could_not = |sentence: String| (sentence, cli::COULD_NOT_RUN);
    let Request { ask, origin, folder, follow, today, watch, pay } = request;
    let linter = Linter::new(today);
    let built_in = origin == Origin::Sample;
    // A frame and a check name the library themselves.
    if built_in && matches!(ask, Ask::List { .. } | Ask::Show { .. } | Ask::Document { .. }) {
        cli::complain(cli::SAMPLE);
    }
    let surroundings = Looks::from_environment();
    let unicode = surroundings.is_unicode();
    let (text, code) = match ask {
        Ask::Browse { keys } => {
            let is_script = keys.is_some();
            let keys = parse_script(&keys.unwrap_or_default()).map_err(could_not)?;
            let options = Options {
                looks: surroundings,
                size: screen_size(),
                pay,
                folder,
                built_in,
                documents: documents(&origin),
            };
            let read = Folder::open(origin, follow);
            let browse = |options| browse::browse(options, read, watch, linter, keys);
            return open(options, is_script, browse);
        }
        Ask::Print { keys, size, colour } => {
            let documents = documents(&origin);
            let library = cli::load(origin, follow, linter).map_err(could_not)?;
            let looks = Looks::new(colour, unicode);
            let options = Options { looks, size, pay, folder, built_in, documents };
            let app = cli::play(library, options, &keys.unwrap_or_default()).map_err(could_not)?;
            (cli::buffer_text(&cli::frame(&app), colour), cli::DONE)
        }
        Ask::List { query, output } => {
            let library = cli::load(origin, follow, linter).map_err(could_not)?;
            let (text, code) = cli::list(&library, &query, output, pay, unicode);
            if library.jobs().is_empty() {
                cli::complain(&cli::nothing_in(&folder));
            } else if code != cli::DONE {
                cli::complain(&cli::nothing_found(&library, &query));
            }
            (text, code)
        }
        Ask::Show { job, output } => {
            let library = cli::load(origin, follow, linter).map_err(could_not)?;
            (cli::show(&library, &job, output, pay, (columns(), unicode))?, cli::DONE)
        }
        Ask::Check { folders, format, colour, excerpts } => {
            let excerpts = excerpts.then(columns);
            let looks = CheckLooks { looks: Looks::new(colour, unicode), colour, excerpts };
            return tell(&cli::check(&folders, follow, today, pay, format, &looks));
        }
        Ask::New(wanted) => {
            let library = cli::load(origin.clone(), follow, linter).map_err(could_not)?;
            (cli::new(&wanted, &library, &Folder::open(origin, follow), pay)?, cli::DONE)
        }
        Ask::Schema { kind } => (cli::schema(kind), cli::DONE),
        Ask::Document { command, colour } => {
            let profiles = match &origin {
                Origin::Folder(folder) => Some(folder.clone()),
                Origin::Sample => None,
            };
            let library = cli::load(origin, follow, linter).map_err(could_not)?;
            let columns = std::io::stdout().is_terminal().then(|| usize::from(screen_size().0));
            let surroundings = Surroundings { pay, colour, columns, profiles: profiles.as_deref() };
            (cli::document(&command, &library, &surroundings)?, cli::DONE)
        }
    };
    cli::put(&text).map_err(could_not)?;
    Ok(ExitCode::from(code))
}

/// Where documents of this library go unless another folder is named.
fn documents(origin: &Origin) -> PathBuf {
    match (origin, std::env::current_dir()) {
        (Origin::Folder(profiles), Ok(here)) => save::folder_outside(profiles, &here),
        _ => PathBuf::new(),
    }
}

/// Tells what a check has come to: the problems, and around them what is no problem of a file.
fn tell(checked: &Checked) -> Result<ExitCode, (String, u8)> {
    checked.complaints.iter().for_each(|complaint| cli::complain(complaint));
    cli::put(&checked.text).map_err(|sentence| (sentence, cli::COULD_NOT_RUN))?;
    cli::explain(&checked.tally);
    Ok(ExitCode::from(checked.code))
}

/// Opens the browser where there is a terminal to open it on.
fn open(
    options: Options,
    is_script: bool,
    browse: impl FnOnce(Options) -> std::io::Result<rolebook::tui::run::Ending>,
) -> Result<ExitCode, (String, u8)> {
    if let Some(why) = preflight::refusal(is_script) {
        panics::report(&why);
        return Ok(ExitCode::from(preflight::EXIT_CODE));
    }
    let failed = |error: String| (error, cli::COULD_NOT_RUN);
    panics::install().map_err(|error| failed(error.to_string()))?;
    let ending = browse(options).map_err(|error| failed(error.to_string()))?;
    Ok(ending.exit())
}

/// How wide lines for a reader may become: not wider than is good to read.
fn columns() -> usize {
    usize::from(screen_size().0).clamp(40, 120)
}

/// The terminal's size, or that of a plain one where there is none.
fn screen_size() -> (u16, u16) {
    crossterm::terminal::size().unwrap_or((100, 40))
}
