//! A card with what one head believes.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::head_row::{Columns, Row, rows_of};
use super::numbers::{depth_of_loss, hangs_on, head_hue, head_name, place_of_head};
use super::subject::{Board, Subject};
use crate::analysis::Scores;
use crate::app::{Command, View};
use crate::spec::Head;
use crate::ui::format::fixed;
use crate::ui::layer::paint::{dashes, spoken, text, text_within};
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, Theme, size};
use crate::ui::widgets::tooltip;

/// Height of the title, and of the words over the columns.
const TITLE: f32 = 24.0;
const COLUMN_WORDS: f32 = 16.0;

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
    let scores = subject.run.report.head(head);
    frame(ui, rect, head, scores.is_some(), theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 0.0));
    title(ui, inner.with_max_y(rect.top() + 10.0 + TITLE), head, board);
    let Some(scores) = scores else {
        absent(ui, inner, head, theme);
        return None;
    };
    let top = rect.top() + 10.0 + TITLE;
    let columns = Columns::new(inner, subject);
    columns.words(ui, top + COLUMN_WORDS / 2.0, subject, theme);
    let mut anchor = None;
    for (place, row) in rows_of(scores, subject).into_iter().enumerate() {
        let top = top + COLUMN_WORDS + place as f32 * row_height;
        let slot = Rect::from_min_max(
            pos2(inner.left(), top),
            pos2(inner.right(), top + row_height),
        );
        if row.class == subject.class {
            anchor = Some(Anchor {
                y: slot.center().y,
                rank: row.rank,
            });
        }
        if place >= super::areas::ROWS - 1 {
            let stroke = Stroke::new(size::HAIRLINE, theme.line2);
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

/// The border in the head's hue: dashed where there is no head.
fn frame(ui: &Ui, rect: Rect, head: Head, is_there: bool, theme: &Theme) {
    let stroke = Stroke::new(1.5, theme.hue(head_hue(head)).fill);
    let painter = ui.painter();
    painter.rect_filled(rect, size::RADIUS_CARD, theme.bg1);
    if is_there {
        painter.rect_stroke(rect, size::RADIUS_CARD, stroke, StrokeKind::Inside);
    } else {
        let mut shapes = Vec::new();
        dashes(rect.shrink(1.0), stroke, 6.0, 5.0, &mut shapes);
        painter.extend(shapes);
    }
}

/// Name, place in the network; a double click opens the module it hangs on.
fn title(ui: &Ui, rect: Rect, head: Head, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let network = &board.subject.run.report.network;
    let painter = ui.painter();
    let middle = rect.bottom() - TITLE / 2.0;
    let name = head_name(head);
    let left = pos2(rect.left(), middle);
    let ink = theme.hue(head_hue(head)).text;
    let shown = text(
        painter,
        left,
        Align2::LEFT_CENTER,
        &name,
        TextRole::CardTitle,
        ink,
    );
    let Some((module, _)) = hangs_on(network, head) else {
        return;
    };
    let mut place = place_of_head(network, head).unwrap_or_default();
    if is_untrained(board.subject, head) {
        place = tr("classifiers-untrained");
    }
    let font = TextRole::Caption.font();
    let galley = painter.layout_no_wrap(place.clone(), font, theme.low);
    let room = rect.right() - shown.right() - size::SPACE_12;
    let x = rect.right() - galley.size().x.min(room);
    text_within(
        painter,
        pos2(x, middle),
        room,
        &place,
        TextRole::Caption,
        theme.low,
    );
    let area = Rect::from_min_max(pos2(rect.left(), middle - TITLE / 2.0), rect.max);
    let response = ui.interact(area, Id::unique(("head", head)), Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Heading, ui.is_enabled(), format!("{name}, {place}"))
    });
    tooltip(&response, theme, |ui| {
        let depth = depth_of_loss(network, head).unwrap_or(0).to_string();
        let words = tr_with("classifiers-depth-tip", &[("depth", &*depth)]);
        ui.label(egui::RichText::new(words).color(theme.hi));
        ui.label(egui::RichText::new(tr("classifiers-open-module")).color(theme.mid));
    });
    if response.double_clicked() {
        board.commands.push(Command::Show(View::Module(module)));
    }
}

/// Whether the file says that this head was never trained.
pub(super) fn is_untrained(subject: &Subject<'_>, head: Head) -> bool {
    head != Head::Main
        && subject
            .state
            .loaded()
            .is_some_and(|loaded| loaded.aux_untrained)
}

/// What stands in the place of a head that the weights lack.
fn absent(ui: &Ui, inner: Rect, head: Head, theme: &Theme) {
    let lines = [
        (
            tr_with("head-absent", &[("head", head.key())]),
            TextRole::BodyStrong,
            theme.hi,
        ),
        (tr("classifiers-absent-why"), TextRole::Caption, theme.low),
    ];
    let mut y = inner.center().y - 12.0;
    for (words, role, ink) in lines {
        let mut job = egui::text::LayoutJob::simple(words.clone(), role.font(), ink, inner.width());
        job.halign = egui::Align::Center;
        let galley = ui.painter().layout_job(job);
        let rect = Align2::CENTER_TOP.anchor_size(pos2(inner.center().x, y), galley.size());
        y = rect.bottom() + size::SPACE_8;
        spoken(ui, rect, Role::Label, &words);
        ui.painter()
            .galley(pos2(inner.center().x, rect.top()), galley, ink);
    }
}

fn show_row(
    ui: &Ui,
    slot: Rect,
    row: &Row<'_>,
    head: Head,
    columns: &Columns,
    board: &mut Board<'_, '_>,
) {
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
        ui.painter()
            .rect_filled(hot, size::RADIUS_BUTTON, theme.bg3);
    }
    row.paint(ui, slot, head, columns, board.subject, theme);
    crate::ui::widgets::focus_ring(ui, &response, size::RADIUS_TILE, theme);
    tooltip(&response, theme, |ui| {
        ui.label(egui::RichText::new(&name).color(theme.hi));
        ui.label(egui::RichText::new(tr("classifiers-row-hint")).color(theme.mid));
    });
    if response.clicked() {
        board.commands.push(Command::ExplainClass(Some(row.class)));
    }
}

/// How undecided the head is, and where it sees the final answer.
fn footer(ui: &Ui, rect: Rect, scores: &Scores, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let middle = rect.top() + 11.0;
    let most = (subject.classes() as f64).log2();
    let values = [
        ("bits", fixed(scores.entropy_bits(), 2)),
        ("most", fixed(most, 2)),
    ];
    let entropy = tr_with("classifiers-entropy", &values);
    let left = pos2(rect.left(), middle);
    let shown = text_within(
        ui.painter(),
        left,
        rect.width(),
        &entropy,
        TextRole::Tick,
        theme.low,
    );
    spoken(ui, shown, Role::Label, &entropy);
    let answer = subject.answer();
    let Some(rank) = scores.rank(answer) else {
        return;
    };
    let values = [
        ("class", subject.label(answer).to_owned()),
        ("rank", rank.to_string()),
    ];
    let words = tr_with("classifiers-final", &values);
    let room = rect.right() - shown.right() - size::SPACE_12;
    let galley = ui
        .painter()
        .layout_no_wrap(words.clone(), TextRole::Tick.font(), theme.low);
    let x = rect.right() - galley.size().x.min(room);
    let shown = text_within(
        ui.painter(),
        pos2(x, middle),
        room,
        &words,
        TextRole::Tick,
        theme.mid,
    );
    spoken(ui, shown, Role::Label, &words);
}
