//! Every rule that a file can break: its name, how much that matters, and what it asks for.

use super::Severity;

/// A rule that a file can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// How much it usually matters when it is broken.
    pub severity: Severity,
    /// What is wrong where it is broken, in one sentence.
    pub sentence: &'static str,
    /// Whether it holds whatever a library or a comment says: without it nobody would see that
    /// something is not read.
    pub always: bool,
}

/// The rule of a name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

macro_rules! rules {
    ($($constant:ident $name:literal $severity:ident $($always:ident)? $sentence:literal)*) => {
        $(#[doc = $sentence] pub const $constant: &str = $name;)*

        /// All rules: first those of files and of YAML, then those of the format, then those of
        /// what a profile says, and last those of a library as a whole.
        pub static RULES: &[Rule] = &[$(Rule {
            name: $name,
            severity: Severity::$severity,
            sentence: $sentence,
            always: !stringify!($($always)?).is_empty(),
        }),*];
    };
}

rules! {
    UNREADABLE "unreadable" Error always "A file or folder cannot be opened or read."
    NOT_A_FILE "not-a-file" Warning "A pipe, a socket or a device stands where a file belongs."
    OUTSIDE_LINK "outside-link" Warning "A link leads out of the library's folder."
    TOO_LARGE "too-large" Error always "A file has more bytes, levels, values or documents than it may have."
    NOT_UTF8 "not-utf8" Error always "A file is not written in UTF-8."
    CONTROL_CHARACTER "control-character" Error "A control character stands where text belongs."
    MERGE_CONFLICT "merge-conflict" Error always "A merge was left to a person, with its markers in the file."
    SYNTAX "syntax" Error always "The text is no YAML."
    TAB "tab-indentation" Error always "A line is indented with a tab."
    ANCHOR "anchor" Error "An anchor (&name) is not read here."
    ALIAS "alias" Error "An alias (*name) is not read here."
    MERGE_KEY "merge-key" Error "A merge key (<<) is not read here."
    TAG "tag" Error "A tag (!name) is not read here."
    COMPLEX_KEY "complex-key" Error "A key is a list or a mapping."
    DUPLICATE_KEY "duplicate-key" Error "A key stands twice in one mapping."
    UNKNOWN_KEY "unknown-key" Warning "A key is not one of the format's."
    WRONG_SHAPE "wrong-shape" Error "A list stands where a text belongs, or the like."
    UNKNOWN_WORD "unknown-word" Error "A word is none of those that may stand there."
    NOT_A_NUMBER "not-a-number" Error "A number is none, or out of range."
    EMPTY_VALUE "empty-value" Warning "Nothing stands behind a key where something is probably meant."
    NO_PROFILE "no-profile" Warning "A file or document holds no profile or competency."
    MISSING_TITLE "missing-title" Error always "A profile has no title."
    MISSING_NAME "missing-name" Error always "A competency has no name."
    COLON_IN_TEXT "colon-in-text" Warning "A colon and a space make a sentence a mapping."
    COMMA_IN_LIST "comma-in-list" Warning "A comma inside brackets cuts a sentence in two."
    COMMA_IN_NUMBER "comma-in-number" Error "A comma inside braces cuts a number in two."
    COMMENT_IN_TEXT "comment-in-text" Warning "A space and a # cut a sentence short."
    DOT_IN_NUMBER "dot-in-number" Warning "A point sets thousands apart and is read as a decimal point."
    MISSING_SPACE "missing-space" Warning "A space is missing after a colon or a dash."
    INDENTED_ITEM "indented-item" Warning "An item of a list is indented too far, so it continues the one above."
    SMART_QUOTES "smart-quotes" Warning "Typographic quotation marks stand in the place of plain ones."
    UNKNOWN_RULE "unknown-rule" Warning "A rule that is switched off does not exist."
    HIDDEN_CHARACTER "hidden-character" Warning "A bidirectional or zero-width character changes what is seen."
    MIXED_SCRIPTS "mixed-scripts" Warning "A code mixes letters of several scripts that look alike."
    UNKNOWN_SCALE "unknown-scale" Error "A competency names a scale that library.yaml does not have."
    OFF_SCALE "off-scale" Error "A level is not on its scale."
    EMPTY_LEVEL "empty-level" Warning "A level is listed and nothing is said about it."
    UNKNOWN_COMPETENCY "unknown-competency" Warning "A job asks for a competency that no file describes."
    REPEATED_COMPETENCY "repeated-competency" Warning "A job asks for one competency twice."
    DECLARED_BELOW_PRESENT "declared-below-present" Warning "Fewer competencies are declared than are present."
    NEAR_GROUP "near-group" Warning "A group of competencies is none of the library's and near to one of them."
    PERCENTILE_ORDER "percentile-order" Error "A higher percentile of pay is lower than one below it."
    TOTAL_BELOW_BASE "total-below-base" Error "A figure of total pay is lower than that of base pay."
    UNKNOWN_CURRENCY "unknown-currency" Error "A currency is none of ISO 4217."
    STALE_PAY "stale-pay" Warning "Pay figures are older than 24 months."
    NOT_A_DATE "not-a-date" Warning "A date is none, or pay figures are of a time that has yet to come."
    DUPLICATE_CODE "duplicate-code" Error "Two jobs have one code in one language."
    DUPLICATE_COMPETENCY "duplicate-competency" Error "Two shared competencies have one name."
    NEAR_DUPLICATE "near-duplicate" Warning "Two behaviours of a competency say nearly the same."
    AMBIGUOUS_SUPERIOR "ambiguous-superior" Error "A reports-to fits several jobs."
    CIRCULAR_REPORTS "circular-reports" Error "A chain of reports-to leads back to where it began."
    NEAR_SUPERIOR "near-superior" Warning "A reports-to names nobody and is near a title or a code."
    BOSS_PAID_LESS "boss-paid-less" Warning "A superior is paid less than somebody who reports to them."
    INTERNAL "internal-error" Error always "A fault of this program, not of the file."
}
