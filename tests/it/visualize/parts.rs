//! The parts of a picture: what goes forward and back again belongs together.

use std::f32::consts::TAU;
use std::sync::Mutex;

use inception_lens::visualize::color::{Colors, IMAGENET};
use inception_lens::visualize::diversity::{self, Maps};
use inception_lens::visualize::fourier::{Coefficient, Fourier};
use inception_lens::visualize::window::{GREY, Sampling, Window};

use crate::synthetic::noise;

fn numbers(seed: u64, count: usize) -> Vec<f32> {
    (0..count as u64).map(|index| noise(seed, index)).collect()
}

fn dot(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(&a, &b)| f64::from(a) * f64::from(b)).sum()
}

fn near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 1e-4 * wanted.abs().max(1.0), "{what}: {found} instead of {wanted}");
}

/// A wave of that many periods down and across.
fn wave(side: usize, [down, across]: [i32; 2]) -> Vec<f32> {
    let place = |index: usize| (index / side) as f32 * down as f32 + (index % side) as f32 * across as f32;
    (0..side * side).map(|index| (TAU * place(index) / side as f32).cos()).collect()
}

/// The plane of coefficients.
fn plane_of(fourier: &Fourier, coefficients: &[Coefficient]) -> Vec<f32> {
    let from = |_, first: usize, into: &mut [Coefficient]| into.copy_from_slice(&coefficients[first..][..into.len()]);
    let [plane] = fourier.planes(from, |_| {});
    plane
}

#[test]
fn a_coefficient_is_a_wave() {
    for side in [8, 9, 20] {
        let fourier = Fourier::new(side);
        assert_eq!(fourier.count(), side * (side / 2 + 1));
        for (fy, fx) in [(0, 0), (0, 1), (2, 1), (side - 1, 3)] {
            let mut coefficients = vec![Coefficient::default(); fourier.count()];
            coefficients[fx * side + fy].re = (side * side) as f32;
            let plane = plane_of(&fourier, &coefficients);
            // The conjugate partner doubles it, where it has one.
            let twice = if fx == 0 || 2 * fx == side { 1.0 } else { 2.0 };
            let down = if 2 * fy > side { fy as i32 - side as i32 } else { fy as i32 };
            for (found, wanted) in plane.iter().zip(wave(side, [down, fx as i32])) {
                near((*found).into(), (twice * wanted).into(), "wave");
            }
            let frequency = (down as f32).hypot(fx as f32) / side as f32;
            near(fourier.frequencies()[fx * side + fy].into(), frequency.into(), "frequency");
        }
    }
}

#[test]
fn a_plane_is_the_sum_of_its_waves() {
    for side in [8, 15, 160] {
        let fourier = Fourier::new(side);
        let plane = numbers(1, side * side);
        let other = numbers(2, side * side);
        let seen = Mutex::new(vec![false; side]);
        let coefficients = fourier.coefficients([plane.clone(), other.clone()], |y, rows| {
            assert_eq!((&*rows[0], &*rows[1]), (&plane[y * side..][..side], &other[y * side..][..side]));
            seen.lock().unwrap()[y] = true;
        });
        assert!(seen.into_inner().unwrap().iter().all(|seen| *seen), "each row is prepared");
        for (coefficients, plane) in coefficients.chunks_exact(fourier.count()).zip([plane, other]) {
            for (found, wanted) in plane_of(&fourier, coefficients).iter().zip(&plane) {
                near((*found).into(), (*wanted).into(), "plane");
            }
        }
    }
}

/// What is linear has <gradient, change> = <what comes back, change of what went in>, for any of both.
#[test]
fn waves_go_back_as_they_came() {
    for side in [8, 15, 20] {
        let fourier = Fourier::new(side);
        let change = numbers(2, 2 * fourier.count());
        let coefficients: Vec<Coefficient> =
            change.as_chunks().0.iter().map(|&[re, im]| Coefficient::new(re, im)).collect();
        let gradient = numbers(3, side * side);
        let back: Vec<f32> =
            fourier.gradients([gradient.clone()], |_, _| {}).iter().flat_map(|number| [number.re, number.im]).collect();
        near(dot(&back, &change), dot(&gradient, &plane_of(&fourier, &coefficients)), "waves");
    }
}

#[test]
fn colors_go_back_as_they_came() {
    let colors = Colors::of(IMAGENET);
    let planes = |seed: u64| [0, 1, 2].map(|plane: u64| numbers(seed + plane, 50));
    let all = |planes: &[Vec<f32>; 3]| planes.concat();
    let (change, gradient) = (planes(4), planes(8));
    let (mut mixed, mut back) = (change.clone(), gradient.clone());
    colors.mix(mixed.each_mut().map(|plane| &mut plane[..]));
    colors.mix_backward(back.each_mut().map(|plane| &mut plane[..]));
    near(dot(&all(&back), &all(&change)), dot(&all(&gradient), &all(&mixed)), "colors");
    colors.unmix(mixed.each_mut().map(|plane| &mut plane[..]));
    for (found, wanted) in all(&mixed).iter().zip(all(&change)) {
        near((*found).into(), wanted.into(), "unmixed");
    }
    // Lucid's first direction is brightness: it makes grey.
    let mut grey = [vec![1.0], vec![0.0], vec![0.0]];
    colors.mix(grey.each_mut().map(|plane| &mut plane[..]));
    let [red, green, blue] = grey.map(|plane| plane[0]);
    assert!((red - green).abs() < 0.03 && (green - blue).abs() < 0.03, "{red} {green} {blue}");
}

const WINDOWS: [Window; 4] = [
    Window::MIDDLE,
    Window { shift: [3.3, -2.8], angle: 0.17, scale: 1.1 },
    Window { shift: [-5.0, 4.0], angle: -0.12, scale: 0.9 },
    // Beyond the canvas.
    Window { shift: [12.0, 12.0], angle: 0.05, scale: 0.9 },
];

#[test]
fn a_window_shows_the_canvas() {
    let canvas = numbers(5, 20 * 20);
    let middle = Sampling::new(Window::MIDDLE, 20, 16).sample(&canvas);
    for (index, pixel) in middle.iter().enumerate() {
        near((*pixel).into(), canvas[(index / 16 + 2) * 20 + index % 16 + 2].into(), "middle");
    }
    // A quarter turn would be exact: pixels between four others are their mean.
    let half = Window { shift: [0.5, 0.5], ..Window::MIDDLE };
    let between = Sampling::new(half, 20, 16).sample(&canvas);
    let mean = [0, 1, 20, 21].iter().map(|offset| canvas[2 * 20 + 2 + offset]).sum::<f32>() / 4.0;
    near(between[0].into(), mean.into(), "between");
    let far = Window { shift: [100.0, 0.0], ..Window::MIDDLE };
    assert!(Sampling::new(far, 20, 16).sample(&canvas).iter().all(|&pixel| pixel == GREY));
    let grey = vec![GREY; 20 * 20];
    for window in WINDOWS {
        assert!(Sampling::new(window, 20, 16).sample(&grey).iter().all(|&pixel| pixel == GREY));
    }
}

#[test]
fn windows_go_back_as_they_came() {
    for window in WINDOWS {
        let sampling = Sampling::new(window, 20, 16);
        let (change, gradient) = (numbers(6, 20 * 20), numbers(7, 16 * 16));
        let moved: Vec<f32> = change.iter().map(|value| GREY + value).collect();
        let seen: Vec<f32> = sampling.sample(&moved).iter().map(|value| value - GREY).collect();
        near(dot(&sampling.sample_backward(&gradient), &change), dot(&gradient, &seen), "window");
    }
}

#[test]
fn the_penalty_on_likeness_has_the_slope_of_its_gradient() {
    let (channels, cells) = (5, 12);
    let pictures: Vec<Vec<f32>> = (0..3).map(|picture| numbers(40 + picture, channels * cells)).collect();
    let maps = |pictures: &[Vec<f32>]| {
        let maps: Vec<Maps<'_>> = pictures.iter().map(|values| Maps { channels, values }).collect();
        (f64::from(diversity::penalty(&maps)), diversity::gradients(&maps))
    };
    let (_, gradients) = maps(&pictures);
    let change = numbers(50, channels * cells);
    for (index, gradient) in gradients.iter().enumerate() {
        let moved = |by: f32| {
            let mut pictures = pictures.clone();
            pictures[index].iter_mut().zip(&change).for_each(|(value, change)| *value += by * change);
            maps(&pictures).0
        };
        let slope = (moved(0.01) - moved(-0.01)) / 0.02;
        let wanted = dot(gradient, &change);
        assert!((slope - wanted).abs() <= 2e-3 * wanted.abs().max(0.1), "{index}: {slope} instead of {wanted}");
    }
    // The same picture twice has a cosine of 1 with itself, counted for both, over two.
    let twins = [pictures[0].clone(), pictures[0].clone()];
    near(maps(&twins).0, 1.0, "twins");
}
