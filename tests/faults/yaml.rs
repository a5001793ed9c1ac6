//! Faults of what a file says (Y): each is told with its place, and nothing grows without bounds.
