//! One row of an outline: who it is, what it says, and how a level stands to what a job requires.

use crate::model::{LevelText, Proficiency, Profile, Requirement, Scale};
use std::sync::Arc;

/// A competency of a job: its name and which one of that name it is, within its group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EntryId {
    /// The name; empty where it is withheld.
    pub name: Arc<str>,
    /// How many of the same name stand before it in the group.
    pub occurrence: u32,
}

/// What a row is within its group and entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The group's own row.
    Group,
    /// A competency's own row.
    Entry,
    /// What the competency is.
    Definition,
    /// A required level that lies between two whole ones.
    Needed,
    /// A proficiency level.
    Level(u8),
    /// The sentence for a level as a whole.
    Statement(u8),
    /// A behaviour of a level, by its place in the file.
    Behaviour(u8, u32),
    /// How many behaviours of a level are not in the file.
    More(u8),
    /// The levels that have neither a name nor a text.
    Unwritten,
}

/// Who a row is, whatever stands around it: group, entry and part.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RowId {
    /// The group's key.
    pub group: Arc<str>,
    /// The competency, for all rows but the group's own.
    pub entry: Option<EntryId>,
    /// What it is there.
    pub part: Part,
}

impl RowId {
    /// The row that this one stands under; `None` for a group.
    #[must_use]
    pub fn parent(&self) -> Option<RowId> {
        let with = |part| Some(RowId { part, ..self.clone() });
        match self.part {
            Part::Group => None,
            Part::Entry => Some(RowId { entry: None, part: Part::Group, ..self.clone() }),
            Part::Definition | Part::Needed | Part::Level(_) | Part::Unwritten => with(Part::Entry),
            Part::Statement(n) | Part::Behaviour(n, _) | Part::More(n) => with(Part::Level(n)),
        }
    }
}

/// How a level stands to the one that the job requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Below it on a cumulative scale: asked for as well.
    Included,
    /// It is the required one.
    Required,
    /// The required level has no text of its own; this one's counts for it.
    Counts,
    /// Above it on a cumulative scale.
    Beyond,
    /// On a scale whose levels do not include each other, or where nothing is required.
    Apart,
}

impl Standing {
    /// How level `number` stands when `required` is asked for and the text of `counting` says it.
    #[must_use]
    pub fn of(
        number: u8,
        required: Option<Proficiency>,
        counting: Option<u8>,
        scale: &Scale,
    ) -> Self {
        let Some(required) = required else { return Standing::Apart };
        if required.whole() == Some(number) {
            return Standing::Required;
        }
        if counting == Some(number) {
            return Standing::Counts;
        }
        match (scale.cumulative, f64::from(number) < required.value()) {
            (false, _) => Standing::Apart,
            (true, true) => Standing::Included,
            (true, false) => Standing::Beyond,
        }
    }

    /// The words for it; empty where there is nothing to say.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Standing::Included => "included",
            Standing::Required => "required",
            Standing::Counts => "counts as required",
            Standing::Beyond => "beyond this job",
            Standing::Apart => "",
        }
    }

    /// The same in one word, where there is little room.
    #[must_use]
    pub fn brief(self) -> &'static str {
        match self {
            Standing::Counts => "counts",
            Standing::Beyond => "beyond",
            Standing::Included | Standing::Required | Standing::Apart => self.words(),
        }
    }
}

/// How many competencies a group has, in a file and at its source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GroupCounts {
    /// How many the source says there are.
    pub declared: Option<u32>,
    /// How many the file names.
    pub named: usize,
    /// How many the source withholds.
    pub withheld: usize,
}

impl GroupCounts {
    pub(super) fn of(profile: &Profile, key: &str, requirements: &[&Requirement]) -> Self {
        let declared = profile.declared.iter().find(|(k, _)| k == key).map(|(_, count)| *count);
        let withheld = requirements.iter().filter(|r| r.is_withheld()).count();
        Self { declared, named: requirements.len() - withheld, withheld }
    }

    /// How many the source has that the file does not even mention.
    #[must_use]
    pub fn not_in_file(&self) -> usize {
        let mentioned = self.named + self.withheld;
        self.declared.map_or(0, |declared| (declared as usize).saturating_sub(mentioned))
    }
}

impl std::fmt::Display for GroupCounts {
    /// `8` where there is nothing to add, else `8 declared, 2 named, 3 withheld, 3 not in file`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let missing = self.not_in_file();
        let mismatch = self.declared.filter(|d| *d as usize != self.named + self.withheld);
        if self.withheld == 0 && mismatch.is_none() {
            return if self.named == 0 { f.write_str("none") } else { write!(f, "{}", self.named) };
        }
        let counts = [
            (self.declared.unwrap_or_default() as usize, "declared"),
            (self.named, "named"),
            (self.withheld, "withheld"),
            (missing, "not in file"),
        ];
        let words: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        f.write_str(&words.join(", "))
    }
}

/// What a row says.
#[derive(Debug, Clone, PartialEq)]
pub enum Content<'a> {
    /// A group of competencies.
    Group {
        /// Its name as it is shown.
        name: &'a str,
        /// How many it has.
        counts: GroupCounts,
    },
    /// A competency that the job asks for.
    Competency {
        /// What the job asks for.
        requirement: &'a Requirement,
        /// The scale of its level.
        scale: &'a Scale,
        /// The median level of the library's jobs, once all are read.
        median: Option<f64>,
    },
    /// What the competency is, or in words why that is not told.
    Definition(Result<&'a str, &'static str>),
    /// The job requires a level between two whole ones.
    Needed(Proficiency),
    /// A proficiency level.
    Level {
        /// Its number.
        number: u8,
        /// Its name, where it has one.
        label: Option<&'a str>,
        /// How it stands to the required one.
        standing: Standing,
        /// Its text, where a file has any.
        text: Option<&'a LevelText>,
    },
    /// The sentence for a level as a whole.
    Statement(&'a str),
    /// A behavioural indicator.
    Behaviour(&'a str),
    /// So many more behaviours exist at the source.
    More(u32),
    /// These levels have neither a name nor a text; one row tells of all of them.
    Unwritten(Vec<u8>),
}

impl Content<'_> {
    /// How much text a level has, in words: `5 behaviours`, `not in file`, `not defined`.
    #[must_use]
    pub fn level_extent(text: Option<&LevelText>) -> String {
        match text {
            Some(text) if text.undefined => "not defined at the source".to_owned(),
            Some(text) if !text.behaviours.is_empty() => {
                let count = text.behaviours.len();
                format!("{count} {}", if count == 1 { "behaviour" } else { "behaviours" })
            }
            Some(text) if text.statement.is_some() => "described".to_owned(),
            _ => "not in file".to_owned(),
        }
    }

    /// The words for levels that have neither a name nor a text: `levels 0, 1, 3: not in file`.
    #[must_use]
    pub fn unwritten_words(levels: &[u8]) -> String {
        let numbers: Vec<String> = levels.iter().map(ToString::to_string).collect();
        let word = if levels.len() == 1 { "level" } else { "levels" };
        format!("{word} {}: not in file", numbers.join(", "))
    }

    /// The words that a search through the rows reads.
    #[must_use]
    pub fn searchable(&self) -> &str {
        match self {
            Content::Group { name, .. } => name,
            Content::Competency { requirement, .. } => {
                requirement.name.as_deref().unwrap_or("withheld")
            }
            Content::Definition(Ok(text)) | Content::Statement(text) | Content::Behaviour(text) => {
                text
            }
            Content::Level { label, .. } => label.unwrap_or_default(),
            Content::Definition(Err(_))
            | Content::Needed(_)
            | Content::More(_)
            | Content::Unwritten(_) => "",
        }
    }
}

/// What stands for the name of a competency that the source withholds.
pub const WITHHELD: &str = "withheld by the source";

/// A row of an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    /// Who it is.
    pub id: RowId,
    /// How deep it stands: a group 0, a competency 1, what is in it 2, what is in a level 3.
    pub depth: u16,
    /// Whether it stands open; `None` for a row that has nothing to open.
    pub open: Option<bool>,
    /// What it says.
    pub content: Content<'a>,
}
