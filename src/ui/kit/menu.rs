//! A menu below a button.

use egui::{Frame, InputState, Key, Layout, Modifiers, Popup, PopupCloseBehavior, Response, Ui};

/// The menu of a button, to be shown after it; Esc closes it and leaves the keyboard at the button.
pub fn menu(button: &Response) -> Menu<'_> {
    let id = Popup::default_response_id(button);
    let escape = |input: &mut InputState| input.consume_key(Modifiers::NONE, Key::Escape);
    if Popup::is_id_open(&button.ctx, id) && button.ctx.input_mut(escape) {
        Popup::close_id(&button.ctx, id);
        button.request_focus();
    }
    Menu(Popup::menu(button))
}

/// A menu that is about to be shown.
#[must_use]
pub struct Menu<'a>(Popup<'a>);

impl Menu<'_> {
    /// What closes it; a click anywhere unless said.
    pub fn close_behavior(self, behavior: PopupCloseBehavior) -> Self {
        Self(self.0.close_behavior(behavior))
    }

    /// How its contents stand; each as wide as the widest unless said.
    pub fn layout(self, layout: Layout) -> Self {
        Self(self.0.layout(layout))
    }

    /// Its border and ground.
    pub fn frame(self, frame: Frame) -> Self {
        Self(self.0.frame(frame))
    }

    /// Shows it while it is open.
    pub fn show(self, content: impl FnOnce(&mut Ui)) {
        let mut content = Some(content);
        show(self.0, &mut |ui| {
            if let Some(content) = content.take() {
                content(ui);
            }
        });
    }
}

/// Contents come as one type, so that egui's popup is compiled once for all of them and not once for each.
fn show(popup: Popup<'_>, content: &mut dyn FnMut(&mut Ui)) {
    popup.show(content);
}
