//! `weights list` and `weights check`, and labels beside any weights.

use std::path::Path;

use inception_lens::spec::Topology;

use super::{json, keys, program, stderr, stdout};
use crate::synthetic::File;
use crate::torch_file::Checkpoint;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn check_says_what_a_file_is() {
    let folder = tempfile::tempdir().unwrap();
    // The content counts, not the name.
    let path = folder.path().join("student.safetensors");
    let file = File::of(Topology::TORCHVISION, 3, [true, false]);
    std::fs::write(&path, Checkpoint::of(&file.tensors).legacy().0).unwrap();
    std::fs::write(folder.path().join("student.labels.txt"), "고양이\ndog\r\nowl\n").unwrap();
    let result = json(&["weights", "check", text(&path), "--transform-input", "--json"]);
    assert_eq!(result["ok"], true);
    assert_eq!(result["format"], "PyTorch");
    assert_eq!(result["topology"], "torchvision");
    assert_eq!(result["norm"], "batch normalisation");
    assert_eq!((&result["branch3_kernel"], &result["pool4_kernel"]), (&3.into(), &2.into()));
    assert_eq!((&result["lrn"], &result["transform_input"]), (&false.into(), &true.into()));
    assert_eq!(result["classes"], 3);
    assert_eq!(result["labels"], serde_json::json!(["고양이", "dog", "owl"]));
    assert_eq!(result["heads"], serde_json::json!(["aux1"]));
    assert_eq!(result["sha256"].as_str().unwrap().len(), 64);
    let lines = stdout(&["weights", "check", text(&path)]);
    for line in [
        "student.safetensors: fits GoogLeNet\n",
        "  format         PyTorch\n",
        "  topology       torchvision: batch normalisation, no LRN, third branch 3x3, pool 4 2x2\n",
        "  classes        3: 고양이, dog, owl\n",
        "  heads          aux1\n",
        "say --transform-input.\n",
    ] {
        assert!(lines.contains(line), "{line:?} is not in {lines}");
    }
}

/// Before: LRN and BGR without a word, and no option to correct it.
#[test]
fn check_lists_what_shapes_cannot_tell_with_evidence_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tutorial.pth");
    let file = File::of(Topology::PAPER, 3, [false, false]);
    std::fs::write(&path, Checkpoint::of(&file.tensors).zip().0).unwrap();
    let result = json(&["weights", "check", text(&path), "--json"]);
    assert_eq!(result["lrn"], false);
    assert_eq!(
        result["preprocessing"],
        "short side 256, centre crop 224, RGB 0-1, mean [0.5, 0.5, 0.5], std [0.5, 0.5, 0.5], bilinear"
    );
    let guesses = result["guesses"].as_array().unwrap();
    let words: Vec<_> = guesses.iter().map(|guess| guess["fact"].as_str().unwrap()).collect();
    let all = "lrn pool4 order input_range mean std transform_input short_side fit resample";
    assert_eq!(words.join(" "), all, "no epsilon without batch normalisation");
    let order = &guesses[2];
    assert_eq!(
        *order,
        serde_json::json!({
            "fact": "order", "value": "rgb", "guessed": true, "matters": true,
            "evidence": "torchvision's names with 5x5 kernels and biases, so as in tutorials",
            "would_change": "red and blue change places", "option": "--order bgr",
        })
    );
    let lines = stdout(&["weights", "check", text(&path)]);
    for line in [
        "  lrn              off          guessed, and it matters: torchvision's names with 5x5 kernels and biases, so as in tutorials; otherwise say --lrn on: every number after pool 1 changes\n",
        "  fit              crop         guessed: ",
    ] {
        assert!(lines.contains(line), "{line:?} is not in {lines}");
    }
    let said = [
        "weights",
        "check",
        text(&path),
        "--json",
        "--order",
        "bgr",
        "--input-range",
        "255",
        "--mean",
        "104,117,123",
        "--std",
        "1,1,1",
        "--short-side",
        "256",
        "--fit",
        "squeezed",
        "--resample",
        "bilinear",
        "--lrn",
        "on",
        "--pool4",
        "3",
    ];
    let result = json(&said);
    assert_eq!(
        result["preprocessing"],
        "squeezed to 256x256, centre crop 224, BGR 0-255, mean [104.0, 117.0, 123.0], std [1.0, 1.0, 1.0], bilinear"
    );
    assert_eq!((&result["lrn"], &result["topology"]), (&true.into(), &"paper".into()));
    for guess in result["guesses"].as_array().unwrap() {
        let is_said = guess["fact"] != "transform_input";
        assert_eq!(guess["evidence"] == "it was said", is_said, "{guess}");
        assert_eq!(guess["matters"], false);
    }
}

/// Wherever weights options stand, and with the weights inside the program too.
#[test]
fn photos_are_prepared_as_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.safetensors");
    let run = |more: &[&str]| {
        let arguments = [&["activations", "assets/samples/cat.png", "--out", text(&out)], more].concat();
        stdout(&arguments);
        let bytes = std::fs::read(&out).unwrap();
        let (_, header) = safetensors::SafeTensors::read_metadata(&bytes).unwrap();
        header.metadata().clone().unwrap()["preprocessing"].clone()
    };
    let default =
        "short side 232, centre crop 224, RGB 0-1, mean [0.485, 0.456, 0.406], std [0.229, 0.224, 0.225], bicubic";
    assert_eq!(run(&[]), default);
    assert_eq!(
        run(&["--order", "bgr", "--fit", "borders", "--resample", "bilinear"]),
        "whole between borders, 224x224, BGR 0-1, mean [0.406, 0.456, 0.485], std [0.225, 0.224, 0.229], bilinear"
    );
    for (option, value) in [
        ("--order", "gbr"),
        ("--input-range", "128"),
        ("--mean", "1,2"),
        ("--std", "1,0,1"),
        ("--short-side", "223"),
        ("--fit", "whole"),
        ("--resample", "nearest"),
        ("--lrn", "maybe"),
        ("--pool4", "4"),
        ("--bn-epsilon", "0"),
    ] {
        let output = program(&["classify", "assets/samples/cat.png", option, value]);
        assert_eq!(output.status.code(), Some(2), "{option} {value}");
    }
    let layers = json(&["inspect", "--topology", "paper", "--lrn", "off", "--json"]);
    let names = layers["layers"].as_array().unwrap();
    assert!(names.iter().all(|layer| layer["name"] != "norm1"));
}

#[test]
fn check_lists_every_problem() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("student.pth");
    let mut file = File::of(Topology::PAPER, 2, [false, false]);
    file.tensors.remove("conv2.conv.bias");
    for index in 0..8 {
        file.insert(&format!("extra.{index}"), &[1], &[0.0]);
    }
    std::fs::write(&path, Checkpoint::of(&file.tensors).zip().0).unwrap();
    let output = program(&["weights", "check", text(&path)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let error = stderr(&output);
    let lines: Vec<&str> = error.lines().collect();
    assert_eq!(lines.len(), 1 + 9, "{error}");
    assert!(
        lines[0].ends_with(
            "student.pth: The weights do not fit GoogLeNet, 9 problems; choose a file made for this network."
        )
    );
    assert_eq!(lines[1], "  conv2.conv.bias [64] is missing");
    assert_eq!(lines[9], "  extra.7 [1] does not belong to GoogLeNet");
    let output = program(&["weights", "check", text(&path), "--json"]);
    assert_eq!((output.status.code(), stderr(&output)), (Some(1), String::new()));
    let result: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&result["ok"], &result["format"]), (&false.into(), &"PyTorch".into()));
    assert_eq!(result["problems"].as_array().unwrap().len(), 9);
    assert!(result["error"].as_str().unwrap().contains("; and 4 more."));
}

#[test]
fn list_names_the_default_the_found_and_the_public() {
    let folder = tempfile::tempdir().unwrap();
    let user = folder.path().join("inception-lens/weights");
    std::fs::create_dir_all(&user).unwrap();
    let file = File::of(Topology::PAPER, 2, [false, false]);
    let saved = Checkpoint::of(&file.tensors).zip().0;
    std::fs::write(user.join("student.bin"), &saved).unwrap();
    std::fs::write(user.join("student.labels.txt"), "cat\ndog\n").unwrap();
    std::fs::write(user.join("other.pth.part"), &saved).unwrap();
    let list = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_inception-lens"))
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("XDG_DATA_HOME", folder.path())
            .output()
            .unwrap();
        assert_eq!(stderr(&output), "");
        String::from_utf8(output.stdout).unwrap()
    };
    let result: serde_json::Value = serde_json::from_str(&list(&["weights", "list", "--json"])).unwrap();
    assert_eq!(keys(&result), ["default", "found", "public"]);
    assert_eq!(result["default"]["name"], crate::defaults::name());
    let version = stdout(&["--version"]);
    assert!(version.contains(result["default"]["sha256"].as_str().unwrap()));
    let found = result["found"].as_array().unwrap();
    assert_eq!(found[0]["path"], "weights/default.safetensors");
    let public = result["public"].as_array().unwrap();
    let prepared = |index: usize| public[index]["preprocessing"].as_str().unwrap();
    assert!(prepared(0).starts_with("squeezed to 256x256, centre crop 224, BGR 0-255"));
    assert!(prepared(1).ends_with("transform_input, bilinear"));
    assert!(prepared(2).starts_with("squeezed to 224x224, centre crop 224, BGR 0-255"));
    let names: Vec<_> = public.iter().map(|file| file["key"].as_str().unwrap()).collect();
    assert_eq!(names, ["caffe", "torchvision", "onnx"]);
    // Other systems keep the user's data elsewhere.
    if cfg!(target_os = "linux") {
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[1]["path"], text(&user.join("student.bin")));
        assert_eq!(found[1]["format"], "PyTorch");
        assert_eq!(found[1]["bytes"], saved.len());
    }
    let lines = list(&["weights", "list"]);
    assert!(lines.starts_with(&format!("Inside the program\n  {}  topology batch-norm", crate::defaults::name())));
    assert!(lines.contains("  caffe        BVLC GoogLeNet"), "{lines}");
}

#[test]
fn labels_come_from_a_file_given_before_the_weights_before_a_file_beside() {
    let folder = tempfile::tempdir().unwrap();
    let [with, without, given] =
        ["with.safetensors", "without.safetensors", "given.txt"].map(|name| folder.path().join(name));
    let file = File::of(Topology::PAPER, 2, [false, false]);
    std::fs::write(&without, file.bytes()).unwrap();
    std::fs::write(&with, file.describe("labels", r#"["own 0", "own 1"]"#).bytes()).unwrap();
    std::fs::write(&given, "\u{feff}given 0\ngiven 1\n\n").unwrap();
    let labels = |path: &Path, more: &[&str]| {
        let arguments = [&["weights", "check", text(path), "--json"], more].concat();
        json(&arguments)["labels"][0].as_str().unwrap().to_owned()
    };
    assert_eq!(labels(&without, &[]), "class 0");
    for name in ["with.labels.txt", "without.labels.txt"] {
        std::fs::write(folder.path().join(name), "beside 0\nbeside 1\n").unwrap();
    }
    assert_eq!(labels(&without, &[]), "beside 0");
    assert_eq!(labels(&with, &[]), "own 0");
    assert_eq!(labels(&with, &["--labels", text(&given)]), "given 0");
    assert_eq!(labels(&without, &["--labels", text(&given)]), "given 0");
}

#[test]
fn labels_that_cannot_be_used_get_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let weights = folder.path().join("student.safetensors");
    std::fs::write(&weights, File::of(Topology::PAPER, 2, [false, false]).bytes()).unwrap();
    let given = folder.path().join("given.txt");
    let start = format!("{}: The file of labels given with --labels cannot be used", text(&weights));
    let end = "give it 2 lines of UTF-8 text, one label a line.\n";
    for (labels, cause) in [
        (&b"one\n"[..], "it has 1 lines"),
        (b"one\ntwo\nthree", "it has 3 lines"),
        (b"one\n\ntwo", "it has 3 lines"),
        (b" \ntwo", "line 1 is empty"),
        (b"one\n\xff", "it is not UTF-8"),
    ] {
        std::fs::write(&given, labels).unwrap();
        let arguments = ["classify", "assets/samples/cat.png", "--weights", text(&weights), "--labels", text(&given)];
        let output = program(&arguments);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(stderr(&output), format!("{start} ({cause}); {end}"));
    }
    std::fs::remove_file(&given).unwrap();
    let output = program(&["weights", "check", text(&weights), "--labels", text(&given)]);
    let expected = format!("{}: There is no such file; check its name and folder.\n", text(&given));
    assert_eq!(stderr(&output), expected);
    std::fs::write(folder.path().join("student.labels.txt"), "one").unwrap();
    let output = program(&["weights", "check", text(&weights)]);
    let error = stderr(&output);
    assert!(error.contains("The file of labels beside the weights cannot be used (it has 1 lines)"));
}
