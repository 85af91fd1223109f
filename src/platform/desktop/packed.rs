//! What the program carries smaller than it is: `build.rs` has packed it, here it is unpacked, once.

use std::sync::{LazyLock, OnceLock};

use rayon::prelude::*;

/// What `build.rs` made.
mod made {
    include!(concat!(env!("OUT_DIR"), "/packed.rs"));
}

/// A file of `assets`, unpacked when it is asked for.
struct Asset {
    path: &'static str,
    deflated: &'static [u8],
    file: OnceLock<Vec<u8>>,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let asset = |&(path, deflated)| Asset { path, deflated, file: OnceLock::new() };
    made::ASSETS.iter().map(asset).collect()
});

/// The file at that path in `assets`: one of the fonts, of the language files, or the album's `SOURCES.csv`.
///
/// # Panics
/// When it is none of them.
pub fn asset(path: &str) -> &'static [u8] {
    let asset = ASSETS.iter().find(|asset| asset.path == path).expect("what is asked for has been packed");
    asset.file.get_or_init(|| inflated(asset.deflated))
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
