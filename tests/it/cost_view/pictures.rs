//! The view in every state, drawn to `target/snapshots` to be looked at.

use inception_lens::app::launch::picture;
use inception_lens::app::{CostTab, Options, ThemeChoice, View};

use super::super::widgets::folder;

#[test]
fn every_tab_is_drawn() {
    for (theme, light) in [(ThemeChoice::Dark, "dark"), (ThemeChoice::Light, "light")] {
        for tab in CostTab::ALL {
            for size in [[1440.0, 900.0], [1100.0, 720.0]] {
                let options = Options {
                    image: Some("assets/samples/cat.png".into()),
                    view: View::Cost(tab),
                    layer: Some("inception4a".to_owned()),
                    theme: Some(theme),
                    ..Options::default()
                };
                let image = picture(&options, size, 1.0).unwrap();
                let name = format!("cost-{tab:?}-{light}-{}", size[0]).to_lowercase();
                image.save(format!("{}/{name}.png", folder())).unwrap();
            }
        }
    }
}
