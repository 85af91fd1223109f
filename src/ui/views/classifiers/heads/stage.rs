//! One layer of a head: name, shape, parameters, and its own activation small.

use egui::epaint::Mesh;
use egui::{Align2, Color32, Id, Rect, Shape, Stroke, StrokeKind, TextureOptions, Ui, vec2};

use super::thumbnail::Thumbnail;
use crate::locale::format::{compact, decimals_for, fixed};
use crate::locale::layer_names::stage_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer, Op};
use crate::state::{Command, View};
use crate::ui::kit::paint::{WHOLE, first_that_fits, picture};
use crate::ui::kit::{Area, Pressable, write_fitted};
use crate::ui::look::{color_image, colormap_of};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::color_function;
use crate::ui::views::classifiers::numbers::{head_hue, head_name};

/// Height of the words.
const NAME: f32 = 38.0;
/// Width of the scale beside the thumbnail.
const SCALE: f32 = 5.0;

/// What a stage is called on the chain.
fn stage_name(layer: &Layer) -> String {
    match layer.op {
        Op::Linear { relu: true } => tr("layer-linear-relu"),
        Op::Linear { relu: false } => tr("classifiers-linear-logits"),
        Op::Conv(_) => tr_with("classifiers-conv-relu", &[("name", stage_text(layer))]),
        Op::Input
        | Op::MaxPool(_)
        | Op::AveragePool(_)
        | Op::AdaptiveAveragePool { .. }
        | Op::LocalResponseNorm(_)
        | Op::Concat
        | Op::GlobalAveragePool => stage_text(layer),
    }
}

/// Shows the stage; a click opens its layer.
pub(super) fn stage(ui: &Ui, rect: Rect, layer: &Layer, head: Head, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let name = stage_name(layer);
    let dims: Vec<String> = layer.output.dims().iter().map(usize::to_string).collect();
    let shape = dims.join("×");
    let params = tr_with("classifiers-params", &[("count", &*compact(layer.params as f64))]);
    let response = Pressable::new(Id::unique(("stage", head, &layer.name)))
        .hints(&[&format!("{name} · {shape} · {params}"), &tr("classifiers-stage-hint")])
        .show(ui, rect, theme, || format!("{}: {name}, {shape}, {params}", head_name(head)));
    let fill = if response.hovered() { theme.bg3 } else { theme.bg2 };
    let is_selected = board.subject.state.selection.layer == layer.name;
    let border = match is_selected {
        true => Stroke::new(size::stroke_focus(), theme.hi),
        false => Stroke::new(size::hairline(), theme.line2),
    };
    let painter = ui.painter();
    painter.rect(rect, size::RADIUS_BUTTON, fill, border, StrokeKind::Inside);
    painter.rect_filled(rect.left_part(4.0), 2.0, theme.hue(head_hue(head)).fill);
    let mut inner = rect.shrink2(vec2(10.0, 6.0)).without_left(3.0);
    words(ui, inner.take_top(NAME), [&name, &shape, &params], theme);
    activation(ui, inner, layer, board);
    if response.clicked() {
        board.commands.push(Command::SelectLayer(layer.name.clone()));
        board.commands.push(Command::Show(View::Layer));
    }
}

/// Name, shape and parameters, as much of them as has room.
fn words(ui: &Ui, inner: Rect, [name, shape, params]: [&str; 3], theme: &Theme) {
    let painter = ui.painter();
    let role = TextRole::StatusStrong;
    let shorter = name.replace("average", "avg");
    let without_relu = shorter.trim_end_matches(" + ReLU").to_owned();
    let wordings = [name.to_owned(), shorter, without_relu];
    let name = first_that_fits(painter, wordings, inner.width(), role);
    write_fitted(painter, inner.top_part(16.0), Align2::LEFT_CENTER, &name, role, theme.hi);
    let facts =
        first_that_fits(painter, [format!("{shape} · {params}"), shape.to_owned()], inner.width(), TextRole::Tick);
    let below = inner.without_top(16.0).top_part(18.0);
    write_fitted(painter, below, Align2::LEFT_CENTER, &facts, TextRole::Tick, theme.mid);
}

/// The thumbnail with its scale.
fn activation(ui: &Ui, rect: Rect, layer: &Layer, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let Some(map) = subject.state.maps().get(subject.source(), &layer.name) else {
        return;
    };
    let colormap = colormap_of(subject.state, map.signed);
    let thumbnail = Thumbnail::get(&mut board.scene.thumbnails, &map, colormap);
    let side = rect.height().min(rect.width() * 0.6);
    let square = rect.square(Align2::LEFT_TOP, side);
    let textures = &mut board.look.textures;
    let key = ("head-stage", thumbnail.key);
    let texture = textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        color_image(&thumbnail.values, thumbnail.size, thumbnail.range, colormap)
    });
    let painter = ui.painter();
    // A strip keeps its cells as wide as high.
    let [columns, rows] = thumbnail.size;
    let height = (side * rows as f32 / columns as f32).max(14.0).min(side);
    let shown = square.middle_row(height);
    picture(painter, texture.id(), shown, WHOLE, Color32::WHITE);
    let border = Stroke::new(size::hairline(), theme.line2);
    painter.rect_stroke(shown, 1.0, border, StrokeKind::Outside);
    let scale = square.beside(5.0, SCALE);
    gradient(ui, scale, &color_function(colormap));
    let range = thumbnail.range;
    let most = range.max().abs().max(range.min().abs());
    let decimals = decimals_for(f64::from(most)).min(2);
    let numbers = scale.beside(6.0, rect.right() - scale.right() - 6.0);
    for (line, value) in [(numbers.top_part(12.0), range.max()), (numbers.bottom_part(12.0), range.min())] {
        let words = fixed(f64::from(value), decimals);
        write_fitted(painter, line, Align2::LEFT_CENTER, &words, TextRole::Tick, theme.low);
    }
}

/// The colours from most (above) to least.
fn gradient(ui: &Ui, rect: Rect, color_at: &dyn Fn(f32) -> Color32) {
    const ROWS: usize = 24;
    let mut mesh = Mesh::default();
    for row in 0..=ROWS {
        let share = row as f32 / ROWS as f32;
        let below = rect.bottom_part(rect.height() * share);
        for end in [below.left_top(), below.right_top()] {
            mesh.colored_vertex(end, color_at(share));
        }
        if row > 0 {
            let next = 2 * row as u32;
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next, next - 1, next + 1);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}
