//! Pictures of what something looks for: the one that is looked at, and the atlas of a layer behind it.

use std::sync::Arc;

use super::Progress;
use super::error::UserError;
use super::event::Event;
use super::key::JobKey;
use super::lens::{Engine, Place};
use super::order::Order;
use super::orders::{AtlasOrder, PaintOrder, Wanted};
use super::results::{Painted, Tile};
use super::steps::{JobContext, steps};
use crate::visualize::{Kept, Painting, Recipe, Store, Stored, Subject, Unfit, VisualizeError};

/// Steps between two reports of the picture that is looked at; the first steps are all reported, for they change most.
const REPORTED: usize = 4;
/// Steps between two reports of a tile.
const TILE_REPORTED: usize = 16;

impl Painted {
    fn of(painting: &Painting, is_finished: bool) -> Self {
        Self {
            pictures: painting.pictures().into_iter().map(Arc::new).collect(),
            curve: painting.curve().clone(),
            steps: painting.steps(),
            is_finished,
        }
    }

    fn kept(kept: Kept) -> Self {
        Self {
            pictures: kept.pictures.into_iter().map(Arc::new).collect(),
            steps: kept.curve.points().len(),
            curve: kept.curve,
            is_finished: true,
        }
    }
}

impl Engine {
    /// Makes a picture, or goes on with it: a step a chunk, an event every few steps.
    pub fn paint(&self, order: PaintOrder) {
        self.submit(Order::Painting(order));
    }

    /// Stops the picture; what there is of it can be gone on with.
    pub fn cancel_painting(&self) {
        self.cancel(&JobKey::Painting);
    }

    /// Makes the tiles that are wanted, one after the other, while nothing else is to be done.
    pub fn atlas(&self, order: AtlasOrder) {
        self.submit(Order::Atlas(order));
    }

    /// These tiles are wanted from now on, the most urgent first; the tile under way is finished.
    pub fn want(&self, wanted: &Wanted, tiles: Vec<(usize, Recipe)>) {
        match &self.place {
            Place::Here { .. } => wanted.set(tiles),
            Place::Far(far) => far.want(wanted, tiles),
        }
    }

    /// Stops the atlas; the tiles that are done stay.
    pub fn cancel_atlas(&self) {
        self.cancel(&JobKey::Atlas);
    }
}

pub(super) fn paint(order: PaintOrder) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut is_first = true;
    steps(move |context| match std::mem::take(&mut is_first) {
        true => begin(context, &order),
        false => step(context, &order),
    })
}

pub(super) fn atlas(order: AtlasOrder) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut under_way: Option<Box<(usize, Painting)>> = None;
    steps(move |context| {
        let next = match under_way.take() {
            Some(tile) => paint_tile(context, &order, tile)?,
            None => next_tile(context, &order)?,
        };
        Ok::<_, VisualizeError>(match next {
            Next::Tile(tile) => {
                under_way = Some(tile);
                Progress::Again
            }
            Next::Another => Progress::Again,
            Next::Nothing => Progress::Done,
        })
    })
}

/// What was kept of such a picture; that something was damaged is said.
fn look_up(context: &JobContext<'_>, store: Option<&Store>, asked: (&Subject, &Recipe, usize)) -> Option<Kept> {
    match store?.get(asked.0, asked.1, asked.2) {
        Stored::Found(kept) => Some(kept),
        Stored::Absent => None,
        Stored::Damaged => {
            context.send(Ok(Event::PictureDamaged));
            None
        }
    }
}

/// Keeps a finished picture; that the disk does not take it is said.
fn keep(context: &JobContext<'_>, store: Option<&Store>, painting: &Painting) {
    if let Some(Err(error)) = store.map(|store| store.put(painting)) {
        context.send(Ok(Event::PictureNotKept(UserError::new(error))));
    }
}

fn begin(context: &JobContext<'_>, order: &PaintOrder) -> Result<Progress, VisualizeError> {
    let mut studio = order.studio.open();
    if studio.is_none() {
        let learnt = order.network.subject();
        let subject = if order.is_random { learnt.with_random_weights()? } else { learnt };
        let asked = (&subject, &order.recipe, order.steps);
        if let Some(kept) = look_up(context, order.store.as_ref(), asked) {
            context.send(Ok(Event::Painted(Arc::new(Painted::kept(kept)))));
            return Ok(Progress::Done);
        }
        let painting = Painting::begin(subject, order.recipe.clone())?;
        context.send(Ok(Event::Painted(Arc::new(Painted::of(&painting, false)))));
        *studio = Some(painting);
    }
    Ok(Progress::Again)
}

fn step(context: &JobContext<'_>, order: &PaintOrder) -> Result<Progress, VisualizeError> {
    let mut studio = order.studio.open();
    let Some(painting) = studio.as_mut() else {
        return Ok(Progress::Done);
    };
    if painting.steps() < order.steps && !painting.is_finished() {
        painting.step(&|| context.should_yield())?;
    }
    let is_finished = painting.steps() >= order.steps || painting.is_finished();
    if is_finished || painting.steps() <= REPORTED || painting.steps().is_multiple_of(REPORTED) {
        context.send(Ok(Event::Painted(Arc::new(Painted::of(painting, is_finished)))));
    }
    if is_finished {
        keep(context, order.store.as_ref(), painting);
        if order.is_random {
            // A network of its own is much to keep for whoever may want more steps: they begin anew.
            *studio = None;
        }
        return Ok(Progress::Done);
    }
    Ok(Progress::Again)
}

/// How an atlas goes on.
enum Next {
    /// With that tile.
    Tile(Box<(usize, Painting)>),
    /// With the next that is wanted.
    Another,
    /// Not at all.
    Nothing,
}

fn next_tile(context: &JobContext<'_>, order: &AtlasOrder) -> Result<Next, VisualizeError> {
    let Some((channel, recipe)) = order.wanted.next() else {
        return Ok(Next::Nothing);
    };
    let subject = order.network.subject();
    if let Some(kept) = look_up(context, order.store.as_ref(), (&subject, &recipe, order.steps)) {
        let picture = kept.pictures.into_iter().next().map(Arc::new);
        tell_tile(context, Tile { channel, picture, steps: order.steps, is_finished: true });
        return Ok(Next::Another);
    }
    Ok(Next::Tile(Box::new((channel, Painting::begin(subject, recipe)?))))
}

fn paint_tile(
    context: &JobContext<'_>,
    order: &AtlasOrder,
    mut tile: Box<(usize, Painting)>,
) -> Result<Next, VisualizeError> {
    let (channel, painting) = (tile.0, &mut tile.1);
    match painting.step(&|| context.should_yield()) {
        Ok(()) => {}
        Err(VisualizeError::Unfit(Unfit::NoStart { .. })) => {
            tell_tile(context, Tile { channel, picture: None, steps: painting.steps(), is_finished: true });
            return Ok(Next::Another);
        }
        // Something more urgent came between: the same step again.
        Err(error) if error.is_cancelled() => return Ok(Next::Tile(tile)),
        Err(error) => return Err(error),
    }
    let steps = painting.steps();
    let is_finished = steps >= order.steps || painting.is_finished();
    if is_finished || steps == 1 || steps.is_multiple_of(TILE_REPORTED) {
        let picture = Some(Arc::new(painting.picture()));
        tell_tile(context, Tile { channel, picture, steps, is_finished });
    }
    if is_finished {
        keep(context, order.store.as_ref(), painting);
        return Ok(Next::Another);
    }
    Ok(Next::Tile(tile))
}

fn tell_tile(context: &JobContext<'_>, tile: Tile) {
    context.send(Ok(Event::Tile(Arc::new(tile))));
}
