//! The selected activation, worked out anew only when something that it depends on has changed.

use std::rc::Rc;

use super::layer_model::{Key, LayerModel, contributions, make};
use super::scene::LayerScene;
use crate::session::Contributions;
use crate::state::{Normalisation, Sort, State};
use crate::ui::chrome::compare;
use crate::ui::look::colormap_of;

/// The selected activation, worked out anew only when something it depends on has changed.
pub(super) fn subject(state: &State, scene: &mut LayerScene) -> Option<Rc<LayerModel>> {
    let layer = &state.selection.layer;
    let map = state.maps().get(state.source(), layer)?;
    let pair = compare::pair(state, layer);
    let settings = &state.settings;
    let is_diverging = map.signed || settings.normalisation == Normalisation::Symmetric;
    let known = contributions(state);
    let muted = state.muted().get(layer);
    let key = Key {
        map: map.key,
        pair: pair.as_ref().map(|pair| [pair[0].key, pair[1].key]),
        is_both: compare::shows_both(state) && pair.is_some(),
        sort: settings.sort,
        normalisation: settings.normalisation,
        hide_silent: settings.hide_silent,
        colormap: colormap_of(state, is_diverging),
        known: match settings.sort {
            Sort::Contribution => known.map_or(0, Contributions::done),
            Sort::Index | Sort::Mean | Sort::Max | Sort::Zeros => 0,
        },
        muted: muted.cloned().unwrap_or_default(),
    };
    if let Some(kept) = scene.subject.as_ref().filter(|kept| kept.key == key) {
        return Some(kept.clone());
    }
    let made = Rc::new(make(key, map, pair, known));
    scene.subject = Some(made.clone());
    Some(made)
}
