//! Lists of texts that take little memory.

use serde::{Serialize, Serializer};
use std::fmt;
use std::ops::Range;

/// Texts in their order, one behind the other in memory: a large library has a million alternate
/// titles, and each of them as a text of its own would take more for its bounds than for its words.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// All texts without anything between them.
    text: Box<str>,
    /// Where each ends, in bytes; it begins where the one before it ends.
    ends: Box<[u32]>,
}

impl Texts {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of an index from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let begin = if index == 0 { 0 } else { self.ends[index - 1] };
        self.text.get(begin as usize..end as usize)
    }

    /// All of them, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter { texts: self, left: 0..self.len() }
    }
}

impl<'a> IntoIterator for &'a Texts {
    type Item = &'a str;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Texts in their order.
#[derive(Debug, Clone)]
pub struct Iter<'a> {
    texts: &'a Texts,
    left: Range<usize>,
}

impl<'a> Iterator for Iter<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.texts.get(self.left.next()?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.texts.get(self.left.next_back()?)
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<T: AsRef<str>> FromIterator<T> for Texts {
    /// Texts that do not fit into 4 GiB are left out, which no file can hold.
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for each in texts {
            if let Ok(end) = u32::try_from(text.len() + each.as_ref().len()) {
                text.push_str(each.as_ref());
                ends.push(end);
            }
        }
        Self { text: text.into(), ends: ends.into() }
    }
}

impl<T: AsRef<str>> From<Vec<T>> for Texts {
    fn from(texts: Vec<T>) -> Self {
        texts.into_iter().collect()
    }
}

impl<T: AsRef<str>> PartialEq<[T]> for Texts {
    fn eq(&self, other: &[T]) -> bool {
        self.iter().eq(other.iter().map(AsRef::as_ref))
    }
}

impl<T: AsRef<str>, const N: usize> PartialEq<[T; N]> for Texts {
    fn eq(&self, other: &[T; N]) -> bool {
        *self == other[..]
    }
}

impl<T: AsRef<str>> PartialEq<Vec<T>> for Texts {
    fn eq(&self, other: &Vec<T>) -> bool {
        *self == other[..]
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_in_their_order_empty_ones_too() {
        let texts = Texts::from(vec!["Clerk", "", "Büroangestellte"]);
        assert_eq!(texts.len(), 3);
        assert_eq!(texts, ["Clerk", "", "Büroangestellte"]);
        assert_ne!(texts, ["Clerk", "Büroangestellte"]);
        assert_eq!(texts.get(2), Some("Büroangestellte"));
        assert_eq!(texts.get(3), None);
        assert_eq!(texts.iter().rev().next_back(), Some("Clerk"));
        assert!(Texts::default().is_empty());
        assert_eq!(format!("{texts:?}"), r#"["Clerk", "", "Büroangestellte"]"#);
    }
}
