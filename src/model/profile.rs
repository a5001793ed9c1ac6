//! A job profile, as its file says it: partial, in the file's order, nothing added.

use super::{Levels, Name, Number, PayRecord, Proficiency, Texts};
use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::sync::{Arc, LazyLock};

/// Whether a profile is in use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Being written.
    Draft,
    /// In use; what holds where a file says nothing.
    #[default]
    Approved,
    /// No longer in use.
    Retired,
}

impl Status {
    /// The word for a profile that is not simply in use, which a reader has to know.
    #[must_use]
    pub fn notable(self) -> Option<&'static str> {
        (self != Status::Approved).then(|| self.word())
    }

    /// The word that files use for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Approved => "approved",
            Status::Retired => "retired",
        }
    }
}

/// Whether a job can be had without a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// Not without it.
    Must,
    /// Welcome.
    Nice,
}

impl Need {
    /// The word that files use for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Need::Must => "must",
            Need::Nice => "nice",
        }
    }
}

/// Where text or figures come from, and on which terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it can be found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The licence's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The sentence that the licence asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    /// The day it was taken from there, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
}

/// One competency that a job asks for. A large library has a million of them, so they are kept small.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Requirement {
    /// The competency's name, shared by all that ask for it; `None` where the source withholds it.
    pub name: Option<Name>,
    /// The proficiency level that the job needs; `None` where the file gives none.
    pub level: Option<Proficiency>,
    /// The source's own figure for how much it matters to the job.
    pub importance: Option<Number>,
    /// What else the job says of the competency, where it says anything.
    pub on_the_spot: Option<Arc<OnTheSpot>>,
}

/// What a job says of a competency where it asks for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnTheSpot {
    /// Must or nice; `None` where the file says nothing.
    pub need: Option<Need>,
    /// What it is, which wins over what the shared one says.
    pub definition: Option<String>,
    /// What people do at each level, which wins as well.
    pub levels: Levels,
}

impl OnTheSpot {
    /// This as a requirement holds it: `None` where nothing is said. Those that say no more than how
    /// much it is needed share one in memory.
    #[must_use]
    pub fn held(self) -> Option<Arc<Self>> {
        static BARE: LazyLock<[Arc<OnTheSpot>; 2]> = LazyLock::new(|| {
            let bare = |need| OnTheSpot { need: Some(need), ..OnTheSpot::default() };
            [Need::Must, Need::Nice].map(bare).map(Arc::new)
        });
        if self == Self::default() {
            return None;
        }
        let shared = BARE.iter().find(|bare| ***bare == self);
        Some(shared.map_or_else(|| Arc::new(self), Arc::clone))
    }
}

impl Serialize for Requirement {
    /// The keys of a file in the order of its description, without those that say nothing; only the
    /// name is always there.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        if let Some(level) = self.level {
            map.serialize_entry("level", &level)?;
        }
        if let Some(need) = self.need() {
            map.serialize_entry("need", &need)?;
        }
        if let Some(importance) = self.importance {
            map.serialize_entry("importance", &importance)?;
        }
        if let Some(definition) = self.definition() {
            map.serialize_entry("definition", definition)?;
        }
        if !self.levels().is_empty() {
            map.serialize_entry("levels", self.levels())?;
        }
        map.end()
    }
}

impl Requirement {
    /// Must or nice; `None` where the file says nothing.
    #[must_use]
    pub fn need(&self) -> Option<Need> {
        self.on_the_spot.as_ref()?.need
    }

    /// Whether the source has a competency here that it does not name.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.name.is_none()
    }

    /// Whether the job says on the spot what the competency is.
    #[must_use]
    pub fn describes_itself(&self) -> bool {
        self.definition().is_some() || !self.levels().is_empty()
    }

    /// The definition on the spot.
    #[must_use]
    pub fn definition(&self) -> Option<&str> {
        self.on_the_spot.as_ref()?.definition.as_deref()
    }

    /// The level texts on the spot.
    #[must_use]
    pub fn levels(&self) -> &Levels {
        static NONE: Levels = Levels::new();
        self.on_the_spot.as_ref().map_or(&NONE, |said| &said.levels)
    }
}

/// The competencies of one group, in the file's order.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Group {
    /// The group's key, for example `general`.
    pub key: Name,
    /// What the job asks for in this group.
    pub requirements: Vec<Requirement>,
}

/// Everything that a file says about one job.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Profile {
    /// The job's title, the one thing that a profile must have.
    pub title: String,
    /// The job code, exactly as typed.
    pub code: Option<String>,
    /// The job level, in any scheme.
    pub level: Option<Name>,
    /// The job family.
    pub family: Option<Name>,
    /// The career track.
    pub track: Option<Name>,
    /// Alternate titles.
    pub also_known_as: Texts,
    /// Draft, approved or retired.
    pub status: Status,
    /// From when on it holds, as typed.
    pub effective: Option<String>,
    /// The language of the text, as typed.
    pub language: Option<Name>,
    /// The education that is asked for.
    pub education: Option<String>,
    /// The experience that is asked for.
    pub experience: Option<String>,
    /// Licences, certificates and checks.
    pub requires: Vec<String>,
    /// Working conditions.
    pub conditions: Vec<String>,
    /// First the line, then dotted lines; titles or codes, as typed.
    pub reports_to: Vec<String>,
    /// What the job is, in a few sentences.
    pub summary: Option<String>,
    /// The duties, one sentence each.
    pub responsibilities: Texts,
    /// Pay, one record a region, grade or currency.
    pub salary: Vec<PayRecord>,
    /// How many competencies the source says there are: group key and count.
    pub declared: Vec<(String, u32)>,
    /// The competencies by group, in the file's order.
    pub competencies: Vec<Group>,
    /// Where the profile comes from.
    pub source: Option<Box<Source>>,
}

impl Profile {
    /// Every requirement with the key of its group, in the file's order.
    pub fn requirements(&self) -> impl Iterator<Item = (&str, &Requirement)> {
        self.competencies.iter().flat_map(|g| g.requirements.iter().map(move |r| (&*g.key, r)))
    }
}
