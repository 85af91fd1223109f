//! The search for photos where a channel adds most to an answer: at once in 5b, photo by photo elsewhere.

use super::example_jobs::Asked;
use super::example_work::{PHOTOS, cut, describe};
use crate::album::{AlbumError, Peak};
use crate::engine::UserError;
use crate::state::looks_for::useful::ASKED;
use crate::state::{Basis, Example, Useful};

/// The photos that are still to be asked, and what is known.
pub(super) struct Search {
    asked: Asked,
    left: std::vec::IntoIter<usize>,
    known: Useful,
}

impl Search {
    /// In 5b all is known at once.
    pub(super) fn new(asked: Asked) -> Result<Self, AlbumError> {
        let Asked { index, layer, channel, class, .. } = &asked;
        let of = (layer.clone(), *channel);
        let nothing = |basis| Useful { of: of.clone(), class: *class, basis, examples: Vec::new() };
        if layer != "inception5b" {
            let mut photos = index.fullest(layer, *channel)?;
            photos.truncate(ASKED);
            let known = nothing(Basis::FirstOrder { done: 0, of: photos.len() });
            return Ok(Self { asked, left: photos.into_iter(), known });
        }
        let maxima = index.maxima(layer, *channel)?;
        let mut known = nothing(Basis::Exact);
        for useful in index.useful(*class, *channel)?.into_iter().take(PHOTOS).filter(|useful| useful.value > 0.0) {
            let cell = maxima.iter().find(|peak| peak.photo == useful.photo).map_or([0, 0], |peak| peak.cell);
            known.examples.push(Example::of(Peak { photo: useful.photo, value: useful.value, cell }));
        }
        let mut found = Self { asked, left: Vec::new().into_iter(), known };
        found.fill();
        Ok(found)
    }

    /// Asks one photo more; `None` when there is none.
    pub(super) fn step(&mut self) -> Option<Result<(), UserError>> {
        let photo = self.left.next()?;
        let Asked { index, layer, channel, class, .. } = &self.asked;
        let added = index.adds(photo, layer, *channel, *class);
        if let Basis::FirstOrder { done, .. } = &mut self.known.basis {
            *done += 1;
        }
        Some(added.map(|added| {
            if added.value > 0.0 {
                let examples = &mut self.known.examples;
                let place = examples.partition_point(|example| example.value >= added.value);
                examples.insert(place, Example::of(added));
                examples.truncate(PHOTOS);
                self.fill();
            }
        }))
    }

    pub(super) fn known(&self) -> Useful {
        self.known.clone()
    }

    /// Labels, answers and patches of those that have none.
    fn fill(&mut self) {
        let index = &self.asked.index;
        let album = index.album();
        for example in self.known.examples.iter_mut().filter(|example| example.patch.is_none()) {
            describe(&album, example);
            cut(index, self.asked.field, example);
        }
    }
}
