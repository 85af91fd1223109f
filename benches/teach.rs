//! What it costs to teach: the features of a photo, the fit, a photo left out, the file.
//!
//! Run with `cargo bench --bench teach`.  Wanted: at most 150 ms a photo, a fit of 200 photos and 8 classes under 200 ms.

use std::sync::Arc;
use std::time::Instant;

use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::read_photo;
use inception_lens::teach::{
    Card, Features, LeftOut, Lesson, Pupil, TaughtDepth, TrayPhoto, features, leave_out, weights_file,
};

const CLASSES: usize = 8;
/// Photos of a class.
const PHOTOS: usize = 25;
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let network = LoadedNetwork::load_default()?;
    let mut times = Vec::new();
    let mut photos: Vec<Vec<Arc<Features>>> = Vec::new();
    for class in classes()? {
        let mut of_class = Vec::new();
        for path in class {
            let bytes = std::fs::read(path)?;
            let start = Instant::now();
            let photo = TrayPhoto::new("photo", &read_photo(&bytes)?.pixels)?;
            of_class.push(Arc::new(features(&network, &photo.pixels()?, &|| false)?));
            times.push(milliseconds(start));
        }
        photos.push(of_class);
    }
    println!("{} photos, {} threads, medians", times.len(), rayon::current_num_threads());
    println!("features of a photo, from its file   {:8.1} ms", median(&mut times));
    for (classes, each) in [(3, 8), (CLASSES, PHOTOS)] {
        let lesson = lesson(&photos, classes, each);
        let mut steps = 0;
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            steps = lesson.fit(TaughtDepth::Module5b)?.steps;
            times.push(milliseconds(start));
        }
        let count = lesson.pupils.len();
        println!("fit of {count:3} photos, {classes} classes         {:8.1} ms, {steps} steps", median(&mut times));
        let all = lesson.fit(TaughtDepth::Module5b)?;
        let mut times = Vec::new();
        for photo in 0..ROUNDS {
            let start = Instant::now();
            leave_out(&lesson, TaughtDepth::Module5b, photo, &all)?;
            times.push(milliseconds(start));
        }
        println!("one of them left out                 {:8.1} ms", median(&mut times));
        if classes == CLASSES {
            let card = Card::new(&network, &lesson.labels, &LeftOut::new(&lesson));
            let start = Instant::now();
            let file = weights_file(&network, &lesson.head(&all), &card)?;
            let megabytes = file.len() as f64 / 1e6;
            println!("a file of {megabytes:.1} MB                    {:8.1} ms", milliseconds(start));
        }
    }
    Ok(())
}

/// Photos of the album inside the program in eight classes, each of several folders: its folders have few.
fn classes() -> Result<Vec<Vec<std::path::PathBuf>>, Box<dyn std::error::Error>> {
    let album = format!("{}/assets/album", env!("CARGO_MANIFEST_DIR"));
    let sorted = |folder: &std::path::Path| -> std::io::Result<Vec<std::path::PathBuf>> {
        let mut paths =
            std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    };
    let mut folders = sorted(album.as_ref())?;
    folders.retain(|path| path.is_dir());
    let mut classes = vec![Vec::new(); CLASSES];
    for (place, folder) in folders.iter().enumerate() {
        classes[place * CLASSES / folders.len()].extend(sorted(folder)?);
    }
    classes.iter_mut().for_each(|class| class.truncate(PHOTOS));
    Ok(classes)
}

fn lesson(photos: &[Vec<Arc<Features>>], classes: usize, each: usize) -> Lesson {
    let of_class = |(class, photos): (usize, &Vec<Arc<Features>>)| {
        let photos: Vec<Pupil> =
            photos.iter().take(each).map(|features| Pupil { class, features: Arc::clone(features) }).collect();
        photos
    };
    let pupils = photos.iter().take(classes).enumerate().flat_map(of_class).collect();
    Lesson { labels: (0..classes).map(|class| format!("class {class}")).collect(), pupils }
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
