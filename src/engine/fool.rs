//! A photo changed so little that nobody sees it, so that the network answers something else; and what takes the change back.

use std::sync::Arc;

use image::RgbImage;

use super::Progress;
use super::error::UserError;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::order::Order;
use super::orders::FoolOrder;
use super::results::{Fooled, Treated};
use super::steps::JobContext;
use crate::analysis::Scores;
use crate::imaging::Prepared;
use crate::model::Run;
use crate::spec::Head;
use crate::visualize::VisualizeError;
use crate::visualize::fool::{FoolRecipe, Fooling, Undo, coin_noise};

/// Seed of the noise that is as large as the change.
const NOISE_SEED: u64 = 1;

impl Engine {
    /// Changes the photo in one way that a person waits for, then says what takes the change back; a step a chunk.
    pub fn fool(&self, order: FoolOrder) {
        self.submit(Order::Fool { order: order.into(), is_awaited: true });
    }

    /// Changes it in all these ways in the background, and leaves out what takes them back.
    pub fn fool_all(&self, order: FoolOrder) {
        self.submit(Order::Fool { order: order.into(), is_awaited: false });
    }

    /// Forgets both.
    pub fn cancel_fool(&self) {
        self.cancel(&JobKey::Fool);
        self.cancel(&JobKey::FoolAll);
    }
}

/// How far the change under way is.
enum Stage {
    /// The photo is changed.
    Stepping(Box<Fooling>),
    /// Something happens to the changed photo; so many things have.
    Treating(Box<Fooled>),
}

pub(super) fn fool(order: FoolOrder, is_awaited: bool) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut left = order.recipes.clone().into_iter();
    let mut stage = None;
    move |context| {
        let now = match stage.take() {
            Some(stage) => stage,
            None => match left.next() {
                Some(recipe) => Stage::Stepping(Box::new(begin(&order, recipe))),
                None => return Progress::Done,
            },
        };
        match advance(context, &order, now, is_awaited) {
            Ok(next) => {
                stage = next;
                if stage.is_none() && left.len() == 0 { Progress::Done } else { Progress::Again }
            }
            Err((now, error)) if error.is_cancelled() => {
                // Something more urgent came between: the same step again.
                stage = Some(now);
                Progress::Again
            }
            Err((_, error)) => {
                context.send(Err(UserError::new(error)));
                Progress::Done
            }
        }
    }
}

fn begin(order: &FoolOrder, recipe: FoolRecipe) -> Fooling {
    let seen = &order.run.photo.prepared.pixels;
    Fooling::begin(order.run.network.subject(), order.muted.clone(), seen, recipe).taken_for(order.answer)
}

/// One step, or one thing that happens to the photo; what comes next, `None` after the last.
#[expect(clippy::result_large_err, reason = "what was under way goes on where it was")]
fn advance(
    context: &JobContext<'_>,
    order: &FoolOrder,
    stage: Stage,
    is_awaited: bool,
) -> Result<Option<Stage>, (Stage, VisualizeError)> {
    let cancelled = || context.should_yield();
    match stage {
        Stage::Stepping(mut fooling) => {
            let step = match fooling.is_finished() {
                true => Ok(()),
                false => fooling.step(&cancelled),
            };
            if let Err(error) = step {
                return Err((Stage::Stepping(fooling), error));
            }
            if !fooling.is_finished() {
                return Ok(Some(Stage::Stepping(fooling)));
            }
            match fooled(order, &fooling, &cancelled) {
                Ok(found) => {
                    context.send(Ok(Event::Fooled(Arc::new(found.clone()))));
                    Ok(is_awaited.then(|| Stage::Treating(Box::new(found))))
                }
                Err(error) => Err((Stage::Stepping(fooling), error)),
            }
        }
        Stage::Treating(mut found) => match treat(order, &found, &cancelled) {
            Ok(Some(treated)) => {
                found.treated.push(treated);
                context.send(Ok(Event::Fooled(Arc::new(Fooled::clone(&found)))));
                Ok(Some(Stage::Treating(found)))
            }
            Ok(None) => Ok(None),
            Err(error) => Err((Stage::Treating(found), error)),
        },
    }
}

/// What the network says of the changed photo, as a file would have it.
fn fooled(order: &FoolOrder, fooling: &Fooling, cancelled: &dyn Fn() -> bool) -> Result<Fooled, VisualizeError> {
    let seen = fooling.seen();
    let network = &order.run.network;
    let run = Run::new().mute(&order.muted).cancel_when(cancelled);
    let (_, report) = network.run(&prepared(order, seen.clone()), run)?;
    let now = report.main().best();
    Ok(Fooled {
        report: order.report,
        recipe: fooling.recipe(),
        answer: order.answer,
        seen: Arc::new(seen),
        largest_change: fooling.largest_change(),
        evidence: report.evidence(now),
        scores: report.scores.clone(),
        treated: Vec::new(),
    })
}

/// The next thing that happens to it; after the others the photo itself, with noise as large as the change.
fn treat(order: &FoolOrder, found: &Fooled, cancelled: &dyn Fn() -> bool) -> Result<Option<Treated>, VisualizeError> {
    let place = found.treated.len();
    let photo = &order.run.photo.prepared.pixels;
    let main = |pixels: RgbImage| -> Result<Option<Scores>, VisualizeError> {
        let run = Run::new().mute(&order.muted).cancel_when(cancelled);
        let (scores, _) = order.run.network.scores(&prepared(order, pixels), run)?;
        Ok(scores.into_iter().find(|scores| scores.head == Head::Main))
    };
    let by = Undo::ALL.get(place).copied();
    let picture = match by {
        // Only a picture without pixels makes no JPEG.
        Some(undo) => undo.apply(&found.seen).unwrap_or_else(|_| RgbImage::clone(&found.seen)),
        None if place == Undo::ALL.len() => coin_noise(photo, found.recipe.epsilon, NOISE_SEED),
        None => return Ok(None),
    };
    let Some(scores) = main(picture.clone())? else { return Ok(None) };
    let untouched = match by.map(|undo| undo.apply(photo)) {
        Some(Ok(same)) => main(same)?.map_or(order.answer, |scores| scores.best()),
        Some(Err(_)) | None => order.answer,
    };
    Ok(Some(Treated { by, picture: Arc::new(picture), scores, untouched }))
}

/// Pixels in place of those that the network saw.
fn prepared(order: &FoolOrder, pixels: RgbImage) -> Prepared {
    Prepared { pixels, ..order.run.photo.prepared.clone() }
}
