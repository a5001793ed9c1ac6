//! Names that many say and that memory holds once, and how they are told apart: letter case and outer
//! space do not count.

use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text that is shared by all that say it. It takes one pointer, also where it may not be there: a
/// large library asks for a million competencies by their names.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(
    /// A text of its own behind the pointer, since one to a bare text would hold its length as well.
    Arc<Box<str>>,
);

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self(Arc::new(text.into()))
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        str::fmt(self, f)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// The form of a name by which it is looked up.
#[must_use]
pub fn folded_name(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reads_as_its_text_and_takes_one_pointer() {
        let name = Name::from("Negotiation");
        assert_eq!((&*name, name.to_string()), ("Negotiation", "Negotiation".to_owned()));
        assert_eq!(format!("{name:?}"), r#""Negotiation""#);
        assert_eq!(size_of::<Option<Name>>(), size_of::<usize>());
    }
}
