//! What the album has of a channel: patches, spectrum, usefulness, rank; with a small folder of photos.

use std::path::PathBuf;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::Kernels;
use inception_lens::analysis::contribution::Contributions;
use inception_lens::analysis::heatmaps::Question;
use inception_lens::app::App;
use inception_lens::model::Run;
use inception_lens::spec::{Head, INPUT_SIDE};
use inception_lens::state::{AlbumCommand, Basis, Command, Examples, LARGEST_PATCH, Options, TileKind, Useful};

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

/// What a click on *Useful* finds.
fn useful(harness: &mut Harness<'static, App>) -> Useful {
    harness.get_by_label("Useful").click();
    settle(harness);
    harness.state().state().looks_for.useful.as_deref().unwrap().clone()
}

/// Before 5b: what the channel adds on the photo that is open is what the contribution of the layer says.
#[test]
fn before_5b_photos_are_asked_one_by_one() {
    let folder = folder();
    let mut harness = with_album(pane("inception4d"), folder.path().to_owned());
    let state = harness.state().state();
    let network = state.loaded().unwrap();
    let trace = network.trace(&state.shown().unwrap().photo.prepared, Run::new()).unwrap();
    let question = Question { head: Head::Main, class: state.class().unwrap(), minus: None };
    let all = Contributions::of(&network.model, &trace, question).unwrap();
    let channels = &all.layer("inception4d").unwrap().channels;
    let most = (0..channels.len()).max_by(|&a, &b| channels[a].total_cmp(&channels[b])).unwrap();
    let wanted = channels[most];
    harness.state_mut().apply(Command::SelectChannel(Some(most)), 0.0);
    settle(&mut harness);
    let found = useful(&mut harness);
    assert_eq!(found.basis, Basis::FirstOrder { done: 3, of: 3 });
    harness.get_by_label_contains("activation × gradient, on the 3 photos");
    let cat = found.examples.iter().find(|example| example.label.as_deref() == Some("cat")).unwrap();
    assert!((f64::from(cat.value) - wanted).abs() <= 1e-3 * wanted, "{} {wanted}", cat.value);
    // Another layer has photos of its own, and nothing is asked any more once other photos are wanted.
    harness.state_mut().apply(Command::SelectLayer("inception4e".to_owned()), 0.0);
    settle(&mut harness);
    assert_eq!(harness.state().state().looks_for.useful.as_ref().unwrap().of.0, "inception4e");
    harness.get_by_label("Strongest").click();
    settle(&mut harness);
    harness.get_by_label("Strongest in the album");
}

#[test]
fn in_5b_there_are_the_photos_where_the_channel_is_most_useful() {
    let folder = folder();
    let mut harness = with_album(pane("inception5b"), folder.path().to_owned());
    // w x mean of its map, on the photo that is open.
    let state = harness.state().state();
    let kernels = Kernels::of(&state.loaded().unwrap().model, "fc").unwrap();
    let (class, report) = (state.class().unwrap(), state.report().unwrap());
    let means = report.activation("avgpool").unwrap().values().to_vec();
    let added = |channel: usize| kernels.kernel(class, channel)[0] * means[channel];
    let most = (0..means.len()).max_by(|&a, &b| added(a).total_cmp(&added(b))).unwrap();
    let wanted = added(most);
    harness.state_mut().apply(Command::SelectChannel(Some(most)), 0.0);
    settle(&mut harness);
    let found = useful(&mut harness);
    assert_eq!(found.basis, Basis::Exact);
    harness.get_by_label_contains("weight × mean of its map, on every photo");
    assert!(found.examples.iter().all(|example| example.value > 0.0 && example.patch.is_some()));
    assert!(found.examples.windows(2).all(|pair| pair[0].value >= pair[1].value));
    let cat = found.examples.iter().find(|example| example.label.as_deref() == Some("cat")).unwrap();
    assert!((cat.value - wanted).abs() <= 2e-3 * wanted, "{} {wanted}", cat.value);
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
