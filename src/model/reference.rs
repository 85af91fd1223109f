//! The reference operators: plain candle where candle has the operation, and small loops with a gradient where it has not
//! (padded ceil-mode pooling, average pooling with kernel != stride, LRN).  Slow, simple, differentiable.

use candle_core::{CpuStorage, CustomOp1, CustomOp2, Device, Layout, Result, Shape, Tensor};
use candle_nn::{Conv2d, Conv2dConfig, Module};

use super::kernels::Pool;
use super::local_response_norm;
use super::operators::slice;
use crate::spec::{LocalResponseNorm, Window};

/// Convolution of `[1, C, H, W]` by candle.  Its gradient is that of the input alone: candle's own computes the kernel's
/// too, which takes as long and which nobody asks for.
pub(super) struct ReferenceConvolution {
    /// `[O, C, k, k]`.
    pub weight: Tensor,
    pub window: Window,
}

impl ReferenceConvolution {
    /// Where the input of a convolution gets its gradient from: for stride 1 a convolution with the kernels turned round.
    fn input_gradient(&self, x: &Tensor, grad: &Tensor) -> Result<Tensor> {
        let (weight, window) = (&self.weight, self.window);
        if window.stride == 1 {
            let turned = weight.flip(&[2, 3])?.transpose(0, 1)?.contiguous()?;
            let padding = window.kernel - 1 - window.padding;
            return grad.contiguous()?.conv2d(&turned, padding, 1, 1, 1);
        }
        let reached = (grad.dim(2)? - 1) * window.stride + window.kernel - 2 * window.padding;
        let missing = x.dim(2)? - reached;
        grad.conv_transpose2d(weight, window.padding, missing, window.stride, 1)
    }
}

impl CustomOp1 for ReferenceConvolution {
    fn name(&self) -> &'static str {
        "reference-convolution"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let x = Tensor::from_slice(slice(x, layout)?, layout.shape(), &Device::Cpu)?;
        let config = Conv2dConfig { padding: self.window.padding, stride: self.window.stride, ..Default::default() };
        let y = Conv2d::new(self.weight.clone(), None, config).forward(&x)?;
        let values = y.flatten_all()?.to_vec1()?;
        Ok((CpuStorage::F32(values), y.shape().clone()))
    }

    fn bwd(&self, x: &Tensor, _y: &Tensor, grad: &Tensor) -> Result<Option<Tensor>> {
        self.input_gradient(x, grad).map(Some)
    }
}

/// Max pool of `[1, C, H, W]`, one window after the other.
pub(super) struct ReferenceMaxPool(pub Window);

impl ReferenceMaxPool {
    /// Flat index of the first largest cell of window `(y, x)` of a map of `[height, width]`.
    fn winner(&self, map: &[f32], [height, width]: [usize; 2], y: usize, x: usize) -> usize {
        let mut best = None;
        for row in self.0.input_range(y, height) {
            for column in self.0.input_range(x, width) {
                let index = row * width + column;
                if best.is_none_or(|best: usize| map[index] > map[best]) {
                    best = Some(index);
                }
            }
        }
        best.expect("Window::output_side drops windows that would be empty")
    }

    /// Calls `each` with the flat output index and its winner's flat input index.
    fn for_each(&self, values: &[f32], [height, width]: [usize; 2], mut each: impl FnMut(usize, usize)) {
        let mut output = 0;
        for (channel, map) in values.chunks_exact(height * width).enumerate() {
            for y in 0..self.0.output_side(height) {
                for x in 0..self.0.output_side(width) {
                    let winner = self.winner(map, [height, width], y, x);
                    each(output, channel * height * width + winner);
                    output += 1;
                }
            }
        }
    }
}

impl CustomOp1 for ReferenceMaxPool {
    fn name(&self) -> &'static str {
        "reference-max-pool"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (_, channels, height, width) = layout.shape().dims4()?;
        let values = slice(x, layout)?;
        let side = |side| self.0.output_side(side);
        let shape = Shape::from((1, channels, side(height), side(width)));
        let mut output = vec![0.0; shape.elem_count()];
        self.for_each(values, [height, width], |cell, winner| output[cell] = values[winner]);
        Ok((CpuStorage::F32(output), shape))
    }

    fn bwd(&self, x: &Tensor, _y: &Tensor, grad: &Tensor) -> Result<Option<Tensor>> {
        x.contiguous()?.apply_op2_no_bwd(&grad.contiguous()?, &MaxPoolGradient(Self(self.0))).map(Some)
    }
}

/// The gradient goes to the cell that won.
struct MaxPoolGradient(ReferenceMaxPool);

impl CustomOp2 for MaxPoolGradient {
    fn name(&self) -> &'static str {
        "max-pool-gradient"
    }

    fn cpu_fwd(
        &self,
        x: &CpuStorage,
        x_layout: &Layout,
        grad: &CpuStorage,
        grad_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (_, _, height, width) = x_layout.shape().dims4()?;
        let (values, grad) = (slice(x, x_layout)?, slice(grad, grad_layout)?);
        let mut result = vec![0.0; values.len()];
        self.0.for_each(values, [height, width], |cell, winner| result[winner] += grad[cell]);
        Ok((CpuStorage::F32(result), x_layout.shape().clone()))
    }
}

/// Average pool of `[1, C, H, W]`, one window after the other.
pub(super) struct ReferenceAveragePool(pub Pool);

impl CustomOp1 for ReferenceAveragePool {
    fn name(&self) -> &'static str {
        "reference-average-pool"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (_, channels, height, width) = layout.shape().dims4()?;
        let values = slice(x, layout)?;
        let side = |side| self.0.output_side(side);
        let shape = Shape::from((1, channels, side(height), side(width)));
        let mut output = Vec::with_capacity(shape.elem_count());
        for map in values.chunks_exact(height * width) {
            for cell in 0..side(height) * side(width) {
                let rows = self.0.range(cell / side(width), height);
                let columns = self.0.range(cell % side(width), width);
                let count = rows.len() * columns.len();
                let lines = rows.map(|row| map[row * width..][columns.clone()].iter().sum::<f32>());
                output.push(lines.sum::<f32>() / count as f32);
            }
        }
        Ok((CpuStorage::F32(output), shape))
    }

    fn bwd(&self, x: &Tensor, _y: &Tensor, grad: &Tensor) -> Result<Option<Tensor>> {
        let (_, _, height, width) = x.dims4()?;
        let grad = grad.flatten_all()?.to_vec1::<f32>()?;
        let result = average_pool_backward(&grad, x.elem_count(), [height, width], self.0);
        Tensor::from_vec(result, x.shape(), x.device()).map(Some)
    }
}

/// Every cell of a window gets the same share: from the gradient of an average pool's results to that of its `count` inputs,
/// maps of `[height, width]`.
pub(super) fn average_pool_backward(
    gradient: &[f32],
    count: usize,
    [height, width]: [usize; 2],
    pool: Pool,
) -> Vec<f32> {
    let output_width = pool.output_side(width);
    let area = pool.output_side(height) * output_width;
    let mut result = vec![0.0; count];
    let maps = result.chunks_exact_mut(height * width);
    for (map, gradient) in maps.zip(gradient.chunks_exact(area)) {
        for (index, gradient) in gradient.iter().enumerate() {
            let rows = pool.range(index / output_width, height);
            let columns = pool.range(index % output_width, width);
            let share = gradient / (rows.len() * columns.len()) as f32;
            for row in rows {
                let cells = &mut map[row * width..][columns.clone()];
                cells.iter_mut().for_each(|cell| *cell += share);
            }
        }
    }
    result
}

/// LRN of `[1, C, H, W]`.
pub(super) struct ReferenceLocalResponseNorm(pub LocalResponseNorm);

impl CustomOp1 for ReferenceLocalResponseNorm {
    fn name(&self) -> &'static str {
        "reference-local-response-norm"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (_, _, height, width) = layout.shape().dims4()?;
        let y = local_response_norm::local_response_norm(slice(x, layout)?, height * width, self.0);
        Ok((CpuStorage::F32(y), layout.shape().clone()))
    }

    fn bwd(&self, x: &Tensor, _y: &Tensor, grad: &Tensor) -> Result<Option<Tensor>> {
        let (_, _, height, width) = x.dims4()?;
        let values = x.flatten_all()?.to_vec1::<f32>()?;
        let grad = grad.flatten_all()?.to_vec1::<f32>()?;
        let result = local_response_norm::gradient(&values, &grad, height * width, self.0);
        Tensor::from_vec(result, x.shape(), x.device()).map(Some)
    }
}
