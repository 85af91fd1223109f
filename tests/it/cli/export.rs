//! `export`: the numbers of a view, and where they come from.

use serde_json::Value;

use super::{program, stderr};

fn export(view: &str, file: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join(file);
    let out_text = out.to_str().unwrap();
    let output = program(&["export", "assets/samples/cat.png", "--view", view, "--out", out_text]);
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
    std::fs::read(out).unwrap()
}

#[test]
fn a_module_as_json_has_both_kinds_and_its_provenance() {
    let value: Value = serde_json::from_slice(&export("module:4a", "a.json")).unwrap();
    assert_eq!(value["provenance"]["topology"], "batch-norm");
    let rows = value["rows"].as_array().unwrap();
    let sum = |kind: &str| -> u64 {
        let rows = rows.iter().filter(|row| row["modules"] == kind);
        rows.map(|row| row["macs"].as_u64().unwrap()).sum()
    };
    // googlenet-facts, 4a: 73.6 and 307.1 MMACs.
    assert_eq!(sum("reduced"), 73_608_192);
    assert_eq!((sum("naive") as f64 / 1e5).round(), 3071.0);
    assert!(rows.iter().all(|row| row["ms"].as_f64().unwrap() > 0.0));
}

#[test]
fn a_layer_as_csv_has_every_cell() {
    let text = String::from_utf8(export("layer:inception5b", "a.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["channel", "row", "column", "value"]);
    assert_eq!(reader.records().count(), 1024 * 49);
    assert!(text.starts_with("channel,row,column,value\n"), "spreadsheets read the first line as names");
}

#[test]
fn a_table_has_its_provenance_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("c.csv");
    let arguments = ["export", "assets/samples/cat.png", "--view", "classifiers:pooling", "--out"];
    let output = program(&[&arguments[..], &[out.to_str().unwrap()]].concat());
    assert_eq!((stderr(&output).as_str(), output.status.code()), ("", Some(0)));
    let beside = std::fs::read(folder.path().join("c.provenance.json")).unwrap();
    let beside: Value = serde_json::from_slice(&beside).unwrap();
    let inside: Value = serde_json::from_slice(&export("classifiers:pooling", "c.json")).unwrap();
    assert_eq!(beside, inside["provenance"]);
    assert!(beside["software"].as_str().unwrap().starts_with("inception-lens "));
    assert_eq!(beside["image"], "assets/samples/cat.png");
}

/// A folder of that name stands where the provenance would go.
#[test]
fn where_only_one_file_has_room_the_table_goes_alone_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("c.provenance.json")).unwrap();
    let out = folder.path().join("c.csv");
    let arguments = ["export", "assets/samples/cat.png", "--view", "cost:lineage", "--out"];
    let output = program(&[&arguments[..], &[out.to_str().unwrap()]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("c.csv: This place takes one file only"), "{}", stderr(&output));
    assert!(std::fs::read_to_string(out).unwrap().starts_with("network,year,depth,"));
}

#[cfg(unix)]
#[test]
fn a_pipe_gets_the_table_alone() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("c.csv");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).unwrap()
    });
    let arguments = ["export", "assets/samples/cat.png", "--view", "cost:lineage", "--out"];
    let output = program(&[&arguments[..], &[pipe.to_str().unwrap()]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("This place takes one file only"), "{}", stderr(&output));
    assert!(reader.join().unwrap().starts_with("network,year,depth,"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_view_as_png_has_two_pixels_a_point() {
    let png = export("network", "a.png");
    let picture = image::load_from_memory(&png).unwrap();
    assert_eq!((picture.width(), picture.height()), (2880, 1800));
    assert!(png.windows(14).any(|window| window == b"weights_sha256"));
}

#[test]
fn an_unknown_ending_is_refused_before_anything_runs() {
    let output = program(&["export", "assets/samples/cat.png", "--view", "network", "--out", "a.docx"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "a.docx: this ending says no format; end the name in .png, .svg, .csv, .json, .npy or .html.\n"
    );
}

fn rows(view: &str, more: &[&str]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.json");
    let base = ["export", "assets/samples/cat.png", "--view", view, "--out"];
    let output = program(&[&base[..], &[out.to_str().unwrap()], more].concat());
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
    let value: Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
    value["rows"].as_array().unwrap().clone()
}

#[test]
fn the_channels_of_average_pooling_sum_to_the_logit() {
    let channels = rows("classifiers:pooling", &["--class", "dog"]);
    assert_eq!(channels.len(), 1024);
    let sum: f64 = channels.iter().map(|row| row["product"].as_f64().unwrap()).sum();
    let heads = rows("classifiers:heads", &[]);
    let is_dog = |row: &&Value| row["head"] == "main" && row["label"] == "dog";
    let logit = heads.iter().find(is_dog).unwrap()["logit"].as_f64().unwrap();
    let evidence = super::json(&[
        "evidence",
        "assets/samples/cat.png",
        "--class",
        "dog",
        "--json",
        "--out",
        tempfile::tempdir().unwrap().path().join("a.png").to_str().unwrap(),
    ]);
    assert!((sum + evidence["bias"].as_f64().unwrap() - logit).abs() < 1e-4);
    // Every head ranks every class once, and its losses are -ln p.
    assert_eq!(heads.len(), 3 * crate::defaults::classes());
    for row in heads {
        let loss = row["loss"].as_f64().unwrap();
        let expected = -row["probability"].as_f64().unwrap().ln();
        assert!((loss - expected).abs() < 1e-3 * expected.max(1.0), "{row}");
    }
}

#[test]
fn lineage_and_two_photos_have_their_tables() {
    // torchvision's counts, quoted in googlenet-facts; Network in Network as counted in PyTorch.
    let lineage = rows("cost:lineage", &[]);
    let params: Vec<u64> =
        lineage.iter().filter(|row| row["hypothetical"] == false).map(|row| row["params"].as_u64().unwrap()).collect();
    assert_eq!(params, [61_100_840, 7_595_176, 138_357_544, 6_998_552, 25_557_032]);
    let alike = rows("network", &["--compare", "assets/samples/cat.png"]);
    assert!(alike.iter().all(|row| (row["cosine"].as_f64().unwrap() - 1.0).abs() < 1e-9));
    let apart = rows("layer:fc", &["--compare", "assets/samples/flower.jpg"]);
    let difference = |row: &Value| {
        let number = |key: &str| row[key].as_f64().unwrap();
        (number("value") - number("second") - number("difference")).abs()
    };
    assert!(apart.len() == crate::defaults::classes() && apart.iter().all(|row| difference(row) < 1e-5));
}

#[test]
fn exported_gradients_cover_all_three_kinds_of_weights() {
    let points = rows("classifiers:gradients", &["--true-label", "cat"]);
    assert_eq!(points.len(), 3 * 12);
    assert!(points.iter().all(|row| row["norm_main_loss"].as_f64().unwrap() > 0.0));
    // Nothing gets through a channel that is off: the first convolution is told something else.
    let off = rows("classifiers:gradients", &["--true-label", "cat", "--off", "conv2:5"]);
    assert!(off.len() == points.len() && off[0]["norm_main_loss"] != points[0]["norm_main_loss"]);
}

#[test]
fn measured_costs_say_how_often_they_were_measured() {
    let modules = rows("cost:modules", &[]);
    assert_eq!(modules.len(), 4 * 9 * 4);
    for row in &modules {
        // Only modules that have weights run.
        let runs = row["modules"] == "reduced" || row["modules"] == "naive";
        assert_eq!(row["ms"].is_null(), !runs, "{row}");
        assert_eq!(row["runs"].is_null(), !runs, "{row}");
    }
    let layers = rows("cost:roofline", &[]);
    let convolution = layers.iter().find(|row| row["layer"] == "conv3").unwrap();
    let number = |key: &str| convolution[key].as_f64().unwrap();
    let achieved = 2.0 * number("macs") / number("ms") / 1e6;
    assert!((achieved / number("gflops") - 1.0).abs() < 1e-9);
    assert!(number("roof_gflops") > 0.0 && number("runs") == 5.0);
}
