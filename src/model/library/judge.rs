//! What can only be seen to be wrong with the whole library at hand.

use super::Library;
use crate::model::{JobId, Problem, Severity};
use std::collections::{HashMap, HashSet};

impl Library {
    /// Tells what can only be seen with the whole library at hand; `unknown` are the names that no
    /// file describes.
    pub(super) fn judge(&self, unknown: &HashSet<&str>) -> HashMap<usize, Vec<Problem>> {
        let mut codes: HashMap<(&str, &str), &JobId> = HashMap::new();
        let mut found: HashMap<usize, Vec<Problem>> = HashMap::new();
        for (index, job) in self.jobs.iter().enumerate() {
            let Some(profile) = &job.profile else { continue };
            let mut tell = |severity, rule, sentence| {
                let problem = Problem { severity, rule, place: None, sentence, about_pay: false };
                found.entry(index).or_default().push(problem);
            };
            if let Some(code) = profile.code.as_deref() {
                let language = profile.language.as_deref().unwrap_or_default();
                if let Some(first) = codes.insert((code, language), &job.id) {
                    let sentence =
                        format!("code {code} is also used by {first}; give one of them another");
                    tell(Severity::Error, "duplicate-code", sentence);
                }
            }
            // Most libraries describe all that they use.
            if unknown.is_empty() {
                continue;
            }
            for (_, requirement) in profile.requirements() {
                let Some(name) = requirement.name.as_deref() else { continue };
                if unknown.contains(name) && !requirement.describes_itself() {
                    let sentence = format!(
                        "no file under competencies describes “{name}”; write one, or a definition here"
                    );
                    tell(Severity::Warning, "unknown-competency", sentence);
                }
            }
        }
        found
    }
}
