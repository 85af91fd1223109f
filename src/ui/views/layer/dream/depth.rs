//! How deep the network has looked: which layer dreams, and what one of its cells sees.

use egui::{Align2, Pos2, Rect, Stroke, Ui, vec2};

use crate::locale::text::{tr, tr_with};
use crate::state::{Command, DEPTHS, Making, State};
use crate::ui::kit::paint::card_ground;
use crate::ui::kit::{Area, write};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::{Depth, DepthLine, short};

/// Room at the left, with the names of the rows, and at the right.
const NAMES: f32 = 140.0;
const RIGHT: f32 = 44.0;
/// Depths before which a max pool stands: after conv3, 3b and 4e.
const POOLS: [usize; 3] = [1, 3, 8];
/// What the dreams of some depths are made of: first and last of them.
const KINDS: [(&str, usize, usize); 4] =
    [("dream-textures", 0, 1), ("dream-patterns", 2, 3), ("dream-parts", 4, 6), ("dream-things", 7, 9)];

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
    let mut room = rect.without_top(11.0);
    let rows = DepthLine::new(&mut room, [24.0, 20.0, 20.0], [NAMES, RIGHT], DEPTHS.len());
    rows.ground(ui.painter(), theme);
    write(ui.painter(), rows.fields.without_right(12.0), Align2::RIGHT_CENTER, "px", TextRole::Tick, theme.low);
    let named = rows.line.without_left(size::CARD_PADDING);
    pool(ui, named.left_part(4.0).center(), theme);
    let words = named.without_left(10.0);
    write(ui.painter(), words, Align2::LEFT_CENTER, &tr("dream-max-pool"), TextRole::Caption, theme.low);
    for place in POOLS {
        pool(ui, rows.column(rows.line, place).left_center(), theme);
    }
    let shown = DEPTHS.iter().position(|layer| *layer == seen.layer.name);
    let depths: Vec<Depth<'_>> = (0..DEPTHS.len()).map(|depth| one(seen.state, depth)).collect();
    let chosen = rows.show(ui, ui.scope_id().with("dream-depth"), (shown, TextRole::StatusStrong), &depths, theme);
    commands.extend(chosen.map(|depth| Command::SelectLayer(DEPTHS[depth].to_owned())));
    kinds(ui, room.top_part(22.0), shown, &rows, theme);
}

fn one(state: &State, depth: usize) -> Depth<'static> {
    let layer = DEPTHS[depth];
    let pixels = sees(state, layer);
    let values = [("layer", short(layer).to_owned()), ("pixels", pixels.to_string()), ("kind", kind(depth))];
    let entry = state.dreams.of(&state.recipe_at(layer, None));
    let is_ready = entry.is_some_and(|entry| matches!(entry.making, Making::Done));
    Depth { name: short(layer), said: tr_with("dream-depth-name", &values), pixels, is_ready }
}

/// A max pool: a short vermilion bar.
fn pool(ui: &Ui, center: Pos2, theme: &Theme) {
    let bar = Rect::from_center_size(center, vec2(3.0, 16.0));
    ui.painter().rect_filled(bar, 1.0, theme.hue(Hue::Pool).fill);
}

/// Textures, patterns, parts, things: a line as long as their depths.
fn kinds(ui: &Ui, row: Rect, shown: Option<usize>, rows: &DepthLine, theme: &Theme) {
    for (key, first, last) in KINDS {
        let is_shown = shown.is_some_and(|depth| (first..=last).contains(&depth));
        let (role, ink, line) = match is_shown {
            true => (TextRole::StatusStrong, theme.hi, theme.hi),
            false => (TextRole::Tick, theme.low, theme.line2),
        };
        let ends = [first, last].map(|depth| rows.column(row, depth).middle_column(44.0));
        let span = ends[0].union(ends[1]);
        let words = write(ui.painter(), span, Align2::CENTER_CENTER, &tr(key), role, ink);
        let words = words.expand2(vec2(6.0, 0.0));
        for side in [span.with_max_x(words.left()), span.with_min_x(words.right())] {
            if side.is_positive() {
                ui.painter().hline(side.x_range(), side.center().y, Stroke::new(size::hairline(), line));
            }
        }
    }
}
