//! What an album says about a network: counts over its photos, nothing else.  Photos that cannot be read or have not run are in none
//! of them.
//!
//! | file | its job |
//! |---|---|
//! | `confusion` | true label against answer |
//! | `shares` | share right of each head, precision, recall and F1 of each class |
//! | `reliability` | is it right as often as it is sure? |

mod confusion;
mod reliability;
mod shares;

pub use confusion::{Confusion, Pair, Row, confusion};
pub use reliability::{BINS, Bin, Over, Reliability, reliability};
pub use shares::{ClassShares, HeadShares, class_shares, head_shares};
