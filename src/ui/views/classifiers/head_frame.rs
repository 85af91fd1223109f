//! Border and title of a head's card, and what stands in the place of a head that is not there.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::class_query::{Board, ClassQuery};
use super::numbers::{depth_of_loss, hangs_on, head_hue, head_name, place_of_head};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::state::{Command, View};
use crate::ui::kit::paint::{dashes, spoken, text, text_within};
use crate::ui::kit::{focus_ring, goes_deeper, tooltip};
use crate::ui::style::{TextRole, Theme, caption_room, size};

/// Height of the title.
pub(super) fn title_height() -> f32 {
    caption_room(24.0)
}

/// The border in the head's hue: dashed where there is no head.
pub(super) fn frame(ui: &Ui, rect: Rect, head: Head, is_there: bool, theme: &Theme) {
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

/// Name, place in the network; a double click opens the module it hangs on.  What is free between both, left and right.
pub(super) fn title(ui: &Ui, rect: Rect, head: Head, board: &mut Board<'_, '_>) -> [f32; 2] {
    let theme = board.look.theme;
    let network = &board.subject.run.report.network;
    let painter = ui.painter();
    let middle = rect.bottom() - title_height() / 2.0;
    let name = head_name(head);
    let left = pos2(rect.left(), middle);
    let ink = theme.hue(head_hue(head)).text;
    let shown = text(painter, left, Align2::LEFT_CENTER, &name, TextRole::CardTitle, ink);
    let Some((module, _)) = hangs_on(network, head) else {
        return [shown.right(), rect.right()];
    };
    let mut place = place_of_head(network, head).unwrap_or_default();
    if is_untrained(board.subject, head) {
        place = tr("classifiers-untrained");
    }
    let font = TextRole::Caption.font();
    let galley = painter.layout_no_wrap(place.clone(), font, theme.low);
    let room = rect.right() - shown.right() - size::SPACE_12;
    let x = rect.right() - galley.size().x.min(room);
    text_within(painter, pos2(x, middle), room, &place, TextRole::Caption, theme.low);
    // Between name and place the main head has its temperature.
    let right = if head == Head::Main { shown.right() + size::SPACE_8 } else { rect.right() };
    let area = Rect::from_min_max(pos2(rect.left(), middle - title_height() / 2.0), pos2(right, rect.bottom()));
    let response = ui.interact(area, Id::unique(("head", head)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{name}, {place}")));
    focus_ring(ui, &response, size::RADIUS_CARD, theme);
    tooltip(&response, theme, |ui| {
        let depth = depth_of_loss(network, head).unwrap_or(0).to_string();
        let words = tr_with("classifiers-depth-tip", &[("depth", &*depth)]);
        ui.label(egui::RichText::new(words).color(theme.hi));
        ui.label(egui::RichText::new(tr("classifiers-open-module")).color(theme.mid));
    });
    if goes_deeper(ui, &response, true) {
        board.commands.push(Command::Show(View::Module(module)));
    }
    [shown.right(), x]
}

/// Whether the file says that this head was never trained.
pub(super) fn is_untrained(subject: &ClassQuery<'_>, head: Head) -> bool {
    head != Head::Main && subject.state.loaded().is_some_and(|loaded| loaded.aux_untrained)
}

/// What stands in the place of a head that the weights lack.
pub(super) fn absent(ui: &Ui, inner: Rect, head: Head, theme: &Theme) {
    let lines = [
        (tr_with("head-absent", &[("number", head.number().unwrap_or(0))]), TextRole::BodyStrong, theme.hi),
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
        ui.painter().galley(pos2(inner.center().x, rect.top()), galley, ink);
    }
}
