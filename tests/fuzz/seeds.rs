//! What each target begins with, the words that matter to it, and what was once found and cured.

use super::corpus::{Case, corpus};
use super::keys::edges::EDGES;
use std::fs;
use std::path::{Path, PathBuf};

/// Longer seeds take time and have no other kinds of lines.
const LONGEST: usize = 8_000;

/// Inputs that once broke a promise, by their target; they are tried before anything else.
pub const KEPT: &[(&str, &[u8])] = &[
    // Ctrl-C behind a key that waits for another was passed over.
    ("keys", b"g"),
    // The line of an item below a line that ends as on an old Macintosh was one too low.
    ("profile", b"x yz\rlt.\n      - c\n"),
    // And so was that of a bracket.
    ("profile", b"a: b\rc: [\n"),
    // A line in colour was wider than its pane.
    ("text", b"1\xef\xb8\x8f\xe2\x83\xa3 \xe2\x9d\xa4\xef\xb8\x8f"),
    // A value with this character could not be read back.
    ("text", b"a\xef\xbf\xbe"),
];

/// What is written in files.
pub const YAML: &[&str] = &[
    "title: ",
    "code: ",
    "level: ",
    "family: ",
    "also_known_as:",
    "status: draft",
    "reports_to: ",
    "competencies:\n",
    "general:\n",
    "levels: ",
    "behaviours: ",
    "salary: ",
    "base: ",
    "p50: ",
    "name: ",
    "scale: ",
    "ignore: [",
    "rules: ",
    "off: ",
    "# rolebook: allow ",
    "\n- ",
    "\n  ",
    "\n---\n",
    "...\n",
    "|\n",
    ">-\n",
    "{",
    "}",
    "[",
    "]",
    ", ",
    ": ",
    "? ",
    "&a ",
    "*a",
    "<<: ",
    "!x ",
    "\"",
    "'",
    "\\x1b",
    "\t",
    "\r",
    "\r\n",
    "~",
    "null",
    "61,200",
    "1",
    "99",
    "\u{feff}",
    "\u{202e}",
    "\u{85}",
    "<<<<<<< ",
    "%%% library.yaml\n",
    "\n%%% competencies/x.yaml\n",
    "\n%%%+ a.yaml\n",
    "\n%%%+ library.yaml\n",
    "\n%%% b/c.yml\n",
];

/// What is typed into the filter, and what ends a field.
pub const SIGNS: &[&str] = &[
    "'",
    "^",
    "$",
    "!",
    " ",
    "|",
    "\n",
    "é",
    "e\u{301}",
    "ß",
    "ﬃ",
    "İ",
    "Σ",
    "ς",
    "⟨RLO⟩",
    "⟨",
    "\r",
    "ガ",
    "sales",
    "sm15",
    "👩\u{200d}👧",
    "\u{1100}\u{1161}",
];

/// What happens at a terminal.
pub const KEYS: &[&str] = &[
    "<enter>",
    "<esc>",
    "<tab>",
    "<s-tab>",
    "<bs>",
    "<del>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<home>",
    "<end>",
    "<pgup>",
    "<pgdn>",
    "<c-d>",
    "<c-u>",
    "<c-w>",
    "<c-z>",
    "<f1>",
    "<f5>",
    "gg",
    "G",
    "/",
    "?",
    "!",
    "S",
    "r",
    "t",
    "c",
    "l",
    "h",
    "j",
    "k",
    "<space>",
    "z",
    "$",
    "y",
    "gg<space>j<space>c",
    "\x01\x00\x00",
    "\x01\x01\x02",
    "\x01\x44\x3d",
    "\x01\x7f\x7f",
    "\x03pasted\x03",
    "\x04\x00",
    "\x04\x01",
    "\x04\x02",
    "\x04\x03",
    "\x02\x00\x05\x05",
];

/// What stands in texts that are not plain.
pub const ODD: &[&str] = &[
    "\x1b[2J",
    "\x1b]0;x\x07",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{200c}",
    "\u{feff}",
    "\u{ad}",
    "\u{301}\u{302}\u{303}\u{304}\u{305}",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\u{2028}",
    "\u{85}",
    "\u{e0041}",
    "👩",
    "👧",
    "🇩🇪",
    "क\u{94d}",
    "物",
    "ｶﾞ",
    "\u{ff9e}",
    "é",
    "ß",
    "⟨",
    "⟩",
    "U+",
    "⟨RLO⟩",
    "\\",
    "\"",
    "'",
    ": ",
    " #",
    "null",
    "…",
    "  ",
    "\u{fe0f}",
    "\u{1160}",
];

/// The shipped profiles and all that is hostile.
pub fn profiles() -> Vec<Vec<u8>> {
    let shipped = shipped().into_iter().map(|(_, bytes)| bytes);
    short(shipped.chain(hostile(|_| true)))
}

/// The edges of the format as one folder, some of the shipped one, and hostile files one by one,
/// some of them coming later.
pub fn libraries() -> Vec<Vec<u8>> {
    let files = |files: &mut dyn Iterator<Item = (&str, &[u8])>| {
        let file =
            |(path, bytes): (&str, &[u8])| [format!("\n%%% {path}\n").as_bytes(), bytes].concat();
        files.map(file).collect::<Vec<_>>().concat()
    };
    let shipped = shipped();
    let some = |from: usize| {
        let few = shipped.iter().skip(from).step_by(40);
        files(&mut few.map(|(path, bytes)| (path.as_str(), &bytes[..])))
    };
    let edges = files(&mut EDGES.iter().map(|(path, text)| (*path, text.as_bytes())));
    let mut libraries = vec![edges.clone(), some(0), some(7), some(23)];
    let paths = ["library.yaml", "competencies/a.yaml", "x/a.yml"];
    for (bytes, path) in hostile(|_| true).zip(paths.into_iter().cycle()) {
        let small = b"title: A\ncompetencies: { hard: [Rust: 2] }\n\n%%% x/a.yml\ntitle: B\n";
        libraries.push([&small[..], format!("\n%%%+ {path}\n").as_bytes(), &bytes].concat());
    }
    short(libraries.into_iter())
}

/// Queries of all kinds over a few titles.
pub fn queries() -> Vec<Vec<u8>> {
    let typed = [
        "sales sup",
        "'sal",
        "^sales",
        "^s",
        "rep$",
        "!clerk",
        "sm15",
        "m01 !senior",
        "slsp",
        "ingénieur",
        "ß",
        "ガ",
        "a b c",
        "",
        "!",
        "^$",
        "'é",
    ];
    let jobs = "Wholesale Clerk|M01|Resale|3|Sales Rep\nHead of Sales|SM1|x|M01|Clerk of Sales\n\
                Sales Support Supervisor|SM15|Sales|M01|Sales Lead|Head of Support\n\
                Ingénieur d'études|R-2|R&D|P03\nStraßenbauer|||3|Road Builder\n\
                校閲担当者|港|物流\nOﬃce Clerk ⟨RLO⟩x|12|Office|M1|e\u{301}cole|👩\u{200d}👧\n";
    typed.map(|typed| format!("{typed}\n{jobs}").into_bytes()).to_vec()
}

/// Ways to every place, and a storm or two.
pub fn scripts() -> Vec<Vec<u8>> {
    [
        "jjj/dr<enter>G<c-u>lljj<enter>",
        "jjjll/offer<enter>nN",
        "?copy<enter>",
        "!jjj<enter>",
        "gg<space>j<space>cjjl<tab>x<esc>",
        "jjjrjj<enter><esc>",
        "j<space>jtjj<esc>",
        "jjjSa.md<enter>",
        "z$zyt<f5>\x04\x01jjj\x04\x00jjj\x04\x03",
        "\x01\x01\x01j\x01\x7f\x40/é物\x03a\x1b[31m\n\x03<enter>",
        "\x02\x00\x05\x05\x02\x04\x05\x05\x02\x01\x50\x05\x02\x02\x50\x05",
        "G<space>k<space>k<space>c<tab>=<esc>U",
    ]
    .map(|script| script.as_bytes().to_vec())
    .to_vec()
}

/// What is hostile as text.
pub fn texts() -> Vec<Vec<u8>> {
    let odd = ODD.concat().into_bytes();
    let plain = "Leads a team of five; pays the crew by the 25th.\nKnows why.".into();
    short(hostile(|case| case.line.starts_with('E')).chain([odd, plain]))
}

fn short(seeds: impl Iterator<Item = Vec<u8>>) -> Vec<Vec<u8>> {
    seeds.filter(|seed| seed.len() <= LONGEST).collect()
}

fn hostile(wanted: impl Fn(&Case) -> bool) -> impl Iterator<Item = Vec<u8>> {
    corpus().into_iter().filter(move |case| wanted(case)).map(|case| case.bytes)
}

/// The files that come with the program, by path; none where they cannot be found.
fn shipped() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
    let (mut folders, mut files) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let (below, here): (Vec<PathBuf>, Vec<PathBuf>) =
            entries.map(|entry| entry.path()).partition(|path| path.is_dir());
        folders.extend(below);
        files.extend(here);
    }
    files.sort();
    let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().display().to_string();
    files.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}
