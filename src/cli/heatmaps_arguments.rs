//! The words of `heatmaps` as plain structs.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::common_arguments::{OffArguments, WeightsArguments, photo_parser};
use crate::analysis::heatmaps::{Baseline, Method, PixelBox};
use crate::spec::{Head, InceptionModule, MODULES};

/// `heatmaps`.
#[derive(Clone, Debug, Args)]
pub struct HeatmapsArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// Name or number of the class; the most probable one if left out
    #[arg(long, value_name = "LABEL|INDEX")]
    pub class: Option<String>,
    /// The class it is held against: why the one and not the other?
    #[arg(long, value_name = "LABEL|INDEX")]
    pub minus: Option<String>,
    /// Whose answer is explained
    #[arg(long, value_name = "HEAD", default_value = "main", value_parser = head_parser())]
    pub head: Head,
    /// One method, whose map is written as it is; the table of all eight if left out
    #[arg(long, value_name = "METHOD", value_parser = method_parser())]
    pub method: Option<Method>,
    /// Make the network random from the logits downward, layer by layer, and list how far the method's map still agrees
    #[arg(long, requires = "method")]
    pub cascade: bool,
    /// The module of Grad-CAM; the last before the head if left out
    #[arg(long, value_name = "MODULE", value_parser = module)]
    pub at: Option<String>,
    /// Where integrated gradients begin
    #[arg(long, value_name = "BASELINE", default_value = "black", value_parser = baseline_parser())]
    pub baseline: Baseline,
    /// Take frequencies above so many cycles a photo out of maps of pixels; 15 if only --low-pass is said
    #[arg(
        long,
        value_name = "CYCLES",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "15",
        value_parser = cycles
    )]
    pub low_pass: Option<f64>,
    /// What decides, by your own eyes: a box in pixels of the 224x224 that the network sees
    #[arg(long = "box", value_name = "X,Y,W,H", value_parser = parse_box)]
    pub region: Option<PixelBox>,
    /// Chooses SmoothGrad's noise, the random networks and the random orders
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Where to write it; the ending says the format
    #[arg(long, value_name = "FILE.png|csv|json|npy")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
}

pub(super) fn head_parser() -> impl TypedValueParser<Value = Head> {
    PossibleValuesParser::new(Head::ALL.map(Head::key)).try_map(|word| {
        let head = Head::ALL.into_iter().find(|head| head.key() == word);
        head.ok_or_else(|| format!("no head is called {word}"))
    })
}

fn method_parser() -> impl TypedValueParser<Value = Method> {
    PossibleValuesParser::new(Method::ALL.map(Method::key))
        .try_map(|word| Method::of_key(&word).ok_or_else(|| format!("no method is called {word}")))
}

fn baseline_parser() -> impl TypedValueParser<Value = Baseline> {
    let all = [Baseline::Black, Baseline::Blurred];
    PossibleValuesParser::new(all.map(Baseline::key)).try_map(move |word| {
        let baseline = all.into_iter().find(|baseline| baseline.key() == word);
        baseline.ok_or_else(|| format!("no baseline is called {word}"))
    })
}

/// "4d" or "inception4d" to the layer's name.
fn module(text: &str) -> Result<String, String> {
    let index = InceptionModule::find(text).ok_or_else(|| {
        let names: Vec<&str> = MODULES.iter().map(|module| module.name).collect();
        format!("no module is called {text:?}; modules: {}", names.join(" "))
    })?;
    Ok(MODULES[index].layer_name())
}

fn cycles(text: &str) -> Result<f64, String> {
    let cycles = text.parse().ok().filter(|cycles: &f64| cycles.is_finite() && *cycles > 0.0);
    cycles.ok_or_else(|| "expected a number above 0".to_owned())
}

/// "40,32,100,120".
fn parse_box(text: &str) -> Result<PixelBox, String> {
    let numbers: Option<Vec<f64>> = text.split(',').map(|part| part.trim().parse().ok()).collect();
    let region = match numbers.as_deref() {
        Some(&[x, y, width, height]) if width > 0.0 && height > 0.0 => PixelBox { x, y, width, height },
        _ => return Err("expected left, top, width and height in pixels, like 40,32,100,120".to_owned()),
    };
    match region.is_on_photo() {
        true => Ok(region),
        false => Err("this box lies outside the 224x224 pixels that the network sees".to_owned()),
    }
}
