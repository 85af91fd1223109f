//! `album …` as the real binary.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::pictures;

fn program(cache: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_inception-lens"));
    command.arg("album").args(arguments).env("XDG_CACHE_HOME", cache).output().unwrap()
}

fn json(cache: &Path, arguments: &[&str]) -> Value {
    let output = program(cache, arguments);
    assert_eq!(
        (String::from_utf8_lossy(&output.stderr).as_ref(), output.status.code()),
        ("", Some(0)),
        "{arguments:?}"
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// In the order of the alphabet.
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn an_album_is_indexed_reported_exported_and_forgotten() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..12);
    std::fs::write(folder.path().join("cat/bad.jpg"), "no photo").unwrap();
    let (path, cache) = (folder.path().to_str().unwrap(), cache.path());
    let out = |name: &str| {
        folder.path().join("..").join(format!("{}-{name}", folder.path().file_name().unwrap().to_string_lossy()))
    };

    let found = json(cache, &["index", path, "--json"]);
    assert_eq!(keys(&found), ["indexed", "photos", "unreadable"]);
    assert_eq!((found["photos"].as_u64(), found["indexed"].as_u64()), (Some(12), Some(12)));
    assert_eq!(found["unreadable"][0]["path"], "cat/bad.jpg");

    let report = json(cache, &["report", path, "--json"]);
    assert_eq!(keys(&report), ["confusion", "heads", "known", "labels", "neighbours", "photos", "unreadable"]);
    assert_eq!((report["photos"].as_u64(), report["known"].as_u64()), (Some(12), Some(6)));
    for head in ["main", "aux1", "aux2"] {
        assert_eq!(keys(&report["heads"][head]), ["ece", "top1", "top5"]);
    }
    let rows = report["confusion"].as_array().unwrap();
    assert_eq!(rows.len(), report["labels"].as_array().unwrap().len());
    let total: u64 = rows.iter().flat_map(|row| row.as_array().unwrap()).map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(total, 6);
    assert_eq!(keys(&report["neighbours"]), ["avgpool", "inception3b", "inception4a", "inception4d", "pixels"]);

    let sheet = out("sheet.png");
    let examples =
        json(cache, &["examples", "inception4d:40", "--folder", path, "--json", "--out", sheet.to_str().unwrap()]);
    let examples = examples["examples"].as_array().unwrap();
    assert_eq!(examples.len(), 9);
    assert_eq!(keys(&examples[0]), ["cell", "label", "path", "value"]);
    assert!(examples.is_sorted_by(|a, b| a["value"].as_f64() >= b["value"].as_f64()));
    let picture = image::open(&sheet).unwrap();
    assert_eq!((picture.width(), picture.height()), (736, 832));

    let (npy, beside) = (out("means.npy"), out("means.json"));
    assert!(program(cache, &["export", path, "--layer", "avgpool", "--out", npy.to_str().unwrap()]).status.success());
    let bytes = std::fs::read(&npy).unwrap();
    assert!(String::from_utf8_lossy(&bytes[..128]).contains("(12, 1024, )"));
    let rows: Value = serde_json::from_slice(&std::fs::read(&beside).unwrap()).unwrap();
    assert_eq!(rows["paths"].as_array().unwrap().len(), 12);
    assert_eq!((&rows["paths"][0], &rows["labels"][0]), (&"03.png".into(), &Value::Null));

    let csv = out("report.csv");
    assert!(program(cache, &["report", path, "--out", csv.to_str().unwrap()]).status.success());
    let text = std::fs::read_to_string(&csv).unwrap();
    assert!(text.starts_with("label,known,photos,right,precision,recall,f1,"), "{text}");
    assert!(text.contains("\ncat,true,3,") && text.contains("\nthing,false,3,"), "{text}");

    let forgotten = |text: &str| {
        let output = program(cache, &["forget", path]);
        assert_eq!((String::from_utf8_lossy(&output.stdout).as_ref(), output.status.code()), (text, Some(0)));
    };
    forgotten("Forgotten.\n");
    forgotten("Nothing was kept of it.\n");
    for file in [sheet, npy, beside, csv] {
        std::fs::remove_file(file).unwrap();
    }
}

#[test]
fn what_is_wrong_is_one_line() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let path = folder.path().to_str().unwrap();
    let wrong = |arguments: &[&str], code: i32| {
        let output = program(cache.path(), arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let none = wrong(&["index", path], 1);
    assert!(none.starts_with(&format!("{path}: No photos are in this folder")) && none.lines().count() == 1, "{none}");
    pictures::write(folder.path(), [0]);
    let layer = wrong(&["examples", "norm1:0", "--folder", path], 1);
    assert!(layer.starts_with("An album keeps no channels of \"norm1\""), "{layer}");
    assert!(wrong(&["examples", "conv1", "--folder", path], 2).contains("expected a layer and a channel"));
    wrong(&["forget"], 2);
    wrong(&["forget", path, "--all"], 2);
    let out = folder.path().join("nowhere/sheet.png");
    assert!(
        wrong(&["examples", "conv1:0", "--folder", path, "--out", out.to_str().unwrap()], 1)
            .contains("could not be written")
    );
}
