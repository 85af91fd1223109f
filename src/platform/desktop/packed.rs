//! What the program carries smaller than it is: `build.rs` has packed it, here it is unpacked, once.

use std::sync::{LazyLock, OnceLock};

use rayon::prelude::*;

/// What `build.rs` made.
mod made {
    include!(concat!(env!("OUT_DIR"), "/packed.rs"));
}

/// A font, unpacked when it is asked for.
struct Font {
    name: &'static str,
    deflated: &'static [u8],
    file: OnceLock<Vec<u8>>,
}

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let font = |&(name, deflated)| Font { name, deflated, file: OnceLock::new() };
    made::FONTS.iter().map(font).collect()
});

/// The file of that name in `assets/fonts`.
///
/// # Panics
/// When there is none.
pub fn font(name: &str) -> &'static [u8] {
    let font = FONTS.iter().find(|font| font.name == name).expect("fonts are asked for by the names of their files");
    font.file.get_or_init(|| inflated(font.deflated))
}

/// The file `weights/default.safetensors`.
pub fn default_weights() -> &'static [u8] {
    static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let highs: usize = made::LOW.len().div_ceil(made::HIGH.len());
        let mut file = vec![0; 2 * made::LOW.len()];
        let parts = file.par_chunks_mut(2 * highs).zip(made::LOW.par_chunks(highs)).zip(made::HIGH);
        parts.for_each(|((file, low), high)| {
            let (pairs, _) = file.as_chunks_mut();
            for (pair, (low, high)) in pairs.iter_mut().zip(low.iter().zip(inflated(high))) {
                *pair = [*low, high];
            }
        });
        file
    });
    &FILE
}

/// Bytes that `build.rs` has deflated.
fn inflated(bytes: &[u8]) -> Vec<u8> {
    fdeflate::decompress_to_vec(bytes).expect("what was deflated when the program was built can be inflated")
}
