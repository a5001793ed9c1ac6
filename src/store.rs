//! From the disk to the model: the only code that touches profile files and that knows YAML.

mod decode;
mod documents;
mod file;
mod parse;
mod problems;
mod rule;
mod syntax;
mod text;
mod tree;

pub use file::Stamp;
pub use parse::parse_profiles;
