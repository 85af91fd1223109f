//! What the methods of heatmaps are called in the language of the interface.

use crate::analysis::heatmaps::Method;
use crate::locale::text::tr;

/// "Class evidence".
#[must_use]
pub fn method_text(method: Method) -> String {
    tr(match method {
        Method::Evidence => "heatmap-evidence",
        Method::Occlusion => "heatmap-occlusion",
        Method::GradCam => "heatmap-grad-cam",
        Method::Gradient => "heatmap-gradient",
        Method::GradientXInput => "heatmap-gradient-x-input",
        Method::SmoothGrad => "heatmap-smoothgrad",
        Method::IntegratedGradients => "heatmap-integrated",
        Method::GuidedBackpropagation => "heatmap-guided",
    })
}
