//! A panic ends the program: the page is told, so that it can say what to do.

use crate::platform;

/// From now on a panic is an event `lens-panic` of the window, with its words and place.
pub fn report() {
    std::panic::set_hook(Box::new(|panic| platform::tell("lens-panic", panic.to_string())));
}
