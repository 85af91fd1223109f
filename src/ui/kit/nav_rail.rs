//! The rail at the left: one item a view.

use egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Icon, focus_ring, paint_icon};
use crate::locale::text::tr;
use crate::ui::style::{TextRole, Theme, Weight, size};

/// A view that the rail leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NavItem {
    /// The whole network.
    Network,
    /// One Inception module.
    Module,
    /// One layer's channels.
    Layer,
    /// The three heads and the evidence.
    Classifiers,
    /// What everything costs.
    Cost,
    /// A folder of photos.
    Album,
    /// The lesson.
    Tour,
}

impl NavItem {
    /// All items from top to bottom; keys 1 to 7 lead to them in this order.
    pub const ALL: [Self; 7] =
        [Self::Network, Self::Module, Self::Layer, Self::Classifiers, Self::Cost, Self::Album, Self::Tour];

    /// The label in the chosen language.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Network => tr("view-network"),
            Self::Module => tr("view-module"),
            Self::Layer => tr("view-layer"),
            Self::Classifiers => tr("view-classifiers"),
            Self::Cost => tr("view-cost"),
            Self::Album => tr("view-album"),
            Self::Tour => tr("view-tour"),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Network => Icon::Network,
            Self::Module => Icon::Module,
            Self::Layer => Icon::Layer,
            Self::Classifiers => Icon::Classifiers,
            Self::Cost => Icon::Cost,
            Self::Album => Icon::Album,
            Self::Tour => Icon::Tour,
        }
    }
}

/// Distance from one item to the next, in points.
const PITCH: f32 = 72.0;
/// The pill behind the selected item.
const PILL: egui::Vec2 = vec2(66.0, 62.0);
/// Room above the first item.
const TOP: f32 = 12.0;

/// Shows the rail with `items` at the top left of `ui`; returns the item that was chosen, if any.
pub fn nav_rail(ui: &mut Ui, theme: &Theme, items: &[NavItem], selected: NavItem) -> Option<NavItem> {
    let wanted = vec2(size::RAIL_WIDTH, TOP + PITCH * items.len() as f32);
    let (rect, rail) = ui.allocate_exact_size(wanted, Sense::hover());
    let mut chosen = None;
    for (index, &item) in items.iter().enumerate() {
        let left = rect.left() + (size::RAIL_WIDTH - PILL.x) / 2.0;
        let top = rect.top() + TOP + PITCH * index as f32;
        let pill = Rect::from_min_size(pos2(left, top), PILL);
        let response = ui.interact(pill, rail.id.with(item), Sense::click());
        let is_selected = item == selected;
        let label = item.label();
        response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_selected, &label));
        let (ink, font) = match (is_selected, response.hovered()) {
            (true, _) => (theme.hi, Weight::SemiBold.size(11.5)),
            (false, true) => (theme.hi, TextRole::Navigation.font()),
            (false, false) => (theme.low, TextRole::Navigation.font()),
        };
        if is_selected {
            ui.painter().rect_filled(pill, size::RADIUS_CARD, theme.bg3);
        }
        let center = pill.center().x;
        paint_icon(ui.painter(), item.icon(), pos2(center, top + 23.0), ink);
        let place = pos2(center, top + 48.0);
        ui.painter().text(place, Align2::CENTER_CENTER, label, font, ink);
        focus_ring(ui, &response, size::RADIUS_CARD, theme);
        if response.clicked() && !is_selected {
            chosen = Some(item);
        }
    }
    chosen
}
