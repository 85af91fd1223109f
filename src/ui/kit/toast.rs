//! Short messages at the bottom right.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Area, Context, Frame, Id, Margin, Order, Rect, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
    vec2,
};

use super::{Button, Icon};
use crate::locale::text::{tr, tr_with};
use crate::ui::style::{TextRole, Theme, size};

/// What a message is about; how long it stays is up to whoever keeps the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// Something went as it should; goes by itself after a few seconds.
    Note,
    /// Something failed; stays until it is dismissed.
    Error,
}

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
    Area::new(Id::unique("toasts"))
        .anchor(Align2::RIGHT_BOTTOM, offset)
        .order(Order::Foreground)
        .show(ctx, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            let mut chosen = None;
            for (index, toast) in messages.iter().enumerate() {
                chosen = ui.push_id(index, |ui| show_toast(ui, theme, toast, index)).inner.or(chosen);
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
        .stroke(Stroke::new(size::hairline(), border))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(margin);
    frame
        .show(ui, |ui| {
            let dismissed = message_row(ui, theme, toast);
            let acted = toast.action.as_ref().is_some_and(|action| ui.add(Button::plain(theme, action)).clicked());
            if acted { Some(ToastAction::Act(index)) } else { dismissed.then_some(ToastAction::Dismiss(index)) }
        })
        .inner
}

/// The message with the button that sends it away at its right; returns whether that was clicked.
fn message_row(ui: &mut Ui, theme: &Theme, toast: &Toast) -> bool {
    let room = ui.available_width() - size::CONTROL_HEIGHT - size::SPACE_8;
    let text = ui.painter().layout_job(message_job(theme, toast, room));
    let height = text.size().y.max(size::CONTROL_HEIGHT);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| {
        let spoken = match toast.kind {
            ToastKind::Note => toast.message.clone(),
            ToastKind::Error => tr_with("toast-error-name", &[("message", &*toast.message)]),
        };
        WidgetInfo::labeled(Role::Alert, ui.is_enabled(), spoken)
    });
    let top = row.center().y - text.size().y / 2.0;
    ui.painter().galley(pos2(row.left(), top), text, theme.hi);
    let corner = row.right_top() - vec2(size::CONTROL_HEIGHT, 0.0);
    let place = Rect::from_min_size(corner, Vec2::splat(size::CONTROL_HEIGHT));
    let name = tr("toast-dismiss");
    // A child, because a widget put there would end the row at its own height.
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    child.add(Button::icon(theme, Icon::Close, &name)).clicked()
}

/// The words, with "Error" in front where it is one: colour alone would not say so.
fn message_job(theme: &Theme, toast: &Toast, room: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = room;
    let mut write = |words: &str, role: TextRole| {
        job.append(words, 0.0, TextFormat::simple(role.font(), theme.hi));
    };
    if toast.kind == ToastKind::Error {
        write(&tr("toast-error"), TextRole::BodyStrong);
        write("\n", TextRole::Body);
    }
    write(&toast.message, TextRole::Body);
    job
}
