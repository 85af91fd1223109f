//! What a file's metadata says about its network, in place of what was guessed.

use super::WeightsError;
use super::facts::wrong;
use super::file::TensorFile;
use super::finding::{Fact, Ground};
use super::known::Known;
use super::options::{SHORT_SIDES, is_epsilon, is_mean, is_pool4, is_std};
use crate::spec::{ChannelOrder, INPUT_SIDE, InputRange, PhotoFit, Resample};

/// Learns all that the metadata says.
///
/// # Errors
/// A value that is none of those its key may have.
pub(super) fn learn(known: &mut Known, file: &TensorFile) -> Result<(), WeightsError> {
    let ground = Ground::Metadata;
    let words = Words(file);
    if let Some(on) = words.word("lrn", "on or off", of_on_off)? {
        known.learn_lrn(on, ground);
    }
    if let Some(kernel) = words.word("pool4", "2 or 3", pool4)? {
        known.learn_pool4(kernel, ground);
    }
    if let Some(epsilon) = words.word("bn_epsilon", "a number above 0, up to 1", epsilon)? {
        known.learn_epsilon(epsilon, ground);
    }
    learn_input(known, &words)?;
    let sides = "a number from 224 to 1024";
    let input = &mut known.topology.preprocessing;
    if let Some(side) = words.word("resize_short_side", sides, short_side)? {
        input.resize_short_side = side;
        known.sure(Fact::ShortSide, ground);
    }
    let input = &mut known.topology.preprocessing;
    if let Some(fit) = words.word("fit", "crop, squeezed or borders", PhotoFit::of_word)? {
        input.fit = fit;
        known.sure(Fact::Fit, ground);
    }
    let input = &mut known.topology.preprocessing;
    if let Some(resample) = words.word("resample", "bilinear or bicubic", Resample::of_word)? {
        input.resample = resample;
        known.sure(Fact::Resample, ground);
    }
    let crop = |text: &str| (text.parse() == Ok(INPUT_SIDE)).then_some(());
    words.word("crop", &INPUT_SIDE.to_string(), crop)?;
    Ok(())
}

/// How pixels become numbers.
fn learn_input(known: &mut Known, words: &Words<'_>) -> Result<(), WeightsError> {
    let ground = Ground::Metadata;
    if let Some(order) = words.word("channel_order", "rgb or bgr", ChannelOrder::of_word)? {
        known.learn_order(order, ground);
    }
    if let Some(range) = words.word("scale", "0-1 or 0-255", InputRange::of_word)? {
        known.learn_range(range, ground);
    }
    let triple = "three numbers such as [0.485, 0.456, 0.406]";
    let any = |text: &str| numbers(text).filter(|values| is_mean(*values));
    if let Some(mean) = words.word("mean", triple, any)? {
        known.learn_mean(mean, ground);
    }
    let positive = |text: &str| numbers(text).filter(|values| is_std(*values));
    if let Some(std) = words.word("std", triple, positive)? {
        known.learn_std(std, ground);
    }
    let flag = |text: &str| text.parse().ok();
    if let Some(on) = words.word("transform_input", "true or false", flag)? {
        known.learn_transform(on, ground);
    }
    Ok(())
}

/// The metadata of a file.
struct Words<'a>(&'a TensorFile);

impl Words<'_> {
    /// The value of a key, if it is there.
    fn word<T>(
        &self,
        key: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, WeightsError> {
        let Some(text) = self.0.metadata.get(key) else {
            return Ok(None);
        };
        let value = parse(text).ok_or_else(|| wrong(key, text, expected))?;
        Ok(Some(value))
    }
}

fn of_on_off(word: &str) -> Option<bool> {
    match word {
        "on" | "true" => Some(true),
        "off" | "false" => Some(false),
        _ => None,
    }
}

fn pool4(text: &str) -> Option<usize> {
    text.parse().ok().filter(|kernel| is_pool4(*kernel))
}

fn epsilon(text: &str) -> Option<f32> {
    text.parse().ok().filter(|value| is_epsilon(*value))
}

fn short_side(text: &str) -> Option<u32> {
    text.parse().ok().filter(|side| SHORT_SIDES.contains(side))
}

fn numbers(text: &str) -> Option<[f32; 3]> {
    serde_json::from_str(text).ok()
}
