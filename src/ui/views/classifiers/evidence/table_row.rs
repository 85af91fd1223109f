//! One channel of the table.

use egui::{Align2, Id, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::state::{AttributedLayer, Command};
use crate::ui::kit::{Area, Icon, NumberColumns, Pressable, goes_deeper, paint_icon, write, write_fitted};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{ChannelMaps, open_channel, select_channel, selected_channel};
use crate::visualize::Target;

/// Width of the button that asks what the channel looks for.
const LOOKS_FOR: f32 = 30.0;

/// Columns of a table: the names, what is multiplied where there is such, and a bar with its number at the right.
pub(super) struct Columns {
    numbers: NumberColumns,
    /// How much of the last column the number takes.
    result: f32,
}

impl Columns {
    /// Shares the width of the table out: weight, mean, bar, product.
    pub fn new(rect: Rect) -> Self {
        // What a narrow table does not have is shared between label and numbers.
        let spare = (rect.width() - 300.0 - LOOKS_FOR).max(0.0);
        let names = 160.0 + spare * 0.2;
        let mean = 46.0 + spare * 0.1;
        let table = rect.without_right(LOOKS_FOR);
        // The weight's column has no room of its own: the number ends where the names' column does.
        let shares = [0.0, mean, table.width() - names - mean];
        Self { numbers: NumberColumns::new(table, names, &shares), result: 54.0 }
    }

    /// A bar and one number.
    pub fn of_one(rect: Rect) -> Self {
        let names = (rect.width() * 0.3).max(110.0);
        Self { numbers: NumberColumns::new(rect.without_right(LOOKS_FOR), names, &[1.0]), result: 58.0 }
    }

    /// What each column is, over them.
    pub fn words(&self, ui: &Ui, head: Rect, words: &[String], theme: &Theme) {
        for (column, words) in words.iter().enumerate() {
            let cell = self.numbers.cell(head, column);
            write(ui.painter(), cell, Align2::RIGHT_CENTER, words, TextRole::StatusStrong, theme.low);
        }
    }

    /// The bar with its number in a row.
    fn last(&self, row: Rect) -> Rect {
        self.numbers.cell(row, self.numbers.count() - 1)
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
    let whole = slot.without_right(LOOKS_FOR);
    let layer = line.layer.layer_name();
    let is_chosen = selected_channel(board, layer, maps.channels()) == Some(line.channel);
    let ground = slot.expand2(vec2(8.0, -1.0));
    let response = Pressable::new(Id::unique(("top-channel", layer, line.channel)))
        .chosen(is_chosen)
        .ground(ground, line.is_in_view || is_chosen)
        .hints(&[&line.name, &tr("classifiers-channel-hint")])
        .show(ui, whole, theme, || line.name.clone());
    if is_chosen {
        let stroke = Stroke::new(1.5, theme.hi);
        ui.painter().rect_stroke(ground, size::RADIUS_BUTTON, stroke, StrokeKind::Inside);
    }
    let tile = slot.square(Align2::LEFT_CENTER, (slot.height() - 4.0).min(36.0));
    maps.paint(ui, board.look, line.channel, tile);
    let border = Stroke::new(size::hairline(), theme.line2);
    ui.painter().rect_stroke(tile, 1.0, border, StrokeKind::Outside);
    numbers(ui, slot, tile.width() + size::SPACE_12, line, columns, theme);
    if goes_deeper(ui, &response, is_chosen) {
        open_channel(board.commands, layer, line.channel);
    } else if response.clicked() {
        select_channel(board.commands, layer, line.channel);
    }
    looks_for(ui, slot.right_part(LOOKS_FOR), line, board);
    response.hovered() || response.has_focus()
}

/// The way from a channel to what it looks for.
fn looks_for(ui: &Ui, rect: Rect, line: &ChannelLine, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let id = Id::unique(("top-channel looks for", line.layer.layer_name(), line.channel));
    let name = tr_with("classifiers-looks-for", &[("channel", line.channel.to_string())]);
    let response = Pressable::new(id).hints(&[&name]).show(ui, rect, theme, || name.clone());
    let ink = if response.hovered() || response.has_focus() { theme.hi } else { theme.mid };
    paint_icon(ui.painter(), Icon::LooksFor, rect.without_left(8.0).center(), ink);
    if response.clicked() {
        let (layer, channel) = (line.layer.layer_name().to_owned(), line.channel);
        board.commands.push(Command::LooksFor(Target::Channel { layer, channel }));
    }
}

fn numbers(ui: &Ui, slot: Rect, tile: f32, line: &ChannelLine, columns: &Columns, theme: &Theme) {
    let painter = ui.painter();
    let mut name = columns.numbers.name(slot).without_left(tile);
    for (column, words) in line.numbers.iter().flatten().enumerate() {
        let cell = columns.numbers.cell(slot, column);
        let shown = write(painter, cell, Align2::RIGHT_CENTER, words, TextRole::Body, theme.mid);
        name.max.x = name.right().min(shown.left());
    }
    let words = Numbered::ChannelShort.at(line.channel);
    let name = name.without_right(size::SPACE_4);
    write_fitted(painter, name, Align2::LEFT_CENTER, &words, TextRole::BodyStrong, theme.hi);
    let last = columns.last(slot);
    write(painter, last, Align2::RIGHT_CENTER, &line.result, TextRole::BodyStrong, theme.hi);
    bars(ui, last.without_left(10.0).without_right(columns.result), line, theme);
}

/// A bar for the photo, and an outlined one for the second.
fn bars(ui: &Ui, room: Rect, line: &ChannelLine, theme: &Theme) {
    let bar = |track: Rect, share: f64| {
        track.left_part((room.width() * (share.abs() / line.largest).min(1.0) as f32).max(2.0))
    };
    let both = room.middle_row(16.0);
    let [first, second] = line.shares;
    if let Some(share) = first {
        let track = if second.is_some() { both.top_part(7.0) } else { room.middle_row(12.0) };
        ui.painter().rect_filled(bar(track, share), size::RADIUS_BAR, theme.sign(share as f32).fill);
    }
    if let Some(share) = second {
        let stroke = Stroke::new(1.5, theme.sign(share as f32).fill);
        let bar = bar(both.bottom_part(7.0), share);
        ui.painter().rect_stroke(bar, size::RADIUS_BAR, stroke, StrokeKind::Inside);
    }
}
