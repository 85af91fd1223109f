//! A card with what one head believes.

use egui::{Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::class_query::{Board, ClassQuery};
use super::head_frame::{absent, frame, title, title_height};
use super::head_row::{Columns, Row, rows_of};
use super::temperature::temperature;
use crate::analysis::Scores;
use crate::locale::format::fixed;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{dashes, first_that_fits, spoken, text_within};
use crate::ui::kit::{focus_ring, term, tooltip};
use crate::ui::style::{TextRole, caption_room, size};

/// Height of the words over the columns.
fn column_words() -> f32 {
    caption_room(16.0)
}

/// Where an arrow to the next head begins, and what it says there.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    /// Middle of the row of the class under study.
    pub y: f32,
    /// Its place among all classes, from 1.
    pub rank: usize,
}

/// Shows a head; returns where its row of the class under study is.
pub(super) fn head_card(
    ui: &mut Ui,
    rect: Rect,
    row_height: f32,
    head: Head,
    board: &mut Board<'_, '_>,
) -> Option<Anchor> {
    let theme = board.look.theme;
    let subject = board.subject;
    let scores = subject.run.report.head(head).map(|scores| scores.at(subject.state.study.temperature));
    frame(ui, rect, head, scores.is_some(), theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 0.0));
    let heading = inner.with_max_y(rect.top() + 10.0 + title_height());
    let [left, right] = title(ui, heading, head, board);
    if head == Head::Main {
        let y = heading.bottom() - title_height()..=heading.bottom();
        let place = Rect::from_x_y_ranges(left + size::SPACE_12..=right - size::SPACE_8, y);
        temperature(ui, place, board);
    }
    let Some(scores) = &scores else {
        absent(ui, inner, head, theme);
        return None;
    };
    let top = rect.top() + 10.0 + title_height();
    let columns = Columns::new(inner, subject);
    columns.words(ui, top + column_words() / 2.0, subject, theme);
    let mut anchor = None;
    for (place, row) in rows_of(scores, subject).into_iter().enumerate() {
        let top = top + column_words() + place as f32 * row_height;
        let slot = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), top + row_height));
        if row.class == subject.class {
            anchor = Some(Anchor { y: slot.center().y, rank: row.rank });
        }
        if place >= super::areas::ROWS - 1 {
            let stroke = Stroke::new(size::hairline(), theme.line2);
            let mut shapes = Vec::new();
            let line = Rect::from_min_max(slot.min, pos2(slot.right(), slot.top()));
            dashes(line, stroke, 3.0, 3.0, &mut shapes);
            ui.painter().extend(shapes);
        }
        show_row(ui, slot, &row, head, &columns, board);
    }
    footer(ui, inner.with_min_y(rect.bottom() - 28.0), scores, board);
    anchor
}

fn show_row(ui: &Ui, slot: Rect, row: &Row<'_>, head: Head, columns: &Columns, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let id = Id::unique(("head-row", head, row.class));
    let response = ui.interact(slot, id, Sense::click());
    let name = row.name(head);
    response.widget_info(|| {
        let is_studied = row.class == board.subject.class;
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_studied, &name)
    });
    if response.hovered() {
        let hot = slot.expand2(vec2(6.0, -0.5));
        ui.painter().rect_filled(hot, size::RADIUS_BUTTON, theme.bg3);
    }
    row.paint(ui, slot, head, columns, board.subject, theme);
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    tooltip(&response, theme, |ui| {
        ui.label(egui::RichText::new(&name).color(theme.hi));
        ui.label(egui::RichText::new(tr("classifiers-row-hint")).color(theme.mid));
    });
    if response.clicked() {
        board.commands.extend(board.subject.explain(row.class));
    }
}

/// How undecided the head is, and where it sees the final answer.
fn footer(ui: &Ui, rect: Rect, scores: &Scores, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let middle = rect.top() + 11.0;
    let most = (subject.classes() as f64).log2();
    let values = [("bits", fixed(scores.entropy_bits(), 2)), ("most", fixed(most, 2))];
    let entropy = tr_with("classifiers-entropy", &values);
    let answer = subject.answer();
    let Some(rank) = scores.rank(answer) else {
        return;
    };
    let width = |words: &str| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), TextRole::Tick.font(), theme.low);
        galley.size().x
    };
    let least =
        tr_with("classifiers-final", &[("class", subject.label(answer).to_owned()), ("rank", rank.to_string())]);
    // Both on a line where they fit, else one over the other.
    let is_two = width(&entropy) + size::SPACE_12 + width(&least) > rect.width();
    let up = if is_two { caption_room(17.0) } else { 0.0 };
    let left = pos2(rect.left(), middle - up);
    let shown = text_within(ui.painter(), left, rect.width(), &entropy, TextRole::Tick, theme.low);
    spoken(ui, shown, Role::Label, &entropy);
    term(ui, shown, Term::Entropy, theme);
    let mut values = vec![("class", subject.label(answer).to_owned()), ("rank", rank.to_string())];
    let long = tr_with("classifiers-final", &values);
    let short = tr_with("classifiers-final-short", &values);
    let room = if is_two { rect.width() } else { rect.right() - shown.right() - size::SPACE_12 };
    let words = match rank_before(subject, scores.head, answer) {
        Some(before) if before != rank => {
            values.push(("before", before.to_string()));
            let wordings = [tr_with("classifiers-final-moved", &values), short];
            first_that_fits(ui.painter(), wordings, room, TextRole::Tick)
        }
        Some(_) | None => first_that_fits(ui.painter(), [long, short], room, TextRole::Tick),
    };
    let galley = ui.painter().layout_no_wrap(words.clone(), TextRole::Tick.font(), theme.low);
    let x = rect.right() - galley.size().x.min(room);
    let shown = text_within(ui.painter(), pos2(x, middle), room, &words, TextRole::Tick, theme.mid);
    spoken(ui, shown, Role::Label, &words);
    term(ui, shown, Term::AnswerRank, theme);
}

/// The place of a class in the head before this one.
fn rank_before(subject: &ClassQuery<'_>, head: Head, class: usize) -> Option<usize> {
    let scores = &subject.run.report.scores;
    let own = scores.iter().position(|scores| scores.head == head)?;
    scores.get(own.checked_sub(1)?)?.rank(class)
}
