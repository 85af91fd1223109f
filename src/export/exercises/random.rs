//! Tasks from a seed.

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use super::{Convolution, Exercise, Field, Memory, Module, Padding, Reduction, Task};
use crate::spec::{InceptionModule, Step, Window};

/// So many exercises: the two presets, then every kind of task in turn, drawn from the seed.
pub fn exercises(count: usize, seed: u64) -> Vec<Exercise> {
    let mut draw = Draw(StdRng::seed_from_u64(seed));
    let presets = [Task::Reduction(Reduction::PRESET), Task::Module(Module::CS231N)];
    let kinds: [fn(&mut Draw) -> Task; 6] =
        [Draw::convolution, Draw::padding, Draw::field, Draw::reduction, Draw::module, Draw::memory];
    let drawn = kinds.iter().cycle().map(|kind| kind(&mut draw));
    presets.into_iter().chain(drawn).take(count).map(Exercise::about).collect()
}

/// A module drawn from a seed.
pub fn random_module(seed: u64) -> Module {
    Draw(StdRng::seed_from_u64(seed)).any_module()
}

/// Plausible numbers.
struct Draw(StdRng);

impl Draw {
    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        // Of a fixed width, so that every machine draws the same.
        choices[self.0.random_range(0..choices.len() as u32) as usize]
    }

    /// A multiple of `unit`, `least` to `most` times.
    fn multiple(&mut self, unit: u32, least: u32, most: u32) -> usize {
        (unit * self.0.random_range(least..=most)) as usize
    }

    fn convolution(&mut self) -> Task {
        let kernel = self.one_of(&[3, 5, 7]);
        let stride = self.one_of(&[1, 2, 2, 3]);
        let padding = self.one_of(&[0, 1, (kernel - 1) / 2]);
        Task::Convolution(Convolution {
            channels: self.one_of(&[3, 16, 32, 64]),
            side: self.one_of(&[28, 32, 56, 64, 112]),
            filters: self.one_of(&[16, 32, 64, 96]),
            window: Window::conv(kernel, stride, padding),
        })
    }

    fn padding(&mut self) -> Task {
        let (kernel, layers) = (self.one_of(&[3, 5, 7]), self.one_of(&[2, 3, 4]));
        Task::Padding(Padding { side: self.one_of(&[28, 32, 56, 64, 112]), kernel, layers })
    }

    fn field(&mut self) -> Task {
        let first = self.one_of(&[Window::conv(7, 2, 3), Window::conv(5, 2, 2), Window::conv(3, 1, 1)]);
        let second = self.one_of(&[Window::conv(3, 1, 1), Window::conv(5, 1, 2), Window::conv(3, 2, 1)]);
        let conv = |window| Step::Conv { window, channels: 1 };
        let steps = vec![conv(first), Step::MaxPool(Window::pool(3, 2, 0)), conv(second)];
        Task::Field(Field { steps })
    }

    fn reduction(&mut self) -> Task {
        let reduced = self.multiple(16, 1, 6);
        Task::Reduction(Reduction {
            side: self.one_of(&[7, 14, 28]),
            input: self.one_of(&[192, 256, 320, 384, 480, 512]),
            reduced,
            filters: reduced * self.one_of(&[2, 3, 4]),
            kernel: self.one_of(&[3, 5]),
        })
    }

    fn module(&mut self) -> Task {
        Task::Module(self.any_module())
    }

    fn memory(&mut self) -> Task {
        Task::Memory(Memory { module: self.any_module(), batch: self.one_of(&[8, 16, 32, 64, 128]) })
    }

    fn any_module(&mut self) -> Module {
        let (reduce3, reduce5) = (self.multiple(16, 4, 8), self.multiple(8, 2, 6));
        Module {
            channels: self.one_of(&[192, 256, 320, 384, 480, 512]),
            side: self.one_of(&[7, 14, 28]),
            module: InceptionModule {
                name: "",
                branch1: self.multiple(32, 2, 8),
                reduce3,
                branch2: 2 * reduce3,
                reduce5,
                branch3: reduce5 * self.one_of(&[2, 3, 4]),
                projection: self.multiple(32, 1, 4),
            },
        }
    }
}
