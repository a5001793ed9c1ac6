//! Faults of files and folders (F): what cannot be read spares the rest.
