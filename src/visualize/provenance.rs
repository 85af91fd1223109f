//! What a picture says about itself in its file: keys and values for [`crate::export::png::encode`]'s tEXt and iTXt chunks.

use super::painting::Painting;

/// `of`, `steps`, `size`, `seed`, `weights_sha256` and, where they are not the usual ones, `sign`, `start`, `weights`.
/// `of` is what the command line calls it: `inception4d:40`, `inception4a.branch3`, `main:cat` (the class by its label).
pub fn of_painting(painting: &Painting, labels: &[String]) -> Vec<(&'static str, String)> {
    let _ = (painting, labels);
    todo!()
}
