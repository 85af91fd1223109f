//! What the classes of the default weights are called in Korean (`assets/labels/korean.txt`), and the other folders of the album
//! inside the program (`album.ko.txt` beside it).

use std::sync::LazyLock;

/// The weights' label and the Korean name, one pair a line.
const KOREAN: &str = include_str!("../../assets/labels/korean.txt");

/// The same of things that the default weights do not know.
const ALBUM: &str = include_str!("../../assets/labels/album.ko.txt");

static NAMES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| KOREAN.lines().chain(ALBUM.lines()).filter_map(|line| line.split_once(" = ")).collect());

/// The Korean name of a label, whatever its case; `None` where it is neither one of the default weights' nor the name of a folder of
/// the album.
#[must_use]
pub fn korean(label: &str) -> Option<&'static str> {
    let is_meant = |name: &str| name.eq_ignore_ascii_case(label);
    let (_, korean) = NAMES.iter().find(|(name, _)| is_meant(name))?;
    Some(korean)
}
