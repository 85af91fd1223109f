//! `evidence`: the equation, the picture, the numbers.

use std::path::Path;

use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::imaging::Fit;
use inception_lens::model::Run;

use super::{json, program, stderr, stdout};

#[test]
fn evidence_and_bias_make_the_logit_of_every_class() {
    let network = LoadedNetwork::load_default().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/cat.png");
    let photo = decode_photo(&std::fs::read(sample).unwrap()).unwrap();
    let (_, report) = network.run(&network.prepare(&photo, Fit::Crop), Run::new()).unwrap();
    for class in 0..network.labels.len() {
        let evidence = report.evidence(class).unwrap();
        assert_eq!((evidence.map.len(), evidence.side), (49, 7));
        let sum = evidence.mean() + f64::from(evidence.bias);
        assert!((sum - f64::from(evidence.logit)).abs() <= 1e-4, "{class}: {sum} {}", evidence.logit);
    }
    assert!(report.evidence(network.labels.len()).is_none());
}

#[test]
fn evidence_is_drawn_and_printed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("evidence.png");
    let base = ["evidence", "assets/samples/cat.png", "--out", out.to_str().unwrap()];
    let result = json(&[&base[..], &["--class", "CAT", "--json"]].concat());
    assert_eq!(result["class"], "cat");
    let number = |key: &str| result[key].as_f64().unwrap();
    let sum = number("mean_evidence") + number("bias");
    assert!((sum - number("logit")).abs() <= 1e-4, "{result}");
    let cells: Vec<f64> = result["map"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| row.as_array().unwrap().iter().map(|cell| cell.as_f64().unwrap()))
        .collect();
    assert_eq!(cells.len(), 49);
    let mean = cells.iter().sum::<f64>() / 49.0;
    assert!((mean - number("mean_evidence")).abs() <= 1e-5);

    let bytes = std::fs::read(&out).unwrap();
    let picture = image::load_from_memory(&bytes).unwrap().into_rgb8();
    assert_eq!(picture.dimensions(), (896, 984));
    let sha256 = result["weights_sha256"].as_str().unwrap();
    let text = format!("tEXtweights_sha256\0{sha256}");
    assert!(bytes.windows(text.len()).any(|window| window == text.as_bytes()), "the file says where it comes from");
    // The strongest cell is for "cat", so its square is more orange than grey.
    let strongest = (0..49).max_by(|&a, &b| cells[a].total_cmp(&cells[b])).unwrap() as u32;
    let pixel = picture.get_pixel(strongest % 7 * 128 + 64, strongest / 7 * 128 + 64);
    assert!(pixel[0] > pixel[2] + 40, "{pixel:?}");

    let by_index = stdout(&[&base[..], &["--class", "5"]].concat());
    let fifth = &crate::defaults::labels()[5];
    assert!(by_index.starts_with(&format!("{fifth}: logit ")), "{by_index}");
    assert!(stdout(&base).starts_with("cat: logit "), "the most probable class");
    let output = program(&[&base[..], &["--class", "unicorn"]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("No class is called \"unicorn\"; this network knows: airplane, "));
}

#[test]
fn one_class_against_another_is_the_difference_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("cells.csv");
    let evidence = |class: &[&str]| {
        let base = ["evidence", "assets/samples/cat.png", "--json", "--out"];
        json(&[&base[..], &[out.to_str().unwrap()], class].concat())
    };
    let (cat, dog) = (evidence(&["--class", "cat"]), evidence(&["--class", "dog"]));
    let both = evidence(&["--class", "cat", "--minus", "dog"]);
    assert_eq!((&both["class"], &both["minus"]), (&"cat".into(), &"dog".into()));
    for key in ["logit", "bias", "mean_evidence"] {
        let number = |value: &serde_json::Value| value[key].as_f64().unwrap();
        let expected = number(&cat) - number(&dog);
        assert!((number(&both) - expected).abs() < 1e-4, "{key}");
    }
    // The file written last: 49 shares that make, with the bias, the lead in logits.
    let text = std::fs::read_to_string(&out).unwrap();
    let beside = std::fs::read_to_string(folder.path().join("cells.provenance.json")).unwrap();
    assert!(beside.contains("\"minus\": \"dog\""));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let shares = reader.records().map(|row| row.unwrap()[3].parse::<f64>());
    let shares: Vec<f64> = shares.map(Result::unwrap).collect();
    assert_eq!(shares.len(), 49);
    let sum = shares.iter().sum::<f64>() + both["bias"].as_f64().unwrap();
    assert!((sum - both["logit"].as_f64().unwrap()).abs() < 1e-4);
}
