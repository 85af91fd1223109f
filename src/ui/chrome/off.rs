//! What is switched off, and that the photo is edited, in every view: no number of a changed network or photo stands without its
//! chip.

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

/// What a chip is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Changed {
    /// Channels or branches are off.
    Network,
    /// The photo is edited, and the editor, which shows how, is closed.
    Photo,
}

/// The chips, and what they say.
fn chips(state: &State) -> Vec<(Changed, String)> {
    let network = off_text(state.off()).map(|words| (Changed::Network, format!("{words} · U")));
    // A card that moves the photo says so itself.
    let is_told = state.editing.is_open || state.is_lesson();
    let is_edited = !state.edits().is_none() && !is_told && state.shown().is_some();
    let photo = is_edited.then(|| (Changed::Photo, tr("edited-chip")));
    // Of two photos, the first is the one that is changed, and whose network is.
    let named = |(what, words)| match state.session.second.is_open() {
        true => (what, format!("A: {words}")),
        false => (what, words),
    };
    network.into_iter().chain(photo).map(named).collect()
}

/// Whether there is any.
pub fn has_chips(state: &State) -> bool {
    !chips(state).is_empty()
}

/// Where it is kept whether this frame's chip is in the toolbar.
const IN_TOOLBAR: &str = "off-chip-in-toolbar";

/// Shows the chips in the toolbar, where there is room.
pub fn chips_in_toolbar(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let chips = chips(state);
    let width = |(_, words): &(Changed, String)| {
        width_of(ui.painter(), words, TextRole::StatusStrong.font()) + 2.0 * PADDING + size::SPACE_16
    };
    let has_room = !chips.is_empty() && chips.iter().map(width).sum::<f32>() < ui.available_width();
    ui.data_mut(|data| data.insert_temp(Id::unique(IN_TOOLBAR), has_room));
    if has_room {
        show(ui, chips, state, theme, commands);
    }
}

/// Shows them at the bottom, where the toolbar has no room.
pub fn chips_below(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if !ui.data(|data| data.get_temp(Id::unique(IN_TOOLBAR))).unwrap_or(false) {
        show(ui, chips(state), state, theme, commands);
    }
}

/// Shows them where there is nothing else to be shown.
pub fn chips_alone(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    show(ui, chips(state), state, theme, commands);
}

fn show(ui: &mut Ui, chips: Vec<(Changed, String)>, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    for (what, words) in chips {
        let response = plate(ui, &words, theme);
        tooltip(&response, theme, |ui| {
            let line = |text: String, color| RichText::new(text).color(color);
            match what {
                Changed::Network => {
                    ui.label(line(listed(&state.off_names()), theme.hi));
                    ui.label(line(tr("off-hint"), theme.mid));
                }
                Changed::Photo => {
                    ui.label(line(tr("edited-chip-hint"), theme.mid));
                }
            }
        });
        if response.clicked() {
            commands.push(match what {
                Changed::Network => Command::ClearMuted,
                Changed::Photo => Command::ShowEditor(true),
            });
        }
    }
}

fn listed(names: &[String]) -> String {
    let listed = names[..names.len().min(NAMES)].join(", ");
    if names.len() > NAMES { listed + ", …" } else { listed }
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
