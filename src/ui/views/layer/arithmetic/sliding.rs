//! The window slides over its neighbourhood, and its products fly into the sum: a convolution as it is computed, with the
//! numbers of the network.

use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::super::context::LayerContext;
use super::super::scene::LayerScene;
use super::grid::Grid;
use super::slid::{Of, Sliding};
use super::{Board, strip};
use crate::analysis::Contribution;
use crate::analysis::neighbourhood::{Course, Neighbourhood};
use crate::imaging::Range;
use crate::locale::agree::Product;
use crate::locale::format::signed;
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::spec::Op;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Button, Icon, cell_in, right_of, write};
use crate::ui::look::colormap_of;
use crate::ui::style::{TextRole, is_projected, size};

/// Products that fly in a second.
const PER_SECOND: f32 = 6.0;
/// Side of the neighbourhood, points; before a class.
const SIDE: [f32; 2] = [128.0, 180.0];

/// The button that begins it; shown where a window slides.
pub(super) fn play(ui: &mut Ui, chosen: &Contribution, board: &mut Board<'_, '_>) {
    let name = tr("layer-slide");
    if ui.add(Button::plain(board.look.theme, &name).with_icon(Icon::Play)).clicked()
        && let Some(of) = of(board.seen, chosen)
    {
        board.scene.sliding = Some(Sliding { of, at: 0.0, is_playing: true });
    }
}

pub(super) fn of(seen: &LayerContext<'_>, chosen: &Contribution) -> Option<Of> {
    let cell = seen.focus.cell?;
    Some((seen.shown.report.id, seen.layer.name.clone(), seen.focus.channel, cell, chosen.channel))
}

/// Whether it is on screen for what is looked at; forgotten otherwise.
pub(super) fn is_on(board: &mut Board<'_, '_>, chosen: &Contribution) -> bool {
    let of = of(board.seen, chosen);
    let scene: &mut LayerScene = board.scene;
    if scene.sliding.as_ref().map(|sliding| &sliding.of) != of.as_ref() {
        scene.sliding = None;
    }
    scene.sliding.is_some()
}

/// Shows it in place of patch and kernel.
pub(super) fn slide(ui: &mut Ui, chosen: &Contribution, board: &mut Board<'_, '_>) {
    let seen = board.seen;
    let (Op::Conv(window), Some(cell)) = (&seen.layer.op, seen.focus.cell) else { return };
    let report = &seen.shown.report;
    let before = seen.layer.inputs.first().and_then(|&index| report.network.layers.get(index));
    let input = before.and_then(|layer| report.activation(&layer.name));
    let (Some(before), Some(input)) = (before, input) else { return };
    let map = input.channel(chosen.channel);
    let around = Neighbourhood::new(&map, input.shape.side(), cell, *window, seen.layer.output.side());
    let products = chosen.kernel.len();
    let course = Course { products, positions: around.visited().len() };
    let end = course.end();
    advance(ui, board, end);
    let Some(sliding) = board.scene.sliding.clone() else { return };
    let (position, done, flown) = course.place(sliding.at);
    let at = around.visited()[position];
    let patch = around.read(at);
    let picture = Picture { around: &around, patch: &patch, kernel: &chosen.kernel, position, done, flown };
    let is_signed = before.is_signed();
    picture.show(ui, board, is_signed);
    let sum = picture.sum_of(done);
    let last = done.saturating_sub(1);
    let product = Product::new([patch[last], chosen.kernel[last]].map(f64::from), 3);
    let theme = board.look.theme;
    let factors = match done {
        0 => "…".to_owned(),
        _ => format!("{} × {} = {}", product.first(), product.second(), product.result()),
    };
    strip(ui, theme, &factors, "");
    let count = [("done", done.to_string()), ("count", products.to_string())];
    strip(ui, theme, &tr_with("layer-slide-sum", &count), &signed(sum, 3));
    controls(ui, board, &course);
}

/// Lets time pass.
fn advance(ui: &Ui, board: &mut Board<'_, '_>, end: f32) {
    let is_still = board.seen.state.still;
    let jumps = board.seen.state.settings.reduce_motion;
    let Some(sliding) = board.scene.sliding.as_mut().filter(|sliding| sliding.is_playing && !is_still) else { return };
    sliding.at += ui.input(|input| input.stable_dt).min(0.1) * PER_SECOND;
    if jumps {
        // Nothing flies: a product is there or not.
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
    } else {
        ui.ctx().request_repaint();
    }
    if sliding.at >= end {
        sliding.at = end;
        sliding.is_playing = false;
    }
}

/// Pause or play, one product, and back to the numbers.
fn controls(ui: &mut Ui, board: &mut Board<'_, '_>, course: &Course) {
    let theme = board.look.theme;
    let Some(sliding) = board.scene.sliding.as_mut() else { return };
    let mut is_closed = false;
    ui.add_space(size::SPACE_4);
    ui.horizontal(|ui| {
        let key = if sliding.is_playing { "layer-slide-pause" } else { "layer-slide-play" };
        if ui.add(Button::plain(theme, &tr(key))).clicked() {
            sliding.is_playing = !sliding.is_playing;
            if sliding.is_playing && sliding.at >= course.end() {
                sliding.at = 0.0;
            }
        }
        if ui.add(Button::plain(theme, &tr("layer-slide-step"))).clicked() {
            sliding.is_playing = false;
            sliding.at = course.next(sliding.at);
        }
        is_closed = ui.add(Button::icon(theme, Icon::Close, &tr("layer-slide-close"))).clicked();
    });
    if is_closed {
        board.scene.sliding = None;
    }
}

/// All that is drawn of one moment.
struct Picture<'a> {
    around: &'a Neighbourhood,
    patch: &'a [f32],
    kernel: &'a [f32],
    position: usize,
    done: usize,
    flown: f32,
}

impl Picture<'_> {
    fn sum_of(&self, products: usize) -> f64 {
        let pairs = self.patch.iter().zip(self.kernel).take(products);
        pairs.map(|(value, weight)| f64::from(*value) * f64::from(*weight)).sum()
    }

    /// The neighbourhood with the window at the left, the sum and the cells written so far at the right.
    fn show(&self, ui: &mut Ui, board: &mut Board<'_, '_>, is_signed: bool) {
        let theme = board.look.theme;
        let side = SIDE[usize::from(is_projected())].min(ui.available_width() * 0.56);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), side + 4.0), Sense::hover());
        let left = rect.square(Align2::LEFT_TOP, side);
        let values = self.around.values();
        let range = if is_signed { Range::symmetric(values) } else { Range::zero_to_max(values) };
        let colormap = colormap_of(board.seen.state, is_signed);
        Grid { values, columns: self.around.side(), range, colormap, highlight: None }.paint(ui.painter(), left, theme);
        let pitch = side / self.around.side() as f32;
        let kernel = self.around.window().kernel;
        let [top, first] = self.around.corner(self.around.visited()[self.position]);
        let corner = left.row(top, pitch).column(first, pitch);
        let window = corner.square(Align2::LEFT_TOP, pitch * kernel as f32);
        let painter = ui.painter().clone();
        painter.rect_stroke(window, 1.0, Stroke::new(4.5, theme.scrim), StrokeKind::Middle);
        painter.rect_stroke(window, 1.0, Stroke::new(2.5, Color32::WHITE), StrokeKind::Middle);
        let right = right_of(rect, left, size::SPACE_16);
        let sum = right.top_part(40.0);
        let words = signed(self.sum_of(self.done), 3);
        write(&painter, sum, Align2::CENTER_CENTER, &words, TextRole::RowNumber, theme.hi);
        self.written(&painter, right.without_top(42.0), board);
        for index in 0..self.done {
            let cell = cell_center(window, kernel, index);
            painter.circle_filled(cell, (pitch * 0.14).max(2.0), theme.sign(self.product(index)).fill);
        }
        if self.done < self.patch.len() && self.flown > 0.0 && !board.seen.is_still() {
            let from = cell_center(window, kernel, self.done);
            let eased = self.flown * self.flown * (3.0 - 2.0 * self.flown);
            let at = from.lerp(sum.center(), eased);
            painter.circle_filled(at, 6.0, theme.scrim);
            painter.circle_filled(at, 4.5, theme.sign(self.product(self.done)).fill);
        }
        let values = [
            ("cell", indices::cell(self.around.visited()[self.position])),
            ("done", self.done.to_string()),
            ("count", self.patch.len().to_string()),
            ("sum", signed(self.sum_of(self.done), 3)),
        ];
        spoken(ui, left, egui::Role::Label, &tr_with("layer-slide-spoken", &values));
    }

    fn product(&self, index: usize) -> f32 {
        self.patch[index] * self.kernel[index]
    }

    /// The sums written so far, one square a position.
    fn written(&self, painter: &Painter, area: Rect, board: &Board<'_, '_>) {
        let theme = board.look.theme;
        let columns = 1 + self.around.visited().iter().map(|cell| cell.1).max().unwrap_or(0)
            - self.around.visited().iter().map(|cell| cell.1).min().unwrap_or(0);
        let rows = self.around.visited().len() / columns;
        let pitch = (area.width() / columns as f32).min(area.height() / rows as f32).min(44.0);
        let area = area.middle_column(pitch * columns as f32);
        for (index, cell) in self.around.visited().iter().enumerate() {
            let square = cell_in(area, index, columns, Vec2::splat(pitch)).square(Align2::LEFT_TOP, pitch - 2.0);
            let is_written = index < self.position || index == self.position && self.done == self.patch.len();
            let fill = if is_written { theme.bg3 } else { theme.bar_track };
            painter.rect_filled(square, 2.0, fill);
            if index == self.position {
                painter.rect_stroke(square, 2.0, Stroke::new(2.0, theme.hi), StrokeKind::Inside);
            }
            if is_written {
                let patch = self.around.read(*cell);
                let pairs = patch.iter().zip(self.kernel);
                let sum: f64 = pairs.map(|(value, weight)| f64::from(*value) * f64::from(*weight)).sum();
                write(painter, square, Align2::CENTER_CENTER, &signed(sum, 1), TextRole::Tick, theme.hi);
            }
        }
    }
}

/// The middle of a cell of the window.
fn cell_center(window: Rect, kernel: usize, index: usize) -> Pos2 {
    let pitch = window.width() / kernel as f32;
    cell_in(window, index, kernel, Vec2::splat(pitch)).center()
}
