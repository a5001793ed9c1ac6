//! Faults of the terminal's life (T): however the program ends or is held up, the terminal is as before.

#[path = "terminal/around.rs"]
mod around;
#[path = "terminal/ending.rs"]
mod ending;
#[path = "terminal/memory.rs"]
mod memory;
#[path = "terminal/mistakes.rs"]
mod mistakes;
#[path = "terminal/sizes.rs"]
mod sizes;
#[path = "terminal/starting.rs"]
mod starting;
#[path = "terminal/suspending.rs"]
mod suspending;
