//! The whole app without a mouse and without looking: what a screen reader says, where Tab goes, what shows the focus.

mod by_keyboard;
pub mod controls;
mod faint;
mod names;
mod places;
mod reading;
mod rings;
mod walk;

use controls::{Control, controls};
use places::{Place, places};
