//! Short messages at the bottom right.

use egui::{
    Align, Align2, Area, Color32, Context, Frame, Id, Layout, Margin, Order, Role, Stroke, Ui,
};
use egui::{Label, RichText, WidgetInfo, vec2};

use super::{Button, Icon};
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, Theme, size};

/// What a message is about; how long it stays is up to whoever keeps the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// Something went as it should; goes after [`SHOWN_SECONDS`].
    Note,
    /// Something failed; stays until it is dismissed.
    Error,
}

/// How long a note stays, in seconds.
pub const SHOWN_SECONDS: f32 = 4.0;

/// A message to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// What it is about.
    pub kind: ToastKind,
    /// What happened and, for an error, what to do next.
    pub message: String,
    /// The label of the one thing that can be done about it, if any.
    pub action: Option<String>,
}

/// What a person did with a message, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastAction {
    /// Sent it away.
    Dismiss(usize),
    /// Chose its action.
    Act(usize),
}

const WIDTH: f32 = 380.0;

/// Shows messages above the status bar, the newest (last) at the bottom.
pub fn toasts(ctx: &Context, theme: &Theme, messages: &[Toast]) -> Option<ToastAction> {
    if messages.is_empty() {
        return None;
    }
    let offset = vec2(-size::SPACE_16, -size::STATUS_HEIGHT - size::SPACE_16);
    Area::new(Id::new("toasts"))
        .anchor(Align2::RIGHT_BOTTOM, offset)
        .order(Order::Foreground)
        .show(ctx, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            let mut chosen = None;
            for (index, toast) in messages.iter().enumerate() {
                chosen = ui
                    .push_id(index, |ui| show_toast(ui, theme, toast, index))
                    .inner
                    .or(chosen);
            }
            chosen
        })
        .inner
}

fn show_toast(ui: &mut Ui, theme: &Theme, toast: &Toast, index: usize) -> Option<ToastAction> {
    let border = match toast.kind {
        ToastKind::Note => theme.line2,
        ToastKind::Error => theme.err,
    };
    let margin = Margin {
        left: size::SPACE_16 as i8,
        right: size::SPACE_8 as i8,
        top: size::SPACE_8 as i8,
        bottom: size::SPACE_8 as i8,
    };
    let frame = Frame::new()
        .fill(theme.bg3)
        .stroke(Stroke::new(size::HAIRLINE, border))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(margin);
    frame
        .show(ui, |ui| {
            let line = Layout::right_to_left(Align::Center);
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), line, |ui| {
                content(ui, theme, toast, index)
            })
            .inner
        })
        .inner
}

/// Buttons first, from the right; the message gets what room is left.
fn content(ui: &mut Ui, theme: &Theme, toast: &Toast, index: usize) -> Option<ToastAction> {
    let mut chosen = None;
    if ui
        .add(Button::icon(theme, Icon::Close, &tr("toast-dismiss")))
        .clicked()
    {
        chosen = Some(ToastAction::Dismiss(index));
    }
    if let Some(action) = &toast.action
        && ui.add(Button::plain(theme, action)).clicked()
    {
        chosen = Some(ToastAction::Act(index));
    }
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        if toast.kind == ToastKind::Error {
            let word = text(&tr("toast-error"), TextRole::BodyStrong, theme.hi);
            ui.add(Label::new(word));
        }
        let response = ui.add(Label::new(text(&toast.message, TextRole::Body, theme.hi)).wrap());
        response.widget_info(|| {
            let spoken = match toast.kind {
                ToastKind::Note => toast.message.clone(),
                ToastKind::Error => {
                    tr_with("toast-error-name", &[("message", toast.message.as_str())])
                }
            };
            WidgetInfo::labeled(Role::Alert, ui.is_enabled(), spoken)
        });
    });
    chosen
}

fn text(words: &str, role: TextRole, color: Color32) -> RichText {
    RichText::new(words).font(role.font()).color(color)
}
