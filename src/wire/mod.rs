//! Data for another instance of the program, which shares no memory with this one: what crosses, crosses as bytes.
//!
//! Numbers and words go into the bytes as serde derives it ([postcard's format](https://postcard.jamesmunns.com)).  What many things
//! share behind an `Arc` goes there **once**: its first mention carries it under a number, every later one is the number alone,
//! and both sides keep a table of what the other knows ([`Known`]).
//!
//! | file | its job |
//! |---|---|
//! | `known` | the table of one side: numbers and what they stand for |
//! | `once` | an `Arc` whose content crosses once, or once a message |
//! | `floats`, `bytes`, `plain` | many numbers, as the bytes they are |
//! | `picture` | pixels likewise |
//! | `word` | words that live as long as the program |
//! | `identity` | numbers that tell things apart, wherever they were made |

pub mod bytes;
pub mod floats;
pub mod identity;
mod known;
pub mod once;
pub mod picture;
pub mod plain;
pub mod word;

use std::cell::RefCell;

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

pub use known::{Known, Side};

/// Why something could not be made into bytes, or of bytes.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct WireError(String);

/// What is known while a message is written or read.
struct Scope {
    known: Known,
    /// What this message alone knows.
    message: Known,
}

thread_local! {
    static SCOPE: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

/// The bytes of a message to the other side.
///
/// # Errors
/// Something in it does not cross.
pub fn encode<T: Serialize>(known: &mut Known, message: &T) -> Result<Vec<u8>, WireError> {
    let before = known.named();
    let message = within(known, || postcard::to_extend(message, Vec::new()));
    message.map_err(|error| {
        // What was named in it never crosses.
        known.forget_since(before);
        WireError(error.to_string())
    })
}

/// A message of the other side, which must be read in the order in which they were written.
///
/// # Errors
/// Bytes that are no such message, or speak of what this side has let go of.
pub fn decode<T: DeserializeOwned>(known: &mut Known, bytes: &[u8]) -> Result<T, WireError> {
    within(known, || postcard::from_bytes(bytes)).map_err(|error| WireError(error.to_string()))
}

/// Does something while `known` is at hand; it comes back even from a panic.
fn within<R>(known: &mut Known, work: impl FnOnce() -> R) -> R {
    struct Lent<'a>(&'a mut Known);
    impl Drop for Lent<'_> {
        fn drop(&mut self) {
            if let Some(scope) = SCOPE.take() {
                *self.0 = scope.known;
            }
        }
    }
    let side = known.side();
    SCOPE.set(Some(Scope { known: std::mem::replace(known, Known::new(side)), message: Known::new(side) }));
    let _lent = Lent(known);
    work()
}

/// Which side writes or reads at present; `None` outside a message.
pub fn side() -> Option<Side> {
    SCOPE.with_borrow(|scope| scope.as_ref().map(|scope| scope.known.side()))
}
