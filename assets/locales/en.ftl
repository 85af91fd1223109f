# What the interface says in English.
# A key is the place or thing it names; placeholders are filled in by the program.

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
network-subtitle = { $count } layers with weights · nine Inception modules
network-naive-title = GoogLeNet, naive
network-naive-subtitle = hypothetical, cost only · { $macs } · { $params } params
network-naive-plate = Hypothetical, cost only
network-naive-scale = Same scale as Reduced; cut at the dashed lines
network-naive-card = of the trained network
network-canvas = Map of the network
network-module = Inception { $name }
network-pool = { $name }, { $from } to { $to }
network-norm = { $name } { $index }
network-lane = { $module } · { $name }, { $from } to { $to } channels
network-aux-name = Auxiliary classifier { $number }
network-main-name = Main classifier
network-tile = Mean activation of { $name }
network-conv = conv
network-pool-label = pool
network-average = GAP
network-linear = linear
network-times = × { $side }
network-aux = aux { $number }
network-main = main
network-after = after { $module }
network-training-only = training only
network-macs = { $count }MAC
network-no-macs = no MACs
network-params = { $count } params
network-no-params = no params
network-runs = { $count ->
    [one] 1 run
   *[other] { $count } runs
}
network-not-run = hypothetical
network-mean = Mean activation
network-mean-of = Mean activation · { $name }
network-mean-min = min
network-mean-max = max of the tile
network-zoom-in = Zoom in
network-zoom-out = Zoom out
network-fit = Fit ({ $percent }%)
network-minimap = Minimap
network-search = Search layers
network-matches = { $current } of { $count }
network-no-match = no match
network-waiting = Reading weights…

## Module view
module-title = Inception { $name }

## Layer view
layer-silent-none = no silent channels
