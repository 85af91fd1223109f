//! The bar above the view while a source is on.

use egui::{Align2, Frame, Panel, Rect, Role, Stroke, Ui, vec2};

use super::trail::trail;
use super::words::{answer, figures};
use crate::live::Phase;
use crate::locale::text::tr;
use crate::state::{Command, Live, LiveCommand, State, Take};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Button, Icon, from_right, right_of, write_fitted};
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, Theme, size};

/// Radius of the light that says that frames come, points.
const LIGHT: f32 = 5.0;
/// The share of the room left of the controls that words take, and the least they need, points.
const WORDS_SHARE: f32 = 0.56;
/// Room above and below the bars of the trail, points.
const ABOVE_TRAIL: f32 = 9.0;
/// With less room the trail is left out, points.
const LEAST_TRAIL: f32 = 60.0;

/// Height of a line of text, sizes of its type.
const LEADING: f32 = 1.3;

/// Room for two lines, in front of a class too.
fn height() -> f32 {
    let lines = [TextRole::BodyStrong, TextRole::Caption].map(|role| LEADING * role.font().size);
    size::COMPARE_HEIGHT.max(lines[0] + lines[1] + size::SPACE_8)
}

/// Freeze, and go on.
pub fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if let Some(live) = &state.live
        && !ui.text_edit_focused()
        && shortcuts::HOLD_FRAME.pressed(ui)
    {
        commands.push(Command::Live(LiveCommand::Freeze(!live.is_frozen)));
    }
}

/// Shows the bar, if a source is on.
pub fn strip(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let Some(live) = &state.live else { return };
    let panel = Panel::top("live").exact_size(height()).frame(Frame::new().fill(theme.bg1));
    panel.show(ui, |ui| {
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(size::hairline(), theme.line));
        let inner = rect.shrink2(vec2(size::SPACE_16, 0.0));
        let mut room = inner.with_max_x(controls(ui, inner, live, theme, commands) - size::SPACE_16);
        light(ui, room.take_left(2.0 * LIGHT), state, theme);
        room.take_left(size::SPACE_12);
        let words = room.share(WORDS_SHARE);
        let bars = right_of(room, words, size::SPACE_16).shrink2(vec2(0.0, ABOVE_TRAIL));
        let has_trail = bars.width() >= LEAST_TRAIL;
        says(ui, if has_trail { words } else { room }, (state, live), theme);
        if has_trail {
            trail(ui, bars, live, theme);
        }
    });
}

/// A name, figures, and below them the answer.
fn says(ui: &Ui, room: Rect, (state, live): (&State, &Live), theme: &Theme) {
    let (above, below) = (figures(state, live), answer(live));
    let color = if matches!(live.phase, Phase::Failed(_)) { theme.err } else { theme.mid };
    let lines = [(&above, TextRole::Caption, color), (&below, TextRole::BodyStrong, theme.hi)];
    let heights = lines.map(|(_, role, _)| LEADING * role.font().size);
    let mut rows = room.middle_row(heights.iter().sum());
    for ((words, role, ink), height) in lines.into_iter().zip(heights) {
        write_fitted(ui.painter(), rows.take_top(height), Align2::LEFT_CENTER, words, role, ink);
    }
    spoken(ui, room.middle_row(height() - 4.0), Role::Label, &format!("{above}, {below}"));
}

/// Red while frames come.
fn light(ui: &Ui, rect: Rect, state: &State, theme: &Theme) {
    let center = rect.center();
    match state.is_playing() {
        true => ui.painter().circle_filled(center, LIGHT, theme.err),
        false => ui.painter().circle_stroke(center, LIGHT - 1.0, Stroke::new(1.5, theme.low)),
    };
}

/// Freeze, mirror, the trail as a file, close, at the right; returns where they begin.
fn controls(ui: &mut Ui, rect: Rect, live: &Live, theme: &Theme, commands: &mut Vec<Command>) -> f32 {
    from_right(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let mut wish = |command| commands.push(Command::Live(command));
        if ui.add(Button::icon(theme, Icon::Close, &tr("live-close"))).clicked() {
            wish(LiveCommand::Close);
        }
        let save = ui.add_enabled(!live.trail.is_empty(), Button::icon(theme, Icon::TakeHome, &tr("live-save")));
        let mirror = tr("live-mirror");
        if ui.add(Button::plain(theme, &mirror).toggled(live.is_mirrored)).clicked() {
            wish(LiveCommand::Mirror(!live.is_mirrored));
        }
        let freeze = tr("live-freeze");
        if ui.add_enabled(live.is_on(), Button::plain(theme, &freeze).toggled(live.is_frozen)).clicked() {
            wish(LiveCommand::Freeze(!live.is_frozen));
        }
        if save.clicked() {
            commands.push(Command::TakeHome(Take::Trail));
        }
        ui.min_rect().left()
    })
}
