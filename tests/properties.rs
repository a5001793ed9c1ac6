//! Whatever is pressed, pasted, clicked, resized or reloaded: no panic, and the cursor is on a row.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may end where it stands")]

mod support;

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use proptest::sample::select;
use rolebook::model::{Library, Parts};
use rolebook::tui::app::App;
use rolebook::tui::effect::Effect;
use rolebook::tui::keymap::{Key, TABLE, parse_script};
use rolebook::tui::message::Msg;
use rolebook::tui::scout::Scout;
use std::sync::{Arc, LazyLock};
use support::cursor::assert_cursor_on_a_row;
use support::edges::EDGES;
use support::picture::drawn;
use support::{assert_clean, drive, library, options};

/// What happens to the program.
#[derive(Debug, Clone)]
enum Happening {
    Keys(Vec<Key>),
    Paste(String),
    Mouse(MouseEvent),
    Resize(u16, u16),
    /// The folder has been read again and is this library now.
    Load(usize),
    NotLoaded,
}

/// A folder as it may be found at one time or another.
static FOLDERS: LazyLock<Vec<Arc<Library>>> = LazyLock::new(|| {
    let without = |gone: &str| {
        let rest: Vec<_> = EDGES.iter().copied().filter(|(path, _)| !path.contains(gone)).collect();
        library(&rest)
    };
    let changed: Vec<(&str, String)> = EDGES
        .iter()
        .map(|(path, text)| {
            (*path, text.replace("- Negotiation: ", "- Bargaining: 2\n    - New: "))
        })
        .collect();
    let changed: Vec<(&str, &str)> = changed.iter().map(|(p, t)| (*p, t.as_str())).collect();
    let whole = library(EDGES);
    let part = Library::new(Parts {
        settings: Arc::default(),
        competencies: whole.competencies().to_vec(),
        jobs: whole.jobs()[..3].to_vec(),
        problems: Vec::new(),
        complete: false,
    });
    vec![
        whole,
        Arc::new(Library::default()),
        Arc::new(part),
        library(&[]),
        without("operations"),
        without("competencies/"),
        without("harbour-pilot"),
        library(&changed),
        support::shipped(),
    ]
});

fn keys() -> impl Strategy<Value = Vec<Key>> {
    let of_the_table: Vec<Vec<Key>> =
        TABLE.iter().flat_map(|b| b.keys).map(|text| parse_script(text).unwrap()).collect();
    let letters = "[ a-zA-Z0-9!'^$é物\u{301}]".prop_map(|text| parse_script(&text).unwrap());
    // Random keys alone would hardly ever mark two jobs and compare them.
    let views = ["gg<space>j<space>jj<space>c", "gg<space>G<space>c<tab>", "cl<tab>x"];
    let views = views.map(|text| parse_script(text).unwrap()).to_vec();
    prop_oneof![8 => select(of_the_table), 4 => letters, 1 => select(views)]
}

fn mouse() -> impl Strategy<Value = MouseEvent> {
    let kinds = vec![
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::Down(MouseButton::Right),
        MouseEventKind::ScrollDown,
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollLeft,
        MouseEventKind::Moved,
    ];
    let near = (0_u16..130, 0_u16..45);
    let place = prop_oneof![4 => near, 1 => (any::<u16>(), any::<u16>())];
    (select(kinds), place).prop_map(|(kind, (column, row))| MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    })
}

fn happening() -> impl Strategy<Value = Happening> {
    let usual = select(vec![(40, 10), (80, 24), (90, 12), (120, 40), (150, 30), (200, 60)]);
    let size = prop_oneof![3 => usual, 1 => (0_u16..=600, 0_u16..=300)];
    prop_oneof![
        12 => keys().prop_map(Happening::Keys),
        1 => "[a-z \u{1b}\u{202e}\n港]{0,12}".prop_map(Happening::Paste),
        3 => mouse().prop_map(Happening::Mouse),
        1 => size.prop_map(|(columns, rows)| Happening::Resize(columns, rows)),
        1 => (0..FOLDERS.len()).prop_map(Happening::Load),
        1 => Just(Happening::NotLoaded),
    ]
}

/// Lets it happen; what is looked for is found at once. Returns what the world is asked for.
fn happen(app: &mut App, happening: &Happening) -> Vec<Effect> {
    let effects = asked_by(app, happening);
    for effect in &effects {
        if let Effect::Seek(question) = effect {
            let answer = Scout::default().find(app.index().library().clone(), question.clone());
            app.update(Msg::Found(Box::new(answer)));
        }
    }
    effects
}

fn asked_by(app: &mut App, happening: &Happening) -> Vec<Effect> {
    let input = |app: &mut App, event| app.update(Msg::Input(vec![event]));
    match happening {
        Happening::Keys(keys) => {
            keys.iter().flat_map(|key| input(app, Event::Key((*key).into()))).collect()
        }
        Happening::Paste(text) => input(app, Event::Paste(text.clone())),
        Happening::Mouse(event) => input(app, Event::Mouse(*event)),
        Happening::Resize(columns, rows) => input(app, Event::Resize(*columns, *rows)),
        Happening::Load(folder) => {
            app.update(Msg::loaded(FOLDERS[*folder].clone(), Some(app.index())))
        }
        Happening::NotLoaded => {
            app.update(Msg::NotLoaded { sentence: "there is no folder here".to_owned() })
        }
    }
}

fn quits(happening: &Happening) -> bool {
    let Happening::Keys(keys) = happening else { return false };
    keys.iter().any(|key| ["q", "Ctrl-c", "Enter"].contains(&key.to_string().as_str()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_may_happen_in_any_order(
        start in 0..FOLDERS.len(),
        happenings in proptest::collection::vec(happening(), 1..40),
    ) {
        let mut app = drive(&FOLDERS[start], (120, 40), "");
        for happening in &happenings {
            let effects = happen(&mut app, happening);
            if effects.contains(&Effect::Quit) {
                // Enter runs a command of the palette, which may be the one that quits.
                prop_assert!(quits(happening), "{happening:?}");
            }
            assert_cursor_on_a_row(&app);
            let (frame, caret) = drawn(&app);
            assert_clean(&frame);
            prop_assert!(caret.is_none_or(|(x, y)| x < app.size().0 && y < app.size().1));
            // What is hinted at can be done, and what the screen says of itself can be asked.
            drop(app.hints());
        }
    }

    #[test]
    fn marks_selection_and_filter_survive_reading_the_same_folder_again(
        keys in proptest::collection::vec(keys(), 0..30),
    ) {
        let mut app = drive(&FOLDERS[0], (120, 40), "");
        for keys in &keys {
            happen(&mut app, &Happening::Keys(keys.clone()));
        }
        let seen = |app: &App| {
            let (marks, job) = (app.marks().to_vec(), app.list.selected().cloned());
            (marks, job, app.list.filter.text().to_owned(), drawn(app).0)
        };
        // Whoever asked for it has been told that it was read again.
        happen(&mut app, &Happening::Load(0));
        // A first key has been pressed, so that the selection is somebody's own.
        happen(&mut app, &Happening::Keys(parse_script("<end>").unwrap()));
        let before = seen(&app);
        happen(&mut app, &Happening::Load(0));
        prop_assert_eq!(seen(&app), before);
    }

    #[test]
    fn a_batch_of_keys_ends_where_they_end_one_by_one(
        keys in proptest::collection::vec(keys(), 0..30),
    ) {
        let keys: Vec<Key> = keys.concat();
        let mut one_by_one = drive(&FOLDERS[0], (120, 40), "");
        let mut at_once = drive(&FOLDERS[0], (120, 40), "");
        happen(&mut one_by_one, &Happening::Keys(keys.clone()));
        at_once.update(Msg::Input(keys.iter().map(|k| Event::Key((*k).into())).collect()));
        prop_assert_eq!(one_by_one.list.selected(), at_once.list.selected());
        prop_assert_eq!(one_by_one.marks(), at_once.marks());
        prop_assert_eq!(one_by_one.focus(), at_once.focus());
    }
}

#[test]
fn a_program_without_any_library_can_be_used_as_well() {
    let mut app = App::new(options((80, 24)));
    for binding in TABLE {
        for text in binding.keys {
            happen(&mut app, &Happening::Keys(parse_script(text).unwrap()));
            assert_clean(&drawn(&app).0);
        }
    }
}
