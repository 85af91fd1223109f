//! How the work for trays is done, a chunk at a time: photos read and run, each left out once, stickers put on.

use std::sync::Arc;

use super::jobs::{Shared, TeachEvent, TeachJob, TeachOrder, Told};
use crate::analysis::prediction::softmax;
use crate::engine::desk::{DeskWork, Workplace};
use crate::engine::pipeline::read_photo;
use crate::engine::{Context, Executor, LoadedNetwork, Origin, PhotoSource, Progress, UserError};
use crate::imaging::Prepared;
use crate::model::Run;
use crate::state::Stuck;
use crate::teach::{
    Features, LeftOut, Lesson, Pupil, TaughtDepth, TeachError, TrayPhoto, features, leave_out, with_sticker,
};

type JobContext<'a> = Context<'a, TeachJob, Told>;

/// Work of a single chunk.
pub(super) fn once(work: impl FnOnce(&JobContext<'_>) -> Told + Send + 'static) -> DeskWork<TeachOrder> {
    let mut work = Some(work);
    Box::new(move |context| {
        if let Some(work) = work.take() {
            context.send(work(context));
        }
        Progress::Done
    })
}

/// Reads photos and runs them, a photo a chunk.
pub(super) fn take(tray: u64, network: Arc<LoadedNetwork>, photos: Vec<PhotoSource>) -> DeskWork<TeachOrder> {
    let mut left = photos.into_iter();
    Box::new(move |context| {
        let Some(source) = left.next() else { return Progress::Done };
        let name = source.name().to_owned();
        match taken(&network, source, &|| context.is_cancelled()) {
            Ok(photo) => context.send(Ok(TeachEvent::Took(tray, Shared(Arc::new(photo))))),
            Err(error) => {
                let file = error.file.clone().or(Some(name));
                context.send(Ok(TeachEvent::NotTaken(UserError { file, ..error })));
            }
        }
        Progress::Again
    })
}

fn taken(network: &LoadedNetwork, source: PhotoSource, stop: &dyn Fn() -> bool) -> Result<TrayPhoto, UserError> {
    let name = source.name().to_owned();
    let photo = match source.origin()? {
        Origin::Pixels(pixels) => TrayPhoto::new(&name, &pixels),
        Origin::Encoded(bytes) => {
            let picture = read_photo(&bytes).map_err(|error| UserError::about(&name, error))?;
            TrayPhoto::new(&name, &picture.pixels)
        }
    };
    let photo = photo.map_err(UserError::new)?;
    let pixels = photo.pixels().map_err(UserError::new)?;
    let found = features(network, &pixels, stop).map_err(UserError::new)?;
    Ok(photo.known(&network.sha256, Arc::new(found)))
}

/// Runs photos of trays, a photo a chunk.
pub(super) fn run(network: Arc<LoadedNetwork>, photos: Vec<Shared>) -> DeskWork<TeachOrder> {
    let mut left = photos.into_iter();
    Box::new(move |context| {
        let Some(Shared(photo)) = left.next() else { return Progress::Done };
        let found = photo.pixels().and_then(|pixels| features(&network, &pixels, &|| context.is_cancelled()));
        match found {
            Ok(found) => {
                let ran = TeachEvent::Ran(photo.id.clone(), network.sha256.clone(), Arc::new(found));
                context.send(Ok(ran));
                Progress::Again
            }
            Err(TeachError::Stopped) => Progress::Done,
            Err(error) => {
                context.send(Err(UserError::about(&photo.name, error)));
                Progress::Done
            }
        }
    })
}

/// Leaves photos out, one at one depth a chunk; the depth that can be saved first.
pub(super) fn test(revision: u64, lesson: Lesson, workplace: Workplace) -> DeskWork<TeachOrder> {
    let mut table = LeftOut::new(&lesson);
    let depths = TaughtDepth::ALL.into_iter().rev();
    let is_tested = table.is_tested.clone();
    let places = depths.flat_map(move |depth| (0..is_tested.len()).map(move |photo| (depth, photo)));
    let mut left = places.collect::<Vec<_>>().into_iter().peekable();
    let mut all = None;
    Box::new(move |context| {
        match workplace.executor {
            Executor::Thread => workplace.urgency.wait_until_calm(&|| context.is_cancelled()),
            // What is urgent runs on this very thread, later.
            Executor::Inline if workplace.urgency.is_urgent() => return Progress::Again,
            Executor::Inline => {}
        }
        let Some((depth, photo)) = left.next() else { return Progress::Done };
        let tested = (|| {
            if all.as_ref().is_none_or(|(of, _)| *of != depth) {
                all = Some((depth, lesson.fit(depth)?));
            }
            match &all {
                Some((_, fit)) if table.is_tested[photo] => leave_out(&lesson, depth, photo, fit).map(Some),
                Some(_) | None => Ok(None),
            }
        })();
        match tested {
            Ok(tested) => table.tested[depth.index()][photo] = tested,
            Err(error) => {
                context.send(Err(UserError::new(error)));
                return Progress::Done;
            }
        }
        context.send(Ok(TeachEvent::Tested(revision, table.clone())));
        if left.peek().is_some() { Progress::Again } else { Progress::Done }
    })
}

/// Everything that stickers need.
pub(super) struct Sticking {
    pub revision: u64,
    pub network: Arc<LoadedNetwork>,
    pub lesson: Lesson,
    pub photos: Vec<Shared>,
    pub class: usize,
    pub report: u64,
    pub open: Origin,
}

/// Puts a sticker on a photo a chunk; behind the last one a copy of the head is taught, and asked.
pub(super) fn stick(context: &JobContext<'_>, work: &mut Option<Sticking>, stuck: &mut Vec<Arc<Features>>) -> Progress {
    let Some(order) = work else { return Progress::Done };
    let stop = || context.is_cancelled();
    let told = (|| {
        if let Some(Shared(photo)) = order.photos.get(stuck.len()) {
            let pixels = with_sticker(&photo.pixels()?);
            stuck.push(Arc::new(features(&order.network, &pixels, &stop)?));
            return Ok(None);
        }
        finish(order, stuck).map(Some)
    })();
    match told {
        Ok(None) => Progress::Again,
        Ok(Some(found)) => {
            context.send(Ok(TeachEvent::Stuck(order.revision, found)));
            Progress::Done
        }
        Err(TeachError::Stopped) => Progress::Done,
        Err(error) => {
            context.send(Err(UserError::new(error)));
            Progress::Done
        }
    }
}

/// A head taught with stickers on one class, asked about the open photo without one and with one.
fn finish(order: &Sticking, stuck: &[Arc<Features>]) -> Result<Stuck, TeachError> {
    let Sticking { network, class, .. } = order;
    let mut with_stickers = stuck.iter();
    let pupils = order.lesson.pupils.iter().map(|pupil| match pupil.class == *class {
        true => with_stickers
            .next()
            .map_or_else(|| pupil.clone(), |features| Pupil { class: *class, features: Arc::clone(features) }),
        false => pupil.clone(),
    });
    let lesson = Lesson { labels: Arc::clone(&order.lesson.labels), pupils: pupils.collect() };
    let head = lesson.head(&lesson.fit(TaughtDepth::Module5b)?);
    let copy = |cause: String| TeachError::Copy { cause };
    let photo = match &order.open {
        Origin::Pixels(pixels) => image::RgbImage::clone(pixels),
        Origin::Encoded(bytes) => read_photo(bytes).map_err(|error| copy(error.to_string()))?.pixels,
    };
    let asked = |prepared: &Prepared| -> Result<_, TeachError> {
        let (_, report) = network.run(prepared, Run::new())?;
        let lost = || TeachError::Run { cause: "there are no averages".to_owned() };
        let averages = report.activation("avgpool").ok_or_else(lost)?;
        let maps = report.activation("inception5b").ok_or_else(lost)?;
        let logits = head.logits(&averages.values());
        let cells = head.classifier.evidence(&maps.values(), maps.shape.side(), *class, logits[*class]).shares();
        Ok((softmax(&logits), cells))
    };
    let plain = network.prepare_own(&photo);
    let marked = Prepared { pixels: with_sticker(&plain.pixels), ..plain.clone() };
    let (without, _) = asked(&plain)?;
    let (with, cells) = asked(&marked)?;
    Ok(Stuck { class: *class, report: order.report, seen: Arc::new(marked.pixels), with, without, cells })
}
