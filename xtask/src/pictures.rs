//! The pictures of the README and of docs, each a view as `--screenshot` draws it.

use crate::program::Program;

/// Photo of most pictures.
const CAT: &str = "assets/samples/cat.png";
/// Known, large, and its evidence lies on it.
const MOTORCYCLE: &str = "assets/samples/motorcycle.jpg";
/// Two known things at once.
const BOTH: &str = "assets/samples/cat-and-dog.jpg";

/// File in `assets/screenshots`, photo, and what else the command line says.
const PICTURES: [(&str, &str, &str); 33] = [
    ("network-dark", CAT, "--view network"),
    ("network-light", CAT, "--view network --theme light"),
    ("network-naive-dark", CAT, "--view network --modules naive"),
    ("module-reduced-dark", CAT, "--view module:4a"),
    ("module-reduced-light", CAT, "--view module:4a --theme light"),
    ("module-naive-dark", CAT, "--view module:4a --modules naive"),
    ("module-side-by-side-dark", CAT, "--view module:4a:side-by-side"),
    ("module-walk-dark", CAT, "--view module:4a:walk"),
    ("module-odd-kernels-dark", CAT, "--view module:4a:odd-kernels"),
    ("module-receptive-fields-dark", CAT, "--view module:3a:receptive-fields"),
    ("module-korean-dark", CAT, "--view module:4a --lang ko"),
    ("layer-dark", CAT, "--view layer:inception3b.branch2.1"),
    ("layer-light", CAT, "--view layer:inception3b.branch2.1 --theme light"),
    ("kernels-dark", CAT, "--view layer:conv1:kernels"),
    ("classifiers-dark", MOTORCYCLE, "--view classifiers"),
    ("classifiers-pooling-dark", MOTORCYCLE, "--view classifiers:pooling"),
    ("classifiers-heads-dark", BOTH, "--view classifiers:heads --true-label cat"),
    ("classifiers-gradients-dark", CAT, "--view classifiers:gradients"),
    ("cost-dark", CAT, "--view cost"),
    ("cost-layers-dark", CAT, "--view cost:layers"),
    ("cost-roofline-dark", CAT, "--view cost:roofline"),
    ("cost-lineage-light", CAT, "--view cost:lineage --theme light"),
    ("looks-for-dark", CAT, "--view layer:inception4d:looks-for --folder assets/album"),
    ("dream-dark", CAT, "--view layer:inception4c:dream"),
    ("album-photos-dark", CAT, "--view album:photos"),
    ("album-answers-dark", CAT, "--view album:answers"),
    ("album-map-dark", CAT, "--view album:map"),
    ("tour-dark", CAT, "--view tour:5:answer"),
    ("compare-dark", CAT, "--view network --compare assets/samples/cat-poster.jpg"),
    ("edit-dark", BOTH, "--view network:edit"),
    ("occlusion-dark", MOTORCYCLE, "--view network:occlusion"),
    ("keys-dark", CAT, "--view network:keys"),
    ("projector-dark", MOTORCYCLE, "--view classifiers --present --size 1280x720"),
];

/// Draws all pictures, or those whose names have these letters.
///
/// # Errors
/// A view cannot be drawn.
pub fn draw(program: &Program, only: Option<&str>) -> anyhow::Result<()> {
    for (name, photo, rest) in PICTURES {
        if only.is_some_and(|letters| !name.contains(letters)) {
            continue;
        }
        let out = format!("assets/screenshots/{name}.png");
        let mut arguments = vec![photo, "--lang", "en"];
        // The later of two languages would be an error: a picture in Korean says so itself.
        if rest.contains("--lang") {
            arguments.truncate(1);
        }
        arguments.extend(rest.split(' '));
        arguments.extend(["--screenshot", &out]);
        program.run(&arguments)?;
        println!("{out}");
    }
    Ok(())
}
