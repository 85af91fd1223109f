//! A picture fires its channel more than photos do.

use std::path::{Path, PathBuf};

use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::model::{GoogLeNet, Objective, Run};
use inception_lens::visualize::Painting;

use super::{channel, never, small};

/// Every so many photos of the album.
const STRIDE: usize = 12;

const CHANNELS: [(&str, usize); 3] = [("inception3b", 100), ("inception4a", 300), ("inception4d", 40)];

fn album() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/album");
    let mut photos = Vec::new();
    for label in std::fs::read_dir(folder).unwrap() {
        let label = label.unwrap().path();
        if label.is_dir() {
            photos.extend(std::fs::read_dir(label).unwrap().map(|photo| photo.unwrap().path()));
        }
    }
    photos.sort();
    photos.into_iter().step_by(STRIDE).collect()
}

#[test]
fn sixty_four_steps_beat_every_photo() {
    let network = LoadedNetwork::load_default().unwrap();
    let deepest = Objective::Energy { name: "inception4d".to_owned(), before_relu: false };
    let needs = network.model.needs(&deepest).unwrap();
    let mut best = [0.0_f32; CHANNELS.len()];
    let photos = album();
    assert!(photos.len() > 40, "{}", photos.len());
    for path in photos {
        let photo = decode_photo(&std::fs::read(&path).unwrap()).unwrap();
        let input = GoogLeNet::input(&network.input_values(&network.prepare_own(&photo))).unwrap();
        let trace = network.model.forward(&input, Run::new().only(needs.clone())).unwrap();
        for (best, (layer, channel)) in best.iter_mut().zip(CHANNELS) {
            let map = trace.get(layer).unwrap().values.plane(channel).unwrap();
            *best = map.into_iter().fold(*best, f32::max);
        }
    }
    for (best, (layer, number)) in best.into_iter().zip(CHANNELS) {
        let mut painting = Painting::begin(network.subject(), small(channel(layer, number))).unwrap();
        painting.advance(64, &never).unwrap();
        let last = &painting.curve().points()[56..];
        let reached = last.iter().map(|point| point.value).sum::<f32>() / last.len() as f32;
        assert!(reached > best, "{layer}:{number}: {reached}, and a photo {best}");
    }
}
