//! What a sentence is made of, as it crosses to another instance of the program: the errors that are said in other languages as they
//! are, all others as their words.

use std::error::Error;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::off::OffError;
use super::pipeline::{LoadError, PhotoError};
use crate::model::ModelError;
use crate::platform::files::FileError;
use crate::teach::TeachError;
use crate::visualize::{Unfit, VisualizeError};
use crate::weights::WeightsError;

type Shared = Arc<dyn Error + Send + Sync>;

#[derive(Serialize, Deserialize)]
enum Cause {
    Photo(PhotoError),
    File(FileError),
    Weights(WeightsError),
    Off(OffError),
    Teach(TeachError),
    Unfit(Unfit),
    NotFinite { name: String },
    Words(String),
}

/// An error of which the words are all that is left.
#[derive(Debug, Error)]
#[error("{0}")]
struct Words(String);

impl Cause {
    fn of(error: &(dyn Error + Send + Sync + 'static)) -> Self {
        if let Some(error) = error.downcast_ref::<PhotoError>() {
            return Self::Photo(error.clone());
        }
        if let Some(error) = error.downcast_ref::<FileError>() {
            return Self::File(error.clone());
        }
        if let Some(error) = error.downcast_ref::<WeightsError>() {
            return Self::Weights(error.clone());
        }
        if let Some(error) = error.downcast_ref::<OffError>() {
            return Self::Off(error.clone());
        }
        if let Some(error) = error.downcast_ref::<TeachError>() {
            return Self::Teach(error.clone());
        }
        let visualize = match error.downcast_ref::<VisualizeError>() {
            Some(VisualizeError::Unfit(error)) => return Self::Unfit(error.clone()),
            Some(VisualizeError::Model(error)) => Some(error),
            None => None,
        };
        let model = match error.downcast_ref::<LoadError>() {
            Some(LoadError::Weights(error)) => return Self::Weights(error.clone()),
            Some(LoadError::Model(error)) => Some(error),
            None => visualize.or_else(|| error.downcast_ref::<ModelError>()),
        };
        match model {
            Some(ModelError::NotFinite { name }) => Self::NotFinite { name: name.clone() },
            Some(_) | None => Self::Words(error.to_string()),
        }
    }

    fn error(self) -> Shared {
        match self {
            Self::Photo(error) => Arc::new(error),
            Self::File(error) => Arc::new(error),
            Self::Weights(error) => Arc::new(error),
            Self::Off(error) => Arc::new(error),
            Self::Teach(error) => Arc::new(error),
            Self::Unfit(error) => Arc::new(VisualizeError::from(error)),
            Self::NotFinite { name } => Arc::new(ModelError::NotFinite { name }),
            Self::Words(words) => Arc::new(Words(words)),
        }
    }
}

pub(super) fn serialize<S: Serializer>(cause: &Option<Shared>, serializer: S) -> Result<S::Ok, S::Error> {
    cause.as_deref().map(Cause::of).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Shared>, D::Error> {
    Ok(Option::<Cause>::deserialize(deserializer)?.map(Cause::error))
}
