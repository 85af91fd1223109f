//! The terms of a sum as three rows of thin bars: inputs, weights, products.

use egui::{Align2, Color32, CursorIcon, Key, Mesh, Painter, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::facts::{HUES, Stage};
use super::super::paint;
use super::sum::Sum;
use super::walk::Walk;
use crate::locale::format::{decimals_for, fixed};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::{arrows_pressed, focus_ring, lock_arrows};
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
    let height = area.height() / 3.0;
    let own = theme.hue(HUES[stage.branch()]).fill;
    let rows = [
        ("module-walk-inputs", &sum.inputs, Some(theme.hue(Hue::Stem).fill)),
        ("module-walk-weights", &sum.weights, None),
        ("module-walk-products", &sum.products, None),
    ];
    for (index, (key, values, fill)) in rows.into_iter().enumerate() {
        let row = Rect::from_min_size(
            pos2(area.left(), area.top() + height * index as f32),
            vec2(area.width(), height - 4.0),
        );
        let most = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        let line = 1.25 * TextRole::Tick.font().size;
        let words = [(-0.5, tr(key), theme.mid), (0.5, extent(most, fill.is_none()), theme.low)];
        // Where two lines do not fit, the first one says what the bars are.
        let is_low = row.height() < 2.0 * line;
        let words = words.into_iter().take(if is_low { 1 } else { 2 });
        for (lines, text, ink) in words {
            let down = if is_low { 0.0 } else { lines * line };
            let place = pos2(row.left(), row.center().y + down);
            let ink = (TextRole::Tick.font(), ink);
            paint::line(painter, place, Align2::LEFT_CENTER, &text, ink, label_width() - 4.0);
        }
        let chart = row.with_min_x(row.left() + label_width());
        let zero = if fill.is_some() { chart.bottom() } else { chart.center().y };
        painter.hline(chart.x_range(), zero, Stroke::new(size::hairline(), theme.line2));
        let color = |value: f32| fill.unwrap_or_else(|| theme.sign(value).fill);
        row_of_bars(painter, chart, (values, most, zero), count, &color);
        let x = chart.left() + chart.width() * count as f32 / values.len() as f32;
        painter.vline(x, chart.y_range(), Stroke::new(1.5, own));
    }
}

/// The bars are dragged to any step; arrow keys go one channel further or back, Home and End to the ends.
pub(super) fn drag(ui: &Ui, show: &Show<'_>, area: Rect, inputs: usize, walk: &mut Walk) {
    let chart = area.with_min_x(area.left() + label_width());
    let response = ui.interact(chart, ui.scope_id().with("module-walk-bars"), Sense::click_and_drag());
    let terms = walk.terms(inputs);
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), terms as f64, tr("module-walk-drag")));
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked()) {
        let share = ((pointer.x - chart.left()) / chart.width()).clamp(0.0, 1.0);
        walk.set_terms((share * inputs as f32).round() as usize, inputs);
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

fn row_of_bars(
    painter: &Painter,
    chart: Rect,
    (values, most, zero): (&[f32], f32, f32),
    count: usize,
    color: &dyn Fn(f32) -> Color32,
) {
    if most <= 0.0 {
        return;
    }
    let mut mesh = Mesh::default();
    let width = chart.width() / values.len() as f32;
    let scale = (zero - chart.top()) / most;
    for (index, &value) in values.iter().enumerate() {
        let left = chart.left() + width * index as f32;
        let top = zero - value.max(0.0) * scale;
        let bottom = zero - value.min(0.0) * scale;
        let opacity = if index < count { 1.0 } else { AHEAD };
        let bar = Rect::from_min_max(pos2(left, top), pos2(left + width.min(6.0) * 0.9, bottom));
        mesh.add_colored_rect(bar, color(value).gamma_multiply(opacity));
    }
    painter.add(Shape::mesh(mesh));
}
