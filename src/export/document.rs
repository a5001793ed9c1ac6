//! A document as data: what it says, in which order, and nothing of how it looks.
//!
//! A view builds one, and every text format is written from it.

use crate::facts::PayView;
use crate::model::Figures;

/// How a run of words stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Not at all.
    Plain,
    /// It is what a reader looks for.
    Strong,
    /// It is not what stands beside it.
    Differs,
    /// It stands for what is not there.
    Aside,
    /// It is an address.
    Link,
}

/// Words of one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they stand out.
    pub tone: Tone,
}

/// A sentence or less, in runs that follow each other without a space of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(pub Vec<Run>);

impl Words {
    /// Words of one tone.
    #[must_use]
    pub fn of(tone: Tone, text: impl Into<String>) -> Self {
        Self::default().and(tone, text)
    }

    /// Words that stand for what is not there.
    #[must_use]
    pub fn aside(text: impl Into<String>) -> Self {
        Self::of(Tone::Aside, text)
    }

    /// The same with more behind it.
    #[must_use]
    pub fn and(mut self, tone: Tone, text: impl Into<String>) -> Self {
        // What stands for a line break on the screen is a space on paper.
        let text = text.into().replace('⏎', " ");
        if !text.is_empty() {
            self.0.push(Run { text, tone });
        }
        self
    }

    /// The words without their tones.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

impl<T: Into<String>> From<T> for Words {
    fn from(text: T) -> Self {
        Self::of(Tone::Plain, text)
    }
}

/// A fact: what it is called, and one or more things that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is called.
    pub label: String,
    /// What it is, an item a line.
    pub values: Vec<Words>,
}

impl Fact {
    /// A fact of one value.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<Words>) -> Self {
        Self { label: label.into(), values: vec![value.into()] }
    }
}

/// One thing of several, with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub words: Words,
    /// What stands beneath it.
    pub inside: Vec<Words>,
}

impl<T: Into<Words>> From<T> for Item {
    fn from(words: T) -> Self {
        Self { words: words.into(), inside: Vec::new() }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The name of the rows below it.
    Section(String),
    /// What the row is about, and a cell for each further column.
    Cells(Words, Vec<Words>),
}

/// A table, whose first column says what each row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is, where the heading above does not say so; else empty.
    pub caption: String,
    /// What each column is.
    pub columns: Vec<String>,
    /// Whether every column but the first is a job, and as wide as the others wherever it stands.
    pub of_jobs: bool,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A bar of pay.
#[derive(Debug, Clone, PartialEq)]
pub struct PayBar {
    /// Base or total.
    pub name: &'static str,
    /// The figures of a year.
    pub figures: Figures,
    /// The same in words: `p10` and `61,200`, perhaps with the rate that it was worked out from.
    pub told: Vec<(String, String)>,
}

/// What a job pays, in one record.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    /// Whose or which pay it is.
    pub label: String,
    /// Everything in one sentence.
    pub sentence: String,
    /// Currency, period, region, grade and month.
    pub heading: String,
    /// Base and total pay, as far as they are known.
    pub bars: Vec<PayBar>,
    /// Where the scale of the bars begins and ends.
    pub ends: (f64, f64),
    /// The currency of its figures.
    pub currency: Option<String>,
    /// What else there is to say, such as the difference from another job's.
    pub notes: Vec<Words>,
}

impl Pay {
    /// A record as a document tells it.
    #[must_use]
    pub fn of(label: impl Into<String>, view: &PayView<'_>) -> Self {
        let told = |figures: &Figures| {
            let told = figures.iter().map(|(f, v)| (f.to_string(), view.figure_and_rate(v)));
            told.collect()
        };
        let bars = [("Base", &view.base), ("Total", &view.total)];
        let known = bars.into_iter().filter(|(_, figures)| !figures.is_empty());
        Self {
            label: label.into(),
            sentence: crate::facts::pay_sentence(view),
            heading: view.heading(),
            bars: known
                .map(|(name, figures)| PayBar {
                    name,
                    figures: figures.clone(),
                    told: told(figures),
                })
                .collect(),
            ends: view.ends,
            currency: view.currency.map(str::to_owned),
            notes: Vec::new(),
        }
    }
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading; the document's title is 1, what stands in it 2 to 4.
    Heading(u8, String),
    /// A heading of level 2 with which a page of its own begins.
    Sheet(String),
    /// Words in a paragraph.
    Paragraph(Words),
    /// Facts beneath each other.
    Facts(Vec<Fact>),
    /// Things beneath each other.
    List(Vec<Item>),
    /// A table.
    Table(Table),
    /// Pay, as bars where they can be drawn.
    Pay(Vec<Pay>),
    /// Room to write.
    Form(Vec<Room>),
    /// Where texts come from.
    Source(Vec<Fact>),
}

/// Room to write something by hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// What is to be written there.
    pub label: String,
    /// How many lines it takes; none where something is only to be ticked.
    pub lines: usize,
    /// What may be ticked.
    pub words: Words,
}

impl Room {
    /// Room for so many lines.
    #[must_use]
    pub fn lines(label: impl Into<String>, lines: usize) -> Self {
        Self { label: label.into(), lines, words: Words::default() }
    }
}

/// How a document is laid on paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Paper {
    /// On pages that are higher than wide, one after the other.
    #[default]
    Usual,
    /// On pages that are wider than high, since its tables are.
    Wide,
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// The language of the texts in it, as the files name it.
    pub language: Option<String>,
    /// How it is laid on paper.
    pub paper: Paper,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Document {
    /// A document that says nothing yet.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into().replace('⏎', " ")));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, words: impl Into<Words>) {
        self.blocks.push(Block::Paragraph(words.into()));
    }

    /// Adds a text that may have several paragraphs. Where no empty line parts them, each line is one.
    pub fn paragraphs(&mut self, text: &str) {
        let end = if text.contains("\n\n") { "\n\n" } else { "\n" };
        for part in text.split(end) {
            let line = part.split_whitespace().collect::<Vec<_>>().join(" ");
            if !line.is_empty() {
                self.paragraph(line);
            }
        }
    }

    /// Adds facts, where there are any.
    pub fn facts(&mut self, facts: Vec<Fact>) {
        if !facts.is_empty() {
            self.blocks.push(Block::Facts(facts));
        }
    }

    /// Adds a list, where there is anything to list.
    pub fn list(&mut self, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table, where it has rows.
    pub fn table(&mut self, caption: impl Into<String>, columns: Vec<String>, rows: Vec<Row>) {
        self.put_table(Table { caption: caption.into(), columns, of_jobs: false, rows });
    }

    /// Adds a table in which each column but the first is a job, where it has rows.
    pub fn table_of_jobs(&mut self, caption: &str, columns: Vec<String>, rows: Vec<Row>) {
        self.put_table(Table { caption: caption.to_owned(), columns, of_jobs: true, rows });
    }

    fn put_table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}
