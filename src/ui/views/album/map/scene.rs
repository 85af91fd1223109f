//! What a person moved on the map: pan, zoom, travel from depth to depth; and where photos are while they move.

use std::sync::Arc;

use egui::{Pos2, Rect, Ui, Vec2};

use super::lattice::Lattice;
use super::rings;
use super::side::Side;
use crate::album::Depth;
use crate::state::{AlbumCommand, Command, Placing, Ring};
use crate::ui::views::album::context::AlbumContext;

/// The largest side of a photo, points.
const LARGEST: f32 = 96.0;
/// How long photos move from one depth to the next, seconds.
const MOVES: f64 = 0.2;
/// How long each depth is shown while travelling, seconds.
const RESTS: f64 = 0.9;

/// Which layout the photos lie by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Of {
    revision: u64,
    number: u64,
    pub depth: Depth,
    placing: Placing,
    pub canvas: Vec2,
}

/// Photos at their places.
#[derive(Clone)]
pub(super) struct Laid {
    pub of: Of,
    pub photos: Arc<[usize]>,
    pub places: Arc<[Vec2]>,
    pub cell: f32,
}

/// Pan, zoom, movement, and what is pointed at.
#[derive(Default)]
pub(in crate::ui::views::album) struct MapScene {
    /// Which card is shown where there is room for one.
    pub(super) side: Side,
    laid: Option<Laid>,
    /// Where photos come from and since when, seconds, while they move.
    pub(super) from: Option<(Laid, f64)>,
    /// How many times as large as fitted.
    pub(super) zoom: f32,
    pub(super) pan: Vec2,
    /// Under the pointer.
    pub(super) hovered: Option<usize>,
    /// Since when the depth that travelling shows is shown, seconds.
    travels: Option<f64>,
    wants_travel: bool,
    /// The names of groups, and of what.
    pub(super) groups: Option<((Of, Ring, u64), Vec<rings::Group>)>,
}

impl MapScene {
    /// All of the map.
    pub(super) fn fit(&mut self) {
        (self.zoom, self.pan) = (1.0, Vec2::ZERO);
    }

    pub(super) fn is_travelling(&self) -> bool {
        self.travels.is_some() || self.wants_travel
    }

    /// Begins at the pixels, or ends.
    pub(super) fn toggle_travel(&mut self) {
        self.wants_travel = !self.is_travelling();
        self.travels = None;
    }

    /// From depth to depth.
    pub(super) fn travel(&mut self, ui: &Ui, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
        if shown.state.still {
            (self.wants_travel, self.travels) = (false, None);
            return;
        }
        let now = ui.input(|input| input.time);
        if std::mem::take(&mut self.wants_travel) {
            self.travels = Some(now);
            commands.push(Command::Album(AlbumCommand::SetDepth(Depth::ALL[0])));
        }
        let Some(since) = self.travels else { return };
        if now - since >= RESTS {
            let place = Depth::ALL.iter().position(|&depth| depth == shown.choices().depth).unwrap_or(0);
            match Depth::ALL.get(place + 1) {
                Some(&next) => {
                    commands.push(Command::Album(AlbumCommand::SetDepth(next)));
                    self.travels = Some(now);
                }
                None => self.travels = None,
            }
        }
        ui.ctx().request_repaint_after_secs(0.05);
    }

    /// The photo that cards are about: under the pointer, else selected, else open.
    pub(super) fn pointed(&self, shown: &AlbumContext<'_>) -> Option<usize> {
        self.hovered.or(shown.choices().selected).or(shown.state.album.opened)
    }

    /// Photos at their places in a canvas of that size; another depth makes them move there.
    pub(super) fn lay(&mut self, ui: &Ui, shown: &AlbumContext<'_>, canvas: Vec2) -> Option<Laid> {
        let placed = &shown.state.album.placed;
        let choices = shown.choices();
        let number = shown.state.album.number;
        let of = Of { revision: placed.revision, number, depth: choices.depth, placing: choices.placing, canvas };
        if let Some(laid) = self.laid.as_ref().filter(|laid| laid.of == of) {
            return Some(laid.clone());
        }
        let Some(layout) = placed.layout(choices.depth, choices.placing) else {
            // Until the new ones are there photos lie where they lay.
            return self.laid.clone().filter(|laid| laid.of.number == number);
        };
        let lattice = Lattice::new(layout, canvas);
        let laid = Laid { of, photos: layout.photos.clone().into(), places: lattice.places.into(), cell: lattice.cell };
        let moves = !shown.is_still();
        let before = self.laid.replace(laid.clone());
        let before = before.filter(|before| moves && before.photos == laid.photos && before.of.canvas == canvas);
        self.from = before.map(|before| (before, ui.input(|input| input.time)));
        Some(laid)
    }

    /// Where each photo is now, on the fitted map: on its way from the depth before, or there.
    pub(super) fn places(&mut self, ui: &Ui, laid: &Laid) -> Arc<[Vec2]> {
        let Some((from, since)) = &self.from else { return Arc::clone(&laid.places) };
        let share = ((ui.input(|input| input.time) - since) / MOVES) as f32;
        if share >= 1.0 {
            self.from = None;
            return Arc::clone(&laid.places);
        }
        ui.ctx().request_repaint();
        // Quick at first, then slower.
        let share = 1.0 - (1.0 - share.max(0.0)).powi(3);
        let pairs = from.places.iter().zip(laid.places.iter());
        pairs.map(|(from, to)| *from + (*to - *from) * share).collect()
    }

    /// Wheel and drag.
    pub(super) fn move_camera(&mut self, ui: &Ui, response: &egui::Response, canvas: Rect, cell: f32) {
        if self.zoom < 1.0 {
            self.fit();
        }
        let most = (LARGEST / cell).max(1.0);
        if response.dragged() {
            self.pan += response.drag_delta();
        }
        if let Some(at) = response
            .hover_pos()
            .or_else(|| ui.rect_contains_pointer(canvas).then(|| ui.input(|input| input.pointer.hover_pos())).flatten())
        {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
            let factor = pinch * (scroll / 300.0).exp();
            let zoom = (self.zoom * factor).clamp(1.0, most);
            // What lies under the pointer stays there.
            let from_corner = at - canvas.min - self.pan;
            self.pan += from_corner * (1.0 - zoom / self.zoom);
            self.zoom = zoom;
        }
        let spare = canvas.size() * (1.0 - self.zoom);
        self.pan = self.pan.clamp(spare, Vec2::ZERO);
    }
}

/// Where things on the fitted map are on screen.
#[derive(Clone, Copy)]
pub(super) struct Camera {
    /// Of the fitted map's top left, on screen.
    pub corner: Pos2,
    /// How many times as large as fitted.
    pub zoom: f32,
    /// Side of a photo on screen.
    pub side: f32,
}

impl Camera {
    /// Of the photo at a place of the fitted map.
    pub fn rect(&self, place: Vec2) -> Rect {
        Rect::from_center_size(self.corner + place * self.zoom, Vec2::splat(self.side))
    }
}
