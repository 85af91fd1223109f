//! One channel: its map over the photo, and its mean worked out.

use egui::{Align2, Rect, Role, Ui, UiBuilder, pos2, vec2};

use super::PoolingContext;
use crate::locale::agree::Product;
use crate::locale::format::fixed;
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::ColorBar;
use crate::ui::kit::paint::{spoken, text, text_within};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{ChannelMaps, LAST_MODULE, color_function};
use crate::ui::views::classifiers::numbers::short;
use crate::ui::views::classifiers::photo::photo_with_map;

/// Height of the title, and of the colour bar.
const TITLE: f32 = 26.0;
const BAR: f32 = 42.0;
/// Height of a line of the sum.
const LINE: f32 = 27.0;

/// Shows the channel.
pub(super) fn side(ui: &mut Ui, rect: Rect, shown: &PoolingContext<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let title = Numbered::Channel.at(shown.channel);
    let left = pos2(rect.left(), rect.top() + 10.0);
    let shown_title = text(ui.painter(), left, Align2::LEFT_CENTER, &title, TextRole::Name, theme.hi);
    spoken(ui, shown_title, Role::Heading, &title);
    let side = (rect.height() - TITLE - BAR).min(rect.width() * 0.52);
    let corner = pos2(rect.left(), rect.top() + TITLE);
    let square = Rect::from_min_size(corner, vec2(side, side));
    let source = subject.source();
    if let Some(maps) = ChannelMaps::get(board, source, LAST_MODULE) {
        let map = maps.overlay(ui, board.look, shown.channel);
        let opacity = board.scene.opacity;
        photo_with_map(ui, square, subject.run, &map, opacity, board.look);
    }
    let bar = Rect::from_min_size(square.left_bottom() + vec2(0.0, 6.0), vec2(side, BAR));
    let range = shown.maps.range;
    let color_at = color_function(shown.maps.colormap);
    ui.scope_builder(UiBuilder::new().max_rect(bar), |ui| {
        ColorBar::new("", [range.min(), range.max()], &color_at).ticks(3).show(ui, theme)
    });
    let words = Rect::from_min_max(pos2(square.right() + size::SPACE_16, square.top()), rect.max);
    sum(ui, words, shown, board);
}

/// "sum of 49 cells 31.4", "÷ 49 = mean 0.64", "× w +0.140", "= +0.089".
fn sum(ui: &Ui, rect: Rect, shown: &PoolingContext<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let numbers = shown.sums.channels[shown.channel];
    let map = shown.maps.map.activation.channel(shown.channel);
    let product = Product::new([numbers.mean, numbers.weight], 3);
    let count = map.len().to_string();
    let class = short(subject.label(subject.class), 14);
    let mut lines = vec![
        (tr_with("classifiers-sum-of", &[("count", &*count)]), product.first_times(map.len()), false),
        (tr_with("classifiers-divided", &[("count", &*count)]), product.first(), true),
        (tr_with("classifiers-times-w", &[("class", &*class)]), product.second(), false),
        (tr("classifiers-adds"), product.result(), true),
    ];
    if let Some(other) = shown.other {
        let mean = fixed(other.channels[shown.channel].mean, 3);
        lines.push((tr("classifiers-second-mean"), mean, false));
    }
    let line = LINE.min(rect.height() / (lines.len() as f32 + 1.5));
    for (index, (words, number, is_result)) in lines.iter().enumerate() {
        let top = rect.top() + index as f32 * line;
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), line));
        let (role, ink) = match is_result {
            true => (TextRole::CardTitle, theme.hi),
            false => (TextRole::Body, theme.mid),
        };
        let right = row.right_center();
        let shown = text(ui.painter(), right, Align2::RIGHT_CENTER, number, role, theme.hi);
        let room = shown.left() - row.left() - size::SPACE_8;
        text_within(ui.painter(), row.left_center(), room, words, TextRole::Body, ink);
        spoken(ui, row, Role::Label, &format!("{words} {number}"));
    }
    let below = rect.top() + lines.len() as f32 * line + size::SPACE_8;
    let words = Rect::from_min_max(pos2(rect.left(), below), rect.max);
    let font = TextRole::Body.font();
    let galley = ui.painter().layout(tr("classifiers-no-place"), font, theme.low, words.width());
    // Where there is no room for all of it, there is no room for any.
    if galley.size().y <= words.height() {
        let place = Rect::from_min_size(words.min, galley.size());
        spoken(ui, place, Role::Label, &tr("classifiers-no-place"));
        ui.painter().galley(words.min, galley, theme.low);
    }
}
