//! `gradient`: the file it writes, the picture, and what it refuses.

use std::path::Path;

use inception_lens::model::{GoogLeNet, Objective, Over, Run};
use inception_lens::spec::INPUT_SIDE;
use safetensors::SafeTensors;

use crate::cli::{program, stderr};
use crate::golden::golden_input;
use crate::synthetic::{File, noise};

const INPUT: &str = "tests/fixtures/golden/cat-input.safetensors";

/// Runs `gradient` with the cat as a tensor; the program's words.
fn gradient(arguments: &[&str], out: &Path) -> String {
    let out = out.to_str().unwrap();
    let arguments: Vec<&str> = ["gradient", "--out", out].into_iter().chain(arguments.iter().copied()).collect();
    let output = program(&arguments);
    assert_eq!(stderr(&output), "", "{arguments:?}");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Shape and numbers of the tensor `gradient`.
fn tensor(path: &Path) -> (Vec<usize>, Vec<f32>) {
    let bytes = std::fs::read(path).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let tensor = file.tensor("gradient").unwrap();
    let words = tensor.data().chunks_exact(4);
    let values = words.map(|word| f32::from_le_bytes(word.try_into().unwrap()));
    (tensor.shape().to_vec(), values.collect())
}

#[test]
fn every_kind_of_objective_gives_what_the_network_gives() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.safetensors");
    let network = inception_lens::engine::LoadedNetwork::load_default().unwrap();
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let trace = network.model.forward(&input, Run::new()).unwrap();
    let cat = network.labels.iter().position(|label| label == "cat").unwrap();
    let logit = Objective::Logit { head: inception_lens::spec::Head::Main, class: cat };
    let channel =
        |before_relu| Objective::Channel { name: "inception4d".to_owned(), channel: 40, how: Over::Mean, before_relu };
    let energy = Objective::Energy { name: "inception4c".to_owned(), before_relu: false };
    let input_shape = [3, INPUT_SIDE, INPUT_SIDE];
    for (words, to, objective, shape) in [
        (&["main:CAT"][..], "input", logit.clone(), &input_shape[..]),
        (&["main:cat"], "avgpool", logit, &[1024]),
        (&["inception4d:40"], "inception3a", channel(false), &[256, 28, 28]),
        (&["inception4d:40", "--before-relu"], "input", channel(true), &input_shape),
        (&["inception4c"], "conv2", energy, &[64, 56, 56]),
    ] {
        let mut arguments = vec!["--input", INPUT, "--to", to, "--of"];
        arguments.extend(words);
        let text = gradient(&arguments, &out);
        assert!(text.contains(&format!("with respect to {to}, {shape:?}, largest ")), "{text}");
        let (found_shape, found) = tensor(&out);
        assert_eq!(found_shape, shape);
        assert!(found == network.model.gradient(&trace, &objective, to).unwrap().values);
    }
    let (_, header) = SafeTensors::read_metadata(&std::fs::read(out).unwrap()).unwrap();
    let metadata = header.metadata().as_ref().unwrap();
    assert_eq!(metadata["of"], "inception4c");
    assert_eq!(metadata["to"], "conv2");
    assert!(metadata["value"].parse::<f64>().unwrap() > 0.0);
}

#[test]
fn a_tensor_of_another_size_and_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut file = File::default();
    let values: Vec<f32> = (0..3 * 100 * 161).map(|index| noise(1, index)).collect();
    file.insert("input", &[3, 100, 161], &values);
    std::fs::write(path("input.safetensors"), file.bytes()).unwrap();
    let input = path("input.safetensors");
    let input = input.to_str().unwrap();
    let of = ["--input", input, "--of", "inception4d:40", "--before-relu", "--to"];
    gradient(&[&of[..], &["input"]].concat(), &path("out.safetensors"));
    assert_eq!(tensor(&path("out.safetensors")).0, [3, 100, 161]);
    gradient(&[&of[..], &["input"]].concat(), &path("pixels.png"));
    let picture = image::open(path("pixels.png")).unwrap().to_rgb8();
    assert_eq!(picture.dimensions(), (161, 100));
    // Grey is no influence; the strongest colour is at one of the ends.
    let strongest = picture.iter().map(|&value| value.abs_diff(128)).max().unwrap();
    assert_eq!(strongest, 127);
    gradient(&[&of[..], &["inception3a"]].concat(), &path("maps.png"));
    // 256 maps of 12 x 20 cells.
    let (width, height) = image::open(path("maps.png")).unwrap().to_rgb8().dimensions();
    assert!(width % 20 == 0 && height % 12 == 0 && width * height >= 256 * 12 * 20);
    let photo = ["assets/samples/cat.png", "--of", "main:0", "--to", "input"];
    gradient(&photo, &path("photo.png"));
    assert_eq!(image::open(path("photo.png")).unwrap().width(), 224);
}

/// Runs `gradient` on the cat unless another input is named; it must end with that code and say those words.
fn refuse(arguments: &[&str], code: i32, words: &str) {
    let mut all = vec!["gradient"];
    all.extend(arguments);
    if !arguments.contains(&"--input") {
        all.extend(["--input", INPUT]);
    }
    if !arguments.contains(&"--out") {
        all.extend(["--out", "never.safetensors"]);
    }
    let output = program(&all);
    let error = stderr(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
    assert!(error.contains(words), "{arguments:?}: {error}");
    assert!(output.stdout.is_empty());
    if code == 1 {
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

#[test]
fn words_without_a_meaning_are_a_usage_error() {
    for (arguments, words) in [
        (&["--of", "main", "--to", "input"][..], "after main comes a class: main:cat"),
        (&["--of", "main:", "--to", "input"], "after main comes a class"),
        (&["--of", "conv9:1", "--to", "input"], "no layer is called \"conv9\"; layers: input conv1"),
        (&["--of", "conv2:x", "--to", "input"], "after conv2: comes a channel, a whole number from 0"),
        (&["--of", "conv2:-1", "--to", "input"], "comes a channel"),
        (&["--of", "conv2:1", "--to", "pixels"], "no layer is called \"pixels\""),
    ] {
        refuse(arguments, 2, words);
    }
}

#[test]
fn what_does_not_go_with_this_network_or_input_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.safetensors");
    let mut small = File::default();
    small.insert("input", &[3, 90, 200], &vec![0.0; 3 * 90 * 200]);
    std::fs::write(&path, small.bytes()).unwrap();
    let mut other = File::default();
    other.insert("input", &[3, 100, 200], &vec![0.0; 3 * 100 * 200]);
    let flat = folder.path().join("flat.safetensors");
    std::fs::write(&flat, other.bytes()).unwrap();
    let (small, flat) = (path.to_str().unwrap(), flat.to_str().unwrap());
    for (arguments, words) in [
        (&["--of", "main:unicorn", "--to", "input"][..], "No class is called \"unicorn\""),
        (&["--of", "conv2:64", "--to", "input"], "conv2 has 64 channels, from 0; there is no channel 64."),
        (&["--of", "norm1:1", "--to", "input"], "no activation named \"norm1\""),
        (&["--of", "conv2:1", "--to", "conv3"], "does not depend on conv3"),
        (&["--of", "maxpool1:1", "--to", "input", "--before-relu"], "maxpool1 is not made by an activation function"),
        (&["--of", "main:0", "--to", "input", "--before-relu"], "leave --before-relu out"),
        (
            &["--of", "main:0", "--to", "input", "--input", small],
            "is [3, 90, 200] instead of [3, height, width] with sides from 96 to 640",
        ),
        (&["--of", "aux1:0", "--to", "input", "--input", flat], "needs an input of 224x224, not 200x100"),
        (&["--of", "main:0", "--to", "input", "--out", "never.txt"], "end the name in .safetensors or .png"),
        (&["--of", "main:0", "--to", "fc", "--out", "never.png"], "is a list of numbers and no picture"),
    ] {
        refuse(arguments, 1, words);
    }
}
