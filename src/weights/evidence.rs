//! What a file gives away about its network beside the names and shapes of its tensors.

use crate::spec::LocalResponseNorm;

/// Most channels a local response normalisation of a damaged file may sum over.
const MAX_LRN_SIZE: usize = 1000;

/// Evidence a reader collects; [`super::facts`] weighs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Whose names the layers have.
    pub naming: Naming,
    /// What the file's layers or nodes show; `None` when it holds tensors only.
    pub graph: Option<GraphEvidence>,
    /// Whether convolutions have biases under torchvision's names, which an exporter that folds batch normalisation into
    /// them does not give.
    pub own_biases: bool,
}

/// Whose names the layers have, where that says which network it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// Torchvision's, ours, or nobody's: any topology.
    #[default]
    Open,
    /// BVLC Caffe's: the network of the paper.
    Caffe,
    /// Caffe's in an ONNX file, as in the ONNX model zoo: the paper, with the zoo's preprocessing.
    OnnxZoo,
}

/// What layers without weights show.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GraphEvidence {
    /// Parameters of the first local response normalisation.
    pub lrn: Option<LocalResponseNorm>,
    /// Kernels of the max pools with stride 2 met so far, in order; of the first four.
    pools: [Option<usize>; 4],
    /// Whether torchvision's `transform_input` is among the nodes.
    pub transform_input: bool,
    /// Whether what happens to the input before the first convolution is in sight: then what is not there does not happen.
    pub begins_at_input: bool,
    /// Whether something happens to the input that is not understood.
    pub changes_input_unread: bool,
    /// What is subtracted from the input and divided by.
    pub normalisation: Option<Normalisation>,
    /// What batch normalisation adds to variances.
    pub batch_norm_epsilon: Option<f32>,
}

/// `(input - mean) / std`, per channel, as a graph computes it before its first convolution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normalisation {
    /// Subtracted.
    pub mean: [f32; 3],
    /// Divided by, above 0.
    pub std: [f32; 3],
}

impl Normalisation {
    /// Whether these are numbers for pixels of 0 to 255, not of 0 to 1.
    pub fn is_of_bytes(&self) -> bool {
        let largest = |values: [f32; 3]| values.into_iter().fold(0.0, f32::max);
        // Pixels of 0 to 1 have a mean below 1 and spread by less than 0.5; who only subtracts divides by 1.
        largest(self.mean) > 1.0 || largest(self.std) > 1.0
    }
}

impl GraphEvidence {
    /// Notes a local response normalisation; the first counts.
    pub fn saw_lrn(&mut self, lrn: LocalResponseNorm) {
        let size = lrn.size.clamp(1, MAX_LRN_SIZE);
        self.lrn.get_or_insert(LocalResponseNorm { size, ..lrn });
    }

    /// Notes a max pool; those with stride 1 are branches.
    pub fn saw_max_pool(&mut self, kernel: usize, stride: usize) {
        if stride == 2
            && let Some(free) = self.pools.iter_mut().find(|pool| pool.is_none())
        {
            *free = Some(kernel);
        }
    }

    /// Kernel of the fourth pool with stride 2, the one after 4e.
    pub fn pool4_kernel(&self) -> Option<usize> {
        self.pools[3]
    }
}
