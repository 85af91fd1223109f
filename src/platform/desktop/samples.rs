//! The photos that come with the program: inside it.

/// The file of that name; `None` where there is none.
pub fn sample(name: &str) -> Option<&'static [u8]> {
    Some(match name {
        "astronaut.png" => include_bytes!("../../../assets/samples/astronaut.png"),
        "cat-and-dog.jpg" => include_bytes!("../../../assets/samples/cat-and-dog.jpg"),
        "cat-poster.jpg" => include_bytes!("../../../assets/samples/cat-poster.jpg"),
        "cat.png" => include_bytes!("../../../assets/samples/cat.png"),
        "china.jpg" => include_bytes!("../../../assets/samples/china.jpg"),
        "coffee.png" => include_bytes!("../../../assets/samples/coffee.png"),
        "flower.jpg" => include_bytes!("../../../assets/samples/flower.jpg"),
        "motorcycle.jpg" => include_bytes!("../../../assets/samples/motorcycle.jpg"),
        "rocket.jpg" => include_bytes!("../../../assets/samples/rocket.jpg"),
        _ => return None,
    })
}
