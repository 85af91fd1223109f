//! Every key that does something, in one table: views and chrome ask it what was pressed, the sheet of keys is drawn from it.
//!
//! | file | its job |
//! |---|---|
//! | `table` | which key does what, and where |
//! | `sheet` | the lines of the sheet, in its groups |
//! | `names` | how keys are called |
//!
//! Keys within a control (arrows in a row of choices, Enter on a button) belong to that control.

mod names;
mod sheet;
mod table;

use egui::{InputState, Key, KeyboardShortcut, Popup, Ui};

pub use sheet::SHEET;
pub use table::*;

/// Where a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// In every view.
    Everywhere,
    /// While the window is shown to a class; goes before the keys of views.
    Projector,
    /// While the lesson is given; goes before the keys of views.
    Lesson,
    /// Network view.
    Network,
    /// Module view.
    Module,
    /// Layer view.
    Layer,
    /// While the photo dreams in the layer view.
    Dream,
    /// Classifiers view.
    Classifiers,
    /// Cost view.
    Cost,
    /// Photos of the album.
    AlbumPhotos,
    /// Answers to the photos of the album.
    AlbumAnswers,
    /// Map of the album.
    AlbumMap,
    /// While the photo is edited, beside any view.
    Edit,
}

/// Something a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Where.
    pub context: Context,
    /// Any of these; of two that differ by Shift the one with Shift is asked for first.
    pub keys: &'static [KeyboardShortcut],
}

/// A line of the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Key of the text that says what they do.
    pub text: &'static str,
    /// In the order of the text.
    pub keys: Keys,
}

/// What a line of the sheet tells to press.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    /// Keys of this table.
    Table(&'static [Shortcut]),
    /// Keys that controls take care of: arrows, Tab, Enter.
    Control(&'static [Key]),
}

impl Shortcut {
    /// Whether it was just pressed; then nobody else gets it.  Escape belongs to a menu as long as one is open.
    pub fn pressed(self, ui: &Ui) -> bool {
        let is_of_menu = self == ESCAPE && Popup::is_any_open(ui.ctx());
        !is_of_menu && ui.input_mut(|input| self.taken_from(input))
    }

    /// The same of one frame's input.
    pub fn taken_from(self, input: &mut InputState) -> bool {
        self.keys.iter().any(|key| input.consume_key(key.modifiers, key.logical_key))
    }

    /// Whether it is held down.
    pub fn is_down(self, ui: &Ui) -> bool {
        ui.input(|input| self.keys.iter().any(|key| input.key_down(key.logical_key)))
    }
}
