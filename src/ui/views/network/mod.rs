//! All of GoogLeNet, left to right.
//!
//! ```text
//! spec -> plan (world points) -> camera (pan, zoom) -> sheet -> columns, line, glyphs, tiles, heads -> targets, keys
//! ```
//!
//! | file | its job |
//! |---|---|
//! | `measures`, `plan`, `layout` | where everything stands, from the spec |
//! | `camera`, `travel` | pan, zoom, flights |
//! | `sheet` | what everything is drawn with |
//! | `columns`, `line`, `glyph`, `heads` | sizes and counts; stem, pools and classifier; modules; cards |
//! | `discs` | how alike two networks are, at each tile |
//! | `means`, `tiles`, `labels` | mean activations and what lanes say when near |
//! | `names`, `facts`, `tooltip`, `word` | words |
//! | `targets`, `keys`, `search` | pointer, keyboard, finding |
//! | `header`, `overlay`, `controls` | what lies around and over the map |
//! | `paint` | the order of it all |
//! | `scene` | what a person moved in the network view |

mod camera;
mod columns;
mod controls;
mod discs;
mod facts;
mod glyph;
mod header;
mod heads;
mod keys;
mod labels;
mod layout;
mod line;
mod means;
mod measures;
pub(in crate::ui) mod names;
mod overlay;
mod paint;
mod plan;
mod scene;
mod search;
mod sheet;
mod targets;
mod tiles;
mod tooltip;
mod travel;
mod word;

use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use self::sheet::Sheet;
use self::targets::Touched;
use super::panel::{Draw, Panel};
use crate::export::{NoTable, Source, Table};
use crate::locale::text::tr;
use crate::spec::Modules;
use crate::state::{Command, Detail, PanelKey, Spoiler, State};
use crate::ui::chrome::compare::similarity_curve;
use crate::ui::chrome::{compare, edit, left_column, networks};
use crate::ui::cx::Cx;
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::{Area, focus_ring};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};
use crate::ui::views::contribution;

pub use scene::NetworkScene;

/// Seconds the change between reduced and naive takes.
const MODE_SECONDS: f32 = 0.2;

/// How high the strip about two networks is below a canvas of that height, points.
fn networks_height(canvas: f32) -> f32 {
    (canvas * 0.26).clamp(150.0, 200.0).round()
}

/// What a class sees one at a time: the photo's editor while it is open, the map, what is believed of the photo.
const PARTS: [(&str, Draw); 3] = [("edit-photo", editor), ("view-network", map), ("prediction", prediction)];

const fn panel(detail: Detail, title: &'static str, parts: &'static [&'static str]) -> Panel {
    let table = |source: &Source| match &source.second {
        _ if source.other.is_some() => source.networks(),
        None => Ok(Table::of_layers(&source.report)),
        Some(second) => Table::of_similarity(&source.report, second).ok_or(NoTable::TwoNetworks),
    };
    Panel { key: PanelKey::Network(detail), title, hint: "hint-network", parts, draw: network, table }
}

const MAP: &[&str] = &[PARTS[1].0, PARTS[2].0];
const EDITOR: &[&str] = &[PARTS[0].0, PARTS[1].0, PARTS[2].0];

const CONTRIBUTION: &[&str] = &["view-network", "contribution-equation", "contribution-channels"];

/// The same while contributions are shown: the map, the equation, the channels.
const CONTRIBUTION_PARTS: [Draw; 3] = [map, equation, channels];

/// The map, and what lies over or beside it.
pub(super) static PANELS: [Panel; 5] = [
    panel(Detail::Plain, "view-network", MAP),
    Panel {
        table: |source| Ok(Table::of_contributions(&source.contributions()?)),
        ..panel(Detail::Contribution, "contribution-title", CONTRIBUTION)
    },
    panel(Detail::Edit, "edit-photo", EDITOR),
    panel(Detail::Occlusion, "edit-photo", EDITOR),
    panel(Detail::Keys, "keys-title", MAP),
];

/// Shows the network; before a class, the photo's editor and what is believed of it are parts of their own.
fn network(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.state.shows_contribution() && !cx.state.editing.is_open {
        return match cx.state.panel(CONTRIBUTION.len()) {
            Some(part) => CONTRIBUTION_PARTS[part](ui, cx),
            None => map(ui, cx),
        };
    }
    let parts = if cx.state.editing.is_open { &PARTS[..] } else { &PARTS[1..] };
    match cx.state.panel(parts.len()) {
        Some(part) => parts[part].1(ui, cx),
        None => map(ui, cx),
    }
}

fn equation(ui: &mut Ui, cx: &mut Cx<'_>) {
    let look = &mut Look { theme: cx.theme, textures: &mut cx.scene.textures };
    let rect = ui.available_rect_before_wrap();
    contribution::strip_card(ui, rect, cx.state, look, cx.commands);
}

fn channels(ui: &mut Ui, cx: &mut Cx<'_>) {
    let look = &mut Look { theme: cx.theme, textures: &mut cx.scene.textures };
    let rect = ui.available_rect_before_wrap();
    contribution::channels_card(ui, rect, cx.state, &mut cx.scene.network.card, look, cx.commands);
}

fn editor(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    edit::wide(ui, state, &mut scene.edit, &mut Look { theme, textures: &mut scene.textures }, commands);
}

fn prediction(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    let look = &mut Look { theme, textures: &mut scene.textures };
    left_column::presentation_panel(ui, state, &mut scene.edit, look, commands);
}

/// Shows the map.
fn map(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    let look = &mut Look { theme, textures: &mut scene.textures };
    let scene = &mut scene.network;
    let Some(network) = state.network().cloned() else {
        paragraph(ui, &tr("network-waiting"), TextRole::Body, look.theme.mid);
        return;
    };
    let plan = scene.plan(&network);
    scene.follow(state);
    let theme = look.theme.clone();
    let found = header::header(ui, state, &plan, &mut scene.search, &theme, commands);
    ui.add_space(size::SPACE_8);
    let mut fit = ui.available_rect_before_wrap();
    let has_strip = strip_below(ui, &mut fit, state, scene, look, commands);
    ui.allocate_rect(fit, Sense::hover());
    let mut canvas = fit.expand2(vec2(size::SPACE_16, 0.0));
    if !has_strip {
        canvas.max.y += size::SPACE_16;
    }

    let background = background(ui, canvas);
    let moves = !state.still && !state.settings.reduce_motion;
    let shows_contribution = state.shows_contribution();
    let bounds = plan.seen_bounds(shows_contribution);
    let camera = scene.viewpoint.update(ui, &background, fit, bounds, moves);
    let is_naive = !matches!(state.modules, Modules::Reduced | Modules::Factorised);
    let matches = scene.search.matches().cloned();
    let off = std::array::from_fn(|module| [0, 1, 2, 3].map(|branch| state.is_branch_off(module, branch)));
    let has_zoom = !has_strip || state.panel(PARTS.len()).is_none();
    let sheet = Sheet {
        painter: ui.painter().with_clip_rect(canvas.intersect(ui.clip_rect())),
        camera,
        theme: &theme,
        plan: &plan,
        bounds,
        taken: controls::lower_left(fit, has_zoom),
        has_zoom,
        naive: naive_share(ui, is_naive, moves),
        is_naive,
        is_pair: compare::shows_both(state),
        covers_sizes: state.is_covered(Spoiler::SizesAndChannels),
        covers_heads: state.is_covered(Spoiler::Heads),
        off: &off,
        contribution: state.contributed().filter(|_| shows_contribution).map(|known| &known.contributions),
        shows_contribution,
        matches: matches.as_ref(),
    };
    let targets = targets::targets(&sheet);
    // Clipped, so that nothing can be clicked where it cannot be seen.
    let mut inside = ui.new_child(UiBuilder::new().max_rect(canvas));
    inside.set_clip_rect(canvas.intersect(ui.clip_rect()));
    let touched = targets::interact(&inside, &targets, state, commands);
    if let Some(clicked) = touched.clicked {
        scene.is_pinned = true;
        scene.selected = Some(targets[clicked].layer.clone());
    } else if background.clicked() {
        scene.is_pinned = false;
    }
    let marks = Marks { touched, selected: keys::selected(&plan, &targets, state) };
    paint::map(ui, &sheet, state, look, &mut scene.means, &targets, marks);
    focus_ring(&inside, &background, size::RADIUS_TILE, &theme);
    let pinned = (touched, scene.is_pinned);
    let asked = keys::keys(ui, state, &plan, &targets, pinned, commands);
    let asked = overlay::overlay(ui, &sheet, state, scene, &targets, marks, [fit, canvas], commands).or(asked);
    travel::carry_out(ui, scene, &sheet, &targets, asked, canvas);
    if let Some(name) = found {
        travel::see_layer(ui, scene, &sheet, &targets, &name, canvas);
    }
}

/// What the map is dragged by.
fn background(ui: &Ui, canvas: Rect) -> Response {
    let background = ui.interact(canvas, ui.scope_id().with("canvas"), Sense::click_and_drag());
    background.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), tr("network-canvas")));
    if background.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    background
}

/// Equation and channels, or what two networks or photos are to each other, below the map, which gives its room for it; returns
/// whether there is such a strip.
fn strip_below(
    ui: &mut Ui,
    fit: &mut Rect,
    state: &State,
    scene: &mut NetworkScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) -> bool {
    let shows_contribution = state.shows_contribution();
    let height = match (shows_contribution, state.panel(PARTS.len())) {
        (true, None) => contribution::height(fit.height()),
        (true, Some(_)) => 0.0,
        (false, _) if state.compares_networks() => networks_height(fit.height()),
        (false, _) => similarity_curve::height(state, fit.height()),
    };
    if height <= 0.0 {
        return false;
    }
    let place = fit.take_bottom(height);
    fit.take_bottom(size::SPACE_12);
    if shows_contribution {
        contribution::cards(ui, place, state, &mut scene.card, look, commands);
    } else if state.compares_networks() {
        networks::strip(ui, place, state, state.is_covered(Spoiler::Networks), look.theme, commands);
    } else {
        similarity_curve::parting(ui, place, state, &mut scene.parting, look.theme, commands);
    }
    true
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
    ui.ctx().animate_bool_with_time_and_easing(id, is_naive, seconds, easing)
}
