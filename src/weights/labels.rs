//! Class names: those given, the file's own, those in a file beside it, ImageNet's for 1000 classes, else "class 17".

use super::facts::wrong;
use super::file::shorten;
use super::{LabelsFile, WeightsError};

/// ImageNet's 1000 labels in the order of Caffe and torchvision, one a line (`assets/labels/README.md`).
const IMAGENET: &str = include_str!("../../assets/labels/imagenet.txt");

/// Longest label kept, characters.
const MAX_LABEL: usize = 200;

/// The labels of `classes` classes; `metadata` is a JSON array of strings.
///
/// # Errors
/// When there are not as many labels as classes, or they are no text.
pub fn labels(
    metadata: Option<&str>,
    text: Option<&LabelsFile>,
    classes: usize,
) -> Result<Vec<String>, WeightsError> {
    match (text, metadata) {
        (Some(LabelsFile::Given(text)), _) => lines(text, classes, "given with --labels"),
        (_, Some(metadata)) => array(metadata, classes),
        (Some(LabelsFile::Beside(text)), None) => lines(text, classes, "beside the weights"),
        (None, None) => Ok(without_file(classes)),
    }
}

fn without_file(classes: usize) -> Vec<String> {
    let imagenet: Vec<&str> = IMAGENET.lines().collect();
    if classes == imagenet.len() {
        return imagenet.into_iter().map(str::to_owned).collect();
    }
    (0..classes).map(|index| format!("class {index}")).collect()
}

fn array(text: &str, classes: usize) -> Result<Vec<String>, WeightsError> {
    let expected = || format!("a JSON array of {classes} strings");
    let labels: Vec<String> =
        serde_json::from_str(text).map_err(|_| wrong("labels", text, &expected()))?;
    if labels.len() != classes {
        let found = format!("{} strings", labels.len());
        return Err(wrong("labels", &found, &expected()));
    }
    let cut = |label: String| label.chars().take(MAX_LABEL).collect();
    Ok(labels.into_iter().map(cut).collect())
}

/// One label a line; empty lines at the end do not count, a byte order mark is no part of the first.
fn lines(text: &[u8], classes: usize, which: &str) -> Result<Vec<String>, WeightsError> {
    let wrong = |cause: String| WeightsError::Labels {
        which: which.to_owned(),
        cause,
        classes,
    };
    let text = std::str::from_utf8(text).map_err(|_| wrong("it is not UTF-8".to_owned()))?;
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let count = text.lines().count();
    if count != classes {
        return Err(wrong(format!("it has {count} lines")));
    }
    if let Some(empty) = text.lines().position(|line| line.trim().is_empty()) {
        return Err(wrong(format!("line {} is empty", empty + 1)));
    }
    Ok(text.lines().map(|line| shorten(line, MAX_LABEL)).collect())
}
