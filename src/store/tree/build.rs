//! From the events of the YAML parser to the tree, within limits.

use super::seen::Seen;
use super::{Content, DEEPEST, MOST_NODES, Node, Style, Tree};
use crate::model::Place;
use crate::model::rule;
use crate::store::documents::Piece;
use crate::store::hidden::escaped_characters;
use crate::store::problems::{Problems, quoted, shown};
use crate::store::syntax;
use crate::store::text::narrow;
use crate::store::traps::{cut_by_comment, swallowed_item};
use granit_parser::{Event, Marker, Options, Parser, ScalarStyle, Span, StructureStyle};
use std::borrow::Cow;
use std::ops::Range;

/// How many nodes the documents of a file may still have together.
#[derive(Debug)]
pub(in crate::store) struct Budget(usize);

impl Budget {
    /// What a file may have.
    pub fn new() -> Self {
        Self(MOST_NODES)
    }

    /// Whether nothing more of the file is read.
    pub fn is_spent(&self) -> bool {
        self.0 == 0
    }
}

/// A list or mapping that is still being read.
struct Open {
    node: u32,
    last: u32,
    children: u32,
    is_map: bool,
}

struct Builder<'a, 'p> {
    piece: Piece<'a>,
    problems: &'p mut Problems,
    budget: &'p mut Budget,
    nodes: Vec<Node<'a>>,
    open: Vec<Open>,
    hashed: Vec<Range<usize>>,
}

/// Stops the reading of a document, after the reason has been told.
struct Stop;

/// The tree of one document, or `None` where it is no YAML or too large. What is refused but can
/// be left out (anchors, aliases, tags, merge keys, keys that stand twice) does not stop it.
pub(in crate::store) fn build<'a>(
    piece: Piece<'a>,
    budget: &mut Budget,
    problems: &mut Problems,
) -> Option<Tree<'a>> {
    // A node is a key or a value, most of them a dozen bytes or longer.
    let nodes = Vec::with_capacity((piece.text.len() / 32).min(MOST_NODES));
    let (open, hashed) = Default::default();
    let mut builder = Builder { piece, problems, budget, nodes, open, hashed };
    for next in Parser::new_from_str_with_options(piece.text, options()) {
        let step = match next {
            Ok((event, span)) => builder.take(event, &span),
            Err(error) => {
                syntax::tell(&error, piece, builder.problems);
                Err(Stop)
            }
        };
        if step.is_err() {
            return None;
        }
    }
    Some(Tree { nodes: builder.nodes, hashed: builder.hashed })
}

/// How the parser reads: within limits, and nothing that it would otherwise resolve on its own.
pub(in crate::store) fn options() -> Options {
    granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        // The builder counts both kinds together; this keeps the parser from looking far ahead.
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    }
}

/// The place of a marker in the whole file.
pub(in crate::store) fn place_of(marker: Marker, piece: Piece<'_>) -> Place {
    let line = narrow(marker.line().max(1)).saturating_add(piece.lines_before);
    Place { line, column: narrow(marker.col() + 1) }
}

impl<'a> Builder<'a, '_> {
    fn take(&mut self, event: Event<'a>, span: &Span) -> Result<(), Stop> {
        let place = place_of(span.start, self.piece);
        match event {
            Event::Scalar(text, style, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                match style {
                    ScalarStyle::Plain => self.tell_traps(&text, span),
                    ScalarStyle::DoubleQuoted => self.tell_escapes(&text, span),
                    _ => {}
                }
                if style != ScalarStyle::Plain && text.contains('#') {
                    self.hashed.extend(span.byte_range());
                }
                // The parser writes `~` where nothing stands; nobody has typed that.
                let unsaid = span.start.index() == span.end.index() && text == "~";
                let text = if unsaid { Cow::Borrowed("") } else { text };
                self.add(Content::Text(text, style_of(style)), place)?;
            }
            Event::SequenceStart(style, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                let flow = matches!(style, StructureStyle::Flow);
                self.enter(Content::List { flow }, place)?;
            }
            Event::MappingStart(style, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                let flow = matches!(style, StructureStyle::Flow);
                self.enter(Content::Map { flow }, place)?;
            }
            Event::SequenceEnd => drop(self.open.pop()),
            Event::MappingEnd => {
                if let Some(map) = self.open.pop() {
                    self.refuse_keys(map.node);
                }
            }
            Event::Anchor(_, name) => {
                let sentence = format!("an anchor (&{}) is not read here; {COPY}", shown(&name));
                self.problems.error(rule::ANCHOR, place, sentence);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => self.refuse_alias(place, span)?,
            // Cut at its markers, a piece holds one document; a second begins where a root has ended.
            Event::DocumentStart(..) if !self.nodes.is_empty() => {
                self.problems.error(rule::SYNTAX, place, syntax::SOMETHING_FOLLOWS);
                return Err(Stop);
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells of a plain text that a comment cuts short or that an item was drawn into.
    fn tell_traps(&mut self, text: &str, span: &Span) {
        let Some(bytes) = span.byte_range() else { return };
        let text = if bytes.is_empty() { "" } else { text };
        let source = self.piece.text;
        if let Some((at, rest)) = cut_by_comment(source, bytes.end, text) {
            let line = place_of(span.end, self.piece).line;
            let before = source[..at].rsplit(['\n', '\r']).next().unwrap_or_default();
            let place = Place { line, column: narrow(before.chars().count() + 1) };
            let sentence = format!(
                "a space and a # begin a comment, so this text ends before {}; put the whole text in quotes, or a space behind the # of a comment",
                quoted(rest)
            );
            self.problems.warning(rule::COMMENT_IN_TEXT, place, sentence);
        }
        if let Some((lines, blanks)) = source.get(bytes).and_then(swallowed_item) {
            let begin = place_of(span.start, self.piece);
            let place = Place { line: begin.line + narrow(lines), column: narrow(blanks + 1) };
            let sentence = "this item is indented too far, so it continues the text above; align its dash with the other dashes";
            self.problems.warning(rule::INDENTED_ITEM, place, sentence);
        }
    }

    /// Tells of escapes in a text for what a terminal would obey or nobody sees.
    fn tell_escapes(&mut self, text: &str, span: &Span) {
        let source = span.slice(self.piece.text).filter(|source| source.contains('\\'));
        for sentence in source.map(|source| escaped_characters(text, source)).unwrap_or_default() {
            let place = place_of(span.start, self.piece);
            self.problems.warning(rule::HIDDEN_CHARACTER, place, sentence);
        }
    }

    /// Nothing stands where an alias stood.
    fn refuse_alias(&mut self, place: Place, span: &Span) -> Result<(), Stop> {
        // Behind a merge key it is told with the key.
        if !self.is_merged() {
            let name = span.slice(self.piece.text).unwrap_or("*");
            let sentence = format!("an alias ({}) is not read here; {COPY}", shown(name));
            self.problems.error(rule::ALIAS, place, sentence);
        }
        self.add(Content::Text(Cow::Borrowed(""), Style::Plain), place).map(drop)
    }

    /// Whether the node that comes next stands behind a `<<`.
    fn is_merged(&self) -> bool {
        self.open.last().filter(|parent| parent.is_map && parent.children % 2 == 1).is_some_and(
            |parent| {
                let key = &self.nodes[parent.last as usize].content;
                matches!(key, Content::Text(text, Style::Plain) if text == "<<")
            },
        )
    }

    fn refuse_tag(&mut self, tagged: bool, span: &Span) {
        if !tagged {
            return;
        }
        let tag = span.tag_span();
        let name = tag.and_then(|t| t.slice(self.piece.text)).unwrap_or("!");
        let place = place_of(tag.map_or(span.start, |t| t.start), self.piece);
        let sentence = format!(
            "a tag ({}) is not read here; delete it, or put the whole text in quotes",
            shown(name)
        );
        self.problems.error(rule::TAG, place, sentence);
    }

    /// Adds a node behind the last one of the list or mapping that is being read.
    fn add(&mut self, content: Content<'a>, place: Place) -> Result<u32, Stop> {
        if self.budget.is_spent() {
            let sentence = format!("the file has more than {MOST_NODES} entries; split it");
            self.problems.error(rule::TOO_LARGE, place, sentence);
            return Err(Stop);
        }
        self.budget.0 -= 1;
        let index = narrow(self.nodes.len());
        if let Some(parent) = self.open.last_mut() {
            match parent.last {
                0 => self.nodes[parent.node as usize].first = index,
                last => self.nodes[last as usize].next = index,
            }
            let is_key = parent.is_map && parent.children % 2 == 0;
            if is_key && !matches!(content, Content::Text(..)) {
                let sentence = "a key must be a text; put it in quotes if it is one";
                self.problems.error(rule::COMPLEX_KEY, place, sentence);
            }
            parent.last = index;
            parent.children += 1;
        }
        self.nodes.push(Node { content, place, first: 0, next: 0, refused: false });
        Ok(index)
    }

    fn enter(&mut self, content: Content<'a>, place: Place) -> Result<(), Stop> {
        if self.open.len() == DEEPEST {
            self.problems.error(rule::TOO_LARGE, place, too_deep());
            return Err(Stop);
        }
        let is_map = matches!(content, Content::Map { .. });
        let node = self.add(content, place)?;
        self.open.push(Open { node, last: 0, children: 0, is_map });
        Ok(())
    }

    /// Marks the keys of a mapping that are no texts, merge keys, or there for the second time.
    fn refuse_keys(&mut self, map: u32) {
        let mut at = self.nodes[map as usize].first;
        let mut seen = Seen::new(at);
        while at != 0 {
            let key = &self.nodes[at as usize];
            let place = key.place;
            let refused = match &key.content {
                Content::Text(text, Style::Plain) if text == "<<" => {
                    let sentence = format!("a merge key (<<) is not read here; {COPY}");
                    self.problems.error(rule::MERGE_KEY, place, sentence);
                    true
                }
                Content::Text(text, Style::Plain) if text.starts_with('\t') => {
                    self.problems.error(rule::TAB, place, syntax::TAB_INDENTATION);
                    true
                }
                Content::Text(text, _) => match seen.first_of(&self.nodes, text, at) {
                    Some(first) => {
                        let remedy = match text.as_ref() {
                            "title" | "name" if map == 0 => {
                                "if these are two, put a line with --- between them, else keep one"
                            }
                            _ => "keep one of them",
                        };
                        let sentence = format!(
                            "{} stands twice, on lines {} and {}; {remedy}",
                            quoted(text),
                            self.nodes[first as usize].place.line,
                            place.line
                        );
                        self.problems.error(rule::DUPLICATE_KEY, place, sentence);
                        true
                    }
                    None => false,
                },
                _ => true,
            };
            self.nodes[at as usize].refused = refused;
            let value = self.nodes[at as usize].next;
            at = if value == 0 { 0 } else { self.nodes[value as usize].next };
        }
    }
}

/// What to do about anchors, aliases and merge keys.
const COPY: &str = "write out what it stands for, or put the whole text in quotes";

/// What is said of a file that is nested too deep, here or in the parser itself.
pub(in crate::store) fn too_deep() -> String {
    format!("nested deeper than {DEEPEST} levels; no profile needs that")
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        _ => Style::Quoted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tree::View;

    fn read<'a>(text: &'a str) -> (Option<Tree<'a>>, Vec<String>) {
        let mut problems = Problems::default();
        let piece = Piece { text, lines_before: 0 };
        let tree = build(piece, &mut Budget::new(), &mut problems);
        (tree, problems.finish().iter().map(ToString::to_string).collect())
    }

    /// One line for each node: its place and its text.
    fn lines(view: View<'_, '_>, out: &mut Vec<String>) {
        if let Some(text) = view.text() {
            out.push(format!("{} {text}", view.place()));
        }
        view.items().for_each(|item| lines(item, out));
        view.entries().for_each(|(key, value)| {
            lines(key, out);
            lines(value, out);
        });
    }

    #[test]
    fn every_text_keeps_its_place_and_its_spelling() {
        let (tree, told) = read("a: 0123\n日本: [\"no\", 1e5]\nc:\n- d: ~\n");
        let mut out = Vec::new();
        lines(tree.as_ref().and_then(Tree::root).unwrap(), &mut out);
        let expected =
            ["1:1 a", "1:4 0123", "2:1 日本", "2:6 no", "2:12 1e5", "3:1 c", "4:3 d", "4:6 ~"];
        assert_eq!(out, expected);
        assert!(told.is_empty());
    }

    #[test]
    fn a_key_that_stands_twice_is_told_with_both_lines_and_the_first_is_kept() {
        let many: String = (0..40).map(|i| format!("k{i}: {i}\n")).collect();
        for text in ["k3: a\nb: 1\nk3: c\n".to_owned(), format!("{many}k3: again\n")] {
            let (tree, told) = read(&text);
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].contains("“k3” stands twice, on lines"), "{told:?}");
            let tree = tree.unwrap();
            let root = tree.root().unwrap();
            assert_eq!(root.entries().filter(|(k, _)| k.text() == Some("k3")).count(), 1);
        }
    }

    #[test]
    fn what_is_refused_is_named_and_the_rest_is_read() {
        let (tree, told) = read("a: &x 1\nb: *x\n<<: *y\nc: !!binary abc\n? [k]\n: v\nd: kept\n");
        assert!(tree.is_some());
        assert_eq!(
            told,
            [
                "1:4 an anchor (&x) is not read here; write out what it stands for, or put the whole text in quotes",
                "2:4 an alias (*x) is not read here; write out what it stands for, or put the whole text in quotes",
                "3:1 a merge key (<<) is not read here; write out what it stands for, or put the whole text in quotes",
                "4:4 a tag (!!binary) is not read here; delete it, or put the whole text in quotes",
                "5:3 a key must be a text; put it in quotes if it is one",
            ]
        );
    }

    #[test]
    fn depth_and_size_are_limited() {
        let deep = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(read(&deep(DEEPEST)).0.is_some());
        let told = ["1:33 nested deeper than 32 levels; no profile needs that"];
        assert_eq!(read(&deep(DEEPEST + 1)).1, told);
        assert_eq!(read(&deep(100_000)).1, told);
        let wide = "- a\n".repeat(MOST_NODES);
        assert_eq!(read(&wide).1, ["100000:3 the file has more than 100000 entries; split it"]);
    }
}
