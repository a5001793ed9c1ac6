//! What has changed about a job, in the order in which a reader cares.

use super::competency::level_texts;
use super::detail::{Detail, text};
use super::lists::list;
use super::pairs::Unpaired;
use super::pay::pay;
use crate::model::{Number, Proficiency, Profile, Requirement, Settings, folded_name};

/// What has changed between two readings of a job's profile.
pub(super) fn profile(old: &Profile, new: &Profile, settings: &Settings) -> Vec<Detail> {
    if old == new {
        return Vec::new();
    }
    let mut details = Vec::new();
    details.extend(text("title", Some(&old.title), Some(&new.title)));
    details.extend(text("code", old.code.as_deref(), new.code.as_deref()));
    details.extend(text("level", old.level.as_deref(), new.level.as_deref()));
    details.extend(text("family", old.family.as_deref(), new.family.as_deref()));
    details.extend(text("track", old.track.as_deref(), new.track.as_deref()));
    details.extend(text("status", Some(old.status.word()), Some(new.status.word())));
    details.extend(superiors(&old.reports_to, &new.reports_to));
    details.extend(competencies(old, new, settings));
    details.extend(pay(&old.salary, &new.salary));
    details.extend(list("duty", "duties", &old.responsibilities, &new.responsibilities));
    details.extend(reworded("summary", (old.summary.as_deref(), new.summary.as_deref())));
    details.extend(text("education", old.education.as_deref(), new.education.as_deref()));
    details.extend(text("experience", old.experience.as_deref(), new.experience.as_deref()));
    details.extend(list("thing required", "things required", &old.requires, &new.requires));
    details.extend(list("condition", "conditions", &old.conditions, &new.conditions));
    let titles = (&old.also_known_as, &new.also_known_as);
    details.extend(list("alternate title", "alternate titles", titles.0, titles.1));
    details.extend(text("effective", old.effective.as_deref(), new.effective.as_deref()));
    details.extend(text("language", old.language.as_deref(), new.language.as_deref()));
    if old.declared != new.declared {
        details.push(Detail::new("declared counts of competencies changed"));
    }
    if old.source != new.source {
        details.push(Detail::new("source changed"));
    }
    // The two are not equal, so silence would be wrong.
    if details.is_empty() {
        details.push(Detail::new("something else changed"));
    }
    details
}

fn superiors(old: &[String], new: &[String]) -> Option<Detail> {
    let joined = |texts: &[String]| (!texts.is_empty()).then(|| texts.join(", "));
    text("reports to", joined(old).as_deref(), joined(new).as_deref())
}

/// What has changed about what is asked for: other levels first, then what is new, then what is not
/// asked any more.
fn competencies(old: &Profile, new: &Profile, settings: &Settings) -> Vec<Detail> {
    if old.competencies == new.competencies {
        return Vec::new();
    }
    let was: Vec<_> = old.requirements().collect();
    let is: Vec<_> = new.requirements().collect();
    let mut rest = Unpaired::all(was.len(), is.len());
    let key = |(group, r): (&str, &Requirement)| Some((group.to_owned(), name_key(r)));
    let mut pairs = rest.pair(|i| key(was[i]), |i| key(is[i]));
    pairs.extend(rest.pair(|i| Some(name_key(was[i].1)), |i| Some(name_key(is[i].1))));
    pairs.sort_unstable_by_key(|(_, new)| *new);
    let mut details = Vec::new();
    for (before, after) in pairs {
        let ((old_group, old), (group, new)) = (was[before], is[after]);
        requirement(old, new, &mut details);
        if old_group != group {
            let group = settings.group_name(group);
            details.push(Detail::new(format!("{} moved to {group}", name(new))));
        }
    }
    for &i in &rest.new {
        let level = is[i].1.level.map_or_else(String::new, |level| format!(" {level}"));
        details.push(Detail::new(format!("{}{level} new", name(is[i].1))));
    }
    for &i in &rest.old {
        details.push(Detail::new(format!("{} no longer asked", name(was[i].1))));
    }
    if details.is_empty() {
        details.push(Detail::new("competencies in another order"));
    }
    details
}

fn requirement(old: &Requirement, new: &Requirement, details: &mut Vec<Detail>) {
    if old == new {
        return;
    }
    let name = name(new);
    if old.level != new.level {
        let words = |level: Option<Proficiency>| {
            level.map_or_else(|| "no level".to_owned(), |level| level.to_string())
        };
        let (old, new) = (words(old.level), words(new.level));
        details.push(Detail::new(format!("{name} {old} → {new}")));
    }
    let need = match (old.need(), new.need()) {
        (Some(old), Some(new)) if old != new => Some(format!("{} → {}", old.word(), new.word())),
        (None, Some(new)) => Some(format!("now {}", new.word())),
        (Some(old), None) => Some(format!("no longer {}", old.word())),
        _ => None,
    };
    details.extend(need.map(|need| Detail::new(format!("{name} {need}"))));
    let figure = |value: Option<Number>| value.map(|value| value.to_string());
    let importance = (figure(old.importance), figure(new.importance));
    let label = format!("{name} importance");
    details.extend(text(&label, importance.0.as_deref(), importance.1.as_deref()));
    let definition = (old.definition(), new.definition());
    details.extend(reworded(&format!("{name} definition"), definition));
    for words in level_texts(old.levels(), new.levels()) {
        details.push(Detail::new(format!("{name} {words}")));
    }
    if let (Some(old), Some(new)) = (&old.name, &new.name)
        && old != new
    {
        details.push(Detail::new(format!("{old} written {new}")));
    }
}

/// What has changed about a longer text, which is never told itself.
pub(super) fn reworded(name: &str, (old, new): (Option<&str>, Option<&str>)) -> Option<Detail> {
    let word = match (old, new) {
        (Some(old), Some(new)) if old != new => "reworded",
        (None, Some(_)) => "added",
        (Some(_), None) => "removed",
        _ => return None,
    };
    Some(Detail::new(format!("{name} {word}")))
}

fn name_key(requirement: &Requirement) -> Option<String> {
    requirement.name.as_deref().map(folded_name)
}

fn name(requirement: &Requirement) -> &str {
    requirement.name.as_deref().unwrap_or("withheld competency")
}
