//! Faults of writing (X): a document is there whole or not at all, and no profile is ever written.
