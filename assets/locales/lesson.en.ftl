# The cards of the lesson; every number in braces is computed (src/app/tour/placeholders.rs).

lesson-1-title = Why was GoogLeNet built?
lesson-1-body = After AlexNet in 2012, networks grew deeper (more layers) and wider (more channels). The price was more parameters, which overfit when data are few, and more arithmetic. GoogLeNet has { $goog_params } parameters, { $param_percent }% of AlexNet’s, and still won ILSVRC 2014 in classification and detection.
lesson-1-question = Do fewer parameters mean fewer multiplications? Guess, compared with AlexNet.
lesson-1-answer = No. AlexNet multiplies { $alex_macs } times, GoogLeNet { $goog_macs } times. A convolution reuses the same weights at every position, so the number of parameters does not tell the number of multiplications. VGG-16, of the same year, needs { $vgg_macs }.
lesson-1-note = VGGNet and GoogLeNet are rivals of the same month (September 2014); one was not made to mend the other. The paper’s “12 times fewer” goes with a count of about 5 million; Table 1 gives { $goog_params }, a ratio of { $param_ratio }. Contest scores come from ensembles. All of GoogLeNet’s convolutions are dense: sparsity was the motive, and the module approximates a sparse structure with dense arithmetic.

lesson-2-title = The photo’s way through { $layers } layers
lesson-2-body = The photo flows from left to right: { $stem_layers } convolutions in the stem, { $modules } Inception modules, one linear layer at the end. A module is two layers deep, so { $stem_layers } + 2×{ $modules } + 1 = { $layers }.
lesson-2-question = Going right, what shrinks and what grows?
lesson-2-answer = The maps shrink from { $size_first } to { $size_last } cells a side, the channels grow from { $ch_first } to { $ch_last }. The network trades “where” for “what”.
lesson-2-note = Counting pooling there are 27. A tile is the mean of all channels, so it need not look like the photo; bright rims come from zero padding at the border.

lesson-3-title = Four ways to look at one input
lesson-3-body = An Inception module feeds the same input to 1×1, 3×3 and { $k5 } convolutions and to a 3×3 max pool, side by side. A larger kernel sees more of the photo. The results are concatenated along the channels, and the next layer’s weights decide which size matters.
lesson-3-question = Why no 4×4 kernel? Point at the centre cell of a 4×4 window.
lesson-3-answer = An even kernel has no centre cell, so one must decide where its result belongs (patch alignment). The paper says odd sizes were convenience, not necessity. One cell of this module sees { $rf_1x1 } (1×1), { $rf_3x3 } (3×3) and { $rf_5x5 } ({ $k5 }) pixels of the photo.
lesson-3-note = This is not an ensemble, which averages the predictions of several models: one model uses features of several sizes. Even the 1×1 sees { $rf_1x1 } pixels, because the layers before it have gathered them.

lesson-4-title = What is wrong with plain concatenation?
lesson-4-body = The simplest idea is to concatenate the four results as they are. Such a naive module works, but has two problems. Large filters must read all { $cin } input channels, and every module adds channels that burden the next.
lesson-4-question = In the naive module, which branch adds the most output channels?
lesson-4-answer = The pooling branch. Pooling cannot change the number of channels, so all { $cin } are added (the three convolutions together: { $conv_out }). Stack { $modules } and { $stack_in } channels become { $stack_out }; the whole network needs { $stack_ratio } times the multiplications of the reduced one.
lesson-4-note = No trained naive GoogLeNet exists. The naive maps shown are the linear equivalent, the two trained kernels multiplied out; channel and multiplication counts are exact.

lesson-5-title = A 1×1 convolution cuts channels
lesson-5-body = At one position a 1×1 convolution multiplies the { $cin } channel values by weights and adds them up, once for each filter. With { $reduce } filters the result has { $reduce } channels, and the { $size }×{ $size } grid stays. The ReLU behind it adds a nonlinearity.
lesson-5-question = We added a layer. Will the 3×3 branch need more multiplications, or fewer?
lesson-5-answer = Fewer. At one position { $mul_direct } become { $mul_reduce } + { $mul_conv } = { $mul_total }, about 1/{ $mul_ratio }. For the whole module: { $naive_macs } against { $reduced_macs }.
lesson-5-note = In the 3×3 and 5×5 branches it is the input of the large filter that shrinks; the output shrinks only in the pool branch, by its 1×1 projection. The grid stays because the stride is 1. Some information may be lost; training decides what is kept.

lesson-6-title = Global average pooling, and the evidence
lesson-6-body = Each of the last { $gap_channels } maps is averaged to one number. An average has nothing to learn: the linear layer needs { $linear_params } weights, not the { $fc_params } of a fully connected layer on flattened maps. The averages keep no place, but the maps before them tell exactly which cells spoke for “{ $label }”.
lesson-6-question = Slide the photo sideways: what happens to the evidence map and to the logit?
lesson-6-answer = The map moves along. The average ignores place, so the logit changes little while the object stays in view: here from { $logit_before } to { $logit_after }. It is not identical because of the border and the new background.
lesson-6-answer-otherwise = The map moves along, and yet the logit changes a good deal here, from { $logit_before } to { $logit_after }. The average ignores place, but the shift brought new background into view, pushed something out, or met zero padding at the border.
lesson-6-note = “GAP loses no spatial information” is often said; the averaged numbers have no place, the maps before them do. GoogLeNet does not feed the averages straight to softmax (Network in Network did): one linear layer stands between. The paper reports about 0.6 percentage points better top-1 accuracy for replacing the fully connected layers by averaging. Tracing back is exact because averaging and a linear layer can swap order.

lesson-7-title = Two auxiliary classifiers half-way
lesson-7-body = In a deep network the error signal may fade before it reaches the first layers (vanishing gradient). So small classifiers were added after { $aux1_after } and { $aux2_after }: the nearest loss is then { $depth_aux1 } layers from the first one instead of { $depth_main }. Training loss = main + { $aux_weight } × (aux 1 + aux 2); after training the heads are removed.
lesson-7-question = Draw every weight at random with a standard deviation of { $spread }, as was usual in 2012. How much of the gradient of 5b is left at conv1?
lesson-7-answer = Of the gradient of 5b { $left } is left: it vanishes on its way through { $depth_main } layers.{ $gain ->
    [none] {""}
   *[other] {" "}With the heads conv1 gets { $gain } times as much: that is what they were for.
} After He (2015) { $left_he } is left. Drag the slider from vanishing to exploding. The final answer is the main classifier’s alone: “{ $label }”, { $p_main }.
lesson-7-answer-otherwise = Of the gradient of 5b { $left } is left: here it hardly fades. After He (2015) { $left_he } is left. Drag the slider until it vanishes, then until it explodes. The final answer is the main classifier’s alone: “{ $label }”, { $p_main }.
lesson-7-note = The answer is not the average of the three heads: it stays the same without the two auxiliary ones (here { $p_aux1 } and { $p_aux2 }), which are kept on to see what is known half-way. Later experiments found a small effect (about 0.5%), reached with one head. The Inception-v3 paper saw no faster start, called them regularisers and kept one. The figures of the Inception-v4 paper show none, its published code has one; no paper explains the removal.
lesson-7-no-heads = These weights have no auxiliary heads; only their structure is shown.
lesson-7-untrained = The heads in this file are untrained; their predictions mean nothing.

lesson-8-title = Your turn
lesson-8-body = Cover a part of the photo, change its brightness, or open your own. The network runs again after every change. These weights know only { $classes } things: shown anything else they still pick one of them, and the probabilities always add up to 100%.
lesson-8-question = Where must we cover the photo to hurt “{ $label }” most? Point first.
lesson-8-answer = Covering the marked cell takes it from { $p_before } to { $p_after }. Do the occlusion map and the evidence map point at the same place? If not, why?
lesson-8-answer-otherwise = No single patch hurts much: even the marked cell only takes it from { $p_before } to { $p_after }. The evidence is spread over the photo. Does the evidence map say so too? Try a larger patch.
lesson-8-note = A high probability does not mean right.{ $unknown_samples ->
    [none] {""}
   *[other] {" "}Try { $unknown_samples }.
}

lesson-9-title = What does this channel look for?
lesson-9-body = A channel has no name, but it can be asked two things: which of { $album } album photos make it fire most, and which picture, grown from noise step by step, makes it fire even more.
lesson-9-question = Look at the picture that was made. Which album photos will make this channel fire most?
lesson-9-answer = Strongest are { $labels }. On our photo it reaches { $value }, rank { $rank } of { $album_plus }: one reason for the answer “{ $label }”. The channel looks for a shape; the name is ours.
lesson-9-answer-otherwise = Strongest are { $labels }. On our photo it only reaches { $value }, rank { $rank } of { $album_plus }: many photos fire it more, and yet no channel of { $layer } adds more to “{ $label }” here. One channel alone decides little.
lesson-9-note = A made picture shows what a channel likes, not all it responds to. People predict a channel better from natural photos (92%) than from made pictures (82%; Borowski et al., 2021): that is why the patches stand beside it.

lesson-17-title = Why this wrong answer?
lesson-17-body = This photo shows: { $sample }. The network says “{ $label }”, { $p_label }{ $p_sample ->
    [none] {""}; it has no class for what is there
   *[other] {""}, and gives what is there { $p_sample }
}. An answer is a sum: cells and channels add to it one by one. So we can ask where it came from, and what the channels that carried it fire for elsewhere.
lesson-17-body-otherwise = This photo shows: { $sample }, and these weights say “{ $label }”, { $p_label }: right. Open a photo that they get wrong; the questions are the same. An answer is a sum of what cells and channels add: we can ask where it came from, and what the channels that carried it fire for.
lesson-17-question = Which part of the photo spoke loudest for “{ $label }”? Point at it.
lesson-17-answer = Loudest was { $place }: { $share }. The album explains the rest. { $candidates ->
    [1] One channel of { $layer } carried “{ $label }”, channel { $channel }
   *[other] { $candidates } channels of { $layer } carried “{ $label }”; the clearest is channel { $channel }
} ({ $added }): { $count } of its { $strongest } strongest album photos are called “{ $album_label }”. What it fires for, a shape or a colour, is in this photo too, and the wrong name came with it.
lesson-17-answer-otherwise = Loudest was { $place }: { $share }. The album does not explain it. { $candidates ->
    [1] The channel of { $layer } that carried “{ $label }”, { $channel }
   *[other] Even the clearest of the { $candidates } channels of { $layer } that carried “{ $label }”, { $channel }
} ({ $added }), fires most for { $labels }; no name comes up often. Not every reason has a name.
lesson-17-note = The album shows a likely reason, not a proof: cover the loudest cells and see whether the answer falls. Many channels fire for several kinds of thing at once. “Carried” means: it adds at least half of what the strongest channel adds; the one named here is that whose photos agree most on a label.

lesson-10-title = From textures to things
lesson-10-body = DeepDream changes a photo step by step so that a chosen layer fires more. It paints onto the photo what the layer has seen in it. Left and right are the same photo, changed for two modules of different depth.
lesson-10-question = Which one is the deeper module, and how can you tell?
lesson-10-answer = One cell of { $module_a } sees { $rf_a } pixels of the photo and paints textures; one cell of { $module_b } sees { $rf_b } and paints parts and things: eyes, faces, fruit. What it never learned never appears.
lesson-10-note = DeepDream was made in 2015 by Mordvintsev and others at Google, with this very network.

lesson-11-title = Which heatmap can you trust?
lesson-11-body = Many methods draw the reasons for “{ $label }”, and their maps differ. A map that fits the object well need not be the network’s reason. So we draw the same maps with a network that has learned nothing.
lesson-11-question = Which method gives nearly the same map when nothing has been learned?
lesson-11-answer = Most alike is { $same }, with an agreement of { $agree }: it shows the photo’s edges more than what was learned. { $learned ->
    [none] None of the maps clearly changes with learning.
   *[other] Change with learning: { $learned }.
}
lesson-11-answer-otherwise = Every map changes here when nothing has been learned. Most alike is still { $same }, with an agreement of only { $agree }. Clearly change with learning: { $learned ->
    [none] none.
   *[other] { $learned }.
}
lesson-11-note = After the sanity checks of Adebayo et al. (2018): the mean of three random networks. Deletion and insertion curves sometimes disagree.

lesson-12-title = What if a branch is missing?
lesson-12-body = The four branches of { $module } multiply unequally: 3×3 takes { $share_3x3 }% of the work, 5×5 { $share_5x5 }%. Switching a branch off sets its channels to 0 and computes everything after it again.
lesson-12-question = Which branch changes the probability of “{ $label }” most when it is off? The one that multiplies most?
lesson-12-answer = Most changes without { $branch }: { $before } becomes { $after }. More work does not mean more weight in the answer.
lesson-12-answer-otherwise = Most changes without { $branch }, the branch that multiplies most: { $before } becomes { $after }. On this photo more work is more weight; try another one.
lesson-12-note = This is one photo; where an album is open, the last column of the table says for how many of its photos the answer stays. A network trained without the branch would have learned to do its work elsewhere.

lesson-16-title = What will the network say?
lesson-16-body = Here are { $photos } photos that you have not seen. Do not say what is in them: guess what the network will answer. At times it is wrong. Guess first without help, then with a heatmap or with the nine strongest channels.
lesson-16-question = Will you guess better with a heatmap? By how many photos?
lesson-16-answer = { $verdict ->
    [none] Play all { $photos } photos: then the score stands here.
   *[other] Right without help { $none_right } of { $none_total }, with a heatmap { $map_right } of { $map_total }, with channels { $channels_right } of { $channels_total }.
} { $verdict ->
    [helped] The heatmap helped. Say in words what in it gave the answer away.
    [misled] The heatmap misled you: a map that fits the object well makes us trust that the answer is right too.
    [chance] Chance alone can make such a difference. A heatmap tells where the network looked, not what it saw there.
   *[none] A heatmap tells where the network looked, not what it saw there.
}
lesson-16-note = Blind choice gets one in four. { $photos } photos prove next to nothing: collect the results of the whole class (CSV, no names). In the study of Alqaraawi et al. (2020) heatmaps helped people to learn which features a network is sensitive to, but hardly to predict its answer to a new photo.

lesson-13-title = Can a change that nobody sees fool it?
lesson-13-body = In A and B no pixel value (0 to 255) moved by more than { $eps }. In one, chance decided between up and down, value by value; in the other the gradient did, and { $steps } small steps went the way that lowers “{ $label }”.
lesson-13-question = Which one is the random noise? And in which one does the answer change?
lesson-13-answer = { $verdict ->
    [fooled] Only the computed change fools it: “{ $label }” { $p_before } becomes “{ $new }” { $p_after }; with random noise it stays “{ $label }”, { $p_noise }. Direction counts more than size: { $values } small moves all push the same way.
    [larger] Not fooled this time. The computed change takes “{ $label }” from { $p_before } to { $p_left }, random noise to { $p_noise }. A change of { $eps_min } does fool it.
    [never] Not fooled, even by a change of { $eps_max }: “{ $label }” goes from { $p_before } to { $p_left }. No way was found; that does not prove that there is none.
    [noise] Random noise alone already gives “{ $noise_label }”, { $p_noise_label }. Small changes easily upset this answer; to tell direction from size, take a photo that the network is surer of.
   *[none] It is still being computed: the answer stands here in a moment.
}
lesson-13-note = A photo changed so that it fools a network is called an adversarial example. Such photos were first reported in neural networks by Szegedy et al. (2014), the first author of GoogLeNet, and the famous panda that became a gibbon fooled GoogLeNet too (Goodfellow et al., 2015). The noise is ±{ $eps } at every value, so it is never smaller than the change. If JPEG brings the answer back, that is no reliable defence: the treatment can be put into the computation (Athalye et al., 2018).

lesson-14-title = What does a reduction throw away?
lesson-14-body = The 1×1 reduction before the 5×5 of { $module } turns { $cin } values a cell into { $reduce }. To see what is left, a picture is grown from noise until it gives the photo’s activations (feature inversion). Left: rebuilt from the { $cin } channels before.
lesson-14-question = Rebuilt from { $reduce } channels, what will be lost most: large outlines, fine patterns or colour?
lesson-14-answer = { $verdict ->
    [lost] Lost most: { $lost } (correlation with the photo { $lost_before } → { $lost_after }). Kept best: { $kept }. On the activations before the reduction the relative error is { $error_in } for the left picture, { $error_out } for the right. Training decided what to keep.
    [little] Nothing much is lost. The worst is { $lost }: the correlation with the photo only goes from { $lost_before } to { $lost_after }. The { $cin } channels have much in common.
    [unsure] Too early to tell: even the activations before the reduction are met only to a relative error of { $error_in }. Thrown away, or not yet found? Let it go on, then look again.
   *[none] Both pictures are still growing: the answer stands here in a moment.
}
lesson-14-note = Many photos give these activations; this is one (Mahendran and Vedaldi, 2015). Both errors are measured before the reduction: behind it there are fewer values to meet, and the error may be small although more is lost. The ReLU behind the reduction drops negatives as well. The other three branches read the same input for themselves, so the module as a whole loses less.

lesson-15-title = What did training change?
lesson-15-body = A is trained; B has the same layers and random weights. At each depth we compare which of { $album ->
    [none] the album photos
   *[other] { $album } album photos
} the two find alike: the similarity (CKA) is 1 if they agree on every pair, near 0 if they have nothing in common.
lesson-15-question = Going deeper, do the two grow more alike or more different? Draw the curve from conv1 to 5b.
lesson-15-answer = { $verdict ->
    [falls] More different: similarity { $sim_alike } at { $alike }, { $sim_apart } at { $apart }. Random filters, too, pass on light and outlines; which photos are of one kind must be learned. A says “{ $label }”, { $p_a }; B says “{ $label_b }”, { $p_b }.
    [rises] More alike: similarity { $sim_apart } at { $apart }, { $sim_alike } at { $alike }. If the dashed line rises too, training is not the reason. A says “{ $label }”, { $p_a }; B says “{ $label_b }”, { $p_b }.
    [neither] Neither: most alike at { $alike } (similarity { $sim_alike }), least at { $apart } ({ $sim_apart }). Where does the curve part from the dashed line? A says “{ $label }”, { $p_a }; B says “{ $label_b }”, { $p_b }.
   *[none] The album still runs through both networks: the answer stands here in a moment.
}
lesson-15-note = CKA (Kornblith et al., 2019) stays the same when channels change order or all are scaled alike, so networks are compared without pairing their channels. With few photos and many channels even unrelated networks score high: read the curve against the dashed line (two random networks). With a file from before and after fine-tuning, guess which layers moved most, then look at the bars under Cost, Two networks.
