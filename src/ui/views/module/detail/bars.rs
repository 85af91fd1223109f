//! The terms of a sum as three rows of thin bars: inputs, weights, products.

use egui::{Align2, Color32, CursorIcon, Key, Mesh, Painter, Rect, Sense, Shape, Stroke, Ui, WidgetInfo};

use super::super::facts::{HUES, Stage};
use super::sum::Sum;
use super::walk::Walk;
use crate::locale::format::{decimals_for, fixed};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::{Area, Axes, arrows_pressed, focus_ring, lock_arrows, write_fitted};
use crate::ui::style::{Hue, TextRole, caption_room, size};
use crate::ui::views::module::show::Show;

/// Opacity of the terms that are not in the sum yet.
const AHEAD: f32 = 0.28;
/// Room for the names of the rows, points.
fn label_width() -> f32 {
    caption_room(92.0)
}

/// Inputs, weights and products, one thin bar a channel.
pub(super) fn rows(painter: &Painter, show: &Show<'_>, area: Rect, (sum, count): (&Sum, usize), stage: &Stage) {
    let theme = show.theme;
    let own = theme.hue(HUES[stage.branch()]).fill;
    let rows = [
        ("module-walk-inputs", &sum.inputs, Some(theme.hue(Hue::Stem).fill)),
        ("module-walk-weights", &sum.weights, None),
        ("module-walk-products", &sum.products, None),
    ];
    for (row, (key, values, fill)) in area.rows::<3>(0.0).into_iter().zip(rows) {
        let mut chart = row.without_bottom(4.0);
        let names = chart.take_left(label_width()).without_right(4.0);
        let most = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let words = [(tr(key), theme.mid), (extent(most, fill.is_none()), theme.low)];
        let line = 1.25 * TextRole::Tick.font().size;
        // Where two lines do not fit, the first one says what the bars are.
        let lines = if names.height() < 2.0 * line { 1 } else { 2 };
        let block = names.middle_row(line * lines as f32);
        for (place, (words, ink)) in words.into_iter().take(lines).enumerate() {
            write_fitted(painter, block.row(place, line), Align2::LEFT_CENTER, &words, TextRole::Tick, ink);
        }
        // Where there is nothing but zeros, these have their line.
        let most = most.max(f32::MIN_POSITIVE);
        let least = if fill.is_some() { 0.0 } else { -most };
        let axes = Axes::new(chart, [0.0, values.len() as f32], [least, most]);
        axes.level(painter, 0.0, theme.line2);
        let color = |value: f32| fill.unwrap_or_else(|| theme.sign(value).fill);
        row_of_bars(painter, &axes, values, count, &color);
        painter.vline(axes.x_of(count as f32), chart.y_range(), Stroke::new(1.5, own));
    }
}

/// The bars are dragged to any step; arrow keys go one channel further or back, Home and End to the ends.
pub(super) fn drag(ui: &Ui, show: &Show<'_>, area: Rect, inputs: usize, walk: &mut Walk) {
    let chart = area.without_left(label_width());
    let response = ui.interact(chart, ui.scope_id().with("module-walk-bars"), Sense::click_and_drag());
    let terms = walk.terms(inputs);
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), terms as f64, tr("module-walk-drag")));
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        let axes = Axes::new(chart, [0.0, inputs as f32], [0.0, 1.0]);
        walk.set_terms(axes.x_at(pointer).round() as usize, inputs);
    }
    if response.has_focus() {
        lock_arrows(ui, response.id);
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let next = match arrows_pressed(ui)[0] {
            0 if pressed(Key::Home) => Some(0),
            0 if pressed(Key::End) => Some(inputs),
            0 => None,
            step => Some(terms.saturating_add_signed(step)),
        };
        if let Some(terms) = next {
            walk.set_terms(terms, inputs);
            // What a screen reader was told is a step behind.
            ui.ctx().request_repaint();
        }
    }
    focus_ring(ui, &response, size::RADIUS_TILE, show.theme);
}

/// `0 to 3.2`, or `±0.31`.
fn extent(most: f32, is_signed: bool) -> String {
    let most = f64::from(most);
    let number = fixed(most, decimals_for(most));
    if is_signed { format!("±{number}") } else { tr_with("module-walk-extent", &[("most", number)]) }
}

fn row_of_bars(painter: &Painter, axes: &Axes, values: &[f32], count: usize, color: &dyn Fn(f32) -> Color32) {
    let mut mesh = Mesh::default();
    let width = (axes.chart.width() / values.len() as f32).min(6.0) * 0.9;
    for (index, &value) in values.iter().enumerate() {
        let left = axes.x_of(index as f32);
        let opacity = if index < count { 1.0 } else { AHEAD };
        let bar = Rect::from_x_y_ranges(left..=left + width, axes.y_of(value.max(0.0))..=axes.y_of(value.min(0.0)));
        mesh.add_colored_rect(bar, color(value).gamma_multiply(opacity));
    }
    painter.add(Shape::mesh(mesh));
}
