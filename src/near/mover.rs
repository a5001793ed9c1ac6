//! What kind of a move it is from one job to another.

use super::Likeness;
use crate::compare::{PayDifference, matrix, pay_pair};
use crate::model::{Library, percent, steps};

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
        parts.push(if self.same_family { "same family" } else { "another family" }.to_owned());
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
                Some(_) => format!("{} down", (climb.down * 100.0).round() / 100.0),
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
        let Some(name) = row.name else { continue };
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
    let (percent, pay_caveat) = if pay { percent_of(library, from, to) } else { (None, None) };
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
        pay: percent,
        pay_caveat,
        same_family: family(from).is_some() && family(from) == family(to),
        kind: kind((total(to) - total(from)) / all, percent),
    }
}

/// How much more the second job pays, of base pay, else of total pay, and what must be known of it.
fn percent_of(library: &Library, from: usize, to: usize) -> (Option<f64>, Option<&'static str>) {
    match pay_pair(library, from, to).difference {
        PayDifference::By { base, total, caveat } => {
            (base.or(total).map(|(_, percent)| percent), caveat)
        }
        _ => (None, None),
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
