//! A small tree of what one document says, with every text as typed and its place.
//!
//! The nodes lie in one list and name each other by index. So neither building nor reading nor
//! dropping a tree recurses, however deep a file is.

mod build;
mod seen;

use crate::model::Place;
use std::borrow::Cow;
use std::ops::Range;

pub(super) use build::{Budget, build, options, place_of, too_deep};

/// How many levels of lists and mappings may stand in each other.
pub(super) const DEEPEST: usize = 32;
/// How many keys, values, lists and mappings a file may have.
pub(super) const MOST_NODES: usize = 100_000;

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// Below a `|` or `>`.
    Block,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content<'a> {
    /// A text, with escapes and folds undone and nothing else changed.
    Text(Cow<'a, str>, Style),
    /// A list; `flow` where it is written in `[ ]`.
    List {
        /// Written in brackets.
        flow: bool,
    },
    /// A mapping; `flow` where it is written in `{ }`.
    Map {
        /// Written in braces.
        flow: bool,
    },
}

/// One key, value, list or mapping.
#[derive(Debug)]
struct Node<'a> {
    content: Content<'a>,
    place: Place,
    /// The first item of a list or the first key of a mapping; 0 where there is none.
    first: u32,
    /// The next one of the same list or mapping; a key is followed by its value.
    next: u32,
    /// A key that was refused, with its value.
    refused: bool,
}

/// One document. The first node is its root.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// Where a text with a `#` stands that is quoted or a block, as bytes of the piece.
    pub hashed: Vec<Range<usize>>,
}

/// A node of a tree, cheap to hand on.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'t, 'a> {
    tree: &'t Tree<'a>,
    index: u32,
}

impl<'a> Tree<'a> {
    /// What the whole document is; `None` where there is nothing.
    pub fn root(&self) -> Option<View<'_, 'a>> {
        (!self.nodes.is_empty()).then_some(View { tree: self, index: 0 })
    }

    /// The node of an index, where 0, the root, stands for none: nothing leads back to it.
    fn view(&self, index: u32) -> Option<View<'_, 'a>> {
        (index != 0).then_some(View { tree: self, index })
    }
}

impl<'t, 'a> View<'t, 'a> {
    fn node(self) -> &'t Node<'a> {
        &self.tree.nodes[self.index as usize]
    }

    /// What it is.
    pub fn content(self) -> &'t Content<'a> {
        &self.node().content
    }

    /// Where it begins.
    pub fn place(self) -> Place {
        self.node().place
    }

    /// Its text, where it is one.
    pub fn text(self) -> Option<&'t str> {
        match self.content() {
            Content::Text(text, _) => Some(text),
            _ => None,
        }
    }

    /// Its text where it is written without quotes and on its own line.
    pub fn plain(self) -> Option<&'t str> {
        match self.content() {
            Content::Text(text, Style::Plain) => Some(text),
            _ => None,
        }
    }

    /// Whether nothing is said: a plain empty text, `~` or `null`.
    pub fn is_nothing(self) -> bool {
        matches!(self.plain(), Some("" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether it is written in brackets or braces.
    pub fn is_flow(self) -> bool {
        matches!(self.content(), Content::List { flow: true } | Content::Map { flow: true })
    }

    /// Whether it is a mapping.
    pub fn is_map(self) -> bool {
        matches!(self.content(), Content::Map { .. })
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        matches!(self.content(), Content::List { .. })
    }

    fn first(self) -> Option<Self> {
        self.tree.view(self.node().first)
    }

    fn next(self) -> Option<Self> {
        self.tree.view(self.node().next)
    }

    /// The items of a list; none for anything else.
    pub fn items(self) -> impl Iterator<Item = View<'t, 'a>> {
        let first = if self.is_list() { self.first() } else { None };
        std::iter::successors(first, |item| item.next())
    }

    /// The keys and values of a mapping, without those that were refused; none for anything else.
    pub fn entries(self) -> impl Iterator<Item = (View<'t, 'a>, View<'t, 'a>)> {
        self.all_entries().filter(|(key, _)| !key.node().refused)
    }

    fn all_entries(self) -> impl Iterator<Item = (View<'t, 'a>, View<'t, 'a>)> {
        let first = if self.is_map() { self.first() } else { None };
        let pair = |key: View<'t, 'a>| key.next().map(|value| (key, value));
        std::iter::successors(first.and_then(pair), move |(_, value)| value.next().and_then(pair))
    }
}
