//! What is switched off, in every view: no number of a network with something missing stands without this chip.

use egui::{Align2, Id, Response, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use crate::engine::off::Count;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, State};
use crate::ui::kit::{Lines, focus_ring, tooltip, width_of};
use crate::ui::style::{TextRole, Theme, size};

/// Room left and right of the words, points.
const PADDING: f32 = 10.0;
/// Names listed in the tooltip.
const NAMES: usize = 12;

/// "2 channels muted", "1 channel and 1 branch off"; `None` where nothing is.
#[must_use]
pub fn off_text(count: Count) -> Option<String> {
    if (count.channels, count.branches) == (0, 0) {
        return None;
    }
    let of = |key: &str, count: usize| tr_with(key, &[("count", count as f64)]);
    let channels = of("off-channels", count.channels);
    let branches = of("off-branches", count.branches);
    Some(match (count.channels, count.branches) {
        (_, 0) => tr_with("off-muted", &[("what", channels)]),
        (0, _) => tr_with("off-one", &[("what", branches)]),
        _ => tr_with("off-both", &[("channels", channels), ("branches", branches)]),
    })
}

/// What the chip says; `None` where nothing is off.
fn chip_text(state: &State) -> Option<String> {
    let words = off_text(state.off())?;
    // Of two photos, the first is the one whose network is changed.
    Some(match state.session.second.is_open() {
        true => format!("A: {words} · U"),
        false => format!("{words} · U"),
    })
}

/// Where it is kept whether this frame's chip is in the toolbar.
const IN_TOOLBAR: &str = "off-chip-in-toolbar";

/// Shows the chip in the toolbar, where something is off and there is room.
pub fn chip_in_toolbar(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let width =
        |words: String| width_of(ui.painter(), &words, TextRole::StatusStrong.font()) + 2.0 * PADDING + size::SPACE_16;
    let has_room = chip_text(state).map(width).is_some_and(|width| width < ui.available_width());
    ui.data_mut(|data| data.insert_temp(Id::unique(IN_TOOLBAR), has_room));
    if has_room {
        chip(ui, state, theme, commands);
    }
}

/// Shows it at the bottom, where the toolbar has no room.
pub fn chip_below(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if !ui.data(|data| data.get_temp(Id::unique(IN_TOOLBAR))).unwrap_or(false) {
        chip(ui, state, theme, commands);
    }
}

/// Shows the chip where something is off; a click switches everything on again, as U does.
pub fn chip(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let Some(words) = chip_text(state) else {
        return;
    };
    let response = plate(ui, &words, theme);
    tooltip(&response, theme, |ui| {
        let names = state.off_names();
        let mut listed = names[..names.len().min(NAMES)].join(", ");
        if names.len() > NAMES {
            listed += ", …";
        }
        let line = |text: String, color| RichText::new(text).color(color);
        ui.label(line(listed, theme.hi));
        ui.label(line(tr("off-hint"), theme.mid));
    });
    if response.clicked() {
        commands.push(Command::ClearMuted);
    }
}

/// Words on a filled ground, as high as the bar allows.
fn plate(ui: &mut Ui, words: &str, theme: &Theme) -> Response {
    let lines = Lines::new(ui.painter(), words, TextRole::StatusStrong, theme.inv, f32::INFINITY);
    let height = ui.available_height().min(size::HIT_TARGET);
    let wanted = vec2(lines.width() + 2.0 * PADDING, height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    let ground = rect.shrink2(vec2(0.0, 3.0));
    ui.painter().rect_filled(ground, size::RADIUS_BUTTON, theme.hi);
    lines.paint(ui.painter(), ground, Align2::CENTER_CENTER);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    response
}
