//! Values in, cells out: the small things that the panes are drawn with.

pub mod excerpt;
pub mod input;
pub mod meter;
pub mod pay_bar;
pub mod row;
pub mod scroll;
pub mod text;
