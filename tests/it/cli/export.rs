//! `export`: the numbers of a view, and where they come from.

use serde_json::Value;

use super::{program, stderr};

fn export(view: &str, file: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join(file);
    let out_text = out.to_str().unwrap();
    let output = program(&[
        "export",
        "assets/samples/cat.png",
        "--view",
        view,
        "--out",
        out_text,
    ]);
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
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    assert_eq!(
        reader.headers().unwrap(),
        vec!["channel", "row", "column", "value"]
    );
    assert_eq!(reader.records().count(), 1024 * 49);
    assert!(text.starts_with("# software: inception-lens "));
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
    let output = program(&[
        "export",
        "assets/samples/cat.png",
        "--view",
        "network",
        "--out",
        "a.docx",
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "a.docx: this ending says no format; end the name in .png, .csv or .json.\n"
    );
}
