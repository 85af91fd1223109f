//! The card says how the weights in use differ from the paper (`models/googlenet.py` of torchvision, Table 1 and Figure 3
//! of the paper, `deploy.prototxt` of BVLC).

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::spec::Topology;
use inception_lens::state::Options;

use super::{net, open_menu};
use crate::app::{drop_file, open};
use crate::synthetic;

fn says(harness: &Harness<'static, App>, texts: &[&str]) {
    for text in texts {
        assert!(harness.query_all_by_label(text).next().is_some(), "{text:?} is not on the card");
    }
}

#[test]
fn the_default_weights_have_batch_normalisation_in_place_of_lrn() {
    let mut harness = open(Options::default());
    open_menu(&mut harness);
    says(
        &harness,
        &[
            &crate::defaults::name(),
            "batch normalisation",
            "paper: with biases",
            "none",
            "paper: after pool 1 and conv 3",
            "5×5",
            "3×3, stride 2",
            "average 5×5, stride 3",
            "RGB 0–1, ImageNet mean and deviation",
            "Caffe: BGR 0–255, minus 104, 117, 123",
            &crate::defaults::classes().to_string(),
            "paper: 1,000",
            "both trained",
        ],
    );
    assert!(harness.query_by_label("paper: 5×5").is_none());
    let state = harness.state().state();
    let hash = &state.loaded().unwrap().sha256[..12];
    says(&harness, &[&format!("safetensors · sha256 {hash}…")]);
}

#[test]
fn torchvision_has_smaller_windows_and_untrained_heads() {
    let mut harness = open(Options::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vision.safetensors");
    let file = synthetic::File::of(Topology::TORCHVISION, 1000, [true, true])
        .describe("topology", "torchvision")
        .describe("transform_input", "true")
        .describe("aux_heads", "untrained");
    std::fs::write(&path, file.bytes()).unwrap();
    drop_file(&mut harness, path);
    open_menu(&mut harness);
    says(
        &harness,
        &[
            "vision.safetensors",
            "3×3",
            "paper: 5×5",
            "2×2, stride 2",
            "paper: 3×3, stride 2",
            "adaptive, to 4×4",
            "paper: average 5×5, stride 3",
            "RGB 0–1, ImageNet mean and deviation, transform_input",
            "1,000",
            "in the file, never trained",
            "paper: both trained",
        ],
    );
}

#[test]
fn the_network_of_the_paper_is_the_paper_s_in_all_but_its_heads() {
    let mut harness = open(Options::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.safetensors");
    std::fs::write(&path, net(Topology::PAPER, "mine")).unwrap();
    drop_file(&mut harness, path);
    open_menu(&mut harness);
    // Convolutions, LRN, branch and pool.
    assert_eq!(harness.query_all_by_label("as in the paper").count(), 4);
    says(&harness, &["mine", "as in BVLC Caffe", "after pool 1 and conv 3", "not in the file", "10"]);
    // Heads that are not there have no pool.
    assert!(harness.query_by_label("Auxiliary pool").is_none());
}
