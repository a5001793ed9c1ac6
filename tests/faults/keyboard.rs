//! Faults of keyboard, paste and mouse (I): whatever arrives as input, the program listens on.
