//! The words of the command line for what shapes of tensors cannot tell.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::spec::{ChannelOrder, InputRange, PhotoFit, Resample};
use crate::weights::Said;
use crate::weights::options::{SHORT_SIDES, is_epsilon, is_mean, is_std};

/// What a person says about the network and its input.
#[derive(Clone, Debug, Default, PartialEq, Args)]
pub struct FactsArguments {
    /// Order of the colours the network was trained with
    #[arg(long, value_name = "ORDER", value_parser = order_parser())]
    pub order: Option<ChannelOrder>,
    /// The largest value of a pixel before the mean is subtracted
    #[arg(long, value_name = "MAX", value_parser = range_parser())]
    pub input_range: Option<InputRange>,
    /// What is subtracted, in the order of the colours, on the range of the pixels (bgr, 255: 104,117,123)
    #[arg(long, value_name = "V,V,V", value_parser = parse_mean, allow_hyphen_values = true)]
    pub mean: Option<[f32; 3]>,
    /// What is divided by, in the same order and on the same range
    #[arg(long, value_name = "V,V,V", value_parser = parse_std)]
    pub std: Option<[f32; 3]>,
    /// The photo's short side is resized to this many pixels; of a squeezed photo both sides are
    #[arg(long, value_name = "N", value_parser = parse_side)]
    pub short_side: Option<u32>,
    /// How the photo becomes square: its centre, squeezed and then the centre, or whole between borders
    #[arg(long, value_name = "FIT", value_parser = fit_parser())]
    pub fit: Option<PhotoFit>,
    /// How the photo is resized
    #[arg(long, value_name = "FILTER", value_parser = resample_parser())]
    pub resample: Option<Resample>,
    /// Whether the network has local response normalisation
    #[arg(long, value_name = "on|off", value_parser = switch_parser())]
    pub lrn: Option<bool>,
    /// Side of the max pool after 4e
    #[arg(long, value_name = "SIDE", value_parser = pool_parser())]
    pub pool4: Option<usize>,
    /// What batch normalisation adds to a variance
    #[arg(long, value_name = "E", value_parser = parse_epsilon)]
    pub bn_epsilon: Option<f32>,
    /// The weights were trained on from torchvision's own, which transform their input
    #[arg(
        long,
        requires = "weights",
        value_name = "on|off",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "on",
        value_parser = switch_parser()
    )]
    pub transform_input: Option<bool>,
}

impl FactsArguments {
    /// The same as the weights' reader takes it.
    pub fn said(&self) -> Said {
        Said {
            lrn: self.lrn,
            pool4: self.pool4,
            bn_epsilon: self.bn_epsilon,
            order: self.order,
            input_range: self.input_range,
            mean: self.mean,
            std: self.std,
            transform_input: self.transform_input,
            short_side: self.short_side,
            fit: self.fit,
            resample: self.resample,
        }
    }
}

/// One of a few words.
fn words_parser<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = &'static str>,
    of_word: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words)
        .try_map(move |word| of_word(&word).ok_or_else(|| format!("{word} is none of these words")))
}

fn order_parser() -> impl TypedValueParser<Value = ChannelOrder> {
    words_parser(ChannelOrder::ALL.map(ChannelOrder::word), ChannelOrder::of_word)
}

fn range_parser() -> impl TypedValueParser<Value = InputRange> {
    words_parser(["1", "255"], |word| {
        let named = |range: &InputRange| range.largest().to_string() == word;
        InputRange::ALL.into_iter().find(named)
    })
}

fn fit_parser() -> impl TypedValueParser<Value = PhotoFit> {
    words_parser(PhotoFit::ALL.map(PhotoFit::word), PhotoFit::of_word)
}

fn resample_parser() -> impl TypedValueParser<Value = Resample> {
    words_parser(Resample::ALL.map(Resample::word), Resample::of_word)
}

fn switch_parser() -> impl TypedValueParser<Value = bool> {
    words_parser(["on", "off"], |word| Some(word == "on"))
}

fn pool_parser() -> impl TypedValueParser<Value = usize> {
    words_parser(["2", "3"], |word| word.parse().ok())
}

/// "0.485,0.456,0.406".
fn triple(text: &str) -> Option<[f32; 3]> {
    let values: Option<Vec<f32>> = text.split(',').map(|value| value.trim().parse().ok()).collect();
    values?.try_into().ok()
}

fn parse_mean(text: &str) -> Result<[f32; 3], String> {
    let values = triple(text).filter(|values| is_mean(*values));
    values.ok_or_else(|| "expected three numbers like 104,117,123".to_owned())
}

fn parse_std(text: &str) -> Result<[f32; 3], String> {
    let values = triple(text).filter(|values| is_std(*values));
    values.ok_or_else(|| "expected three numbers above 0 like 0.229,0.224,0.225".to_owned())
}

fn parse_side(text: &str) -> Result<u32, String> {
    let side = text.parse().ok().filter(|side| SHORT_SIDES.contains(side));
    side.ok_or_else(|| "expected a whole number from 224 to 1024".to_owned())
}

fn parse_epsilon(text: &str) -> Result<f32, String> {
    let value = text.parse().ok().filter(|value| is_epsilon(*value));
    value.ok_or_else(|| "expected a number above 0, up to 1, like 1e-5".to_owned())
}
