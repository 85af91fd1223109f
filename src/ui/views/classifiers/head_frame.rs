//! Border and title of a head's card, and what stands in the place of a head that is not there.

use egui::{Align2, Id, Rect, Role, Stroke, StrokeKind, Ui};

use super::class_query::{Board, ClassQuery};
use super::numbers::{depth_of_loss, hangs_on, head_hue, head_name, place_of_head};
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::state::{Command, View};
use crate::ui::kit::paint::{dashes, spoken};
use crate::ui::kit::{Area, Lines, Pressable, goes_deeper, left_of, right_of, write, write_fitted};
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

/// Name, place in the network; a double click opens the module it hangs on.  What is free between both.
pub(super) fn title(ui: &Ui, row: Rect, head: Head, board: &mut Board<'_, '_>) -> Rect {
    let theme = board.look.theme;
    let network = &board.subject.run.report.network;
    let painter = ui.painter();
    let name = head_name(head);
    let ink = theme.hue(head_hue(head)).text;
    let shown = write(painter, row, Align2::LEFT_CENTER, &name, TextRole::CardTitle, ink);
    let free = right_of(row, shown, 0.0);
    let Some((module, _)) = hangs_on(network, head) else {
        return free;
    };
    let mut place = place_of_head(network, head).unwrap_or_default();
    if is_untrained(board.subject, head) {
        place = tr("classifiers-untrained");
    }
    let room = free.without_left(size::SPACE_12);
    let shown_place = write_fitted(painter, room, Align2::RIGHT_CENTER, &place, TextRole::Caption, theme.low);
    // Between name and place the main head has its temperature.
    let area = if head == Head::Main { row.with_max_x(shown.right() + size::SPACE_8) } else { row };
    let depth = depth_of_loss(network, head).unwrap_or(0).to_string();
    let response = Pressable::new(Id::unique(("head", head)))
        .hints(&[&tr_with("classifiers-depth-tip", &[("depth", &*depth)]), &tr("classifiers-open-module")])
        .radius(size::RADIUS_CARD)
        .show(ui, area, theme, || format!("{name}, {place}"));
    if goes_deeper(ui, &response, true) {
        board.commands.push(Command::Show(View::Module(module)));
    }
    left_of(free, shown_place, 0.0)
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
    let mut room = inner.without_top(inner.height() / 2.0 - 12.0);
    for (words, role, ink) in lines {
        let centered = Lines::centered(ui.painter(), &words, role, ink, inner.width());
        let place = centered.paint(ui.painter(), room, Align2::CENTER_TOP);
        spoken(ui, place, Role::Label, &words);
        room.take_top(place.height() + size::SPACE_8);
    }
}
