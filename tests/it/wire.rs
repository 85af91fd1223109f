//! How data crosses: what is shared once, what nobody holds not for ever, numbers to their last bit.

use std::sync::Arc;

use image::RgbImage;
use inception_lens::analysis::heatmaps::Map;
use inception_lens::engine::{LoadedNetwork, Origin, WeightsSource};
use inception_lens::wire::{Known, Side, decode, encode};

/// Who asks, and who answers.
fn sides() -> [Known; 2] {
    [Side::Asking, Side::Answering].map(Known::new)
}

fn bytes(origin: &Origin) -> &Arc<[u8]> {
    match origin {
        Origin::Encoded(bytes) => bytes,
        Origin::Pixels(_) => panic!("pixels"),
    }
}

#[test]
fn what_is_shared_crosses_once_and_comes_back_as_what_it_was() {
    let [mut asking, mut answering] = sides();
    let photo = Origin::Encoded(vec![7; 10_000].into());
    let first = encode(&mut asking, &photo).unwrap();
    assert!(first.len() > 10_000);
    let there: Origin = decode(&mut answering, &first).unwrap();
    let again = encode(&mut asking, &[&photo, &photo]).unwrap();
    assert!(again.len() < 10, "{}", again.len());
    let [one, other]: [Origin; 2] = decode(&mut answering, &again).unwrap();
    assert!(Arc::ptr_eq(bytes(&one), bytes(&there)) && Arc::ptr_eq(bytes(&other), bytes(&there)));
    let back = encode(&mut answering, &one).unwrap();
    assert!(back.len() < 10, "{}", back.len());
    let home: Origin = decode(&mut asking, &back).unwrap();
    assert!(Arc::ptr_eq(bytes(&home), bytes(&photo)));
    assert_eq!([asking.len(), answering.len()], [1, 1]);
}

/// Both sides name things at the same time, and neither takes the other's number.
#[test]
fn numbers_of_both_sides_differ() {
    let [mut asking, mut answering] = sides();
    let [mine, yours] = [1, 2].map(|byte| Origin::Encoded(vec![byte; 100].into()));
    let there = encode(&mut asking, &mine).unwrap();
    let here = encode(&mut answering, &yours).unwrap();
    let mine: Origin = decode(&mut answering, &there).unwrap();
    let yours: Origin = decode(&mut asking, &here).unwrap();
    assert_eq!([bytes(&mine)[0], bytes(&yours)[0]], [1, 2]);
    assert_eq!([asking.len(), answering.len()], [2, 2]);
}

#[test]
fn what_nobody_holds_is_let_go_of_once_the_other_side_has_forgotten_it() {
    let [mut asking, mut answering] = sides();
    let photo = Origin::Encoded(vec![7; 100].into());
    let message = encode(&mut asking, &photo).unwrap();
    let there: Origin = decode(&mut answering, &message).unwrap();
    assert!(asking.sweep().is_empty(), "it is held");
    drop(photo);
    // An answer is under way that speaks of it.
    let answer = encode(&mut answering, &there).unwrap();
    let gone = asking.sweep();
    assert_eq!(gone.len(), 1);
    let found: Origin = decode(&mut asking, &answer).unwrap();
    assert_eq!(bytes(&found)[..], [7; 100]);
    answering.forget(&gone);
    asking.drop_forgotten(&gone);
    assert!(asking.is_empty() && answering.is_empty());
    // Who speaks of it now has to say what it is.
    assert!(decode::<Origin>(&mut asking, &answer).is_err());
    let message = encode(&mut asking, &found).unwrap();
    assert!(message.len() > 100);
    assert!(decode::<Origin>(&mut answering, &message).is_ok());
}

/// What was written into a message that is never sent is unknown to the other side.
#[test]
fn a_message_that_cannot_be_written_leaves_no_numbers() {
    let [mut asking, mut answering] = sides();
    let photo = Origin::Encoded(vec![7; 100].into());
    let network = Arc::new(LoadedNetwork::load_default().unwrap());
    assert!(encode(&mut asking, &(&photo, WeightsSource::Loaded(network))).is_err(), "layers do not cross");
    assert!(asking.is_empty());
    let message = encode(&mut asking, &photo).unwrap();
    assert!(decode::<Origin>(&mut answering, &message).is_ok());
}

#[test]
fn numbers_cross_to_their_last_bit() {
    let [mut asking, mut answering] = sides();
    let values =
        vec![0.0, -0.0, 1.0 / 3.0, f32::MIN_POSITIVE / 2.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, f32::MAX];
    let map = Map { height: 2, width: 4, values };
    let message = encode(&mut answering, &map).unwrap();
    // Two sizes, the number of bytes, and four bytes a number.
    assert_eq!(message.len(), 3 + 4 * map.values.len());
    let there: Map = decode(&mut asking, &message).unwrap();
    let bits = |map: &Map| map.values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&there), bits(&map));
}

#[test]
fn bytes_that_are_something_else_are_an_error() {
    let [mut asking, mut answering] = sides();
    let picture = Origin::Pixels(Arc::new(RgbImage::new(3, 2)));
    let message = encode(&mut asking, &picture).unwrap();
    for end in 0..message.len() {
        assert!(decode::<Origin>(&mut Known::new(Side::Answering), &message[..end]).is_err(), "{end} bytes");
    }
    // Width, height, number of bytes: another width.
    let place = message.windows(3).position(|window| window == [3, 2, 18]).unwrap();
    let mut other = message.clone();
    other[place] = 4;
    assert!(decode::<Origin>(&mut answering, &other).is_err());
    assert!(decode::<Origin>(&mut answering, &message).is_ok());
    assert!(decode::<Origin>(&mut answering, b"").is_err());
}
