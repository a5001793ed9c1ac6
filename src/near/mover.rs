//! What kind of a move it is from one job to another.

use super::Likeness;
use crate::compare::{PayDifference, pay_cells};
use crate::model::Library;

/// From this share of a scale on, on average over all competencies, a job stands higher.
const HIGHER: f32 = 0.05;

/// From this many per cent of median pay on a job pays more.
const MORE: f64 = 5.0;

/// What kind of a move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Higher levels, and no less pay.
    Advancement,
    /// About the same levels, or higher ones for less pay.
    Lateral,
    /// No higher levels, and more pay.
    LateralAdvancement,
    /// Lower levels, or less pay for the same.
    StepBack,
}

impl Kind {
    /// What it is called.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::Advancement => "advancement",
            Kind::Lateral => "lateral move",
            Kind::LateralAdvancement => "lateral advancement",
            Kind::StepBack => "step back",
        }
    }
}

/// A move from one job to another, and what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The job that it leads to.
    pub job: usize,
    /// How alike the two are, from 0 to 1.
    pub likeness: f32,
    /// How many competencies both ask for.
    pub shared: usize,
    /// How many the second one asks for.
    pub asked: usize,
    /// How many of the shared ones it asks for at a higher level.
    pub higher: usize,
    /// How many of the shared ones it asks for at a lower level.
    pub lower: usize,
    /// How much more the second one pays, in per cent of median pay; `None` where that cannot be
    /// told, or may not be.
    pub pay: Option<f64>,
    /// Whether both are of one family.
    pub same_family: bool,
    /// What kind of a move it is.
    pub kind: Kind,
}

impl Move {
    /// How alike the two are, in figures: `72 %`.
    #[must_use]
    pub fn alike(&self) -> String {
        format!("{:.0} %", self.likeness * 100.0)
    }

    /// Why the second job is near, in words: `14 of 16 competencies shared, 3 higher · pay +4 %`.
    #[must_use]
    pub fn reason(&self) -> String {
        let Self { shared, asked, higher, lower, .. } = *self;
        let mut words = format!("{shared} of {asked} competencies shared");
        for (count, word) in [(higher, "higher"), (lower, "lower")] {
            if count > 0 {
                words += &format!(", {count} {word}");
            }
        }
        words.extend(self.pay.map(|percent| match percent.round() {
            0.0 => " · about the same pay".to_owned(),
            percent => format!(" · pay {percent:+.0} %"),
        }));
        words += if self.same_family { " · same family" } else { " · another family" };
        words
    }
}

/// The move from one job to another. Where `pay` may not be told it does not count either, since
/// the kind of the move would tell it.
#[must_use]
pub fn between(library: &Library, likeness: &Likeness, from: usize, to: usize, pay: bool) -> Move {
    let (a, b) = (likeness.heights(from), likeness.heights(to));
    let (mut shared, mut higher, mut lower) = (0, 0, 0);
    for (number, height) in b {
        if let Ok(at) = a.binary_search_by_key(number, |(known, _)| *known) {
            shared += 1;
            higher += usize::from(*height > a[at].1);
            lower += usize::from(*height < a[at].1);
        }
    }
    let percent = if pay { percent(library, from, to) } else { None };
    let total = |job: usize| likeness.totals.get(job).copied().unwrap_or_default();
    // Both counts are far below what a float holds exactly.
    let all = (a.len() + b.len() - shared).max(1) as f32;
    let family = |job: usize| library.jobs().get(job).and_then(|job| job.family());
    Move {
        job: to,
        likeness: likeness.between(from, to),
        shared,
        asked: b.len(),
        higher,
        lower,
        pay: percent,
        same_family: family(from).is_some() && family(from) == family(to),
        kind: kind((total(to) - total(from)) / all, percent),
    }
}

/// How much more the second job pays: of base pay, else of total pay.
fn percent(library: &Library, from: usize, to: usize) -> Option<f64> {
    match pay_cells(library, &[from, to], 0).pop()?.difference {
        PayDifference::By { base, total } => base.or(total).map(|(_, percent)| percent),
        _ => None,
    }
}

fn kind(rise: f32, percent: Option<f64>) -> Kind {
    let percent = percent.unwrap_or_default();
    let (more, less) = (percent >= MORE, percent <= -MORE);
    if rise >= HIGHER {
        if less { Kind::Lateral } else { Kind::Advancement }
    } else if more {
        Kind::LateralAdvancement
    } else if rise <= -HIGHER || less {
        Kind::StepBack
    } else {
        Kind::Lateral
    }
}
