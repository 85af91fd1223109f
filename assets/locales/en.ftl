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

## Module view
module-title = Inception { $name }
module-subtitle = { $input } channels in, { $output } out · { $positions } positions
module-picker = Module
module-arrangement = Arrangement
module-one = One
module-both = Side by side
module-closer = Look closer
module-reduced-note = Each 1×1 squeezes the channels before a larger window reads them
module-linear-note = Linear equivalent of the trained branch: the same weights multiplied out, without the ReLU between
module-linear-short = Linear equivalent: same weights, without the ReLU between
module-naive-failed = The naive module could not be run: { $error }
module-runs = { $count ->
    [one] times of 1 run
   *[other] times: median of { $count } runs
}
module-peek = hold Space to peek at the other one
module-input = input
module-output = output
module-input-name = Input, { $count } channels
module-output-name = Output, { $count } channels
module-channels = channels
module-times-reduced = { $times } the reduced { $count }
module-reduced-small = reduced
module-concat = concat
module-pool = pool
module-reduce = { $kernel }×{ $kernel } reduce
module-stage-name = { $name }, { $input } to { $output } channels
module-params = { $count } params
module-walk-name = Walk through { $name }
module-walk-hint = Walk: one position, filter after filter
module-mean-range = Mean over channels, { $from } to { $to }
module-mean-of = mean of channels
module-mean-short = mean
module-scale = = { $count } channels
module-scale-squeezed = drawn thinner to fit
module-scale-thinner = thinner here
module-scale-short = = { $count } ch.
module-filters-only = { $filters } filters
module-filter-size = { $window } × { $input } channels
module-filters-short = { $filters } × { $window } × { $input }
module-pass-through = No filters: all { $input } channels pass through
module-pass-through-short = No filters
module-trained-minus = trained minus
module-equivalent = linear equivalent
module-figure-naive = Naive · Fig. 2(a)
module-figure-reduced = Reduced · Fig. 2(b)
module-figure-channels = { $count } channels out
module-figure-cost = { $macs }
module-figure-cost-naive = { $macs }, { $times } as many
module-totals = Totals
module-column-naive = naive
module-column-stacked = stacked
module-column-reduced = reduced
module-row-channels = Channels
module-row-macs = MACs
module-row-params = Params
module-row-memory = Memory
module-row-time = Time
module-of-reduced = the MACs of reduced
module-fewer-than-naive = fewer MACs than naive
module-cost = Cost of this module
module-naive-input = Input of the naive module
module-same = Same input
module-stacked = Stacked
module-cost-same = Naive, on the same { $input } channels
module-cost-stacked = Naive, stacked: { $input } channels in
module-cost-reduced = Reduced
module-times-fewer = { $times } fewer
module-projection = pool proj
module-pale = pale = 1×1 reduce
module-tabs = Card
module-tab-cost = Cost
module-tab-why = Why
module-tab-stack = Stack
module-why = Why it is cheaper
module-one-position = { $kernel } branch, one position
module-direct = Direct: every { $kernel } filter reads all { $input } channels
module-squeezed = Reduced: squeeze to { $middle }, then { $kernel }
module-fewer-here = fewer multiplies in the { $kernel } branch
module-stack = Stack nine of them
module-stack-name = Curves: naive and reduced, after each of the nine modules
module-stack-in = in
module-growth = Curve
module-growth-channels = Channels
module-growth-macs = MACs
module-cost-spoken = Naive { $naive }, reduced { $reduced }: { $times } fewer
module-row-spoken = { $label }: naive { $naive }, reduced { $reduced }
module-why-spoken = Multiplications of the { $kernel } branch at one position: direct { $direct }, reduced { $reduced }
module-difference-spoken = Trained minus linear equivalent of { $name }, mean over channels
module-walk-spoken = Filter { $filter } of { $count }: sum { $sum }, bias { $bias }, after the ReLU { $result }; traced { $traced }, { $verdict }
module-tool-walk = 1×1 walk
module-tool-odd = Odd kernels
module-tool-fields = Receptive fields
module-close = Close
module-cell-name = Cell in row { $row }, column { $column }
module-walk-speed = Speed
module-walk-play = Play
module-walk-pause = Pause
module-walk-step = Step
module-walk-position = Next position
module-walk-choose = Select one of the four 1×1 stages above to walk through it.
module-walk-waiting = Fetching inputs and weights…
module-walk-at = row { $row }, column { $column }
module-walk-filter = filter { $filter } of { $count }
module-walk-inputs = inputs
module-walk-weights = × weights
module-walk-products = = products
module-walk-extent = 0 to { $most }
module-walk-channel = channel { $channel }
module-walk-sum = sum of { $count } of { $all }
module-walk-bias = + bias
module-walk-relu = ReLU of { $value }
module-walk-traced = traced, { $verdict }
module-walk-equal = equal within 0.0001
module-walk-unequal = not equal
module-odd-title = 3×3: a cell in the middle
module-odd-body = The window reaches as far to the left as to the right. What it finds belongs to the cell in its middle, so all branches, 1×1, 3×3 and 5×5, lie exactly on each other and can be concatenated.
module-even-title = 4×4: a corner in the middle
module-even-body = There is no middle cell. Whichever cell the result is written to, it lands half a cell off, and the maps of the branches would no longer lie on each other.
module-fields-name = Photo: choose a cell
module-fields-body = One cell of each branch, and the part of the photo that can change it. Click on the photo to choose the cell.
module-fields-size = { $size } px
module-fields-clipped = { $size } px of it on the photo

## Layer view
layer-silent-none = no silent channels
