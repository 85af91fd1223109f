//! The occlusion map: a grey patch slides over what the network sees, and at every place the network runs again
//! (Zeiler and Fergus 2014, section 4.2).

use std::sync::Arc;

use super::Progress;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::results::{ForwardRun, Position};
use super::steps::{JobContext, each};
use crate::analysis::Scores;
use crate::imaging::edit::{Brush, BrushShape, Dab, paint};
use crate::model::{GoogLeNet, ModelError, Objective, Run};
use crate::platform::clock::Stopwatch;
use crate::spec::{Head, INPUT_SIDE};

/// How far the patch moves from one place to the next, pixels: the side of a cell of the map.
pub const CELL_PX: usize = 16;
/// Cells along a side of the map.
pub const GRID: usize = INPUT_SIDE / CELL_PX;
/// Sides of patches to choose from, pixels.
pub const PATCHES_PX: [usize; 3] = [16, 32, 64];

/// The patch over a cell of the map: a grey square of `patch_px` around the cell's centre, clipped by the picture's border.
pub fn patch(cell: usize, patch_px: usize) -> Dab {
    let centre = |index: usize| (index * CELL_PX) as f32 + CELL_PX as f32 / 2.0;
    Dab {
        x: centre(cell % GRID),
        y: centre(cell / GRID),
        radius: patch_px as f32 / 2.0,
        shape: BrushShape::Square,
        brush: Brush::Grey,
    }
}

/// All cells, coarse to fine: first every fourth, then every second, then the rest; row by row each time.
fn order() -> Vec<usize> {
    let coarseness = |cell: usize| {
        let (row, column) = (cell / GRID, cell % GRID);
        let divides = |step: usize| row.is_multiple_of(step) && column.is_multiple_of(step);
        [4, 2, 1].into_iter().position(divides)
    };
    let mut cells: Vec<usize> = (0..GRID * GRID).collect();
    cells.sort_by_key(|&cell| coarseness(cell));
    cells
}

impl Engine {
    /// Runs the network with the patch at every place, one place a chunk; an event a place.
    ///
    /// `run` is the picture below the patch; `muted` channels stay muted.  Nothing but the logits is kept of these runs.
    pub fn occlusion(&self, run: Arc<ForwardRun>, muted: Muted, class: usize, patch_px: usize) {
        self.submit(Order::Occlusion { run, muted, class, patch_px });
    }

    /// Stops computing the occlusion map.
    pub fn cancel_occlusion(&self) {
        self.cancel(&JobKey::Occlusion);
    }
}

pub(super) fn occlusion(
    run: Arc<ForwardRun>,
    muted: Muted,
    class: usize,
    patch_px: usize,
) -> impl FnMut(&JobContext<'_>) -> Progress {
    each(order(), move |context, &cell| {
        let position = occluded(&run, &muted, class, patch(cell, patch_px), &|| context.should_yield())?;
        context.send(Ok(Event::Occluded { cell, position }));
        Ok::<_, ModelError>(())
    })
}

fn occluded(
    run: &ForwardRun,
    muted: &Muted,
    class: usize,
    patch: Dab,
    cancelled: &dyn Fn() -> bool,
) -> Result<Position, ModelError> {
    let start = Stopwatch::start();
    let mut prepared = run.photo.prepared.clone();
    paint(&mut prepared.pixels, &[patch], 0);
    let input = GoogLeNet::input(&run.network.input_values(&prepared))?;
    // The auxiliary heads are not asked.
    let needed = run.network.model.needs(&Objective::Logit { head: Head::Main, class })?;
    let muted: Muted = muted
        .iter()
        .filter(|(name, _)| needed.contains(*name))
        .map(|(name, channels)| (name.clone(), channels.clone()))
        .collect();
    let pass = interventions(Run::new().only(needed).cancel_when(cancelled), &muted);
    let trace = run.network.model.forward(&input, pass)?;
    let name = Head::Main.logits_name();
    let logits = trace.get(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })?;
    let scores = Scores::new(Head::Main, logits.values.to_vec()?);
    let duration_ms = start.milliseconds();
    Ok(Position::of(&scores, class, duration_ms))
}
