//! Where the parts of a document stand in its file: what an editor and a message need to know.

use super::{Figure, Place};

/// A key at the top of a document, one that a place is kept of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is the key of the file that it names
pub enum Key {
    Title,
    Code,
    Level,
    Family,
    Track,
    AlsoKnownAs,
    Status,
    Effective,
    Language,
    Education,
    Experience,
    Requires,
    Conditions,
    ReportsTo,
    Summary,
    Responsibilities,
    Salary,
    Declared,
    Competencies,
    Source,
    Name,
    Scale,
    Definition,
    Levels,
    Currency,
    Retrieved,
}

impl Key {
    const NAMES: [(&'static str, Key); 26] = [
        ("title", Key::Title),
        ("code", Key::Code),
        ("level", Key::Level),
        ("family", Key::Family),
        ("track", Key::Track),
        ("also_known_as", Key::AlsoKnownAs),
        ("status", Key::Status),
        ("effective", Key::Effective),
        ("language", Key::Language),
        ("education", Key::Education),
        ("experience", Key::Experience),
        ("requires", Key::Requires),
        ("conditions", Key::Conditions),
        ("reports_to", Key::ReportsTo),
        ("summary", Key::Summary),
        ("responsibilities", Key::Responsibilities),
        ("salary", Key::Salary),
        ("declared", Key::Declared),
        ("competencies", Key::Competencies),
        ("source", Key::Source),
        ("name", Key::Name),
        ("scale", Key::Scale),
        ("definition", Key::Definition),
        ("levels", Key::Levels),
        ("currency", Key::Currency),
        ("retrieved", Key::Retrieved),
    ];

    /// The key that a file calls so.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
    }
}

/// A part of a pay record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayPart {
    /// Its currency.
    Currency,
    /// The month or day of its figures.
    AsOf,
    /// A figure of base pay.
    Base(Figure),
    /// A figure of total pay.
    Total(Figure),
}

/// A part of a document. Requirements, items and behaviours are counted from 0 in the order of the
/// file; a shared competency counts as requirement 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// What stands behind a key of the document.
    Key(Key),
    /// One of several things behind a key.
    Item(Key, u16),
    /// A part of a pay record.
    Pay(u16, PayPart),
    /// A requirement, as [`super::Profile::requirements`] counts them: its name.
    Requirement(u16),
    /// The level that a requirement asks for.
    Required(u16),
    /// The definition of a requirement on the spot.
    Definition(u16),
    /// The number of a level that is described here.
    LevelText(u16, u8),
    /// A behaviour of such a level.
    Behaviour(u16, u8, u16),
}

/// Where the parts of a document stand. A library of sixteen thousand jobs holds a million of them,
/// so they are kept small.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The name and the level of each requirement.
    requirements: Vec<[Packed; 2]>,
    /// All others, sorted.
    others: Vec<(Spot, Packed)>,
    /// Rules that a comment allows to be broken, by line.
    allowed: Vec<(u32, &'static str)>,
}

impl Places {
    /// Where a part stands; `None` where it is not in the file.
    #[must_use]
    pub fn get(&self, spot: Spot) -> Option<Place> {
        let packed = match spot {
            Spot::Requirement(n) => self.requirements.get(usize::from(n))?[0],
            Spot::Required(n) => self.requirements.get(usize::from(n))?[1],
            _ => {
                let at = self.others.binary_search_by_key(&spot, |(known, _)| *known).ok()?;
                self.others[at].1
            }
        };
        packed.place()
    }

    /// The first of several parts that is in the file.
    #[must_use]
    pub fn first(&self, spots: impl IntoIterator<Item = Spot>) -> Option<Place> {
        spots.into_iter().find_map(|spot| self.get(spot))
    }

    /// Keeps a place. Those that are kept are found after [`Places::sort`].
    pub fn set(&mut self, spot: Spot, place: Place) {
        let packed = Packed::new(place);
        let (number, column) = match spot {
            Spot::Requirement(n) => (n, 0),
            Spot::Required(n) => (n, 1),
            _ => return self.others.push((spot, packed)),
        };
        let number = usize::from(number);
        if self.requirements.len() <= number {
            self.requirements.resize(number + 1, [Packed::default(); 2]);
        }
        self.requirements[number][column] = packed;
    }

    /// Says that a rule may be broken on a line.
    pub fn allow(&mut self, line: u32, rule: &'static str) {
        self.allowed.push((line, rule));
    }

    /// Whether a rule may be broken there.
    #[must_use]
    pub fn allows(&self, place: Option<Place>, rule: &str) -> bool {
        place.is_some_and(|place| {
            self.allowed.iter().any(|(line, name)| *line == place.line && *name == rule)
        })
    }

    /// Puts what was kept in order; the first of two places for one part is used.
    pub fn sort(&mut self) {
        self.others.sort_by_key(|(spot, _)| *spot);
        self.others.dedup_by_key(|(spot, _)| *spot);
        self.requirements.shrink_to_fit();
        self.others.shrink_to_fit();
    }
}

/// A line and a column in four bytes; 0 is none. A column or a line beyond its bits is told as the
/// last one that fits, which no file that people read reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Packed(
    /// The two halves of the number, so that a spot and its place stand without a gap between them.
    [u16; 2],
);

impl Packed {
    const COLUMN_BITS: u32 = 11;
    const LAST_COLUMN: u32 = (1 << Self::COLUMN_BITS) - 1;
    const LAST_LINE: u32 = u32::MAX >> Self::COLUMN_BITS;

    fn new(place: Place) -> Self {
        let line = place.line.min(Self::LAST_LINE);
        let packed = line << Self::COLUMN_BITS | place.column.min(Self::LAST_COLUMN);
        Self([(packed >> 16) as u16, packed as u16])
    }

    fn place(self) -> Option<Place> {
        let packed = u32::from(self.0[0]) << 16 | u32::from(self.0[1]);
        let (line, column) = (packed >> Self::COLUMN_BITS, packed & Self::LAST_COLUMN);
        (line > 0).then_some(Place { line, column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(line: u32, column: u32) -> Place {
        Place { line, column }
    }

    #[test]
    fn what_is_set_is_found_in_any_order() {
        let mut places = Places::default();
        let spots = [
            (Spot::Item(Key::Responsibilities, 1), at(9, 5)),
            (Spot::Key(Key::Title), at(1, 8)),
            (Spot::Required(2), at(30, 20)),
            (Spot::Requirement(2), at(30, 7)),
            (Spot::Behaviour(0, 3, 1), at(70, 9)),
            (Spot::Pay(0, PayPart::Base(Figure::Percentile(50))), at(12, 40)),
        ];
        spots.iter().for_each(|(spot, place)| places.set(*spot, *place));
        places.sort();
        for (spot, place) in spots {
            assert_eq!(places.get(spot), Some(place), "{spot:?}");
        }
        assert_eq!(places.get(Spot::Requirement(1)), None);
        assert_eq!(places.get(Spot::Key(Key::Code)), None);
        assert_eq!(places.first([Spot::Key(Key::Code), Spot::Key(Key::Title)]), Some(at(1, 8)));
    }

    #[test]
    fn far_away_is_told_as_far_as_it_fits() {
        assert_eq!(Packed::new(at(7, 1_000_000)).place(), Some(at(7, 2047)));
        assert_eq!(Packed::new(at(5_000_000, 1)).place(), Some(at(2_097_151, 1)));
        assert!(size_of::<(Spot, Packed)>() <= 10);
    }
}
