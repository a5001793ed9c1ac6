//! Faults of watching (W): in whatever way a file changes, the screen follows.
