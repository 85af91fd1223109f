//! The camera of a tray, held: while pictures move it takes one after the other (design, Trays).

use egui::{Response, Ui};

/// Photos in a second: enough to catch a movement, few enough that two are not the same.
pub(super) const PER_SECOND: u8 = 4;

/// The camera that is held, and when it takes its next photo.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    tray: u64,
    /// In egui's time.
    next_seconds: f64,
}

/// Whether the camera of a tray takes a photo in this frame because it is held.  The first is due when a press is no
/// click any more, so that none is taken twice; none where nothing `moves`.
pub(super) fn is_due(ui: &Ui, camera: &Response, tray: u64, moves: bool, held: &mut Option<Held>) -> bool {
    if !moves || !camera.is_pointer_button_down_on() {
        *held = held.filter(|held| held.tray != tray);
        return false;
    }
    let now = ui.input(|input| input.time);
    let click = ui.ctx().options(|options| options.input_options.max_click_duration);
    let mut next = held.filter(|held| held.tray == tray).map_or(now + click, |held| held.next_seconds);
    let is_due = now >= next;
    if is_due {
        next = now + 1.0 / f64::from(PER_SECOND);
    }
    *held = Some(Held { tray, next_seconds: next });
    ui.ctx().request_repaint_after_secs((next - now) as f32);
    is_due
}
