//! What is open, as plain data: the weights, a slot for each of the two photos, and the naive module.
//!
//! A slot owns what is wanted of its photo (which one, its edits, what is switched off) and what has run of it; nobody else
//! gives the engine orders about photos.  Everything else is derived where it is asked for: what is on screen
//! ([`Slot::shown`]), what it is compared with ([`Session::before`]), activations by name ([`Session::maps`]).  So a new
//! result is one assignment in its slot.
//!
//! | file | its job |
//! |---|---|
//! | `slot` | what is wanted of a photo, and the orders that come of it |
//! | `asked` | photos that are asked for, and the order given for the last of them |
//! | `runs` | what has run of a photo: as it was opened, edited, with something switched off |
//! | `maps` | activations by name, for every view |
//! | `results` | the weights in use, naive modules, contributions: as far as the engine got |

mod asked;
mod maps;
mod results;
mod runs;
mod slot;

pub use maps::{Differences, Map, MapKey, Maps, Source};
pub use results::{Contributions, Naive, NetworkState, SecondNetwork};
pub use runs::RunView;
pub use slot::{PhotoProgress, Slot};

use std::sync::Arc;

use crate::engine::{Engine, LoadedNetwork, Muted, Side, off};
use crate::imaging::Fit;

/// What is open.
#[derive(Clone, Default)]
pub struct Session {
    /// The weights in use.
    pub network: NetworkState,
    /// The network they are compared with.
    pub other: SecondNetwork,
    /// The photo and its results.
    pub first: Slot,
    /// The second photo and its results; while two networks are compared, the same photo in the second.
    pub second: Slot,
    /// The naive module in view, live.
    pub naive: Naive,
    /// Differences of activations that were asked for lately.
    pub differences: Differences,
}

/// What the first photo is compared with, and why that.
#[derive(Clone, Copy)]
pub enum Before<'a> {
    /// The second photo.
    Second(&'a RunView),
    /// The same photo before it was edited.
    Unedited(&'a RunView),
    /// The same photo before something was switched off.
    Unmuted(&'a RunView),
}

impl<'a> Before<'a> {
    /// The run behind it.
    pub fn view(self) -> &'a RunView {
        match self {
            Self::Second(view) | Self::Unedited(view) | Self::Unmuted(view) => view,
        }
    }
}

impl Session {
    /// One of the two slots.
    pub fn slot(&self, side: Side) -> &Slot {
        match side {
            Side::First => &self.first,
            Side::Second => &self.second,
        }
    }

    /// One of the two slots, to be changed.
    pub fn slot_mut(&mut self, side: Side) -> &mut Slot {
        match side {
            Side::First => &mut self.first,
            Side::Second => &mut self.second,
        }
    }

    /// What the first photo is compared with: the second photo; without one, itself before edits; without those, itself
    /// before channels were switched off.
    pub fn before(&self) -> Option<Before<'_>> {
        let second = self.second.shown().map(Before::Second);
        second
            .or_else(|| self.first.unedited().map(Before::Unedited))
            .or_else(|| self.first.unmuted().map(Before::Unmuted))
    }

    /// The run behind a source; of a difference and of naive modules, that of the first photo.
    pub fn view(&self, source: Source) -> Option<&RunView> {
        match source {
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => self.first.shown(),
            Source::B => self.before().map(Before::view),
        }
    }

    /// Activations to draw.
    pub fn maps(&self) -> Maps<'_> {
        Maps {
            a: self.view(Source::A).map(|view| &view.report),
            b: self.view(Source::B).map(|view| &view.report),
            naive: self.naive.ready(),
            differences: &self.differences,
        }
    }

    /// The weights in use, or those in use until new ones are read.
    pub fn loaded(&self) -> Option<&Arc<LoadedNetwork>> {
        match &self.network {
            NetworkState::Ready(network) => Some(network),
            NetworkState::Loading { previous, .. } => previous.as_ref(),
            NetworkState::Failed(_) => None,
        }
    }

    /// Gives the engine what is wanted of both photos and was not yet ordered.  While weights are read photos wait for them.
    pub fn follow(&mut self, engine: &Engine, fit: Option<Fit>) {
        let network = match &self.network {
            NetworkState::Ready(network) => Some(Arc::clone(network)),
            NetworkState::Loading { .. } | NetworkState::Failed(_) => None,
        };
        if let Some(network) = &network {
            self.first.follow_photo(Side::First, network, fit, engine);
            match self.other.loaded() {
                None => self.second.follow_photo(Side::Second, network, fit, engine),
                Some(other) => {
                    let other = Arc::clone(other);
                    self.second.mirror(&self.first, &other);
                    // What is cut already is not cut again.
                    let fit = if self.second.is_cut() { None } else { fit };
                    self.second.follow_photo(Side::Second, &other, fit, engine);
                }
            }
        }
        self.first.follow_changes(engine);
        if self.before().is_none() {
            self.differences.clear();
        }
    }

    /// The first photo, as it was opened, becomes the second and the other way round; what is switched off stays with the
    /// first place.  `false` where one of them is missing.
    ///
    /// While two networks are compared it is they that change places: both run the photo again.
    pub fn swap(&mut self) -> bool {
        if self.other.is_wanted() {
            return self.swap_networks();
        }
        if self.first.shown().is_none() || self.second.shown().is_none() {
            return false;
        }
        let muted = self.first.muted().clone();
        for slot in [&mut self.first, &mut self.second] {
            slot.give_up();
            slot.forget_changes();
        }
        self.first.swap(&mut self.second);
        self.mute_possible(muted);
        true
    }

    fn swap_networks(&mut self) -> bool {
        match (&mut self.network, &mut self.other) {
            (NetworkState::Ready(one), SecondNetwork::Ready(other)) => {
                std::mem::swap(one, other);
                true
            }
            (
                NetworkState::Ready(_) | NetworkState::Loading { .. } | NetworkState::Failed(_),
                SecondNetwork::None | SecondNetwork::Loading { .. } | SecondNetwork::Ready(_),
            ) => false,
        }
    }

    /// From now on the photo is compared in these two networks, in place of two photos; `None`: nothing is.
    pub fn compare_with(&mut self, other: Option<Arc<LoadedNetwork>>) {
        if other.is_none() || self.other.loaded().is_none() {
            self.second = Slot::default();
        }
        self.other = other.map_or(SecondNetwork::None, SecondNetwork::Ready);
    }

    /// Both networks, where two are compared and both have run the photo.
    pub fn networks(&self) -> Option<[&Arc<LoadedNetwork>; 2]> {
        let other = self.other.loaded()?;
        let (a, b) = (self.first.shown()?, self.second.shown()?);
        Arc::ptr_eq(&b.run().network, other).then(|| [&a.run().network, other])
    }

    /// Switches off what the network on screen has of it.
    pub fn mute_possible(&mut self, muted: Muted) {
        let network = self.first.shown().map(|view| Arc::clone(&view.report.network));
        self.first.mute(match network {
            Some(network) => off::possible(&muted, &network),
            None => muted,
        });
    }
}
