//! What the arguments alone can get wrong, and `--version`.

use super::{program, stderr, stdout};

#[test]
fn usage_errors_end_with_2_and_name_what_is_valid() {
    for (arguments, words) in [
        (&["classify"][..], "required arguments were not provided"),
        (&["classify", "a.png", "--top", "0"], "expected a whole number from 1"),
        (&["inspect", "--topology", "vgg"], "[possible values: paper, batch-norm, torchvision]"),
        (&["inspect", "--modules", "big"], "[possible values: reduced, naive, naive-stacked, factorised]"),
        (&["--modules", "naive-stacked"], "[possible values: reduced, naive, factorised]"),
        (
            &["--view", "nowhere"],
            "views: network, network:contribution, network:edit, network:occlusion, network:keys, module:4a, module:4a:contribution,",
        ),
        (&["--view", "module:4f"], "modules: 3a 3b 4a 4b 4c 4d 4e 5a 5b"),
        (&["--view", "layer:conv9"], "layers: input conv1 maxpool1 norm1 conv2"),
        (&["--view", "layer:conv9"], "inception5b; each of these with .branch1 .branch2.0"),
        (&["--view", "tour:0"], "a stop of the tour is a number from 1"),
        (&["--screenshot", "a.png", "--size", "large"], "expected a size like 1440x900"),
        (&["--screenshot", "a.png", "--scale", "nan"], "expected a number from 0.5 to 4"),
        (&["activations", "--out", "a.safetensors"], "required arguments were not provided"),
    ] {
        let output = program(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn version_names_the_weights() {
    let text = stdout(&["--version"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], concat!("inception-lens ", env!("CARGO_PKG_VERSION")));
    let hash = lines[1].strip_prefix(&format!("weights {} sha256 ", crate::defaults::name())).unwrap();
    assert_eq!(hash.len(), 64);
    assert!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
}

/// A display that does not answer: winit's error names a line of its source code.
#[cfg(target_os = "linux")]
#[test]
fn a_dead_display_is_said_without_a_path_of_source_code() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .arg("assets/samples/cat.png")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("DISPLAY", ":4095")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.starts_with("No window can be opened ("), "{said}");
    assert!(!said.contains(".rs") && !said.contains("registry"), "{said}");
}
