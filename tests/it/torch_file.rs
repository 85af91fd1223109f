//! Files as `torch.save` writes them, so that no large one has to be shipped; `tests/fixtures/weights` has real ones.

use std::collections::BTreeMap;
use std::ops::Range;

use safetensors::tensor::Dtype;

use crate::synthetic::Stored;

/// A state dict to be saved.
pub struct Checkpoint<'a> {
    /// Tensors by name.
    pub tensors: &'a BTreeMap<String, Stored>,
    /// Before every name.
    pub prefix: &'a str,
    /// Key of a dict around the state dict.
    pub key: Option<&'a str>,
    /// What stands beside the state dict where there is a dict around it: keys and values, numbers without quotes.
    pub said: &'a [(&'a str, &'a str)],
    /// Whether the zip container has checksums.
    pub checksums: bool,
}

impl<'a> Checkpoint<'a> {
    /// The state dict alone.
    pub fn of(tensors: &'a BTreeMap<String, Stored>) -> Self {
        Self { tensors, prefix: "", key: None, said: &[], checksums: true }
    }

    /// The zip container, and where in it the pickle and the directory are.
    pub fn zip(&self) -> (Vec<u8>, Vec<Range<usize>>) {
        let mut archive = Zip { checksums: self.checksums, ..Zip::default() };
        let pickle = archive.add("archive/data.pkl", &self.pickle());
        archive.add("archive/byteorder", b"little");
        for (key, tensor) in self.tensors.values().enumerate() {
            archive.add(&format!("archive/data/{key}"), &tensor.data);
        }
        archive.add("archive/version", b"3\n");
        let start = archive.bytes.len();
        let bytes = archive.finish();
        let directory = start..bytes.len();
        (bytes, vec![pickle, directory])
    }

    /// The legacy stream, and where in it the pickles are.
    pub fn legacy(&self) -> (Vec<u8>, Vec<Range<usize>>) {
        let mut bytes = b"\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.".to_vec();
        bytes.extend(b"\x80\x02M\xe9\x03.");
        bytes.extend(b"\x80\x02}X\x0d\0\0\0little_endian\x88s.");
        bytes.extend(self.pickle());
        bytes.extend(b"\x80\x02](");
        for key in 0..self.tensors.len() {
            text(&mut bytes, &key.to_string());
        }
        bytes.extend(b"e.");
        let pickles = 0..bytes.len() + 8;
        for tensor in self.tensors.values() {
            let count: usize = tensor.shape.iter().product();
            bytes.extend((count as u64).to_le_bytes());
            bytes.extend(&tensor.data);
        }
        (bytes, vec![pickles])
    }

    fn pickle(&self) -> Vec<u8> {
        let mut out = b"\x80\x02".to_vec();
        if let Some(key) = self.key {
            out.push(b'}');
            text(&mut out, key);
        }
        out.extend(b"ccollections\nOrderedDict\n)R(");
        for (key, (name, tensor)) in self.tensors.iter().enumerate() {
            text(&mut out, &format!("{}{name}", self.prefix));
            self.tensor(&mut out, key, tensor);
        }
        out.push(b'u');
        if self.key.is_some() {
            out.push(b's');
            for (key, value) in self.said {
                text(&mut out, key);
                match value.parse() {
                    Ok(number) => integers(&mut out, &[number]),
                    Err(_) => text(&mut out, value),
                }
                out.push(b's');
            }
        }
        out.push(b'.');
        out
    }

    fn tensor(&self, out: &mut Vec<u8>, key: usize, tensor: &Stored) {
        let class = match tensor.dtype {
            Dtype::F16 => "HalfStorage",
            Dtype::BF16 => "BFloat16Storage",
            Dtype::F32 => "FloatStorage",
            Dtype::F64 => "DoubleStorage",
            Dtype::I64 => "LongStorage",
            other => panic!("{other:?} is not written"),
        };
        out.extend(b"ctorch._utils\n_rebuild_tensor_v2\n((");
        text(out, "storage");
        out.extend(format!("ctorch\n{class}\n").bytes());
        text(out, &key.to_string());
        text(out, "cpu");
        let count: usize = tensor.shape.iter().product();
        integers(out, &[count]);
        out.extend(b"tQK\0(");
        integers(out, &tensor.shape);
        out.extend(b"t(");
        let strides = (1..=tensor.shape.len()).map(|dimension| tensor.shape[dimension..].iter().product());
        integers(out, &strides.collect::<Vec<usize>>());
        out.extend(b"t\x89ccollections\nOrderedDict\n)RtR");
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    out.push(b'X');
    out.extend((text.len() as u32).to_le_bytes());
    out.extend(text.bytes());
}

fn integers(out: &mut Vec<u8>, numbers: &[usize]) {
    for &number in numbers {
        out.push(b'J');
        out.extend((number as u32).to_le_bytes());
    }
}

/// A zip archive of entries stored as they are.
#[derive(Default)]
pub struct Zip {
    pub checksums: bool,
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Zip {
    /// Adds an entry; returns where its bytes are.
    pub fn add(&mut self, name: &str, data: &[u8]) -> Range<usize> {
        let offset = self.bytes.len() as u32;
        let checksum = if self.checksums { crc32fast::hash(data) } else { 0 };
        let mut common = vec![0; 10];
        common.extend(checksum.to_le_bytes());
        common.extend([(data.len() as u32).to_le_bytes(); 2].concat());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name.bytes());
        let start = self.bytes.len();
        self.bytes.extend(data);
        self.directory.extend(b"PK\x01\x02\0\0");
        self.directory.extend(&common);
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.bytes());
        self.count += 1;
        start..self.bytes.len()
    }

    /// The archive with its directory.
    pub fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len() as u32;
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend([self.count.to_le_bytes(); 2].concat());
        self.bytes.extend((self.directory.len() as u32).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}
