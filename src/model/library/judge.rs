//! What can only be seen to be wrong with the whole library at hand.

use super::Library;
use crate::model::{JobId, Problem, Severity};
use std::collections::HashMap;

impl Library {
    /// Tells what can only be seen with the whole library at hand.
    pub(super) fn judge(&mut self) {
        let mut codes: HashMap<(&str, &str), &JobId> = HashMap::new();
        let mut known: HashMap<&str, bool> = HashMap::new();
        let mut found: HashMap<usize, Vec<Problem>> = HashMap::new();
        for (index, job) in self.jobs.iter().enumerate() {
            let Some(profile) = &job.profile else { continue };
            let mut tell = |severity, rule, sentence| {
                let problem = Problem { severity, rule, place: None, sentence };
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
            for (_, requirement) in profile.requirements() {
                let Some(name) = requirement.name.as_deref() else { continue };
                let is_known =
                    *known.entry(name).or_insert_with(|| self.competency(name).is_some());
                if !is_known && !requirement.describes_itself() {
                    let sentence = format!(
                        "no file under competencies describes “{name}”; write one, or a definition here"
                    );
                    tell(Severity::Warning, "unknown-competency", sentence);
                }
            }
        }
        self.judged = found;
    }
}
