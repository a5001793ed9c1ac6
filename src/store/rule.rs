//! The names of the rules that the store tells of, each once.

/// A file that cannot be opened or read.
pub const UNREADABLE: &str = "unreadable";
/// Something that is no regular file.
pub const NOT_A_FILE: &str = "not-a-file";
/// A link that leads out of the library's folder.
pub const OUTSIDE_LINK: &str = "outside-link";
/// More bytes, levels, nodes or documents than a file may have.
pub const TOO_LARGE: &str = "too-large";
/// Anything but UTF-8 text.
pub const NOT_UTF8: &str = "not-utf8";
/// A control character where text belongs.
pub const CONTROL_CHARACTER: &str = "control-character";
/// A merge that git left to a person.
pub const MERGE_CONFLICT: &str = "merge-conflict";
/// Text that is no YAML.
pub const SYNTAX: &str = "syntax";
/// Tabs at the beginning of a line.
pub const TAB: &str = "tab-indentation";
/// `&name`.
pub const ANCHOR: &str = "anchor";
/// `*name`.
pub const ALIAS: &str = "alias";
/// `<<:`.
pub const MERGE_KEY: &str = "merge-key";
/// `!name`.
pub const TAG: &str = "tag";
/// A key that is a list or a mapping.
pub const COMPLEX_KEY: &str = "complex-key";
/// One key twice.
pub const DUPLICATE_KEY: &str = "duplicate-key";
/// A key that the format does not have.
pub const UNKNOWN_KEY: &str = "unknown-key";
/// A list where text belongs, and the like.
pub const WRONG_SHAPE: &str = "wrong-shape";
/// A word that is none of those that may stand there.
pub const UNKNOWN_WORD: &str = "unknown-word";
/// A number that is none, or out of range.
pub const NOT_A_NUMBER: &str = "not-a-number";
/// A key with nothing behind it where something is probably meant.
pub const EMPTY_VALUE: &str = "empty-value";
/// A file or document without a profile.
pub const NO_PROFILE: &str = "no-profile";
/// A profile without a title.
pub const MISSING_TITLE: &str = "missing-title";
/// A competency without a name.
pub const MISSING_NAME: &str = "missing-name";
/// A colon that made a sentence a mapping.
pub const COLON_IN_TEXT: &str = "colon-in-text";
/// A comma that cut a sentence in two.
pub const COMMA_IN_LIST: &str = "comma-in-list";
/// A comma that cut a number in two.
pub const COMMA_IN_NUMBER: &str = "comma-in-number";
/// Typographic quotation marks in the place of `"`.
pub const SMART_QUOTES: &str = "smart-quotes";
/// Two shared competencies with one name.
pub const DUPLICATE_COMPETENCY: &str = "duplicate-competency";
/// A scale that library.yaml does not have.
pub const UNKNOWN_SCALE: &str = "unknown-scale";
/// A level that its scale does not have.
pub const OFF_SCALE: &str = "off-scale";
/// A fault of this program, not of the file.
pub const INTERNAL: &str = "internal-error";
