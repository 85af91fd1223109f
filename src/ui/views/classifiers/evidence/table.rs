//! "Top channels": what the channels that say most for the class and against it add to its logit, in the last maps or in an
//! earlier module.

use std::sync::Arc;

use egui::{Align2, Rect, Role, Stroke, Ui};

use super::table_row::{ChannelLine, Columns, row};
use super::{EvidenceContext, channel_name, product_of, share_of_two, sum_line};
use crate::analysis::Attribution;
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::state::{AttributedLayer, Command};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Segmented, from_right, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::ChannelMaps;

/// Height of the title with the choice of the layer, of the words over the columns, and of the sum below.
const TITLE: f32 = 36.0;
const HEAD: f32 = 20.0;
const SUM: f32 = 30.0;
/// Heights of a row, least and most.
const ROW: [f32; 2] = [32.0, 42.0];

/// Shows the table; returns the channel of the last maps under the pointer.
pub(super) fn table(ui: &mut Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let mut body = rect;
    title(ui, body.take_top(TITLE), board);
    let head = body.take_top(HEAD).top_part(16.0);
    let sum = body.take_bottom(SUM);
    body.take_bottom(size::SPACE_4);
    let state = board.subject.state;
    match state.study.attributed {
        AttributedLayer::Last => last(ui, [head, body, sum], shown, board),
        AttributedLayer::Module4d => {
            match (attribution(board), ChannelMaps::get(board, board.subject.source(), "inception4d")) {
                (Some(attribution), Some(maps)) => earlier(ui, [head, body, sum], (&attribution, &maps), board),
                (None, _) | (_, None) => {
                    let words = tr("classifiers-attributing");
                    let (row, ink) = (body.top_part(ROW[0]), board.look.theme.low);
                    write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &words, TextRole::Body, ink);
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
    let row = rect.top_part(size::CONTROL_HEIGHT);
    let left = from_right(ui, row, |ui| {
        let name = tr("classifiers-attributed");
        let chosen = board.subject.state.study.attributed;
        let control = Segmented::new(&name, &choices, chosen).padding(10.0).hints(&hints).show(ui, theme);
        if let Some(layer) = control.inner {
            board.commands.push(Command::AttributeTo(layer));
        }
        control.response.rect.left()
    });
    let words = tr("classifiers-top-channels");
    let room = row.with_max_x(left - size::SPACE_8);
    write_fitted(ui.painter(), room, Align2::LEFT_CENTER, &words, TextRole::Name, theme.hi);
}

/// Weight, mean and product in the last maps.
fn last(
    ui: &Ui,
    [head, body, sum]: [Rect; 3],
    shown: &EvidenceContext<'_>,
    board: &mut Board<'_, '_>,
) -> Option<usize> {
    let columns = Columns::new(body);
    let words = ["classifiers-w", "classifiers-gap-short", "classifiers-w-gap"].map(tr);
    columns.words(ui, head, &words, board.look.theme);
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
    let words = tr_with("classifiers-channels-sum", &[("count", &*grouped(sums.channels.len() as u64))]);
    sum_line(ui, sum, &words, &total, board.look.theme);
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
    columns.words(ui, head, &[tr("classifiers-a-gradient")], board.look.theme);
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
    let count = grouped(attribution.channels.len() as u64);
    let words = tr_with("classifiers-channels-carry", &[("count", &*count)]);
    sum_line(ui, sum, &words, &total, board.look.theme);
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
        let slot = body.row(place, height);
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
