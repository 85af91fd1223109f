//! One channel: its map over the photo, and its mean worked out.

use egui::{Align2, Rect, Role, Ui};

use super::PoolingContext;
use crate::locale::agree::Product;
use crate::locale::format::fixed;
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Lines, Row, write};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{ChannelMaps, LAST_MODULE, scale};
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
    let shown_title = write(ui.painter(), rect.top_part(20.0), Align2::LEFT_CENTER, &title, TextRole::Name, theme.hi);
    spoken(ui, shown_title, Role::Heading, &title);
    let body = rect.without_top(TITLE);
    let square = body.square(Align2::LEFT_TOP, (body.height() - BAR).min(rect.width() * 0.52));
    let source = subject.source();
    if let Some(maps) = ChannelMaps::get(board, source, LAST_MODULE) {
        let map = maps.overlay(ui, board.look, shown.channel);
        let opacity = board.scene.opacity;
        photo_with_map(ui, square, subject.run, &map, opacity, board.look);
    }
    scale(ui, square.beneath(6.0, BAR), (shown.maps.range, shown.maps.colormap), 3, theme);
    sum(ui, body.without_left(square.width() + size::SPACE_16), shown, board);
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
        let (role, ink) = match is_result {
            true => (TextRole::CardTitle, theme.hi),
            false => (TextRole::Body, theme.mid),
        };
        Row::new(words, TextRole::Body, ink).number(number, role, theme.hi).show(ui, rect.row(index, line));
    }
    let below = rect.without_top(lines.len() as f32 * line + size::SPACE_8);
    let words = Lines::new(ui.painter(), &tr("classifiers-no-place"), TextRole::Body, theme.low, below.width());
    // Where there is no room for all of it, there is no room for any.
    if words.height() <= below.height() {
        words.show(ui, below);
    }
}
