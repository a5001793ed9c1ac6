//! What kind of a move it is from one job to another.

use super::Likeness;
use crate::compare::{Cell, Median, PayDifference, by_scale, matrix, pay_pair};
use crate::model::{Library, distance, percent, steps};

/// From this share of a scale on, on average over all competencies, a job stands higher.
pub(super) const HIGHER: f32 = 0.05;

/// From this many per cent of median pay on a job pays more.
pub(super) const MORE: f64 = 5.0;

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

/// How the kinds of moves are told apart, in words. `HIGHER` and `MORE` are its numbers.
pub const KINDS: &str = "An advancement has levels that are higher by 5 % of the scale or more, on \
    average over all competencies of both jobs, and does not pay 5 % less; a lateral advancement \
    has no such levels but a median pay that is 5 % higher or more; a step back has neither, and \
    levels or a pay that are 5 % lower or more; every other move is lateral.";

/// How many level steps lie between two jobs on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Climb {
    /// The scale's name.
    pub scale: String,
    /// How many steps up, what is new included.
    pub up: f64,
    /// How many steps down, what falls away included.
    pub down: f64,
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
    /// How many only the second one asks for.
    pub new: usize,
    /// How many only the first one asks for.
    pub falling_away: usize,
    /// The level steps up and down, a scale an entry.
    pub climbs: Vec<Climb>,
    /// How much more the second one pays, in per cent of median pay; `None` where that cannot be
    /// told, or may not be.
    pub pay: Option<f64>,
    /// What a reader must know beside that figure.
    pub pay_caveat: Option<&'static str>,
    /// Why the pay of both is not held against each other, where both files tell of some.
    pub pay_apart: Option<String>,
    /// Whether both are of one family; `None` where a file does not say.
    pub same_family: Option<bool>,
    /// The median pay a year of both jobs in the records that are held against each other, with
    /// its currency and whether it was worked out from pay by another period.
    pub medians: [Option<(f64, String, bool)>; 2],
    /// What kind of a move it is.
    pub kind: Kind,
}

/// The median pay a year of a job on a way, in the record that is held against that of the job
/// before, or of the next one at the start.
#[must_use]
pub fn rung_median(moves: &[Move], rung: usize) -> Option<Median<'_>> {
    let (at, side) = rung.checked_sub(1).map_or((0, 0), |at| (at, 1));
    moves.get(at)?.median(side)
}

impl Move {
    /// The median pay a year of the first job, 0, or of the second one, 1.
    #[must_use]
    pub fn median(&self, side: usize) -> Option<Median<'_>> {
        let (value, currency, is_estimated) = self.medians.get(side)?.as_ref()?;
        Some(Median { value: *value, currency, is_estimated: *is_estimated })
    }

    /// How alike the two are, in figures: `72 %`.
    #[must_use]
    pub fn alike(&self) -> String {
        format!("{:.0} %", self.likeness * 100.0)
    }

    /// Why the second job is near, and what the kind of the move comes from:
    /// `4 competencies shared, 13 new, 2 fall away · 12 steps up, 5 down · pay −26 % · same family`.
    #[must_use]
    pub fn reason(&self) -> String {
        let mut parts = vec![self.competencies()];
        parts.extend(self.levels());
        parts.extend(self.pay.map(|value| {
            let told = match value.round() {
                0.0 => "about the same pay".to_owned(),
                value => format!("pay {}", percent(value, 0)),
            };
            match self.pay_caveat {
                Some(caveat) => format!("{told} ({caveat})"),
                None => told,
            }
        }));
        parts.extend(self.pay_apart.as_ref().map(|why| format!("pay not comparable: {why}")));
        let family = match self.same_family {
            Some(true) => "same family",
            Some(false) => "another family",
            None => "family not in file",
        };
        parts.push(family.to_owned());
        parts.join(" · ")
    }

    /// Both counts of competencies in one: what is shared, and what each has besides.
    fn competencies(&self) -> String {
        let Self { shared, new, falling_away, .. } = *self;
        let noun = if shared == 1 { "competency" } else { "competencies" };
        let mut words = match (shared, new + falling_away) {
            (2, 0) => "both competencies shared".to_owned(),
            (3.., 0) => format!("all {shared} {noun} shared"),
            _ => format!("{shared} {noun} shared"),
        };
        if new > 0 {
            words += &format!(", {new} new");
        }
        match falling_away {
            0 => {}
            1 => words += ", 1 falls away",
            several => words += &format!(", {several} fall away"),
        }
        words
    }

    /// The level steps: `12 steps up, 5 down`; with several scales each by its name.
    fn levels(&self) -> Option<String> {
        let told = |climb: &Climb| {
            let up = (climb.up > 0.0).then(|| format!("{} up", steps(climb.up)));
            let down = (climb.down > 0.0).then(|| match &up {
                Some(_) => format!("{} down", distance(climb.down)),
                None => format!("{} down", steps(climb.down)),
            });
            let words: Vec<String> = up.into_iter().chain(down).collect();
            let words = words.join(", ");
            if self.climbs.len() > 1 { format!("{words} on “{}”", climb.scale) } else { words }
        };
        let told: Vec<String> = self.climbs.iter().map(told).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }
}

/// The move from one job to another. Where `pay` may not be told it does not count either, since
/// the kind of the move would tell it.
#[must_use]
pub fn between(library: &Library, likeness: &Likeness, from: usize, to: usize, pay: bool) -> Move {
    let (mut shared, mut new, mut falling_away) = (0, 0, 0);
    let mut climbs: Vec<Climb> = Vec::new();
    for row in matrix(library, &[from, to]) {
        let Some(name) = row.name.filter(|_| row.cells.iter().all(Cell::is_told)) else {
            continue;
        };
        match (row.cells[0].asks(), row.cells[1].asks()) {
            (true, true) => shared += 1,
            (false, true) => new += 1,
            (true, false) => falling_away += 1,
            (false, false) => {}
        }
        let above = row.above(0, 1);
        if above == 0.0 {
            continue;
        }
        let scale = library.scale_name(name);
        let at = climbs.iter().position(|climb| climb.scale == scale).unwrap_or_else(|| {
            climbs.push(Climb { scale: scale.to_owned(), up: 0.0, down: 0.0 });
            climbs.len() - 1
        });
        climbs[at].up += above.max(0.0);
        climbs[at].down += (-above).max(0.0);
    }
    climbs.sort_by(|a, b| by_scale(&a.scale, &b.scale));
    let pay = if pay { PayOf::of(library, from, to) } else { PayOf::default() };
    let total = |job: usize| likeness.totals.get(job).copied().unwrap_or_default();
    // The count is far below what a float holds exactly.
    let all = (shared + new + falling_away).max(1) as f32;
    let family = |job: usize| library.jobs().get(job).and_then(|job| job.family());
    Move {
        job: to,
        likeness: likeness.between(from, to),
        shared,
        new,
        falling_away,
        climbs,
        pay: pay.percent,
        pay_caveat: pay.caveat,
        pay_apart: pay.apart,
        medians: pay.medians,
        same_family: family(from).zip(family(to)).map(|(from, to)| from == to),
        kind: kind((total(to) - total(from)) / all, pay.percent),
    }
}

/// How much more the second job pays, of base pay, else of total pay, and what must be known of it.
#[derive(Default)]
struct PayOf {
    percent: Option<f64>,
    caveat: Option<&'static str>,
    apart: Option<String>,
    medians: [Option<(f64, String, bool)>; 2],
}

impl PayOf {
    fn of(library: &Library, from: usize, to: usize) -> Self {
        let pair = pay_pair(library, from, to);
        let kept = |median: Median<'_>| (median.value, median.currency.into(), median.is_estimated);
        let medians = pair.medians().map(|median| median.map(kept));
        let both = pair.views.iter().all(Option::is_some);
        match pair.difference {
            PayDifference::By { base, total, caveat } => {
                let percent = base.or(total).map(|(_, percent)| percent);
                Self { percent, caveat, apart: None, medians }
            }
            // What exactly stands where is told where both are compared.
            PayDifference::None(why) if both => {
                let apart = why.split(':').next().map(str::to_owned);
                Self { apart, medians, ..Self::default() }
            }
            _ => Self { medians, ..Self::default() },
        }
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
