//! `--input`: numbers handed to conv1 as they are, in place of a photo.

use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::{Result, anyhow};

use super::load;
use crate::model::Planes;
use crate::platform::files::read_file;
use crate::weights::file::MAX_FILE_BYTES;
use crate::weights::{WeightsError, safetensors as tensor_files};

/// The tensor `input` of a file, `[3, height, width]` with sides in that range, pixels.
///
/// # Errors
/// The file's name and what is wrong with it.
pub fn read(path: &Path, sides: &RangeInclusive<usize>) -> Result<Planes> {
    tensor(path, sides).map_err(|error| load::about(path, error))
}

/// The same; the error is the sentence alone, without the path.
fn tensor(path: &Path, sides: &RangeInclusive<usize>) -> Result<Planes> {
    let bytes = read_file(path, MAX_FILE_BYTES as u64)?;
    let mut file = tensor_files::read(&bytes).map_err(|error| match error {
        WeightsError::NotWeights { cause } | WeightsError::Damaged { cause } => {
            anyhow!("This is no intact safetensors file ({cause}); write the input tensor again.")
        }
        WeightsError::Mismatch(problems) => {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow!("This file cannot be read: {}; write the input tensor as f32.", problems.join("; "))
        }
        WeightsError::Empty
        | WeightsError::TooLarge { .. }
        | WeightsError::Forbidden { .. }
        | WeightsError::Unsupported { .. }
        | WeightsError::AnotherNetwork { .. }
        | WeightsError::Metadata { .. }
        | WeightsError::Labels { .. } => anyhow!(error),
    })?;
    let (least, most) = (sides.start(), sides.end());
    let wanted = match least == most {
        true => format!("[3, {least}, {most}]"),
        false => format!("[3, height, width] with sides from {least} to {most}"),
    };
    let Some(tensor) = file.tensors.remove("input") else {
        return Err(anyhow!("This file has no tensor named \"input\"; write one of shape {wanted}."));
    };
    let size = match *tensor.shape {
        [3, height, width] if sides.contains(&height) && sides.contains(&width) => (height, width),
        _ => {
            return Err(anyhow!(
                "The tensor \"input\" is {:?} instead of {wanted}; preprocess the photo to that size.",
                tensor.shape
            ));
        }
    };
    if tensor.values.iter().any(|value| !value.is_finite()) {
        return Err(anyhow!("The tensor \"input\" holds values that are not finite numbers; write it again."));
    }
    Ok(Planes { channels: 3, height: size.0, width: size.1, values: tensor.values })
}
