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
sample-recent = Opened before
sample-known = known
sample-unknown = not known
photo-gone = { $name } is no longer there, so it was taken off the list; find it with "Open image…".
sample-patterns = Test patterns
grating-angle = angle of a grating
grating-open = Open grating
weights = Weights
weights-default = default weights
weights-loading = Reading weights…
weights-none = No weights
weights-open = Open weights…
weights-use-default = Use the default weights
weights-recent = Opened before
weights-recent-name = Open { $name } again
weights-gone = { $name } is no longer there, so it was taken off the list; find it with "Open weights…".
weights-public = Public weights, trained on ImageNet
weights-public-about = Downloaded once and checked, then at hand without a connection.
weights-as-paper = as in the paper
weights-paper = paper: { $value }
weights-as-caffe = as in BVLC Caffe
weights-caffe = Caffe: { $value }
weights-fact-conv = Convolutions
weights-fact-lrn = LRN
weights-fact-branch = "5×5" branch
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
weights-input-over = over { $std }
weights-heads-trained = both trained
weights-heads-untrained = in the file, never trained
weights-heads-absent = not in the file
weights-heads-one = one of two
findings = What shapes cannot tell
findings-about = Each with what says so; a switch corrects it at once and is remembered for this file.
findings-guessed = A guess that matters is called so: a wrong one gives other answers. Correct it if you know better; choices are remembered for this file.
findings-show = Show them
findings-hide = Hide them
findings-forget = As recognised
finding-known = Known: { $ground }.
finding-guessed = Guessed: { $ground }. Otherwise { $effect }.
finding-matters = A guess that matters: { $ground }. Otherwise { $effect }.
finding-fit-chosen = In the settings you chose: { $fit }.
fact-lrn = LRN
fact-pool4 = Pool after 4e
fact-epsilon = Epsilon
fact-order = Colours
fact-range = Pixels
fact-mean = Minus mean
fact-std = Over deviation
fact-transform = transform_input
fact-short-side = Short side
fact-fit = Made square
fact-resample = Resized
switch-on = on
switch-off = off
resample-bilinear = bilinear
resample-bicubic = bicubic
ground-said = you said it
ground-metadata = the file says so
ground-hash = by the file's hash
ground-nodes = the layers in the file show it
ground-caffe = Caffe's layer names, so as BVLC's network
ground-zoo = Caffe's names in ONNX, so as the model zoo's network
ground-topology = as usual with this topology
ground-third-branch = 3×3 kernels in the “5×5” branch, so as torchvision's network
ground-batch-norm = 5×5 kernels and batch normalisation, so as the default weights
ground-biases = torchvision's names with 5×5 kernels and biases, so as in tutorials
ground-folded = 5×5 kernels and no normalisation, so as the default weights
ground-lrn = local response normalisation, so as the paper's network
ground-usual = nothing says it, so the usual value
effect-after-pool1 = every number after pool 1 changes
effect-after-4e = every number after 4e changes
effect-kernels = one kernel in twenty changes by { $percent } % or more
effect-red-and-blue = red and blue change places
effect-size = inputs become 255 times as large or as small
effect-shift = all inputs shift
effect-spread = all inputs spread or shrink
effect-transform = all inputs shift and shrink a little
effect-border = more or less of the border is cut off
effect-shape = the photo keeps its shape or its border, or not
effect-edges = edges become a little softer or sharper
download = Download
download-name = Download { $title }
download-open = Open
download-open-name = Open { $title }
download-cancel = Cancel
download-cancel-name = Cancel the download of { $title }
download-progress = Downloaded { $progress }
download-no-folder = This user has no data folder to download to; use `inception-lens weights fetch { $key } --to FOLDER`, then open the file.
download-failed = The download ended without a result, by a mistake of this program; try again.
megabytes-of = { $done } of { $total }
layer-missing = These weights have no layer { $layer }; conv1 is shown in its place.
weights-kept = { $error } { $name } stays in use.
topology-paper = GoogLeNet
topology-batch-norm = GoogLeNet + BN
topology-torchvision = torchvision
topology-mixed = mixed topology
modules = Modules
modules-reduced = Reduced
modules-naive = Naive
modules-trained = Naive has no values here: nobody ever trained that network. Answers and activations are the trained, reduced one’s; Network and Module show both.
modules-in-cost = The cost view sets naive beside reduced by itself; this switch is for Network and Module.
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
clipboard-unreadable = The clipboard holds neither a file nor a picture in a form that can be read here; save the picture as a file and drop it on the window.
drop-here = Drop a photo or a weights file
empty-title = Drop a photo, or pick a sample
empty-body = or click to open one, or paste a picture · everything runs on this computer

## Left column
input = Input
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
hint-cost = Hover a pair for its numbers · click to pin · double-click opens the module · F unit · L log · I naive input
hint-cost-layers = Click a bar or a row to select its layer · double-click opens it · F unit · L log
hint-cost-roofline = Hover a dot for its numbers · click to select its layer · double-click opens it
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
module-walk-spoken = { $which }: sum { $sum }, bias { $bias }, after the ReLU { $result }; traced { $traced }, { $verdict }
module-tool-walk = 1×1 walk
module-tool-odd = Odd kernels
module-tool-fields = Receptive fields
module-close = Close
module-cell-name = Cell in { $cell }
module-walk-speed = Speed
module-walk-play = Play
module-walk-pause = Pause
module-walk-step = Step
module-walk-position = Next position
module-walk-choose = Select one of the four 1×1 stages above to walk through it.
module-walk-waiting = Fetching inputs and weights…
module-walk-inputs = inputs
module-walk-weights = × weights
module-walk-products = = products
module-walk-extent = 0 to { $most }
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
module-fields-name = Photo: choose a cell; arrows move it
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
layer-bar-shared = Activation (99.8th percentile clipped)
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
layer-not-traced = These maps are not the network's own, so there is no arithmetic to show for a cell.
layer-invitation = Click a cell of the large map, and every number behind it is written here.
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
layer-kernels-maps = { $filter }: its { $inputs } kernels of { $size }, one an input channel
layer-kernels-matrix = Each row one of { $filters } filters, each column one of { $inputs } input channels
layer-kernels-bar-colors = Weights of filter { $filter }, BN folded
layer-kernels-bar-maps = Weights of filter { $filter }, BN folded
layer-kernels-bar-matrix = Weights (99.8th percentile clipped)
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

## Classifiers view
classifiers-aux1 = aux 1
classifiers-aux2 = aux 2
classifiers-main = main
classifiers-after = after { $module } · { $depth } of { $all } layers
classifiers-untrained = never trained: random answers
classifiers-absent-why = Files meant for inference often leave them out: they only serve training.
classifiers-depth-tip = { $depth } layers with weights from the photo to this head's loss
classifiers-open-module = Double-click opens the module it hangs on
classifiers-row = { $label } in { $head }: { $share }, logit { $logit }, rank { $rank }
classifiers-row-second = (B { $share })
classifiers-row-hint = Click to explain this class
classifiers-points = { $value } pp
classifiers-column-share = probability
classifiers-column-difference = A − B
classifiers-column-logit = logit
classifiers-entropy = entropy { $bits } of { $most } bits
classifiers-final = answer “{ $class }”: #{ $rank }
classifiers-final-moved = answer “{ $class }”: #{ $before } → #{ $rank }
classifiers-move = #{ $from } → #{ $to }
classifiers-move-name = From rank { $from } to rank { $to }
classifiers-chooser = { $name }: { $chosen }
classifiers-search = Search a class
classifiers-none-found = No class has that in its name
classifiers-answers = What the heads say
classifiers-says = { $head } says { $class }
classifiers-all-classes = All classes, as main sees them
classifiers-class = Class under study
classifiers-against = Held against
classifiers-explain = Explain
classifiers-minus = minus
classifiers-nothing = nothing
classifiers-caption = the belief in “{ $class }”, from shallow to deep
classifiers-caption-short = the belief in “{ $class }”
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
classifiers-main-only = Only the main classifier has such a map: the auxiliary heads have two more layers with ReLU in between, and their logits are no sums over cells.
classifiers-order-contribution = Contribution
classifiers-order-mean = Mean
classifiers-order-index = Index
classifiers-true-label = True label
classifiers-not-said = not said
classifiers-cells-sum = { $count } cells add up to
classifiers-channels-sum = { $count } channels add up to
classifiers-channel-name = channel { $channel }, w { $weight }, mean { $mean }, w × mean { $product }
classifiers-disagree = Cells, channels and logit less bias differ by { $off }: they should be the same. Unmute what is muted after the last module.
classifiers-bar-against = { $value } against
classifiers-bar-for = for { $value }
classifiers-bar-tip = Each cell's share of the logit; all of them together are the evidence.
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
classifiers-curve = What each channel adds, most first
classifiers-place = number { $place } of { $count }
classifiers-for = { $count } channels for: { $sum }
classifiers-against-sum = { $count } against: { $sum }
classifiers-top-channels = Top channels
classifiers-attributed = Channels of which layer
classifiers-attributed-last = 5b
classifiers-attributed-last-hint = The last maps: weight × average, exact
classifiers-attributed-4d = 4d
classifiers-attributed-4d-hint = Three modules earlier: activation × gradient, summed over the cells. True of this photo, as long as little changes.
classifiers-attributing = Going back from the logit to 4d …
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
classifiers-no-place = The average keeps no place: shuffle the cells and it stays. The map before it knows where.
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
classifiers-loss-prompt = Say what the photo really shows (True label, above), and the loss of every head is worked out: −ln of the probability it gives that class.
classifiers-it-is = It is “{ $class }”
classifiers-minus-ln = −ln { $probability } = { $loss }
classifiers-counts = × { $weight }
classifiers-total = { $main } + { $weight } × ({ $aux }) =
classifiers-total-main = main alone, { $main } =
classifiers-untrained-note = The file says that its auxiliary heads were never trained: their losses are those of random answers.
classifiers-why-heads = With the heads the nearest loss is { $near } layers with weights away from the photo, without them { $all }: the error reaches the early layers.
classifiers-thrown-away = Both auxiliary heads serve training only and are thrown away at inference. Without the dropout of training.

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
cost-lineage-caption = counted layer by layer · 1000 classes, 224 × 224 · top-5 error on the ImageNet contest's test set
cost-lineage-why = GoogLeNet has { $times } fewer parameters than AlexNet: { $alexnet } against { $googlenet }. The paper says { $claimed }, which would leave { $implied }; counted from its own Table 1, there are more, and AlexNet is counted here in its one-tower form.
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
compare-hint-one = { $photo }: B flips between both photos
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
parting-caption = Cosine between the activations of A and B, all channels and cells at once: 1 is the same pattern, 0 nothing in common. Max pools make any two more alike, so they do not count.
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
gradients-result = With the heads conv1 of a fresh network gets { $times } the gradient
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
gradients-reason-fresh-vanished = Without BN every layer takes some away.
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
edit-points = { $change } pts
edit-compare = Compare with original
edit-reset = Reset
edit-pace = { $rate } runs/s · { $time } a run
edit-pace-single = { $time } a run
edit-belief-changed = { $label }, { $before } before, { $share } now, { $change }
occlusion-what = A grey patch slides over the photo, and the network runs again at every place. Where the class loses, the network needs what lies there.
occlusion-map-name = Drop of “{ $class }” with a patch there
occlusion-not-yet = Not computed yet
occlusion-position = { $share } with the patch here ({ $change }), logit { $logit }
occlusion-bar-probability = Points that “{ $class }” loses there
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
number-rank = #{ $rank }

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
error-weights-not-whole = These weights are not whole: only { $known } of GoogLeNet's { $expected } tensors are there, and nothing else; choose a file with all of them.
error-weights-another = These are weights of another network: only { $known } of GoogLeNet's { $expected } tensors are there, but also { $example }; choose weights of GoogLeNet.
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
note-own-torchvision = These are torchvision's own weights: their input is transformed, and their auxiliary heads were never trained.
note-no-heads = These weights have no auxiliary heads.
note-caffe-names = Recognised by Caffe's layer names: topology paper.
note-guessed = Guessed from its shapes: topology { $topology }, since { $why }.
note-small-third-branch = its "5x5" branch holds 3x3 kernels; if it was trained on from torchvision's own weights, say --transform-input
note-batch-norm = it has 5x5 kernels and batch normalisation
note-biases = it has 5x5 kernels and biases under torchvision's names; were it the paper's network, there would be LRN: then say --topology paper
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
error-fetch-address = { $url } is no address to download from ({ $cause }); give one that begins with http:// or https://.
error-fetch-unreachable = { $host } cannot be reached ({ $cause }); check the internet connection and try again, or fetch { $url } on another computer and open the file.
error-fetch-silent = { $host } does not answer (waited { $seconds } s); check the internet connection and try again later.
error-fetch-insecure = The secure connection to { $host } failed ({ $cause }); check this computer's clock, and whether the network wants a login first.
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
lesson-note = Teacher's footnote
lesson-back = Back
lesson-next = Next card
lesson-go-on = Go on
lesson-end = End of the lesson
lesson-show-answer = Show answer
lesson-return = Back to the card's view (R)
lesson-guess-first = First guess, then see. Wander off as you like: R comes back.
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
keys-network-search = search a layer
keys-module-walk = the module before, the next
keys-module-peek = hold to peek at the other mode
keys-layer-move = move the selection
keys-layer-tools = sort, overlay, mute, kernels
keys-layer-input = the input channel before, the next
keys-classifiers-cost = Classifiers, cost, two photos
keys-classifiers = the next class (classifiers)
keys-cost = unit, logarithm, naive input (cost)
keys-cost-walk = the module before, the next (cost)
keys-compare = photo A or B; before a class the second key
keys-tour-step = the step before, the next
keys-tour-clicker = the same, by a clicker
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
presenter-no-lesson = No lesson is given.
presenter-next-step = Next: more of this card
presenter-next = Next card: { $title }
presenter-last = This is the last card.
present-hint = Space: next panel. D: spotlight. Z: freeze. B: black. W: presenter’s window. Esc ends.
demo-plays = Plays by itself; any key takes over.
demo-ends = The lesson plays no more: you lead from here.
frozen = Frozen (Z)

## Take home
home = Take home
home-view = This view
home-picture = Picture, twice its size (PNG)
home-table = Table of its values (CSV)
home-array = Its values for NumPy (.npy)
home-lesson = The lesson on this photo, to print
home-handout = Handout (HTML)
home-worksheet = Worksheet (HTML)
home-answers = Answer key (HTML)
home-needs-photo = Open a photo first for the numbers and the lesson.
home-writing = { $what }: being written…
home-page = { $what }: page { $page } of { $pages }
home-cancel = Cancel, write nothing
home-written = Written: { $path }
dialog-save = Take home
error-file-opened = This file is what was opened, so it is not overwritten; choose another name.
error-file-not-here = A page in a browser cannot use files by their path; drop the file on the page.
# Albums.
error-album-missing = There is no such folder; check its name, and that its drive is connected.
error-album-not-a-folder = This is a file, not a folder; choose the folder it is in.
error-album-forbidden = This folder may not be opened (no permission); change its permissions or choose another one.
error-album-unreadable = This folder could not be read ({ $cause }); check the drive or choose another one.
error-album-no-photos = No photos are in this folder (JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL); choose one with photos.
error-album-too-many-files = This folder holds more than { $limit } files; choose a folder inside it.
error-album-vanished = The folder is gone (its drive was removed, or it was renamed); what has run is kept, open it again to go on.
error-album-none-inside = This build has no album inside; choose a folder of photos.
error-album-busy = Another window of Inception Lens is running this album's photos; wait until it has finished, then go on here.
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
home-instruction = Fill in the numbered blanks: the numbers are in the lesson and in the pictures. Within a card the same number means the same value. Then answer the questions in your own words, before you look at the answers.
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
home-alt-scene = Card { $card }: the window before the answer
home-alt-reveal = Card { $card }: the window with the answer

## Accessibility

layer-all-channels = All channels (Esc)
keys-enter = select; once more: go deeper
keys-arrows = walk within a picture or a chart
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

## Looks for

layer-pane-looks-for = Looks for
layer-no-kernels = This layer has no weights of its own.
hint-looks-for = Arrows choose a channel · Enter enlarges · S sort · R new seed · V dream
keys-layer-looks = what channels look for, dream, other random numbers
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
looks-hint-colour = How much a channel changes when the photo loses its colours, most first
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
looks-means-random = Made in the same way for random weights: whatever is here, no training put it there.
looks-random = Random weights
looks-random-means = The same recipe, run on a network that has learnt nothing: what is missing then is what training put here.
looks-damaged = A kept picture was damaged; it is made anew.
looks-not-kept = Pictures are not kept: { $cause }
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
looks-useful-only-5b = What a channel adds to an answer is exact in 5b alone; there this shows the photos where it adds most.
looks-spectrum-title = Weakest, middle, strongest
looks-useful-title = Most useful for { $label }
looks-patch-whole = A cell of this channel sees { $size } of the photo: that is shown, and the cell.
looks-patch-part = A cell of this channel sees { $size } of the photo. Shown: { $shown } around it, and the cell.
looks-patch-more = A cell of this channel sees { $size }, more than the photo. Shown: { $shown } around it, and the cell.
looks-patch-name = Photo { $place }: { $label }, { $value } at { $cell }
looks-patch-alike = Photo { $place }: { $label }, { $value } at { $cell }, gets this photo's answer
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
dream-photo-name = { $photo } dreamt at { $layer }
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
dream-sweep = Beside each other
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
album-panel-photo = One photo
album-panel-matrix = Confusion matrix
album-panel-heads = Three heads
album-panel-reliability = Certainty
album-panel-curve = Neighbours by depth
hint-album-photos = Arrows move the selection · Enter opens it in all views · F filter · S sort
hint-album-answers = Click a cell for its photos · arrows move · H next head · R sort rows
hint-album-map = Hover a photo for its neighbours · click opens it · ← → depth · Space travels
keys-album-move = from photo to photo, open in all views
keys-album-photos = filter, sort (photos)
keys-album-answers = next head, order of the rows (answers)
keys-album-map = a depth before, the next (map)
keys-album-travel = travel through the depths, fit (map)
dialog-folder = Choose a folder of photos
album-empty = No album yet
album-empty-body = Drop a folder of photos, or take the built-in album. Everything stays on this computer.
album-empty-built-in = Take the built-in album
album-empty-folder = Choose a folder of photos…
album-listing = Looking for photos…
album-listing-body = They appear here as they are found.
album-failed = This album could not be opened
album-open-folder = Open folder…
album-built-in = Built-in album
album-built-in-caption = built in
album-menu = Album
album-about = Photos and what is kept of them…
album-forget = Forget this album
album-forget-all = Forget all albums
album-forgotten = What was kept is deleted ({ $count } { $count ->
    [1] store
   *[other] stores
}).
album-pause = Stop running photos
album-go-on = Go on running photos
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
    [1] 1 photo, nobody says what is on it
   *[other] { $count } photos, nobody says what is on them
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
album-none = No photo of the album is so.
album-open-photo = open
album-waiting = waits
album-unreadable = cannot be read
album-say-right = right
album-say-wrong = wrong
album-say-unknown = not known to these weights
album-say-unlabelled = nobody says what is on it
album-say-waiting = has not run yet
album-say-unreadable = cannot be read
album-say-photo = { $path }: { $answer }, { $share }, { $verdict }
album-say-photo-without = { $path }: { $verdict }
album-place = { $place } of { $count } shown
album-close-card = Close the photo's card
album-verdict-right = right: the folder says { $label }
album-verdict-wrong = wrong: the folder says { $label }
album-verdict-unknown = these weights do not know { $label }
album-verdict-unlabelled = no folder says what is on it
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
album-ece = calibration error (ECE) { $value }
album-result-none = No answer is more than { $sure } sure.
album-result-unknown = "{ $sure } sure" is right { $all } of the time when anything may come: it compares { $classes } classes.
album-result-known = "{ $sure } sure" is right { $known } of the time on things it knows.
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
album-curve-unknown = of the neighbours share their photo's folder
album-curve-stop = { $depth }: taught { $known }, never taught { $unknown }
album-taught-rises = taught: drawn together with depth
album-taught-falls = taught: further apart with depth
album-taught-stays = taught: depth changes little
album-untaught-rises = never taught: drawn together with depth too
album-untaught-falls = never taught: come apart with depth
album-untaught-stays = never taught: depth changes little
album-near-none = Point at a photo of the map: its five nearest, at this depth and in pixels, stand here.
album-main-head = main head
album-nearest-at = { $count } nearest at { $depth }
album-nearest-pixels = { $count } nearest in pixels
