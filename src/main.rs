//! Opens the browser.

use std::process::ExitCode;

use rolebook::tui::placeholder::Placeholder;
use rolebook::tui::run::Session;
use rolebook::tui::{panics, preflight};

fn main() -> ExitCode {
    if let Some(why) = preflight::refusal() {
        panics::report(&why);
        return ExitCode::from(preflight::EXIT_CODE);
    }
    browse().unwrap_or_else(|error| {
        panics::report(&format!("{error:?}"));
        ExitCode::FAILURE
    })
}

fn browse() -> color_eyre::Result<ExitCode> {
    panics::install()?;
    let mut app = Placeholder::default();
    let mut session = Session::open(false, |frame| app.draw(frame))?;
    let ending = session.run(&mut app, Placeholder::update, Placeholder::draw)?;
    drop(session);
    Ok(ending.exit())
}
