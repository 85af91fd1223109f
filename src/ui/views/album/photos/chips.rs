//! Which photos, and in which order.

use egui::{Align, Align2, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Filter, PhotoOrder};
use crate::ui::kit::{Button, Lines, Segmented, focus_ring, from_left, from_right, menu, scroll_to_focus, width_of};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::photos::labels;

fn filter_text(filter: Filter) -> String {
    tr(match filter {
        Filter::All => "album-filter-all",
        Filter::Right => "album-filter-right",
        Filter::Wrong => "album-filter-wrong",
        Filter::HeadsDisagree => "album-filter-disagree",
        Filter::Unknown => "album-filter-unknown",
    })
}

fn order_text(order: PhotoOrder) -> String {
    tr(match order {
        PhotoOrder::Folder => "album-order-folder",
        PhotoOrder::LeastCertain => "album-order-least",
        PhotoOrder::MostCertain => "album-order-most",
        PhotoOrder::WrongFirst => "album-order-wrong",
    })
}

/// Shows chips at the left and the order at the right; in a narrow window labels and order are menus.
pub(super) fn chips(ui: &mut Ui, rect: Rect, shown: &AlbumContext<'_>, is_wide: bool, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let choices = shown.choices();
    let left = from_left(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        for (filter, count) in Filter::ALL.into_iter().zip(shown.facts.counts) {
            if chip(ui, &filter_text(filter), count, choices.filter == filter, theme) {
                commands.push(Command::Album(AlbumCommand::SetFilter(filter)));
            }
        }
        if !is_wide {
            labels::menu_chip(ui, shown, commands);
        }
        ui.min_rect().right()
    });
    let names = PhotoOrder::ALL.map(order_text);
    let list: Vec<(PhotoOrder, &str)> = PhotoOrder::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
    let room = rect.right() - left - size::SPACE_16;
    let wanted: f32 = names.iter().map(|name| width_of(ui.painter(), name, TextRole::BodyStrong.font()) + 20.0).sum();
    from_right(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let name = tr("album-order");
        let chosen = if wanted + 4.0 <= room {
            let padding = ((room - wanted) / 8.0 + 10.0).clamp(10.0, 14.0) - 0.5;
            let chosen = Segmented::new(&name, &list, choices.order).padding(padding).show(ui, theme).inner;
            if room - wanted > 120.0 {
                ui.label(egui::RichText::new(&name).font(TextRole::Body.font()).color(theme.low));
            }
            chosen
        } else {
            order_menu(ui, &list, choices.order, theme)
        };
        if let Some(order) = chosen {
            commands.push(Command::Album(AlbumCommand::SetOrder(order)));
        }
    });
}

fn order_menu(ui: &mut Ui, list: &[(PhotoOrder, &str)], now: PhotoOrder, theme: &Theme) -> Option<PhotoOrder> {
    let name = order_text(now);
    let spoken = tr_with("album-order-name", &[("order", &*name)]);
    let button = ui.add(Button::plain(theme, &name).named(&spoken).opens_menu());
    let mut chosen = None;
    menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
        for &(order, name) in list {
            if ui.add(Button::plain(theme, name).toggled(order == now)).clicked() {
                chosen = Some(order);
                ui.close();
            }
        }
    });
    chosen
}

/// A choice with its count; returns whether it was clicked.
fn chip(ui: &mut Ui, label: &str, count: usize, is_on: bool, theme: &Theme) -> bool {
    const PADDING: f32 = 10.0;
    let (fill, ink, weak) = match is_on {
        true => (theme.hi, theme.inv, theme.inv),
        false => (theme.bg2, theme.hi, theme.low),
    };
    let no_wrap = f32::INFINITY;
    let label_words = Lines::new(ui.painter(), label, TextRole::BodyStrong, ink, no_wrap);
    let count_words = Lines::new(ui.painter(), &count.to_string(), TextRole::Body, weak, no_wrap);
    let width = label_words.width() + count_words.width() + 6.0 + 2.0 * PADDING;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL_HEIGHT), Sense::click());
    response.widget_info(|| {
        let values = [("name", label.to_owned()), ("count", count.to_string())];
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, tr_with("album-chip", &values))
    });
    let border = Stroke::new(size::hairline(), if response.hovered() { theme.line2 } else { theme.line });
    ui.painter().rect(rect, size::RADIUS_BUTTON, fill, border, StrokeKind::Inside);
    let inner = rect.shrink2(vec2(PADDING, 0.0));
    label_words.paint(ui.painter(), inner, Align2::LEFT_CENTER);
    count_words.paint(ui.painter(), inner, Align2::RIGHT_CENTER);
    scroll_to_focus(&response);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    response.clicked() && !is_on
}
