//! Damaged files by the thousand, and what reading them may cost.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;

use rayon::prelude::*;

/// Set in the process that a test has to itself.
const ALONE: &str = "MUTATION_TEST_ALONE";
/// Most address space that damaged files may take, bytes.
const MEMORY: u64 = 512 << 20;

/// Numbers that lengths, offsets and counts are likely to be mishandled at.
const EDGES: [u64; 12] =
    [0, 1, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 62, 0x7FFF_FFFF_FFFF_FFFF, u64::MAX];

/// SplitMix64: the same sequence everywhere.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// 0 to `end - 1`; 0 for an end of 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// One to four changes: bits, bytes, edge numbers of every width, pieces cut, doubled, moved, and the end cut off.
///
/// Half of the changes hit one of the `structure` ranges, where a format keeps its lengths, not its numbers.
pub fn mutate(seed: &[u8], structure: &[Range<usize>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=random.below(4) {
        if bytes.is_empty() {
            return bytes;
        }
        let range = structure.get(random.below(2 * structure.len()));
        let at = match range {
            Some(range) => range.start + random.below(range.len()),
            None => random.below(bytes.len()),
        };
        change(&mut bytes, at, random);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, at: usize, random: &mut Random) {
    let at = at.min(bytes.len() - 1);
    let end = at + random.below((bytes.len() - at).min(64) + 1);
    match random.below(8) {
        0 => bytes[at] ^= 1 << random.below(8),
        1 => bytes[at] = random.next() as u8,
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..end)),
        4 => {
            let piece = bytes[at..end].to_vec();
            let to = random.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        5 => bytes.insert(at, random.next() as u8),
        kind => {
            let width = 1 << random.below(4);
            let number = EDGES[random.below(EDGES.len())];
            let (little, big) = (number.to_le_bytes(), number.to_be_bytes());
            let word = if kind == 6 { &little[..width] } else { &big[8 - width..] };
            for (byte, new) in bytes[at..].iter_mut().zip(word) {
                *byte = *new;
            }
        }
    }
}

/// A good file to damage.
pub struct Seed {
    bytes: Vec<u8>,
    structure: Vec<Range<usize>>,
}

impl Seed {
    /// `structure` are the ranges where the format keeps its lengths, not its numbers.
    pub fn new(bytes: Vec<u8>, structure: Vec<Range<usize>>) -> Self {
        Self { bytes, structure }
    }
}

/// Reads `count` mutations of the seeds; panics with the number of one that makes `read` panic.
///
/// The same count and seeds give the same files.
pub fn survive(count: u64, seeds: &[Seed], read: impl Fn(&[u8]) + Sync) {
    let damage = |number| {
        let seed = &seeds[number as usize % seeds.len()];
        mutate(&seed.bytes, &seed.structure, &mut Random::new(number))
    };
    survive_damage(count, damage, read);
}

/// As [`survive`], with files that `damage` makes of the numbers below `count`.
pub fn survive_damage(count: u64, damage: impl Fn(u64) -> Vec<u8> + Sync, read: impl Fn(&[u8]) + Sync) {
    let failed = (0..count).into_par_iter().find_any(|&number| {
        let bytes = damage(number);
        catch_unwind(AssertUnwindSafe(|| read(&bytes))).is_err()
    });
    assert_eq!(failed, None, "this mutation makes the reader panic");
}

/// Runs a test in a process of its own, and looks at the address space it took: more than [`MEMORY`] beyond what it began
/// with means that a damaged file made a reader reserve that much.  `name` is the test's own.
pub fn alone(name: &str, test: impl FnOnce()) {
    if std::env::var_os(ALONE).is_none() {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture", "--include-ignored"])
            .env(ALONE, "1")
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{text}{error}");
        assert!(text.contains("1 passed"), "{name} is no test: {text}");
        return;
    }
    // The threads and their heaps come first.
    rayon::broadcast(|_| drop(vec![1_u8; 1000]));
    let before = address_space("VmSize:");
    test();
    if let (Some(before), Some(peak)) = (before, address_space("VmPeak:")) {
        assert!(peak - before < MEMORY, "{} MB", (peak - before) >> 20);
    }
}

/// A line of `/proc/self/status`, bytes; `None` on systems without it.
fn address_space(line: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let value = status.lines().find_map(|text| text.strip_prefix(line))?;
    let kilobytes: u64 = value.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes << 10)
}
