//! What the program is built from (S).
