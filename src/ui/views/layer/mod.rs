//! Every channel of one activation, the selected one large over the photo, and how one of its cells came to its value.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `areas` | where the parts lie |
//! | `heading`, `picker`, `names` | title, list of layers |
//! | `filled` | one channel over all of the canvas |
//! | `controls` | order and scale of the mosaic |
//! | `mosaic`, `atlas`, `bars` | the channels: tiles, or bars for a vector |
//! | `legend`, `strip` | colour bar, silent channels, means in this order |
//! | `channel`, `picture`, `cell`, `mute` | the selected channel |
//! | `arithmetic`, `histogram` | the selected cell |
//! | `kernels` | the weights |
//! | `looks_for` | what the channels look for |
//! | `depth_line` | the depths on a line: ready, or looked at |
//! | `forming` | what pictures show that form step by step |
//! | `dream` | the photo dreams |
//! | `rebuild` | the photo rebuilt from what the layer knows of it |
//! | `layer_model`, `context` | what is selected, worked out once |
//! | `scene`, `keys`, `tips`, `paint` | scroll and tabs, keys, words for tiles, small shapes |
//! | `bins` | values counted in bins |
//! | `entry` | a layer in the list |
//! | `subject` | the selected activation, worked out anew only when something that it depends on has changed |

mod areas;
mod arithmetic;
pub(super) mod atlas;
mod bars;
mod bins;
mod cell;
mod channel;
mod context;
mod controls;
mod depth_line;
mod dream;
mod entry;
mod filled;
mod forming;
mod heading;
mod histogram;
mod kernels;
mod keys;
mod layer_model;
mod legend;
mod looks_for;
mod mosaic;
mod mute;
pub(in crate::ui) mod names;
mod picker;
mod picture;
mod rebuild;
mod scene;
mod strip;
mod subject;
mod tips;
mod waiting;

use egui::{Align2, Rect, Ui};

pub(in crate::ui) use names::{full_name, hue, short_name};
pub use scene::LayerScene;
pub(in crate::ui) use waiting::how_far;

use super::panel::Panel;
use crate::export::{self, NoTable, Table};
use crate::locale::text::tr;
use crate::session::Source;
use crate::state::{Arrangement, Command, Detail, LayerColumn, LayerPane, PanelKey, Spoiler, State};
use crate::ui::cx::Cx;
use crate::ui::kit::{Segmented, within, write};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, Theme};
use crate::ui::views::panel_on_screen;
use areas::{Areas, areas, has_room_for_list, one_panel};
use arithmetic::inspector;
use context::LayerContext;

/// How much of the previous result is seen while the next is computed.
const DIMMED: f32 = 0.6;

const fn panel(detail: Detail, title: &'static str) -> Panel {
    let parts = &["view-layer", "layer-tab-channel", "layer-tab-cell"];
    let table = |source: &export::Source| {
        let cells = Table::of_cells(&source.report, source.second.as_ref(), &source.layer);
        cells.ok_or_else(|| NoTable::NoLayer(source.layer.clone()))
    };
    Panel { key: PanelKey::Layer(detail), title, hint: "hint-layer", parts, draw: layer, table }
}

/// Activations, weights, what the channels look for, dreams, and what is left of the photo.
pub(super) static PANELS: [Panel; 5] = [
    panel(Detail::Plain, "view-layer"),
    panel(Detail::Kernels, "layer-pane-kernels"),
    Panel {
        hint: "hint-looks-for",
        parts: &["looks-panel-atlas", "looks-panel-picture", "looks-panel-album"],
        table: export::Source::picture_steps,
        ..panel(Detail::LooksFor, "layer-pane-looks-for")
    },
    Panel {
        hint: "hint-dream",
        parts: &["dream-title", "dream-panel-strip"],
        table: export::Source::dream_steps,
        ..panel(Detail::Dream, "dream-title")
    },
    Panel {
        hint: "hint-rebuild",
        parts: &["rebuild-title", "dream-panel-strip", "rebuild-curve"],
        table: export::Source::rebuild_steps,
        ..panel(Detail::Rebuild, "rebuild-title")
    },
];

/// Shows the layer.
fn layer(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    let look = &mut Look { theme, textures: &mut scene.textures };
    let scene = &mut scene.layer;
    let canvas = ui.available_rect_before_wrap();
    scene.look_at(&state.selection.layer);
    // The list would tell which depth it is.
    let is_list_open =
        !state.is_covered(Spoiler::DreamDepths) && scene.is_list_open.unwrap_or_else(|| has_room_for_list(canvas));
    let panel = state.panel(panel_on_screen(state).parts.len());
    let areas = match panel {
        None => areas(canvas, is_list_open),
        Some(_) => one_panel(canvas),
    };
    let is_list_open = is_list_open && panel.is_none();
    let photos = [state.source(), Source::B].map(|source| state.shown_as(source));
    let subject = subject::subject(state, scene);
    let seen = subject.as_ref().and_then(|subject| LayerContext::new(state, photos, subject));
    let Some(mut seen) = seen else {
        waiting::waiting(ui, &areas, state, look.theme);
        return;
    };
    if state.is_stale() {
        ui.multiply_opacity(DIMMED);
    }
    if state.is_covered(Spoiler::DreamDepths) {
        let (words, ink) = (tr("dream-title"), look.theme.hi);
        write(ui.painter(), areas.title, Align2::LEFT_TOP, &words, TextRole::ViewTitle, ink);
    } else {
        heading::title(ui, areas.title, &seen, scene, is_list_open, look.theme, commands);
    }
    if let Some(list) = areas.list {
        picker::picker(ui, list, state, scene, look.theme, commands);
    }
    match seen.pane() {
        LayerPane::LooksFor => {
            looks_for::looks_for(ui, (canvas, &areas), &seen, &mut scene.looks, panel, look, commands);
        }
        LayerPane::Dream => dream::dream(ui, (canvas, &areas), &seen, &mut scene.dream, panel, look, commands),
        LayerPane::Rebuild => rebuild::rebuild(ui, (canvas, &areas), &seen, panel, look, commands),
        LayerPane::Activations | LayerPane::Kernels => {
            selection(ui, (canvas, &areas), &mut seen, scene, panel, look, commands);
        }
    }
}

/// Activations or kernels, the selected channel, and the selected cell.
fn selection(
    ui: &mut Ui,
    (canvas, areas): (Rect, &Areas),
    seen: &mut LayerContext<'_>,
    scene: &mut LayerScene,
    panel: Option<usize>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    if scene.is_filled && !seen.is_vector() && seen.pane() == LayerPane::Activations {
        filled::filled(ui, canvas, areas, seen, scene, look, commands);
        keys::keys(ui, seen, scene, commands);
        return;
    }
    if matches!(panel, None | Some(0)) {
        left(ui, areas, seen, scene, look, commands);
    }
    let column = match panel {
        None => areas
            .tabs
            .map(|rect| columns(ui, rect, ["layer-tab-channel", "layer-tab-cell"], seen.state, look.theme, commands)),
        Some(1) => Some(LayerColumn::Channel),
        Some(_) => Some(LayerColumn::Cell),
    };
    if column != Some(LayerColumn::Cell) {
        channel::channel(ui, areas.channel, seen, scene, look, column.is_none(), commands);
    }
    scene.reveal = false;
    keys::keys(ui, seen, scene, commands);
    if column != Some(LayerColumn::Channel) && panel != Some(0) {
        inspector(ui, areas.inspector, seen, scene, look, commands);
    }
}

/// The large area: activations or kernels.
fn left(
    ui: &mut Ui,
    areas: &Areas,
    seen: &mut LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    if seen.pane() == LayerPane::Kernels {
        let main = areas.main.with_max_y(areas.strip.bottom());
        kernels::kernels(ui, [areas.controls, main], seen, scene, look, commands);
        return;
    }
    controls::controls(ui, areas.controls, seen, look.theme, commands);
    if seen.is_vector() {
        let main = areas.main.with_max_y(areas.strip.top() - 18.0);
        bars::bars(ui, main, seen, scene, look.theme, commands);
    } else {
        let found = mosaic::mosaic(ui, areas.main, seen, scene, look, commands);
        seen.focus.hovered = found.cell;
        legend::legend(ui, areas.legend, seen, found.is_averaged, look.theme, commands);
    }
    strip::strip(ui, areas.strip, seen, look.theme, commands);
}

/// Both columns by their names, where there is room for one of them; the one that is shown.
fn columns(
    ui: &mut Ui,
    rect: Rect,
    [channel, cell]: [&str; 2],
    state: &State,
    theme: &Theme,
    commands: &mut Vec<Command>,
) -> LayerColumn {
    let (channel, cell) = (tr(channel), tr(cell));
    let choices = [(LayerColumn::Channel, &*channel), (LayerColumn::Cell, &*cell)];
    let now = state.arrangement;
    within(ui, rect, |ui| {
        let name = tr("layer-tabs");
        let control = Segmented::new(&name, &choices, now.column).width(rect.width());
        if let Some(column) = control.show(ui, theme).inner {
            commands.push(Command::Arrange(Arrangement { column, ..now }));
        }
    });
    now.column
}
