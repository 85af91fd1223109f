//! `heatmaps`: the files of one method, and what it refuses.  (All of them take half a minute; `study` tests their table.)

use crate::cli::{program, stderr};

const CAT: &str = "assets/samples/cat.png";

#[test]
fn one_method_gives_its_raw_map() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let run = |arguments: &[&str], out: &str| {
        let all: Vec<&str> = ["heatmaps", CAT, "--out", out].into_iter().chain(arguments.iter().copied()).collect();
        let output = program(&all);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    for (method, shape) in [("gradient", "(224, 224, )"), ("grad-cam", "(7, 7, )"), ("evidence", "(7, 7, )")] {
        let out = path("map.npy");
        run(&["--method", method, "--class", "cat"], &out);
        let bytes = std::fs::read(out).unwrap();
        let header = String::from_utf8_lossy(&bytes[..128]).into_owned();
        assert!(header.contains(shape), "{method}: {header}");
    }
    let out = path("map.json");
    let text =
        run(&["--method", "grad-cam", "--at", "4d", "--class", "CAT", "--minus", "dog", "--box", "0,0,112,224"], &out);
    assert!(text.starts_with("cat and not dog: grad-cam, 14 x 14, strongest at pixel "), "{text}");
    assert!(text.contains(" % in the box; 2 passes"), "{text}");
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
    assert_eq!((&json["class"], &json["method"]), (&"cat".into(), &"grad-cam".into()));
    assert_eq!(json["map"].as_array().unwrap().len(), 14);
    assert_eq!(json["provenance"]["grad_cam_at"], "inception4d");
    let out = path("cascade.json");
    let text = run(&["--method", "guided-backpropagation", "--cascade"], &out);
    assert!(text.contains("random from the logits down to, agreement\n  fc "), "{text}");
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
    let steps = json["cascade"].as_array().unwrap();
    assert_eq!((steps.len(), &steps[12]["part"]), (13, &"conv1".into()));
    assert!(steps.iter().all(|step| step["agreement"].is_number()));
    let out = path("map.csv");
    run(&["--method", "guided-backpropagation", "--low-pass", "--head", "aux2"], &out);
    let csv = std::fs::read_to_string(out).unwrap();
    assert_eq!(csv.lines().count(), 1 + 224 * 224);
    let beside = std::fs::read_to_string(path("map.provenance.json")).unwrap();
    assert!(beside.contains("\"low_pass_cycles\": \"15\"") && beside.contains("\"head\": \"aux2\""));
    for (method, side) in [("gradient-x-input", 896), ("evidence", 896)] {
        let out = path("map.png");
        run(&["--method", method, "--off", "inception4a.branch3"], &out);
        assert_eq!(image::open(out).unwrap().width(), side);
    }
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("never.json");
    let out = out.to_str().unwrap();
    for (arguments, code, words) in [
        (&["--class", "unicorn"][..], 1, "No class is called \"unicorn\""),
        (&["--method", "evidence", "--head", "aux1"], 1, "Class evidence is exact for the main head alone"),
        (&["--method", "grad-cam", "--head", "aux1", "--at", "5b"], 1, "The head aux1 does not depend on inception5b"),
        (&["--class", "cat", "--minus", "cat"], 1, "A class minus itself is nothing"),
        (&["--out", "never.txt"], 1, "end the name in .png, .csv, .json or .npy"),
        (&["--out", "/nowhere/never.json"], 1, "could not be written"),
        (&["--method", "lime"], 2, "[possible values: evidence, occlusion, grad-cam, gradient,"),
        (&["--at", "6a"], 2, "no module is called \"6a\"; modules: 3a 3b"),
        (&["--box", "1,2,3"], 2, "expected left, top, width and height in pixels"),
        (&["--box", "224,0,5,5"], 2, "this box lies outside the 224x224 pixels"),
        (&["--low-pass=0"], 2, "expected a number above 0"),
    ] {
        let mut all = vec!["heatmaps", CAT];
        if !arguments.contains(&"--out") {
            all.extend(["--out", out]);
        }
        all.extend(arguments);
        let output = program(&all);
        let error = stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {error}");
        assert!(error.contains(words), "{arguments:?}: {error}");
        assert!(code == 2 || error.lines().count() == 1, "{error}");
    }
    assert!(!std::path::Path::new(out).exists());
}
