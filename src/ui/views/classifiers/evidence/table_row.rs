//! One channel of the table.

use egui::{Align2, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::state::{AttributedLayer, Command};
use crate::ui::kit::paint::{text, text_within};
use crate::ui::kit::{Icon, focus_ring, goes_deeper, paint_icon, tooltip};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{ChannelMaps, open_channel, select_channel, selected_channel};
use crate::visualize::Target;

/// Width of the button that asks what the channel looks for.
const LOOKS_FOR: f32 = 30.0;

/// Right edges of weight, mean and result; left and right edge of the bar.
pub(super) struct Columns {
    pub weight: f32,
    pub mean: f32,
    pub result: f32,
    bar: [f32; 2],
}

impl Columns {
    /// Shares the width of the table out: weight, mean, bar, product.
    pub fn new(rect: Rect) -> Self {
        // What a narrow table does not have is shared between label and numbers.
        let spare = (rect.width() - 300.0 - LOOKS_FOR).max(0.0);
        let weight = rect.left() + 160.0 + spare * 0.2;
        let mean = weight + 46.0 + spare * 0.1;
        let result = rect.right() - LOOKS_FOR;
        Self { weight, mean, result, bar: [mean + 10.0, result - 54.0] }
    }

    /// A bar and one number.
    pub fn of_one(rect: Rect) -> Self {
        let name = rect.left() + (rect.width() * 0.3).max(110.0);
        let result = rect.right() - LOOKS_FOR;
        Self { weight: name, mean: name, result, bar: [name + 10.0, result - 58.0] }
    }
}

/// What a row says.
pub(super) struct ChannelLine {
    /// Of which layer.
    pub layer: AttributedLayer,
    /// Its channel.
    pub channel: usize,
    /// What a screen reader says.
    pub name: String,
    /// Weight and mean, where there are such.
    pub numbers: Option<[String; 2]>,
    /// What the channel adds.
    pub result: String,
    /// The same as numbers: of the photo, and of the second one.
    pub shares: [Option<f64>; 2],
    /// The share whose bar is as long as there is room.
    pub largest: f64,
    /// Whether the other parts of the view are about it.
    pub is_in_view: bool,
}

/// One channel; whether the pointer is over it.
pub(super) fn row(
    ui: &Ui,
    slot: Rect,
    line: &ChannelLine,
    (columns, maps): (&Columns, &ChannelMaps),
    board: &mut Board<'_, '_>,
) -> bool {
    let theme = board.look.theme;
    let whole = slot.with_max_x(slot.right() - LOOKS_FOR);
    let response =
        ui.interact(whole, Id::unique(("top-channel", line.layer.layer_name(), line.channel)), Sense::click());
    let layer = line.layer.layer_name();
    let is_chosen = selected_channel(board, layer, maps.channels()) == Some(line.channel);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &line.name));
    if line.is_in_view || is_chosen || response.hovered() {
        let hot = slot.expand2(vec2(8.0, -1.0));
        ui.painter().rect_filled(hot, size::RADIUS_BUTTON, theme.bg3);
        if is_chosen {
            let stroke = Stroke::new(1.5, theme.hi);
            ui.painter().rect_stroke(hot, size::RADIUS_BUTTON, stroke, StrokeKind::Inside);
        }
    }
    let tile = (slot.height() - 4.0).min(36.0);
    let corner = pos2(slot.left(), slot.center().y - tile / 2.0);
    let tile = Rect::from_min_size(corner, vec2(tile, tile));
    maps.paint(ui, board.look, line.channel, tile);
    let border = Stroke::new(size::hairline(), theme.line2);
    ui.painter().rect_stroke(tile, 1.0, border, StrokeKind::Outside);
    numbers(ui, slot, tile.right() + size::SPACE_12, line, columns, theme);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    tooltip(&response, theme, |ui| {
        ui.label(RichText::new(&line.name).color(theme.hi));
        ui.label(RichText::new(tr("classifiers-channel-hint")).color(theme.mid));
    });
    if goes_deeper(ui, &response, is_chosen) {
        open_channel(board.commands, layer, line.channel);
    } else if response.clicked() {
        select_channel(board.commands, layer, line.channel);
    }
    looks_for(ui, slot.with_min_x(whole.right()), line, board);
    response.hovered() || response.has_focus()
}

/// The way from a channel to what it looks for.
fn looks_for(ui: &Ui, rect: Rect, line: &ChannelLine, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let id = Id::unique(("top-channel looks for", line.layer.layer_name(), line.channel));
    let response = ui.interact(rect, id, Sense::click());
    let values = [("channel", line.channel.to_string())];
    let name = tr_with("classifiers-looks-for", &values);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let ink = if response.hovered() || response.has_focus() { theme.hi } else { theme.mid };
    paint_icon(ui.painter(), Icon::LooksFor, rect.center() + vec2(4.0, 0.0), ink);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    tooltip(&response, theme, |ui| {
        ui.label(RichText::new(&name).color(theme.hi));
    });
    if response.clicked() {
        let (layer, channel) = (line.layer.layer_name().to_owned(), line.channel);
        board.commands.push(Command::LooksFor(Target::Channel { layer, channel }));
    }
}

fn numbers(ui: &Ui, slot: Rect, left: f32, line: &ChannelLine, columns: &Columns, theme: &Theme) {
    let painter = ui.painter();
    let y = slot.center().y;
    let words = Numbered::ChannelShort.at(line.channel);
    let font = TextRole::Body.font();
    let first = line.numbers.as_ref().map(|[weight, _]| painter.layout_no_wrap(weight.clone(), font, theme.mid));
    let room = columns.weight - first.map_or(0.0, |weight| weight.size().x) - size::SPACE_4 - left;
    text_within(painter, pos2(left, y), room, &words, TextRole::BodyStrong, theme.hi);
    let middle = line.numbers.iter().flatten().zip([columns.weight, columns.mean]);
    for (words, right) in middle {
        text(painter, pos2(right, y), Align2::RIGHT_CENTER, words, TextRole::Body, theme.mid);
    }
    text(painter, pos2(columns.result, y), Align2::RIGHT_CENTER, &line.result, TextRole::BodyStrong, theme.hi);
    bars(ui, y, line, columns, theme);
}

/// A bar for the photo, and an outlined one for the second.
fn bars(ui: &Ui, y: f32, line: &ChannelLine, columns: &Columns, theme: &Theme) {
    let [from, to] = columns.bar;
    let width = |share: f64| ((to - from) * (share.abs() / line.largest).min(1.0) as f32).max(2.0);
    let [first, second] = line.shares;
    let (half, up) = if second.is_some() { (3.5, 4.5) } else { (6.0, 0.0) };
    let bar = |share: f64, y: f32| Rect::from_min_size(pos2(from, y - half), vec2(width(share), 2.0 * half));
    if let Some(share) = first {
        ui.painter().rect_filled(bar(share, y - up), size::RADIUS_BAR, theme.sign(share as f32).fill);
    }
    if let Some(share) = second {
        let stroke = Stroke::new(1.5, theme.sign(share as f32).fill);
        ui.painter().rect_stroke(bar(share, y + up), size::RADIUS_BAR, stroke, StrokeKind::Inside);
    }
}
