//! A 1x1 or linear layer: a matrix of filters by input channels.

use egui::{Align2, Color32, Rect, Response, RichText, Role, Stroke, StrokeKind, TextureOptions, Ui, vec2};

use super::super::context::LayerContext;
use super::super::scene::LayerScene;
use crate::analysis::Kernels;
use crate::imaging::Range;
use crate::locale::format::signed;
use crate::locale::text::tr_with;
use crate::state::Command;
use crate::ui::kit::paint::{WHOLE, picture};
use crate::ui::kit::{Area, Pressable, arrows_pressed, cell_after, heatmap_tile::cell_at, lock_arrows, tooltip};
use crate::ui::look::{Look, color_image, colormap_of};
use crate::ui::style::{Theme, size};

/// Largest height of a row, points.
const ROW: f32 = 36.0;
/// Largest width of a column, points.
const COLUMN: f32 = 12.0;

/// Where a matrix of weights lies.
pub(super) struct Matrix<'a> {
    kernels: &'a Kernels,
    range: Range,
    place: Rect,
    /// Width of a column and height of a row, points.
    cell: egui::Vec2,
}

impl<'a> Matrix<'a> {
    /// In the top left corner of `rect`, as large as it can be.
    pub fn new(rect: Rect, kernels: &'a Kernels, range: Range) -> Self {
        let row = (rect.height() / kernels.filters as f32).min(ROW);
        let column = (rect.width() / kernels.inputs as f32).min(COLUMN);
        let extent = vec2(column * kernels.inputs as f32, row * kernels.filters as f32);
        Self { kernels, range, place: rect.place(Align2::LEFT_TOP, extent), cell: vec2(column, row) }
    }

    /// Shows the matrix; a click selects filter and input channel.  Returns whether weights were averaged to fit.
    pub fn show(
        &self,
        ui: &Ui,
        seen: &LayerContext<'_>,
        scene: &mut LayerScene,
        look: &mut Look<'_>,
        commands: &mut Vec<Command>,
    ) -> bool {
        let is_averaged = self.paint(ui, seen, look);
        let name = || {
            let values = [("filters", self.kernels.filters.to_string()), ("inputs", self.kernels.inputs.to_string())];
            tr_with("layer-matrix", &values)
        };
        let pressable = Pressable::new(ui.scope_id().with("matrix")).role(Role::Image).radius(0.0);
        let response = pressable.show(ui, self.place, look.theme, name);
        self.outlines(ui, seen, scene, look.theme);
        let under = |pos| cell_at(self.place, pos, [self.kernels.inputs, self.kernels.filters]);
        let walked = self.walk(ui, &response, seen, scene, commands);
        if let Some(cell) = response.hover_pos().and_then(under).or(walked) {
            self.tip(&response, cell, look.theme);
        }
        if response.clicked()
            && let Some([input, filter]) = response.interact_pointer_pos().and_then(under)
        {
            scene.input_channel = Some(input);
            commands.push(Command::SelectChannel(Some(filter)));
        }
        is_averaged
    }

    /// Arrow keys move filter and input channel while the matrix has the focus; returns where the keyboard is.
    fn walk(
        &self,
        ui: &Ui,
        response: &Response,
        seen: &LayerContext<'_>,
        scene: &mut LayerScene,
        commands: &mut Vec<Command>,
    ) -> Option<[usize; 2]> {
        if !response.has_focus() {
            return None;
        }
        lock_arrows(ui, response.id);
        let [inputs, filters] = [self.kernels.inputs, self.kernels.filters];
        let input = scene.input_channel.unwrap_or(0).min(inputs - 1);
        let filter = seen.focus.channel.min(filters - 1);
        let step = arrows_pressed(ui);
        if step == [0, 0] {
            return Some([input, filter]);
        }
        let cell = cell_after(filter * inputs + input, step, [inputs, filters]);
        let (filter, input) = (cell / inputs, cell % inputs);
        scene.input_channel = Some(input);
        commands.push(Command::SelectChannel(Some(filter)));
        Some([input, filter])
    }

    fn paint(&self, ui: &Ui, seen: &LayerContext<'_>, look: &mut Look<'_>) -> bool {
        let colormap = colormap_of(seen.state, true);
        let pixels = |points: f32| ((points * ui.pixels_per_point()).round() as usize).max(1);
        let from = [self.kernels.filters, self.kernels.inputs];
        let to = [from[0].min(pixels(self.place.height())), from[1].min(pixels(self.place.width()))];
        let key = ("matrix", self.kernels.id, format!("{colormap:?}"), to);
        let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
            let values = averaged(&self.kernels.weights, from, to);
            color_image(&values, [to[1], to[0]], self.range, colormap)
        });
        picture(ui.painter(), texture.id(), self.place, WHOLE, Color32::WHITE);
        let border = Stroke::new(size::hairline(), look.theme.line2);
        ui.painter().rect_stroke(self.place, 0.0, border, StrokeKind::Outside);
        from != to
    }

    /// The selected filter's row, and the column of the chosen input channel.
    fn outlines(&self, ui: &Ui, seen: &LayerContext<'_>, scene: &LayerScene, theme: &Theme) {
        let outline = |rect: Rect| {
            let stroke = Stroke::new(size::stroke_focus(), theme.hi);
            ui.painter().rect_stroke(rect, 0.0, stroke, StrokeKind::Outside);
        };
        outline(self.place.row(seen.focus.channel.min(self.kernels.filters - 1), self.cell.y));
        if let Some(input) = scene.input_channel.filter(|&input| input < self.kernels.inputs) {
            outline(self.place.column(input, self.cell.x));
        }
    }

    fn tip(&self, response: &Response, [input, filter]: [usize; 2], theme: &Theme) {
        let weight = signed(f64::from(self.kernels.kernel(filter, input)[0]), 4);
        let (filter, input) = (filter.to_string(), input.to_string());
        tooltip(response, theme, |ui| {
            let values = [("filter", &*filter), ("input", &*input), ("weight", &*weight)];
            ui.label(RichText::new(tr_with("layer-matrix-cell", &values)).color(theme.hi));
        });
    }
}

/// Means of blocks: as many rows and columns as there are pixels for.
fn averaged(values: &[f32], [rows, columns]: [usize; 2], to: [usize; 2]) -> Vec<f32> {
    if [rows, columns] == to {
        return values.to_vec();
    }
    let block = |index: usize, from: usize, to: usize| {
        let start = index * from / to;
        start..((index + 1) * from).div_ceil(to).max(start + 1)
    };
    let mut means = Vec::with_capacity(to[0] * to[1]);
    for row in 0..to[0] {
        for column in 0..to[1] {
            let (down, across) = (block(row, rows, to[0]), block(column, columns, to[1]));
            let count = down.len() * across.len();
            let sum: f32 = down.flat_map(|y| &values[y * columns..][across.clone()]).sum();
            means.push(sum / count as f32);
        }
    }
    means
}
