//! The pointer as a class sees it: a ring, a ripple after a click, and the spotlight around it.

use egui::{Align2, Color32, Context, Id, LayerId, Order, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

use crate::locale::text::tr;
use crate::state::State;
use crate::ui::kit::{Area, Lines};
use crate::ui::style::{TextRole, Theme, size};

/// Diameter of the ring around the pointer, points.
const RING: f32 = 28.0;
/// How long a click's ripple is seen, seconds, and how far it goes, points.
const RIPPLE_SECONDS: f64 = 2.0;
const RIPPLE_REACH: f32 = 56.0;
/// Radius of the spotlight as a share of the window's height, and how dark everything else is.
const SPOT: f32 = 0.17;
const DARKNESS: f32 = 0.78;

/// The last click.
#[derive(Default)]
pub struct PointerScene {
    clicked: Option<(Pos2, f64)>,
}

/// Draws ring, ripple and spotlight over everything else; black over that.
pub fn pointer(ctx: &Context, state: &State, scene: &mut PointerScene, theme: &Theme) {
    let projector = &state.projector;
    let painter = ctx.layer_painter(LayerId::new(Order::Debug, Id::unique("projector")));
    let window = ctx.content_rect();
    if projector.is_black {
        painter.rect_filled(window, 0.0, Color32::BLACK);
        return;
    }
    let (place, pressed, now) = ctx.input(|input| {
        let pressed = input.pointer.primary_pressed();
        (input.pointer.latest_pos(), pressed, input.time)
    });
    if projector.has_spotlight {
        let center = place.unwrap_or(window.center());
        painter.add(shade(window, center, window.height() * SPOT));
    }
    if projector.is_frozen {
        let corner = window.shrink2(vec2(size::SPACE_16, size::SPACE_8));
        let words = Lines::new(&painter, &tr("frozen"), TextRole::BodyStrong, theme.inv, f32::INFINITY);
        let place = corner.place(Align2::RIGHT_BOTTOM, vec2(words.width(), words.height()));
        painter.rect_filled(place.expand2(vec2(10.0, 4.0)), size::RADIUS_BUTTON, theme.hi);
        words.paint(&painter, place, Align2::LEFT_TOP);
    }
    if !projector.is_on {
        return;
    }
    if let (true, Some(place)) = (pressed, place) {
        scene.clicked = Some((place, now));
    }
    let moves = !state.still && !state.settings.reduce_motion;
    if let Some((center, since)) = scene.clicked {
        let age = (now - since) / RIPPLE_SECONDS;
        if age >= 1.0 {
            scene.clicked = None;
        } else {
            let reach = if moves { age as f32 } else { 0.5 };
            let radius = RING / 2.0 + reach * (RIPPLE_REACH - RING / 2.0);
            let ink = theme.hi.gamma_multiply(1.0 - age as f32);
            painter.circle_stroke(center, radius, Stroke::new(3.0, ink));
            ctx.request_repaint();
        }
    }
    if let Some(place) = place {
        let rect = Rect::from_center_size(place, Vec2::splat(RING));
        let dark = Stroke::new(5.0, theme.inv.gamma_multiply(0.5));
        let kind = StrokeKind::Middle;
        painter.rect_stroke(rect, RING / 2.0, dark, kind);
        painter.rect_stroke(rect, RING / 2.0, Stroke::new(2.5, theme.hi), kind);
    }
}

/// Darkness everywhere but in a circle: a ring from the circle to well beyond the window.
fn shade(window: Rect, center: Pos2, radius: f32) -> Shape {
    let beyond = window.size().length();
    let ink = Color32::from_black_alpha((255.0 * DARKNESS) as u8);
    // A circle's stroke lies outside its radius.
    Shape::circle_stroke(center, radius, Stroke::new(beyond, ink))
}
