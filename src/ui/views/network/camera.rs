//! Pan and zoom: from the map's world points to points on the screen and back.

use egui::{FontId, Pos2, Rect, Response, Ui, Vec2, pos2, vec2};

use crate::ui::kit::{arrows_pressed, lock_arrows};
use crate::ui::style::{TextRole, legibility};

/// Least and greatest zoom.
pub const ZOOM: [f32; 2] = [0.2, 8.0];
/// Seconds a flight to another place takes.
const FLIGHT_SECONDS: f64 = 0.18;
/// Points that an arrow key moves the map.
const KEY_STEP: f32 = 60.0;
/// Points of scrolling that double the zoom.
const SCROLL_DOUBLES: f32 = 240.0;

/// What is in the middle, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// World point in the middle of the canvas.
    pub center: Pos2,
    /// Points on screen for a world point.
    pub zoom: f32,
}

impl Viewport {
    /// All of `bounds` in a canvas of that size; up to 5 % larger than needed is taken for exactly 100 %.
    pub fn fitting(bounds: Rect, canvas: Vec2) -> Self {
        let zoom = (canvas.x / bounds.width()).min(canvas.y / bounds.height());
        let zoom = if (1.0..1.05).contains(&zoom) { 1.0 } else { zoom };
        Self { center: bounds.center(), zoom: zoom.clamp(ZOOM[0], ZOOM[1]) }
    }

    fn between(self, other: Self, share: f32) -> Self {
        // Zoom goes by factors, so that it seems even.
        let zoom = self.zoom * (other.zoom / self.zoom).powf(share);
        Self { center: self.center.lerp(other.center, share), zoom }
    }
}

/// Where the person looks; nowhere in particular until it was moved: then everything is in view, however large the window.
#[derive(Default)]
pub struct Viewpoint {
    sight: Option<Viewport>,
    flight: Option<(Viewport, f64)>,
}

impl Viewpoint {
    /// The camera of this frame, after wheel, pinch, drag and arrow keys.
    pub fn update(&mut self, ui: &Ui, response: &Response, fit: Rect, bounds: Rect, moves: bool) -> Camera {
        let fitting = Viewport::fitting(bounds, fit.size());
        let target = self.sight.unwrap_or(fitting);
        let mut sight = target;
        if let Some((from, since)) = self.flight {
            let share = ((ui.input(|input| input.time) - since) / FLIGHT_SECONDS) as f32;
            if share >= 1.0 || !moves {
                self.flight = None;
            } else {
                sight = from.between(target, egui::emath::easing::cubic_out(share.max(0.0)));
                ui.ctx().request_repaint();
            }
        }
        let mut camera = Camera { middle: fit.center(), sight };
        if let Some(moved) = moved_by_hand(ui, response, &camera, bounds) {
            self.flight = None;
            self.sight = Some(moved);
            camera.sight = moved;
        }
        camera
    }

    /// Whether everything is in view.
    pub fn is_fitted(&self) -> bool {
        self.sight.is_none()
    }

    /// Flies to another place; `None` is back to everything.
    pub fn fly(&mut self, from: &Camera, to: Option<Viewport>, now_seconds: f64) {
        self.flight = Some((from.sight, now_seconds));
        self.sight = to;
    }

    /// Is there at once.
    pub fn jump(&mut self, to: Viewport) {
        self.flight = None;
        self.sight = Some(to);
    }
}

/// What wheel, pinch, drag and arrow keys make of the sight; `None` if nothing moved.
fn moved_by_hand(ui: &Ui, response: &Response, camera: &Camera, bounds: Rect) -> Option<Viewport> {
    let mut sight = camera.sight;
    if response.dragged() {
        sight.center -= response.drag_delta() / sight.zoom;
    }
    if response.has_focus() {
        lock_arrows(ui, response.id);
        let [right, down] = arrows_pressed(ui);
        sight.center += vec2(right as f32, down as f32) * KEY_STEP / sight.zoom;
    }
    let pointer = ui.input(|input| input.pointer.hover_pos());
    if let Some(pointer) = pointer.filter(|_| response.contains_pointer()) {
        let (pinch, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        let factor = pinch * (scroll.y / SCROLL_DOUBLES).exp2();
        if factor != 1.0 {
            sight = camera.zoomed(pointer, factor).sight;
        }
        sight.center.x -= scroll.x / sight.zoom;
    }
    sight.center = bounds.clamp(sight.center);
    (sight != camera.sight).then_some(sight)
}

/// From world to screen.
#[derive(Clone, Copy, Debug)]
pub struct Camera {
    /// The middle of the canvas on screen.
    pub middle: Pos2,
    /// What is seen there.
    pub sight: Viewport,
}

impl Camera {
    /// Points on screen for a world point.
    pub fn zoom(&self) -> f32 {
        self.sight.zoom
    }

    /// In whole per cent, as it is shown: what is shown decides about details.
    pub fn percent(&self) -> u32 {
        (self.sight.zoom * 100.0).round() as u32
    }

    /// A place on screen.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.middle + (pos2(x, y) - self.sight.center) * self.sight.zoom
    }

    /// A rectangle on screen.
    pub fn rect(&self, world: Rect) -> Rect {
        Rect::from_min_max(self.at(world.left(), world.top()), self.at(world.right(), world.bottom()))
    }

    /// A place in the world.
    pub fn world(&self, screen: Pos2) -> Pos2 {
        self.sight.center + (screen - self.middle) / self.sight.zoom
    }

    /// The part of the world that a rectangle of the screen shows.
    pub fn seen(&self, screen: Rect) -> Rect {
        Rect::from_min_max(self.world(screen.min), self.world(screen.max))
    }

    /// Closer or further by a factor, the point under `pointer` stays.
    pub fn zoomed(&self, pointer: Pos2, factor: f32) -> Self {
        let zoom = (self.sight.zoom * factor).clamp(ZOOM[0], ZOOM[1]);
        let kept = self.world(pointer);
        let center = kept - (pointer - self.middle) / zoom;
        Self { sight: Viewport { center, zoom }, ..*self }
    }

    /// How much larger than at 100 % text is: it grows less than the map, and never shrinks below what can be read.
    pub fn text_scale(&self) -> f32 {
        self.sight.zoom.clamp(0.5, 1.5)
    }

    /// The font of a role at this zoom, in half points so that a flight does not fill the font's texture.
    pub fn font(&self, role: TextRole) -> FontId {
        let font = role.font();
        let least = font.size.min(12.0).max(legibility().smallest_text);
        let points = (font.size * self.text_scale()).max(least);
        FontId::new((points * 2.0).round() / 2.0, font.family)
    }
}
