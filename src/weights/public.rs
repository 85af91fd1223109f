//! The public GoogLeNets: where they are, how large they are, and what their bytes must hash to.

use super::Format;
use crate::spec::Preprocessing;

/// How large a file on the web is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// So many bytes, neither more nor fewer.
    Exactly(u64),
    /// Its page gives a rounded figure.
    About {
        /// That figure, bytes.
        bytes: u64,
        /// More bytes than this are never taken.
        at_most: u64,
    },
}

impl Size {
    /// What to show, bytes.
    pub const fn bytes(self) -> u64 {
        match self {
            Self::Exactly(bytes) | Self::About { bytes, .. } => bytes,
        }
    }

    /// More bytes than this are never taken.
    pub const fn limit(self) -> u64 {
        match self {
            Self::Exactly(bytes) => bytes,
            Self::About { at_most, .. } => at_most,
        }
    }

    /// Whether a file of that many bytes can be the one.
    pub const fn allows(self, bytes: u64) -> bool {
        match self {
            Self::Exactly(wanted) => bytes == wanted,
            Self::About { at_most, .. } => bytes <= at_most,
        }
    }
}

/// One file of weights that anybody may fetch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublicFile {
    /// The word for it in `weights fetch`.
    pub key: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// How it is stored.
    pub format: Format,
    /// Where it is.
    pub url: &'static str,
    /// Where else it may be, should it no longer be there.
    pub mirrors: &'static [&'static str],
    /// Name of the file on this computer.
    pub file_name: &'static str,
    /// How large it is.
    pub size: Size,
    /// Lower-case hexadecimal SHA-256 of its bytes, or as many of the first digits as its publisher gives.
    pub sha256: &'static str,
    /// How its photos were prepared.
    pub preprocessing: Preprocessing,
    /// What its publisher allows.
    pub license: &'static str,
}

impl PublicFile {
    /// The file of that key.
    pub fn find(key: &str) -> Option<&'static Self> {
        PUBLIC.iter().find(|file| file.key == key)
    }
}

/// All that are known, those nearest to the paper first.
pub const PUBLIC: [PublicFile; 3] = [
    // https://github.com/BVLC/caffe/tree/master/models/bvlc_googlenet
    PublicFile {
        key: "caffe",
        title: "BVLC GoogLeNet",
        format: Format::Caffe,
        url: "http://dl.caffe.berkeleyvision.org/bvlc_googlenet.caffemodel",
        mirrors: &[],
        file_name: "bvlc_googlenet.caffemodel",
        size: Size::Exactly(53_533_754),
        sha256: "6f7101e3a2183738a7125a0c5021ba82a1feb4228c5ca0924d991b6daf6f6fad",
        preprocessing: Preprocessing::CAFFE,
        license: "unrestricted use",
    },
    // The digits in the name are the first of the hash; the page rounds the size, and does not say whether to MB or MiB.
    PublicFile {
        key: "torchvision",
        title: "torchvision GoogLeNet",
        format: Format::PyTorch,
        url: "https://download.pytorch.org/models/googlenet-1378be20.pth",
        mirrors: &[],
        file_name: "googlenet-1378be20.pth",
        size: Size::About { bytes: 49_700_000, at_most: 60_000_000 },
        sha256: "1378be20",
        preprocessing: Preprocessing { transform_input: true, ..Preprocessing::TORCHVISION },
        license: "BSD 3-Clause",
    },
    // BVLC's weights without the auxiliary heads.  The zoo has moved its files from GitHub to Hugging Face.
    PublicFile {
        key: "onnx",
        title: "ONNX model zoo googlenet-12",
        format: Format::Onnx,
        url: "https://huggingface.co/onnxmodelzoo/googlenet-12/resolve/main/googlenet-12.onnx",
        mirrors: &[
            "https://github.com/onnx/models/raw/main/validated/vision/classification/inception_and_googlenet/googlenet/model/googlenet-12.onnx",
        ],
        file_name: "googlenet-12.onnx",
        size: Size::Exactly(28_021_836),
        sha256: "c99c507058eaf41de8723408fdda7db8325cb57f0a89f2ee07a716d6e963e14e",
        preprocessing: Preprocessing::ONNX_ZOO,
        license: "BSD 3-Clause",
    },
];
