//! The dependency rule of `src/lib.rs`, read off the sources.

use std::path::{Path, PathBuf};

fn sources_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![sources_folder().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// (module, words that must not appear in it outside comments)
#[test]
fn nobody_uses_what_lies_above_it() {
    let rules: [(&str, &[&str]); 14] = [
        ("spec", &["use crate::", "candle"]),
        ("imaging", &["use crate::", "candle", "egui"]),
        ("wire", &["use crate::", "candle", "egui"]),
        ("weights", &["crate::model", "crate::analysis", "crate::engine", "crate::app", "crate::ui", "egui"]),
        (
            "fetch",
            &[
                "crate::spec",
                "crate::imaging",
                "crate::weights::W",
                "crate::model",
                "crate::analysis",
                "crate::engine",
                "crate::app",
                "crate::ui",
                "candle",
                "egui",
            ],
        ),
        ("model", &["crate::analysis", "crate::engine", "crate::app", "crate::ui", "egui"]),
        ("analysis", &["crate::weights", "crate::engine", "crate::app", "crate::ui", "egui"]),
        ("album", &["crate::app", "crate::ui", "crate::cli", "egui", "candle"]),
        ("teach", &["crate::app", "crate::ui", "crate::cli", "egui", "candle"]),
        ("visualize", &["crate::analysis", "crate::engine", "crate::app", "crate::ui", "crate::cli", "egui", "candle"]),
        ("engine", &["crate::app", "crate::ui", "egui", "candle", "std::path"]),
        ("export", &["crate::app", "crate::ui", "crate::cli", "candle", "std::fs"]),
        ("state", &["crate::app", "crate::ui", "crate::cli", "egui", "candle"]),
        ("ui", &["candle", "std::thread", "std::fs", "crate::app", "crate::model", "crate::fetch", "ureq"]),
    ];
    for (module, forbidden) in rules {
        for (path, text) in sources(module) {
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for word in forbidden {
                    assert!(!code.contains(word), "{}:{}: {word}", path.display(), number + 1);
                }
            }
        }
    }
}

/// `platform/` is the one folder that knows where we run; `cli` and `fetch` are of the desktop alone, `page` is of a browser.
#[test]
fn only_platform_knows_where_we_run() {
    let of_a_system = [
        "std::fs",
        "std::thread",
        "fs::",
        "File::open",
        "File::create",
        "thread::spawn",
        "Instant",
        "SystemTime",
        "web_time",
        ".is_file()",
        ".exists()",
        "canonicalize",
        "process::",
        "rfd",
        "directories::",
        "ureq",
        "arboard",
        "x11_clipboard",
        "pollster",
        "winit",
        "run_native",
        "sys_locale",
        "env_logger",
        "indicatif",
        "clap::",
        "url::Url",
        "notify::",
        "linuxvideo",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
    ];
    let exempt = ["platform", "cli", "page", "fetch", "main.rs"].map(|name| sources_folder().join(name));
    for (path, text) in sources("") {
        if exempt.iter().any(|exempt| path.starts_with(exempt)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            for word in of_a_system {
                assert!(!names(code, word), "{}:{}: {word}", path.display(), number + 1);
            }
        }
    }
}

/// Whether a piece of code holds a word that does not begin inside another one.
fn names(code: &str, word: &str) -> bool {
    let is_inside = |start: usize| code[..start].ends_with(|before: char| before.is_alphanumeric() || before == '_');
    code.match_indices(word).any(|(start, _)| !is_inside(start))
}

/// Another value may lie where an old one lay: what is kept is kept with its `Arc`, or under an id.
#[test]
fn nothing_is_remembered_by_its_address() {
    for module in ["ui", "app", "engine", "analysis"] {
        for (path, text) in sources(module) {
            for word in ["as_ptr(", "ptr::from_ref(", "ptr::addr"] {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

/// Everything that the compiler does not check stands in one folder.
#[test]
fn unsafe_code_is_in_the_kernels_alone() {
    let kernels = sources_folder().join("model/kernels");
    for (path, text) in sources("") {
        for (number, line) in text.lines().enumerate().filter(|_| !path.starts_with(&kernels)) {
            let code = line.split("//").next().unwrap_or_default();
            for word in ["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern", "unsafe_code"] {
                assert!(!code.contains(word), "{}:{}: {word}", path.display(), number + 1);
            }
        }
    }
}

/// Most points and rectangles that a file of a view makes of numbers.
const MOST_COORDINATES: usize = 4;

/// Panels are laid out by `ui/kit`; the network's map is drawn to scale.
#[test]
fn panels_say_what_stands_where_and_not_at_which_coordinates() {
    for (path, text) in sources("ui/views") {
        if path.starts_with(sources_folder().join("ui/views/network")) {
            continue;
        }
        let of_numbers = |line: &&str| {
            let code = line.split("//").next().unwrap_or_default();
            code.contains("pos2(") || code.contains("Rect::from_")
        };
        let count = text.lines().filter(of_numbers).count();
        assert!(count <= MOST_COORDINATES, "{} has {count} lines of coordinates", path.display());
    }
}
