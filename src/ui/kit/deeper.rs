//! The way from a thing to what is behind it.

use egui::{Key, Response, Ui};

/// Whether a double click asks for what is behind a control, or Enter while the control has the focus and is selected: the
/// first Enter selects like a click, the second goes deeper.
pub fn goes_deeper(ui: &Ui, response: &Response, is_selected: bool) -> bool {
    let by_key = is_selected && response.has_focus() && enter_pressed(ui);
    response.double_clicked() || by_key
}

/// Whether Enter was pressed in this frame.
pub fn enter_pressed(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Enter))
}
