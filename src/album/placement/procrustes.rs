//! A layout turned or mirrored to lie over another (orthogonal Procrustes; in a plane its solution is an angle).

use std::collections::HashMap;

use super::Layout;

/// `layout` turned, perhaps mirrored, so that the photos it shares with `before` lie as near to their old places as they can; its
/// size stays.
pub fn fitted(layout: &Layout, before: &Layout) -> Layout {
    let old: HashMap<usize, [f32; 2]> = before.photos.iter().copied().zip(before.positions.iter().copied()).collect();
    let shared = layout.photos.iter().zip(&layout.positions);
    let pairs: Vec<([f32; 2], [f32; 2])> = shared.filter_map(|(photo, &new)| Some((new, *old.get(photo)?))).collect();
    let mirrored = |[x, y]: [f32; 2]| [x, -y];
    let plain = turn(pairs.iter().copied());
    let other = turn(pairs.iter().map(|&(new, old)| (mirrored(new), old)));
    let is_mirrored = other.agreement > plain.agreement;
    let Turn { cosine, sine, .. } = if is_mirrored { other } else { plain };
    let place = |&position: &[f32; 2]| {
        let [x, y] = (if is_mirrored { mirrored(position) } else { position }).map(f64::from);
        [(cosine * x - sine * y) as f32, (sine * x + cosine * y) as f32]
    };
    Layout { photos: layout.photos.clone(), positions: layout.positions.iter().map(place).collect() }
}

struct Turn {
    cosine: f64,
    sine: f64,
    /// How well both lie over one another then.
    agreement: f64,
}

/// The turn that brings the first of each pair nearest to the second; none where there is nothing to go by.
fn turn(pairs: impl Iterator<Item = ([f32; 2], [f32; 2])>) -> Turn {
    let (mut along, mut across) = (0.0, 0.0);
    for (new, old) in pairs {
        let ([x, y], [u, v]) = (new.map(f64::from), old.map(f64::from));
        along += x * u + y * v;
        across += x * v - y * u;
    }
    let agreement = along.hypot(across);
    match agreement > 0.0 {
        true => Turn { cosine: along / agreement, sine: across / agreement, agreement },
        false => Turn { cosine: 1.0, sine: 0.0, agreement },
    }
}
