//! The folder beneath the program, and what people do to it.

use crate::made::library::write_library;
use crate::made::seed::Seed;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What a new file may say.
const TEXTS: [&str; 5] = [
    "title: Ferry Pilot\nlevel: P02\nfamily: Transport\n",
    "title: [never closed\n",
    "title: Beekeeper\ncode: BK1\nsalary: { base: { p50: 41000 } }\nwrong: key\n",
    "",
    "title: One\n---\ntitle: Two\ncompetencies: { general: [ { name: Negotiation, level: 3 } ] }\n",
];

/// A copy of the profiles that come with the program, beside a place for what is saved.
pub struct Folder {
    around: TempDir,
    /// What stood in each file at the start.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// How many files were made by whoever looks after it.
    made: usize,
}

impl Folder {
    pub fn new(more: usize) -> Self {
        let around = TempDir::new().unwrap();
        let root = around.path().join("roles");
        fs::create_dir(&root).unwrap();
        if more > 0 {
            write_library(&root, more, &mut Seed(1)).unwrap();
        }
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles");
        for (path, bytes) in read(&shipped) {
            put(&root.join(path), &bytes);
        }
        let files = read(&root);
        Self { around, files, made: 0 }
    }

    pub fn root(&self) -> PathBuf {
        self.around.path().join("roles")
    }

    fn any(&self, seed: &mut Seed) -> PathBuf {
        let files: Vec<PathBuf> = read(&self.root()).into_keys().collect();
        self.root().join(&files[seed.below(files.len())])
    }

    /// One edit, as somebody might make it; what it was.
    pub fn edit(&mut self, seed: &mut Seed) -> String {
        let path = self.any(seed);
        let text = fs::read_to_string(&path).unwrap_or_default();
        let what = match seed.below(9) {
            0 | 1 => {
                let digits = [("3", "4"), ("2", "5"), ("1", "7")][seed.below(3)];
                fs::write(&path, text.replacen(digits.0, digits.1, 1 + seed.below(4))).unwrap();
                "change"
            }
            2 => {
                let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                let cut = ends.get(seed.below(ends.len())).copied().unwrap_or_default();
                fs::write(&path, format!("{}\n  - [: \u{1b} {{\n{}", &text[..cut], &text[cut..]))
                    .unwrap();
                "break"
            }
            3 => {
                self.mend_some(seed);
                "mend"
            }
            4 => {
                let name = ["renamed.yaml", "elsewhere/moved.yaml", "left.txt"][seed.below(3)];
                let to = self.root().join(name);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::rename(&path, to).unwrap();
                "rename"
            }
            5 => {
                fs::remove_file(&path).unwrap();
                "delete"
            }
            6 => {
                let text = TEXTS[seed.below(TEXTS.len())];
                put(
                    &self.root().join(format!("new-{}/added.yaml", seed.below(4))),
                    text.as_bytes(),
                );
                "add"
            }
            7 => {
                replace(&path, format!("{text}# saved\n").as_bytes());
                "replace"
            }
            _ => {
                let file = fs::File::options().append(true).open(&path).unwrap();
                file.set_modified(std::time::SystemTime::now()).unwrap();
                "touch"
            }
        };
        format!("{what} {}", path.display())
    }

    fn mend_some(&self, seed: &mut Seed) {
        let now = read(&self.root());
        for (path, bytes) in &self.files {
            if now.get(path) != Some(bytes) && !seed.once_in(3) {
                replace(&self.root().join(path), bytes);
            }
        }
    }

    /// Makes all files those of the start, and no others.
    pub fn mend(&self) {
        let root = self.root();
        let now = read(&root);
        for (path, bytes) in &self.files {
            if now.get(path) != Some(bytes) {
                replace(&root.join(path), bytes);
            }
        }
        for path in now.keys().filter(|path| !self.files.contains_key(*path)) {
            fs::remove_file(root.join(path)).unwrap();
        }
        for entry in fs::read_dir(&root).unwrap().map(Result::unwrap) {
            // Of folders only those go that are empty.
            let _ = fs::remove_dir(entry.path());
        }
    }

    /// A file with a title of its own; the path and the title.
    pub fn beacon(&mut self) -> (PathBuf, String) {
        self.made += 1;
        let title = format!("Lamplighter {:04}", self.made);
        let path = self.root().join("beacon.yaml");
        put(&path, format!("title: {title}\n").as_bytes());
        (path, title)
    }
}

/// Every file below a folder, by its path from there.
fn read(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut folders = vec![root.to_owned()];
    let mut files = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(path).unwrap());
            }
        }
    }
    files
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Writes beside it and renames, as most editors do.
fn replace(path: &Path, bytes: &[u8]) {
    let beside = path.with_extension("yaml~");
    put(&beside, bytes);
    fs::rename(beside, path).unwrap();
}
