//! The window goes before a class, and back to the desk.

use super::app::App;
use crate::state::{MessageKind, MessageText, Projector};

/// The step of [`App::zoom`].
const ZOOM_STEP: f32 = 0.1;

impl App {
    /// Shows the window to a class, or to one person again.
    pub(super) fn present(&mut self, on: bool, now_seconds: f64) {
        if on && !self.state.projector.is_on {
            let has_window = self.state.abilities.has_second_window;
            let hint = MessageText::plain(if has_window { "present-hint" } else { "present-hint-one-window" });
            self.say(MessageKind::Note, hint, now_seconds);
        }
        self.state.projector = Projector { is_on: on, since_seconds: now_seconds, ..Projector::default() };
    }

    /// The window fills the screen no more, by a wish that the window did not see.
    pub fn screen_given_back(&mut self) {
        self.window.fills_screen = false;
        if self.state.projector.is_on {
            self.present(false, 0.0);
        }
    }

    /// Everything larger or smaller by steps; 0 steps: as it was at first.  On a desk it is remembered.
    pub(super) fn zoom(&mut self, steps: i32) {
        let next = |zoom: f32, [least, most]: [f32; 2]| match steps {
            0 => 1.0,
            steps => {
                let in_steps = (zoom / ZOOM_STEP).round() + steps as f32;
                (in_steps * ZOOM_STEP).clamp(least, most)
            }
        };
        let state = &mut self.state;
        if state.projector.is_on {
            state.projector.zoom = next(state.projector.zoom, Projector::ZOOM);
        } else {
            state.settings.text_scale = next(state.settings.text_scale, [1.0, 2.0]);
        }
    }
}
