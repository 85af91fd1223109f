//! What the weights know: the list of their classes, so that a class of pupils knows what can be found on a photo.

use egui::{Align2, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::locale::text::{class_is_called, class_text, tr, tr_with};
use crate::state::State;
use crate::ui::kit::{Area, Field, Icon, focus_ring, paint_icon, write_sized};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// More classes than this are searched rather than read through.
pub(in crate::ui) const SEARCHED: usize = 30;
/// Height of the field for a few letters, points.
const SEARCH: f32 = 26.0;
/// Side of the arrow that folds the list, points.
const ARROW: f32 = 14.0;

/// Shows "15 known classes" and, unless it is folded, their names as far as `height` points go; the others are reached by
/// scrolling, or by a few letters where there are many.
pub fn known_classes(ui: &mut Ui, state: &State, theme: &Theme, height: f32) {
    let labels = state.labels();
    if labels.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    let top = ui.cursor().top();
    if !unfolds(ui, labels.len(), theme) {
        return;
    }
    let wanted = if labels.len() > SEARCHED { search(ui, theme) } else { String::new() };
    let names: Vec<&str> =
        labels.iter().filter(|label| class_is_called(label, &wanted)).map(|label| class_text(label)).collect();
    let (words, ink) = match names.is_empty() {
        true => (tr_with("known-classes-none", &[("words", wanted)]), theme.low),
        false => (names.join(" · "), theme.mid),
    };
    let room = height - (ui.cursor().top() - top);
    let scroll = ScrollArea::vertical().id_salt("known-classes").min_scrolled_height(room.max(0.0));
    scroll.max_height(room.max(0.0)).auto_shrink([false, true]).show(ui, |ui| {
        let words = RichText::new(words).font(TextRole::Caption.font());
        ui.add(egui::Label::new(words.color(ink)).wrap());
    });
}

/// The title, which folds and unfolds the list; whether it is unfolded.
fn unfolds(ui: &mut Ui, count: usize, theme: &Theme) -> bool {
    let id = ui.scope_id().with("known-classes-folded");
    let mut is_folded = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let title = tr_with("known-classes", &[("count", count)]);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::click());
    if response.clicked() {
        is_folded = !is_folded;
        ui.data_mut(|data| data.insert_temp(id, is_folded));
    }
    response.widget_info(|| {
        let fold = if is_folded { tr("known-classes-unfold") } else { tr("known-classes-fold") };
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{title}. {fold}"))
    });
    let ink = if response.hovered() { theme.mid } else { theme.hi };
    let painter = ui.painter();
    write_sized(painter, rect, Align2::LEFT_CENTER, &title, Weight::SemiBold.size(13.0), ink);
    let icon = if is_folded { Icon::ChevronRight } else { Icon::ChevronDown };
    paint_icon(painter, icon, rect.right_part(ARROW).center(), ink);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    !is_folded
}

/// The field for a few letters of a name; what is in it, in lower case.
fn search(ui: &mut Ui, theme: &Theme) -> String {
    let id = ui.scope_id().with("known-classes-search");
    let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let (name, hint) = (tr("known-classes-search"), tr("classifiers-search"));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), SEARCH), Sense::hover());
    let field = Field::new(theme, &name, &mut text).hint(&hint).id(id).role(TextRole::Caption);
    if field.put(ui, rect).changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    text.trim().to_lowercase()
}
