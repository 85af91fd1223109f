//! Names of folders to classes.

use inception_lens::album::{Index, Place, Truth, find_class, sources};

use super::{NETWORK, never, open, pictures};

#[test]
fn case_plural_and_both_languages_are_forgiven() {
    let classes = [
        "cat",
        "grapes",
        "bell pepper",
        "pear",
        "boat",
        "person",
        "dress",
        "church",
        "strawberry",
        "T-shirt",
        "tomato",
        "watch",
        "car",
        "cap",
        "knife",
    ];
    let classes = classes.map(str::to_owned);
    let cases = [
        ("cat", Some("cat")),
        ("CATS", Some("cat")),
        ("고양이", Some("cat")),
        ("고양이들", Some("cat")),
        // As macOS writes it: syllables taken apart.
        ("\u{1100}\u{1169}\u{110b}\u{1163}\u{11bc}\u{110b}\u{1175}", Some("cat")),
        ("grape", Some("grapes")),
        ("Bell_Peppers", Some("bell pepper")),
        ("bell-pepper", Some("bell pepper")),
        ("파프리카", Some("bell pepper")),
        ("배", Some("boat")),
        ("배(과일)", Some("pear")),
        ("people", Some("person")),
        ("Dresses", Some("dress")),
        ("churches", Some("church")),
        ("strawberries", Some("strawberry")),
        ("tshirts", None),
        ("t-shirts", Some("T-shirt")),
        ("tomatoes", Some("tomato")),
        ("knives", Some("knife")),
        ("watches", Some("watch")),
        ("capes", None),
        ("cart", None),
        ("rocket", None),
        ("", None),
    ];
    for (folder, wanted) in cases {
        let found = find_class(folder, &classes).map(|class| classes[class].as_str());
        assert_eq!(found, wanted, "{folder}");
    }
}

#[test]
fn a_folder_is_the_true_label_of_its_photos() {
    let folder = tempfile::tempdir().unwrap();
    pictures::write(folder.path(), 0..4);
    let deep = folder.path().join("animals/Dogs/puppies");
    std::fs::create_dir_all(&deep).unwrap();
    pictures::picture(9).save(deep.join("a.png")).unwrap();
    let cache = tempfile::tempdir().unwrap();
    let album = open(folder.path(), cache.path()).album();
    let class = |name: &str| Truth::Known(album.classes.iter().position(|class| class == name).unwrap());
    let found: Vec<_> =
        album.photos.iter().map(|photo| (photo.path.as_str(), album.label(photo), photo.truth.clone())).collect();
    let wanted = [
        ("03.png", None, Truth::None),
        ("Dogs/01.png", Some("Dogs"), class("dog")),
        ("animals/Dogs/puppies/a.png", Some("Dogs"), class("dog")),
        ("cat/00.png", Some("cat"), class("cat")),
        ("thing/02.png", Some("thing"), Truth::Unknown),
    ];
    assert_eq!(found, wanted);
    assert_eq!(album.labels[..], ["Dogs", "cat", "thing"]);
}

#[test]
fn every_photo_inside_has_a_source_and_a_licence() {
    let index = Index::open(Place::BuiltIn, NETWORK.clone(), None, &never).unwrap();
    let album = index.album();
    let mut sources = sources();
    sources.sort_by(|a, b| a.file.cmp(&b.file));
    let of_album = album.photos.iter().map(|photo| (photo.path.as_str(), album.label(photo).unwrap()));
    let of_sources = sources.iter().map(|source| (source.file.as_str(), source.label.as_str()));
    assert!(of_album.eq(of_sources));
    assert_eq!((album.photos.len(), album.labels.len()), (522, 119));
    for source in &sources {
        assert!(["CC BY 4.0", "CC0", "MIT"].contains(&source.licence.as_str()), "{source:?}");
        assert!(!source.source.is_empty());
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/album");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .flat_map(|entry| std::fs::read_dir(entry.unwrap().path()).into_iter().flatten());
    assert_eq!(files.count(), 522, "no photo is there without a line");
}
