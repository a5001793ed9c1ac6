//! The one table of keys: dispatch, the footer, the palette and the README are all made from it.

mod key;
mod table;

pub use key::{Key, parse_script};
pub use table::TABLE;

use super::app::Command;
use super::pane::detail::DetailAction;
use super::pane::list::ListAction;
use super::pane::tree::TreeAction;
use super::view::compare::CompareAction;
use super::view::gap::GapAction;
use super::view::near::NearAction;
use super::view::route::RouteAction;
use super::widget::input::Edit;
use std::collections::HashMap;

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// In any pane, while nothing is being typed.
    Everywhere,
    /// In the list of jobs.
    List,
    /// While typing a filter.
    Filter,
    /// In the facts about a job.
    Detail,
    /// In the tree of its competencies.
    Tree,
    /// Where jobs stand side by side.
    Compare,
    /// In what lies between two jobs.
    Gap,
    /// Among the jobs that are near one.
    Near,
    /// On a way from one job to another.
    Route,
    /// While typing a text to find.
    Find,
    /// In the palette.
    Palette,
    /// In a list over the panes: problems, changes.
    Listing,
    /// While typing the name of a document.
    Save,
    /// While typing anything.
    Typing,
}

impl Place {
    /// All places, in the order in which help tells of them.
    pub const ALL: [Place; 14] = [
        Place::Everywhere,
        Place::List,
        Place::Filter,
        Place::Detail,
        Place::Tree,
        Place::Compare,
        Place::Gap,
        Place::Near,
        Place::Route,
        Place::Find,
        Place::Palette,
        Place::Listing,
        Place::Save,
        Place::Typing,
    ];

    /// Whether its keys are commands worth looking for from elsewhere. Those of a box that waits
    /// for an answer are not.
    #[must_use]
    pub fn has_commands(self) -> bool {
        use Place::{Everywhere, Listing, Palette, Save, Typing};
        !matches!(self, Everywhere | Palette | Listing | Save | Typing)
    }

    /// Its name in help.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Place::Everywhere => "any pane",
            Place::List => "list",
            Place::Filter => "filter",
            Place::Detail => "detail",
            Place::Tree => "tree",
            Place::Compare => "compare",
            Place::Gap => "gap",
            Place::Near => "near jobs",
            Place::Route => "route",
            Place::Find => "find",
            Place::Palette => "palette",
            Place::Listing => "problems, changes",
            Place::Save => "saving",
            Place::Typing => "typing",
        }
    }

    /// The place whose keys hold where this one has none of its own.
    #[must_use]
    fn behind(self) -> Option<Place> {
        match self {
            Place::List
            | Place::Detail
            | Place::Tree
            | Place::Compare
            | Place::Gap
            | Place::Near
            | Place::Route => Some(Place::Everywhere),
            Place::Filter | Place::Find | Place::Palette | Place::Save => Some(Place::Typing),
            Place::Everywhere | Place::Typing | Place::Listing => None,
        }
    }
}

/// How far the cursor goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Half a screen up.
    HalfUp,
    /// Half a screen down.
    HalfDown,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
}

impl Step {
    /// Where a cursor at `at` gets among `count` rows, of which `page` fit on the screen.
    #[must_use]
    pub fn from(self, at: usize, count: usize, page: usize) -> usize {
        let page = page.max(1);
        let half = (page / 2).max(1);
        let last = count.saturating_sub(1);
        match self {
            Step::Up => at.saturating_sub(1),
            Step::Down => at.saturating_add(1),
            Step::HalfUp => at.saturating_sub(half),
            Step::HalfDown => at.saturating_add(half),
            Step::PageUp => at.saturating_sub(page),
            Step::PageDown => at.saturating_add(page),
            Step::Top => 0,
            Step::Bottom => last,
        }
        .min(last)
    }
}

/// What a key does. Each pane says what its own actions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Moves the cursor of the pane that the keys go to.
    Move(Step),
    /// Something about the whole program.
    App(Command),
    /// Something in the list.
    List(ListAction),
    /// Something in the facts.
    Detail(DetailAction),
    /// Something in the tree.
    Tree(TreeAction),
    /// Something in a comparison.
    Compare(CompareAction),
    /// Something in a gap.
    Gap(GapAction),
    /// Something among near jobs.
    Near(NearAction),
    /// Something on a route.
    Route(RouteAction),
    /// Changes the text that is being typed.
    Edit(Edit),
}

/// One row of the table: these keys, there, do this.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where.
    pub place: Place,
    /// The keys, as in key scripts; several keys in one text are pressed one after the other.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// The same as a sentence.
    pub sentence: &'static str,
    /// Its word in the footer and how soon it stands there; 0 stands first.
    pub hint: Option<(u8, &'static str)>,
}

/// The table, ready to be asked.
#[derive(Debug)]
pub struct Keymap {
    bindings: HashMap<(Place, Vec<Key>), usize>,
}

const QUIT: Meaning = Meaning::Action(Action::App(Command::Quit));

/// What the keys pressed so far mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This.
    Action(Action),
    /// Another key must follow.
    Prefix,
    /// Nothing.
    Nothing,
}

impl Default for Keymap {
    fn default() -> Self {
        let keys = |text: &str| parse_script(text).unwrap_or_default();
        let of = |(i, b): (usize, &'static Binding)| b.keys.iter().map(move |k| ((b.place, k), i));
        let bindings = TABLE
            .iter()
            .enumerate()
            .flat_map(of)
            .map(|((place, text), i)| ((place, keys(text)), i))
            .collect();
        Self { bindings }
    }
}

impl Keymap {
    /// What `keys` mean at a place, or in the place behind it. Ctrl-C quits behind any key.
    #[must_use]
    pub fn meaning(&self, at: Place, keys: &[Key]) -> Meaning {
        let mut place = Some(at);
        while let Some(here) = place {
            if let Some(index) = self.bindings.get(&(here, keys.to_vec())) {
                return Meaning::Action(TABLE[*index].action);
            }
            let prefix = |(p, k): &(Place, Vec<Key>)| *p == here && k.starts_with(keys);
            if self.bindings.keys().any(prefix) {
                return Meaning::Prefix;
            }
            place = here.behind();
        }
        match keys {
            // Whoever wants out need not know that a key waits for another.
            [_, .., last] if !last.modifiers.is_empty() && self.quits(at, *last) => QUIT,
            _ => Meaning::Nothing,
        }
    }

    fn quits(&self, place: Place, key: Key) -> bool {
        self.meaning(place, &[key]) == QUIT
    }
}

/// The bindings that can be used in `place`, its own first; those behind it whose keys all mean
/// something else here cannot.
pub fn usable_in(place: Place) -> impl Iterator<Item = &'static Binding> {
    let of = |place: Option<Place>| TABLE.iter().filter(move |b| Some(b.place) == place);
    let is_taken = move |key: &&str| of(Some(place)).any(|own| own.keys.contains(key));
    let is_left = move |binding: &&Binding| !binding.keys.iter().all(is_taken);
    of(Some(place)).chain(of(place.behind()).filter(is_left))
}

/// What may follow a key that waits for another: the key and the sentence.
pub fn following(place: Place, prefix: Key) -> impl Iterator<Item = (String, &'static str)> {
    usable_in(place).flat_map(move |binding| {
        let keys = binding.keys.iter().filter_map(move |text| {
            let keys = parse_script(text).ok()?;
            (keys.len() > 1 && keys[0] == prefix).then(|| (shown(&keys[1..]), binding.sentence))
        });
        keys.collect::<Vec<_>>()
    })
}

fn shown(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

impl Binding {
    /// The keys as people read them: `j ↓`, `Ctrl-d`, `y t`.
    #[must_use]
    pub fn keys_shown(&self) -> Vec<String> {
        let keys = |text: &&str| parse_script(text).map(|keys| shown(&keys)).unwrap_or_default();
        match self.keys {
            // Ten digits in a row are told as a range.
            ["0", .., "9"] => vec!["0–9".to_owned()],
            several => several.iter().map(keys).collect(),
        }
    }

    /// The first key as people read it.
    #[must_use]
    pub fn first_key(&self) -> String {
        self.keys_shown().into_iter().next().unwrap_or_default()
    }
}

/// The table as Markdown, a row a binding: what the README shows.
#[must_use]
pub fn as_markdown() -> String {
    let mut out = String::from("| where | keys | what they do |\n|---|---|---|\n");
    for place in Place::ALL {
        for binding in TABLE.iter().filter(|b| b.place == place) {
            let code = |key: String| format!("`{}`", key.replace('|', "\\|"));
            let keys: Vec<String> = binding.keys_shown().into_iter().map(code).collect();
            let row = format!("| {} | {} | {} |\n", place.word(), keys.join(" "), binding.sentence);
            out.push_str(&row);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_key_of_the_table_can_be_read_and_stands_once_a_place() {
        let mut seen = HashSet::new();
        for binding in TABLE {
            for text in binding.keys {
                let keys = parse_script(text).unwrap();
                assert!(!keys.is_empty(), "{text}");
                assert!(seen.insert((binding.place, keys)), "{text} twice in {:?}", binding.place);
            }
            assert!(
                binding.sentence.ends_with(|c: char| c.is_alphanumeric()),
                "{}",
                binding.sentence
            );
        }
    }

    #[test]
    fn no_key_hides_a_longer_one() {
        let keymap = Keymap::default();
        for binding in TABLE {
            for text in binding.keys {
                let keys = parse_script(text).unwrap();
                for length in 1..keys.len() {
                    let meaning = keymap.meaning(binding.place, &keys[..length]);
                    assert_eq!(meaning, Meaning::Prefix, "{text}");
                }
                assert_eq!(keymap.meaning(binding.place, &keys), Meaning::Action(binding.action));
            }
        }
    }

    #[test]
    fn ctrl_c_quits_behind_a_key_that_waits_for_another() {
        let keymap = Keymap::default();
        let keys = |text: &str| parse_script(text).unwrap();
        for place in Place::ALL.into_iter().filter(|place| place.behind().is_some()) {
            assert_eq!(keymap.meaning(place, &keys("g<c-c>")), QUIT, "{place:?}");
        }
        assert_eq!(keymap.meaning(Place::List, &keys("gq")), Meaning::Nothing);
    }

    #[test]
    fn every_letter_has_a_twin_or_stands_in_the_palette() {
        // The palette lists the whole table, so a binding without an arrow or function key is
        // reachable there; this holds the arrows for moving.
        for action in [Step::Up, Step::Down, Step::PageUp, Step::PageDown, Step::Top, Step::Bottom]
        {
            let binding = TABLE.iter().find(|b| b.action == Action::Move(action)).unwrap();
            assert!(binding.keys.iter().any(|k| k.starts_with('<') && !k.starts_with("<c-")));
        }
    }

    #[test]
    fn steps_stay_on_a_row() {
        for step in [Step::Up, Step::Down, Step::HalfDown, Step::PageUp, Step::Bottom, Step::Top] {
            for at in 0..5 {
                assert!(step.from(at, 5, 3) < 5);
            }
            assert_eq!(step.from(0, 0, 0), 0);
        }
    }
}
