//! All of GoogLeNet, left to right.
//!
//! ```text
//! spec -> plan (world points) -> camera (pan, zoom) -> sheet -> columns, line, glyphs, tiles, heads -> targets, keys
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `measures`, `plan` | where everything stands, from the spec |
//! | `camera` | pan, zoom, flights |
//! | `sheet` | what everything is drawn with |
//! | `columns`, `line`, `glyph`, `heads` | sizes and counts; stem, pools and classifier; modules; cards |
//! | `means`, `tiles`, `labels` | mean activations and what lanes say when near |
//! | `names`, `facts` | words: names, tooltips |
//! | `targets`, `keys`, `search` | pointer, keyboard, finding |
//! | `header`, `controls` | what lies around and over the map |
//! | `paint` | the order of it all |

mod camera;
mod columns;
mod controls;
mod facts;
mod glyph;
mod header;
mod heads;
mod keys;
mod labels;
mod line;
mod means;
mod measures;
mod names;
mod paint;
mod plan;
mod search;
mod sheet;
mod targets;
mod tiles;

use std::sync::Arc;

use egui::{CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use self::camera::{Camera, Sight, Viewpoint};
use self::keys::Wish;
use self::means::Means;
use self::plan::Plan;
use self::search::Search;
use self::sheet::Sheet;
use self::targets::{Kind, Target, Touched};
use super::look::Look;
use super::text::tr;
use super::theme::{TextRole, size};
use crate::app::{Command, State};
use crate::spec::{Modules, Network};

/// Seconds the change between reduced and naive takes.
const MODE_SECONDS: f32 = 0.2;

/// Pan and zoom, the search, and what is kept from frame to frame.
#[derive(Default)]
pub struct NetworkScene {
    viewpoint: Viewpoint,
    search: Search,
    means: Means,
    plan: Option<Arc<Plan>>,
    /// The selection of the last frame: when it changes, its tooltip is pinned.
    selected: Option<String>,
    is_pinned: bool,
}

impl NetworkScene {
    /// The map of a network, made when it changes.
    fn plan(&mut self, network: &Arc<Network>) -> Arc<Plan> {
        match &self.plan {
            Some(plan) if Arc::ptr_eq(&plan.network, network) => plan.clone(),
            _ => {
                let plan = Arc::new(Plan::new(network));
                self.plan = Some(plan.clone());
                plan
            }
        }
    }

    /// A selection made anywhere pins its tooltip; what is selected at the start was nobody's choice.
    fn follow(&mut self, state: &State) {
        let selected = &state.selection.layer;
        if self.selected.as_ref() != Some(selected) {
            self.is_pinned = self.selected.is_some() || selected != FIRST_SELECTED;
            self.selected = Some(selected.clone());
        }
    }
}

/// What is selected before anybody selects anything.
const FIRST_SELECTED: &str = "conv1";

/// Shows the network.
pub fn network(
    ui: &mut Ui,
    state: &State,
    scene: &mut NetworkScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let running = state.report().map(|report| report.network.clone());
    let Some(network) = running.or_else(|| Some(state.loaded()?.network.clone())) else {
        let font = TextRole::Body.font();
        let words = egui::RichText::new(tr("network-waiting")).font(font);
        ui.label(words.color(look.theme.mid));
        return;
    };
    let plan = scene.plan(&network);
    scene.follow(state);
    let theme = look.theme.clone();
    let found = header::header(ui, state, &plan, &mut scene.search, &theme, commands);
    ui.add_space(size::SPACE_8);
    let fit = ui.available_rect_before_wrap();
    ui.allocate_rect(fit, Sense::hover());
    let canvas = fit.expand2(vec2(size::SPACE_16, 0.0));
    let canvas = Rect::from_min_max(canvas.min, canvas.max + vec2(0.0, size::SPACE_16));

    let background = ui.interact(
        canvas,
        ui.scope_id().with("canvas"),
        Sense::click_and_drag(),
    );
    background.widget_info(|| {
        WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), tr("network-canvas"))
    });
    if background.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    let moves = !state.still && !state.settings.reduce_motion;
    let camera = scene
        .viewpoint
        .update(ui, &background, fit, plan.bounds, moves);
    let is_naive = state.modules != Modules::Reduced;
    let matches = scene.search.matches().cloned();
    let sheet = Sheet {
        painter: ui
            .painter()
            .with_clip_rect(canvas.intersect(ui.clip_rect())),
        camera,
        theme: &theme,
        plan: &plan,
        naive: naive_share(ui, is_naive, moves),
        is_naive,
        matches: matches.as_ref(),
    };
    let targets = targets::targets(&sheet);
    let touched = targets::interact(ui, &targets, state, commands);
    if touched.clicked.is_some() {
        scene.is_pinned = true;
    } else if background.clicked() {
        scene.is_pinned = false;
    }
    let marks = Marks {
        touched,
        selected: keys::selected(&plan, &targets, state),
    };
    paint::map(ui, &sheet, state, look, &mut scene.means, &targets, marks);
    let asked = keys::keys(ui, state, &plan, &targets, touched, commands);
    let asked = over_the_map(ui, &sheet, state, scene, &targets, marks, [fit, canvas]).or(asked);
    carry_out(ui, scene, &sheet, &targets, asked, canvas);
    if let Some(name) = found {
        see_layer(ui, scene, &sheet, &targets, &name, canvas);
    }
}

/// What stands out: indices of targets.
#[derive(Clone, Copy)]
pub struct Marks {
    /// By pointer and keyboard.
    pub touched: Touched,
    /// Stands for the selected layer.
    pub selected: Option<usize>,
}

/// 0 reduced … 1 naive.
fn naive_share(ui: &Ui, is_naive: bool, moves: bool) -> f32 {
    let seconds = if moves { MODE_SECONDS } else { 0.0 };
    let id = ui.scope_id().with("naive");
    let easing = egui::emath::easing::cubic_out;
    ui.ctx()
        .animate_bool_with_time_and_easing(id, is_naive, seconds, easing)
}

/// Colour bar, buttons, small map, tooltip.
fn over_the_map(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    state: &State,
    scene: &mut NetworkScene,
    targets: &[Target],
    marks: Marks,
    [fit, canvas]: [Rect; 2],
) -> Option<Wish> {
    let pinned = marks.selected.filter(|_| scene.is_pinned);
    let about = marks.touched.hovered.or(pinned);
    if sheet.shows_counts() && !sheet.is_naive {
        let target = about.or(marks.selected).map(|index| &targets[index]);
        let mean = target.and_then(|target| {
            let mean = scene.means.get(state, &target.layer)?;
            Some((short_name(sheet, target), mean))
        });
        let shown = mean.as_ref().map(|(name, mean)| (name.as_str(), &**mean));
        controls::color_bar(ui, state, sheet.theme, fit, shown);
    }
    let mut wish = controls::zoom_buttons(ui, sheet, fit);
    let seen = sheet.camera.seen(canvas.expand(1.0));
    if !seen.contains_rect(sheet.plan.bounds) {
        if let Some(center) = controls::minimap(ui, sheet, fit) {
            let zoom = sheet.camera.zoom();
            scene.viewpoint.jump(Sight { center, zoom });
            wish = None;
        }
    }
    if let Some(target) = about.map(|index| &targets[index]) {
        let facts = facts::Facts::new(state, sheet.network(), &target.layer, sheet.is_naive);
        if let Some(facts) = facts.filter(|_| target.rect.intersects(canvas)) {
            facts::tooltip(sheet, &facts, target.rect, canvas.shrink(4.0));
        }
    }
    wish
}

/// "4c", "conv 7×7/2": what the colour bar calls a target.
fn short_name(sheet: &Sheet<'_>, target: &Target) -> String {
    let layer = sheet.plan.network.layer(&target.layer);
    let module = layer.and_then(|layer| layer.module_name());
    match (target.kind, module) {
        (Kind::Node(_) | Kind::Tile(_), Some(module)) => module.to_owned(),
        (Kind::Lane(..), Some(module)) => {
            let stage = layer.map(|layer| layer.paper_name()).unwrap_or_default();
            format!("{module} {stage}")
        }
        (Kind::Leaf(_), _) | (_, None) => layer.map(|layer| layer.paper_name()).unwrap_or_default(),
    }
}

fn carry_out(
    ui: &Ui,
    scene: &mut NetworkScene,
    sheet: &Sheet<'_>,
    targets: &[Target],
    wish: Option<Wish>,
    canvas: Rect,
) {
    let now_seconds = ui.input(|input| input.time);
    match wish {
        None => return,
        Some(Wish::Fit) => scene.viewpoint.fly(&sheet.camera, None, now_seconds),
        Some(Wish::Zoom(factor)) => {
            let closer = sheet.camera.zoomed(sheet.camera.middle, factor).sight;
            let to = Some(closer);
            scene.viewpoint.fly(&sheet.camera, to, now_seconds);
        }
        Some(Wish::See(index)) => see(scene, &sheet.camera, &targets[index], canvas, now_seconds),
        Some(Wish::Unpin) => scene.is_pinned = false,
    }
    ui.ctx().request_repaint();
}

/// Brings a target into view if it is not.
fn see(scene: &mut NetworkScene, camera: &Camera, target: &Target, canvas: Rect, now_seconds: f64) {
    if canvas.shrink(8.0).contains_rect(target.rect) || scene.viewpoint.is_fitted() {
        return;
    }
    let sight = Sight {
        center: camera.world(target.rect.center()),
        zoom: camera.zoom(),
    };
    scene.viewpoint.fly(camera, Some(sight), now_seconds);
}

fn see_layer(
    ui: &Ui,
    scene: &mut NetworkScene,
    sheet: &Sheet<'_>,
    targets: &[Target],
    name: &str,
    canvas: Rect,
) {
    let exactly = targets.iter().position(|target| target.layer == name);
    let place = exactly.or_else(|| {
        let layer = sheet.plan.network.layer(name)?;
        let node = sheet.plan.node_of(layer)?;
        targets
            .iter()
            .position(|target| target.kind == Kind::Node(node))
    });
    if let Some(index) = place {
        let now_seconds = ui.input(|input| input.time);
        see(scene, &sheet.camera, &targets[index], canvas, now_seconds);
    }
}
