//! "One number, computed": how the selected cell came to its value, with the real numbers.

mod copied;
mod grid;
mod normalised;
mod products;
mod rows;
pub(super) mod slid;
pub(super) mod sliding;
mod weighted;
mod window;

use egui::{Color32, Rect, ScrollArea, Ui, vec2};

pub(super) use weighted::step;

use super::context::LayerContext;
use super::histogram::histogram;
use super::layer_model::value_in;
use super::scene::LayerScene;
use super::tips;
use crate::analysis::{Arithmetic, Explanation};
use crate::locale::format::fixed;
use crate::locale::glossary::Term;
use crate::locale::indices::{self, Numbered};
use crate::locale::text::{tr, tr_with};
use crate::session::Source;
use crate::state::Command;
use crate::ui::chrome::compare;
use crate::ui::kit::paint::{line, number_row, paragraph, skeleton};
use crate::ui::kit::{Button, Card, Row, term, within};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, Theme, is_projected, size};

/// The least height of the histogram, points.
const HISTOGRAM: f32 = 100.0;
/// What is said of two photos takes, points.
const COMPARED: f32 = 66.0;
/// The largest height of the histogram, points.
const LARGEST_HISTOGRAM: f32 = 230.0;
/// A card lower than this saves room, points.
const SHORT: f32 = 650.0;

/// A card as wide as this has the terms beside the sum, points.
const TWO_COLUMNS: f32 = 640.0;

/// Everything the card's parts draw with.  What is under the pointer elsewhere is no part of it: the card is about the selected
/// cell.
pub(super) struct Board<'a, 'b> {
    pub seen: &'a LayerContext<'a>,
    pub scene: &'a mut LayerScene,
    pub look: &'a mut Look<'b>,
    pub commands: &'a mut Vec<Command>,
    /// Whether the card is low.
    pub is_short: bool,
    /// Whether terms and sum stand beside each other.
    pub is_in_columns: bool,
}

/// The card, and the histogram below it.
pub(super) fn inspector(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let board = &mut Board { seen: &seen.pinned(), scene, look, commands, is_short: false, is_in_columns: false };
    let title = tr("layer-computed");
    let theme = board.look.theme;
    within(ui, rect, |ui| {
        Card::new(&title).fill_height().show(ui, theme, |ui| {
            ui.spacing_mut().item_spacing = vec2(size::SPACE_8, 0.0);
            let height = ui.available_height();
            // Of two photos three lines more are said.
            let said = if board.seen.subject.pair.is_some() { COMPARED } else { 0.0 };
            board.is_short = height - said < SHORT;
            let scroll = ScrollArea::vertical().id_salt("arithmetic").auto_shrink(false);
            scroll.show(ui, |ui| {
                let top = ui.cursor().top();
                if ui.available_width() >= TWO_COLUMNS {
                    ui.spacing_mut().item_spacing.x = size::SPACE_24;
                    board.is_in_columns = true;
                }
                body(ui, board);
                ui.add_space(size::SPACE_8);
                let used = ui.cursor().top() - top;
                // Before a class a histogram without room is left out: the class cannot scroll.
                if is_projected() && height - used < HISTOGRAM {
                    return;
                }
                let room = vec2(ui.available_width(), (height - used).clamp(HISTOGRAM, LARGEST_HISTOGRAM));
                let (rect, _) = ui.allocate_exact_size(room, egui::Sense::hover());
                histogram(ui, rect, board.seen, board.scene, theme);
            });
        });
    });
}

fn body(ui: &mut Ui, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let seen = board.seen;
    line(ui, &subtitle(seen), 22.0, TextRole::Caption, theme.low);
    if seen.subject.pair.is_some() {
        compared(ui, seen, theme);
    }
    ui.add_space(6.0);
    if !seen.is_traced() {
        let key = match seen.state.source() {
            Source::AMinusB => "layer-not-traced-difference",
            Source::A | Source::B | Source::Linear | Source::AMinusLinear => "layer-not-traced",
        };
        paragraph(ui, &tr(key), TextRole::Body, theme.mid);
        return;
    }
    let Some(cell) = seen.focus.cell else {
        invitation(ui, board);
        return;
    };
    let Some(explanation) = explanation(seen, cell) else {
        for height in [96.0, 40.0, 150.0, 90.0] {
            skeleton(ui, theme, height);
            ui.add_space(size::SPACE_12);
        }
        return;
    };
    match &explanation.arithmetic {
        Arithmetic::WeightedSum { .. } => weighted::weighted(ui, explanation, board),
        Arithmetic::Largest { .. } | Arithmetic::Mean { .. } => window::window(ui, explanation, board),
        Arithmetic::Normalised { .. } => normalised::normalised(ui, explanation, theme),
        Arithmetic::Copied { from, channel } => copied::copied(ui, from, *channel, board),
        Arithmetic::Pixel => copied::pixel(ui, explanation, board),
    }
    ui.add_space(size::SPACE_8);
    let traced = fixed(f64::from(explanation.traced), 4);
    let key =
        if seen.is_muted_in(&seen.subject.map, seen.focus.channel) { "layer-traced-muted" } else { "layer-traced" };
    let words = number_row(ui, theme, &tr(key), &traced);
    term(ui, words, Term::InNetwork, theme);
}

/// "channel 79 · row 10, column 7".
fn subtitle(seen: &LayerContext<'_>) -> String {
    let channel = seen.focus.channel;
    if seen.is_vector() {
        let class = seen.class_of(channel).map(str::to_owned);
        return class.unwrap_or_else(|| Numbered::Entry.at(channel));
    }
    let channel = Numbered::ChannelWithin.at(channel);
    match seen.focus.cell {
        Some(cell) => format!("{channel} · {}", indices::cell(cell)),
        None => channel,
    }
}

/// The cell in both photos: "A 4.45 · B 0.12 · A − B +4.33", and whose arithmetic follows.
fn compared(ui: &mut Ui, seen: &LayerContext<'_>, theme: &Theme) {
    let Some([a, b]) = &seen.subject.pair else {
        return;
    };
    let (channel, cell) = (seen.focus.channel, seen.focus.shown_cell());
    let [of_a, of_b] = [a, b].map(|map| value_in(map, channel, cell));
    let numbers = [of_a, of_b].map(|value| tips::number(value, a.signed));
    let difference = tips::number(of_a - of_b, true);
    let [mark_a, mark_b] = compare::marks(seen.state);
    let both = format!("{mark_a} {} · {mark_b} {}", numbers[0], numbers[1]);
    let difference = format!("{} {difference}", compare::difference(seen.state));
    // Words need a line more than letters.
    let lines = match compare::is_alone(seen.state) {
        true => vec![both, difference],
        false => vec![format!("{both} · {difference}")],
    };
    for words in lines {
        line(ui, &words, 24.0, TextRole::BodyStrong, theme.hi);
    }
    if let Some(mark) = seen.mark() {
        let photo = match seen.state.source() {
            Source::B => compare::name_of_b(seen.state),
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => compare::name_of_a(seen.state),
        };
        let words = match compare::is_alone(seen.state) {
            true => tr_with("layer-arithmetic-alone", &[("photo", photo)]),
            false => tr_with("layer-arithmetic-of", &[("letter", mark), ("photo", photo)]),
        };
        line(ui, &words, 18.0, TextRole::Caption, theme.low);
    }
}

/// The explanation on screen, if it is that of the selected cell.
pub(super) fn explanation<'a>(seen: &LayerContext<'a>, (row, column): (usize, usize)) -> Option<&'a Explanation> {
    let explanation = seen.state.found.explanation.as_deref()?;
    let cell = &explanation.cell;
    let is_it = explanation.report == seen.shown.report.id
        && cell.layer == seen.layer.name
        && cell.channel == seen.focus.channel
        && (cell.row, cell.column) == (row, column);
    is_it.then_some(explanation)
}

/// No cell is selected: says what to do, and offers the strongest one.
fn invitation(ui: &mut Ui, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    paragraph(ui, &tr("layer-invitation"), TextRole::Body, theme.mid);
    ui.add_space(size::SPACE_12);
    let label = tr("layer-explain-strongest");
    if ui.add(Button::primary(theme, &label)).clicked() {
        let focus = board.seen.focus;
        board.commands.push(Command::SelectChannel(Some(focus.channel)));
        board.commands.push(Command::SelectCell(Some(focus.strongest)));
    }
    ui.add_space(size::SPACE_12);
}

/// The strip that states the result: filled.
fn result(ui: &mut Ui, theme: &Theme, words: &str, number: &str) {
    let strip = Strip {
        height: 40.0,
        fill: theme.hi,
        words: (TextRole::Name, theme.inv),
        number: (TextRole::StageNumber, theme.inv),
    };
    strip.show(ui, words, number);
}

/// A strip with an intermediate result.
fn strip(ui: &mut Ui, theme: &Theme, words: &str, number: &str) {
    let strip = Strip {
        height: 32.0,
        fill: theme.bg3,
        words: (TextRole::Body, theme.mid),
        number: (TextRole::CardTitle, theme.hi),
    };
    strip.show(ui, words, number);
}

/// Words at the left, a number at the right, on a plain ground.
struct Strip {
    height: f32,
    fill: Color32,
    words: (TextRole, Color32),
    number: (TextRole, Color32),
}

impl Strip {
    fn show(&self, ui: &mut Ui, words: &str, number: &str) {
        let wanted = vec2(ui.available_width(), self.height);
        let (rect, response) = ui.allocate_exact_size(wanted, egui::Sense::hover());
        response.widget_info(|| {
            let name = format!("{words} {number}");
            egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), name)
        });
        let painter = ui.painter();
        painter.rect_filled(rect, size::RADIUS_TILE, self.fill);
        let ((words_role, words_ink), (number_role, number_ink)) = (self.words, self.number);
        let row = Row::new(words, words_role, words_ink).number(number, number_role, number_ink);
        row.paint(painter, rect.shrink2(vec2(12.0, 0.0)));
    }
}
