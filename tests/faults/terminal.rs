//! Faults of the terminal's life (T): however the program ends or is held up, the terminal is as before.
