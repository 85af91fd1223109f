//! Moves the camera to where somebody wants to look.

use egui::{Rect, Ui};

use super::camera::{Camera, Viewport};
use super::keys::Action;
use super::scene::NetworkScene;
use super::sheet::Sheet;
use super::targets::{Kind, Target};

/// Does what keyboard or buttons asked for.
pub fn carry_out(
    ui: &Ui,
    scene: &mut NetworkScene,
    sheet: &Sheet<'_>,
    targets: &[Target],
    wish: Option<Action>,
    canvas: Rect,
) {
    let now_seconds = ui.input(|input| input.time);
    match wish {
        None => return,
        Some(Action::Fit) => scene.viewpoint.fly(&sheet.camera, None, now_seconds),
        Some(Action::Zoom(factor)) => {
            let closer = sheet.camera.zoomed(sheet.camera.middle, factor).sight;
            let to = Some(closer);
            scene.viewpoint.fly(&sheet.camera, to, now_seconds);
        }
        Some(Action::See(index)) => see(scene, &sheet.camera, &targets[index], canvas, now_seconds),
        Some(Action::Unpin) => scene.is_pinned = false,
    }
    ui.ctx().request_repaint();
}

/// Brings a target into view if it is not.
fn see(scene: &mut NetworkScene, camera: &Camera, target: &Target, canvas: Rect, now_seconds: f64) {
    if canvas.shrink(8.0).contains_rect(target.rect) || scene.viewpoint.is_fitted() {
        return;
    }
    let sight = Viewport { center: camera.world(target.rect.center()), zoom: camera.zoom() };
    scene.viewpoint.fly(camera, Some(sight), now_seconds);
}

/// Brings a layer into view, or the module it belongs to.
pub fn see_layer(ui: &Ui, scene: &mut NetworkScene, sheet: &Sheet<'_>, targets: &[Target], name: &str, canvas: Rect) {
    let exactly = targets.iter().position(|target| target.layer == name);
    let place = exactly.or_else(|| {
        let layer = sheet.plan.network.layer(name)?;
        let node = sheet.plan.node_of(layer)?;
        targets.iter().position(|target| target.kind == Kind::Node(node))
    });
    if let Some(index) = place {
        let now_seconds = ui.input(|input| input.time);
        see(scene, &sheet.camera, &targets[index], canvas, now_seconds);
    }
}
