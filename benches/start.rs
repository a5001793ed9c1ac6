//! How long the real program takes on a terminal: until it shows something, until all is read,
//! until a key is answered, until it has ended; what it costs while nobody touches it, and how all
//! of this grows with the library. Beside it, where it is there, fzf on the same titles.
//!
//! Every figure is the median of several starts. Each waits for what the program sends.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop where it is")]

#[path = "support/program.rs"]
mod program;
#[path = "support/mod.rs"]
mod support;

use portable_pty::CommandBuilder;
use program::Program;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use support::library::{files, parse_with_serde_yaml, write_library, write_titles};
use support::seed::Seed;

/// How long the program is watched while it has nothing to do.
const IDLE: Duration = Duration::from_secs(5);
/// A letter that most titles lack.
const LETTER: &str = "k";

/// A library to open.
struct Shelf {
    name: String,
    folder: PathBuf,
    /// How often each figure is taken.
    runs: usize,
}

/// What was measured for one library; times in milliseconds.
#[derive(Default)]
struct Figures {
    first_frame: f64,
    all_read: f64,
    serde_yaml: f64,
    step: f64,
    letter: f64,
    quit: f64,
    idle: f64,
    megabytes: f64,
    yaml_megabytes: f64,
    fzf: Option<Fzf>,
}

/// The same of fzf.
#[derive(Default)]
struct Fzf {
    first_frame: f64,
    letter: f64,
}

/// The number of jobs that are shown, or of hits: what stands before the first word of the title line.
fn count(text: &str) -> String {
    text.lines().next().unwrap_or_default().split("  ").next().unwrap_or_default().to_owned()
}

fn is_read(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.contains("by title") && !first.contains(", reading")
}

fn measured(shelf: &Shelf) -> Figures {
    let texts = files(&shelf.folder);
    let bytes: usize = texts.iter().map(Vec::len).sum();
    let opened = || Program::rolebook(&shelf.folder, &[]);
    // Once for nothing, so that every run finds the files in memory.
    opened().shows("end of reading", is_read);
    let mut times: [Vec<Duration>; 6] = Default::default();
    for _ in 0..shelf.runs {
        let mut program = opened();
        times[0].push(program.shows("first frame", |text| text.contains("Jobs")) - program.begun);
        times[1].push(program.shows("end of reading", is_read) - program.begun);
        times[2].push(program.answer("j", str::to_owned));
        program.answer("/", str::to_owned);
        times[3].push(program.answer(LETTER, count));
        program.quit();
        let mut program = opened();
        program.shows("first frame", |text| text.contains("Jobs"));
        times[4].push(program.quit());
        let begun = Instant::now();
        parse_with_serde_yaml(&texts);
        times[5].push(begun.elapsed());
    }
    let [first_frame, all_read, step, letter, quit, serde_yaml] = times.map(median);
    let mut program = opened();
    program.shows("end of reading", is_read);
    program.shows("watching", |text| text.contains("watching"));
    // What follows the start, such as a look at what happened before it listened, is no idleness.
    thread::sleep(Duration::from_secs(2));
    let idle = program.share_of_a_core(IDLE);
    let megabytes = program.memory() as f64 / 1e6;
    program.quit();
    let yaml_megabytes = bytes as f64 / 1e6;
    let fzf = fzf(&texts, shelf.runs);
    Figures {
        first_frame,
        all_read,
        serde_yaml,
        step,
        letter,
        quit,
        idle,
        megabytes,
        yaml_megabytes,
        fzf,
    }
}

/// The titles of profiles, below comments or not.
fn titles(texts: &[Vec<u8>]) -> Vec<String> {
    let title = |text: &Vec<u8>| {
        let text = String::from_utf8_lossy(text);
        text.lines().find_map(|line| Some(line.strip_prefix("title: ")?.to_owned()))
    };
    texts.iter().filter_map(title).collect()
}

/// The same with fzf; `None` where it is not there.
fn fzf(texts: &[Vec<u8>], runs: usize) -> Option<Fzf> {
    let version = Command::new("fzf").arg("--version").stdout(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        return None;
    }
    let titles = titles(texts);
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(&file, titles.join("\n")).unwrap();
    let all = format!("{0}/{0}", titles.len());
    let hits = |text: &str| {
        text.split_whitespace()
            .find(|word| word.ends_with(&format!("/{}", titles.len())))
            .map(str::to_owned)
    };
    let mut times: [Vec<Duration>; 2] = Default::default();
    for _ in 0..=runs {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", "exec fzf < \"$0\"", file.path().to_str().unwrap()]);
        let mut program = Program::start(command);
        times[0].push(program.shows("prompt", |text| text.contains('>')) - program.begun);
        program.shows("all titles", |text| text.contains(&all));
        times[1].push(program.answer(LETTER, hits));
        program.quit();
    }
    // The first was for nothing, as with ours.
    let [first_frame, letter] = times.map(|mut times| median(times.split_off(1)));
    Some(Fzf { first_frame, letter })
}

/// Milliseconds in the middle of all runs.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// The libraries that are there, and the sizes that others are made in.
fn shelves(made: &Path) -> Vec<Shelf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given =
        [("shipped", root.join("profiles")), ("1,016 real", root.join("../shared/data/onet"))];
    let given = given.into_iter().filter(|(_, folder)| folder.is_dir());
    let mut shelves: Vec<Shelf> =
        given.map(|(name, folder)| Shelf { name: name.to_owned(), folder, runs: 15 }).collect();
    for (profiles, runs) in [(16_000, 15), (100_000, 9)] {
        let folder = made.join(format!("titles-{profiles}"));
        write_titles(&folder, profiles, &mut Seed(1)).unwrap();
        shelves.push(Shelf { name: format!("{profiles} titles"), folder, runs });
    }
    for (profiles, runs) in [(1_000, 15), (16_000, 9), (100_000, 3)] {
        let folder = made.join(profiles.to_string());
        write_library(&folder, profiles, &mut Seed(1)).unwrap();
        shelves.push(Shelf { name: format!("{profiles} made"), folder, runs });
    }
    shelves
}

fn main() {
    // Without this word it is a test run, which has no use for figures.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let made = tempfile::tempdir().unwrap();
    let shelves = shelves(made.path());
    let figures: Vec<Figures> = shelves.iter().map(measured).collect();
    let row = |name: &str, of: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (0..shelves.len()).map(|i| format!("{:>12}", of(i))).collect();
        println!("| {name:<46} |{} |", cells.join(" |"));
    };
    let times =
        |name, of: fn(&Figures) -> f64| row(name, &|i| format!("{:.1} ms", of(&figures[i])));
    let ratio = |name, of: fn(&Figures) -> Option<f64>| {
        row(name, &|i| {
            of(&figures[i]).map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2}"))
        });
    };
    row("", &|i| shelves[i].name.clone());
    row("---", &|_| "---:".to_owned());
    times("start to first frame", |f| f.first_frame);
    ratio("the same, parts of fzf's", |f| Some(f.first_frame / f.fzf.as_ref()?.first_frame));
    times("start to everything read", |f| f.all_read);
    times("one thread of serde_yaml that only parses", |f| f.serde_yaml);
    ratio("everything read, parts of that", |f| Some(f.all_read / f.serde_yaml));
    times("`j` to its frame", |f| f.step);
    times("first letter to its frame", |f| f.letter);
    ratio("the same, parts of fzf's on the titles alone", |f| {
        Some(f.letter / f.fzf.as_ref()?.letter)
    });
    times("Ctrl-C while reading, to its end", |f| f.quit);
    row("a core while idle, watching", &|i| format!("{:.1} %", figures[i].idle));
    row("YAML", &|i| format!("{:.1} MB", figures[i].yaml_megabytes));
    row("memory, all read", &|i| format!("{:.0} MB", figures[i].megabytes));
    ratio("the same, parts of the YAML", |f| Some(f.megabytes / f.yaml_megabytes));
    if figures.iter().any(|figures| figures.fzf.is_none()) {
        println!("\nfzf is not there, so nothing is compared with it.");
    }
    println!("\nHow it grows; ten times as long is ten cells longer:\n");
    let made: Vec<usize> =
        (0..shelves.len()).filter(|i| shelves[*i].name.ends_with("made")).collect();
    plot("start to everything read", &made, &shelves, |i| figures[i].all_read);
    plot("first letter to its frame", &made, &shelves, |i| figures[i].letter);
    plot("`j` to its frame", &made, &shelves, |i| figures[i].step);
    plot("start to first frame", &made, &shelves, |i| figures[i].first_frame);
}

/// One bar a library, on a scale on which ten times as much is ten cells longer, so that what grows
/// as the library does is 12 cells longer from 1,000 to 16,000 and 8 more to 100,000.
fn plot(name: &str, which: &[usize], shelves: &[Shelf], of: impl Fn(usize) -> f64) {
    println!("{name}");
    for i in which {
        // A hundredth of a millisecond has no cell.
        let cells = ((of(*i) * 100.0).log10() * 10.0).max(0.0).round() as usize;
        println!("  {:>12} {} {:.1} ms", shelves[*i].name, "█".repeat(cells), of(*i));
    }
}
