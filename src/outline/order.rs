//! The orders in which the competencies of a group can stand.

use super::EntryId;
use crate::model::{Library, Number, Requirement};
use std::sync::Arc;

/// The order of the competencies within their group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the file.
    #[default]
    File,
    /// The highest required level first.
    Level,
    /// The most important first, by the source's own figure.
    Importance,
    /// What sets the job apart first: the distance from the library's median level.
    Unusual,
}

impl Order {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Order::File => "as in the file",
            Order::Level => "by level",
            Order::Importance => "by importance",
            Order::Unusual => "unusual first",
        }
    }

    /// The order that comes after this one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Order::File => Order::Level,
            Order::Level => Order::Importance,
            Order::Importance => Order::Unusual,
            Order::Unusual => Order::File,
        }
    }

    /// The entries in this order; equal ones stay as in the file, unknown figures come last.
    pub(super) fn sorted<'a>(
        self,
        library: &Library,
        mut entries: Vec<(EntryId, &'a Requirement)>,
    ) -> Vec<(EntryId, &'a Requirement)> {
        let weight = |requirement: &Requirement| match self {
            Order::File => None,
            Order::Level => requirement.level.map(|level| level.value()),
            Order::Importance => requirement.importance.map(Number::value),
            Order::Unusual => distance(library, requirement).map(f64::abs),
        };
        if self != Order::File {
            entries.sort_by_cached_key(|(_, r)| {
                // Highest first: a total order on floats, turned round.
                std::cmp::Reverse(weight(r).map(|w| w.max(0.0).to_bits()))
            });
        }
        entries
    }
}

/// How far a job's level lies above (or below) the library's median for that competency.
fn distance(library: &Library, requirement: &Requirement) -> Option<f64> {
    let median = library.median_level(requirement.name.as_deref()?)?;
    Some(requirement.level?.value() - median)
}

/// Gives each requirement of a group its id: its name and which one of that name it is.
pub(super) fn numbered<'a>(requirements: &[&'a Requirement]) -> Vec<(EntryId, &'a Requirement)> {
    let mut seen: std::collections::HashMap<&str, u32> = std::collections::HashMap::new();
    requirements
        .iter()
        .map(|requirement| {
            let name = requirement.name.as_deref().unwrap_or_default();
            let count = seen.entry(name).or_insert(0);
            let id = EntryId { name: Arc::from(name), occurrence: *count };
            *count += 1;
            (id, *requirement)
        })
        .collect()
}
