//! How deep the network has looked: which layer dreams, and what one of its cells sees.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::locale::text::{tr, tr_with};
use crate::state::{Command, DEPTHS, Making, State};
use crate::ui::kit::paint::{card_ground, text};
use crate::ui::kit::{chart_keys, tooltip};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_dot::dot;

/// Room for the names at the left.
const NAMES: f32 = 104.0;
/// Room at the right.
const RIGHT: f32 = 44.0;
/// Depths before which a max pool stands: after conv3, 3b and 4e.
const POOLS: [usize; 3] = [1, 3, 8];
/// What the dreams of some depths are made of: first and last of them.
const KINDS: [(&str, usize, usize); 4] =
    [("dream-textures", 0, 1), ("dream-patterns", 2, 3), ("dream-parts", 4, 6), ("dream-things", 7, 9)];

/// "conv3", "4c".
pub(super) fn short(layer: &str) -> &str {
    layer.strip_prefix("inception").unwrap_or(layer)
}

/// The kind of thing that a depth dreams of.
pub(super) fn kind(depth: usize) -> String {
    let found = KINDS.iter().find(|(_, first, last)| (*first..=*last).contains(&depth));
    found.map(|(key, ..)| tr(key)).unwrap_or_default()
}

/// Side of what a cell of a layer sees, pixels of the network's input.
pub(super) fn sees(state: &State, layer: &str) -> usize {
    state.network().and_then(|network| network.layer(layer)).map_or(0, |layer| layer.receptive_field.size)
}

/// Shows the card with its ten depths.
pub(super) fn depth(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let state = seen.state;
    let left = rect.left() + size::CARD_PADDING;
    let rows = [23.0, 45.0, 65.0, 86.0].map(|offset| rect.top() + offset);
    let painter = ui.painter().clone();
    text(&painter, pos2(left, rows[0]), Align2::LEFT_CENTER, &tr("dream-depth"), TextRole::Name, theme.hi);
    pool(ui, pos2(left + 2.0, rows[1]), theme);
    text(
        &painter,
        pos2(left + 10.0, rows[1]),
        Align2::LEFT_CENTER,
        &tr("dream-max-pool"),
        TextRole::Caption,
        theme.low,
    );
    text(&painter, pos2(left, rows[2]), Align2::LEFT_CENTER, &tr("dream-cell-sees"), TextRole::Caption, theme.low);
    let (first, last) = (rect.left() + NAMES + 36.0, rect.right() - RIGHT);
    let pitch = (last - first) / (DEPTHS.len() - 1) as f32;
    let x = |depth: usize| first + depth as f32 * pitch;
    let shown = DEPTHS.iter().position(|layer| *layer == seen.layer.name);
    let track = Stroke::new(4.0, theme.line2);
    painter.hline(first..=last, rows[1], track);
    for place in POOLS {
        pool(ui, pos2(x(place) - pitch / 2.0, rows[1]), theme);
    }
    let id = ui.scope_id().with("dream-depth");
    let whole = Rect::from_min_max(pos2(first - 20.0, rows[0] - 12.0), pos2(last + 20.0, rows[2] + 10.0));
    let typed = chart_keys(ui, whole, id, &tr("dream-depth"), theme);
    if let Some(next) = typed.next(shown, DEPTHS.len()) {
        commands.push(Command::SelectLayer(DEPTHS[next].to_owned()));
    }
    for (depth, layer) in DEPTHS.iter().enumerate() {
        let column = Rect::from_center_size(pos2(x(depth), whole.center().y), vec2(pitch.min(64.0), whole.height()));
        let is_shown = shown == Some(depth);
        let response = ui.interact(column, id.with(depth), Sense::CLICK);
        let pixels = sees(state, layer);
        let values = [("layer", short(layer).to_owned()), ("pixels", pixels.to_string()), ("kind", kind(depth))];
        let name = tr_with("dream-depth-name", &values);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_shown, &name));
        let (role, ink) = match is_shown {
            true => (TextRole::Name, theme.hi),
            false => (TextRole::Body, if response.hovered() { theme.hi } else { theme.mid }),
        };
        text(&painter, pos2(x(depth), rows[0]), Align2::CENTER_CENTER, short(layer), role, ink);
        let is_ready =
            state.dreams.of(&state.recipe_at(layer, None)).is_some_and(|it| matches!(it.making, Making::Done));
        dot(ui, pos2(x(depth), rows[1]), is_shown, is_ready, theme);
        let role = if is_shown { TextRole::StatusStrong } else { TextRole::Tick };
        let ink = if is_shown { theme.hi } else { theme.low };
        text(&painter, pos2(x(depth), rows[2]), Align2::CENTER_CENTER, &pixels.to_string(), role, ink);
        tooltip(&response, theme, |ui| {
            ui.label(egui::RichText::new(&name).color(theme.hi));
        });
        if response.clicked() {
            commands.push(Command::SelectLayer((*layer).to_owned()));
        }
    }
    text(&painter, pos2(rect.right() - 12.0, rows[2]), Align2::RIGHT_CENTER, "px", TextRole::Tick, theme.low);
    kinds(ui, rows[3], shown, x, theme);
}

/// A max pool: a short vermilion bar.
fn pool(ui: &Ui, center: egui::Pos2, theme: &Theme) {
    let bar = Rect::from_center_size(center, vec2(3.0, 16.0));
    ui.painter().rect_filled(bar, 1.0, theme.hue(Hue::Pool).fill);
}

/// Textures, patterns, parts, things: a line as long as their depths.
fn kinds(ui: &Ui, y: f32, shown: Option<usize>, x: impl Fn(usize) -> f32, theme: &Theme) {
    for (key, first, last) in KINDS {
        let is_shown = shown.is_some_and(|depth| (first..=last).contains(&depth));
        let ink = if is_shown { theme.hi } else { theme.low };
        let (left, right) = (x(first) - 22.0, x(last) + 22.0);
        let role = if is_shown { TextRole::StatusStrong } else { TextRole::Tick };
        let middle = (left + right) / 2.0;
        let words = text(ui.painter(), pos2(middle, y), Align2::CENTER_CENTER, &tr(key), role, ink);
        let stroke = Stroke::new(size::hairline(), if is_shown { theme.hi } else { theme.line2 });
        for range in [left..=words.left() - 6.0, words.right() + 6.0..=right] {
            if range.end() > range.start() {
                ui.painter().hline(range, y, stroke);
            }
        }
    }
}
