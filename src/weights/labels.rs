//! Class names: the file's own, ImageNet's for 1000 classes, else "class 17".

use super::WeightsError;
use super::facts::wrong;

/// ImageNet's 1000 labels in the order of Caffe and torchvision, one a line (`assets/labels/README.md`).
const IMAGENET: &str = include_str!("../../assets/labels/imagenet.txt");

/// Longest label kept, characters.
const MAX_LABEL: usize = 200;

/// The labels of `classes` classes; `metadata` is a JSON array of strings.
///
/// # Errors
/// When the array is no array of strings or has another length than there are classes.
pub fn labels(metadata: Option<&str>, classes: usize) -> Result<Vec<String>, WeightsError> {
    if let Some(text) = metadata {
        let expected = || format!("a JSON array of {classes} strings");
        let labels: Vec<String> =
            serde_json::from_str(text).map_err(|_| wrong("labels", text, &expected()))?;
        if labels.len() != classes {
            return Err(wrong(
                "labels",
                &format!("{} strings", labels.len()),
                &expected(),
            ));
        }
        return Ok(labels
            .into_iter()
            .map(|label| label.chars().take(MAX_LABEL).collect())
            .collect());
    }
    let imagenet: Vec<&str> = IMAGENET.lines().collect();
    if classes == imagenet.len() {
        return Ok(imagenet.into_iter().map(str::to_owned).collect());
    }
    Ok((0..classes).map(|index| format!("class {index}")).collect())
}
