//! Examples, means and logits are those of PyTorch's forward hooks on the same pictures.

use inception_lens::album::{Album, LAYERS};
use inception_lens::spec::Head;

use super::{FOUND, indexed, numbers, pictures};

/// Position in the album of a picture of the fixture.
fn position(album: &Album, picture: u64) -> usize {
    let path = pictures::path(picture as u32);
    album.photos.iter().position(|photo| photo.path == path).unwrap()
}

#[test]
fn the_nine_strongest_of_thirty_channels_are_those_of_pytorchs_hooks() {
    let folder = tempfile::tempdir().unwrap();
    pictures::write(folder.path(), 0..pictures::COUNT);
    let cache = tempfile::tempdir().unwrap();
    let index = indexed(folder.path(), cache.path());
    let album = index.album();
    let channels = FOUND["examples"]["channels"].as_array().unwrap();
    assert_eq!(channels.len(), 30);
    for golden in channels {
        let (layer, channel) = (golden["layer"].as_str().unwrap(), golden["channel"].as_u64().unwrap() as usize);
        let found = index.examples(layer, channel).unwrap();
        let strongest = golden["strongest"].as_array().unwrap();
        assert_eq!(found.len(), strongest.len());
        for (found, golden) in found.iter().zip(strongest) {
            let what = format!("{layer}:{channel} {golden}");
            assert_eq!(found.photo, position(&album, golden[0].as_u64().unwrap()), "{what}");
            let value = golden[1].as_f64().unwrap();
            assert!((f64::from(found.value) - value).abs() <= 1e-4 * value, "{what}: {}", found.value);
            assert_eq!(found.cell.map(|side| side as u64), [2, 3].map(|at| golden[at].as_u64().unwrap()), "{what}");
        }
        let maxima = index.maxima(layer, channel).unwrap();
        let mut sorted = maxima.to_vec();
        sorted.sort_by(|a, b| b.value.total_cmp(&a.value));
        assert_eq!(maxima.len(), pictures::COUNT as usize);
        assert_eq!(sorted[..9], found, "the strongest of all are the examples");
    }
}

#[test]
fn means_and_logits_are_pytorchs() {
    let folder = tempfile::tempdir().unwrap();
    pictures::write(folder.path(), [0, 1, 2, 3, 7]);
    let cache = tempfile::tempdir().unwrap();
    let index = indexed(folder.path(), cache.path());
    let album = index.album();
    for layer in LAYERS {
        let means = index.means(layer).unwrap();
        for (golden, picture) in FOUND["examples"]["means"][layer].as_array().unwrap().iter().zip([0, 7]) {
            let row = means.photos.iter().position(|&photo| photo == position(&album, picture)).unwrap();
            let found = means.row(row);
            let step = (found.len() / 5).max(1);
            for (found, golden) in found.iter().step_by(step).zip(numbers(golden)) {
                assert!((f64::from(*found) - golden).abs() <= 1e-3 * golden.abs() + 1e-4, "{layer}: {found} {golden}");
            }
        }
    }
    for (picture, golden) in FOUND["examples"]["logits"].as_array().unwrap().iter().enumerate() {
        let scores = index.scores(position(&album, picture as u64)).unwrap();
        for (scores, golden) in scores.iter().zip(golden.as_array().unwrap()) {
            for (found, golden) in scores.logits.iter().zip(numbers(golden)) {
                assert!((f64::from(*found) - golden).abs() <= 1e-3, "{found} {golden}");
            }
        }
    }
}

/// In 5b a logit is the bias plus what the channels add, and `useful` says what.
#[test]
fn useful_photos_add_up_to_the_logit() {
    let folder = tempfile::tempdir().unwrap();
    pictures::write(folder.path(), [4, 5]);
    let cache = tempfile::tempdir().unwrap();
    let index = indexed(folder.path(), cache.path());
    let class = 3;
    let mut sums = [0.0_f64; 2];
    for channel in 0..1024 {
        let useful = index.useful(class, channel).unwrap();
        assert!(useful[0].value >= useful[1].value);
        useful.iter().for_each(|useful| sums[useful.photo] += f64::from(useful.value));
    }
    let bias = |photo: usize| {
        let scores = index.scores(photo).unwrap();
        let main = scores.iter().find(|scores| scores.head == Head::Main).unwrap();
        f64::from(main.logits[class]) - sums[photo]
    };
    assert!((bias(0) - bias(1)).abs() < 5e-3, "{} {}", bias(0), bias(1));
}

#[test]
fn branches_and_pools_are_parts_of_what_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    pictures::write(folder.path(), [1, 2]);
    let cache = tempfile::tempdir().unwrap();
    let index = indexed(folder.path(), cache.path());
    let same = |one: (&str, usize), other: (&str, usize)| {
        assert_eq!(index.examples(one.0, one.1).unwrap(), index.examples(other.0, other.1).unwrap());
    };
    // 4d: 112 channels of 1x1, 288 of 3x3, 64 of 5x5, 64 of the pool's projection.
    same(("inception4d.branch1", 5), ("inception4d", 5));
    same(("inception4d.branch2.1", 5), ("inception4d", 117));
    same(("4d.branch4.1", 63), ("4d", 527));
    same(("maxpool1", 9), ("conv1", 9));
    let error = |name: &str, channel: usize| index.examples(name, channel).unwrap_err().to_string();
    assert_eq!(
        error("inception4d.branch2.0", 0),
        "An album keeps no channels of \"inception4d.branch2.0\"; it keeps those of conv1, conv2, conv3, the nine modules and their branches."
    );
    assert_eq!(error("conv1", 64), "conv1 has no channel 64; its channels are 0 to 63.");
    assert!(index.means("maxpool1").is_err(), "a pool's means are its own");
    assert_eq!(index.means("inception4d.branch2.1").unwrap().channels, 288);
    assert_eq!(index.means("avgpool").unwrap(), index.means("inception5b").unwrap());
}
