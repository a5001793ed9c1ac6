//! A document as one HTML page that needs nothing else: no script, no picture, no other file.

mod pay;

use super::document::{Block, Document, Fact, Paper, Room, Row, Table, Tone, Words};
use std::fmt::Write;

/// How the page looks, on a screen and on paper.
const STYLE: &str = include_str!("html/style.css");

/// What a page of wide tables has besides.
const WIDE: &str = "@page { size: landscape; margin: 10mm; }\n\
    @media print { body { font-size: 9pt; } table { font-size: 8pt; } th, td { padding: .2rem .3rem; } }\n";

/// The page.
#[must_use]
pub fn write(document: &Document) -> String {
    let language = document.language.as_deref().filter(|language| is_tag(language));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{page}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        language.unwrap_or("en"),
        page = match document.paper {
            Paper::Usual => "",
            Paper::Wide => WIDE,
        },
        title = escaped(&document.title),
    );
    for block in &document.blocks {
        put(&mut out, block);
    }
    out + "</body>\n</html>\n"
}

fn put(out: &mut String, block: &Block) {
    // Writing to a string cannot fail.
    let _ = match block {
        Block::Heading(level, text) => writeln!(out, "<h{level}>{}</h{level}>", escaped(text)),
        // Word processors know this older name of it alone, and only where it stands.
        Block::Sheet(text) => {
            writeln!(out, "<h2 style=\"page-break-before: always\">{}</h2>", escaped(text))
        }
        Block::Paragraph(words) => writeln!(out, "<p>{}</p>", inline(words)),
        Block::Facts(facts) => put_facts(out, facts),
        Block::Source(facts) => {
            out.push_str("<footer>\n<h2>Source</h2>\n");
            let _ = put_facts(out, facts);
            writeln!(out, "</footer>")
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = write!(out, "<li>{}", inline(&item.words));
                if !item.inside.is_empty() {
                    let inside = item.inside.iter().map(|w| format!("<li>{}</li>\n", inline(w)));
                    let _ = write!(out, "\n<ul>\n{}</ul>\n", inside.collect::<String>());
                }
                out.push_str("</li>\n");
            }
            writeln!(out, "</ul>")
        }
        Block::Table(table) => {
            put_table(out, table);
            Ok(())
        }
        Block::Pay(records) => {
            records.iter().for_each(|record| pay::put(out, record));
            Ok(())
        }
        Block::Form(rooms) => {
            put_form(out, rooms);
            Ok(())
        }
    };
}

fn put_facts(out: &mut String, facts: &[Fact]) -> std::fmt::Result {
    out.push_str("<dl>\n");
    for fact in facts {
        writeln!(out, "<dt>{}</dt>", escaped(&fact.label))?;
        for value in &fact.values {
            writeln!(out, "<dd>{}</dd>", inline(value))?;
        }
    }
    writeln!(out, "</dl>")
}

/// What a table needs so that its lines survive in a word processor.
const BORDERS: &str = "border=\"1\" cellpadding=\"4\" cellspacing=\"0\"";

/// What it needs to be as wide as the page there.
const WHOLE: &str = "width=\"100%\"";

/// How wide the first column is where the others are jobs, and the labels of a form, in per cent.
const FIRST: usize = 19;

/// How high a line of handwriting is, in the pixels of a page.
const LINE: usize = 26;

/// Room to write as a table, whose empty cells keep their height wherever it is pasted.
fn put_form(out: &mut String, rooms: &[Room]) {
    let rest = 100 - FIRST;
    let _ = writeln!(
        out,
        "<table class=\"form\" {BORDERS} {WHOLE} style=\"page-break-inside: avoid\">\n\
         <tbody valign=\"top\">"
    );
    for room in rooms {
        let (label, words) = (escaped(&room.label), inline(&room.words));
        let high = room.lines.max(1) * LINE;
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\" width=\"{FIRST}%\">{label}</th>\
             <td width=\"{rest}%\" height=\"{high}\">{words}</td></tr>"
        );
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A real table with its headings, so that it can be heard, sorted and pasted elsewhere.
fn put_table(out: &mut String, table: &Table) {
    let class = if table.of_jobs { "class=\"jobs\" " } else { "" };
    let _ = writeln!(out, "<table {class}{BORDERS} {WHOLE}>");
    if !table.caption.is_empty() {
        let _ = writeln!(out, "<caption>{}</caption>", escaped(&table.caption));
    }
    out.push_str("<thead valign=\"top\">\n<tr>");
    let jobs = table.columns.len().saturating_sub(1).max(1);
    for (i, column) in table.columns.iter().enumerate() {
        // Word processors know how wide a column is from its first cell alone.
        let wide = match (table.of_jobs, i) {
            (false, _) => String::new(),
            (true, 0) => format!(" width=\"{FIRST}%\""),
            (true, _) => format!(" width=\"{:.1}%\"", (100 - FIRST) as f64 / jobs as f64),
        };
        let _ = match column.as_str() {
            // A heading that says nothing would be read out as one.
            "" => write!(out, "<td{wide}></td>"),
            column => write!(out, "<th scope=\"col\"{wide}>{}</th>", escaped(column)),
        };
    }
    out.push_str("</tr>\n</thead>\n<tbody valign=\"top\">\n");
    for (i, row) in table.rows.iter().enumerate() {
        let _ = match row {
            Row::Section(name) => {
                // Each section is a group of rows of its own.
                let cut = if i > 0 { "</tbody>\n<tbody valign=\"top\">\n" } else { "" };
                let columns = table.columns.len();
                let name = escaped(name);
                writeln!(
                    out,
                    "{cut}<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"{columns}\">{name}</th></tr>"
                )
            }
            Row::Cells(about, cells) => {
                let cells = cells.iter().map(|words| format!("<td>{}</td>", inline(words)));
                let about = inline(about);
                writeln!(
                    out,
                    "<tr><th scope=\"row\">{about}</th>{}</tr>",
                    cells.collect::<String>()
                )
            }
        };
    }
    out.push_str("</tbody>\n</table>\n");
}

fn inline(words: &Words) -> String {
    let mut out = String::new();
    for run in &words.0 {
        let text = escaped(&run.text);
        let _ = match run.tone {
            Tone::Strong => write!(out, "<strong>{text}</strong>"),
            Tone::Differs => write!(out, "<strong class=\"differs\">{text}</strong>"),
            Tone::Aside => write!(out, "<em>{text}</em>"),
            Tone::Link if is_web(&run.text) => write!(out, "<a href=\"{text}\">{text}</a>"),
            Tone::Plain | Tone::Link => write!(out, "{text}"),
        };
    }
    out
}

/// Whether an address may be followed. Everything else, such as `javascript:`, stays text.
fn is_web(address: &str) -> bool {
    let starts = |scheme: &str| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (starts("https://") || starts("http://")) && !address.contains(char::is_whitespace)
}

/// Whether a text can be the name of a language: letters, digits and hyphens.
fn is_tag(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    plain && text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Text in which HTML sees no markup, between tags and within quotes.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let link = |text: &str| inline(&Words::of(Tone::Link, text));
        assert_eq!(link("https://a.b/?x=1&y"), {
            let address = "https://a.b/?x=1&amp;y";
            format!("<a href=\"{address}\">{address}</a>")
        });
        for other in ["javascript:alert(1)", "//a.b", "https:/a", "data:text/html,x", "http://a b"]
        {
            assert_eq!(link(other), escaped(other), "{other}");
        }
        assert!(!link("https://a\" onclick=\"x").contains("\" onclick"));
    }

    #[test]
    fn a_language_is_a_tag_or_left_out() {
        let page = |language: &str| {
            write(&Document { language: Some(language.to_owned()), ..Document::new("x") })
        };
        assert!(page("de-CH").contains("<html lang=\"de-CH\">"));
        assert!(page("\"><script>").contains("<html lang=\"en\">"));
    }
}
