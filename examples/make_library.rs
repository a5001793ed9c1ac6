//! Writes a library of made-up profiles, to see how the program does with very many.
//!
//! ```console
//! $ cargo run --release --example make_library -- /tmp/many 16000
//! ```
//!
//! The same number of profiles and the same seed (1 unless told) make the same files.

#[path = "../benches/support/mod.rs"]
mod support;

use std::path::PathBuf;
use std::process::ExitCode;
use support::library::write_library;
use support::seed::Seed;

const USAGE: &str = "usage: make_library FOLDER PROFILES [SEED]; FOLDER must not be there yet";

fn main() -> ExitCode {
    match made() {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(said) => {
            eprintln!("{said}");
            ExitCode::from(2)
        }
    }
}

fn made() -> Result<String, String> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or(USAGE)?);
    let profiles = arguments.next().and_then(|count| count.parse().ok()).ok_or(USAGE)?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse()).map_err(|_| USAGE)?;
    if folder.exists() {
        return Err(format!("{} is there already; name a new folder", folder.display()));
    }
    write_library(&folder, profiles, &mut Seed(seed))
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(format!("{profiles} profiles in {}", folder.display()))
}
