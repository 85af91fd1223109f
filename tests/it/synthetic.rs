//! Files of weights made up by a formula of tensor name and index, so that none has to be shipped or downloaded.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use inception_lens::spec::{Modules, Network, Topology};
use safetensors::tensor::{Dtype, View};

/// A tensor as a file stores it.
#[derive(Clone)]
pub struct Stored {
    pub dtype: Dtype,
    pub shape: Vec<usize>,
    pub data: Vec<u8>,
}

impl Stored {
    pub fn f32(shape: &[usize], values: &[f32]) -> Self {
        Self {
            dtype: Dtype::F32,
            shape: shape.to_vec(),
            data: values.iter().flat_map(|value| value.to_le_bytes()).collect(),
        }
    }
}

impl View for &Stored {
    fn dtype(&self) -> Dtype {
        self.dtype
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.data)
    }

    fn data_len(&self) -> usize {
        self.data.len()
    }
}

/// A file to be.
#[derive(Clone, Default)]
pub struct File {
    pub tensors: BTreeMap<String, Stored>,
    pub metadata: HashMap<String, String>,
}

impl File {
    /// All tensors of a network, He-scaled so that activations stay of the order of 1.
    pub fn of(topology: Topology, classes: usize, aux: [bool; 2]) -> Self {
        let network = Network::build(topology, classes, Modules::Reduced, aux);
        let tensors = network.layers.iter().flat_map(|layer| layer.tensors(topology.norm));
        let tensors = tensors.map(|(name, shape)| {
            let values = values(&name, &shape);
            let stored = Stored::f32(&shape, &values);
            (name, stored)
        });
        Self { tensors: tensors.collect(), metadata: HashMap::new() }
    }

    pub fn describe(mut self, key: &str, value: &str) -> Self {
        self.metadata.insert(key.to_owned(), value.to_owned());
        self
    }

    pub fn insert(&mut self, name: &str, shape: &[usize], values: &[f32]) {
        self.tensors.insert(name.to_owned(), Stored::f32(shape, values));
    }

    pub fn bytes(&self) -> Vec<u8> {
        let metadata = (!self.metadata.is_empty()).then(|| self.metadata.clone());
        safetensors::serialize(&self.tensors, metadata).unwrap()
    }
}

/// The formula: uniform, of the deviation that suits the tensor's part.
pub fn values(name: &str, shape: &[usize]) -> Vec<f32> {
    let count: usize = shape.iter().product();
    let fan_in: usize = shape.iter().skip(1).product();
    let (centre, spread) = match name.rsplit('.').next().unwrap() {
        "running_var" => (1.0, 0.5),
        "weight" if name.contains(".bn.") => (1.0, 0.3),
        "weight" => (0.0, (6.0 / fan_in as f32).sqrt()),
        _ => (0.0, 0.1),
    };
    let seed = name
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    (0..count as u64).map(|index| centre + spread * noise(seed, index)).collect()
}

/// -1 to 1: the finaliser of SplitMix64.
pub fn noise(seed: u64, index: u64) -> f32 {
    let mut bits = seed.wrapping_add(index.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((bits ^ (bits >> 31)) >> 40) as f32 / (1 << 23) as f32 - 1.0
}
