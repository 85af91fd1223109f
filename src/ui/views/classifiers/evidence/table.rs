//! "Top channels": what the channels that say most for the class and against it add to its logit, in the last maps or in an
//! earlier module.

use std::sync::Arc;

use egui::{Align, Align2, Layout, Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use super::table_row::{ChannelLine, Columns, row};
use super::{EvidenceContext, channel_name, product_of, share_of_two};
use crate::analysis::Attribution;
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::state::{AttributedLayer, Command};
use crate::ui::kit::Segmented;
use crate::ui::kit::paint::{spoken, text, text_within};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::ChannelMaps;

/// Height of the title with the choice of the layer, of the words over the columns, and of the sum below.
const TITLE: f32 = 36.0;
const HEAD: f32 = 20.0;
const SUM: f32 = 34.0;
/// Heights of a row, least and most.
const ROW: [f32; 2] = [32.0, 42.0];

/// Shows the table; returns the channel of the last maps under the pointer.
pub(super) fn table(ui: &mut Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    title(ui, rect.with_max_y(rect.top() + TITLE), board);
    let head = rect.with_min_y(rect.top() + TITLE).with_max_y(rect.top() + TITLE + HEAD);
    let sum = rect.with_min_y(rect.bottom() - SUM);
    let body = rect.with_min_y(head.bottom()).with_max_y(sum.top());
    let state = board.subject.state;
    match state.study.attributed {
        AttributedLayer::Last => last(ui, [head, body, sum], shown, board),
        AttributedLayer::Module4d => {
            match (attribution(board), ChannelMaps::get(board, board.subject.source(), "inception4d")) {
                (Some(attribution), Some(maps)) => earlier(ui, [head, body, sum], (&attribution, &maps), board),
                (None, _) | (_, None) => {
                    let words = tr("classifiers-attributing");
                    let middle = pos2(body.left(), body.top() + ROW[0] / 2.0);
                    text_within(ui.painter(), middle, body.width(), &words, TextRole::Body, board.look.theme.low);
                    spoken(ui, body, Role::Label, &words);
                }
            }
            None
        }
    }
}

/// What the earlier layer adds, if it is about the run and the question on screen; the difference of two photos has none.
fn attribution(board: &Board<'_, '_>) -> Option<Arc<Attribution>> {
    let query = board.subject;
    let found = query.state.found.attribution.as_ref()?;
    let is_asked = found.report == query.run.report.id && found.class == query.class && found.minus == query.minus;
    is_asked.then(|| Arc::clone(found))
}

/// "Top channels", and of which layer.
fn title(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let [last, earlier] = [tr("classifiers-attributed-last"), tr("classifiers-attributed-4d")];
    let choices = [(AttributedLayer::Last, &*last), (AttributedLayer::Module4d, &*earlier)];
    let hints = [tr("classifiers-attributed-last-hint"), tr("classifiers-attributed-4d-hint")];
    let layout = Layout::right_to_left(Align::Min);
    let mut left = rect.right();
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
        let name = tr("classifiers-attributed");
        let chosen = board.subject.state.study.attributed;
        let control = Segmented::new(&name, &choices, chosen).padding(10.0).hints(&hints).show(ui, theme);
        left = control.response.rect.left();
        if let Some(layer) = control.inner {
            board.commands.push(Command::AttributeTo(layer));
        }
    });
    let words = tr("classifiers-top-channels");
    let middle = pos2(rect.left(), rect.top() + size::CONTROL_HEIGHT / 2.0);
    text_within(ui.painter(), middle, left - rect.left() - size::SPACE_8, &words, TextRole::Name, theme.hi);
}

/// Weight, mean and product in the last maps.
fn last(
    ui: &Ui,
    [head, body, sum]: [Rect; 3],
    shown: &EvidenceContext<'_>,
    board: &mut Board<'_, '_>,
) -> Option<usize> {
    let columns = Columns::new(body);
    let words = [
        (columns.weight, tr("classifiers-w")),
        (columns.mean, tr("classifiers-gap-short")),
        (columns.result, tr("classifiers-w-gap")),
    ];
    column_words(ui, head, &words, board.look.theme);
    let sums = shown.sums;
    let largest = largest_of(&sums.order, |channel| sums.channels[channel].product);
    let line = |channel: usize| {
        let product = product_of(sums, channel);
        ChannelLine {
            layer: AttributedLayer::Last,
            channel,
            name: channel_name(sums, channel),
            numbers: Some([product.second(), product.first()]),
            result: product.result(),
            shares: [Some(sums.channels[channel].product), shown.other.map(|other| other.channels[channel].product)],
            largest,
            is_in_view: shown.channel == channel,
        }
    };
    let hovered = rows(ui, body, &sums.order, (&columns, shown.maps, &line), board);
    let mut total = share_of_two(sums.channel_sum());
    if let Some(other) = shown.other {
        total = format!("{total}   {}", share_of_two(other.channel_sum()));
    }
    sum_line(ui, sum, "classifiers-channels-sum", (sums.channels.len(), &total), board.look.theme);
    hovered
}

/// Activation times gradient in an earlier layer.
fn earlier(
    ui: &Ui,
    [head, body, sum]: [Rect; 3],
    (attribution, maps): (&Attribution, &ChannelMaps),
    board: &mut Board<'_, '_>,
) {
    let columns = Columns::of_one(body);
    column_words(ui, head, &[(columns.result, tr("classifiers-a-gradient"))], board.look.theme);
    let largest = largest_of(&attribution.order, |channel| attribution.channels[channel]);
    let line = |channel: usize| {
        let value = attribution.channels[channel];
        let result = share_of_two(value);
        let values = [("channel", channel.to_string()), ("value", result.clone())];
        ChannelLine {
            layer: AttributedLayer::Module4d,
            channel,
            name: tr_with("classifiers-channel-adds", &values),
            numbers: None,
            result,
            shares: [Some(value), None],
            largest,
            is_in_view: false,
        }
    };
    rows(ui, body, &attribution.order, (&columns, maps, &line), board);
    let total = share_of_two(attribution.sum());
    let count = attribution.channels.len();
    sum_line(ui, sum, "classifiers-channels-carry", (count, &total), board.look.theme);
}

/// The largest share in either direction: how long the longest bar is.
fn largest_of(order: &[usize], share: impl Fn(usize) -> f64) -> f64 {
    let ends = order.first().into_iter().chain(order.last());
    ends.map(|&channel| share(channel).abs()).fold(f64::MIN_POSITIVE, f64::max)
}

/// What the rows of a table show: where its columns lie, the maps, and a line for each channel.
type Shown<'a> = (&'a Columns, &'a ChannelMaps, &'a dyn Fn(usize) -> ChannelLine);

/// As many channels as there is room for: those that add most, and below a rule those that take most.
fn rows(ui: &Ui, body: Rect, order: &[usize], shown: Shown<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let rows = ((body.height() / ROW[0]) as usize).max(3).min(order.len());
    let height = (body.height() / rows as f32).min(ROW[1]);
    let against = (rows * 2 / 7).max(1);
    let channels = order[..rows - against].iter().chain(&order[order.len() - against..]);
    let mut hovered = None;
    for (place, &channel) in channels.enumerate() {
        let top = body.top() + place as f32 * height;
        let slot = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
        if place == rows - against {
            let stroke = Stroke::new(size::hairline(), board.look.theme.line2);
            ui.painter().hline(slot.x_range(), slot.top(), stroke);
        }
        let (columns, maps, line) = shown;
        if row(ui, slot, &line(channel), (columns, maps), board) {
            hovered = Some(channel);
        }
    }
    hovered
}

fn column_words(ui: &Ui, rect: Rect, words: &[(f32, String)], theme: &Theme) {
    for (right, words) in words {
        let place = pos2(*right, rect.top() + 8.0);
        text(ui.painter(), place, Align2::RIGHT_CENTER, words, TextRole::StatusStrong, theme.low);
    }
}

/// "1,024 channels add up to +2.91".
fn sum_line(ui: &Ui, rect: Rect, key: &str, (channels, total): (usize, &str), theme: &Theme) {
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.top() + 4.0, Stroke::new(size::hairline(), theme.line));
    let y = rect.center().y + 4.0;
    let number = text(painter, pos2(rect.right(), y), Align2::RIGHT_CENTER, total, TextRole::RowNumber, theme.hi);
    let words = tr_with(key, &[("count", &*grouped(channels as u64))]);
    let room = number.left() - rect.left() - size::SPACE_8;
    text_within(painter, pos2(rect.left(), y), room, &words, TextRole::Body, theme.mid);
    spoken(ui, rect, Role::Label, &format!("{words} {total}"));
}
