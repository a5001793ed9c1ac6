//! Faults of the command line (C): pipes, colours, arguments and exit codes.
