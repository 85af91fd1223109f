//! A page may look at the clipboard only while somebody pastes, and then it is told.

use crate::platform::clipboard::Held;

/// The browser turns keys into cut, copy and paste.
pub const HAS_OUR_KEYS: bool = false;

/// Nothing.
pub fn held() -> Held {
    Held::Nothing
}
