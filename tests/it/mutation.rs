//! A hundred thousand damaged files for every parser: no panic, and no more memory than the limit.

use inception_lens::weights::{Weights, pytorch, safetensors};

use crate::mutate::{Seed, alone, survive};
use crate::synthetic::{File, values};
use crate::torch_file::Checkpoint;

/// Damaged files for each parser.
const COUNT: u64 = 100_000;

/// A few small tensors, some of them GoogLeNet's, and a description.
fn small() -> File {
    let mut file = File::default()
        .describe("topology", "paper")
        .describe("labels", r#"["cat", "dog"]"#)
        .describe("mean", "[1, 2, 3]");
    for (name, shape) in [
        ("conv1.conv.weight", &[2, 3, 2, 2][..]),
        ("conv1.bn.running_var", &[4]),
        ("inception3a.branch3.1.conv.weight", &[2, 1, 5, 5]),
        ("fc.weight", &[2, 3]),
        ("fc.bias", &[2]),
    ] {
        file.insert(name, shape, &values(name, shape));
    }
    file
}

/// Reads a file by the parser alone, and as the whole program would.
fn load(bytes: &[u8]) {
    // Errors are as good as results.
    let _ = Weights::load(bytes, "mutated", None);
}

#[test]
fn safetensors_survive() {
    alone("mutation::safetensors_survive", || {
        let bytes = small().bytes();
        let header = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
        let seeds = [Seed::new(bytes, vec![0..8, 8..8 + header])];
        survive(COUNT, &seeds, |bytes| {
            let _ = safetensors::read(bytes);
            load(bytes);
        });
    });
}

#[test]
fn pytorch_zips_survive() {
    alone("mutation::pytorch_zips_survive", || {
        let file = small();
        let seed = |checksums, key| {
            let checkpoint = Checkpoint { checksums, key, ..Checkpoint::of(&file.tensors) };
            let (bytes, structure) = checkpoint.zip();
            Seed::new(bytes, structure)
        };
        // Without checksums, damage reaches the pickle machine.
        let seeds = [seed(false, None), seed(false, Some("model")), seed(true, None)];
        survive(COUNT, &seeds, |bytes| {
            let _ = pytorch::read(bytes);
            load(bytes);
        });
    });
}

#[test]
fn pytorch_streams_survive() {
    alone("mutation::pytorch_streams_survive", || {
        let file = small();
        let (bytes, structure) = Checkpoint::of(&file.tensors).legacy();
        let seeds = [Seed::new(bytes, structure)];
        survive(COUNT, &seeds, |bytes| {
            let _ = pytorch::read(bytes);
            load(bytes);
        });
    });
}

#[test]
fn files_of_the_real_torch_save_survive() {
    alone("mutation::files_of_the_real_torch_save_survive", || {
        let seeds: Vec<Seed> =
            crate::pytorch::fixtures().into_iter().map(|(_, bytes)| Seed::new(bytes, Vec::new())).collect();
        survive(COUNT, &seeds, |bytes| {
            let _ = pytorch::read(bytes);
        });
    });
}
