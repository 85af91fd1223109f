//! What the classes of the default weights are called in Korean (`assets/labels/korean.txt`).

use std::sync::LazyLock;

/// The weights' label and the Korean name, one pair a line.
const KOREAN: &str = include_str!("../../assets/labels/korean.txt");

static NAMES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| KOREAN.lines().filter_map(|line| line.split_once(" = ")).collect());

/// What folders of the built-in album are called in Korean that are no class of the default weights.
const FOLDERS: &str = include_str!("../../assets/labels/album.ko.txt");

/// The Korean name of a folder of the built-in album, whatever its case; `None` for any other.
#[must_use]
pub fn korean_folder(folder: &str) -> Option<&'static str> {
    let named = FOLDERS.lines().filter_map(|line| line.split_once(" = "));
    let found = named.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(folder));
    korean(folder).or(found.map(|(_, korean)| korean))
}

/// The Korean name of a label, whatever its case; `None` where it is not one of the default weights'.
#[must_use]
pub fn korean(label: &str) -> Option<&'static str> {
    let is_meant = |name: &str| name.eq_ignore_ascii_case(label);
    let (_, korean) = NAMES.iter().find(|(name, _)| is_meant(name))?;
    Some(korean)
}
