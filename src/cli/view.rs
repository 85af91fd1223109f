//! `--view`: what the window shows first.

use std::str::FromStr;

use crate::spec::{InceptionModule, MODULES, Network, Part, Place, Topology};

/// One view of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The map of the whole network.
    Network,
    /// The four branches of `MODULES[index]`.
    Module(usize),
    /// One activation, by its traced name.
    Layer(String),
    /// The three classifiers.
    Classifiers,
    /// What the reductions save.
    Cost,
    /// The guided tour.
    Tour {
        /// Which stop, from 1.
        stop: usize,
    },
}

impl FromStr for View {
    type Err = String;

    /// The error says which words are valid.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text
            .split_once(':')
            .map_or((text, None), |(word, rest)| (word, Some(rest)))
        {
            ("network", None) => Ok(Self::Network),
            ("classifiers", None) => Ok(Self::Classifiers),
            ("cost", None) => Ok(Self::Cost),
            ("tour", None) => Ok(Self::Tour { stop: 1 }),
            ("tour", Some(number)) => match number.parse() {
                Ok(stop) if stop >= 1 => Ok(Self::Tour { stop }),
                _ => Err("a stop of the tour is a number from 1, like tour:3".to_owned()),
            },
            ("module", Some(name)) => {
                InceptionModule::find(name)
                    .map(Self::Module)
                    .ok_or_else(|| {
                        let names: Vec<&str> = MODULES.iter().map(|module| module.name).collect();
                        format!("no module is called {name:?}; modules: {}", names.join(" "))
                    })
            }
            // The paper's network has every name that any topology has.
            ("layer", Some(name)) => match Network::new(Topology::PAPER, 1000).layer(name) {
                Some(layer) => Ok(Self::Layer(layer.name.clone())),
                None => Err(format!(
                    "no layer is called {name:?}; layers: {}",
                    layer_names()
                )),
            },
            _ => Err(
                "views: network, module:4a, layer:NAME, classifiers, cost, tour, tour:3".to_owned(),
            ),
        }
    }
}

/// All layers, those of the nine modules as a rule rather than a list.
fn layer_names() -> String {
    let network = Network::new(Topology::PAPER, 1000);
    let others = network
        .layers
        .iter()
        .filter(|layer| !matches!(layer.place, Place::Module { .. }));
    let others: Vec<&str> = others.map(|layer| layer.name.as_str()).collect();
    let modules: Vec<String> = MODULES.iter().map(InceptionModule::layer_name).collect();
    let parts: Vec<&str> = Part::ALL
        .into_iter()
        .filter_map(|part| part.branch().map(|_| part.suffix()))
        .collect();
    format!(
        "{}; {}; each of these with {}",
        others.join(" "),
        modules.join(" "),
        parts.join(" ")
    )
}
