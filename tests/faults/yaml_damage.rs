//! Files that were good once: damaged at random, or cut off where their writer stopped for a while.

use super::corpus::corpus;
use super::cpu::{LABOUR, worked};
use super::yaml::SMALL_STACK;
use proptest::prelude::*;
use rolebook::model::Library;
use rolebook::store::{Folder, Look, Origin, parse_profiles};
use std::collections::HashSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// How many damaged files are read.
const DAMAGED: usize = 4_000;
/// The longest file that is damaged; the others take more time and have no other kinds of lines.
const LONGEST: usize = 8_000;

/// What holds of any file: it is read soon, and what is told of it can be shown and has a place
/// that is in it.
#[track_caller]
fn hold(bytes: &[u8]) {
    let before = worked();
    let jobs = parse_profiles(Path::new("a.yaml"), bytes);
    let work = worked() - before;
    assert!(work < LABOUR, "{work:?} for {:?}", bytes.escape_ascii().to_string());
    let line_ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    assert!(!jobs.is_empty());
    for job in jobs {
        for problem in &job.problems {
            assert!(!problem.sentence.chars().any(char::is_control), "{:?}", problem.sentence);
            let inside = problem.place.is_none_or(|place| {
                (1..=line_ends + 1).contains(&(place.line as usize)) && place.column > 0
            });
            assert!(inside, "{problem} for {:?}", bytes.escape_ascii().to_string());
        }
        assert!(job.profile.is_some() || !job.problems.is_empty());
    }
}

/// Numbers that are the same every time and look like chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % end.max(1)
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        start..start + self.below((length - start).min(40) + 1)
    }
}

/// The shipped profiles, and what of the corpus is not too long.
fn good_files() -> Vec<Vec<u8>> {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("profiles")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let mut inside: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        for path in inside {
            match path.is_dir() {
                true => folders.push(path),
                false => files.push(fs::read(path).unwrap()),
            }
        }
    }
    assert!(files.len() > 20, "{} files", files.len());
    files.extend(corpus().into_iter().map(|case| case.bytes));
    files.retain(|bytes| bytes.len() <= LONGEST);
    files
}

/// Does to a file what hands, merges and disks do: some of it is lost, doubled, moved, exchanged
/// with a part of another, or has a sign in the wrong place.
fn damage(bytes: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    const SIGNS: &[u8] = b"[]{}:,-?&*!|>'\"%@`#~ \t\n\r\x00\x1b\x7f\xc2\x85\xef\xbb\xbf\xff<=.\\0";
    let part = chance.range(bytes.len());
    match chance.below(7) {
        0 => drop(bytes.drain(part)),
        1 => drop(bytes.splice(part.start..part.start, bytes[part.clone()].to_vec())),
        2 => bytes.truncate(part.start),
        3 => drop(bytes.splice(part, other[chance.range(other.len())].to_vec())),
        4 => {
            let moved: Vec<u8> = bytes.drain(part).collect();
            let to = chance.below(bytes.len() + 1);
            drop(bytes.splice(to..to, moved));
        }
        5 if !bytes.is_empty() => bytes[part.start] ^= 1 << chance.below(8),
        _ => bytes.insert(part.start.min(bytes.len()), SIGNS[chance.below(SIGNS.len())]),
    }
}

#[test]
fn y34_good_files_may_be_damaged_in_any_way() {
    let read = || {
        let files = good_files();
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
        for _ in 0..DAMAGED {
            let mut bytes = files[chance.below(files.len())].clone();
            let other = &files[chance.below(files.len())];
            for _ in 0..=chance.below(4) {
                damage(&mut bytes, other, &mut chance);
            }
            hold(&bytes);
        }
    };
    Builder::new().stack_size(SMALL_STACK).spawn(read).unwrap().join().unwrap();
}

/// Pieces of YAML that meet in unlucky ways more often than random bytes do.
fn fragments() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "title: ",
        "competencies:",
        "\n",
        "\r",
        "\n  ",
        "\n- ",
        "- ",
        "---\n",
        "...\n",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ": ",
        "? ",
        "&a ",
        "*a",
        "<<: ",
        "!x ",
        "|\n",
        ">-\n",
        "\"",
        "'",
        "#",
        "%",
        "@",
        "\t",
        "levels: ",
        "1",
        "61,200",
        "~",
        "null",
        "é",
        "\u{202e}",
        "\u{feff}",
        "\\",
        "<<<<<<< ",
        "salary: ",
        "base: ",
        "p50: ",
        "name: ",
        "level: ",
        "behaviours: ",
        "# rolebook: allow ",
        "\\x1b",
    ];
    let piece = proptest::sample::select(pieces.to_vec());
    proptest::collection::vec(piece, 0..60).prop_map(|all| all.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn y34_any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        hold(&bytes);
    }

    #[test]
    fn y34_any_text_is_read(text in "\\PC{0,200}") {
        hold(text.as_bytes());
    }

    #[test]
    fn y34_any_pieces_of_yaml_are_read(bytes in fragments()) {
        hold(&bytes);
    }
}

/// A half profile is a whole one to every parser of YAML: only who knows what stood there before
/// can tell, and waits for the rest.
#[test]
fn y33_half_a_file_reads_well_and_is_waited_for_all_the_same() {
    let whole = "title: Archivist\nfamily: Museums\nsummary: Keeps what others throw away.\n";
    let well =
        |text: &str| parse_profiles(Path::new("a.yaml"), text.as_bytes())[0].problems.is_empty();
    let halves: Vec<&str> = (0..whole.len()).map(|end| &whole[..end]).collect();
    let deceptive = halves.iter().filter(|half| well(half)).count();
    assert!(deceptive > whole.len() / 2, "{deceptive} of {}", whole.len());

    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("a.yaml");
    let written = |text: &str| fs::write(&path, text).unwrap();
    for half in halves {
        written(whole);
        let mut folder = Folder::open(Origin::Folder(root.path().to_owned()), false);
        folder.read(&mut |_| ControlFlow::Continue(())).unwrap();
        let begun = Instant::now();
        written(half);
        assert_eq!(titles_after(&mut folder, &path, begun), None, "{half:?} was shown");
        assert!(folder.next_look().is_some_and(|next| next > begun), "{half:?} is not waited for");
        written(&whole.replace("Archivist", "Head Archivist"));
        let titles = titles_after(&mut folder, &path, begun + Duration::from_millis(500));
        assert_eq!(titles.as_deref(), Some(&["Head Archivist".to_owned()][..]), "{half:?}");
    }
}

/// The titles of all jobs if there is a new library after a look at this time.
fn titles_after(folder: &mut Folder, path: &Path, now: Instant) -> Option<Vec<String>> {
    let paths = HashSet::from([fs::canonicalize(path).unwrap()]);
    let (writing, quiet) = (HashSet::new(), Duration::ZERO);
    let look = Look { now, everything: false, paths, writing, quiet };
    let mut titles = None;
    let mut publish = |library: Library| {
        titles = Some(library.jobs().iter().map(|job| job.title().into_owned()).collect());
        ControlFlow::Continue(())
    };
    folder.look(&look, &mut publish).unwrap();
    titles
}
