//! What the album's jobs do: patches are cut beside the window, so that walking through channels never waits.

use std::sync::Arc;

use super::example_jobs::{Asked, ExampleEvent, ExampleJob, ExampleOrder, Told};
use super::useful::Search;
use crate::album::{Album, AlbumError, Index, Peak};
use crate::analysis::Calibration;
use crate::engine::desk::DeskWork;
use crate::engine::{Context, Progress, UserError};
use crate::spec::{Head, ReceptiveField};
use crate::state::looks_for::patch::span;
use crate::state::{AtlasKey, Example, Examples, StrongestPhotos, patch};

/// Photos of each kind.
pub(super) const PHOTOS: usize = 9;

/// Photos of each of the three parts of the spectrum.
const PART: usize = 3;

/// Photos and numbers at once, then the patches one by one.
pub(super) fn channel(asked: Asked) -> DeskWork<ExampleOrder> {
    let mut found: Option<Examples> = None;
    let mut left = 0;
    Box::new(move |context| {
        let Some(examples) = &mut found else {
            match find(&asked) {
                Ok(mut examples) => {
                    left = examples.all_mut().count();
                    context.send(Ok(ExampleEvent::Channel(Arc::new(examples.clone()))));
                    found = Some(examples);
                    return Progress::Again;
                }
                Err(error) => return fail(context, error),
            }
        };
        if left == 0 {
            return Progress::Done;
        }
        let done = examples.all_mut().count() - left;
        left -= 1;
        if let Some(example) = examples.all_mut().nth(done) {
            cut(&asked.index, asked.field, example);
        }
        // Nine patches change the picture at once.
        if left % PHOTOS == 0 {
            context.send(Ok(ExampleEvent::Channel(Arc::new(examples.clone()))));
        }
        Progress::Again
    })
}

/// The strongest patch of each channel, a channel a chunk.
pub(super) fn tiles(
    index: Arc<Index>,
    layer: String,
    field: ReceptiveField,
    channels: Vec<usize>,
) -> DeskWork<ExampleOrder> {
    let mut left = channels.into_iter();
    let key = AtlasKey { weights: index.network().sha256.clone(), layer: layer.clone() };
    Box::new(move |context| {
        let Some(channel) = left.next() else {
            return Progress::Done;
        };
        let strongest = match index.examples(&layer, channel) {
            Ok(strongest) => strongest,
            Err(_) => return Progress::Done,
        };
        let patch = strongest.first().and_then(|peak| {
            let mut example = Example::of(*peak);
            cut(&index, field, &mut example);
            example.patch
        });
        context.send(Ok(ExampleEvent::Tile(key.clone(), channel, patch)));
        Progress::Again
    })
}

/// What the channel adds to the class, a photo a chunk.
pub(super) fn useful(asked: Asked) -> DeskWork<ExampleOrder> {
    let mut search = None;
    Box::new(move |context| {
        let Some(search) = &mut search else {
            match Search::new(asked.clone()) {
                Ok(new) => {
                    context.send(Ok(ExampleEvent::Useful(Arc::new(new.known()))));
                    search = Some(new);
                    return Progress::Again;
                }
                Err(error) => return fail(context, error),
            }
        };
        // A photo that cannot be read any more is passed over.
        match search.step() {
            None => return Progress::Done,
            Some(Err(error)) => log::info!("a photo of the album is passed over: {}", error.details),
            Some(Ok(())) => {}
        }
        context.send(Ok(ExampleEvent::Useful(Arc::new(search.known()))));
        Progress::Again
    })
}

pub(super) fn strongest(
    index: &Index,
    (layer, field): (&str, ReceptiveField),
    of: (u64, usize),
    channels: &[usize],
) -> StrongestPhotos {
    let album = index.album();
    let example = |&channel: &usize| -> Option<(usize, Example)> {
        let strongest = index.examples(layer, channel).ok()?;
        let mut example = Example::of(*strongest.first()?);
        describe(&album, &mut example);
        cut(index, field, &mut example);
        Some((channel, example))
    };
    StrongestPhotos { of, layer: layer.to_owned(), photos: channels.iter().filter_map(example).collect() }
}

pub(super) fn calibrate(context: &Context<'_, ExampleJob, Told>, index: &Index, of: (u64, usize)) {
    let album = index.album();
    let mut photos = Vec::new();
    for (place, photo) in album.ran() {
        let Some(class) = photo.known() else { continue };
        if context.is_cancelled() {
            return;
        }
        let scores = index.scores(place).unwrap_or_default();
        if let Some(main) = scores.into_iter().find(|scores| scores.head == Head::Main) {
            photos.push((main.logits, class));
        }
    }
    context.send(Ok(ExampleEvent::Calibration(of, Calibration::of(&photos))));
}

fn fail(context: &Context<'_, ExampleJob, Told>, error: AlbumError) -> Progress {
    context.send(Err(UserError::new(error)));
    Progress::Done
}

/// Photos and numbers, without patches.
fn find(asked: &Asked) -> Result<Examples, AlbumError> {
    let Asked { index, layer, channel, .. } = asked;
    let album = index.album();
    let described = |mut example: Example| {
        describe(&album, &mut example);
        example
    };
    let strongest = index.examples(layer, *channel)?;
    let maxima = index.maxima(layer, *channel)?;
    let spectrum = spectrum(&maxima);
    Ok(Examples {
        of: (album.weights_sha256.clone(), layer.clone(), *channel),
        album: album.id,
        photos: maxima.len(),
        strongest: strongest.into_iter().map(Example::of).map(described).collect(),
        spectrum: spectrum.into_iter().map(Example::of).map(described).collect(),
        maxima: maxima.iter().map(|peak| peak.value).collect(),
    })
}

/// Three weakest, three in the middle, three strongest; equal ones in the order of the photos.  Fewer where there are fewer.
fn spectrum(maxima: &[Peak]) -> Vec<Peak> {
    let mut sorted = maxima.to_vec();
    sorted.sort_by(|one, other| one.value.total_cmp(&other.value).then(one.photo.cmp(&other.photo)));
    if sorted.len() <= 3 * PART {
        return sorted;
    }
    let middle = (sorted.len() - PART) / 2;
    [&sorted[..PART], &sorted[middle..middle + PART], &sorted[sorted.len() - PART..]].concat()
}

/// What the photo is called, and what the network answers.
pub(super) fn describe(album: &Album, example: &mut Example) {
    if let Some(photo) = album.photos.get(example.photo) {
        example.label = album.label(photo).map(str::to_owned);
        example.answer = photo.answer(Head::Main).map(|answer| answer.best().class);
    }
}

/// Cuts the photo to what the cell sees.
pub(super) fn cut(index: &Index, field: ReceptiveField, example: &mut Example) {
    let Ok(prepared) = index.prepared(example.photo) else { return };
    let [row, column] = example.cell;
    let ([top, bottom], [left, right]) = (span(field, row), span(field, column));
    example.patch = Some(Arc::new(patch(&prepared.pixels, field, example.cell)));
    // The cell is as large as the distance to the next one.
    let within = |cell: usize, [start, end]: [usize; 2]| {
        let centre = field.offset + (field.stride * cell) as f32 + 0.5;
        let half = field.stride as f32 / 2.0;
        [centre - half, centre + half].map(|at| ((at - start as f32) / (end - start) as f32).clamp(0.0, 1.0))
    };
    let ([y0, y1], [x0, x1]) = (within(row, [top, bottom]), within(column, [left, right]));
    example.cell_in_patch = [x0, y0, x1, y1];
}
