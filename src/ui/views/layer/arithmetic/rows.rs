//! Contributions to a sum as signed bars.

use egui::{Align2, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::Board;
use crate::analysis::Contribution;
use crate::locale::format::signed;
use crate::locale::indices::Numbered;
use crate::locale::text::tr_with;
use crate::ui::kit::{Area, Axes, write, write_fitted};
use crate::ui::style::{TextRole, Theme, caption_room, size};

/// The largest contributions as signed bars, and all others together.
pub(super) fn list(ui: &mut Ui, contributions: &[Contribution], chosen: usize, rows: usize, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let shown = &contributions[..rows.min(contributions.len())];
    let others: f64 = contributions[shown.len()..].iter().map(|other| other.sum).sum();
    let sums = || shown.iter().map(|contribution| contribution.sum).chain([others]);
    let (low, high) = (sums().fold(0.0, f64::min), sums().fold(0.0, f64::max));
    for (place, contribution) in shown.iter().enumerate() {
        let words = Numbered::ChannelShort.at(contribution.channel);
        let response = bar_row(ui, theme, &words, contribution.sum, (low, high), Some(place == chosen));
        if response.clicked() {
            board.scene.input_channel = Some(contribution.channel);
        }
    }
    let rest = contributions.len() - shown.len();
    if rest > 0 {
        let rest = rest.to_string();
        let words = tr_with("layer-others", &[("count", &*rest)]);
        bar_row(ui, theme, &words, others, (low, high), None);
    }
}

/// A label, a bar from zero, a signed number; `is_chosen` is absent where there is nothing to choose.
pub(super) fn bar_row(
    ui: &mut Ui,
    theme: &Theme,
    words: &str,
    value: f64,
    (low, high): (f64, f64),
    is_chosen: Option<bool>,
) -> egui::Response {
    let sense = if is_chosen.is_some() { Sense::CLICK } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), sense);
    let number = signed(value, 2);
    response.widget_info(|| {
        let role = if is_chosen.is_some() { Role::Button } else { Role::Label };
        WidgetInfo::labeled(role, ui.is_enabled(), format!("{words} {number}"))
    });
    let painter = ui.painter();
    let is_chosen = is_chosen == Some(true);
    if is_chosen || (response.hovered() && response.sense.senses_click()) {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), size::RADIUS_TILE, theme.bg3);
    }
    let ink = if is_chosen { theme.hi } else { theme.mid };
    write_fitted(painter, rect.left_part(caption_room(92.0)), Align2::LEFT_CENTER, words, TextRole::Body, ink);
    write(painter, rect, Align2::RIGHT_CENTER, &number, TextRole::Body, theme.hi);
    let track = rect.without_left(caption_room(96.0)).without_right(caption_room(58.0)).middle_row(12.0);
    let axes = Axes::new(track, [low as f32, high.max(low + 1e-9) as f32], [0.0, 1.0]);
    let (from, to) = (axes.x_of(value.min(0.0) as f32), axes.x_of(value.max(0.0) as f32));
    let bar = track.with_min_x(from).with_max_x(to.max(from + 1.0));
    painter.rect_filled(bar, 2.0, theme.sign(value as f32).fill);
    painter.vline(axes.x_of(0.0), rect.y_range(), Stroke::new(size::hairline(), theme.line2));
    response
}
