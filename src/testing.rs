//! What the tests of several parts share.

use crate::model::{Library, Parts};
use crate::store::parse_profiles;
use std::path::Path;
use std::sync::Arc;

/// A complete library of profiles that are written so, one a file, in this order.
pub fn library(jobs: &[&str]) -> Library {
    let read = |(i, text): (usize, &&str)| {
        parse_profiles(Path::new(&format!("{i:03}.yaml")), text.as_bytes())
    };
    let jobs = jobs.iter().enumerate().flat_map(read).map(Arc::new).collect();
    Library::new(Parts { jobs, complete: true, ..Parts::default() })
}
