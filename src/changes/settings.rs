//! What has changed in library.yaml.

use super::detail::{Detail, text};
use super::{Entry, Fate, Subject};
use crate::model::Settings;
use std::collections::BTreeSet;

/// What has changed about what the profiles share besides competencies.
pub(super) fn settings(old: &Settings, new: &Settings) -> Option<Entry> {
    if old == new {
        return None;
    }
    let mut details = Vec::new();
    details.extend(text("name", old.name.as_deref(), new.name.as_deref()));
    let currency = text("currency", old.currency.as_deref(), new.currency.as_deref());
    details.extend(currency.map(|detail| Detail::of_pay(detail.told(true), None)));
    details.extend(groups(old, new));
    let names: BTreeSet<&String> = old.scales.keys().chain(new.scales.keys()).collect();
    for name in names {
        let word = match (old.scales.get(name), new.scales.get(name)) {
            (Some(old), Some(new)) if old == new => continue,
            (Some(_), Some(_)) => "changed",
            (None, _) => "added",
            (_, None) => "removed",
        };
        details.push(Detail::new(format!("scale {name} {word}")));
    }
    if old.source != new.source {
        details.push(Detail::new("source changed"));
    }
    if old.ignore != new.ignore {
        details.push(Detail::new("ignored paths changed"));
    }
    if old.off != new.off {
        details.push(Detail::new("rules switched on or off"));
    }
    let name = "library.yaml".to_owned();
    (!details.is_empty()).then_some(Entry {
        subject: Subject::Library,
        name,
        fate: Fate::Changed,
        details,
    })
}

fn groups(old: &Settings, new: &Settings) -> Vec<Detail> {
    if old.groups == new.groups {
        return Vec::new();
    }
    let keys: BTreeSet<&String> =
        old.groups.iter().chain(&new.groups).map(|(key, _)| key).collect();
    let name = |settings: &Settings, key: &str| {
        let found = settings.groups.iter().find(|(known, _)| known == key);
        found.map(|(_, name)| name.clone())
    };
    let change = |key: &&String| {
        text(&format!("group {key}"), name(old, key).as_deref(), name(new, key).as_deref())
    };
    let mut details: Vec<Detail> = keys.iter().filter_map(change).collect();
    if details.is_empty() {
        details.push(Detail::new("groups in another order"));
    }
    details
}
