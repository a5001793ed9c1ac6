//! What to do instead, beside a mistake on the command line.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// A mistake with a tip that helps: an unknown option is never meant as the name of a job.
pub(super) fn better(mut error: clap::Error) -> clap::Error {
    if error.kind() == ErrorKind::UnknownArgument {
        let plain = match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::String(argument)) => argument == "--plain" || argument == "--json",
            _ => false,
        };
        let tips: Vec<StyledStr> = match error.get(ContextKind::Suggested) {
            _ if plain => vec!["documents take --format text, markdown, json, csv or html".into()],
            Some(ContextValue::StyledStrs(tips)) => {
                let misleads = |tip: &&StyledStr| tip.to_string().contains("as a value");
                tips.iter().filter(|tip| !misleads(tip)).cloned().collect()
            }
            _ => Vec::new(),
        };
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
    }
    error
}
