//! A vector: a bar and a number for each of its entries.

use egui::{Align2, Rect, ScrollArea, Stroke, StrokeKind, Ui, vec2};

use super::context::{LayerContext, Side};
use super::names::hue;
use super::scene::LayerScene;
use super::tips;
use crate::session::Source;
use crate::state::Command;
use crate::ui::chrome::compare::LETTERS;
use crate::ui::kit::{Area, Axes, Pressable, above, cell_in, hot_ground, within, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, caption_room, size};

/// Up to so many entries stand below each other, with their names.
const LIST: usize = 24;
/// Narrowest column of a longer vector, points.
const COLUMN: f32 = 168.0;
/// The same with names of classes.
const NAMED_COLUMN: f32 = 224.0;
/// The part of a row that such a name takes.
const NAME_SHARE: f32 = 0.46;
/// Room for a number, points.
const NUMBER: f32 = 58.0;
/// Height of a row, points.
const ROW: f32 = size::HIT_TARGET;

/// Shows the entries in their order; asks for what is clicked.
pub(super) fn bars(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let count = seen.subject.order.len();
    let sides = seen.sides().count();
    // Names of classes take more room than the numbers of entries.
    let has_names = seen.class_of(seen.focus.channel).is_some();
    let column = if has_names { caption_room(NAMED_COLUMN) } else { COLUMN };
    let column = column + NUMBER * (sides - 1) as f32;
    let columns = if count <= LIST { 1 } else { ((rect.width() / column) as usize).max(1) };
    scene.columns = columns;
    let rows = count.div_ceil(columns);
    let list = Bars { seen, theme, columns, width: rect.width() / columns as f32 };
    list.letters(ui, rect);
    let still = seen.is_still();
    let area = rect.with_max_x(rect.right() + 14.0);
    within(ui, area, |ui| {
        let scroll = ScrollArea::vertical().id_salt(("bars", &seen.layer.name)).auto_shrink(false).animated(!still);
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(rows as f32 * ROW);
            let all = ui.max_rect();
            let first = (viewport.top() / ROW).floor().max(0.0) as usize * columns;
            let end = ((viewport.bottom() / ROW).ceil().max(0.0) as usize * columns).min(count);
            for (place, &channel) in seen.subject.order.iter().enumerate() {
                let slot = cell_in(all, place, columns, vec2(list.width, ROW));
                if scene.reveal && channel == seen.focus.channel {
                    ui.scroll_to_rect(slot, None);
                }
                if (first..end).contains(&place) {
                    list.show(ui, slot, channel, commands);
                }
            }
        });
    });
}

struct Bars<'a> {
    seen: &'a LayerContext<'a>,
    theme: &'a Theme,
    columns: usize,
    width: f32,
}

impl Bars<'_> {
    /// Over the numbers of both photos: whose they are.
    fn letters(&self, ui: &Ui, rect: Rect) {
        let sides = self.seen.sides().count();
        for (index, side) in self.seen.sides().enumerate() {
            let Some(letter) = side.letter else { continue };
            for column in 0..self.columns {
                let over = above(rect.column(column, self.width), 1.0, 16.0).without_right(10.0);
                let place = over.without_right(NUMBER * (sides - 1 - index) as f32);
                write(ui.painter(), place, Align2::RIGHT_BOTTOM, letter, TextRole::StatusStrong, self.theme.low);
            }
        }
    }

    fn show(&self, ui: &Ui, slot: Rect, channel: usize, commands: &mut Vec<Command>) {
        let theme = self.theme;
        let is_selected = channel == self.seen.focus.channel;
        let name = || tips::channel_name(self.seen, channel);
        let response = Pressable::new(ui.scope_id().with(channel)).chosen(is_selected).show(ui, slot, theme, name);
        let painter = ui.painter();
        let card = slot.shrink2(vec2(2.0, 1.0));
        if is_selected || response.hovered() {
            hot_ground(ui, card, theme);
        }
        if is_selected {
            let stroke = Stroke::new(1.5, theme.hi);
            painter.rect_stroke(card, size::RADIUS_BUTTON, stroke, StrokeKind::Inside);
        }
        let ink = if is_selected { theme.hi } else { theme.mid };
        let inner = card.shrink2(vec2(8.0, 0.0));
        let class = self.seen.class_of(channel);
        let label_room = match (self.columns, class) {
            (1, _) => 150.0,
            (_, Some(_)) => card.width() * NAME_SHARE,
            (_, None) => 42.0,
        };
        let label = class.map_or_else(|| channel.to_string(), str::to_owned);
        let role = if is_selected { TextRole::BodyStrong } else { TextRole::Body };
        write_fitted(painter, inner.left_part(label_room - 8.0), Align2::LEFT_CENTER, &label, role, ink);
        let sides: Vec<Side<'_>> = self.seen.sides().collect();
        let numbers = NUMBER * sides.len() as f32;
        let track = inner.without_left(label_room).without_right(numbers).middle_row(10.0);
        let both = track.expand2(vec2(0.0, 1.0)).rows::<2>(4.0);
        for (index, side) in sides.iter().enumerate() {
            let number = if self.seen.is_muted_in(side.map, channel) {
                crate::locale::text::tr("layer-muted")
            } else {
                tips::value(self.seen, side.map.activation.values()[channel])
            };
            let place = inner.without_right(NUMBER * (sides.len() - 1 - index) as f32);
            write(painter, place, Align2::RIGHT_CENTER, &number, role, ink);
            let bar = if sides.len() == 1 { track } else { both[index] };
            self.bar(ui, bar, side, channel);
        }
        if response.clicked() {
            commands.push(Command::SelectChannel(Some(channel)));
            commands.push(Command::SelectCell(Some((0, 0))));
        }
    }

    /// From zero to the value; signed vectors have their zero where it falls.  Two photos share the scale.
    fn bar(&self, ui: &Ui, track: Rect, side: &Side<'_>, channel: usize) {
        if !track.is_positive() {
            return;
        }
        let subject = self.seen.subject;
        let whole = subject.map.activation.whole;
        let (low, high) = match &subject.pair {
            Some([a, b]) if subject.map.key.source != Source::AMinusB => {
                let [a, b] = [a, b].map(|map| map.activation.whole);
                (a.min.min(b.min), a.max.max(b.max))
            }
            _ => (whole.min, whole.max),
        };
        let (low, high) = (low.min(0.0), high.max(f32::MIN_POSITIVE));
        let axes = Axes::new(track, [low, high], [0.0, 1.0]);
        let value = side.map.activation.values()[channel];
        let (from, to) = (axes.x_of(value.min(0.0)), axes.x_of(value.max(0.0)));
        let hue = if subject.map.signed {
            if value < 0.0 { Hue::Negative } else { Hue::Positive }
        } else {
            hue(self.seen.layer)
        };
        let painter = ui.painter();
        painter.rect_filled(track, size::RADIUS_BAR, self.theme.bar_track);
        let bar = track.with_min_x(from).with_max_x(to.max(from + 1.0));
        // The second photo's is paler.
        let opacity = if side.letter == Some(LETTERS[1]) { 0.6 } else { 1.0 };
        let fill = self.theme.hue(hue).fill.gamma_multiply(opacity);
        painter.rect_filled(bar, size::RADIUS_BAR, fill);
        if low < 0.0 {
            let stroke = Stroke::new(size::hairline(), self.theme.line2);
            painter.vline(axes.x_of(0.0), track.expand(3.0).y_range(), stroke);
        }
    }
}
