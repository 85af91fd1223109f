//! The map: every photo at its place.

use egui::epaint::Mesh;
use egui::{Align2, Color32, Rect, Role, Sense, Shape, StrokeKind, TextureOptions, Ui, Vec2, WidgetInfo, pos2};

use super::closer;
use super::controls::ring_stroke;
use super::found::{Found, SPOKEN, map_id};
use super::legend::legend;
use super::rings;
use super::scene::{Camera, Laid, MapScene};
use crate::album::Photo;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Ring};
use crate::ui::kit::paint::{card_ground, rounded_picture};
use crate::ui::kit::{focus_ring, write};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::tile::Pictures;

/// Around the photos, inside the card.
const MARGIN: f32 = 12.0;
/// From this side on photos are drawn from their own small pictures.
const SHARP: f32 = 40.0;

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
    let depth = super::depth_text(laid.of.depth);
    response.widget_info(|| {
        let name = tr_with("album-map-name", &[("count", laid.photos.len().to_string()), ("depth", depth.clone())]);
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
    match scene.hovered {
        Some(photo) if response.double_clicked() => commands.push(Command::Album(AlbumCommand::OpenPhoto(photo))),
        // Beside the photos nothing is selected.
        photo if response.clicked() => commands.push(Command::Album(AlbumCommand::Select(photo))),
        Some(_) | None => {}
    }
    found.walk(ui, &response, shown, commands);
    let card = found.card_of(ui, shown, scene.hovered);
    if let Some(card) = card {
        closer::neighbours(ui, shown, &found, card.photo, pictures);
    }
    let legend = legend(ui, rect, shown, card.map(|card| card.rect));
    name_groups(ui, shown, scene, &found, legend);
    found.mark_open(ui, shown);
    if let Some(card) = card {
        closer::closer(ui, shown, card, pictures, commands);
    }
}

/// The names of groups, once photos lie where they stay; which groups there are is worked out once.
fn name_groups(ui: &Ui, shown: &AlbumContext<'_>, scene: &mut MapScene, found: &Found<'_>, legend: Option<Rect>) {
    let laid = found.laid;
    let of = (laid.of, shown.choices().ring, shown.facts.id);
    if scene.groups.as_ref().is_none_or(|(kept, _)| *kept != of) {
        let groups = rings::groups(shown, &laid.photos, &laid.places, laid.of.canvas);
        scene.groups = Some((of, groups));
    }
    if scene.from.is_none()
        && let Some((_, groups)) = &scene.groups
    {
        rings::names(ui, shown, groups, &|place| found.camera.rect(place), legend);
    }
}

/// Nothing is placed yet: why.
fn waiting(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>) {
    let key = match shown.state.album.is_running() {
        true => "album-map-running",
        false if shown.album.ran().count() < 3 => "album-map-few",
        false => "album-map-waiting",
    };
    write(ui.painter(), rect, Align2::CENTER_CENTER, &tr(key), TextRole::Body, shown.theme.mid);
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
                rounded_picture(ui.painter(), texture.id(), camera.rect(places[place]), tint);
            }
        }
    }
    for rect in framed {
        ui.painter().rect_stroke(rect, 2.0, ring_stroke(theme, false), StrokeKind::Inside);
    }
}
