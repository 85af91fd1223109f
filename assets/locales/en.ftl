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
layer-missing = These weights have no layer { $layer }; conv1 is shown in its place.
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
settings-language = Language
language-english = English
language-korean = 한국어
language-in-use = Language: English
settings-text-size = Text size
settings-reduce-motion = Reduce motion
fit-crop = Crop
fit-letterbox = Letterbox
fit-stretch = Stretch
details-copied = Details copied.
copy-details = Copy details

## Opening
dialog-photo = Open a photo
dialog-second-photo = Open a photo to compare with
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
softmax-word = softmax
fit-crop-size = Centre crop 224 × 224
fit-letterbox-size = Letterbox 224 × 224, grey bars
fit-stretch-size = Stretched to 224 × 224
head-absent = These weights have no auxiliary head { $number }.
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
hint-network = Scroll to zoom · drag to pan · double-click to open · arrows walk · Ctrl+F search · F fit
hint-layer = Arrows move the selection · S sort · O overlay · M mute · U unmute all · K kernels
hint-classifiers = Click a class to explain it · click a channel to see its map · C cycles classes
hint-cost = Hover a pair for its numbers · click to pin · double-click opens the module · U unit · L log
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
module-row-time-of = Time, n = { $runs }
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
layer-list-hint = Click for the list of layers
layer-facts = { $macs }MAC · { $params } parameters
layer-time = { $time }, median of { $runs } runs
layer-time-once = { $time } in this run
layer-list = { $layer }, list of layers
layer-group-stem = Stem
layer-group-pool = Pool
layer-group-aux1 = Auxiliary head 1
layer-group-aux2 = Auxiliary head 2
layer-group-main = Classifier
layer-input = input
layer-linear-relu = linear + ReLU
layer-logits = logits
layer-channels = { $count } channels
layer-numbers = { $count } numbers
layer-after-relu = after ReLU
layer-of-the-trained-network = trained (reduced) network
layer-source-b = before the change
layer-source-difference = difference
layer-source-linear = linear equivalent of the naive module
layer-source-minus-linear = trained minus linear equivalent
layer-pane = Shown
layer-pane-activations = Activations
layer-pane-kernels = Kernels
layer-sort-by = Sort by
layer-sort-index = Index
layer-sort-mean = Mean
layer-sort-value = Value
layer-sort-max = Max
layer-sort-zeros = Zeros
layer-sort-contribution = Contribution
layer-scale = Scale
layer-scale-shared = Shared
layer-scale-own = Per map
layer-scale-symmetric = Symmetric
layer-mosaic = { $count } channels, channel { $channel } selected; arrows move the selection
layer-tile-name = Channel { $channel }, mean { $mean }
layer-unit-name = { $unit }: { $value }
layer-cell = row { $row }, column { $column }
layer-silent = silent
layer-muted = muted
layer-bar-shared = Activation (99.8th percentile clipped)
layer-bar-own = Channel { $channel }; each map has its own scale
layer-bar-symmetric = Activation, symmetric around 0
layer-bar-averaged = { $label }, averaged
layer-silent-none = No silent channels on this photo
layer-silent-none-short = No silent channels
layer-silent-count = { $count } of { $all } silent on this photo
layer-silent-short = { $count } of { $all } silent
layer-zeros = { $percent }% of all cells are exactly 0
layer-muted-count = { $count } muted
layer-hide-silent = Hide
layer-show-silent = Show
layer-hide-silent-name = Hide silent channels
layer-show-silent-name = Show silent channels
layer-progress = { $done } of { $total } done
layer-strip-value = Values, in this order
layer-strip-mean = Mean of each channel, in this order
layer-strip-max = Maximum of each channel, in this order
layer-strip-zeros = Share of zeros in each channel, in this order
layer-strip-contribution = Contribution to { $class }: logit drop when muted
layer-rank-index = place { $rank }
layer-rank-mean = rank { $rank } by mean
layer-rank-value = rank { $rank } by value
layer-rank-max = rank { $rank } by maximum
layer-rank-zeros = rank { $rank } by zeros
layer-rank-contribution = rank { $rank } by contribution
layer-channel = Channel { $channel }
layer-channel-small = channel { $channel }
layer-unit = Number { $unit }
layer-overlay = Overlay
layer-map = Map
layer-photo = Photo
layer-picture-mode = Selected channel shown as
layer-opacity = Opacity of the overlay
layer-picture = Map of channel { $channel } over the photo
layer-mean = mean
layer-max = max
layer-active = active
layer-value = value
layer-field = receptive field { $size }
layer-field-clipped = receptive field { $size }, clipped
layer-cell-sees = What this cell sees
layer-cell-unit = one number, no map
layer-cell-pixels = { $size } pixels decide
layer-cell-whole = the whole photo decides
layer-cell-number = this one number:
layer-mute = Mute this channel
layer-mute-hint = Sets it to 0 and re-runs from here
layer-contribution = contribution { $logit } logit
layer-unmute = Unmute all { $count }
layer-head-aux1 = aux 1
layer-head-aux2 = aux 2
layer-histogram = { $count } cells
layer-count = Cells counted
layer-count-channel = Channel
layer-count-layer = Layer
layer-root-count = √ count
layer-computed = One number, computed
layer-traced = value in the network
layer-traced-muted = muted, so the network has
layer-not-traced = These maps are not the network's own, so there is no arithmetic to show for a cell.
layer-invitation = Click a cell of the large map, and every number behind it is written here.
layer-explain-strongest = Explain the strongest cell
layer-input-channel = Input channel { $channel }
layer-input-rank = number { $rank } of { $count } by size
layer-input-next = Next input channel
layer-input-previous = Previous input channel
layer-input-row = ch { $channel }
layer-patch = patch { $size }
layer-kernel = kernel { $size }
layer-products = sum of { $count } products
layer-all-inputs = All { $count } input channels
layer-dot-product = Dot product of { $count } inputs
layer-others = { $count } others
layer-sum = sum
layer-sum-bias = sum + bias
layer-bias = + bias
layer-bias-folded = + bias (BN folded)
layer-before-relu = = before ReLU
layer-relu = max(0, ·) =
layer-logit = logit =
layer-window-of = A window of { $layer }, same channel
layer-window-cells = rows { $rows }, columns { $columns }
layer-window-sum = sum of { $count } cells
layer-window-mean = ÷ { $count } =
layer-window-largest = largest of { $count } =
layer-lrn = Divided by what the neighbouring channels hold at the same place.
layer-lrn-neighbours = { $count } neighbouring channels
layer-lrn-squares = sum of squares
layer-lrn-scale = scale = { $k } + { $alpha } ÷ { $size } · sum
layer-lrn-power = scale to the power { $beta }
layer-lrn-result = { $value } ÷ that =
layer-copied = Nothing is computed here: the concat puts the four branches one after the other.
layer-copied-value = copied value
layer-go-to-branch = Go to that branch
layer-pixel = A pixel of the photo, brought to the scale the network was trained on.
layer-red = red, 0 to 255
layer-green = green, 0 to 255
layer-blue = blue, 0 to 255
layer-pixel-scaled = ÷ 255
layer-pixel-mean = minus the mean
layer-pixel-deviation = ÷ standard deviation
layer-pixel-transform = Then brought from these statistics to mean 0.5 and deviation 0.5.
layer-pixel-result = input =
layer-kernels-loading = Fetching the weights…
layer-kernels-colors = { $filters } filters of { $size } in colour; each on its own scale, grey is 0
layer-kernels-maps = Filter { $filter } of { $filters }: its { $inputs } kernels of { $size }, one an input channel
layer-kernels-matrix = Each row one of { $filters } filters, each column one of { $inputs } input channels
layer-kernels-bar-colors = Weights of filter { $filter }, BN folded
layer-kernels-bar-maps = Weights of filter { $filter }, BN folded
layer-kernels-bar-matrix = Weights (99.8th percentile clipped)
layer-filter = Filter { $filter }
layer-filter-hint = Its activation is the channel at the right
layer-filter-next = Next filter
layer-filter-previous = Previous filter
layer-kernel-sum = sum of its weights { $sum }
layer-matrix = Matrix of { $filters } filters and { $inputs } input channels
layer-matrix-cell = Filter { $filter }, input { $input }: { $weight }
layer-tabs = Right column
layer-tab-channel = Channel
layer-tab-cell = One number
layer-waiting = Preparing the photo…
layer-nothing = Nothing to show yet

## Layers
stage-input = input
stage-reduce = { $window } reduce
stage-module-pool = { $window } max pool
stage-projection = pool proj
stage-concat = concat
stage-conv = conv { $window }
stage-max-pool = max pool { $window }
stage-average-pool = average pool { $window }
stage-average-pool-to = average pool to { $window }
stage-global-average = global average pool
stage-norm = LRN
stage-linear = linear
# Other words a search finds a layer by.
search-input = photo
search-conv = convolution
search-pool = pooling
search-norm = local response normalisation
search-concat = concatenation
search-linear = fully connected
search-stem = stem
search-module = inception module
search-main = main classifier
search-aux = auxiliary classifier

## Numbers
number-ratio = { $number }×

## Test patterns
pattern-grating = Grating { $angle }°, { $period } px
pattern-checkerboard = Checkerboard, { $cell } px
pattern-patches = Color patches
pattern-edge = Edge { $angle }°

## What failed: as the library's own sentences
error-panicked = Something went wrong inside Inception Lens; what you saw before is still here. Try again, or open another photo.
error-unknown-class = No class is called { $asked }; this network knows: { $known }.
error-unknown-class-more = { " " }and { $count } more
error-photo-empty = This file is empty; choose the picture again, or another copy of it.
error-photo-not-a-picture = This file is not a picture Inception Lens can read; choose a PNG, JPEG, WebP, GIF, BMP or TIFF file.
error-photo-unsupported = Inception Lens cannot read { $format } files; open this one elsewhere, save the picture as PNG or JPEG, and choose that file.
error-photo-variant = This { $format } picture is stored in a way Inception Lens cannot read ({ $cause }); open it elsewhere, save it as PNG or JPEG, and choose that file.
error-photo-truncated = This { $format } picture stops before its end, as after an interrupted copy or download; fetch it again, or choose another picture.
error-photo-damaged = This { $format } picture is damaged ({ $cause }); fetch it again, or choose another picture.
error-photo-gave-up = This picture is damaged (its decoder gave up); fetch it again, or choose another picture.
error-photo-too-large = This picture has { $width } × { $height } pixels, more than Inception Lens loads (at most { $side } a side and { $megabytes } MB in memory); make it smaller in an image editor and choose the result.
error-photo-file-too-large = This file has { $megabytes } MB, more than the { $limit } MB Inception Lens loads; save the picture as JPEG and choose that file.
error-photo-no-pixels = This { $format } picture has no pixels (its width or height is 0); choose another picture.
error-file-missing = There is no such file; check its name and folder.
error-file-folder = This is a folder, not a file; choose a file inside it.
error-file-forbidden = This file may not be read (no permission); change its permissions or choose another copy.
error-file-empty = This file is empty; choose it again, or another copy of it.
error-file-too-large = This file is larger than the { $limit } MB Inception Lens reads; choose a smaller one.
error-file-unreadable = This file could not be read ({ $cause }); check the disk or choose another copy.
error-file-unwritable = This file could not be written ({ $cause }); choose another name or folder.
error-not-finite = With these weights { $name } is not a finite number on this photo, so nothing after it means anything; choose other weights.
error-weights-empty = The weights file is empty; choose a .safetensors file with GoogLeNet weights.
error-weights-too-large = The weights file is { $megabytes } MB, more than the { $limit } MB any GoogLeNet needs; choose another file.
error-weights-format = This is not a safetensors file ({ $cause }); choose a .safetensors file with GoogLeNet weights.
error-weights-damaged = The weights file is damaged ({ $cause }); copy or download it again.
error-weights-another = These are weights of another network: only { $known } of GoogLeNet's { $expected } tensors are there, but also { $example }; choose GoogLeNet weights with torchvision's names.
error-weights-metadata = The weights file describes itself wrongly: { $key } is { $value }, expected { $expected }; correct the metadata or choose another file.
error-weights-mismatch = { $count ->
    [one] The weights do not fit GoogLeNet, 1 problem: { $problems }. Choose a file made for this network.
   *[other] The weights do not fit GoogLeNet, { $count } problems: { $problems }. Choose a file made for this network.
}
problem-missing = { $name } { $shape } is missing
problem-extra = { $name } { $shape } does not belong to GoogLeNet
problem-shape = { $name } is { $found } instead of { $expected }
problem-not-finite = { $name } holds numbers that are not finite ({ $count } of them)
problem-negative-variance = { $name } holds negative variances
problem-number-format = { $name } is stored as { $found }, not as f16, bf16, f32 or f64
problem-more = and { $count } more
note-no-heads = These weights have no auxiliary heads.
note-guessed = Guessed from its shapes: topology { $topology }, since { $why }.
note-small-third-branch = its "5x5" branch holds 3x3 kernels
note-batch-norm = it has 5x5 kernels and batch normalisation
note-biases = it has 5x5 kernels and biases; were they folded batch normalisation, there would be no LRN: then say --topology batch-norm
