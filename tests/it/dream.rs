//! DeepDream.

use std::cell::Cell;
use std::path::Path;

use image::imageops::FilterType;
use image::{Rgb, RgbImage};
use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{GoogLeNet, Muted, Objective, Run};
use inception_lens::visualize::dream::resize::resize;
use inception_lens::visualize::dream::{Dream, DreamRecipe, Sweep, contact_sheet};

use crate::cli::{program, stderr};

fn network() -> LoadedNetwork {
    LoadedNetwork::load_default().unwrap()
}

/// A photo of bands.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([(x % 200) as u8, (y % 170) as u8, ((x + y) / 3 % 250) as u8]))
}

fn short(layer: &str) -> DreamRecipe {
    DreamRecipe { octaves: 2, steps: 2, ..DreamRecipe::of(layer, None) }
}

fn finished(muted: Muted, photo: &RgbImage, recipe: DreamRecipe) -> Dream {
    let mut dream = Dream::begin(network().subject(), muted, photo, recipe).unwrap();
    while !dream.is_finished() {
        dream.step(&|| false).unwrap();
    }
    dream
}

/// Mean of the squares of a layer on a picture.
fn energy(network: &LoadedNetwork, picture: &RgbImage, layer: &str) -> f64 {
    let objective = Objective::Energy { name: layer.to_owned(), before_relu: false };
    let affine = inception_lens::engine::pipeline::affine(&network.topology.preprocessing);
    let values = inception_lens::imaging::to_tensor(picture, &affine);
    let (width, height) = picture.dimensions();
    let input = GoogLeNet::input_of_size(values, height as usize, width as usize).unwrap();
    let run = Run::new().only(network.model.needs(&objective).unwrap());
    let trace = network.model.forward(&input, run).unwrap();
    network.model.objective(&trace, &objective).unwrap()
}

#[test]
fn octaves_are_1_4_apart_and_as_many_as_the_network_can_run() {
    let sizes = |width, height, octaves| {
        let recipe = DreamRecipe { octaves, ..DreamRecipe::of("conv3", None) };
        let begun = Dream::begin(network().subject(), Muted::new(), &photo(width, height), recipe);
        begun.map(|dream| dream.octaves().to_vec()).map_err(|error| error.to_string())
    };
    assert_eq!(sizes(451, 300, 4).unwrap(), [[164, 109], [230, 153], [322, 214], [451, 300]]);
    assert_eq!(sizes(451, 300, 8).unwrap().len(), 4);
    assert_eq!(sizes(451, 300, 1).unwrap(), [[451, 300]]);
    assert_eq!(sizes(1280, 960, 2).unwrap(), [[457, 343], [640, 480]]);
    assert_eq!(sizes(60, 48, 1).unwrap(), [[120, 96]]);
    for (width, height) in [(700, 50), (10, 2000), (1, 1000)] {
        let error = sizes(width, height, 4).unwrap_err();
        assert!(error.starts_with(&format!("This photo is {width} pixels wide and {height} high")), "{error}");
    }
}

#[test]
fn a_dream_raises_what_its_layer_finds_and_repeats_exactly() {
    let network = network();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/cat.png");
    let photo = image::open(path).unwrap().resize_exact(200, 150, FilterType::Triangle).to_rgb8();
    for layer in ["conv3", "inception3b", "inception4c"] {
        let dream = finished(Muted::new(), &photo, short(layer));
        assert_eq!(dream.picture().dimensions(), photo.dimensions());
        let (before, after) = (energy(&network, &photo, layer), energy(&network, &dream.picture(), layer));
        assert!(after > 1.2 * before, "{layer}: {before} became {after}");
        assert_eq!(finished(Muted::new(), &photo, short(layer)).picture(), dream.picture());
    }
    let strong = DreamRecipe { strength: 3.0, ..short("inception3b") };
    let strong = energy(&network, &finished(Muted::new(), &photo, strong).picture(), "inception3b");
    let usual = energy(&network, &finished(Muted::new(), &photo, short("inception3b")).picture(), "inception3b");
    assert!(strong > usual, "{strong} {usual}");
}

#[test]
fn it_is_seen_growing_and_can_be_cancelled_and_resumed() {
    let photo = photo(150, 140);
    let begin = || Dream::begin(network().subject(), Muted::new(), &photo, short("inception3a")).unwrap();
    let mut dream = begin();
    let mut seen = Vec::new();
    while !dream.is_finished() {
        let before = dream.picture();
        let asked = Cell::new(0);
        let error = dream.step(&|| asked.replace(asked.get() + 1) >= 3).unwrap_err();
        assert!(error.is_cancelled());
        assert_eq!(dream.picture(), before);
        dream.step(&|| false).unwrap();
        let now = dream.progress();
        seen.push((now.octave, now.step, dream.picture().dimensions()));
    }
    // The end of an octave is the beginning of the next.
    assert_eq!(seen, [(1, 1, (107, 100)), (2, 0, (150, 140)), (2, 1, (150, 140)), (2, 2, (150, 140))]);
    assert_eq!((dream.progress().octaves, dream.progress().steps), (2, 2));
    assert_eq!(dream.picture(), finished(Muted::new(), &photo, short("inception3a")).picture());
    let end = dream.picture();
    dream.step(&|| false).unwrap();
    assert_eq!(dream.picture(), end);
}

#[test]
fn without_steps_it_is_the_photo() {
    let photo = photo(150, 140);
    let dream = finished(Muted::new(), &photo, DreamRecipe { steps: 0, ..short("inception3a") });
    assert_eq!(dream.picture(), photo);
}

#[test]
fn what_is_muted_is_not_dreamt_of() {
    let photo = photo(120, 120);
    let whole = finished(Muted::new(), &photo, short("inception3b")).picture();
    let some: Muted = [("inception3a".to_owned(), (0..100).collect())].into();
    assert_ne!(finished(some, &photo, short("inception3b")).picture(), whole);
    // Behind the layer it changes nothing.
    let behind: Muted = [("inception4a".to_owned(), (0..100).collect())].into();
    assert_eq!(finished(behind, &photo, short("inception3b")).picture(), whole);
    // Where all is muted nothing is found, and nothing changes.
    let all: Muted = [("inception3a".to_owned(), (0..256).collect())].into();
    let nothing = finished(all, &photo, DreamRecipe { octaves: 1, ..short("inception3a") });
    assert_eq!(nothing.picture(), photo);
}

#[test]
fn what_cannot_dream_is_said() {
    let words = |layer: &str, channel| {
        let recipe = DreamRecipe { channel, ..short(layer) };
        Dream::begin(network().subject(), Muted::new(), &photo(120, 120), recipe).map(drop).unwrap_err().to_string()
    };
    for layer in ["input", "avgpool", "fc"] {
        assert!(words(layer, None).starts_with(&format!("{layer} holds no maps")), "{layer}");
    }
    assert!(words("inception3a", Some(256)).contains("there is no channel 256"));
    assert!(words("inception9", None).contains("no activation named \"inception9\""));
}

#[test]
fn a_sweep_changes_one_setting() {
    let base = DreamRecipe::of("inception4c", Some(3));
    let layers = Sweep::Layer.recipes(&base);
    assert_eq!(layers.len(), 10);
    assert!(layers.iter().all(|recipe| recipe.channel.is_none() && recipe.octaves == base.octaves));
    let strengths = Sweep::Strength.recipes(&base);
    assert_eq!(strengths.iter().filter(|recipe| **recipe == base).count(), 1);
    assert!(strengths.is_sorted_by(|a, b| a.strength < b.strength));
    assert_eq!(Sweep::Octaves.recipes(&base)[2], DreamRecipe { octaves: 3, ..base });
    let colors = [[9; 3], [80; 3], [200; 3]].map(Rgb);
    let pictures = colors.map(|color| RgbImage::from_pixel(5, 4, color));
    let sheet = contact_sheet(&pictures, 2, 3);
    assert_eq!(sheet.dimensions(), (13, 11));
    assert_eq!([(0, 0), (8, 0), (4, 10)].map(|(x, y)| sheet[(x, y)]), colors);
    assert_eq!([(5, 0), (0, 4), (12, 10)].map(|(x, y)| sheet[(x, y)]), [Rgb([0; 3]); 3]);
    assert_eq!(contact_sheet(&pictures[..1], 7, 3), pictures[0]);
}

#[test]
fn numbers_at_another_size_keep_their_mean() {
    let plane: Vec<f32> = (0..20 * 12).map(|index| (index % 20) as f32 - 10.0).collect();
    assert_eq!(resize(&plane, [20, 12], [20, 12]), plane);
    for to in [[40, 24], [10, 6], [13, 31]] {
        let resized = resize(&plane, [20, 12], to);
        assert_eq!(resized.len(), to[0] * to[1]);
        let mean = resized.iter().sum::<f32>() / resized.len() as f32;
        assert!((mean + 0.5).abs() < 0.05, "{to:?}: {mean}");
        // A slope stays one.
        let middle = to[1] / 2 * to[0] + to[0] / 2;
        let slope = resized[middle + 1] - resized[middle];
        let wanted = 20.0 / to[0] as f32;
        assert!((slope - wanted).abs() < 0.05 * wanted, "{to:?}: {slope} instead of {wanted}");
    }
}

#[test]
fn the_command_writes_the_dream_and_refuses_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (image, out) = (path("photo.png"), path("out.png"));
    photo(120, 110).save(&image).unwrap();
    let common = ["dream", &image, "--layer", "inception3b:5", "--octaves", "1", "--steps", "2"];
    let output = program(&[&common[..], &["--strength", "2", "--off", "inception3a.branch2", "--out", &out]].concat());
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
    let muted: Muted = [("inception3a.branch2.1".to_owned(), (0..128).collect())].into();
    let recipe = DreamRecipe { octaves: 1, steps: 2, strength: 2.0, ..DreamRecipe::of("inception3b", Some(5)) };
    let dream = finished(muted, &photo(120, 110), recipe);
    assert_eq!(image::open(&out).unwrap().to_rgb8(), dream.picture());
    let file = std::io::BufReader::new(std::fs::File::open(&out).unwrap());
    let reader = png::Decoder::new(file).read_info().unwrap();
    let texts = &reader.info().uncompressed_latin1_text;
    let text = |key: &str| texts.iter().find(|text| text.keyword == key).map(|text| &*text.text);
    for (key, wanted) in [
        ("of", "inception3b:5"),
        ("octaves", "1"),
        ("steps", "2"),
        ("strength", "2"),
        ("size", "120x110"),
        ("source", "photo.png"),
        ("off", "inception3a.branch2"),
    ] {
        assert_eq!(text(key), Some(wanted));
    }

    let swept = program(&["dream", &image, "--layer", "conv3", "--steps", "1", "--sweep", "strength", "--out", &out]);
    assert_eq!(swept.status.code(), Some(0), "{}", stderr(&swept));
    assert_eq!(image::open(&out).unwrap().to_rgb8().dimensions(), (5 * 120 + 4 * 8, 110));

    let none = path("none.jpg");
    for (arguments, code, wanted) in [
        (vec!["dream", &none, "--layer", "conv3", "--out", &out], 1, "There is no such file"),
        (vec!["dream", &image, "--layer", "avgpool", "--out", &out], 1, "avgpool holds no maps"),
        (vec!["dream", &image, "--layer", "conv3:64000", "--out", &out], 1, "there is no channel 64000"),
        (vec!["dream", &image, "--layer", "conv3", "--out", &image], 1, "is what was opened, so it is not overwritten"),
        (vec!["dream", &image, "--layer", "conv9", "--out", &out], 2, "no layer is called \"conv9\""),
        (vec!["dream", &image, "--layer", "conv3", "--strength", "0", "--out", &out], 2, "0.01 to 100"),
        (vec!["dream", &image, "--layer", "conv3", "--octaves", "9", "--out", &out], 2, "9"),
    ] {
        let output = program(&arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(wanted), "{arguments:?}: {}", stderr(&output));
    }
    assert!(Path::new(&image).exists());
}
