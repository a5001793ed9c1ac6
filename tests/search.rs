//! The filter, told as stories: what is typed, and which jobs come in which order.

mod search {
    mod any_text;
    mod explaining;
    mod finding;
    pub mod shelf;
    mod shown;
    mod words;
}
