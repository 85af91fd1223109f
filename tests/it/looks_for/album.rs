//! What the album has of a channel: patches, spectrum, usefulness, rank; with a small folder of photos.

use std::path::PathBuf;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::{AlbumCommand, App, Command, Examples, LARGEST_PATCH, Options, TileKind};
use inception_lens::spec::INPUT_SIDE;

use super::pane;
use crate::app::{open, sample, settle};

/// Two folders of samples.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (label, name) in [("cat", "cat.png"), ("flower", "flower.jpg"), ("dog", "cat-and-dog.jpg")] {
        let inside = folder.path().join(label);
        std::fs::create_dir_all(&inside).unwrap();
        std::fs::copy(sample(name).unwrap(), inside.join(name)).unwrap();
    }
    folder
}

fn with_album(options: Options, folder: PathBuf) -> Harness<'static, App> {
    let mut harness = open(options);
    harness.state_mut().apply(Command::Album(AlbumCommand::OpenFolder(folder)), 0.0);
    settle(&mut harness);
    settle(&mut harness);
    harness
}

fn examples(harness: &Harness<'static, App>) -> Examples {
    harness.state().state().looks_for.examples.as_deref().unwrap().clone()
}

#[test]
fn without_an_album_one_can_be_chosen() {
    let harness = open(pane("inception3a.branch3.1"));
    harness.get_by_label("Built-in album");
    harness.get_by_label("Choose an album…");
}

/// Values, cells, order, rank and answers are those of the network on each photo.
#[test]
fn patches_are_the_strongest_photos_cut_to_what_a_cell_sees() {
    let folder = folder();
    let mut harness = with_album(pane("inception3a.branch3.1"), folder.path().to_owned());
    let found = examples(&harness);
    assert_eq!((found.strongest.len(), found.spectrum.len(), found.photos), (3, 3, 3));
    assert!(found.strongest.windows(2).all(|pair| pair[0].value >= pair[1].value));
    assert!(found.spectrum.windows(2).all(|pair| pair[0].value <= pair[1].value));
    let state = harness.state().state();
    let own = state.report().unwrap().activation("inception3a.branch3.1").unwrap().statistics[3].max;
    let cat = found.strongest.iter().find(|example| example.label.as_deref() == Some("cat")).unwrap();
    assert!((cat.value - own).abs() <= own * 1e-3, "{} {own}", cat.value);
    assert_eq!(cat.answer, Some(state.report().unwrap().main().best()));
    let field = state.selected_layer().unwrap().receptive_field;
    assert!(field.size <= LARGEST_PATCH);
    for example in &found.strongest {
        let patch = example.patch.as_ref().unwrap();
        assert!(patch.width() as usize <= field.size && patch.height() as usize <= field.size);
        // Inside the photo it is all that the cell sees.
        let pixels = field.pixels(example.cell[1]);
        if pixels.start >= 0 && pixels.end <= INPUT_SIDE as i64 {
            assert_eq!(patch.width() as usize, field.size);
        }
    }
    let best = found.strongest[0].label.clone().unwrap();
    harness.get_by_label_contains(&format!("Photo 1: {best}"));
    let rank = found.rank(own);
    harness.get_by_label_contains(&format!("All 3 album photos, strongest cell of each: this photo {own:.1}"));
    harness.get_by_label_contains(&format!("rank {rank} of 4"));
    // The largest text: the labels, strongest first.
    let labels = harness.state().state().looks_for.strongest_labels().join(", ");
    harness.get_by_label(&labels);
    harness.get_by_label("Spectrum").click();
    settle(&mut harness);
    harness.get_by_label("Weakest, middle, strongest");
}

#[test]
fn a_patch_opens_its_photo_with_the_cell_selected() {
    let folder = folder();
    let mut harness = with_album(pane("inception3a.branch3.1"), folder.path().to_owned());
    let found = examples(&harness);
    let flower = found.strongest.iter().position(|example| example.label.as_deref() == Some("flower")).unwrap();
    let name = format!("Photo {}: flower", flower + 1);
    harness.get_by_label_contains(&name).click();
    settle(&mut harness);
    let state = harness.state().state();
    assert!(state.shown().unwrap().photo.name.contains("flower"), "{}", state.shown().unwrap().photo.name);
    let cell = found.strongest[flower].cell;
    assert_eq!(state.selection.cell, Some((cell[0], cell[1])));
}

#[test]
fn in_5b_there_are_the_photos_where_the_channel_is_most_useful() {
    let folder = folder();
    let harness = with_album(pane("inception5b"), folder.path().to_owned());
    let found = examples(&harness);
    assert_eq!(found.useful.len(), 3);
    assert!(found.useful.windows(2).all(|pair| pair[0].value >= pair[1].value));
    // w x mean of its map, on the photo that is open.
    let state = harness.state().state();
    let report = state.report().unwrap();
    let cat = found.useful.iter().find(|example| example.label.as_deref() == Some("cat")).unwrap();
    let pooled = report.activation("avgpool").unwrap().values()[3];
    let mean = report.activation("inception5b").unwrap().statistics[3].mean;
    assert!((pooled - mean).abs() <= 1e-4 * mean.max(1.0));
    let kernels = inception_lens::analysis::Kernels::of(&state.loaded().unwrap().model, "fc").unwrap();
    let class = state.class().unwrap();
    let weight = kernels.kernel(class, 3)[0];
    assert!(
        (cat.value - weight * mean).abs() <= 2e-3 * (weight * mean).abs().max(0.01),
        "{} {}",
        cat.value,
        weight * mean
    );
}

#[test]
fn tiles_show_patches_until_their_pictures_are_ready() {
    let folder = folder();
    let mut harness = with_album(pane("inception3a.branch3.1"), folder.path().to_owned());
    harness.get_by_label("Patches").click();
    settle(&mut harness);
    let looks_for = &harness.state().state().looks_for;
    assert_eq!(looks_for.tiles, TileKind::Patch);
    let visible = looks_for.atlas.visible().to_vec();
    assert!(visible.iter().all(|&channel| looks_for.atlas.patch(channel).is_some()));
}
