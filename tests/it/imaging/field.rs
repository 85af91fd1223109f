//! Files that people really have.
use inception_lens::imaging::read;
use super::bytes;
#[test]
fn dump() {
    let mut names: Vec<_> = std::fs::read_dir(super::file("tests/fixtures/field/photos")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    for name in names {
        let t = std::time::Instant::now();
        match read(&bytes(&format!("tests/fixtures/field/photos/{name}"))) {
            Ok(p) => { let path=format!("/dev/shm/out-{name}.png"); p.pixels.save(&path).unwrap(); println!("{name}: {:?} {:?} {:?}", p.pixels.dimensions(), p.notes, t.elapsed()) }
            Err(e) => println!("{name}: {e}"),
        }
    }
}
