//! Tables for spreadsheets: what lies between jobs, a line for each thing that can be counted.
//!
//! A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV
//! injection"); figures of ours stay figures. The text begins with a byte order mark, without which
//! the most used spreadsheet takes UTF-8 for something older. Lines end as RFC 4180 has it.

mod between;
mod tables;

pub use between::{compare, gap};
pub use tables::{jobs, near, route};

/// What stands for pay where it is left out.
const LEFT_OUT: &str = "left out";

/// What stands for a level that a source does not tell.
const WITHHELD: &str = "withheld";

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words, from a file or ours.
    Text(String),
    /// A figure that has been worked out or read as one.
    Number(f64),
    /// Nothing is known.
    Empty,
}

impl<T: Into<String>> From<Option<T>> for Cell {
    fn from(text: Option<T>) -> Self {
        text.map_or(Cell::Empty, |text| Cell::Text(text.into()))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl Cell {
    /// A figure, where there is one.
    pub(super) fn number(value: Option<f64>) -> Self {
        value.map_or(Cell::Empty, Cell::Number)
    }

    /// The cell as it is written.
    fn written(&self) -> String {
        match self {
            Cell::Text(text) if text.contains('⏎') => {
                Cell::Text(text.replace('⏎', " ")).written()
            }
            // A spreadsheet may look past spaces for what begins a formula.
            Cell::Text(text) if text.trim_start_matches(' ').starts_with(FORMULA) => {
                format!("'{text}")
            }
            Cell::Text(text) => text.clone(),
            Cell::Number(value) => value.to_string(),
            Cell::Empty => String::new(),
        }
    }
}

/// With what a spreadsheet begins a formula, or looks for one behind it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What tells a spreadsheet that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table: the name of each column, and rows of as many cells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as text.
    #[must_use]
    pub fn written(&self) -> String {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
        let heads = self.columns.iter().map(|name| Cell::from(name.as_str()).written());
        // Writing to memory cannot fail.
        let _ = writer.write_record(heads);
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(Cell::written));
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_run_as_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x", "  =1"] {
            assert_eq!(Cell::from(text).written(), format!("'{text}"));
        }
        assert_eq!(Cell::from("a=b").written(), "a=b");
        assert_eq!(Cell::Number(-5.5).written(), "-5.5");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let odd = "a, \"b\"\r\nc; ü 港";
        let table = Table {
            columns: vec!["x".to_owned(), "y".to_owned()],
            rows: vec![vec![odd.into(), Cell::Number(2.0)], vec![Cell::Empty, "=x".into()]],
        };
        let text = table.written();
        assert!(text.starts_with("\u{feff}x,y\r\n"), "{text:?}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap(), vec!["x", "y"]);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows, [vec![odd, "2"], vec!["", "'=x"]]);
    }
}
