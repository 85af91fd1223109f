//! The real binary: what it prints, what it writes, how it ends.

use std::path::Path;
use std::process::{Command, Output};

use inception_lens::analysis::prediction::softmax;
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::imaging::Fit;
use inception_lens::model::Run;
use inception_lens::spec::{Modules, Network, Topology};
use safetensors::SafeTensors;
use serde_json::Value;

use crate::golden::{golden, golden_input};
use crate::synthetic::File;

/// Runs the program in the repository's folder.
pub fn program(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// Standard output of a run that must succeed without a word on stderr.
fn stdout(arguments: &[&str]) -> String {
    let output = program(arguments);
    assert_eq!(stderr(&output), "", "{arguments:?}");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(arguments)).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn classify_says_cat_and_flower_for_people() {
    let text = stdout(&[
        "classify",
        "assets/samples/cat.png",
        "assets/samples/flower.jpg",
        "--top",
        "1",
    ]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 10, "{text}");
    assert!(
        lines[0].starts_with("assets/samples/cat.png  (forward pass "),
        "{text}"
    );
    assert_eq!(lines[1], "  head  class  probability  logit");
    for (line, start) in lines[2..5]
        .iter()
        .zip(["  main  cat", "  aux1  cat", "  aux2  cat"])
    {
        assert!(line.starts_with(start), "{text}");
    }
    assert!(lines[7].starts_with("  main  flower"), "{text}");
}

#[test]
fn classify_json_goes_on_after_a_bad_image() {
    let images = [
        "assets/samples/cat.png",
        "Cargo.toml",
        "nowhere.png",
        "assets/samples/flower.jpg",
    ];
    let output = program(&[&["classify", "--json", "--top", "15"], &images[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    let errors = stderr(&output);
    assert_eq!(
        errors.lines().collect::<Vec<_>>(),
        [
            "Cargo.toml: This file is not a picture Inception Lens can read; choose a PNG, JPEG, WebP, GIF, BMP or TIFF file.",
            "nowhere.png: There is no such file; check its name and folder.",
        ]
    );
    let entries: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    for (entry, image) in entries.iter().zip(images) {
        assert_eq!(entry["image"], image);
    }
    assert_eq!(keys(&entries[1]), ["error", "image"]);
    assert!(errors.contains(entries[2]["error"].as_str().unwrap()));
    for (entry, label) in [(&entries[0], "cat"), (&entries[3], "flower")] {
        assert_eq!(keys(entry), ["forward_ms", "heads", "image"]);
        assert!(entry["forward_ms"].as_f64().unwrap() > 0.0);
        assert_eq!(keys(&entry["heads"]), ["aux1", "aux2", "main"]);
        assert_eq!(entry["heads"]["main"][0]["label"], label);
        for head in ["main", "aux1", "aux2"] {
            let classes = entry["heads"][head].as_array().unwrap();
            assert_eq!(classes.len(), 15);
            assert_eq!(
                keys(&classes[0]),
                ["index", "label", "logit", "probability"]
            );
            let sum: f64 = classes
                .iter()
                .map(|class| class["probability"].as_f64().unwrap())
                .sum();
            assert!((sum - 1.0).abs() < 1e-5, "{head}: {sum}");
            assert!(classes.is_sorted_by(|a, b| a["logit"].as_f64() >= b["logit"].as_f64()));
        }
    }
}

#[test]
fn from_the_photo_itself_as_pytorch_within_two_percent() {
    for (photo, file, label) in [
        ("cat", "cat.png", "cat"),
        ("flower", "flower.jpg", "flower"),
    ] {
        let entries = json(&["classify", &format!("assets/samples/{file}"), "--json"]);
        for (head, layer) in [("main", "fc"), ("aux1", "aux1.fc2"), ("aux2", "aux2.fc2")] {
            let best = &entries[0]["heads"][head][0];
            let golden = softmax(&golden()[photo][layer].values);
            let index = best["index"].as_u64().unwrap() as usize;
            let most = golden.iter().copied().fold(0.0, f32::max);
            assert_eq!(golden[index], most, "{photo} {head}: another class");
            assert_eq!(best["label"], label);
            let probability = best["probability"].as_f64().unwrap();
            assert!(
                (probability - f64::from(most)).abs() <= 0.02,
                "{photo} {head}: {probability} {most}"
            );
        }
    }
}

#[test]
fn inspect_lists_the_spec_for_every_topology_and_kind_of_module() {
    for word in Topology::PRESETS {
        for (kind, modules) in [
            ("reduced", Modules::Reduced),
            ("naive", Modules::Naive),
            ("naive-stacked", Modules::NaiveStacked),
        ] {
            let result = json(&["inspect", "--topology", word, "--modules", kind, "--json"]);
            let network =
                Network::build(Topology::preset(word).unwrap(), 1000, modules, [true, true]);
            assert_eq!(
                (&result["topology"], &result["classes"]),
                (&word.into(), &1000.into())
            );
            let totals = network.totals();
            assert_eq!(result["totals"]["params"], totals.params, "{word} {kind}");
            assert_eq!(result["totals"]["macs"], totals.macs);
            assert_eq!(result["totals"]["params_with_aux"], totals.params_with_aux);
            assert_eq!(result["totals"]["macs_with_aux"], totals.macs_with_aux);
            let layers = result["layers"].as_array().unwrap();
            assert_eq!(layers.len(), network.layers.len());
            for (row, layer) in layers.iter().zip(&network.layers) {
                assert_eq!(
                    (&row["name"], &row["op"]),
                    (&layer.name.as_str().into(), &layer.op.word().into())
                );
                assert_eq!(
                    (&row["input"], &row["output"]),
                    (&layer.input.dims().into(), &layer.output.dims().into())
                );
                assert_eq!(
                    (&row["params"], &row["macs"]),
                    (&layer.params.into(), &layer.macs.into())
                );
                assert_eq!(row["receptive_field"], layer.receptive_field.size);
            }
        }
    }
}

#[test]
fn inspect_without_arguments_describes_the_weights_inside() {
    let result = json(&["inspect", "--json"]);
    // The model card: weights/README.md.
    assert_eq!(
        (&result["topology"], &result["classes"]),
        (&"batch-norm".into(), &15.into())
    );
    assert_eq!(result["totals"]["params"], 5_996_207);
    assert_eq!(result["totals"]["params_with_aux"], 10_356_941);
    let text = stdout(&["inspect"]);
    assert!(
        text.contains("Topology batch-norm, 15 classes, modules with 1x1 reductions"),
        "{text}"
    );
    assert!(
        text.contains("  5,996,207 parameters, 1,581,663,232 MACs"),
        "{text}"
    );
    assert!(
        text.lines().any(|line| line.split_whitespace().eq([
            "inception3a.branch3.1",
            "conv",
            "16x28x28",
            "32x28x28",
            "12,864",
            "10,035,200",
            "59"
        ])),
        "{text}"
    );
}

/// The tensors of a file by name.
fn read_tensor(file: &SafeTensors<'_>, name: &str) -> Vec<f32> {
    let data = file.tensor(name).unwrap().data().to_vec();
    data.chunks_exact(4)
        .map(|word| f32::from_le_bytes(word.try_into().unwrap()))
        .collect()
}

#[test]
fn activations_from_the_golden_input_equal_pytorch() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("cat.safetensors");
    let input = "tests/fixtures/golden/cat-input.safetensors";
    let text = stdout(&[
        "activations",
        "ignored.png",
        "--input",
        input,
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(text.contains(": 90 activations, 24.2 MB"), "{text}");
    let bytes = std::fs::read(out).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let network = Network::new(Topology::BATCH_NORM, 15);
    assert_eq!(file.len(), network.layers.len());
    for layer in &network.layers {
        assert_eq!(
            file.tensor(&layer.name).unwrap().shape(),
            layer.output.dims(),
            "{}",
            layer.name
        );
    }
    assert!(
        read_tensor(&file, "input") == golden_input("cat"),
        "conv1 receives the input as it is"
    );
    for head in ["fc", "aux1.fc2", "aux2.fc2"] {
        for (found, wanted) in read_tensor(&file, head)
            .iter()
            .zip(&golden()["cat"][head].values)
        {
            assert!((found - wanted).abs() <= 1e-3, "{head}: {found} {wanted}");
        }
    }
    let (_, header) = SafeTensors::read_metadata(&bytes).unwrap();
    let metadata = header.metadata().as_ref().unwrap();
    assert_eq!(metadata["topology"], "batch-norm");
    assert!(stdout(&["--version"]).contains(&metadata["weights_sha256"]));
    assert!(metadata["software"].starts_with("inception-lens "));
    assert!(
        metadata["preprocessing"]
            .starts_with("short side 232, centre crop 224, RGB 0-1, mean [0.485, 0.456, 0.406]")
    );
}

#[test]
fn activations_refuse_other_tensors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("input.safetensors");
    let mut wrong_shape = File::default();
    wrong_shape.insert("input", &[3, 2], &[0.0; 6]);
    let mut not_finite = File::default();
    not_finite.insert("input", &[3, 224, 224], &vec![f32::NAN; 3 * 224 * 224]);
    let mut no_input = File::default();
    no_input.insert("output", &[1], &[0.0]);
    for (bytes, sentence) in [
        (
            wrong_shape.bytes(),
            "The tensor \"input\" is [3, 2] instead of [3, 224, 224]",
        ),
        (
            not_finite.bytes(),
            "holds values that are not finite numbers",
        ),
        (no_input.bytes(), "This file has no tensor named \"input\""),
        (
            b"text, not tensors".to_vec(),
            "This is no intact safetensors file (",
        ),
        (vec![], "This file is empty"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        let output = program(&[
            "activations",
            "--input",
            path.to_str().unwrap(),
            "--out",
            "never-written",
        ]);
        assert_eq!(output.status.code(), Some(1));
        let error = stderr(&output);
        assert!(
            error.starts_with(path.to_str().unwrap()) && error.contains(sentence),
            "{error}"
        );
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

#[test]
fn evidence_and_bias_make_the_logit_of_every_class() {
    let network = LoadedNetwork::load_default().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/cat.png");
    let photo = decode_photo(&std::fs::read(sample).unwrap()).unwrap();
    let (_, report) = network
        .run(&network.prepare(&photo, Fit::Crop), Run::new())
        .unwrap();
    for class in 0..network.labels.len() {
        let evidence = report.evidence(class).unwrap();
        assert_eq!((evidence.map.len(), evidence.side), (49, 7));
        let sum = evidence.mean() + f64::from(evidence.bias);
        assert!(
            (sum - f64::from(evidence.logit)).abs() <= 1e-4,
            "{class}: {sum} {}",
            evidence.logit
        );
    }
    assert!(report.evidence(network.labels.len()).is_none());
}

#[test]
fn evidence_is_drawn_and_printed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("evidence.png");
    let base = [
        "evidence",
        "assets/samples/cat.png",
        "--out",
        out.to_str().unwrap(),
    ];
    let result = json(&[&base[..], &["--class", "DOG", "--json"]].concat());
    assert_eq!(result["class"], "dog");
    let number = |key: &str| result[key].as_f64().unwrap();
    let sum = number("mean_evidence") + number("bias");
    assert!((sum - number("logit")).abs() <= 1e-4, "{result}");
    let cells: Vec<f64> = result["map"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| {
            row.as_array()
                .unwrap()
                .iter()
                .map(|cell| cell.as_f64().unwrap())
        })
        .collect();
    assert_eq!(cells.len(), 49);
    let mean = cells.iter().sum::<f64>() / 49.0;
    assert!((mean - number("mean_evidence")).abs() <= 1e-5);

    let bytes = std::fs::read(&out).unwrap();
    let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (896, 984));
    let sha256 = result["weights_sha256"].as_str().unwrap();
    let text = format!("tEXtweights_sha256\0{sha256}");
    assert!(
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes()),
        "the file says where it comes from"
    );
    // The strongest cell is for "dog", so its square is more orange than grey.
    let strongest = (0..49)
        .max_by(|&a, &b| cells[a].total_cmp(&cells[b]))
        .unwrap() as u32;
    let pixel = picture.get_pixel(strongest % 7 * 128 + 64, strongest / 7 * 128 + 64);
    assert!(pixel[0] > pixel[2] + 40, "{pixel:?}");

    let by_index = stdout(&[&base[..], &["--class", "5"]].concat());
    assert!(by_index.starts_with("dog: logit "), "{by_index}");
    assert!(
        stdout(&base).starts_with("cat: logit "),
        "the most probable class"
    );
    let output = program(&[&base[..], &["--class", "unicorn"]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output)
            .starts_with("No class is called \"unicorn\"; this network knows: airplane, ")
    );
}

#[test]
fn other_weights_bring_their_own_labels_and_heads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.safetensors");
    let file =
        File::of(Topology::TORCHVISION, 3, [false, false]).describe("topology", "torchvision");
    std::fs::write(&path, file.bytes()).unwrap();
    let output = program(&[
        "classify",
        "assets/samples/cat.png",
        "--weights",
        path.to_str().unwrap(),
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(0));
    let note = format!(
        "{}: These weights have no auxiliary heads.\n",
        path.display()
    );
    assert_eq!(stderr(&output), note);
    let entries: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(keys(&entries[0]["heads"]), ["main"]);
    assert_eq!(entries[0]["heads"]["main"].as_array().unwrap().len(), 3);
    let label = entries[0]["heads"]["main"][0]["label"].as_str().unwrap();
    assert!(label.starts_with("class "), "{label}");
}

#[test]
fn usage_errors_end_with_2_and_name_what_is_valid() {
    for (arguments, words) in [
        (&["classify"][..], "required arguments were not provided"),
        (
            &["classify", "a.png", "--top", "0"],
            "expected a whole number from 1",
        ),
        (
            &["inspect", "--topology", "vgg"],
            "[possible values: paper, batch-norm, torchvision]",
        ),
        (
            &["inspect", "--modules", "big"],
            "[possible values: reduced, naive, naive-stacked]",
        ),
        (
            &["--modules", "naive-stacked"],
            "[possible values: reduced, naive]",
        ),
        (
            &["--view", "nowhere"],
            "views: network, module:4a, layer:NAME, classifiers, cost, tour, tour:3",
        ),
        (
            &["--view", "module:4f"],
            "modules: 3a 3b 4a 4b 4c 4d 4e 5a 5b",
        ),
        (
            &["--view", "layer:conv9"],
            "layers: input conv1 maxpool1 norm1 conv2",
        ),
        (
            &["--view", "layer:conv9"],
            "inception5b; each of these with .branch1 .branch2.0",
        ),
        (
            &["--view", "tour:0"],
            "a stop of the tour is a number from 1",
        ),
        (
            &["--screenshot", "a.png", "--size", "large"],
            "expected a size like 1440x900",
        ),
        (
            &["--screenshot", "a.png", "--scale", "nan"],
            "expected a number from 0.5 to 4",
        ),
        (
            &["activations", "--out", "a.safetensors"],
            "required arguments were not provided",
        ),
    ] {
        let output = program(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            stderr(&output).contains(words),
            "{arguments:?}: {}",
            stderr(&output)
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn version_names_the_weights() {
    let text = stdout(&["--version"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        concat!("inception-lens ", env!("CARGO_PKG_VERSION"))
    );
    let hash = lines[1]
        .strip_prefix("weights classroom-15 sha256 ")
        .unwrap();
    assert_eq!(hash.len(), 64);
    assert!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
}
