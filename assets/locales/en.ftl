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
color-bar-name = Colour scale { $label }, { $from } to { $to }
share-name = { $label }, { $share }
toast-dismiss = Dismiss
toast-error = Error
toast-error-name = Error: { $message }

## Toolbar
open-image = Open image…
samples = Samples
sample-photos = Photos
sample-recent = Recent photos
sample-known = known
sample-unknown = not known
photo-gone = { $name } is no longer there, so it was taken off the list; find it with “Open image…”.
sample-patterns = Test patterns
grating-angle = angle of a grating
grating-open = Open grating
weights = Weights
weights-default = default weights
weights-loading = Reading weights…
weights-none = No weights
weights-open = Open weights…
weights-use-default = Use the default weights
weights-recent = Recent files
weights-recent-name = Open { $name } again
weights-gone = { $name } is no longer there, so it was taken off the list; find it with “Open weights…”.
weights-public = Public weights, trained on ImageNet
weights-public-about = Downloaded and checked once; after that they work offline.
weights-as-paper = as in the paper
weights-paper = paper: { $value }
weights-as-caffe = as in BVLC Caffe
weights-caffe = Caffe: { $value }
weights-fact-conv = Convolutions
weights-fact-lrn = LRN
weights-fact-branch = “5×5” branch
weights-fact-pool = Pool after 4e
weights-fact-aux-pool = Auxiliary pool
weights-fact-input = Input
weights-fact-classes = Classes
weights-fact-heads = Auxiliary heads
weights-fact-file = File
weights-conv-bias = with biases
weights-conv-batch-norm = batch normalisation
weights-conv-folded = batch normalisation, folded in
weights-lrn = after pool 1 and conv 3
weights-lrn-none = none
weights-pool-stride = { $size }, stride 2
weights-aux-pool-average = average 5×5, stride 3
weights-aux-pool-adaptive = adaptive, to 4×4
weights-input-imagenet = ImageNet mean and deviation
weights-input-minus = minus { $mean }
weights-input-over = divided by { $std }
weights-heads-trained = both trained
weights-heads-untrained = in the file, never trained
weights-heads-absent = not in the file
weights-heads-one = one of two
findings = What the shapes alone cannot tell
findings-about = Each line gives its reason. A switch corrects it at once, and the choice is remembered for this file.
findings-guessed = If a “guess that matters” is wrong, the answers change. Correct it if you know better; choices are remembered for this file.
findings-show = Show them
findings-hide = Hide them
findings-forget = Reset to what was recognised
finding-known = Known: { $ground }.
finding-guessed = Guessed: { $ground }. Otherwise { $effect }.
finding-matters = A guess that matters: { $ground }. Otherwise { $effect }.
finding-fit-chosen = In the settings you chose: { $fit }.
fact-lrn = LRN
fact-pool4 = Pool after 4e
fact-epsilon = Epsilon
fact-order = Order of colours
fact-range = Pixels
fact-mean = Mean, subtracted
fact-std = Deviation, divided by
fact-transform = transform_input
fact-short-side = Short side
fact-fit = Made square
fact-resample = Resized
switch-on = on
switch-off = off
resample-bilinear = bilinear
resample-bicubic = bicubic
ground-said = you set it
ground-metadata = the file says so
ground-hash = by the file’s hash
ground-nodes = the layers in the file show it
ground-caffe = Caffe’s layer names, so as in BVLC’s network
ground-zoo = Caffe’s names in ONNX, so as in the model zoo’s network
ground-topology = usual for this topology
ground-third-branch = 3×3 kernels in the “5×5” branch, so as in torchvision’s network
ground-batch-norm = 5×5 kernels and batch normalisation, so as in the default weights
ground-biases = torchvision’s names with 5×5 kernels and biases, so as in tutorials
ground-folded = 5×5 kernels and no normalisation, so as in the default weights
ground-lrn = local response normalisation, so as in the paper’s network
ground-usual = nothing states it, so the usual value
effect-after-pool1 = every number after pool 1 changes
effect-after-4e = every number after 4e changes
effect-kernels = one kernel in twenty changes by { $percent } % or more
effect-red-and-blue = red and blue swap places
effect-size = inputs become 255 times as large or as small
effect-shift = all inputs shift
effect-spread = all inputs spread or shrink
effect-transform = all inputs shift and shrink a little
effect-border = more or less of the border is cut off
effect-shape = the photo’s shape or its border changes
effect-edges = edges become a little softer or sharper
download = Download
download-name = Download { $title }
download-open = Open
download-open-name = Open { $title }
download-cancel = Cancel
download-cancel-name = Cancel the download of { $title }
download-progress = Downloaded { $progress }
download-no-folder = This user has no data folder to download to; use `inception-lens weights fetch { $key } --to FOLDER`, then open the file.
download-failed = The download ended without a result because of a fault in this program; try again.
megabytes-of = { $done } of { $total }
layer-missing = These weights have no layer { $layer }; conv1 is shown instead.
weights-kept = { $error } { $name } stays in use.
topology-paper = GoogLeNet
topology-batch-norm = GoogLeNet + BN
topology-torchvision = torchvision
topology-mixed = mixed topology
modules = Modules
modules-reduced = Reduced
modules-naive = Naive
modules-trained = There are no naive values here: nobody ever trained the naive network. Answers and activations come from the trained, reduced one; Network and Module show both.
modules-in-cost = The Cost view always shows naive beside reduced; this switch is for Network and Module.
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
fit-own = As trained
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
dialog-weights-files = Weights (safetensors, PyTorch, Caffe, ONNX)
pasted-picture = pasted picture
dialog-not-here = A page in a browser cannot ask for files here; drop the file on the page.
clipboard-unreadable = The clipboard holds no file and no picture that can be read here; save the picture as a file and drop it on the window.
drop-here = Drop a photo or a weights file
empty-title = Drop a photo, or pick a sample
empty-body = or click to open one, or paste a picture · everything runs on this computer

## Left column
input = Input
prediction-why = Click to see which channels carried this answer.
prediction = Prediction
softmax-word = softmax
fit-crop-size = Centre crop 224 × 224
fit-letterbox-size = Letterbox 224 × 224, grey bars
fit-stretch-size = Squeezed, centre 224 × 224
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
status-downloading = Downloading { $name }, { $progress }
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
hint-layer = Arrows move the selection · S sort · O overlay · M mute · U all on · K kernels
hint-classifiers = Click a class to explain it · click a channel to see its map · C cycles classes
hint-cost = Point at a pair for its numbers · click to pin · double-click opens the module · F unit · L log · I naive input
hint-cost-layers = Click a bar or a row to select its layer · double-click opens it · F unit · L log
hint-cost-roofline = Point at a dot for its numbers · click to select its layer · double-click opens it
hint-cost-lineage = F unit
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
module-linear-note = Linear equivalent of the trained branch: the same weights multiplied out, without the ReLU in between
module-linear-short = Linear equivalent: same weights, no ReLU in between
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
module-fewer-here = fewer multiplications in the { $kernel } branch
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
module-walk-spoken = { $which }: sum { $sum }, bias { $bias }, after the ReLU { $result }; in the network { $traced }, { $verdict }
module-tool-walk = 1×1 walk
module-tool-odd = Odd kernels
module-tool-fields = Receptive fields
module-close = Close
module-cell-name = Cell in { $cell }
module-walk-speed = Speed
module-walk-play = Play
module-walk-pause = Pause
module-walk-step = One channel
module-walk-position = Next position
module-walk-finish = To the result
module-walk-next-filter = Next filter
module-walk-drag = Products in the sum
module-walk-spoken-so-far = { $which }: sum of { $count } of { $all } products { $sum }
module-walk-choose = Select one of the four 1×1 stages above to walk through it.
module-walk-waiting = Fetching inputs and weights…
module-walk-inputs = inputs
module-walk-weights = × weights
module-walk-products = = products
module-walk-extent = 0 to { $most }
module-walk-sum = sum of { $count } of { $all }
module-walk-bias = + bias
module-walk-relu = ReLU of { $value }
module-walk-traced = in the network, { $verdict }
module-walk-equal = equal within 0.0001
module-walk-unequal = not equal
module-odd-title = 3×3: a cell in the middle
module-odd-body = The window reaches as far to the left as to the right. What it finds belongs to the cell in its middle, so the maps of all branches, 1×1, 3×3 and 5×5, line up exactly and can be concatenated.
module-even-title = 4×4: a corner in the middle
module-even-body = There is no middle cell. Whichever cell the result is written to, it lands half a cell off, and the maps of the branches would no longer line up.
module-fields-name = Photo: choose a cell; arrows move it
module-fields-body = One cell of each branch, and the part of the photo that can change it. Click the photo to choose the cell.
module-fields-size = { $size } px
module-fields-clipped = { $size } px of that inside the photo

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
layer-source-b = B: { $photo }
layer-source-difference = A − B
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
layer-silent = silent
layer-muted = muted
layer-bar-shared = Activation (clipped at the 99.8th percentile)
layer-bar-own = Channel { $channel }; each map has its own scale
layer-bar-symmetric = Activation, symmetric around 0
layer-bar-averaged = { $label }, averaged
layer-silent-none = No silent channels on this photo
layer-silent-none-short = No silent channels
layer-silent-count = { $count } of { $all } silent on this photo
layer-silent-short = { $count } of { $all } silent
layer-zeros = { $percent } of all cells are exactly 0
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
layer-not-traced = These maps are not the network’s own, so there is no arithmetic to show for a cell.
layer-invitation = Click a cell of the large map to see every number behind it.
layer-explain-strongest = Explain the strongest cell
layer-input-rank = number { $rank } of { $count } by size
layer-input-next = Next input channel
layer-input-previous = Previous input channel
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
layer-lrn = Divided by what the neighbouring channels hold in the same place.
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
layer-kernels-maps = { $filter }: its { $inputs } kernels of { $size }, one per input channel
layer-kernels-matrix = Each row is one of { $filters } filters, each column one of { $inputs } input channels
layer-kernels-bar-colors = Weights of filter { $filter }, BN folded
layer-kernels-bar-maps = Weights of filter { $filter }, BN folded
layer-kernels-bar-matrix = Weights (clipped at the 99.8th percentile)
layer-filter-hint = Its activation is the channel on the right
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

## Classifiers view
classifiers-aux1 = aux 1
classifiers-aux2 = aux 2
classifiers-main = main
classifiers-after = after { $module } · { $depth } of { $all } layers
classifiers-untrained = never trained: random answers
classifiers-absent-why = Files meant for inference often leave them out: they only serve training.
classifiers-depth-tip = { $depth } layers with weights from the photo to this head’s loss
classifiers-open-module = Double-click opens the module it hangs on
classifiers-row = { $label } in { $head }: { $share }, logit { $logit }, rank { $rank }
classifiers-row-second = (B { $share })
classifiers-row-hint = Click to explain this class
classifiers-points = { $value } pp
classifiers-column-share = probability
classifiers-column-difference = A − B
classifiers-column-logit = logit
classifiers-entropy = entropy { $bits } of { $most } bits
classifiers-final = the answer “{ $class }” is #{ $rank } here
classifiers-final-moved = the answer “{ $class }”: #{ $before } → #{ $rank } here
classifiers-move = #{ $from } → #{ $to }
classifiers-move-name = From rank { $from } to rank { $to }
classifiers-chooser = { $name }: { $chosen }
classifiers-search = Search for a class
classifiers-none-found = No class has that in its name
classifiers-answers = What the heads say
classifiers-says = { $head } says { $class }
classifiers-all-classes = All classes, as main sees them
classifiers-class = Class under study
classifiers-against = Compared with
classifiers-explain = Explain
classifiers-minus = minus
classifiers-nothing = nothing
classifiers-caption = probability of “{ $class }”, from shallow to deep
classifiers-caption-short = probability of “{ $class }”
classifiers-why = why “{ $class }” and not “{ $minus }”?
classifiers-tabs = Shown below
classifiers-tab-evidence = Evidence
classifiers-tab-pooling = Average pooling
classifiers-tab-heads = Heads and loss
classifiers-tab-gradients = Gradients
classifiers-over = Over the photo
classifiers-over-evidence = Evidence
classifiers-over-channel = Channel
classifiers-opacity = Opacity of the map over the photo
classifiers-opacity-word = Opacity
classifiers-exact = exact: the classifier is one linear layer
classifiers-exact-tip = After the last maps nothing but an average and one linear layer follows, so every cell and every channel has an exact share of the logit.
classifiers-main-only = Only the main classifier has such a map: the auxiliary heads have two more layers with ReLU in between, and their logits are not sums over cells.
classifiers-order-contribution = Contribution
classifiers-order-mean = Mean
classifiers-order-index = Index
classifiers-true-label = True label
classifiers-not-said = not set
classifiers-cells-sum = { $count } cells add up to
classifiers-channels-sum = { $count } channels add up to
classifiers-channel-name = channel { $channel }, w { $weight }, mean { $mean }, w × mean { $product }
classifiers-disagree = The cells, the channels and the logit minus the bias should agree, but differ by { $off }. Unmute what is muted after the last module.
classifiers-bar-against = { $value } against
classifiers-bar-for = for { $value }
classifiers-bar-tip = Each cell’s share of the logit; all of them together are the evidence.
classifiers-channel-over = Channel { $channel } over the photo, adds { $product }
classifiers-cell-evidence = Evidence in { $place }: { $value }
classifiers-cell-channel = Channel { $channel } in { $place }: { $value }
classifiers-cell-strongest = most from channel { $channel }: { $value }
classifiers-sees-all = sees all of the photo, centred on pixel { $x }, { $y } ({ $size } px wide, clipped)
classifiers-sees = sees { $width } × { $height } px of the photo, centred on pixel { $x }, { $y } ({ $size } px wide, clipped)
classifiers-picture = Evidence for { $class } over { $photo }; arrows move the cell
classifiers-average = 1  Average each map
classifiers-gap = global average pooling
classifiers-cells = { $side } × { $side } = { $count } cells
classifiers-mean = mean { $mean }
classifiers-to-numbers = { $count } maps → { $count } numbers
classifiers-numbers = numbers,
classifiers-one-per-map = one per map
classifiers-map = Map of channel { $channel }, averaged
classifiers-means = The { $count } means
classifiers-open-layer = Double-click opens its layer
classifiers-weigh = 2  Weigh and add
classifiers-weights-of = weights of “{ $class }”
classifiers-weights-of-two = weights of “{ $class }” less those of “{ $minus }”
classifiers-curve = What each channel adds, largest first
classifiers-place = number { $place } of { $count }
classifiers-for = { $count } channels for: { $sum }
classifiers-against-sum = { $count } against: { $sum }
classifiers-top-channels = Top channels
classifiers-attributed = Channels of which layer
classifiers-attributed-last = 5b
classifiers-attributed-last-hint = The last maps: weight × average, exact
classifiers-attributed-4d = 4d
classifiers-attributed-4d-hint = Three modules earlier: activation × gradient, summed over the cells. Holds for this photo and for small changes.
classifiers-attributing = Working back from the logit to 4d…
classifiers-a-gradient = activation × gradient
classifiers-channel-adds = channel { $channel } adds { $value } to the logit
classifiers-channels-carry = { $count } channels carry
classifiers-looks-for = What channel { $channel } looks for
classifiers-w = w
classifiers-gap-short = GAP
classifiers-w-gap = w × GAP
classifiers-channel-hint = Click to keep its map, double-click to open its layer
classifiers-sum-evidence = ∑ evidence
classifiers-bias = bias
classifiers-logit = logit
classifiers-evidence-difference = ∑ evidence, difference
classifiers-bias-difference = bias, difference
classifiers-logit-difference = logit, difference
classifiers-power = e^{ $logit }
classifiers-power-shifted = e^({ $logit } − { $most })
classifiers-power-sum = ∑ e^logit, { $count } classes
classifiers-power-terms = ∑ e^logit = { $terms } = { $sum }
classifiers-odds = { $power }: times as likely
classifiers-odds-photos = times the odds
classifiers-first = A
classifiers-second = B
classifiers-exact-sum = cells { $cells }, channels { $channels }; { $cells } { $sign } { $bias } = { $logit }
classifiers-sizes-tip = The bar below: every class as wide as its probability
classifiers-mosaic = All { $count } maps with their means; arrows move the selection
classifiers-below-maps = { $count } maps of { $side } × { $side }, on one scale. Below each: its mean, and as a bar what it adds to “{ $class }”, w × mean.
classifiers-sum-of = sum of { $count } cells
classifiers-divided = ÷ { $count } = mean
classifiers-times-w = × weight of “{ $class }”
classifiers-adds = = adds to the logit
classifiers-second-mean = mean in B
classifiers-no-place = The average keeps no position: shuffle the cells and it stays the same. The map before it knows where.
classifiers-saved = fewer weights in the last layer
classifiers-saved-averaged = averaged { $channels } × { $classes } = { $averaged }
classifiers-saved-flattened = fully connected { $cells } × { $channels } × { $classes } = { $flattened }
classifiers-saved-flattened-short = flat { $cells } × { $channels } × { $classes } = { $flattened }
classifiers-linear-logits = linear = logits
classifiers-conv-relu = { $name } + ReLU
classifiers-params = { $count } params
classifiers-always = the answer
classifiers-training-only = training only
classifiers-stage-hint = Click to open its layer
classifiers-loss = Training loss on this photo
classifiers-loss-prompt = Set the true label above, and each head’s loss is computed: −ln of the probability it gives that class.
classifiers-it-is = It is “{ $class }”
classifiers-minus-ln = −ln { $probability } = { $loss }
classifiers-counts = × { $weight }
classifiers-total = { $main } + { $weight } × ({ $aux }) =
classifiers-total-main = main alone, { $main } =
classifiers-untrained-note = This file says that its auxiliary heads were never trained: their losses are those of random answers.
classifiers-why-heads = With the heads the nearest loss is { $near } layers with weights away from the photo, without them { $all }: the error reaches the early layers.
classifiers-thrown-away = Both auxiliary heads serve training only and are removed for inference. The dropout of training is not applied here.

## Cost view
cost-caption = what the 1×1 reductions save
cost-tabs = Tab
cost-tab-modules = Modules
cost-tab-layers = Layers
cost-tab-roofline = Roofline
cost-tab-lineage = Lineage
cost-naive-input = Naive input
cost-same = Same
cost-stacked = Stacked
cost-unit = Unit
cost-scale = Scale
cost-linear = Linear
cost-log = Log
cost-macs = MACs
cost-flops = FLOPs
cost-parameters = Parameters
cost-parameters-short = Params
cost-parameters-small = parameters
cost-memory = Activation memory
cost-memory-short = Memory
cost-time = Time
cost-speed = Achieved speed
cost-speed-short = GFLOP/s
cost-naive = Naive
cost-reduced = Reduced
cost-headline-modules = Nine modules: { $nine } fewer { $unit } · the whole stacked network: { $stacked }
cost-headline-modules-short = Nine modules: { $nine } fewer · stacked network: { $stacked }
cost-headline-layers = { $layer } alone takes { $share } of all { $unit }
cost-headline-layers-short = { $layer }: { $share } of all { $unit }
cost-headline-roofline = The whole pass: { $achieved } of { $peak } GFLOP/s, { $share } of the peak
cost-headline-roofline-short = { $achieved } of { $peak } GFLOP/s: { $share }
cost-headline-lineage = GoogLeNet: { $params } fewer parameters than AlexNet, { $macs } more { $unit }
cost-headline-lineage-short = { $params } fewer parameters than AlexNet
cost-measuring = measuring…
cost-measuring-of = measuring… { $done } of { $total }
cost-time-runs = whole module, median of { $runs } runs
cost-time-runs-short = median of { $runs } runs
cost-time-stacked = reduced only: nobody trained the stack · median of { $runs } runs
cost-time-stacked-short = nobody trained the stack · n = { $runs }
cost-memory-note = all maps a module makes, 4 B a number
cost-memory-note-short = 4 B a number
cost-module-spoken = Inception { $module }, { $measure }: naive { $naive }, reduced { $reduced }, { $times }
cost-hovered = hovered
cost-selected = selected
cost-branches-by = Compare branches by
cost-times-fewer = fewer { $measure } than naive
cost-times-less = less activation memory than naive
cost-times-more = more activation memory than naive
cost-times-faster = faster than naive, measured
cost-no-stack = reduced; nobody trained the stack
cost-together = Together
cost-classes = { $count } classes, no auxiliary heads
cost-nine-modules = Nine modules
cost-nine-modules-of = { $unit }, nine modules
cost-whole-stacked = Stacked
cost-whole-stacked-of = { $unit }, whole stack
cost-whole-params = Its parameters
cost-whole-params-of = Parameters, whole stack
cost-column-layer = Layer
cost-sort-by = Sort by { $column }
cost-all-layers = All layers
cost-along = { $measure } along the network
cost-of-layer = { $layer } · { $measure }: { $value }
cost-chart-shows = The chart shows
cost-bar = Bar of { $layer }
cost-main = main
cost-by-branch = By branch
cost-heads = aux heads
cost-sum = Sum, with the heads
cost-whole-pass = Whole pass
cost-roofline-title = Roofline of this machine
cost-roofline-name = Layers under the roofline of this machine
cost-machine = measured here · { $threads ->
    [one] 1 thread
   *[other] { $threads } threads
} · best of { $runs } runs
cost-roofline-read = Each dot is a layer: the further right, the more it computes for every byte it moves; the higher, the faster it ran. Two roofs limit it: at the left what memory can bring, at the right what this machine can multiply.
cost-roofline-traffic = Bytes are the least possible: input, weights and output once each. A dot above the slanted roof found its data in the caches.
cost-roofline-list = How close each layer comes
cost-of-peak = % of peak
cost-of-roof = % of roof
cost-axis-speed = GFLOP/s, achieved
cost-axis-intensity = FLOP per byte, least traffic
cost-roof-arithmetic = Arithmetic: { $speed }
cost-roof-memory = Memory: { $speed }
cost-point = { $speed } at { $intensity } FLOP/B · { $share } of its roof
cost-lineage-title = Lineage
cost-lineage-caption = counted layer by layer · 1000 classes, 224 × 224 · top-5 error on the ImageNet contest’s test set
cost-lineage-why = GoogLeNet has { $times } fewer parameters than AlexNet: { $alexnet } against { $googlenet }. The paper says { $claimed }, which would leave { $implied }; counted from its own Table 1 there are more. AlexNet is counted here in its one-tower form.
cost-lineage-macs = It still needs { $times } as many { $unit } as AlexNet: a convolution uses the same weights again at every position.
cost-lineage-errors = The errors are those of contest ensembles, not of the single networks counted here.
cost-depth = { $depth } layers deep
cost-stacked-small = stacked
cost-params-small = params
cost-fewer = { $times } fewer
cost-more = { $times } more
cost-ensemble = contest ensemble of { $networks } networks
cost-hypothetical = hypothetical: never trained
cost-no-result = so it has no result
cost-error-spoken = top-5 error { $error }

## Two photos
compare = Compare
compare-with = Compare with a second photo
compare-with-hint = The photo on screen is A, the second one B.
compare-open = Open second photo…
compare-swap = Swap A and B
compare-close = Close second photo
compare-with-unmuted = Before muting
compare-before-muting = before muting
compare-with-unedited = Before edits
compare-before-edits = before edits
compare-edited = edited photo
compare-muted = with muted channels
compare-mark-muted = Muted
compare-mark-trained = As trained
compare-mark-edited = Edited
compare-mark-original = Original
compare-mark-difference = Difference
compare-shown = Photo shown
compare-both = Both
compare-difference = A − B
compare-hint-one = { $photo }: B flips between the two photos
compare-hint-both = Both photos side by side, on one colour scale
compare-hint-difference = The first minus the second: orange where A has more, cyan where B has more
compare-close-name = Close the comparison
compare-swap-name = Swap A and B
compare-running = Running { $photo }…
parting-title = Where do they part?
parting-waiting = Comparing…
parting-same = Nowhere: to the network both are the same.
parting-fall = Similarity falls most from { $before } to { $layer } ({ $by })
parting-lowest = least alike at { $layer } ({ $value })
parting-caption = Cosine between the activations of A and B, all channels and cells at once: 1 is the same pattern, 0 nothing in common. Max pools make any two photos more alike, so they do not count.
parting-value = cosine similarity { $value }
parting-point = { $layer }: similarity { $value }
parting-name = Similarity of both photos, layer by layer; arrows select a layer
parting-stem = stem
layer-source-first = A: { $photo }
layer-source-both = A: { $a } beside B: { $b }
layer-strip-both = { $title }: A as bars, B as marks
layer-bar-both = { $label }, same for A and B
layer-bar-difference = A − B, symmetric around 0
layer-mute-hint-first = Sets it to 0 in A and re-runs from here
layer-arithmetic-alone = The arithmetic, { $photo }:
layer-arithmetic-of = The arithmetic of { $letter }, { $photo }:
layer-not-traced-difference = A difference is no number of the network, so there is no arithmetic for it; choose A or B above.
module-linear-first = Naive maps are of photo A only: its linear equivalent, without the ReLU between

## Gradients
gradients-loaded = Weights in use
gradients-fresh = Fresh weights
gradients-fresh-bn = Fresh weights + BN
gradients-result = With the heads, conv1 of a fresh network gets { $times } the gradient
gradients-result-others = { $bn } with batch normalisation, { $trained } with the weights in use
gradients-no-heads = These weights have no auxiliary heads: there is only the main loss, and one line
gradients-no-heads-short = No auxiliary heads in these weights: one line
gradients-waiting = How much of the loss reaches the first layers? Computing…
gradients-stopped = How much of the loss reaches the first layers?
gradients-read = Each point is the norm of dLoss/dActivation over all its cells: how strongly the loss tells this place to change. The gradient starts at the right; a line that falls towards the left vanishes, and each head (dashed) adds to all that lies left of it.
gradients-read-short = Norm of dLoss/dActivation; heads (dashed) add to all left of them.
gradients-line-main = main loss
gradients-line-total = main + 0.3 (aux 1 + aux 2)
gradients-progress = { $done } of { $all } curves
gradients-cancel = Cancel
gradients-again = Compute again
gradients-new-seed = New seed
gradients-seed = Seed { $seed }
gradients-computing = Computing…
gradients-next = Comes next
gradients-not-computed = Not computed
gradients-nothing = Nothing comes back at all
gradients-vanishes = It vanishes: conv1 gets { $times } of what 5b gets
gradients-vanishes-short = Vanishes: conv1 gets { $times } of 5b
gradients-shrinks = It hardly vanishes: conv1 gets { $times } what 5b gets
gradients-shrinks-short = Hardly vanishes: conv1 gets { $times } of 5b
gradients-stays = It does not vanish: conv1 gets { $times } what 5b gets
gradients-stays-short = No vanishing: conv1 gets { $times } of 5b
gradients-explodes = It explodes: conv1 gets { $times } what 5b gets
gradients-explodes-short = Explodes: conv1 gets { $times } of 5b
gradients-gaussian = Gaussian weights
gradients-spread = Spread { $spread }
gradients-spread-name = Spread of the fresh weights
gradients-spread-how = Every weight drawn anew with this standard deviation; 0.01 was usual in 2012. Own scale.
gradients-spread-how-short = All weights drawn with this spread. Own scale.
gradients-label-predicted = True label: { $label } (predicted)
gradients-label-picked = True label: { $label }
gradients-of-first = Photo A. { $label }
gradients-losses = loss { $main }, with heads { $total }
gradients-losses-short = loss { $main } / { $total }
gradients-loss = loss { $main }
gradients-point = { $layer }: { $main } from the main loss, { $total } with the heads ({ $times })
gradients-point-main = { $layer }: { $main } from the main loss
gradients-chart = Gradients along the network, { $weights }; arrows select a layer
gradients-direction = ← the gradient comes from the loss
gradients-reason-trained-bn = Trained with batch normalisation, which keeps it alive.
gradients-reason-trained-bn-short = Trained with BN, which keeps it alive.
gradients-reason-trained = Little is left to learn from this photo.
gradients-reason-fresh = He initialisation (2015), newer than GoogLeNet, keeps it alive.
gradients-reason-fresh-short = He initialisation (2015) keeps it alive.
gradients-reason-fresh-vanished = Without BN every layer takes some of it away.
gradients-reason-bn = Each convolution normalised over this photo.

## Edit photo
edit-photo = Edit photo
edit-undo = Undo the last edit or mute
edit-redo = Redo it
edit-tabs = Editor
edit-tab-edit = Edit
edit-tab-occlusion = Occlusion map
edit-canvas = The photo as the network sees it
edit-brush-tip = { $size } px · comma and full stop change the brush
edit-tool = Tool
edit-brush-grey = Grey
edit-brush-blur = Blur
edit-brush-noise = Noise
edit-move = Move
edit-size = Brush size
edit-brightness = Brightness
edit-contrast = Contrast
edit-blur = Blur all
edit-noise = Noise all
edit-zoom = Zoom
edit-rotation = Rotation
edit-mirror = Mirror
edit-greyscale = Greyscale
edit-pixels = { $count } px
edit-points = { $change } pp
edit-compare = Compare with original
edit-reset = Reset
edit-pace = { $rate } runs/s · { $time } a run
edit-pace-single = { $time } a run
edit-belief-changed = { $label }, { $before } before, { $share } now, { $change }
occlusion-what = A grey patch slides over the photo, and the network runs again at every place. Where the class drops, the network needs what lies there.
occlusion-map-name = Drop of “{ $class }” with a patch there
occlusion-not-yet = Not computed yet
occlusion-position = { $share } with the patch here ({ $change }), logit { $logit }
occlusion-bar-probability = Percentage points that “{ $class }” loses there
occlusion-bar-logit = Logit that “{ $class }” loses with the patch there
occlusion-probability = Probability
occlusion-logit = Logit
occlusion-measure = Number shown
occlusion-strongest = Strongest: { $change } in { $cell }
occlusion-how = A cell shows what the { $patch } px patch costs with its centre there; neighbouring patches overlap. A click puts the patch there.
occlusion-stale = Computed before the last change of the photo.
occlusion-patch = Side of the patch
occlusion-compute = Compute
occlusion-compute-name = Compute the occlusion map
occlusion-cancel = Cancel
occlusion-cancel-name = Cancel the occlusion map
occlusion-progress = { $done } of { $all } · about { $left } s left
occlusion-begins = { $done } of { $all }
occlusion-evidence = For comparison: the class evidence for “{ $class }”, cell by cell

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
number-fewer = { $number }×
number-rank = #{ $rank }

## Test patterns
pattern-grating = Grating { $angle }°, { $period } px
pattern-checkerboard = Checkerboard, { $cell } px
pattern-patches = Colour patches
pattern-edge = Edge { $angle }°

## What failed: as the library's own sentences
error-panicked = Something went wrong inside Inception Lens; what you saw before is still here. Try again, or open another photo.
error-unknown-class = No class is called { $asked }; this network knows: { $known }.
error-unknown-class-more = { " " }and { $count } more
error-photo-empty = This file is empty; choose the picture again, or another copy of it.
error-photo-not-a-picture = This file is not a picture Inception Lens can read; choose a JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL file.
error-photo-unsupported = Inception Lens cannot read { $format } files; open this one elsewhere, save the picture as PNG or JPEG, and choose that file.
error-photo-variant = This { $format } picture is stored in a way Inception Lens cannot read ({ $cause }); open it elsewhere, save it as PNG or JPEG, and choose that file.
error-photo-truncated = This { $format } picture stops before its end, as after an interrupted copy or download; fetch it again, or choose another picture.
error-photo-damaged = This { $format } picture is damaged ({ $cause }); fetch it again, or choose another picture.
error-photo-gave-up = This picture is damaged (its decoder gave up); fetch it again, or choose another picture.
error-photo-too-large = This picture has { $width } × { $height } pixels, more than Inception Lens loads (at most { $side } a side and { $megabytes } MB in memory); make it smaller in an image editor and choose the result.
error-photo-file-too-large = This file has { $megabytes } MB, more than the { $limit } MB Inception Lens loads; save the picture as JPEG and choose that file.
error-photo-no-pixels = This { $format } picture has no pixels (its width or height is 0); choose another picture.
note-photo-scaled = Numbers { $low } to { $high }, shown as black to white
note-photo-fractions = Fractions { $low } to { $high }; 0 is black, 1 white
note-photo-bits = { $bits } bits in 16, shown as black to white
note-photo-no-end = Its end marker is missing; the picture is whole
note-photo-damaged = Damaged; shown as far as it can be read
note-photo-smaller = Its largest picture ({ $largest }) cannot be read ({ $cause }); shown is the one of { $shown }
note-photo-profile = Its colour profile cannot be read; taken as sRGB
note-photo-dynamic-range = High dynamic range, shown without tone mapping
error-file-missing = There is no such file; check its name and folder.
error-file-folder = This is a folder, not a file; choose a file inside it.
error-file-forbidden = This file may not be read (no permission); change its permissions or choose another copy.
error-file-empty = This file is empty; choose it again, or another copy of it.
error-file-too-large = This file is larger than the { $limit } MB Inception Lens reads; choose a smaller one.
error-file-unreadable = This file could not be read ({ $cause }); check the disk or choose another copy.
error-file-unwritable = This file could not be written ({ $cause }); choose another name or folder.
error-not-finite = With these weights { $name } is not a finite number on this photo, so nothing after it means anything; choose other weights.
error-weights-empty = The weights file is empty; choose a .safetensors, .pth, .caffemodel or .onnx file with GoogLeNet weights.
error-weights-too-large = The weights file is { $megabytes } MB, more than the { $limit } MB any GoogLeNet needs; choose another file.
error-weights-format = This is not a weights file Inception Lens reads ({ $cause }); choose a .safetensors, .pth, .caffemodel or .onnx file with GoogLeNet weights.
error-weights-damaged = The weights file is damaged ({ $cause }); copy or download it again.
error-weights-not-whole = These weights are not whole: only { $known } of GoogLeNet’s { $expected } tensors are there, and nothing else; choose a file with all of them.
error-weights-another = These are weights of another network: only { $known } of GoogLeNet’s { $expected } tensors are there, but also { $example }; choose weights of GoogLeNet.
error-weights-forbidden = This PyTorch file asks for { $what }, which holds no weights by itself and was not executed; load it where it was made, and save its tensors alone with torch.save(model.state_dict(), …).
error-weights-unsupported = { $cause }; { $remedy }.
error-weights-labels = The file of labels { $which } cannot be used ({ $cause }); give it { $classes } lines of UTF-8 text, one label a line.
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
note-own-torchvision = These are torchvision’s own weights: their input is transformed, and their auxiliary heads were never trained.
note-no-heads = These weights have no auxiliary heads.
note-caffe-names = Recognised by Caffe’s layer names: topology paper.
note-guessed = Guessed from its shapes: topology { $topology }, since { $why }.
note-small-third-branch = its “5x5” branch holds 3x3 kernels; if it was trained on from torchvision’s own weights, say --transform-input
note-batch-norm = it has 5x5 kernels and batch normalisation
note-biases = it has 5x5 kernels and biases under torchvision’s names; were it the paper’s network, there would be LRN: then say --topology paper
note-listed = Recognised by the layers the file lists: topology { $topology }, with { $norm }.
note-listed-batch = batch normalisation
note-listed-local = local response normalisation
note-listed-folded = no normalisation, so batch normalisation is folded into its kernels
note-listed-without = no normalisation
note-no-preprocessing = Its preprocessing is not in the file; that of the topology is used.
note-input-unread = Its graph does something to the input before the first convolution that is not understood; check mean, std and order below.
note-left-out = Not used, since GoogLeNet has nothing of the kind: { $named }.
note-left-out-more = Not used, since GoogLeNet has nothing of the kind: { $named } and { $more } more, which weights check lists.
note-other-networks = The file holds several networks: { $chosen } is used, not { $others }; --key chooses another.
note-head-left-out = Its auxiliary head { $head } is left out: { $why }.
note-classifier = Its classifier { $own } was recognised as { $ours } by its shape and its place.
note-one-output = It has one output, a probability: shown as two classes, the first for yes with this output, the second for no with 0.
note-labels-near = Its class names are those of { $file } in the same folder.
note-told-by-order = This ONNX file does not name all tensors; they were told apart by their order and shapes.
error-fetch-address = { $url } is not an address to download from ({ $cause }); give one that begins with http:// or https://.
error-fetch-unreachable = { $host } cannot be reached ({ $cause }); check the internet connection and try again, or fetch { $url } on another computer and open the file.
error-fetch-silent = { $host } does not answer (waited { $seconds } s); check the internet connection and try again later.
error-fetch-insecure = The secure connection to { $host } failed ({ $cause }); check this computer’s clock, and whether the network wants a login first.
error-fetch-nonsense = { $host } gives an answer that makes no sense ({ $cause }); check the address { $url }.
error-fetch-redirects = { $host } leads from one address to the next without end, beginning with { $url }; check the address, or try again later.
error-fetch-refused = { $host } does not send { $url } (HTTP status { $status }); try again later, or give another address: `inception-lens weights fetch { $key } --from URL`.
error-fetch-size = { $host } has a file of { $found } bytes in place of { $title }, which has { $expected }; it is another file or a login page, nothing was saved, check { $url }.
error-fetch-too-large = { $host } sends more than the { $limit } that { $title } can have; it is another file, nothing was saved, check { $url }.
error-fetch-hash = What { $host } sent is not { $title } (its SHA-256 begins with { $found } instead of { $expected }); it was removed, try again or use another address.
error-fetch-cut-off = The connection to { $host } broke off after { $progress }; try again, the download goes on from there.
error-fetch-stalled = { $host } sent nothing more for { $seconds } s after { $progress }; try again, the download goes on from there.
error-fetch-disk-full = The disk is full: { $title } needs { $megabytes } in { $folder }; make room there, then try again.
error-fetch-unwritable = { $path } cannot be written ({ $cause }); choose another folder: `inception-lens weights fetch { $key } --to FOLDER`.
error-fetch-busy = Another Inception Lens is downloading { $name } at this moment; wait until it is done.
error-fetch-cancelled = The download was cancelled; what has arrived is kept for the next time.

## Lesson
lesson-place = { $card } / { $cards }
lesson-go = Card { $card }
lesson-leave = Leave the lesson
lesson-note = Teacher’s footnote
lesson-back = Back
lesson-next = Next card
lesson-go-on = Go on
lesson-end = End of the lesson
lesson-show-answer = Show answer
lesson-return = Back to the card’s view (R)
lesson-guess-first = Guess first. Explore freely; R brings you back.
lesson-unfold = Show the card
lesson-covered = Guess first
hint-lesson = ← → or Page Up, Page Down step · R back to the card · H hides it · ? footnote · Esc folds, then leaves

## Keys
keys-title = Keys
key-arrows = Arrows
key-space = Space
keys-close = Close the sheet
keys-everywhere = Everywhere
keys-views = network, module, layer, classifiers, cost, album, tour
keys-open = open a photo; a paste opens one too
keys-naive = naive or reduced modules
keys-theme = dark or light
keys-edit = edit the photo
keys-undo = take back an edit or a mute
keys-redo = do it again
keys-unmute = everything on again: muted channels, branches
keys-history = back and forward
keys-escape = stop a run, close what is open
keys-tab = go through all controls, use one
keys-help = this sheet
keys-network-walk = walk from layer to layer, open
keys-network-zoom = zoom in, zoom out, fit
keys-network-search = search for a layer
keys-module-walk = the module before, the next
keys-module-peek = hold to peek at the other mode
keys-layer-move = move the selection
keys-layer-tools = sort, overlay, mute, kernels
keys-layer-input = the input channel before, the next
keys-classifiers-cost = Classifiers, cost, two photos
keys-classifiers = the next class (classifiers)
keys-cost = unit, logarithm, naive input (cost)
keys-cost-walk = the module before, the next (cost)
keys-compare = photo A or B; the second key while presenting
keys-tour-step = the step before, the next
keys-tour-clicker = the same, with a clicker
keys-tour-return = back to the card, hide it
keys-tour-note = the teacher’s footnote; Esc folds the card, then leaves
keys-open-sheet = Keys (?)

## Projector

known-classes = { $count ->
    [one] One known class
   *[other] { $count } known classes
}
known-classes-fold = Fold the list
known-classes-unfold = Show the list
known-classes-search = Search what the weights know
known-classes-none = None of them is called “{ $words }”.
module-total = Totals
module-third = Why
classifiers-panel-channels = Channels
classifiers-panel-channel = One channel
classifiers-panel-heads = Three heads
classifiers-panel-loss = Training loss
cost-panel-macs = Arithmetic
cost-panel-params = Parameters
cost-panel-memory = Memory
cost-panel-time = Time
cost-panel-module = One module
cost-panel-totals = Whole network
cost-panel-chart = Chart
cost-panel-table = Table
cost-panel-sums = Sums
keys-projector = In front of a class
keys-present = full screen, large text, one panel at a time
keys-panel = the next panel, the one before
keys-spotlight = spotlight around the pointer
keys-freeze = freeze the picture
keys-black = black screen
keys-presenter = presenter’s window: footnote, next card, clock, for a second screen
keys-zoom = everything larger, smaller, as at first
present = Present
presenter-title = Inception Lens: presenter
presenter-sees = The class sees: { $what }
presenter-no-lesson = No lesson is running.
presenter-next-step = Next: more of this card
presenter-next = Next card: { $title }
presenter-last = This is the last card.
present-hint = Space: next panel. D: spotlight. Z: freeze. B: black. W: presenter’s window. Esc ends.
demo-plays = Playing by itself; any key takes over.
demo-ends = Autoplay stopped; you have control.
frozen = Frozen (Z)

## Export
home = Export
home-view = This view
home-picture = Picture, at twice its size (PNG)
home-table = Table of its values (CSV)
home-array = Its values for NumPy (.npy)
home-lesson = The lesson on this photo, to print
home-handout = Handout (HTML)
home-worksheet = Worksheet (HTML)
home-answers = Answer key (HTML)
home-needs-photo = For the numbers and the lesson, open a photo first.
home-writing = { $what }: writing…
home-page = { $what }: page { $page } of { $pages }
home-cancel = Cancel, write nothing
home-written = Written: { $path }
home-written-alone = Written: { $path }. Only one file fits here, so the file that says where the numbers come from is not beside it.
dialog-save = Export
error-file-opened = This file is what was opened, so it is not overwritten; choose another name.
error-file-not-here = A page in a browser cannot use files by their path; drop the file on the page.
# Albums.
error-album-missing = There is no such folder; check its name, and that its drive is connected.
error-album-not-a-folder = This is a file, not a folder; choose the folder it is in.
error-album-forbidden = This folder may not be opened (no permission); change its permissions or choose another one.
error-album-unreadable = This folder could not be read ({ $cause }); check the drive or choose another one.
error-album-no-photos = There are no photos in this folder (JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL); choose one with photos.
error-album-too-many-files = This folder holds more than { $limit } files; choose a folder inside it.
error-album-vanished = The folder is gone (its drive was removed, or it was renamed); what has run is kept, open it again to go on.
error-album-none-inside = This build has no built-in album; choose a folder of photos.
error-album-busy = Another window of Inception Lens is running this album’s photos; wait until it has finished, then go on here.
error-album-later = What is kept of this album was written by a later Inception Lens (version { $found } of its files, this one reads { $known }); it was left as it is: use the later one, or forget the album.
error-album-no-space = Results of more photos can be kept neither on the disk ({ $cause }) nor in memory; free some space and go on.
error-album-store = What is kept of this album could not be read or changed ({ $cause }); open it again, or forget it.
error-album-layer = An album keeps no channels of { $name }; it keeps those of conv1, conv2, conv3, the nine modules and their branches.
error-album-not-run = This photo has not run yet.
error-album-stopped = Stopped; what has run is kept.
album-note-too-many = This folder holds { $found } photos; the album is { $taken } of them, spread evenly over its folders.
album-note-unlisted = { $folders ->
    [one] 1 folder inside could not be opened (no permission, or the drive is gone); its photos are left out.
   *[other] { $folders } folders inside could not be opened (no permission, or the drive is gone); their photos are left out.
}
album-note-damaged = Part of what was kept of this album was damaged; those photos run again.
album-note-not-kept = Not all results can be kept on the disk ({ $cause }); those are lost when the program ends: free some space, and they are kept.
album-note-evicted = { $albums ->
    [one] The results of the album not opened for longest were deleted, to stay within { $gigabytes } GB.
   *[other] The results of { $albums } albums not opened for longest were deleted, to stay within { $gigabytes } GB.
}
home-title-handout = GoogLeNet, the lesson on { $photo }
home-title-worksheet = GoogLeNet, worksheet on { $photo }
home-title-answers = GoogLeNet, answer key on { $photo }
home-name = Name
home-class = Class
home-date = Date
home-instruction = Guess first: tick a box, point into a picture, or write. Then fill in the numbered blanks from what you see on screen; within a card the same number means the same value. Photo:
home-answered = What the network answered
home-head-main = Main classifier
home-head-aux1 = Auxiliary classifier 1 (training only)
home-head-aux2 = Auxiliary classifier 2 (training only)
home-no-head = not in this file of weights
home-untrained = never trained, its answers mean nothing
home-question = Question
home-answer = Answer
home-glossary = Glossary
home-meaning = Meaning
home-facts = Where this page comes from
home-unknown = — (these weights cannot tell)
home-synthetic = a generated test pattern, not a photo
home-alt-figure = Card { $card }: what the window shows

## Accessibility

layer-all-channels = All channels (Esc)
keys-enter = select; once more: go deeper
keys-arrows = move within a picture or a chart
keys-network-pan = from module to module; pan, on the map itself
keys-layer-fill = one channel over all of the view, and back
keys-edit-move = move brush, photo or patch; with Shift further
keys-edit-paint = paint there, put the patch there
keys-edit-brush = a smaller, a larger brush
keys-edit-zoom = zoom the photo

# What is switched off: the chip in every view.
off-channels = { $count ->
    [one] 1 channel
   *[other] { $count } channels
}
off-branches = { $count ->
    [one] 1 branch
   *[other] { $count } branches
}
off-muted = { $what } muted
off-one = { $what } off
off-both = { $channels } and { $branches } off
off-hint = Set to 0 wherever you look. A click here or U switches everything on again; Ctrl+Z takes the last one back.
error-off-unknown = This network has no layer or branch { $name }; `inception-lens inspect` lists its layers.
error-off-no-branch = { $name } is no branch of a module; name one of its channels, { $name }:0 to { $name }:{ $last }.
error-off-no-channel = { $name } has no channel { $channel }; its channels are 0 to { $last }.
gradients-off = With what is switched off at 0.

## Rows, columns, channels, filters: counted from 0
index-cell = row { $row }, column { $column }
index-channel = Channel { $index }
index-channel-within = channel { $index }
index-entry = Number { $index }
index-of = { $which } of { $count } (0–{ $last })
index-input-channel = Input channel { $index }
index-channel-short = ch { $index }
index-filter = Filter { $index }
index-filter-within = filter { $index }

## Exercises
exercises-title = Exercises on convolutions and Inception modules, sheet { $seed }
exercises-key = Key to the exercises, sheet { $seed }
exercises-instruction = Kernels and maps are square. Unless said otherwise, strides are 1, the padding keeps the side, and every filter has one bias. A multiplication and the addition that follows it are one multiply-accumulate (MAC). A number takes 4 bytes.
exercises-mistakes = Below each answer: what common mistakes give.
exercise-task-reduction = { $input } channels of { $side }×{ $side } cells go through a 1×1 convolution with { $reduced } filters, then through a { $kernel }×{ $kernel } convolution with { $filters } ({ $input } → { $reduced } → { $filters }). “Direct” is the { $kernel }×{ $kernel } convolution alone, on all { $input } channels.
exercise-task-module = An Inception module reads { $channels } channels of { $side }×{ $side } cells: { $branch1 } filters of 1×1; { $branch2 } of 3×3 after a reduction to { $reduce3 }; { $branch3 } of 5×5 after a reduction to { $reduce5 }; 3×3 max pooling with a projection to { $projection }. Its naive twin has neither reductions nor projection.
exercise-task-cs231n = The module of Stanford’s course CS231n.
exercise-note-cs231n = The course’s slide prints { $printed } multiplications with reductions; the list of convolutions on the same slide gives { $counted }.
exercise-task-convolution = { $filters } filters of { $kernel }×{ $kernel } slide over { $channels } channels of { $side }×{ $side } cells with stride { $stride } and padding { $padding } at each border.
exercise-task-padding = { $kernel }×{ $kernel } convolutions on maps of { $side }×{ $side } cells.
exercise-task-field = A photo goes through these layers: { $steps }.
exercise-step-convolution = { $kernel }×{ $kernel } convolution, stride { $stride }
exercise-step-pool = { $kernel }×{ $kernel } max pooling, stride { $stride }
exercise-task-memory = Activations are its input, what every convolution and the pooling put out, and the concat, which is a copy. Training with momentum keeps every activation and its gradient for each of { $batch } photos, and every parameter, its gradient and its momentum once.
exercise-ask-reduced-weights = Weights with the reduction, without biases
exercise-ask-direct-weights = Weights of the direct convolution, without biases
exercise-ask-reduced-params = Parameters with the reduction, biases included
exercise-ask-reduced-macs = MACs with the reduction
exercise-ask-direct-macs = MACs of the direct convolution
exercise-ask-reduced-channels = Channels after the concat
exercise-ask-naive-channels = Channels after the concat of the naive twin
exercise-ask-module-params = Parameters, biases included
exercise-ask-module-macs = MACs
exercise-ask-naive-macs = MACs of the naive twin
exercise-ask-side = Side of the output, cells
exercise-ask-params = Parameters, biases included
exercise-ask-macs = MACs
exercise-ask-padding = Padding at each border that keeps the side at { $side }
exercise-ask-unpadded = Side after { $layers } of them in a row, without padding
exercise-ask-pooled = Side after a 3×3 max pooling, stride 2, no padding, rounding up as in GoogLeNet, on { $side } cells
exercise-ask-field = Side of the receptive field of a cell at the end, pixels
exercise-ask-field-step = Distance between the fields of two neighbouring cells, pixels
exercise-ask-activation-bytes = Bytes of the activations for one photo
exercise-ask-naive-bytes = Bytes of the activations of the naive twin for one photo
exercise-ask-training-bytes = Bytes that training keeps for the batch of { $batch }
exercise-slip-bias = the biases are missing
exercise-slip-bias-counted = biases are counted, weights alone were asked for
exercise-slip-channels-before = the large kernels are given the channels before the reduction, not those after it
exercise-slip-channels-after = the large kernels are given the channels after the reduction, but here none stands before them
exercise-slip-reduction = the reducing 1×1 convolution itself is missing
exercise-slip-input-channels = a filter has a kernel for every input channel, not one
exercise-slip-positions = the kernel moves over every position of the output; this is one position
exercise-slip-input-positions = counted at every position of the input, not of the output
exercise-slip-additions = multiplications and additions counted apart (FLOPs)
exercise-slip-projection = the 1×1 projection after the pooling is missing
exercise-slip-pooling-projected = without projection the pooling passes all input channels on
exercise-slip-pooling-passed = the pooling branch passes on what its projection makes, not all input channels
exercise-slip-padding = the padding is missing
exercise-slip-padding-once = the padding stands at both borders, counted at one
exercise-slip-rounded-up = rounded up; a window of a convolution that does not fit is left out
exercise-slip-rounded-down = rounded down; this pooling counts the last, incomplete window
exercise-slip-padding-both = that is the padding of both borders together
exercise-slip-one-layer = that is after the first layer alone
exercise-slip-one-border = what is lost at the other border is missing
exercise-slip-strides = the strides of the layers before are missing
exercise-slip-kernels-added = the sides of the kernels were added; neighbouring windows overlap
exercise-slip-strides-added = strides multiply, they do not add
exercise-slip-bytes = these are numbers; each takes 4 bytes
exercise-slip-concat = the copy that the concat makes is missing
exercise-slip-input = the input is missing
exercise-slip-batch = that is for one photo, not for the batch
exercise-slip-gradients = the gradients and the momentum are missing
exercise-slip-params = the parameters are missing
exercise-slip-params-photo = the parameters are kept once, not once a photo

## Scenes
scene-place = Step { $step } of { $count }
scene-next = Next step
scene-not-understood = Not understood in this scene: { $parts }. The rest is shown.
scene-photo-missing = { $name }: this photo of the scene is missing; the rest is shown.
scene-photo-changed = { $name }: this is not the photo the scene was made with, though it has its name.
scene-last-step = There is no step { $asked }; the scene has { $count }, and its last one is shown.
error-scene-malformed = This is no scene file ({ $cause }); it begins with {"{"}"version": 1, "steps": […]{"}"}.
error-scene-newer = This scene file is version { $found }; this program reads version 1: get a newer Inception Lens.
error-scene-empty = This scene file has no steps; write at least one.
error-scene-too-many = This scene file has more steps than are ever read; divide it into several files.
link-copy = Copy link (Ctrl+L)
link-copied = Link copied.
link-copied-without-photo = Link copied. It does not name your photo: only samples go into links.
keys-copy-link = copy what is on screen as a link
settings-link-base = Address before copied links
settings-link-base-none = none: only the part from #

## Looks for

layer-pane-looks-for = Looks for
layer-no-kernels = This layer has no weights of its own.
hint-looks-for = Arrows choose a channel · Enter enlarges · S sort · R new seed · V dream
keys-layer-looks = what channels look for, dream, rebuild, other random numbers
keys-layer-dream = in a dream: stop or go on, open as photo
looks-not-here = Pictures are made of layers with maps, and of classes; this layer is neither.
looks-panel-atlas = All channels
looks-panel-picture = The picture
looks-panel-album = In the album
looks-tab-picture = Picture
looks-tab-album = In the album
looks-show = Show
looks-pictures = Pictures
looks-patches = Patches
looks-sort-photo = On this photo
looks-sort-colour = Colour
looks-hint-index = In the order of the layer
looks-hint-photo = The strongest cell on this photo, largest first
looks-hint-colour = How much a channel changes when the photo loses its colours, largest change first
looks-progress = { $done } of { $total } pictures
looks-caption-photo = channel, and its strongest cell on this photo
looks-caption-colour = channel, and its change without colours over its mean
looks-visible-first = visible ones first
looks-atlas = { $count } channels, { $channel } selected
looks-channel = Channel { $channel }
looks-tile = { $channel }, strongest cell on this photo { $value }, { $state }
looks-tile-colour = { $channel }, change without colours { $value }, { $state }
looks-tile-waiting = its picture waits
looks-tile-ready = its picture is ready
looks-tile-no-start = no picture starts here: click once more to try other random numbers
looks-no-start = no start
looks-retry = retry
looks-step = step { $step } of { $steps }
looks-steps = { $steps } steps
looks-of-class = What it takes for
looks-of-layer = All channels together
looks-of-channel = Made for
looks-fires-for = Channel { $channel } fires most for
looks-silencing = silenced
looks-branch-1x1 = 1×1 branch
looks-branch-3x3 = 3×3 branch
looks-branch-5x5 = 5×5 branch
looks-branch-pool = pool branch
looks-your-name = your name
looks-name-hint = What would you call it?
looks-name-of = Your name for channel { $channel }
looks-try-again = Try again
looks-finer = Finer
looks-finer-name = Finer: go on until the picture no longer changes
looks-picture-name = Made picture of { $of }, { $state }
looks-beginning = The picture begins
looks-from-noise = From noise
looks-from-photo = From this photo
looks-dream = Dream on the whole photo
looks-seed = Seed { $seed }
looks-new-seed = Seed { $seed }: take other random numbers
looks-more = More ways to make the picture
looks-objective = What is to fire
looks-objective-channel = Channel
looks-objective-cell = One cell
looks-objective-layer = Whole layer
looks-minimise = What silences it
looks-diverse = Four that differ
looks-curve-channel = Its strongest cell, by step
looks-curve-cell = The middle cell, by step
looks-curve-layer = Mean of all squares, by step
looks-curve-class = Its logit, by step
looks-curve-said = { $title }: { $value } after step { $step }.
looks-best-photo = best album photo { $value }
looks-times-best = { $times } the best photo
looks-means-channel = Made to make this channel fire: it shows what the channel likes, not all it responds to.
looks-means-layer = Made to make all channels fire at once: it shows what they like together, not one by one.
looks-means-class = Made to raise this logit: it shows what the network takes for the class, not what the class looks like.
looks-means-silence = Made to silence this channel: it shows what works against it, not all that leaves it cold.
looks-means-random = Made in the same way for random weights: no training put there what you see.
looks-random = Random weights
looks-random-means = The same recipe, run on a network that has learned nothing: what is missing then is what training put here.
looks-damaged = A stored picture was damaged; it is being made again.
looks-not-kept = Pictures are not stored: { $cause }
looks-strongest = Strongest in the album
looks-no-album = No album is open. Choose an album to see which photos fire this channel most.
looks-built-in-album = Built-in album
looks-choose-album = Choose an album…
looks-no-patches = A class has no cell of its own: the album shows patches for layers with maps.
looks-album-running = The album runs: { $done } of { $total } photos. The first photos appear soon.
looks-photos = Photos of the album
looks-photos-strongest = Strongest
looks-photos-spectrum = Spectrum
looks-photos-useful = Useful
looks-useful-search = Looking for photos…
looks-useful-exact = What the channel adds to the answer’s logit, exactly: weight × mean of its map, on every photo.
looks-useful-so-far = What the channel adds to the answer’s logit: activation × gradient. Asked: { $done } of the { $of } photos with the largest means.
looks-useful-first-order = What the channel adds to the answer’s logit, to first order: activation × gradient, on the { $of } photos with the largest means.
looks-useful-nowhere = On none of the photos asked does this channel add anything to this answer.
looks-spectrum-title = Weakest, middle, strongest
looks-useful-title = Most useful for { $label }
looks-patch-whole = A cell of this channel sees { $size } of the photo: that is shown, and the cell.
looks-patch-part = A cell of this channel sees { $size } of the photo. Shown: { $shown } around it, and the cell.
looks-patch-more = A cell of this channel sees { $size }, more than the photo. Shown: { $shown } around it, and the cell.
looks-patch-name = Photo { $place }: { $label }, { $value } at { $cell }
looks-patch-alike = Photo { $place }: { $label }, { $value } at { $cell }, gets this photo’s answer
looks-of-nine = { $count } of { $total }
looks-are-called = are called { $label },
looks-like-this-photo = like this photo ({ $share })
looks-all-photos = All { $count } album photos
looks-strongest-of-each = strongest cell of each
looks-this-photo = this photo { $value }
looks-rank = rank { $rank } of { $total }
home-made-heading = What was made
home-made = The picture (PNG)…
home-made-table = Its numbers (CSV)…

## Dream

dream-lesson-left = Dream at the left
dream-lesson-right = Dream at the right
dream-lesson-caption = Dream of { $module }: one of its cells sees { $size } px
quiz-begin = Quiz: which photo fires it more?
quiz-question = Which of the two photos fires this channel more?
quiz-look = Look at the picture that was made, then click a photo.
quiz-left = Photo at the left
quiz-right-side = Photo at the right
quiz-told = { $side }: { $value }, { $label }
quiz-right = Right.
quiz-wrong = No, it is the other one.
quiz-score = { $right } of { $answered } right
quiz-next = Next two
quiz-close = Back to the photos
looks-guess-first = Which photos will these be? Guess first: the card of the lesson shows them.
dream-title = Dream
dream-panel-strip = Depths
hint-dream = ←/→ depth · Space stop or go on · R again · O open as photo · Esc back
dream-back = Channels
dream-of = What dreams
dream-whole-layer = Whole layer
dream-one-channel = One channel
dream-open = Open as photo
dream-save = Save…
dream-photo-name = { $photo } dreamed at { $layer }
dream-the-photo = the photo
dream-now = what the network says now
dream-answer = { $caption }: { $label } { $share }
dream-whole-photo = { $size }, the whole photo
dream-edited-photo = { $size }, what the network sees of the edited photo
dream-waiting = waiting
dream-how-far = octave { $octave } of { $octaves } · step { $step } of { $steps }
dream-stopped = stopped · { $state }
dream-stop = Stop
dream-go-on = Go on
dream-picture-name = Dream at { $layer }, { $state }
dream-depth = Depth
dream-max-pool = max pool
dream-cell-sees = a cell sees
dream-depth-name = { $layer }: a cell sees { $pixels } pixels, { $kind }
dream-textures = textures
dream-patterns = patterns
dream-parts = parts
dream-things = things
dream-strength = Strength
dream-faint = faint
dream-wild = wild
dream-octaves = Octaves
dream-widths = at { $widths } px wide
dream-octave-count = { $count } octaves
dream-strip = From textures to parts to things
dream-strip-means = The deeper the layer, the more of the photo one cell sees, and the larger the thing it dreams of.
dream-ready = { $done } of { $total } ready
dream-sees = sees { $pixels }
dream-sweep = Side by side
dream-sweep-depths = Five depths
dream-sweep-layers = All depths
dream-sweep-strength = Strength
dream-sweep-octaves = Octaves

## Album
view-album = Album
album-tabs = What the album shows
album-tab-photos = Photos
album-tab-answers = Answers
album-tab-map = Map
album-tab-teach = Teach
hint-album-teach = Drop photos on a tray · drag one to another · Del takes one out · Ctrl+Z takes it back
teach-panel-live = New head, live
teach-panel-left-out = Left out once
teach-panel-learned = What is learned
teach-headline = { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
} taught it { $classes } new classes: { $right } of { $of } right
teach-headline-short = { $right } of { $of } right
teach-headline-untested = { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
} taught it { $classes } new classes
teach-headline-running = Taught { $classes } classes, tested { $done } of { $of } photos
teach-headline-waiting = Reading { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}…
teach-start = Two classes with two photos each are enough to start.
teach-start-body = Drop photos or folders here, take some from the album, or add the open photo. Everything before the last layer stays as it is.
teach-stays = Everything stays on this computer: photos are never sent anywhere.
teach-kept = Small copies are kept in this program’s folder until you forget them.
teach-kept-nowhere = The trays are in memory alone; they go when this is closed.
teach-forget = Forget these trays
teach-forgotten = Photos, averages and what was taught on them are deleted.
teach-narrow = Parts of the view
teach-narrow-trays = Trays
teach-narrow-live = Live
teach-class-name = Class { $number }
teach-tray-name = Name of class { $name }
teach-tray-remove = Take class { $name } away
teach-tray-count = { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}
teach-tray-right = { $right } right
teach-tray-single = not tested
teach-tray-add = Choose a photo for { $name }…
teach-tray-add-open = Add the open photo to { $name }
teach-tray-add-open-none = Open a photo first.
teach-photo = { $photo }, class { $name }
teach-photo-wrong = { $photo }, class { $name }: wrong when left out
teach-photo-right = { $photo }, class { $name }: right when left out
teach-photo-twice = { $photo }, class { $name }; the same photo is in { $other } too
teach-photo-open = Open in all views
teach-photo-move = Move to { $name }
teach-photo-remove = Take out of { $name }
teach-add-class = Add class
teach-add-class-hint = drop photos or a folder · 2 to { $most } classes
teach-add-class-empty = An empty class
teach-add-class-open = From the open photo
teach-from-album = From the album
teach-from-album-name = A class from the album, menu
teach-from-album-none = Open an album first: its folders become classes.
teach-from-album-label = { $name }, { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
teach-note-already = { $photo } is in { $class } already; it is taught once.
teach-note-twice = { $photo } is in { $class } and in { $other }: it teaches both, and so neither. Take it out of one.
teach-note-full = At most { $most } photos are kept in trays; the others were left out.
teach-note-classes = At most { $most } classes are taught at once; take one away first.
teach-note-name-taken = Another class is called “{ $name }”; choose another name.
teach-note-name-empty = A class needs a name.
teach-unbalanced = { $large } has { $most } photos, { $small } { $least }: what is seldom taught is seldom answered.
teach-live = The new head, live
teach-live-in-none = { $photo } · in no tray
teach-live-in = { $photo } · in { $name }
teach-live-none = Open a photo to ask the new head about it.
teach-live-other-weights = The open photo runs on other weights; one moment.
teach-live-picture = Evidence for { $name } on { $photo }, { $cells } cells
teach-live-answer = New answer: { $name }, { $share }
teach-live-class = { $name } { $share }
teach-live-more = and { $count } more
teach-live-sum = Sum of { $cells } cells { $sum }, bias { $bias }, logit { $logit }
teach-live-cells = Σ { $cells } cells
teach-live-bias = bias
teach-live-logit = logit
teach-live-scale = added to the logit, a cell
teach-live-old = { $count ->
    [one] the { $count } old class says
   *[other] the { $count } old classes say
}
teach-live-old-says = The old head says { $name }, { $share }
teach-save = Save as weights…
teach-use = Use in all views
teach-use-hint = The new head takes the place of the main head. The auxiliary heads know the old classes only and are left out.
teach-waiting = Teaching…
teach-left-out = Each photo left out once
teach-left-out-depth = Right, if taught from
teach-left-out-depth-choice = { $depth } · { $right }
teach-left-out-result = { $right } of { $of }
teach-left-out-done = { $done } of { $of }
teach-left-out-caption = right: each by a head taught on the other { $others } photos only
teach-left-out-running = left out so far
teach-left-out-none = A photo can be left out once its class has two.
teach-left-out-single = Not in this table: { $names }. One photo alone cannot be left out.
teach-left-out-answered = answered
teach-left-out-cell = { $name }, answered { $answer }: { $count }
teach-left-out-mistake = { $photo } of { $name } goes to { $answer } ({ $share }). Click it: where is the evidence for “{ $answer }”?
teach-left-out-confused = Most confused: { $a } and { $b }, { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
teach-left-out-no-mistake = No photo was called wrong. Add harder ones.
teach-left-out-photo = { $photo } of { $name }, answered { $answer }, { $share }
teach-left-out-photo-waiting = { $photo } of { $name }, not left out yet
teach-learned = Only this is learned
teach-learned-in = in { $time }
teach-learned-frozen = frozen
teach-learned-layers = { $count } convolutions
teach-learned-weights = { $count } weights
teach-learned-averages = { $count } averages
teach-learned-body = All up to the { $averages } averages stays as it is; { $averages } × { $classes } weights and { $classes } biases are taught.
teach-shortcut = Try a shortcut
teach-shortcut-class = Sticker on: { $name }
teach-shortcut-class-name = Class whose photos get a sticker, menu
teach-shortcut-photos = { $count ->
    [one] sticker on { $count } photo of { $name }
   *[other] sticker on all { $count } photos of { $name }
}
teach-shortcut-picture = The open photo with a sticker, and the evidence for { $name }
teach-shortcut-photo = Photos of { $name } with a sticker
teach-shortcut-result = “{ $name }” { $share }
teach-shortcut-running = Putting stickers on…
teach-shortcut-body = Put a sticker on all photos of one class, and teach a copy: does it learn the class, or the sticker?
teach-shortcut-fooled = Without its sticker this photo is { $without } ({ $share }): the copy has learned the sticker, not { $name }.
teach-shortcut-same = With and without a sticker it is { $without } ({ $share }). Look where the evidence lies, then try a photo of another class.
teach-shortcut-resists = It stays { $with } with a sticker; { $name } rises from { $before } to { $after }. A sticker is not always enough.
home-taught = Weights with the new head
error-teach-few = Two classes with photos are needed, and { $found } of them has any; add photos of another class.
error-teach-many = { $found } classes are more than the { $most } that can be taught at once; leave some out.
error-teach-photos = { $found } photos are more than the { $most } that can be taught at once; leave some out.
error-teach-same-name = Two classes are called “{ $name }”; give one of them another name.
error-teach-not-fitted = The new last layer could not be fitted ({ $cause }); take away photos that are not of their class, and try again.
error-teach-run = A photo could not be run ({ $cause }); take it away, or use other weights.
error-teach-copy = The small copy of this photo could not be made or read ({ $cause }); add the photo again.
error-teach-unsayable = This network has { $what } that no weights file of ours can say; use other weights to teach.
error-teach-not-made = The weights file could not be made ({ $cause }); try again with fewer programs open.
error-teach-later = The trays kept here were written by a later Inception Lens (version { $found } of its files, this one reads { $known }); they were left as they are: use the later one, or forget these trays.
error-teach-store = The trays could not be kept or read ({ $cause }); they are in memory until the window is closed.
album-panel-photo = One photo
album-panel-matrix = Confusion matrix
album-panel-heads = Three heads
album-panel-reliability = Certainty
album-panel-curve = Neighbours by depth
hint-album-photos = Arrows move the selection · Enter opens it in all views · F filter · S sort
hint-album-answers = Click a cell for its photos · arrows move · H next head · R sort rows
hint-album-map = Hover: answer and neighbours · click: what to do · double click opens · ← → depth · Space travels
keys-album-move = from photo to photo, open in all views
keys-album-photos = filter, sort (photos)
keys-album-answers = next head, order of the rows (answers)
keys-album-map = a depth before, the next (map)
keys-album-travel = travel through the depths, fit (map)
dialog-folder = Choose a folder of photos
album-empty = No album yet
album-empty-body = Drop a folder of photos, or open the built-in album. Everything stays on this computer.
album-empty-built-in = Open the built-in album
album-empty-folder = Choose a folder of photos…
album-listing = Looking for photos…
album-listing-body = They appear here as they are found.
album-failed = This album could not be opened
album-open-folder = Open folder…
album-built-in = Built-in album
album-built-in-caption = built in
album-menu = Album, menu
album-about = Photos and what is kept of them…
album-forget = Forget this album
album-forget-all = Forget all albums
album-forgotten = What was kept is deleted ({ $count } { $count ->
    [1] store
   *[other] stores
}).
album-pause = Pause running photos
album-go-on = Resume running photos
album-photos = { $count ->
    [1] 1 photo
   *[other] { $count } photos
}
album-in-folders = { $count ->
    [1] { " " }in 1 folder
   *[other] { " " }in { $count } folders
}
album-done = { $done } of { $total }
album-running = { $done }, { $each } each, { $left } left
album-paused = { $done } of { $total }, stopped
album-complete = { $photos }, { $each } each
album-seconds = { $count } s
album-minutes = { $count } min
album-headline-right = Main head right on { $right } of { $known } known photos
album-headline-right-short = { $right } of { $known } right
album-headline-ran = { $count ->
    [1] 1 photo, not labelled
   *[other] { $count } photos, none of them labelled
}
album-filter-all = All
album-filter-right = Right
album-filter-wrong = Wrong
album-filter-disagree = Heads disagree
album-filter-unknown = Unknown
album-chip = { $name }, { $count }
album-order = Sort
album-order-name = Sort: { $order }
album-order-folder = Folder
album-order-least = Least certain
album-order-most = Most certain
album-order-wrong = Wrong first
album-all-labels = All labels
album-labels-name = Labels: { $label }
album-labels = Labels
album-labels-right = right
album-labels-known = the weights know these
album-labels-unknown = unknown: it answers
album-label-known = { $label }, photos: { $count }, right: { $share }
album-label-unknown = { $label }, photos: { $count }, most often answered: { $answer }
album-label-folders = Folders of { $label }
album-grid = { $count ->
    [1] Photos of the album: 1
   *[other] Photos of the album: { $count }
}
album-none = No photo in the album matches.
album-open-photo = open
album-waiting = waiting
album-unreadable = cannot be read
album-say-right = right
album-say-wrong = wrong
album-say-unknown = not known to these weights
album-say-unlabelled = no folder says what it shows
album-say-waiting = has not run yet
album-say-unreadable = cannot be read
album-say-photo = { $path }: { $answer }, { $share }, { $verdict }
album-say-photo-without = { $path }: { $verdict }
album-place = { $place } of { $count } shown
album-close-card = Close the photo’s card
album-verdict-right = right: the folder says { $label }
album-verdict-wrong = wrong: the folder says { $label }
album-verdict-unknown = these weights do not know { $label }
album-verdict-unlabelled = no folder says what it shows
album-after = after { $module }
album-agree = { $count ->
    [2] Both heads agree.
   *[other] All { $count } heads agree.
}
album-agree-right = { $count ->
    [2] Both heads agree, and both are right.
   *[other] All { $count } heads agree, and all are right.
}
album-agree-wrong = { $count ->
    [2] Both heads agree, and both are wrong.
   *[other] All { $count } heads agree, and all are wrong.
}
album-disagree = The heads disagree. { $answers }.
album-open-in-all = Open in all views
album-show-in-map = Show in map
album-compare = Compare as B
album-answers-none = No photo has run yet.
album-headline-sure = Over { $sure } sure: { $right } of { $known } right. With unknown things, { $right } of { $all }
album-headline-sure-short = Over { $sure } sure: { $right } of { $known } right
album-headline-never-taught = { $count ->
    [1] 1 folder it was never taught
   *[other] { $count } folders it was never taught
}
album-matrix = What it answers
album-matrix-name = Confusion matrix, rows: { $rows }, columns: { $columns }
album-matrix-folder = folder says
album-matrix-unknown = { $count ->
    [1] 1 folder it was never taught: it must still pick one of the { $classes }
   *[other] { $count } folders it was never taught: it must still pick one of the { $classes }
}
album-matrix-share = share of the row · number = photos
album-matrix-none = none
album-matrix-all = all
album-precision = prec.
album-f1 = F1
album-recall = right
album-head = Head
album-rows = Rows by
album-rows-size = Size
album-rows-similar = Similar
album-rows-accuracy = Accuracy
album-cell = { $label }, answered { $answer }: { $count } ({ $share } of the row)
album-cell-card = Photos
album-cell-choose = Click a cell or a bin for its photos
album-cell-hint = Click opens a photo in all views
album-cell-grid = Photos: { $title }
album-count-of = { $count } of { $total }
album-bin = { $from } to { $to } sure
album-known-photos = { $count ->
    [1] 1 known photo
   *[other] { $count } known photos
}
album-heads = { $count ->
    [1] One head
    [2] Two heads
   *[other] Three heads
}
album-depth-of = after { $depth } of { $all }
album-top5 = top 5: { $share }
album-head-sentence = { $head }, { $depth }: right on { $right } of { $known }, { $share }; among the five most probable { $top5 }
album-heads-none = No photo shows a class that these weights know.
album-heads-deeper = { $count ->
    [1] Depth helps: the main head is right on 1 photo more than the better auxiliary head.
   *[other] Depth helps: the main head is right on { $count } photos more than the better auxiliary head.
}
album-heads-same = Depth does not help on these photos: the main head and the better auxiliary head are equal.
album-heads-shallower = { $count ->
    [1] Fewer layers are enough for these photos: an auxiliary head is right on 1 photo more than the main head.
   *[other] Fewer layers are enough for these photos: an auxiliary head is right on { $count } photos more than the main head.
}
album-reliability = When it is sure, is it right?
album-reliability-caption = share right, by probability of the answer
album-counts-known = known
album-counts-all = all
album-bin-sentence = { $from } to { $to } sure. Known things: { $known }, right { $right }. Everything: { $all }, right { $all_right }.
album-known-things = known things
album-everything = everything
album-sure-known = of { $count } known photos it was over { $sure } sure of are right
album-sure-all = of { $count } photos it was over { $sure } sure of are right; what it does not know counts as not right
album-ece = calibration (ECE): { $value }
album-result-none = No answer is more than { $sure } sure.
album-result-unknown = “{ $sure } sure” is right { $all } of the time: it compares only { $classes } classes.
album-result-known = “{ $sure } sure” is right { $known } of the time on things it knows.
album-depth-pixels = Pixels
album-depth-average = 5b · GAP
album-headline-near = Neighbours of the same class: { $here } at { $depth }, { $pixels } in pixels
album-headline-near-short = Same class nearby: { $here } at { $depth }
album-map-parts = Parts of the map
album-near-card = Neighbours
album-tsne = t-SNE
album-pca = PCA
album-placing = How photos are placed
album-travel = Travel
album-sees-at = What it sees at
album-ring = Ring: { $name }
album-ring-known = known classes
album-ring-none = none
album-placing-progress = placing { $done } of { $all }
album-map-name = Map of photos by what the network sees at { $depth }, photos: { $count }
album-map-waiting = Placing photos…
album-map-running = Photos are placed once they have run.
album-map-few = Three photos at least make a map.
album-map-open = open photo
album-legend-known = ring: of a class it knows
album-legend-faded = faded: never taught
album-legend-label = ring: { $name }
album-curve-title = Same label among the { $count } nearest
album-curve-known = of the neighbours of the { $count } known photos share their class
album-curve-unknown = of the neighbours share their photo’s folder
album-curve-stop = { $depth }: taught { $known }, never taught { $unknown }
album-taught-rises = taught: drawn together with depth
album-taught-falls = taught: further apart with depth
album-taught-stays = taught: depth changes little
album-untaught-rises = never taught: drawn together with depth too
album-untaught-falls = never taught: drift apart with depth
album-untaught-stays = never taught: depth changes little
album-near-none = Point at a photo on the map: its five nearest, at this depth and in pixels, appear here.
album-main-head = main head
album-nearest-at = { $count } nearest at { $depth }
album-nearest-pixels = { $count } nearest in pixels
album-about-title = Photos and what is kept of them
album-about-close = Close
album-kept = Nothing leaves this computer. So that photos need not run again, the album keeps for each: its path, the heads’ answers, means and maxima of the channels, and a small copy.
album-kept-in = Kept in { $folder }. All albums together stay within 1 GB; those not opened for longest go first. On a shared computer, forget the album when you are done.
album-kept-nowhere = Kept in memory alone, until the program ends.
album-sources = Sources and licences of the { $count } built-in photos

## Scale of the maps of network and module

maps-scale-own = each map its own scale
maps-scale-shared = one scale for all maps
maps-scale-name = One scale for all maps

## Words, the way in, copies
term-name = What “{ $term }” means
help-name = Keys and words (?)
help-word = Keys
help-page = Keys or words
words-title = Words
words-here = On this screen
words-all = All words
path-step = Go to: { $place }
empty-about = Inception Lens runs GoogLeNet, a network that recognises what photos show, on a photo of yours and shows what happens inside: from the pixels to the answer.
empty-lesson = Start the lesson
edit-needs-photo = Open a photo first; then it can be covered, brightened, moved and turned.
cost-caption-layers = what each layer costs
cost-caption-roofline = how fast each layer runs, and what holds it back
cost-caption-exercises = work it out, and see which mistake gives which number
cost-caption-lineage = what networks cost before and after GoogLeNet
cost-error = top-5 error
picture-copy = Copy picture (Ctrl+C)
picture-copied = Picture copied.
keys-copy-picture = copy the view as a picture
scene-heading = A lesson of your own
scene-text = What to tell beside this step
scene-text-hint = What to tell beside it (optional)
scene-save = Save scene…
scene-add = Add to a scene file…
scene-written-without-photo = Written: { $path }. The photo on screen has no file that could be named, so the scene is without it.
dialog-scene = Add a step to a scene file
dialog-scene-files = Scene files
cost-than-alexnet = than AlexNet
classifiers-final-short = “{ $class }”: #{ $rank }
sample-known-means = These weights know what it shows.
sample-unknown-means = These weights know nothing of what it shows, and must still answer something.

## Crop on the input
fit-crop-moved = Crop 224 × 224, moved
crop-sizes = { $seen-width } × { $seen-height } of { $width } × { $height } pixels
crop-frame = What the network sees of the photo: { $sizes }
crop-how = Drag the frame, or use the arrow keys; a double click or Home centres it
crop-share = { $share } of the photo is seen: drag the frame
crop-share-fixed = { $share } of the photo is seen

## Figures to take home
home-figure-svg = Figure alone, text as text (SVG)
home-figure-png = Figure alone, 300 dpi (PNG)

## Exercises in the window
cost-tab-exercises = Exercises
hint-cost-exercises = Type a number or a sum like 3*3*96*128 · Tab goes right, Enter goes down
exercise-panel-table = Table
exercise-panel-size = Input size
exercise-title = A module to work out
exercise-choice = Module
exercise-preset-reduction = 192 → 96 → 128
exercise-preset-course = CS231n
exercise-random = Random
exercise-own = Your own
exercise-another = Another
exercise-own-channels = Channels in
exercise-own-side = Side, cells
exercise-own-field = Your module: { $name }
exercise-own-wrong = { $name }: a whole number from 1 to { $most }, please. The table below stays as it is until then.
exercise-row-reduce = 1×1 reduce
exercise-row-whole = All together
exercise-row-direct = { $kernel }×{ $kernel } direct
exercise-row-naive = Naive twin
exercise-row-training = Training, batch of { $batch }
exercise-column-channels = Channels
exercise-column-side = Side
exercise-column-params = Parameters
exercise-column-macs = MACs
exercise-column-bytes = Memory, bytes
exercise-cell = { $row }, { $column }
exercise-how = Fill in a cell: a number, or a sum like 3*3*96*128. It is marked when you leave it. Every filter has one bias, padding keeps the side, a number takes 4 bytes.
exercise-right = right. { $working } = { $answer }
exercise-answer = the answer: { $working } = { $answer }
exercise-slipped = not quite: { $mistake }.
exercise-wrong = not right, and none of the usual mistakes gives this number.
exercise-unreadable = this is neither a whole number nor a sum of whole numbers.
exercise-score = { $right } of { $all } right
exercise-answers = Show answers
exercise-start-over = Start over
exercise-ask-naive-params = Parameters of the naive twin, biases included
exercise-ask-channels = Channels of the output
exercise-ask-output-bytes = Bytes of the output for one photo
exercise-slip-channels-in = these are the channels that go in; every filter puts out one
exercise-slip-reductions-joined = the reductions end inside their branches; their channels are not joined
exercise-slip-positions-counted = the same weights serve every position, so they are counted once
exercise-slip-pooling-counted = a pooling compares; it has no weights and multiplies nothing
exercise-slip-one-channel = that is one channel
exercise-size-title = Input of another size
exercise-size = Input: { $side } × { $side } pixels
exercise-size-name = Side of the input, pixels
exercise-size-usual = { $side } × { $side }
exercise-size-smallest = Smallest
exercise-size-breaks = It breaks at { $layer }: the map is too small for its window. The smallest input is { $smallest } × { $smallest }.
exercise-size-answers = It answers, with { $macs } MACs, { $times } the usual: convolutions and the average over the whole map take any size.
exercise-size-head = Auxiliary head { $number } does not: its first linear layer has weights for one size alone.
exercise-size-aux = head { $number }
exercise-size-none = nothing left
exercise-size-spoken = { $layer }: { $here }

# What the class guesses at a card of the lesson, and the truth beside it.
guess-compared = Guessed: { $guess } · truth: { $truth }
guess-right = Guessed right: { $truth }
guess-choice = Guess: { $choice }
guess-times = Guess: how many times as many
guess-point = Point at it in the picture: click a cell.
guess-pointed = Your cell is circled. Another click moves it.
guess-cell = Guess: { $cell }
guess-pooling = pooling
guess-no-middle = no cell, but the corner where the four inner cells meet
guess-shrink-grow = Maps shrink, channels grow
guess-grow-shrink = Maps grow, channels shrink
guess-both-grow = Both grow
guess-both-shrink = Both shrink
guess-map-moves = Map moves, logit hardly changes
guess-map-moves-logit-changes = Map moves, logit changes a lot
guess-map-stays = Map stays where it is
guess-gradient-all = All of it
guess-gradient-tenth = About a tenth
guess-gradient-thousandth = About a thousandth
guess-gradient-none = Next to nothing
guess-left = Left
guess-right-side = Right
module-even-asked = 4×4: which is the middle cell?
module-even-point = Click the cell of this window that lies in its middle.
module-window-cell = 4×4 window: { $cell }
occlusion-point = Point first: which cell must be covered? Click it.
classifiers-over-relative = Relative
classifiers-over-evidence-hint = What each cell adds to the logit
classifiers-over-relative-hint = How much more each cell adds than the mean cell
classifiers-over-channel-hint = The map of one channel
classifiers-cells-mean = mean of { $count } cells
classifiers-cell-relative = Evidence in { $place }, against the mean cell: { $value }
classifiers-bar-below = { $value } below
classifiers-bar-above = above { $value }
classifiers-bar-mean = mean cell
classifiers-shifted = Shifted: { $logit }
classifiers-edited = Edited: { $logit }
classifiers-before = Before: { $logit }

## Heatmaps compared
classifiers-tab-heatmaps = Heatmaps
classifiers-panel-heatmap = One heatmap
heatmap-evidence = Class evidence
heatmap-evidence-detail = CAM, exact
heatmap-occlusion = Occlusion
heatmap-occlusion-detail = { $count } px patch
heatmap-grad-cam = Grad-CAM
heatmap-grad-cam-detail = at { $module }
heatmap-gradient = Gradient
heatmap-gradient-detail = size
heatmap-gradient-x-input = Gradient × input
heatmap-gradient-x-input-detail = sum of colours
heatmap-smoothgrad = SmoothGrad
heatmap-smoothgrad-detail = { $count } × noise
heatmap-integrated = Integrated gradients
heatmap-integrated-detail = { $count } steps
heatmap-guided = Guided backprop
heatmap-guided-detail = positive only
heatmaps-learned = Learned.
heatmaps-not-learned = Not learned.
heatmaps-unclear = Cannot tell.
heatmaps-both-better = Both curves beat chance.
heatmaps-deletion-better = Only deletion beats chance.
heatmaps-insertion-better = Only insertion beats chance.
heatmaps-insertion-worse = Deletion beats chance, insertion is worse.
heatmaps-deletion-worse = Insertion beats chance, deletion is worse.
heatmaps-worse = Worse than chance.
heatmaps-no-better = No better than chance.
heatmaps-question = Which heatmap for “{ $class }” can you trust?
heatmaps-box-stays = { $method } fits your box best, yet stays the same without learning
heatmaps-box-changes = { $method } fits your box best and changes with learning
heatmaps-box-unclear = { $method } fits your box best; whether it was learned cannot be told here
heatmaps-none-clear = On this photo it cannot be told which of the maps were learned
heatmaps-all-change = Every map changes when nothing has been learned
heatmaps-some-change = { $count } of { $all } maps change when nothing has been learned
heatmaps-one-stays = { $method } stays much the same when nothing has been learned
heatmaps-some-stay = { $count } of { $all } maps stay much the same when nothing has been learned
heatmaps-failed = { $method }: the map is the same everywhere or could not be made, so there is nothing to judge.
heatmaps-line-changes = { $method } changes without learning (agreement { $agreement } ± { $spread }).
heatmaps-line-stays = { $method } stays much the same without learning (agreement { $agreement } ± { $spread }): it shows the photo’s edges more than what was learned.
heatmaps-line-unclear = { $method }: whether it was learned cannot be told on this photo (agreement { $agreement } ± { $spread }).
heatmaps-line-curves = Deletion { $deletion }, insertion { $insertion }; a random order has { $chance } ± { $spread }.
heatmaps-line-box = { $share } of it lies in your box, by chance { $chance }.
heatmaps-line-waiting = { $method }: curves and random networks are still to come.
heatmaps-column = { $method }: agreement { $agreement }, in the box { $box }, deletion { $deletion }, insertion { $insertion }, verdict { $verdict }
heatmaps-column-waiting = { $method }: not computed yet
heatmaps-stopped-by-error = Computing stopped with an error; what is known stays.
heatmaps-progress = { $done } of { $total } passes. The same maps are drawn with three networks that have learned nothing, and the photo changes cell by cell in each map’s order.
heatmaps-read = Click a method to see its map large and its numbers in words. Agreement: rank correlation with three random networks; areas: of the class’s probability while cells change.
heatmaps-head = { $head }: { $class } { $share }
heatmaps-go-on = Go on
heatmaps-low-pass = Low-pass
heatmaps-low-pass-tip = Takes high frequencies out of gradient maps: max pooling makes them, the network’s reasons do not (Muzellec et al. 2023). The curves before and after stand in one chart.
heatmaps-settings = Settings
heatmaps-settings-name = Settings of the heatmaps
heatmaps-column-covered = { $method }, what is to be thought of it still covered
heatmaps-at = Module of Grad-CAM
heatmaps-baseline = Integrated gradients begin at
heatmaps-baseline-black = Black
heatmaps-baseline-blurred = Blurred photo
heatmaps-box = Your box, { $share } of the photo; drag it, or move it with the arrows
heatmaps-box-none = Draw a box around what decides; Enter draws one in the middle
heatmaps-draw = Draw a box around what decides
heatmaps-clear-box = Clear
heatmaps-your-box = Your box: { $share } of the photo
heatmaps-chart = Chart below the photo
heatmaps-chart-curves = Curves
heatmaps-chart-cascade = Cascade
heatmaps-chart-between = Agreement
heatmaps-choose-method = Click a method
heatmaps-delete = deletion
heatmaps-insert = insertion
heatmaps-curve-name = { $curve }, area { $area }
heatmaps-chance = dashed: random order, { $area } ± { $spread }
heatmaps-before-filter = thin: before the filter
heatmaps-after-filter = thin: after the filter
heatmaps-delete-falls = deletion (blur): low is good
heatmaps-insert-rises = insertion: high is good
heatmaps-changed-axis = cells changed, strongest first
heatmaps-cascade-waiting = The network becomes random from the logits downward, part by part…
heatmaps-cascade-first = learned
heatmaps-cascade-result = Agreement after the first random part { $first }, after the last so far { $last }: low is good.
heatmaps-between-name = { $one } and { $other }: agreement { $agreement }
heatmaps-between-read = 1: the same order of places; 0: none
heatmaps-group-changes = changes without learning
heatmaps-group-stays = much the same without learning
heatmaps-scale-most = max
heatmaps-scale-unsigned = Maps without signs: each from 0 to its largest value.
heatmaps-scale-signed = Maps with signs: what speaks against the class, 0 in the middle, what speaks for it; each to its own largest value.
heatmaps-row-map = Map for “{ $class }”
heatmaps-row-map-hint = click: large
heatmaps-row-random = Random weights
heatmaps-row-random-hint = nothing learned
heatmaps-row-second = Photo B
heatmaps-row-agreement = Agreement
heatmaps-row-agreement-hint = 0 learned · 1 same
heatmaps-row-strongest = Strongest point
heatmaps-row-box = Share in box
heatmaps-row-deletion = Deletion area
heatmaps-row-insertion = Insertion area
heatmaps-low-good = low is good
heatmaps-high-good = high is good
heatmaps-row-passes = Passes · time
heatmaps-row-verdict = Verdict
heatmaps-row-verdict-hint = from the numbers
heatmaps-sort = Sort by { $row }
heatmaps-sort-listed = Methods as listed
heatmaps-hit = ● hit
heatmaps-miss = miss
heatmaps-passes = { $count }
heatmaps-seconds = { $seconds } s
heatmaps-best = best
heatmaps-no-map = Nothing to judge.

## A branch off
module-on = on
module-off = off
module-zeros = { $count } zeros
module-branch = Branch { $branch }
module-off-note = { $branch } off: its channels ({ $count }) are set to 0, and everything after { $module } is computed again
module-off-result = Result
module-off-trials-tab = Each alone
module-restore = Restore all
module-off-headline = Without { $what }: { $class } { $before } → { $after }
module-off-after = after { $module }
module-off-trials = Each branch of { $module } alone, switched off
module-off-trying = Switching off one branch after the other…
module-off-same-answer = same answer, { $count } photos
module-off-work = multiplications
module-off-same = { $branch } does most of the work ({ $share }%), and main misses it most
module-off-other = Cost is not weight: { $branch } does { $share }% of the work, yet main misses it most
keys-module-branch = Switch the branch of the selected stage off or on

# The window slides over the patch.
layer-slide = Slide the window
layer-slide-play = Play
layer-slide-pause = Pause
layer-slide-step = One product
layer-slide-close = Back to the numbers
layer-slide-sum = sum of { $done } of { $count } products
layer-slide-spoken = Window for { $cell }: { $done } of { $count } products, sum { $sum }

## Contribution
contribution-title = Contribution
contribution-show = Show
contribution-mean = Mean activation
contribution-mean-short = Mean
contribution-to = Contribution to “{ $class }”
contribution-short = Contribution
contribution-computing = Computing what everything adds…
contribution-no-photo = Open a photo to see what everything adds to its answer.
contribution-equation = Equation
contribution-channels = Strongest channels
contribution-card = Card
contribution-headline = { $layer }: { $for } argues for “{ $class }” ({ $plus }), { $against } against ({ $minus })
contribution-headline-for = { $layer }: every branch argues for “{ $class }”, most of all { $for } ({ $plus })
contribution-headline-against = { $layer }: every branch argues against “{ $class }”, most of all { $against } ({ $minus })
contribution-headline-sum = { $layer } adds { $sum } to “{ $class }”
contribution-branch = { $branch } adds { $value }, share { $share }
contribution-by-depth = Carried by the maps, by depth
contribution-by-depth-hint = dashed: left to the biases
contribution-layer = { $layer }: the maps add { $sum }, the biases behind { $remainder }, together the logit { $logit }
contribution-layer-inexact = { $layer }: the maps add { $sum }, the biases behind { $remainder }; local response normalisation lies behind, so they are not the logit { $logit }
contribution-inexact = Behind { $layer } comes local response normalisation, which is not piecewise linear: { $sum } from the maps and { $remainder } from the biases are not the logit { $logit }.
contribution-sum = ∑ activation × gradient
contribution-remainder = biases behind { $layer }
contribution-logit = logit of “{ $class }”
contribution-strongest = Strongest in { $layer }
contribution-adds = adds
contribution-lost = lost when off
contribution-channel = Channel { $channel } adds { $value }; switched off, the logit loses { $lost }
contribution-channel-name = channel { $channel }
contribution-channel-hint = Click to open the channel; click its numbers to switch it off. What it adds is of first order: what is really lost stands beside it.
contribution-mute = Switch channel { $channel } off
contribution-scale = Activation × gradient, { $layer }
contribution-channels-short = Channels
contribution-linear = How linear?
contribution-linear-missed = Off by { $channels } (channels), { $branches } (branches)
contribution-linear-missed-channels = Predictions are off by { $channels }
contribution-linear-computing = Switching them off one by one…
contribution-linear-point = { $name }: predicted { $predicted }, lost { $measured }
contribution-predicted = predicted: activation × gradient
contribution-measured = lost when off
contribution-patch = Patch: { $patch }
contribution-patch-album = strongest in the album
contribution-patch-own = this photo

## Cards 11 and 12
heatmaps-covered = The maps are here; what a network that has learned nothing makes of them is still covered. Guess first.
heatmaps-photo = Photo
heatmaps-next-seed = New seed

## Guess the machine
album-tab-guess = Guess the machine
hint-album-guess = Guess what the network will answer · not what is in the photo
guess-score = { $right } of { $of } guessed right
guess-score-short = { $right } of { $of }
guess-score-covered = All photos are guessed. The next step of the card shows the score.
guess-waiting = A game needs photos that have run: open an album, or wait until ten have.
guess-photo = Photo { $number } of { $of }
guess-question = Photo { $number } of { $of }: what will the network say?
guess-help-none = No help: only the photo.
guess-help-heatmap = Help: where the evidence for its answer is. Orange speaks for it, cyan against.
guess-help-channels = Help: its nine strongest channels, below.
guess-channels = Strongest channels of 5b: where each fires here, and the album photo that fires it most
guess-channels-hint = Above: this photo; below: another one.
guess-channel = Channel { $channel }: its map here, and the album photo that fires it most
guess-was-right = Right: the network says { $answer }.
guess-was-wrong = The network says { $answer }.
guess-next = Next photo
guess-to-score = Score
guess-over = Guessed right, by kind of help
guess-kind-none = Without help
guess-kind-heatmap = With a heatmap
guess-kind-channels = With channels
guess-line = { $kind }: { $right } of { $of } right, { $share }
guess-by-chance = Chance alone can make such a difference (Fisher’s exact test). A heatmap tells where the network looked, not what it saw there.
guess-helped = The heatmap helped. Say in words what in it gave the answer away.
guess-misled = The heatmap misled you: a map that fits the object well makes us trust that the answer is right too.
guess-blind = Tick: blind choice, one in four. So few photos prove next to nothing.
guess-again = Another game
guess-copy = Copy as CSV
guess-map-helps = Better with a heatmap
guess-map-same = No real difference
guess-map-misleads = Worse with a heatmap

## Fool it

classifiers-tab-fool = Fool it
fool-curve = Size of the change
fool-treatments = What takes it back
fool-headline = { $before } { $share } → { $now } { $now-share }
fool-is-answer = The answer is { $class } already
fool-choose-another = Choose another target, or “any other”.
fool-nothing-changed = The photo as it is: move the slider.
fool-target-reached = Fooled as asked. No pixel value moved by more than { $change }, yet “{ $target }” went from { $target-before } to { $target-after } and is the answer.
fool-missed = The answer changed, but not to the target: “{ $new }” has { $after }, “{ $target }” { $target-after }.
fool-any-reached = Fooled. No pixel value moved by more than { $change }, yet “{ $label }” { $before } became “{ $new }” { $after }.
fool-otherwise = Not fooled by { $eps }: “{ $label }” went from { $before } to { $left }. A change of { $least } does it.
fool-otherwise-none = Not fooled, even by { $most }. Nearest came “{ $near }”, { $near-share }. No way was found; that does not prove that there is none.
fool-not-yet = Not fooled by { $eps }: “{ $label }” went from { $before } to { $left }.
fool-heads = It was computed for the main classifier, yet { $followed } of { $heads } auxiliary heads changed their answer too.
fool-heads-otherwise = The auxiliary heads keep their answers: the change was computed for the main classifier.
fool-undo-unclear = changes the untouched photo’s answer too
fool-third = neither old nor fooled answer
fool-undone = { $undone } of { $treatments } treatments bring the old answer back: so fine a change breaks easily, unless it is computed with the treatment in mind.
fool-undone-otherwise = No treatment brings the old answer back. Simple treatments are no reliable defence.
fool-photo = The photo
fool-changed = The photo with the change
fool-change = The change, { $times } times as strong
fool-no-change = grey: none
fool-grey-levels = grey levels of 255, each colour
fool-answer = { $picture }, { $head }: { $class } { $share }
fool-evidence-for = evidence for “{ $class }”
fool-open = Open as photo
fool-open-needs = Move the slider first, and wait for the result.
fool-name = { $photo }, fooled: { $class }
keys-fool = evidence over the fooled photo
fool-target = Target
fool-any = any other
fool-steps = Steps along the gradient’s sign
fool-one-step = 1 step
fool-ten-steps = 10 steps
fool-start = Random start
fool-start-tip = Begin anywhere within the size, and not at the photo: other starts find other changes.
fool-evidence = Evidence
fool-evidence-tip = Where the evidence lies, for the old answer on the photo and for the new one on the changed photo. X shows it over both; the pointer over one.
fool-epsilon = Largest change, grey levels
fool-epsilon-words = largest change of a colour, grey levels of 255
fool-strongest-other = strongest other class
fool-crossing = from { $size } on another class leads ({ $share })
fool-known = { $known } of { $all } sizes
fool-jpeg = Saved as JPEG { $quality }
fool-noise = With a camera’s noise
fool-shift = Moved by half a pixel
fool-crop = Eight pixels cut off
fool-coin = Instead: random noise of { $size }
fool-back = the old answer is back
fool-still = still fooled
fool-stays = the answer stays
fool-coin-changes = noise changes it too

## The engine in another instance of the program
error-engine-lost = The part of Inception Lens that computes has stopped ({ $cause }); start the program again, in a browser by loading the page anew.

## Temperature

temperature = Temperature of the softmax
temperature-short = T = { $temperature }
temperature-name = Temperature { $temperature }: 1 again, or as calibrated
temperature-tip = Logits are divided by the temperature before the softmax: the order stays, the certainty does not. Only these cards follow; everywhere else it is 1, as the network was trained.
temperature-reset = 1, as trained
temperature-album = As calibrated on this album
calibrated-few = Only { $known } photos of known classes: too few to fit a temperature. Open an album with at least { $least }.
calibrated-worse = Temperature { $t } fits this album best, yet the calibration error (ECE) does not fall ({ $before } → { $after }): one temperature is not enough.
calibrated-sure = Temperature { $t } fits this album best. It is above 1: the network was more often sure than right. Calibration error (ECE): { $before } → { $after }.
calibrated-modest = Temperature { $t } fits this album best. It is below 1: the network was more often right than sure. Calibration error (ECE): { $before } → { $after }.
calibrated-otherwise = Temperature { $t } fits this album best. It is near 1: there was little to mend. Calibration error (ECE): { $before } → { $after }.
temperature-needs-album = Open an album whose folders are named after known classes, and let all its photos run.

## In a browser
present-hint-one-window = Space: next panel. D: spotlight. Z: freeze. B: black. Esc ends. A second window for the presenter is in the desktop program.
keys-presenter-not-here = the presenter’s own window: in the desktop program, not in a browser
weights-public-not-here = A page in a browser fetches nothing from other hosts. Download a file of weights yourself, then open it or drop it here; it is read in the page and not sent.
album-folders-not-here = A page in a browser opens no folders. The built-in album is here; for your own photos use the desktop program.

## Camera
camera-open = Take a photo with the camera
camera-title = Take a photo
camera-asks = The browser asks whether this page may use the camera.
camera-is-on = The camera is on. Its picture stays in this page.
camera-picture = What the camera sees
camera-take = Take this photo
camera-close = Camera off
camera-photo = camera photo
camera-not-here = No camera can be used here; take the photo with another program, then open it.
camera-refused = The camera was refused; allow it for this page in the browser, beside the address, then try again.
camera-missing = No camera was found; connect one, or open a photo from a file.
camera-taken = The camera gives no picture: another program uses it, or it was unplugged; close that program, then try again.
camera-unsafe = The browser gives a camera only to pages with https or from this computer; open the page so, or open a photo from a file.

## Rebuild
hint-rebuild = ←/→ depth · Space stop or go on · R other noise · Esc back
looks-rebuild = Rebuild it from this layer
rebuild-title = Rebuild
rebuild-of = What it is rebuilt from
rebuild-more = { $steps } steps more
rebuild-headline = relative error { $error } after { $steps } steps
rebuild-begins = a picture grows from noise
rebuild-failed = nothing could be rebuilt
rebuild-question = What does the reduction throw away?
rebuild-photo = The photo
rebuild-photo-size = as the network sees it
rebuild-from = Rebuilt from { $layer }
rebuild-channel = { $layer }, channel { $channel }
rebuild-before = From the { $channels } channels before
rebuild-after = From the { $channels } channels after
rebuild-difference = Difference
rebuild-no-difference = grey: none
rebuild-covered = covered until the answer
rebuild-picture = relative error { $error } · { $steps } steps
rebuild-steps = { $steps } steps
rebuild-error-short = error { $error }
rebuild-silent = All its activations are 0 on this photo, so there is nothing to rebuild it from. Choose another channel, or switch on what is off.
rebuild-curve = Relative error by step
rebuild-curve-read = dashed: before it
rebuild-depth-name = { $layer }: a cell sees { $pixels } pixels
rebuild-whole-module = whole module
rebuild-stage = From: { $stage }
rebuild-strip = What is left of the photo at five depths
photo-part-outlines = large outlines
photo-part-patterns = fine patterns
photo-part-colour = colour
rebuild-error = Relative error of the activations { $error } after { $steps } steps. Many photos give these activations; this is one.
rebuild-unsure = The activations are not met yet: what is missing may be lost in the layer, or not yet found.
rebuild-all = Still there at { $layer }: { $kept }. Nothing much is lost.
rebuild-none = The picture rebuilt from { $layer } has hardly anything of the photo, and yet its activations are alike.
rebuild-kept-lost = Still there at { $layer }: { $kept }. Lost: { $lost }.
rebuild-kept-faded = Still there at { $layer }: { $kept }. Faded: { $faded }.
rebuild-otherwise = At { $layer } nothing is left whole. Faded, but there: { $faded }.
rebuild-depth = From { $module } on, fine patterns are no longer in their place: “where” is traded for “what”.
rebuild-depth-otherwise = Fine patterns are still there at all five depths.
rebuild-reduction = From { $cin } to { $reduce } channels. Lost most: { $lost } ({ $before } → { $after }). Relative error: { $error-in } → { $error-out }.
rebuild-reduction-otherwise = From { $cin } to { $reduce } channels, and nothing much is lost. Relative error: { $error-in } → { $error-out }.

## Factorised modules
modules-factorised = Factorised
modules-one-by-one = Factorised modules are shown one by one: go to Module, or compare all nine in Cost.
module-column-factorised = factorised
module-cost-factorised = Factorised: 5×5 as two 3×3
module-fewer-than-reduced = fewer MACs than reduced
module-row-spoken-factorised = { $label }: reduced { $naive }, factorised { $reduced }
module-cost-spoken-factorised = Reduced { $reduced }, factorised { $factorised }
module-factorised-note = The 5×5 as two 3×3 (Szegedy et al. 2016, figure 5). Nobody trained it here, so its activations rest.
module-factorised-weights = { $kernel } from { $reduce } to { $output } channels has { $direct } weights; 3×3 from { $reduce } to { $reduce } and 3×3 to { $output } have { $both }.
module-factorised-field = Both see the same { $field } px of the photo, and there is a ReLU more between them.
module-factorised-field-otherwise = The two 3×3 see { $field } px of the photo, the { $kernel } { $direct-field }.
module-factorised-drawn = With { $output } channels in both, as the paper draws it, this module would take { $drawn } MACs in place of { $macs }. Every module here would be dearer than with its { $kernel }, since the reductions are so narrow.
module-factorised-drawn-otherwise = With { $output } channels in both, as the paper draws it, this module would take { $drawn } MACs in place of { $macs }.
module-factorised-rest = Activations rest: there are no trained weights of factorised modules here, and made-up ones would show nothing.
cost-factorised = Factorised
cost-module-factorised = factorised { $value }
cost-no-contest = took no part in the contest
cost-no-contest-source = Lin et al. 2013

## Cards about a fooled and a rebuilt photo
guess-noise-a = A is the noise
guess-noise-b = B is the noise
fool-lesson-title = Which one is noise, and which one fools the network?

## Shorter words where there is little room

module-reduce-short = { $kernel }×{ $kernel } reduce
gradients-result-short = Fresh, with the heads: conv1 gets { $times } the gradient
lesson-loudest = Loudest was { $place }: { $share }.

## Sentences about a fooled photo and the temperature
fool-steps-needed = One step does not fool it, { $steps } do: the direction is computed anew at every step.
fool-steps-otherwise = A single step is enough.
fool-noise-otherwise = Random noise alone gives “{ $noise-label }”, { $noise-share }: small changes easily upset this answer.
fool-noise-same = Random noise of the same size changes nothing: still “{ $label }”, { $share }. Direction counts more than size.
fool-noise-neither = Random noise changes nothing either: still “{ $label }”, { $share }.
fool-outside = Outside the classroom
fool-outside-text = This works because we know all the weights and can write pixel values straight into a file. In front of a camera, where distance, angle and light keep changing, so fine a change seldom survives. Still, visible patterns such as stickers on a road sign have fooled networks in experiments (Eykholt et al., 2018), and a photo that fools one network sometimes fools another. Networks trained on such photos as well are harder to fool; a complete cure is not known. So where a mistake can hurt someone, one network’s answer is not enough: other sensors, rules and people have to check it, and being nearly certain does not replace that check. Looking for weaknesses makes systems safer; try it only on what is yours, or with permission.
temperature-otherwise = Temperature 1: the logits go into the softmax as they are.
temperature-high = Temperature { $t }: the order of the classes stays, the certainty shrinks. “{ $label }” goes from { $before } to { $after }.
temperature-low = Temperature { $t }: the order of the classes stays, the certainty grows. “{ $label }” goes from { $before } to { $after }.
