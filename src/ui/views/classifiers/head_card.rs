//! A card with what one head believes.

use egui::{Align2, Id, Rect, Role, Stroke, Ui, vec2};

use super::class_query::{Board, ClassQuery};
use super::head_frame::{absent, frame, title, title_height};
use super::head_row::{Columns, Row, rows_of};
use super::temperature::temperature;
use crate::analysis::Scores;
use crate::locale::format::fixed;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::paint::{dashes, first_that_fits, spoken};
use crate::ui::kit::{Area, Pressable, right_of, term, width_of, write_fitted};
use crate::ui::style::{TextRole, caption_room, size};

/// Height of the words over the columns.
fn column_words() -> f32 {
    caption_room(16.0)
}

/// Where an arrow to the next head begins, and what it says there.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    /// The row of the class under study, over the whole width of the card.
    pub row: Rect,
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
    let mut body = inner;
    let heading = body.take_top(10.0 + title_height()).bottom_part(title_height());
    let free = title(ui, heading, head, board);
    if head == Head::Main {
        temperature(ui, free.without_left(size::SPACE_12).without_right(size::SPACE_8), board);
    }
    let Some(scores) = &scores else {
        absent(ui, inner, head, theme);
        return None;
    };
    let columns = Columns::new(inner, subject);
    columns.words(ui, body.take_top(column_words()), subject, theme);
    let mut anchor = None;
    for (place, row) in rows_of(scores, subject).into_iter().enumerate() {
        let slot = body.row(place, row_height);
        if row.class == subject.class {
            let row_of_card = slot.expand2(vec2(size::CARD_PADDING, 0.0));
            anchor = Some(Anchor { row: row_of_card, rank: row.rank });
        }
        if place >= super::areas::ROWS - 1 {
            let mut shapes = Vec::new();
            dashes(slot.top_part(0.0), Stroke::new(size::hairline(), theme.line2), 3.0, 3.0, &mut shapes);
            ui.painter().extend(shapes);
        }
        show_row(ui, slot, &row, head, &columns, board);
    }
    footer(ui, inner.bottom_part(28.0), scores, board);
    anchor
}

fn show_row(ui: &Ui, slot: Rect, row: &Row<'_>, head: Head, columns: &Columns, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let name = row.name(head);
    let response = Pressable::new(Id::unique(("head-row", head, row.class)))
        .chosen(row.class == board.subject.class)
        .hints(&[&name, &tr("classifiers-row-hint")])
        .ground(slot.expand2(vec2(6.0, -0.5)), false)
        .radius(size::RADIUS_TILE)
        .show(ui, slot, theme, || name.clone());
    row.paint(ui, slot, head, columns, board.subject, theme);
    if response.clicked() {
        board.commands.extend(board.subject.explain(row.class));
    }
}

/// How undecided the head is, and where it sees the final answer.
fn footer(ui: &Ui, rect: Rect, scores: &Scores, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let painter = ui.painter();
    let most = (subject.classes() as f64).log2();
    let values = [("bits", fixed(scores.entropy_bits(), 2)), ("most", fixed(most, 2))];
    let entropy = tr_with("classifiers-entropy", &values);
    let answer = subject.answer();
    let Some(rank) = scores.rank(answer) else {
        return;
    };
    let mut values = vec![("class", subject.label(answer).to_owned()), ("rank", rank.to_string())];
    let long = tr_with("classifiers-final", &values);
    let short = tr_with("classifiers-final-short", &values);
    // Both on a line where they fit, else one over the other.
    let width = |words: &str| width_of(painter, words, TextRole::Tick.font());
    let is_two = width(&entropy) + size::SPACE_12 + width(&long) > rect.width();
    let line = rect.top_part(22.0);
    let first = if is_two { line.translate(vec2(0.0, -caption_room(17.0))) } else { line };
    let shown = write_fitted(painter, first, Align2::LEFT_CENTER, &entropy, TextRole::Tick, theme.low);
    spoken(ui, shown, Role::Label, &entropy);
    term(ui, shown, Term::Entropy, theme);
    let room = if is_two { line } else { right_of(line, shown, size::SPACE_12) };
    let wordings = match rank_before(subject, scores.head, answer) {
        Some(before) if before != rank => {
            values.push(("before", before.to_string()));
            [tr_with("classifiers-final-moved", &values), short]
        }
        Some(_) | None => [long, short],
    };
    let words = first_that_fits(painter, wordings, room.width(), TextRole::Tick);
    let shown = write_fitted(painter, room, Align2::RIGHT_CENTER, &words, TextRole::Tick, theme.mid);
    spoken(ui, shown, Role::Label, &words);
    term(ui, shown, Term::AnswerRank, theme);
}

/// The place of a class in the head before this one.
fn rank_before(subject: &ClassQuery<'_>, head: Head, class: usize) -> Option<usize> {
    let scores = &subject.run.report.scores;
    let own = scores.iter().position(|scores| scores.head == head)?;
    scores.get(own.checked_sub(1)?)?.rank(class)
}
