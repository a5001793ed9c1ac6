//! Rolebook reads folders of YAML job profiles and shows them in a terminal.
//!
//! # The screen and its words
//!
//! ```text
//!  title line ──▸ ┤Jobs├ 3 of 48  best first      │ Sales Support Supervisor           ✓ marked ◂── tags
//!  prompt ──────▸  › sales sup                    │ SM15000482 · M01 · Sales               ◂── a fact
//!  cursor, mark ▸ ▌✓ Sales Support Supervisor M01 │ Base  79k ├──┤▒▒█▒▒├──┤ 120k         ◂── a pay bar
//!  a hit ───────▸    Senior Sales Specialist  P03 │ Reports to  Head of Sales ›            ◂── a link
//!  the line ────▸  ───────── letters apart ────── │ Competencies  16 ──────────────
//!  a dimmed hit ▸    Sales Operations Manager M03 │ ▾ General (job family)         8       ◂── a group
//!                                                 │   ▾ Negotiation  ●●●○○  3 Moderate     ◂── a meter
//!                                                 │     ▸ 2 Light     included             ◂── a level
//!                    the list                     │       the detail above, the tree below
//!  Enter open · / filter · ? all keys      48 jobs · 0 problems     ◂── footer: hints and state
//! ```
//!
//! A *profile* is what a file says about a job; a *job* is that, who it is, and what is wrong with
//! it. A job asks for *competencies* in *groups*; each *requirement* names a competency and a
//! *proficiency level* on a *scale*; a level has *behaviours*. A *library* is an immutable snapshot
//! of a whole folder. A *view* takes the place of the panes for a while: a comparison, a gap.
//!
//! # The layers
//!
//! An arrow only ever points down; a test keeps it so.
//!
//! ```text
//!  main       arguments in, exit code out
//!  cli        commands that need no screen          tui      the screen
//!     └──────────────┬───────────────────────────────┘
//!  export     documents to take away                store    files → model, the only one that
//!  interview  what to ask, and how to judge it        │      touches them
//!  gap        from one job to another                 │
//!  near       jobs that are alike, and routes         │
//!  compare    jobs beside each other                 schema   what may be typed, for editors
//!  lint       what is wrong with a library            │
//!  outline    competencies as flat rows               │
//!  facts      everything else, one fact a row         │
//!  search     query → ranked hits                     │
//!  changes    what differs between two libraries      │
//!     └──────────────┬────────────────────────────────┘
//!  model      profiles, competencies, scales, pay, libraries: plain data
//!  printable  what makes text from outside safe to show
//!  slips      how far a typed word lies from a known one
//!  save       a file on the disk, whole or not at all; never one that is there unasked
//! ```
//!
//! # One way round
//!
//! Terminal events, and libraries from the loader, come as a [`tui::message::Msg`] to
//! [`tui::app::App::update`], which changes plain data and returns what the world is asked for (a
//! [`tui::effect::Effect`]); [`tui::draw::draw`] then shows the data and changes nothing. Everything
//! is known by stable ids, never by an index, so that a reload leaves the reader where they were.
//!
//! A change on the disk → a [`store::Event`], only a hint → [`store::Plan`] decides what is looked at
//! and when → [`store::Folder::look`] reads what has another stamp and is not being written → a new
//! library, if anything is other than it was.
//!
//! ```
//! use rolebook::model::Parts;
//! use rolebook::search::{Index, Query, search};
//! use rolebook::{model, store};
//! use std::path::Path;
//! use std::sync::Arc;
//!
//! let yaml = b"title: Payroll Supervisor\nlevel: M01\n";
//! let jobs = store::parse_profiles(Path::new("finance/payroll.yaml"), yaml);
//! let jobs = jobs.into_iter().map(Arc::new).collect();
//! let library = model::Library::new(Parts { jobs, complete: true, ..Parts::default() });
//! let index = Index::new(Arc::new(library), None);
//! let hits = search(&index, &Query::parse("pay sup"), None);
//! assert_eq!(hits.len(), 1);
//! ```
#![forbid(unsafe_code)]

pub mod changes;
pub mod cli;
pub mod compare;
pub mod export;
pub mod facts;
pub mod gap;
pub mod interview;
pub mod lint;
pub mod model;
pub mod near;
pub mod outline;
pub mod printable;
pub mod save;
pub mod schema;
pub mod search;
pub mod slips;
pub mod store;
#[cfg(test)]
mod testing;
pub mod tui;
