//! Why the auxiliary heads exist: how strongly each part of the network is told to change.
//!
//! The norm of dLoss/dActivation, by candle's autograd on the reference operators, with the loss of the main classifier
//! alone and with both auxiliary heads (section 5: weight 0.3).

use candle_core::{DType, Device, Tensor, Var};

use crate::model::{GoogLeNet, Intervention, ModelError, Run};
use crate::spec::{Head, MODULES, Modules, Network};

/// Whose weights are differentiated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Initialisation {
    /// Those in use, trained.
    Loaded,
    /// Freshly drawn, without normalisation.
    Fresh,
    /// Freshly drawn, batch normalisation with the statistics of the photo itself.
    FreshBatchNorm,
}

impl Initialisation {
    /// In the order in which they are computed.
    pub const ALL: [Self; 3] = [Self::Loaded, Self::Fresh, Self::FreshBatchNorm];
}

/// Gradient norms along the network for one set of weights.
#[derive(Clone, Debug, PartialEq)]
pub struct GradientCurve {
    /// Whose weights.
    pub initialisation: Initialisation,
    /// Seed of fresh weights.
    pub seed: u64,
    /// The class that is taken for true.
    pub class: usize,
    /// Loss of the main classifier alone, natural logarithm.
    pub main_loss: f64,
    /// Main loss + 0.3 (aux1 + aux2).
    pub total_loss: f64,
    /// Activation, Euclidean norm of dLoss/dActivation for the main loss, and for the total loss.
    pub points: Vec<(String, f64, f64)>,
}

/// The activations whose gradients are shown: the stem's convolutions and every module.
pub fn points() -> Vec<String> {
    let stem = ["conv1", "conv2", "conv3"].map(str::to_owned);
    stem.into_iter().chain(MODULES.iter().map(|module| module.layer_name())).collect()
}

/// Computes a curve for a preprocessed photo, `[1, 3, 224, 224]`.
///
/// `run` is a whole run in which something may be switched off.  An activation's gradient is that of what is read of it, so
/// channels that are off have one too.
///
/// # Errors
/// [`ModelError::Cancelled`], or a step failed.
pub fn curve<'a>(
    model: &GoogLeNet,
    input: &Tensor,
    initialisation: Initialisation,
    seed: u64,
    class: usize,
    run: Run<'a>,
    cancelled: &'a dyn Fn() -> bool,
) -> Result<GradientCurve, ModelError> {
    let model = match initialisation {
        Initialisation::Loaded => model.differentiable(),
        Initialisation::Fresh => model.fresh(seed, false)?,
        Initialisation::FreshBatchNorm => model.fresh(seed, true)?,
    };
    let names = points();
    // A variable that is 0 is added to every activation: its gradient is the activation's.
    let network = Network::build(model.topology(), 1, Modules::Reduced, [false, false]);
    let mut probes = Vec::new();
    let mut run = run.cancel_when(cancelled);
    for name in &names {
        let unknown = || ModelError::UnknownName { name: name.clone() };
        let mut dims = network.layer(name).ok_or_else(unknown)?.output.dims();
        dims.insert(0, 1);
        let probe = Var::zeros(dims, DType::F32, &Device::Cpu)?;
        run = run.intervene(name, Intervention::Add(probe.as_tensor().clone()));
        probes.push(probe);
    }
    let trace = model.forward(input, run)?;
    let loss = |head: Head| -> Result<Option<Tensor>, ModelError> {
        match trace.get(head.logits_name()) {
            Some(logits) => Ok(Some(cross_entropy(&logits.tensor()?, class)?)),
            None => Ok(None),
        }
    };
    let main =
        loss(Head::Main)?.ok_or_else(|| ModelError::UnknownName { name: Head::Main.logits_name().to_owned() })?;
    let mut total = main.clone();
    for head in [Head::Aux1, Head::Aux2] {
        if let Some(loss) = loss(head)? {
            total = (total + (loss * head.loss_weight())?)?;
        }
    }
    let norms = |loss: &Tensor| -> Result<Vec<f64>, ModelError> {
        if cancelled() {
            return Err(ModelError::Cancelled);
        }
        let gradients = loss.backward()?;
        let norm = |probe: &Var| match gradients.get(probe.as_tensor()) {
            Some(gradient) => Ok(f64::from(gradient.sqr()?.sum_all()?.to_scalar::<f32>()?).sqrt()),
            None => Ok(0.0),
        };
        probes.iter().map(norm).collect()
    };
    let (for_main, for_total) = (norms(&main)?, norms(&total)?);
    let scalar = |loss: &Tensor| -> Result<f64, ModelError> { Ok(f64::from(loss.to_scalar::<f32>()?)) };
    let pairs = for_main.into_iter().zip(for_total);
    Ok(GradientCurve {
        initialisation,
        seed,
        class,
        main_loss: scalar(&main)?,
        total_loss: scalar(&total)?,
        points: names.into_iter().zip(pairs).map(|(name, (main, total))| (name, main, total)).collect(),
    })
}

/// `log(sum(exp(logits))) - logits[class]`, a scalar; logits are `[classes]`.
fn cross_entropy(logits: &Tensor, class: usize) -> Result<Tensor, ModelError> {
    Ok((logits.log_sum_exp(0)? - logits.get(class)?)?)
}
