//! The four lanes from input to output.

use egui::{Id, Rect, Response, Ui};

use super::concat::{bar, segments};
use super::ends::Ends;
use super::equivalence;
use super::facts::{Stage, Version};
use super::lane;
use super::layout::Diagram;
use super::off;
use super::paint;
use super::pipes::{self, Flow};
use super::scene::Asked;
use super::show::Show;
use super::stage::StageBox;
use super::tiles::{Tile, Tiles};
use crate::locale::text::tr_with;
use crate::session::Source;
use crate::spec::Part;
use crate::state::Command;
use crate::ui::look::{Look, colormap_of};

/// Seconds in which a branch becomes dim or bright.
const HOVER_SECONDS: f32 = 0.08;
/// Seconds in which pipes change their height.
const MODE_SECONDS: f32 = 0.2;
/// Half of what lies between two 3x3 in a column.
const HALF_GAP: f32 = 4.0;
/// How bright the other branches are while one is pointed at.
const DIM: f32 = 0.35;

/// Draws the lanes; returns what the colour bar is about: the stage pointed at, else the selected one, else the input.
pub(super) fn diagram(
    ui: &mut Ui,
    show: &Show<'_>,
    at: &Diagram,
    (tiles, look): (&mut Tiles, &mut Look<'_>),
    (commands, asked): (&mut Vec<Command>, &mut Asked),
) -> Option<(String, Tile)> {
    let version = show.version();
    let boxes: Vec<StageBox<'_>> =
        version.stages.iter().map(|stage| StageBox::new(ui, show, stage, place(stage, version, at))).collect();
    let ends = Ends::new(ui, show, at);
    let lit = boxes.iter().find(|stage| stage.is_hovered()).map(|stage| stage.stage.branch());
    let flow = flow(ui, show, lit);
    let painter = ui.painter().clone();
    pipes::input(&painter, show, at);
    for branch in 0..4 {
        lane::pipes(&painter, show, at, &flow, branch);
    }
    let segments = segments(show, at, &flow);
    pipes::fan(&painter, show, at, &flow, &segments);
    bar(&painter, show, at, &flow, &segments);
    pipes::output(&painter, show, at, &flow);
    off::switches(ui, show, at, commands);
    let mut focus = ends.show(ui, show, at, (tiles, look), commands);
    for stage in &boxes {
        let map = show.map(&stage.stage.name);
        let tile = map.map(|map| tiles.mean(ui, show.state, look, &map));
        stage.paint(ui, show, tile.as_ref(), flow.brightness[stage.stage.branch()]);
        stage.wishes(ui, show, commands);
        if stage.walk.as_ref().is_some_and(Response::clicked) {
            asked.walk = Some(stage.stage.name.clone());
        }
        let is_selected = show.state.selection.layer == stage.stage.name;
        if stage.is_hovered() || is_selected && lit.is_none() {
            focus = tile.map(|tile| (stage.stage.title.clone(), tile)).or(focus);
        }
        let Some(place) = equivalence::place(show, at, stage.stage.branch()) else {
            continue;
        };
        let difference = show.state.maps().get(Source::AMinusLinear, &stage.stage.name);
        let tile = difference.map(|map| tiles.mean(ui, show.state, look, &map));
        let colormap = colormap_of(show.state, true);
        equivalence::inset(&painter, show, place, tile.as_ref(), colormap);
        let spoken = tr_with("module-difference-spoken", &[("name", &*stage.stage.title)]);
        paint::speak(ui, place, &stage.stage.name, &spoken);
    }
    focus
}

/// Where a stage stands: of two 3x3 each in a half of the second column.
fn place(stage: &Stage, version: &Version, at: &Diagram) -> Rect {
    let column = usize::from(!stage.is_first_of_two(version));
    let whole = |column| at.stage(column, stage.branch());
    match stage.part {
        Part::First3x3 => whole(1).with_max_x(whole(1).center().x - HALF_GAP),
        Part::Second3x3 => whole(1).with_min_x(whole(1).center().x + HALF_GAP),
        Part::Conv1x1
        | Part::Conv3x3Reduce
        | Part::Conv3x3
        | Part::Conv5x5Reduce
        | Part::Conv5x5
        | Part::Pool
        | Part::PoolProjection
        | Part::Concat => whole(column),
    }
}

fn flow(ui: &Ui, show: &Show<'_>, lit: Option<usize>) -> Flow {
    let animate = |id: Id, target: f32, seconds: f32| {
        let seconds = if show.is_still() { 0.0 } else { seconds };
        ui.ctx().animate_value_with_time(id, target, seconds)
    };
    let target = |branch: usize| {
        if lit.is_some_and(|lit| lit != branch) { DIM } else { 1.0 }
    };
    let id = ui.scope_id().with(("module-flow", show.is_half && show.is_naive));
    let brightness = [0, 1, 2, 3].map(|branch| animate(id.with(branch), target(branch), HOVER_SECONDS));
    let goal = if show.is_naive { 1.0 } else { 0.0 };
    let linear = animate(id.with("mode"), goal, MODE_SECONDS);
    // Fast at first and slow at the end, whichever way it goes.
    let left = (goal - linear).abs();
    Flow { naive_share: goal + (linear - goal).signum() * left.powi(3), brightness, lit }
}
