//! The layers of a network with their weights: there from the start, or made of the file when they are first asked for.

use std::fmt;
use std::ops::Deref;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::pipeline::LoadError;
use super::source::WeightsSource;
use crate::model::{GoogLeNet, Operators};
use crate::weights::{self, LoadOptions, Weights};
use crate::wire::{self, Side};

/// A network's layers.
///
/// Where the engine runs in another instance of the program the window has no use for them but to export and to run an album: they
/// are made then, of what the engine made its own of.
#[derive(Default)]
pub struct LazyModel {
    made: OnceLock<GoogLeNet>,
    of: Mutex<Option<WeightsSource>>,
}

impl LazyModel {
    /// What it is to be made of.
    pub(super) fn make_of(&self, source: WeightsSource) {
        if self.made.get().is_none() {
            *self.of.lock().unwrap_or_else(PoisonError::into_inner) = Some(source);
        }
    }

    fn make(&self) -> GoogLeNet {
        let source = self.of.lock().unwrap_or_else(PoisonError::into_inner).take();
        let made = match source {
            Some(WeightsSource::Default) => load(default_file(), "", LoadOptions::default()),
            Some(WeightsSource::DefaultAs(said)) => {
                load(default_file(), "", LoadOptions { said, ..LoadOptions::default() })
            }
            Some(WeightsSource::Bytes { name, bytes, options }) => load(&bytes, &name, LoadOptions::clone(&options)),
            Some(WeightsSource::Loaded(network)) => Ok(GoogLeNet::clone(&network.model)),
            Some(WeightsSource::Random { like, topology, seed }) => {
                like.random_model(topology, seed).map_err(Into::into)
            }
            Some(WeightsSource::File { .. }) | None => {
                unreachable!("whoever takes a network in says what it is made of")
            }
        };
        made.expect("the engine has made a network of the same bytes")
    }
}

/// The file of the weights that come with the program, which the engine has read before.
fn default_file() -> &'static [u8] {
    weights::default_file().unwrap_or_default()
}

fn load(bytes: &[u8], name: &str, options: LoadOptions) -> Result<GoogLeNet, LoadError> {
    Ok(GoogLeNet::new(&Weights::load(bytes, name, options)?, Operators::Fast)?)
}

impl Deref for LazyModel {
    type Target = GoogLeNet;

    fn deref(&self) -> &GoogLeNet {
        self.made.get_or_init(|| self.make())
    }
}

impl From<GoogLeNet> for LazyModel {
    fn from(model: GoogLeNet) -> Self {
        Self { made: model.into(), of: Mutex::default() }
    }
}

impl Clone for LazyModel {
    fn clone(&self) -> Self {
        GoogLeNet::clone(self).into()
    }
}

impl fmt::Debug for LazyModel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.made.fmt(formatter)
    }
}

impl Serialize for LazyModel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match wire::side() {
            // The engine there runs what it has read itself.
            Some(Side::Asking) | None => Err(S::Error::custom("the layers of a network cross to no engine")),
            Some(Side::Answering) => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for LazyModel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <()>::deserialize(deserializer).map_err(D::Error::custom)?;
        Ok(Self::default())
    }
}
