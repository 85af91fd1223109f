//! The bar above the view while a source is on.

use egui::{Align, Align2, Frame, Layout, Panel, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use super::trail::trail;
use super::words::{answer, figures};
use crate::live::Phase;
use crate::locale::text::tr;
use crate::state::{Command, Live, LiveCommand, State, Take};
use crate::ui::kit::paint::{spoken, text_within};
use crate::ui::kit::{Button, Icon};
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
        let right = controls(ui, inner, live, theme, commands) - size::SPACE_16;
        light(ui, inner, state, theme);
        let left = inner.left() + 2.0 * LIGHT + size::SPACE_12;
        let words = left + (right - left) * WORDS_SHARE;
        let bars = Rect::from_min_max(
            pos2(words + size::SPACE_16, rect.top() + ABOVE_TRAIL),
            pos2(right, rect.bottom() - ABOVE_TRAIL),
        );
        let has_trail = bars.width() >= LEAST_TRAIL;
        let room = if has_trail { words - left } else { right - left };
        says(ui, pos2(left, inner.center().y), room, (state, live), theme);
        if has_trail {
            trail(ui, bars, live, theme);
        }
    });
}

/// A name, figures, and below them the answer.
fn says(ui: &Ui, left_middle: egui::Pos2, room: f32, (state, live): (&State, &Live), theme: &Theme) {
    let (above, below) = (figures(state, live), answer(live));
    let color = if matches!(live.phase, Phase::Failed(_)) { theme.err } else { theme.mid };
    let painter = ui.painter();
    let [up, down] = [TextRole::BodyStrong, TextRole::Caption].map(|role| LEADING / 2.0 * role.font().size);
    let lines = [(-up, &above, TextRole::Caption, color), (down, &below, TextRole::BodyStrong, theme.hi)];
    for (down, text, role, color) in lines {
        text_within(painter, left_middle + vec2(0.0, down), room, text, role, color);
    }
    let rect = Align2::LEFT_CENTER.anchor_size(left_middle, vec2(room, height() - 4.0));
    spoken(ui, rect, Role::Label, &format!("{above}, {below}"));
}

/// Red while frames come.
fn light(ui: &Ui, rect: Rect, state: &State, theme: &Theme) {
    let center = rect.left_center() + vec2(LIGHT, 0.0);
    match state.is_playing() {
        true => ui.painter().circle_filled(center, LIGHT, theme.err),
        false => ui.painter().circle_stroke(center, LIGHT - 1.0, Stroke::new(1.5, theme.low)),
    };
}

/// Freeze, mirror, the trail as a file, close, at the right; returns where they begin.
fn controls(ui: &mut Ui, rect: Rect, live: &Live, theme: &Theme, commands: &mut Vec<Command>) -> f32 {
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let row = ui.scope_builder(builder, |ui| {
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
    });
    row.inner
}
