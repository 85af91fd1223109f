# What the interface says in English.
# A key is the place or thing it names; placeholders are filled in by the program.

## The app
app-name = Inception Lens

## Views
view-network = Network
view-module = Module
view-layer = Layer
view-classifiers = Classifiers
view-cost = Cost
view-tour = Tour

## Widgets
color-bar-name = Color scale { $label }, { $from } to { $to }
share-name = { $label }, { $share }
toast-dismiss = Dismiss
toast-error = Error
toast-error-name = Error: { $message }

## Toolbar
open-image = Open image…
samples = Samples
sample-photos = Photos
sample-patterns = Test patterns
grating-angle = angle of a grating
grating-open = Open grating
weights = Weights
weights-default = default weights
weights-loading = Reading weights…
weights-none = No weights
weights-classes = { $count } classes
weights-heads = with both auxiliary heads, trained
weights-untrained-heads = with auxiliary heads that were never trained
weights-no-heads = without auxiliary heads
weights-open = Open weights…
weights-use-default = Use the default weights
weights-kept = { $error } { $name } stays in use.
topology-paper = GoogLeNet
topology-batch-norm = GoogLeNet + BN
topology-torchvision = torchvision
topology-mixed = mixed topology
modules = Modules
modules-reduced = Reduced
modules-naive = Naive
settings = Settings
switch-theme = Switch theme
settings-fit = Make the photo square by
settings-colormap = Colours of activations
settings-text-size = Text size
settings-reduce-motion = Reduce motion
fit-crop = Crop
fit-letterbox = Letterbox
fit-stretch = Stretch
details-copied = Details copied.
copy-details = Copy details

## Opening
dialog-photo = Open a photo
dialog-photos = Pictures
dialog-weights = Open weights
dialog-weights-files = Weights (safetensors)
pasted-picture = pasted picture
drop-here = Drop a photo or a weights file
empty-title = Drop a photo, or pick a sample
empty-body = or click to open one, or paste a picture · everything runs on this computer

## Left column
input = Input
prediction = Prediction
softmax = softmax
fit-crop-size = Centre crop 224 × 224
fit-letterbox-size = Letterbox 224 × 224, grey bars
fit-stretch-size = Stretched to 224 × 224
head-absent = These weights have no { $head } head.
legend = Colours
legend-1x1 = 1×1
legend-3x3 = 3×3
legend-5x5 = 5×5
legend-pool = pool
legend-stem = stem
legend-classifier = classifier
legend-aux = auxiliary head
legend-width = Ribbon width = number of channels

## Status bar
status-idle = No photo yet
status-loading = Reading { $name }…
status-running = Running { $step }…
status-forward = Forward { $time }
status-failed = Last photo failed
status-threads = { $count ->
    [one] CPU · 1 thread
   *[other] CPU · { $count } threads
}
status-params = { $count } params
status-macs = { $count }MAC
hint-network = Scroll to zoom · drag to pan · double-click to open · F fit
hint-layer = Arrows move the selection · S sort
hint-module = Click a stage to inspect · double-click to open its layer · ← → module · N naive/reduced

## Network view
network-title = GoogLeNet

## Module view
module-title = Inception { $name }

## Layer view
layer-silent-none = no silent channels
