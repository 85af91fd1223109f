//! The album without a window: what is indexed, kept, counted and placed.  What PyTorch's hooks and scikit-learn found is in
//! `tests/fixtures/album/album.json` (made by `make_album.py` beside it).

mod alike;
mod bad_input;
mod command_line;
mod examples;
mod labels;
mod pictures;
mod statistics;
mod store;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use inception_lens::album::{Index, Outcome, Place};
use inception_lens::engine::LoadedNetwork;
use serde_json::Value;

static FOUND: LazyLock<Value> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/album/album.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
});

static NETWORK: LazyLock<Arc<LoadedNetwork>> = LazyLock::new(|| Arc::new(LoadedNetwork::load_default().unwrap()));

fn never() -> bool {
    false
}

/// The album of a folder, kept in another one.
fn open(folder: &Path, cache: &Path) -> Index {
    Index::open(Place::Folder(folder.into()), NETWORK.clone(), Some(cache.into()), &never).unwrap()
}

/// The same, with every photo run.
fn indexed(folder: &Path, cache: &Path) -> Index {
    let index = open(folder, cache);
    assert_eq!(index.run(None, &never, &mut |_| {}).unwrap(), Outcome::Complete);
    index
}

/// Numbers of a list.
fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|value| value.as_f64().unwrap_or(f64::NAN)).collect()
}
