//! What job profiles, competencies, scales, pay and a library are: plain data, no disk, no screen.

mod competency;
mod excerpt;
mod figure;
mod job;
mod library;
mod names;
mod number;
mod pay;
mod places;
mod problem;
mod profile;
pub mod rule;
mod scale;
mod settings;
mod texts;

pub use competency::{Competency, LevelText, Levels};
pub use excerpt::Excerpt;
pub use figure::{compact, distance, grouped, percent, signed, signed_steps, steps, thousands};
pub use job::{Job, JobId};
pub use library::{
    Asker, Described, Findings, Library, Link, Parts, Superior, Together, Told, competency_names,
};
pub use names::{Name, folded_name};
pub use number::Number;
pub use pay::{Figure, Figures, PayRecord, Period};
pub use places::{Key, PayPart, Places, Spot};
pub use problem::{FileProblem, Place, Problem, Severity};
pub use profile::{Group, Need, OnTheSpot, Profile, Requirement, Source, Status};
pub use scale::{Proficiency, Scale};
pub use settings::{DEFAULT_SCALE, Settings};
pub use texts::Texts;
