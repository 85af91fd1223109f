//! Pickles and archives that do not hold what they say, or want to do more than hold tensors.

use inception_lens::spec::Topology;
use inception_lens::weights::{Weights, WeightsError, pytorch};

use crate::synthetic::File;
use crate::torch_file::{Checkpoint, Zip};

/// A pickle in the zip container.
fn zipped(pickle: &[u8]) -> Vec<u8> {
    let mut zip = Zip::default();
    zip.add("archive/data.pkl", pickle);
    zip.finish()
}

#[test]
fn nothing_in_a_pickle_is_executed() {
    let shell = b"\x80\x02cposix\nsystem\nX\x04\0\0\0true\x85R.";
    for (pickle, words) in [
        (&shell[..], "the class posix.system, which"),
        (b"\x80\x04\x8c\x08builtins\x8c\x04eval\x93.", "the class builtins.eval, which"),
        (b"\x80\x02ctorch.storage\n_load_from_bytes\n.", "the class torch.storage._load_from_bytes"),
        (b"\x80\x02(ios\nsystem\n.", "the pickle opcode INST (0x69)"),
        (b"\x80\x02I01\n.", "the pickle opcode INT (0x49)"),
        (b"\x80\x02P1\n.", "the pickle opcode PERSID (0x50)"),
        (b"\x80\x02\xff.", "the pickle opcode 0xff, which does not exist"),
        (b"\x80\x02X\x06\0\0\0moduleNNNN(tQ.", "an object that is no storage"),
        (b"\x80\x02NNb.", "attributes of None"),
    ] {
        let error = pytorch::read(&zipped(pickle)).unwrap_err();
        assert!(matches!(error, WeightsError::Forbidden { .. }), "{error}");
        assert!(error.to_string().contains(words), "{error}");
        // The legacy stream begins with another pickle, of which no more is allowed.
        let error = pytorch::read(pickle).unwrap_err();
        assert!(matches!(error, WeightsError::Forbidden { .. }), "{error}");
    }
}

/// Opcodes for a storage of four floats.
const STORAGE: &[u8] = b"(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\x000NK\x04tQ";

/// A dict of one tensor made of these opcodes: storage, offset, shape, strides.
fn one_tensor(parts: [&[u8]; 4], data: Option<&[u8]>) -> Vec<u8> {
    let mut pickle = b"\x80\x02}X\x01\0\0\0actorch._utils\n_rebuild_tensor_v2\n(".to_vec();
    pickle.extend(parts.concat());
    pickle.extend(b"\x89NtRs.");
    let mut zip = Zip::default();
    zip.add("archive/data.pkl", &pickle);
    if let Some(data) = data {
        zip.add("archive/data/0", data);
    }
    zip.finish()
}

#[test]
fn tensors_that_lie_about_their_storage_are_refused() {
    let data = [0.5_f32, 1.5, 2.5, 3.5].map(f32::to_le_bytes).concat();
    let good: [&[u8]; 4] = [STORAGE, b"K\0", b"K\x02K\x02\x86", b"K\x01K\x02\x86"];
    let file = pytorch::read(&one_tensor(good, Some(&data))).unwrap();
    assert_eq!(file.tensors["a"].values, [0.5, 2.5, 1.5, 3.5]);
    let with = |place: usize, opcodes: &'static [u8]| {
        let mut parts = good;
        parts[place] = opcodes;
        one_tensor(parts, Some(&data))
    };
    let huge = b"J\xff\xff\xff\x0fJ\xff\xff\xff\x0f\x86";
    for (what, bytes, words) in [
        ("no storage", one_tensor(good, None), "its storage 0 is missing"),
        ("short storage", one_tensor(good, Some(&data[1..])), "its storage 0 is cut off"),
        ("offset", with(1, b"K\x01"), "beyond the end of its storage 0"),
        ("negative offset", with(1, b"J\xff\xff\xff\xff"), "a size in its pickle is -1"),
        ("no offset", with(1, b"N"), "from the wrong parts"),
        ("stride", with(3, b"K\x01K\x03\x86"), "beyond the end of its storage 0"),
        ("huge stride", with(3, huge), "beyond the end of its storage 0"),
        ("strides for one dimension", with(3, b"K\x01\x85"), "from the wrong parts"),
        ("huge shape", with(2, huge), "a claims to be [268435455, 268435455] numbers"),
        ("long shape", with(2, b"\x8a\x09\0\0\0\0\0\0\0\0\x01K\x02\x86"), "from the wrong parts"),
        ("no tuple", with(2, b"K\x04"), "from the wrong parts"),
        (
            "no storage class",
            with(0, b"(X\x07\0\0\0storageccollections\nOrderedDict\nX\x01\0\0\x000NK\x04tQ"),
            "from the wrong parts",
        ),
    ] {
        let error = pytorch::read(&bytes).unwrap_err();
        assert!(matches!(error, WeightsError::Damaged { .. }), "{what}: {error}");
        assert!(error.to_string().contains(words), "{what}: {error}");
    }
    // Seen a thousand times over, four numbers would fill more memory than the file.
    let expanded: [&[u8]; 4] = [STORAGE, b"K\0", b"M\xff\xffM\xff\x00\x86", b"K\0K\0\x86"];
    let error = pytorch::read(&one_tensor(expanded, Some(&data))).unwrap_err();
    assert!(error.to_string().contains("a claims to be [65535, 255] numbers"), "{error}");
}

#[test]
fn pickles_that_do_not_hold_together_are_refused() {
    let endless = [&b"\x80\x02"[..], &b"N".repeat(2_000_001), b"."].concat();
    for (pickle, words) in [
        (&b"\x80\x02"[..], "its pickle is cut off"),
        (b"\x80\x02.", "takes more values than it has"),
        (b"\x80\x02N(.", "takes more values than it has"),
        (b"\x80\x02t.", "misses a mark"),
        (b"\x80\x02h\x05.", "recalls a value it never had"),
        (b"\x80\x02X\xff\xff\xff\xffab.", "is cut off"),
        (b"\x80\x02X\x01\0\0\0\xff.", "is not UTF-8"),
        (b"\x80\x02ccollections", "is cut off"),
        (b"\x80\x02NNs.", "takes more values than it has"),
        (b"\x80\x02NNNs.", "sets items of what is no dict"),
        (b"\x80\x02}(Nu.", "sets a key without a value"),
        (b"\x80\x02NNa.", "appends to what is no list"),
        (b"\x80\x02NNR.", "from the wrong parts"),
        (&endless, "takes more than 2000000 steps"),
    ] {
        let error = pytorch::read(&zipped(pickle)).unwrap_err();
        assert!(matches!(error, WeightsError::Damaged { .. }), "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
    // A dict inside itself, and a tuple a hundred thousand deep: no tensors, no end of the stack.
    for pickle in
        [b"\x80\x02}q\0X\x05\0\0\0modelh\0s.".to_vec(), [&b"\x80\x02)"[..], &b"\x85".repeat(100_000), b"."].concat()]
    {
        let error = pytorch::read(&zipped(&pickle)).unwrap_err();
        assert!(matches!(error, WeightsError::NotWeights { .. }), "{error}");
    }
}

#[test]
fn archives_that_are_damaged_are_refused() {
    let file = File::of(Topology::PAPER, 2, [false, false]);
    let (good, structure) = Checkpoint::of(&file.tensors).zip();
    let mut flipped = good.clone();
    flipped[structure[1].start - 100] ^= 1;
    let mut compressed = Zip::default();
    compressed.add("archive/data.pkl", b"N.");
    let mut compressed = compressed.finish();
    let directory = compressed.windows(4).position(|word| word == b"PK\x01\x02");
    compressed[directory.unwrap() + 10] = 8;
    // 2^40 entries in the 64-bit record: nothing is reserved for them.
    let mut wide = b"PK\x03\x04".to_vec();
    wide.extend(b"PK\x06\x06".iter().chain(&[0; 28]));
    wide.extend([(1_u64 << 40).to_le_bytes(), (1_u64 << 45).to_le_bytes()].concat());
    wide.extend((1_u64 << 41).to_le_bytes());
    wide.extend(b"PK\x06\x07\0\0\0\0\x04\0\0\0\0\0\0\0\x01\0\0\0");
    wide.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&[0xff; 12]).chain(&[0; 2]));
    for (bytes, words) in [
        (&good[..good.len() - 1], "the end of its zip archive is missing"),
        (&good[..good.len() / 2], "the end of its zip archive is missing"),
        (&flipped, "does not match its checksum"),
        (&compressed, "archive/data.pkl in this zip archive is compressed, as torch.save never does"),
        (&wide, "its zip archive claims 1099511627776 entries"),
    ] {
        let sentence = pytorch::read(bytes).unwrap_err().to_string();
        assert!(sentence.contains(words), "{words}: {sentence}");
    }
}

#[test]
fn legacy_streams_cut_anywhere_are_refused() {
    let file = File::of(Topology::PAPER, 2, [false, false]);
    let (good, structure) = Checkpoint::of(&file.tensors).legacy();
    let pickles = structure[0].end;
    for length in (2..60).chain([pickles / 2, pickles - 9, pickles - 4, pickles, good.len() - 1]) {
        let error = Weights::load(&good[..length], "cut", None).unwrap_err();
        let sentence = error.to_string();
        assert!(sentence.contains("its pickle is cut off"), "{length}: {sentence}");
    }
}
