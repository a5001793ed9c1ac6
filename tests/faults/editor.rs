//! Faults of the reader's editor (D): whatever it does, the screen is whole when it is back.
