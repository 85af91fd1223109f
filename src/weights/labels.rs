//! Class names: those given, the file's own, those in a file beside it, ImageNet's for 1000 classes, else "class 17".

use serde_json::Value as Json;

use super::facts::wrong;
use super::file::shorten;
use super::{LabelsFile, Note, WeightsError};

/// ImageNet's 1000 labels in the order of Caffe and torchvision, one a line (`assets/labels/README.md`).
const IMAGENET: &str = include_str!("../../assets/labels/imagenet.txt");

/// Longest label kept, characters.
const MAX_LABEL: usize = 200;

/// How many labels there have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Number of classes.
    pub classes: usize,
    /// Whether they are the yes and the no of one output.
    pub one_output: bool,
}

/// The labels of all classes; `metadata` is JSON, `perhaps` as well, but of a key that may mean something else.
///
/// # Errors
/// When there are not as many labels as classes, or they are no text.
pub fn labels(
    metadata: Option<&str>,
    perhaps: Option<&str>,
    text: Option<&LabelsFile>,
    wanted: Wanted,
    notes: &mut Vec<Note>,
) -> Result<Vec<String>, WeightsError> {
    if let Some(LabelsFile::Given(text)) = text {
        return in_file(text, wanted, "given with --labels");
    }
    if let Some(metadata) = metadata {
        return array(metadata, wanted);
    }
    if let Some(labels) = perhaps.and_then(|text| wanted.fit(json(text)?).ok()) {
        return Ok(labels);
    }
    match text {
        Some(LabelsFile::Beside(text)) => in_file(text, wanted, "beside the weights"),
        Some(LabelsFile::Near(files)) => {
            for (file, text) in files {
                if let Ok(labels) = in_file(text, wanted, file) {
                    notes.push(Note::LabelsNear { file: file.clone() });
                    return Ok(labels);
                }
            }
            Ok(without_file(wanted))
        }
        Some(LabelsFile::Given(_)) | None => Ok(without_file(wanted)),
    }
}

fn without_file(wanted: Wanted) -> Vec<String> {
    if wanted.one_output {
        return ["yes", "no"].map(str::to_owned).into();
    }
    let imagenet: Vec<&str> = IMAGENET.lines().collect();
    if wanted.classes == imagenet.len() {
        return imagenet.into_iter().map(str::to_owned).collect();
    }
    (0..wanted.classes).map(|index| format!("class {index}")).collect()
}

impl Wanted {
    /// Whether so many names can be made the labels.
    const fn accepts(self, count: usize) -> bool {
        count == self.classes || (self.one_output && count == 1)
    }

    /// So many labels; of one output the first class is the file's second, which its output speaks for, or its only one.
    ///
    /// # Errors
    /// How many there are.
    fn fit(self, mut labels: Vec<String>) -> Result<Vec<String>, usize> {
        if !self.accepts(labels.len()) {
            return Err(labels.len());
        }
        match (self.one_output, &labels[..]) {
            (true, [only]) => labels.push(format!("not {only}")),
            (true, _) => labels.reverse(),
            (false, _) => {}
        }
        Ok(labels.iter().map(|label| shorten(label, MAX_LABEL)).collect())
    }
}

fn array(text: &str, wanted: Wanted) -> Result<Vec<String>, WeightsError> {
    let expected = || format!("a JSON array of {} strings", wanted.classes);
    let labels = json(text).ok_or_else(|| wrong("labels", text, &expected()))?;
    wanted.fit(labels).map_err(|count| wrong("labels", &format!("{count} strings"), &expected()))
}

/// JSON text: a list of names, or a map from names to numbers (PyTorch's `class_to_idx`) or from numbers to names.
fn json(text: &str) -> Option<Vec<String>> {
    match serde_json::from_str(text).ok()? {
        Json::Array(names) => names.iter().map(name).collect(),
        Json::Object(map) => {
            let mut labels: Vec<Option<String>> = vec![None; map.len()];
            for (key, value) in &map {
                let (index, name) = match value.as_u64() {
                    Some(index) => (usize::try_from(index).ok()?, key.clone()),
                    None => (key.trim().parse().ok()?, name(value)?),
                };
                labels.get_mut(index)?.replace(name);
            }
            labels.into_iter().collect()
        }
        _ => None,
    }
}

/// A text, or Keras's pair of a WordNet number and a text.
fn name(value: &Json) -> Option<String> {
    match value {
        Json::String(name) => Some(name.clone()),
        Json::Array(pair) => match &pair[..] {
            [Json::String(_), Json::String(name)] => Some(name.replace('_', " ")),
            _ => None,
        },
        _ => None,
    }
}

/// The labels in a file: JSON, or one a line; a byte order mark is no part of the first.
fn in_file(text: &[u8], wanted: Wanted, which: &str) -> Result<Vec<String>, WeightsError> {
    let wrong = |cause: String| WeightsError::Labels { which: which.to_owned(), cause, classes: wanted.classes };
    let text = std::str::from_utf8(text).map_err(|_| wrong("it is not UTF-8".to_owned()))?;
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let is_json = text.trim_start().starts_with(['[', '{']);
    let labels = match (is_json, json(text)) {
        (_, Some(labels)) => labels,
        (true, None) => {
            let cause = "it is JSON, but neither a list of names nor a map of names and numbers";
            return Err(wrong(cause.to_owned()));
        }
        (false, None) => match text.lines().count() {
            count if !wanted.accepts(count) => return Err(wrong(format!("it has {count} lines"))),
            _ => lines(text).map_err(wrong)?,
        },
    };
    wanted.fit(labels).map_err(|count| wrong(format!("it has {count} names")))
}

/// One label a line, none of them empty.  Of ImageNet's `synset_words.txt` ("n01440764 tench, Tinca tinca") the first word
/// for each.
fn lines(text: &str) -> Result<Vec<String>, String> {
    if let Some(empty) = text.lines().position(|line| line.trim().is_empty()) {
        return Err(format!("line {} is empty", empty + 1));
    }
    let synsets: Option<Vec<String>> = text.lines().map(synset).collect();
    let plain = || text.lines().map(str::to_owned).collect();
    Ok(synsets.filter(|all| !all.is_empty()).unwrap_or_else(plain))
}

fn synset(line: &str) -> Option<String> {
    let (number, words) = line.split_once([' ', '\t'])?;
    let digits = number.strip_prefix('n')?;
    let is_number = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let first = words.split(',').next().unwrap_or(words);
    is_number.then(|| first.trim().to_owned())
}
