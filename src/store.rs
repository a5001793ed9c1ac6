//! From the disk to the model: the only code that touches profile files and that knows YAML.
//!
//! ```text
//! folder ── walk ── pattern     which files there are
//!   │  └── file ── text         their bytes, their text
//!   │               └─ hidden   what nobody sees in it
//!   ├── parse ── documents      each document on its own, so that a broken one spares the others
//!   │     ├── tree ── syntax    parser events → a bounded tree, every text with its place
//!   │     │     └── traps       what reads fine and was not meant so
//!   │     └── decode            tree → model; every misfit is told, the rest is still read
//! watch ── plan, ears           what is looked at again, and when
//! memory                        whether there is room for more
//! ```
//!
//! Nothing is ever written: `retitle` makes the text of a new profile from another job's, and
//! `scalar` puts quotes around a text that needs them.

mod allowed;
mod decode;
mod documents;
mod excerpt;
mod file;
mod folder;
mod hidden;
mod memory;
mod parse;
mod pattern;
mod problems;
mod retitle;
mod scalar;
mod syntax;
mod text;
mod traps;
mod tree;
mod walk;
mod watch;
mod workers;

pub use excerpt::Lines;
pub use file::Stamp;
pub use folder::{Folder, FolderError, Origin};
pub use parse::parse_profiles;
pub use retitle::retitled;
pub use scalar::scalar;
pub use watch::{Event, Look, Plan, Watch, Watching, Wish};
