//! The training loss with its numbers, once somebody says what the photo shows.

use egui::{Align2, Rect, Role, Stroke, Ui, Vec2, vec2};

use crate::analysis::{TrainingLoss, class_in};
use crate::locale::agree::powers::{probability_of, weighted_decimals};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::state::Command;
use crate::ui::kit::paint::{paragraph, spoken};
use crate::ui::kit::{Area, Button, Lines, Row, within, write};
use crate::ui::style::{TextRole, Theme, caption_room, grown, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::head_frame::is_untrained;
use crate::ui::views::classifiers::numbers::{depth_of_loss, head_hue, head_name, short};

/// Height of a head's line.
fn line() -> f32 {
    caption_room(30.0)
}

/// Height of the title with the gap below it.
fn title() -> f32 {
    caption_room(28.0)
}

/// The size that the panel is laid out for on a desk, points.
const LAID_OUT_FOR: Vec2 = vec2(580.0, 300.0);

/// Shows the panel.
pub(super) fn loss(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    grown(rect.size(), LAID_OUT_FOR, || contents(ui, rect, board));
}

fn contents(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let name = tr("classifiers-loss");
    let head = rect.top_part(title() * 0.72);
    let shown = write(ui.painter(), head, Align2::LEFT_CENTER, &name, TextRole::Name, theme.hi);
    spoken(ui, shown, Role::Heading, &name);
    let body = rect.without_top(title());
    let report = board.subject.run.report;
    let state = board.subject.state;
    let of_run = |class| class_in(class, state.labels(), &report.labels);
    let true_label = state.study.true_label.and_then(of_run);
    match true_label.and_then(|class| TrainingLoss::of(report, class)) {
        Some(loss) => numbers(ui, body, &loss, theme),
        None => prompt(ui, body, board),
    }
    notes(ui, rect, board);
}

/// Asks what the photo shows; the main classifier's answer is one click away.
fn prompt(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    within(ui, rect, |ui| {
        paragraph(ui, &tr("classifiers-loss-prompt"), TextRole::Body, theme.mid);
        ui.add_space(size::SPACE_4);
        let answer = subject.answer();
        let label = short(subject.label(answer), 24);
        let words = tr_with("classifiers-it-is", &[("class", &*label)]);
        if ui.add(Button::plain(theme, &words)).clicked() {
            let own = subject.state.class_from(subject.run.source, answer);
            board.commands.extend(own.map(|answer| Command::SetTrueLabel(Some(answer))));
        }
    });
}

/// A line a head, and their weighted sum.
fn numbers(ui: &Ui, rect: Rect, loss: &TrainingLoss, theme: &Theme) {
    let painter = ui.painter();
    let decimals = decimals(loss);
    let names: Vec<String> = loss.heads.iter().map(|head| head_name(head.head)).collect();
    let mut names_end = rect.left();
    for (place, (head, name)) in loss.heads.iter().zip(&names).enumerate() {
        let ink = theme.hue(head_hue(head.head)).text;
        let shown = write(painter, rect.row(place, line()), Align2::LEFT_CENTER, name, TextRole::Name, ink);
        names_end = names_end.max(shown.right());
    }
    for (place, (head, name)) in loss.heads.iter().zip(&names).enumerate() {
        let row = rect.row(place, line());
        let values = [("probability", probability_of(head.loss, decimals)), ("loss", fixed(head.loss, decimals))];
        let words = tr_with("classifiers-minus-ln", &values);
        let weight = tr_with("classifiers-counts", &[("weight", &*fixed(head.weight, 1))]);
        Row::new(&words, TextRole::Body, theme.hi)
            .number(&weight, TextRole::Body, theme.low)
            .paint(painter, row.with_min_x(names_end + size::SPACE_12));
        spoken(ui, row, Role::Label, &format!("{name}: {words} {weight}"));
    }
    let sum = rect.without_top(loss.heads.len() as f32 * line() + 4.0);
    painter.hline(sum.x_range(), sum.top(), Stroke::new(size::hairline(), theme.line));
    let strip = sum.without_top(8.0).top_part(caption_room(44.0));
    painter.rect_filled(strip, size::RADIUS_CARD, theme.bg3);
    let (words, total) = equation(loss, decimals);
    Row::new(&words, TextRole::Body, theme.mid)
        .number(&total, TextRole::RowNumber, theme.hi)
        .show(ui, strip.shrink2(vec2(12.0, 0.0)));
}

/// Decimals of every loss, at least four: with these they add up.
fn decimals(loss: &TrainingLoss) -> usize {
    let weighted: Vec<(f64, f64)> = loss.heads.iter().map(|head| (head.weight, head.loss)).collect();
    weighted_decimals(&weighted, 4)
}

/// "0.1013 + 0.3 × (0.1118 + 0.0940) =" and the total.
fn equation(loss: &TrainingLoss, decimals: usize) -> (String, String) {
    let of = |head: Head| loss.head(head);
    let number = |value: f64| fixed(value, decimals);
    let main = of(Head::Main).map_or(0.0, |head| head.loss);
    let aux: Vec<_> = [Head::Aux1, Head::Aux2].into_iter().filter_map(of).collect();
    let words = match aux.first() {
        None => tr_with("classifiers-total-main", &[("main", &*number(main))]),
        Some(first) => {
            let losses: Vec<String> = aux.iter().map(|head| number(head.loss)).collect();
            let values = [("main", number(main)), ("weight", fixed(first.weight, 1)), ("aux", losses.join(" + "))];
            tr_with("classifiers-total", &values)
        }
    };
    (words, number(loss.total))
}

/// What the heads are for, and that nothing of them is left afterwards.
fn notes(ui: &mut Ui, rect: Rect, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let network = &subject.run.report.network;
    let mut words = Vec::new();
    if is_untrained(subject, Head::Aux1) {
        words.push((tr("classifiers-untrained-note"), theme.hi));
    }
    let nearest = Head::ALL.into_iter().filter_map(|head| depth_of_loss(network, head)).min().unwrap_or(0);
    let values = [("near", nearest.to_string()), ("all", network.depth().to_string())];
    if nearest < network.depth() {
        words.push((tr_with("classifiers-why-heads", &values), theme.mid));
    }
    words.push((tr("classifiers-thrown-away"), theme.low));
    let mut room = rect.without_top(title() + 3.0 * line() + caption_room(60.0));
    for (words, ink) in words.iter().rev() {
        let lines = Lines::new(ui.painter(), words, TextRole::Caption, *ink, room.width());
        if lines.height() > room.height() {
            break;
        }
        let place = room.take_bottom(lines.height());
        lines.show(ui, place);
        room.take_bottom(size::SPACE_8);
    }
}
