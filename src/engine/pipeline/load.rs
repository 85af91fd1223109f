//! Weights become a network: those of a file, or random ones.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::LoadedNetwork;
use super::error::LoadError;
use crate::analysis::evidence::Classifier;
use crate::model::{GoogLeNet, ModelError, Operators};
use crate::spec::{Modules, Network, Norm, Topology};
use crate::weights;
use crate::weights::{LoadOptions, Said, Weights};

/// What stands for the hash of a file that there is not: that of a seed and of what the structure depends on.
fn random_hash(network: &Network, seed: u64) -> String {
    let facts = format!("random {seed} {:?} {}", network.topology, network.classes);
    Sha256::digest(facts).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl LoadedNetwork {
    /// Reads a weights file and builds its network with the fast operators.
    ///
    /// `name` is shown where the file does not name itself; `options`, or just a topology, overrides what the file seems to
    /// be.
    ///
    /// # Errors
    /// [`LoadError`], with all problems of the file.
    pub fn load(bytes: &[u8], name: &str, options: impl Into<LoadOptions>) -> Result<Self, LoadError> {
        let weights = Weights::load(bytes, name, options)?;
        let network = Arc::new(weights.network());
        let model = GoogLeNet::new(&weights, Operators::Fast)?;
        Ok(Self {
            name: weights.name,
            sha256: weights.sha256,
            format: weights.format,
            said_topology: weights.said_topology,
            said_key: weights.said_key,
            said: weights.said,
            findings: weights.findings,
            notes: weights.notes,
            aux: weights.aux,
            aux_untrained: weights.aux_untrained,
            is_random: false,
            topology: weights.topology,
            network,
            labels: weights.labels.into(),
            classifier: Classifier::of(&model)?,
            model: model.into(),
        })
    }

    /// The same structure before any training (He et al. 2015, biases 0), by a seed; its heads know nothing.
    ///
    /// # Errors
    /// A tensor cannot be made.
    pub fn with_random_weights(&self, seed: u64) -> Result<Self, ModelError> {
        let model = self.model.fresh(seed, false)?;
        Ok(Self {
            name: format!("random weights {seed}"),
            sha256: random_hash(&self.network, seed),
            notes: Vec::new(),
            aux_untrained: self.aux.contains(&true),
            is_random: true,
            classifier: Classifier::of(&model)?,
            model: model.into(),
            ..self.clone()
        })
    }

    /// Weights that nobody trained (He et al. 2015, biases 0), by a seed, for these classes: in this structure, or in another one with
    /// the photos prepared as they are here.
    ///
    /// # Errors
    /// A tensor cannot be made.
    pub fn random(&self, topology: Option<Topology>, seed: u64) -> Result<Self, ModelError> {
        let Some(topology) = topology.filter(|other| other.preset_name() != self.topology.preset_name()) else {
            return self.with_random_weights(seed);
        };
        let topology = self.prepared_as_here(topology);
        let network = Arc::new(Network::build(topology, self.labels.len(), Modules::Reduced, self.aux));
        let model = self.random_model(Some(topology), seed)?;
        Ok(Self {
            name: format!("random weights {seed}"),
            sha256: random_hash(&network, seed),
            notes: Vec::new(),
            findings: Vec::new(),
            aux_untrained: self.aux.contains(&true),
            is_random: true,
            topology,
            network,
            classifier: Classifier::of(&model)?,
            model: model.into(),
            ..self.clone()
        })
    }

    /// The layers of [`Self::random`].
    ///
    /// # Errors
    /// As there.
    pub(in crate::engine) fn random_model(
        &self,
        topology: Option<Topology>,
        seed: u64,
    ) -> Result<GoogLeNet, ModelError> {
        match topology.filter(|other| other.preset_name() != self.topology.preset_name()) {
            None => self.model.fresh(seed, false),
            Some(topology) => {
                let topology = self.prepared_as_here(topology);
                GoogLeNet::new(&Weights::empty(topology, &self.labels, self.aux), Operators::Fast)?.fresh(seed, false)
            }
        }
    }

    /// Another structure that reads photos as this network does, its batch normalisation multiplied in.
    fn prepared_as_here(&self, topology: Topology) -> Topology {
        let norm = match topology.norm {
            Norm::None => Norm::None,
            Norm::BatchNorm | Norm::Folded => Norm::Folded,
        };
        Topology { norm, preprocessing: self.topology.preprocessing, ..topology }
    }

    /// The network of the weights inside the program.
    ///
    /// # Errors
    /// None in practice; the type is that of any other file.
    pub fn load_default() -> Result<Self, LoadError> {
        Self::load_default_as(Said::default())
    }

    /// The same with what a person says in place of what the weights say.
    ///
    /// # Errors
    /// None in practice; the type is that of any other file.
    pub fn load_default_as(said: Said) -> Result<Self, LoadError> {
        let options = LoadOptions { said, ..LoadOptions::default() };
        Self::load(weights::default_file().unwrap_or_default(), "default", options)
    }
}
