//! A menu below a button.

use egui::{Key, Popup, Response};

/// The menu of a button, to be shown after it; Esc closes it and leaves the keyboard at the button.
pub fn menu(button: &Response) -> Popup<'_> {
    let is_open = Popup::is_id_open(&button.ctx, Popup::default_response_id(button));
    if is_open && button.ctx.input(|input| input.key_pressed(Key::Escape)) {
        button.request_focus();
    }
    Popup::menu(button)
}
