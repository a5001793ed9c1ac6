//! The plan with times made up.

#![allow(clippy::expect_used, reason = "a test may end where it stands")]

use super::*;

const MS: Duration = Duration::from_millis(1);

fn changed(name: &str) -> Event {
    Event::Changed(name.into())
}

fn paths(names: &[&str]) -> HashSet<PathBuf> {
    names.iter().map(PathBuf::from).collect()
}

/// Takes the look that is due now, in no time.
fn take(plan: &mut Plan, now: Instant) -> Look {
    let look = plan.due(now).expect("nothing is due");
    plan.looked(&look, None, now);
    look
}

#[test]
fn a_save_is_looked_at_when_it_is_calm_and_nothing_else_is() {
    let now = Instant::now();
    let mut plan = Plan::with_events(now);
    plan.hear(changed("a"), now);
    plan.hear(changed("b"), now + 15 * MS);
    assert_eq!(plan.due(now + 30 * MS), None);
    assert_eq!(plan.next(), now + 35 * MS);
    let look = take(&mut plan, now + 35 * MS);
    assert_eq!(look.paths, paths(&["a", "b"]));
    assert!(!look.everything && look.quiet.is_zero());
    assert_eq!(plan.next(), now + 35 * MS + ROOT);
}

#[test]
fn what_never_becomes_calm_is_looked_at_all_the_same() {
    let now = Instant::now();
    let mut plan = Plan::with_events(now);
    for step in 0..40 {
        plan.hear(changed("log"), now + step * 10 * MS);
    }
    assert_eq!(plan.next(), now + RESTLESS);
}

/// When files that are saved after these pauses, in milliseconds, are looked at; all of them are.
fn looks(pauses: impl Iterator<Item = u32>) -> Vec<u128> {
    let start = Instant::now();
    let mut plan = Plan::with_events(start);
    let (mut now, mut saved, mut seen, mut looks) = (start, 0, 0, Vec::new());
    let mut look = |plan: &mut Plan, until: Instant| {
        while plan.next() <= until {
            let now = plan.next();
            let look = take(plan, now);
            seen += look.paths.len();
            looks.extend((!look.paths.is_empty()).then(|| (now - start).as_millis()));
        }
    };
    for pause in pauses {
        now += pause * MS;
        look(&mut plan, now);
        plan.hear(changed(&saved.to_string()), now);
        saved += 1;
    }
    look(&mut plan, now + ROOT);
    assert_eq!(seen, saved);
    looks
}

#[test]
fn many_files_at_once_are_few_looks() {
    // A checkout of 300 files, and one that stops for a moment now and then.
    let looks_at = looks((0..300).map(|_| 1));
    assert!(looks_at.len() <= 2, "{looks_at:?}");
    let looks_at = looks((0..300).map(|file| if file % 100 == 99 { 30 } else { 1 }));
    assert!(looks_at.len() <= 3, "{looks_at:?}");
}

#[test]
fn a_stream_of_saves_is_looked_at_soon_and_then_at_a_steady_pace() {
    for pauses in [[7, 7], [3, 25]] {
        let looks_at = looks((0..300).map(|file| pauses[usize::from(file % 4 == 3)]));
        let steady = looks_at.iter().position(|at| *at >= 100).unwrap_or_default();
        assert!(looks_at[0] < 300 && steady <= 3, "{pauses:?}: {looks_at:?}");
        let apart = looks_at[steady..].windows(2).map(|two| two[1] - two[0]);
        let most = apart.clone().max().unwrap_or_default();
        assert!(most <= 300, "{pauses:?}: {looks_at:?}");
        assert!(apart.min() >= Some(160), "{pauses:?}: {looks_at:?}");
    }
}

#[test]
fn a_file_that_is_written_is_left_alone_until_it_is_closed() {
    let now = Instant::now();
    let mut plan = Plan::with_events(now);
    plan.hear(Event::Writing("a".into()), now);
    plan.hear(changed("b"), now);
    let look = take(&mut plan, now + CALM);
    assert_eq!((look.paths, look.writing), (paths(&["b"]), paths(&["a"])));
    plan.hear(changed("a"), now + 600 * MS);
    let look = take(&mut plan, now + 620 * MS);
    assert_eq!((look.paths, look.writing), (paths(&["a"]), paths(&[])));
}

#[test]
fn a_file_that_is_never_closed_is_read_two_seconds_after_the_last_word_of_it() {
    let start = Instant::now();
    let mut plan = Plan::with_events(start);
    let last = start + 3 * 1_900 * MS;
    for piece in 0..4 {
        let now = start + piece * 1_900 * MS;
        while plan.next() <= now {
            let next = plan.next();
            let look = take(&mut plan, next);
            assert_eq!((look.paths, look.writing), (paths(&[]), paths(&["a"])));
        }
        plan.hear(Event::Writing("a".into()), now);
    }
    while plan.next() < last + OPEN {
        let next = plan.next();
        assert_eq!(take(&mut plan, next).paths, paths(&[]));
    }
    let look = take(&mut plan, last + OPEN);
    assert_eq!((look.paths, look.writing), (paths(&["a"]), paths(&[])));
}

#[test]
fn a_file_that_is_written_without_end_is_read_from_time_to_time() {
    let start = Instant::now();
    let mut plan = Plan::with_events(start);
    let read = (0..250).filter(|step| {
        let now = start + *step * 100 * MS;
        plan.hear(Event::Writing("log".into()), now);
        plan.next() <= now && !take(&mut plan, now).paths.is_empty()
    });
    assert_eq!(read.collect::<Vec<_>>(), [100, 201]);
}

#[test]
fn everything_is_looked_at_when_something_was_lost_or_the_program_was_stopped() {
    let now = Instant::now();
    let mut plan = Plan::with_events(now);
    plan.hear(Event::Lost, now);
    assert!(take(&mut plan, now).everything);
    let later = now + ROOT;
    assert!(!take(&mut plan, later).everything);
    assert!(take(&mut plan, later + ROOT + LATE).everything);
}

#[test]
fn looking_at_everything_takes_a_small_part_of_the_time() {
    let start = Instant::now();
    for (mut plan, pause, share) in
        [(Plan::by_polling(start), OFTEN, 50), (Plan::with_events(start), RARELY, 200)]
    {
        let mut now = start + pause;
        for took in [2 * MS, 40 * MS, 900 * MS] {
            while !plan.due(now).is_some_and(|look| {
                let end = now + if look.everything { took } else { Duration::ZERO };
                plan.looked(&look, None, end);
                look.everything
            }) {
                now = plan.next();
            }
            assert_eq!(plan.everything, now + took + pause.max(share * took));
            now = plan.next();
        }
    }
}

#[test]
fn without_events_a_file_must_be_quiet_and_what_was_passed_over_is_asked_for_again() {
    let now = Instant::now();
    let mut plan = Plan::by_polling(now);
    let look = plan.due(now + OFTEN).expect("a look at everything");
    assert!(look.everything && look.quiet == QUIET);
    plan.looked(&look, Some(now + OFTEN + 300 * MS), now + OFTEN);
    assert_eq!(plan.next(), now + OFTEN + 300 * MS);
    assert!(!take(&mut plan, now + OFTEN + 300 * MS).everything);
}
