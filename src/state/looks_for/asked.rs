//! From what is selected and wished to what is asked of the engine; and what the answer says about itself in a file.

use std::sync::Arc;

use image::RgbImage;

use super::{Asked, Beginning, can_look_for, target_of};
use crate::state::state::State;
use crate::state::view::{LayerPane, View};
use crate::visualize::{DIVERSE, Recipe, Sign, Start, Target};

impl State {
    /// Whether that pane of the layer view is on screen.
    pub fn sees(&self, pane: LayerPane) -> bool {
        self.view == View::Layer && self.arrangement.pane == pane
    }

    /// What the picture in the middle is of; `None` where nothing can be asked.
    pub fn looked_for(&self) -> Option<Target> {
        let layer = self.selected_layer().filter(|layer| can_look_for(layer))?;
        let channel = self.selection.channel.filter(|&channel| channel < layer.output.channels())?;
        Some(target_of(layer, channel, self.looks_for.wishes.objective))
    }

    /// The photo a picture begins from: what the network sees of the one on screen.
    fn beginning_photo(&self) -> Option<(u64, Arc<RgbImage>)> {
        let photo = &self.shown()?.photo;
        Some((photo.id, Arc::new(photo.prepared.pixels.clone())))
    }

    pub(crate) fn asked_picture(&self) -> Option<Asked> {
        let shown = self.shown()?;
        let wishes = self.looks_for.wishes;
        let photo = (wishes.beginning == Beginning::Photo).then_some(shown.photo.id);
        Some(Asked { weights: shown.run().network.sha256.clone(), target: self.looked_for()?, wishes, photo })
    }

    pub(crate) fn recipe(&self, asked: &Asked) -> Recipe {
        let wishes = asked.wishes;
        let start = match (wishes.beginning, self.beginning_photo()) {
            (Beginning::Photo, Some((_, photo))) => Start::Photo(photo),
            (Beginning::Photo, None) | (Beginning::Noise, _) => Start::Noise,
        };
        Recipe {
            sign: wishes.sign,
            start,
            seed: wishes.seed,
            count: if wishes.is_diverse { DIVERSE } else { 1 },
            ..Recipe::of(asked.target.clone())
        }
    }

    /// What the picture is of and how it was made, as keys and values; a person's name for the channel among them.
    pub fn picture_facts(&self) -> Option<Vec<(&'static str, String)>> {
        let picture = &self.looks_for.picture;
        let (asked, painted) = (picture.asked.as_ref()?, picture.painted.as_ref()?);
        let side = painted.pictures.first()?.width();
        let mut facts = vec![
            ("of", asked.target.words(self.labels())),
            ("steps", painted.steps.to_string()),
            ("size", format!("{side}x{side}")),
            ("seed", asked.wishes.seed.to_string()),
        ];
        match asked.wishes.sign {
            Sign::Maximise => {}
            Sign::Minimise => facts.push(("sign", "minimised".to_owned())),
        }
        match asked.wishes.beginning {
            Beginning::Noise => {}
            Beginning::Photo => facts.push(("start", "a photo".to_owned())),
        }
        if asked.wishes.is_random {
            facts.push(("weights", "random weights in place of these".to_owned()));
        }
        let name = self.selection.channel.and_then(|channel| self.channel_name(channel));
        facts.extend(name.map(|name| ("name", name.to_owned())));
        Some(facts)
    }
}
