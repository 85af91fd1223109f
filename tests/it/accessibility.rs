//! The whole app without a mouse and without looking: what a screen reader says, where Tab goes, what shows the focus.

mod controls;
mod names;
mod scenes;
mod walk;

use controls::{Control, controls};
use scenes::{Place, places};
