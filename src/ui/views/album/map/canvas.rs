//! The map: every photo at its place, pan and zoom, what is pointed at and its neighbours.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{
    Align2, Color32, Id, Modifiers, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, TextureOptions, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::controls::{placing_words, ring_stroke};
use super::lattice::Lattice;
use super::{Side, rings};
use crate::album::{Depth, Photo};
use crate::app::{AlbumCommand, Command, Placing, Ring};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{card_ground, text_within};
use crate::ui::kit::{arrows_pressed_with, enter_pressed, focus_ring};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::{self, Pictures};

/// Around the photos, inside the card.
const MARGIN: f32 = 12.0;
/// The largest side of a photo, points.
const LARGEST: f32 = 96.0;
/// From this side on photos are drawn from their own small pictures.
const SHARP: f32 = 40.0;
/// How long photos move from one depth to the next, seconds.
const MOVES: f64 = 0.2;
/// How long each depth is shown while travelling, seconds.
const RESTS: f64 = 0.9;
/// Photos that a screen reader is told of one by one.
const SPOKEN: usize = 600;

/// Which layout the photos lie by.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Of {
    revision: u64,
    number: u64,
    depth: Depth,
    placing: Placing,
    canvas: Vec2,
}

/// Photos at their places.
#[derive(Clone)]
struct Laid {
    of: Of,
    photos: Arc<[usize]>,
    places: Arc<[Vec2]>,
    cell: f32,
}

/// Pan, zoom, movement, and what is pointed at.
#[derive(Default)]
pub(in crate::ui::views::album) struct MapScene {
    /// Which card is shown where there is room for one.
    pub(super) side: Side,
    laid: Option<Laid>,
    /// Where photos come from and since when, seconds, while they move.
    from: Option<(Laid, f64)>,
    /// How many times as large as fitted.
    zoom: f32,
    pan: Vec2,
    /// Under the pointer.
    hovered: Option<usize>,
    /// Since when the depth that travelling shows is shown, seconds.
    travels: Option<f64>,
    wants_travel: bool,
    /// The names of groups, and of what.
    groups: Option<((Of, Ring, u64), Vec<rings::Group>)>,
}

/// What has the keyboard while it walks over the map.
pub(super) fn map_id() -> Id {
    Id::unique("album-map")
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
    fn lay(&mut self, ui: &Ui, shown: &AlbumContext<'_>, canvas: Vec2) -> Option<Laid> {
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
    fn places(&mut self, ui: &Ui, laid: &Laid) -> Arc<[Vec2]> {
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
    fn move_camera(&mut self, ui: &Ui, response: &egui::Response, canvas: Rect, cell: f32) {
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
struct Camera {
    corner: Pos2,
    zoom: f32,
    /// Side of a photo on screen.
    side: f32,
}

impl Camera {
    fn rect(&self, place: Vec2) -> Rect {
        Rect::from_center_size(self.corner + place * self.zoom, Vec2::splat(self.side))
    }
}

/// Shows the map.
pub(super) fn canvas(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut MapScene,
    pictures: &mut Pictures<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(MARGIN);
    let response = ui.interact(rect, map_id(), Sense::click_and_drag());
    let Some(laid) = scene.lay(ui, shown, inner.size()) else {
        response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), tr("album-map-waiting")));
        waiting(ui, rect, shown);
        return;
    };
    let count = laid.photos.len() as f64;
    let depth = super::depth_text(laid.of.depth);
    response.widget_info(|| {
        let name = tr_with("album-map-name", &[("count", egui_number(count)), ("depth", depth.clone())]);
        WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), name)
    });
    focus_ring(ui, &response, size::RADIUS_CARD, theme);
    scene.move_camera(ui, &response, inner, laid.cell);
    let places = scene.places(ui, &laid);
    let zoom = scene.zoom;
    let camera = Camera { corner: inner.min + scene.pan, zoom, side: (laid.cell - 1.0).max(1.0) * zoom };
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    inside.set_clip_rect(rect.shrink(1.0).intersect(ui.clip_rect()));
    let ui = &mut inside;
    let in_sight: Vec<usize> =
        (0..places.len()).filter(|&place| camera.rect(places[place]).intersects(ui.clip_rect())).collect();
    paint_photos(ui, shown, (&laid, &places), camera, &in_sight, pictures);
    let found = Found { laid: &laid, places: &places, camera };
    scene.hovered = found.under_pointer(ui, &response);
    found.speak(ui, shown, &in_sight, commands);
    if let (true, Some(photo)) = (response.clicked(), scene.hovered) {
        commands.push(Command::Album(AlbumCommand::OpenPhoto(photo)));
    }
    found.walk(ui, &response, shown, commands);
    let legend = legend(ui, rect, shown);
    let ring = shown.choices().ring;
    let of = (laid.of, ring, shown.facts.id);
    if scene.groups.as_ref().is_none_or(|(kept, _)| *kept != of) {
        let groups = rings::groups(shown, &laid.photos, &laid.places, laid.of.canvas);
        scene.groups = Some((of, groups));
    }
    if scene.from.is_none()
        && let Some((_, groups)) = &scene.groups
    {
        rings::names(ui, shown, groups, &|place| camera.rect(place), legend);
    }
    found.mark_open(ui, shown);
    let pointed = scene.hovered.or(shown.choices().selected.filter(|_| response.has_focus() || shown.state.still));
    if let Some(photo) = pointed {
        found.closer(ui, shown, photo, pictures);
    }
}

fn egui_number(count: f64) -> String {
    format!("{count:.0}")
}

/// Nothing is placed yet: why.
fn waiting(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>) {
    let key = match shown.state.album.is_running() {
        true => "album-map-running",
        false if shown.album.ran().count() < 3 => "album-map-few",
        false => "album-map-waiting",
    };
    let font = TextRole::Body.font();
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, tr(key), font, shown.theme.mid);
}

/// All photos in sight: those without a ring at half their strength.
fn paint_photos(
    ui: &Ui,
    shown: &AlbumContext<'_>,
    (laid, places): (&Laid, &[Vec2]),
    camera: Camera,
    in_sight: &[usize],
    pictures: &mut Pictures<'_>,
) {
    let theme = shown.theme;
    let ring = shown.choices().ring;
    let strength = |photo: &Photo| if ring == Ring::None || rings::has_ring(ring, photo) { 1.0 } else { 0.5 };
    let sheet = shown.state.album.placed.sheet.as_ref();
    let texture = sheet.map(|sheet| {
        let key = ("album sheet", shown.state.album.number, sheet.photos.len());
        pictures.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&sheet.pixels))
    });
    let mut mesh = texture.as_ref().map(|texture| Mesh::with_texture(texture.id()));
    // Photos lie on the sheet in the order of the album.
    let place_of = |photo: usize| sheet.and_then(|sheet| sheet.photos.binary_search(&photo).ok());
    let is_sharp = camera.side >= SHARP && in_sight.len() <= SPOKEN;
    let mut framed = Vec::new();
    for &place in in_sight {
        let position = laid.photos[place];
        let Some(photo) = shown.photo(position) else { continue };
        let rect = camera.rect(places[place]);
        let tint = Color32::WHITE.gamma_multiply(strength(photo));
        if let (Some(mesh), Some(sheet), Some(on_sheet)) = (&mut mesh, sheet, place_of(position)) {
            let [left, top, right, bottom] = sheet.part(on_sheet);
            let uv = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
            mesh.add_rect_with_uv(rect, uv, tint);
        }
        if rings::has_ring(ring, photo) {
            framed.push(rect);
        }
    }
    if let Some(mesh) = mesh {
        ui.painter().add(Shape::mesh(mesh));
    }
    if is_sharp {
        for &place in in_sight {
            let position = laid.photos[place];
            let Some(photo) = shown.photo(position) else { continue };
            let texture = shown.thumbnail(ui, position, pictures.textures, pictures.wanted);
            if let Some(texture) = texture {
                let tint = Color32::WHITE.gamma_multiply(strength(photo));
                // What shone through from below would make it brighter.
                ui.painter().rect_filled(camera.rect(places[place]), 0.0, theme.bg1);
                crate::ui::kit::paint::rounded_picture(ui.painter(), texture.id(), camera.rect(places[place]), tint);
            }
        }
    }
    for rect in framed {
        ui.painter().rect_stroke(rect, 2.0, ring_stroke(theme, false), StrokeKind::Inside);
    }
}

/// Photos where they are now.
struct Found<'a> {
    laid: &'a Laid,
    places: &'a [Vec2],
    camera: Camera,
}

impl Found<'_> {
    fn rect_of(&self, photo: usize) -> Option<Rect> {
        let place = self.laid.photos.iter().position(|&other| other == photo)?;
        Some(self.camera.rect(self.places[place]))
    }

    fn under_pointer(&self, ui: &Ui, response: &egui::Response) -> Option<usize> {
        let at = response.hover_pos().filter(|at| ui.clip_rect().contains(*at))?;
        let place = (0..self.places.len()).find(|&place| self.camera.rect(self.places[place]).contains(at))?;
        Some(self.laid.photos[place])
    }

    /// Each photo in sight by its own name, where they are not too many.
    fn speak(&self, ui: &Ui, shown: &AlbumContext<'_>, in_sight: &[usize], commands: &mut Vec<Command>) {
        if in_sight.len() > SPOKEN {
            return;
        }
        for &place in in_sight {
            let photo = self.laid.photos[place];
            let rect = self.camera.rect(self.places[place]);
            // The pointer asks the map itself.
            let response = ui.interact(rect, map_id().with(photo), Sense::hover());
            let is_selected = shown.state.album.opened == Some(photo);
            response.widget_info(|| {
                WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, shown.sentence(photo))
            });
            let asks = |request: &egui::accesskit::ActionRequest| request.action == egui::accesskit::Action::Click;
            if ui.input(|input| input.accesskit_action_requests(response.id, egui::accesskit::Action::Click).any(asks))
            {
                commands.push(Command::Album(AlbumCommand::OpenPhoto(photo)));
            }
        }
    }

    /// With Shift the arrows walk from photo to photo; Enter opens.
    fn walk(&self, ui: &Ui, response: &egui::Response, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
        if !response.has_focus() && ui.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let selected = shown.choices().selected.filter(|&photo| self.rect_of(photo).is_some());
        if response.has_focus() && enter_pressed(ui) {
            commands.extend(selected.map(|photo| Command::Album(AlbumCommand::OpenPhoto(photo))));
        }
        let [right, down] = arrows_pressed_with(ui, Modifiers::SHIFT);
        if [right, down] == [0, 0] {
            return;
        }
        let toward = vec2(right as f32, down as f32).normalized();
        let from = selected.and_then(|photo| self.rect_of(photo));
        let Some(from) = from else {
            commands.extend(self.laid.photos.first().map(|&photo| Command::Album(AlbumCommand::Select(Some(photo)))));
            return;
        };
        let next = (0..self.places.len()).filter_map(|place| {
            let away = self.camera.rect(self.places[place]).center() - from.center();
            let along = away.dot(toward);
            // In that direction rather than beside it.
            (along > 1.0 && along >= 0.7 * away.length()).then_some((away.length(), self.laid.photos[place]))
        });
        let next = next.min_by(|one, other| one.0.total_cmp(&other.0));
        commands.extend(next.map(|(_, photo)| Command::Album(AlbumCommand::Select(Some(photo)))));
    }

    /// The open photo has a thick ring and a name.
    fn mark_open(&self, ui: &Ui, shown: &AlbumContext<'_>) {
        let Some(rect) = shown.state.album.opened.and_then(|photo| self.rect_of(photo)) else { return };
        let theme = shown.theme;
        ui.painter().rect_stroke(rect.expand(1.0), 4.0, ring_stroke(theme, true), StrokeKind::Outside);
        let words = tr("album-map-open");
        let galley = ui.painter().layout_no_wrap(words, TextRole::StatusStrong.font(), theme.hi);
        let pill = Rect::from_center_size(rect.center_top() - vec2(0.0, 18.0), galley.size() + vec2(14.0, 6.0));
        let border = Stroke::new(size::hairline(), theme.line2);
        ui.painter().rect(pill, size::RADIUS_TILE, theme.bg1, border, StrokeKind::Inside);
        ui.painter().galley(pill.min + vec2(7.0, 3.0), galley, theme.hi);
    }

    /// What is pointed at, larger, with its five neighbours where they lie.
    fn closer(&self, ui: &Ui, shown: &AlbumContext<'_>, photo: usize, pictures: &mut Pictures<'_>) {
        let (theme, painter) = (shown.theme, ui.painter());
        let (Some(at), Some(data)) = (self.rect_of(photo), shown.photo(photo)) else { return };
        let near = shown.state.album.placed.neighbours(self.laid.of.depth);
        let near = near.and_then(|near| {
            let place = near.photos.binary_search(&photo).ok()?;
            near.nearest.get(place).cloned()
        });
        for other in near.into_iter().flatten() {
            let Some(rect) = self.rect_of(other) else { continue };
            let rect = Rect::from_center_size(rect.center(), Vec2::splat(36.0_f32.max(rect.width())));
            tile::picture(ui, rect, shown, other, 1.0, pictures);
            painter.rect_stroke(rect, size::RADIUS_TILE, ring_stroke(theme, false), StrokeKind::Outside);
        }
        const SIDE: f32 = 104.0;
        let room = ui.clip_rect();
        let mut large = Rect::from_min_size(at.center() + vec2(60.0, -SIDE - 20.0), Vec2::splat(SIDE));
        if large.right() > room.right() - 6.0 {
            large = large.translate(vec2(-SIDE - 120.0, 0.0));
        }
        if large.top() < room.top() + 6.0 {
            large = large.translate(vec2(0.0, SIDE + 60.0));
        }
        painter.extend(Shape::dotted_line(&[at.center(), large.center()], theme.hi, 6.0, 1.5));
        painter.rect_stroke(at.expand(1.0), 3.0, ring_stroke(theme, true), StrokeKind::Outside);
        tile::picture(ui, large, shown, photo, 1.0, pictures);
        painter.rect_stroke(large, size::RADIUS_TILE, ring_stroke(theme, false), StrokeKind::Outside);
        let strip = large.with_min_y(large.bottom() - 22.0);
        painter.rect_filled(strip, 0.0, theme.scrim.gamma_multiply(0.62));
        let name = match data.label {
            Some(_) => shown.folder(data),
            None => data.path.clone(),
        };
        text_within(
            painter,
            strip.left_center() + vec2(6.0, 0.0),
            SIDE - 12.0,
            &name,
            TextRole::StatusStrong,
            Color32::WHITE,
        );
    }
}

/// What rings mean, and how far placing is.
fn legend(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>) -> Option<Rect> {
    let theme = shown.theme;
    let mut lines = Vec::new();
    match shown.choices().ring {
        Ring::Known => lines.extend(["album-legend-known", "album-legend-faded"].map(tr)),
        Ring::Label(row) => {
            let name = shown.facts.name_of(row).unwrap_or_default();
            lines.push(tr_with("album-legend-label", &[("name", name)]));
        }
        Ring::None => {}
    }
    lines.extend(placing_words(shown));
    if lines.is_empty() {
        return None;
    }
    let galleys: Vec<_> = lines
        .iter()
        .map(|line| ui.painter().layout_no_wrap(line.clone(), TextRole::Status.font(), theme.mid))
        .collect();
    let width = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    let ground = Rect::from_min_size(rect.left_top() + vec2(8.0, 8.0), vec2(width + 16.0, height + 10.0));
    ui.painter().rect_filled(ground, size::RADIUS_TILE, theme.bg1.gamma_multiply(0.88));
    let mut top = ground.top() + 5.0;
    for galley in galleys {
        let next = top + galley.size().y;
        ui.painter().galley(pos2(ground.left() + 8.0, top), galley, theme.mid);
        top = next;
    }
    Some(ground)
}
