//! What of a window a screen reader can act upon.

use egui::Rect;
use egui::accesskit::{Action, Role, Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

/// Something to act upon.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// Unlike that of any other node.
    pub id: String,
    /// What the group is called that it belongs to.
    pub group: String,
    pub role: Role,
    /// The label, or the value where there is none.
    pub name: String,
    pub toggled: Option<Toggled>,
    pub number: Option<f64>,
    pub rect: Rect,
    pub is_enabled: bool,
    /// Tab stops here.
    pub is_focusable: bool,
    pub is_focused: bool,
}

/// Everything that takes the focus or a click, in the order of the tree.
pub fn controls<S>(harness: &Harness<'_, S>) -> Vec<Control> {
    harness
        .root()
        .children_recursive()
        .filter_map(|node| {
            let inner = node.accesskit_node();
            let data = inner.data();
            let is_focusable = data.supports_action(Action::Focus);
            let acts = [Action::Click, Action::Increment, Action::SetValue];
            if !is_focusable && !acts.into_iter().any(|action| data.supports_action(action)) {
                return None;
            }
            let group =
                inner.parent().and_then(|scope| scope.parent()).filter(|group| group.role() == Role::RadioGroup);
            let label = inner.label().filter(|label| !label.trim().is_empty());
            Some(Control {
                id: format!("{:?}", inner.id()),
                group: group.and_then(|group| group.label()).unwrap_or_default(),
                role: inner.role(),
                name: label.or_else(|| inner.value()).unwrap_or_default(),
                toggled: inner.toggled(),
                number: inner.numeric_value(),
                rect: node.rect(),
                is_enabled: !inner.is_disabled(),
                is_focusable,
                is_focused: node.is_focused(),
            })
        })
        .collect()
}
