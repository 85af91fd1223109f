//! How large messages are.

use std::sync::{Arc, Mutex};

use super::line::far_measured;
use super::{network, run};

/// All activations of a photo cross, but in pieces: a window that takes one of them in can draw a frame before the next.
#[test]
fn no_message_of_a_run_is_larger_than_the_largest_layer_with_its_border() {
    let lengths = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&lengths);
    let engine = far_measured(move |length| noted.lock().unwrap().push(length));
    let network = network(&engine);
    let run = run(&engine, &network, "cat.png");
    // Table 1 of the paper: conv1 has 64 maps of 112 x 112.
    let conv1 = 64 * 112 * 112 * size_of::<f32>();
    assert_eq!(run.report.activation("conv1").unwrap().values().len() * size_of::<f32>(), conv1);
    let lengths = lengths.lock().unwrap();
    assert!(lengths.iter().max().unwrap() < &(conv1 * 5 / 4), "{lengths:?}");
    assert!(lengths.iter().sum::<usize>() > 3 * conv1, "{lengths:?}");
}
