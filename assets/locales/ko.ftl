# 화면에 나오는 한국어 문구.  용어는 한 낱말에 한 뜻: 층, 갈래, 채널, 특성 맵, 활성값, 매개변수, 수용 영역.
# 자리표시자 뒤에는 끝소리에 따라 바뀌는 조사를 붙이지 않는다.

## The app
app-name = Inception Lens

## Views
view-network = 네트워크
view-module = 모듈
view-layer = 층
view-classifiers = 분류기
view-cost = 연산량
view-tour = 수업

## Widgets
color-bar-name = 색 눈금 { $label }, { $from }부터 { $to }까지
share-name = { $label }, { $share }
toast-dismiss = 닫기
toast-error = 오류
toast-error-name = 오류: { $message }

## Toolbar
open-image = 사진 열기…
samples = 예시 사진
sample-photos = 사진
sample-recent = 전에 연 사진
sample-known = 아는 것
sample-unknown = 모르는 것
photo-gone = { $name } 파일이 더는 없어서 목록에서 뺐습니다. ‘사진 열기…’로 찾아보세요.
sample-patterns = 시험용 무늬
grating-angle = 줄무늬 각도
grating-open = 줄무늬 열기
weights = 가중치
weights-default = 기본 가중치
weights-loading = 가중치를 읽는 중…
weights-none = 가중치 없음
weights-open = 가중치 열기…
weights-use-default = 기본 가중치 사용
weights-recent = 전에 연 파일
weights-recent-name = { $name } 다시 열기
weights-gone = { $name } 파일이 더는 없어서 목록에서 뺐습니다. ‘가중치 열기…’로 찾아보세요.
weights-public = ImageNet으로 학습한 공개 가중치
weights-public-about = 한 번 내려받아 검사해 두면 인터넷 없이도 쓸 수 있습니다.
weights-as-paper = 논문과 같음
weights-paper = 논문: { $value }
weights-as-caffe = BVLC Caffe와 같음
weights-caffe = Caffe: { $value }
weights-fact-conv = 합성곱
weights-fact-lrn = LRN
weights-fact-branch = “5×5” 갈래
weights-fact-pool = 4e 뒤의 풀링
weights-fact-aux-pool = 보조 분류기 풀링
weights-fact-input = 입력
weights-fact-classes = 클래스
weights-fact-heads = 보조 분류기
weights-fact-file = 파일
weights-conv-bias = 편향 있음
weights-conv-batch-norm = 배치 정규화
weights-conv-folded = 배치 정규화를 합침
weights-lrn = pool 1과 conv 3 뒤
weights-lrn-none = 없음
weights-pool-stride = { $size }, 보폭 2
weights-aux-pool-average = 평균 풀링 5×5, 보폭 3
weights-aux-pool-adaptive = 4×4칸으로 맞추는 평균 풀링
weights-input-imagenet = ImageNet의 평균과 표준 편차
weights-input-minus = − { $mean }
weights-input-over = ÷ { $std }
weights-heads-trained = 둘 다 학습됨
weights-heads-untrained = 파일에 있지만 학습되지 않음
weights-heads-absent = 파일에 없음
weights-heads-one = 둘 중 하나
findings = 모양만으로 알 수 없는 것
findings-about = 항목마다 근거를 적었습니다. 스위치로 바로 고칠 수 있고, 이 파일의 선택은 기억됩니다.
findings-guessed = ‘중요한 짐작’이 틀리면 답이 달라집니다. 아는 것이 있으면 고치세요. 이 파일의 선택은 기억됩니다.
findings-show = 보기
findings-hide = 접기
findings-forget = 알아본 대로
finding-known = 확실함: { $ground }.
finding-guessed = 짐작: { $ground }. 다르면 { $effect }.
finding-matters = 중요한 짐작: { $ground }. 다르면 { $effect }.
finding-fit-chosen = 설정에서 고른 방법: { $fit }.
fact-lrn = LRN
fact-pool4 = 4e 뒤의 풀링
fact-epsilon = 엡실론
fact-order = 색 순서
fact-range = 픽셀 값
fact-mean = 빼는 평균
fact-std = 나누는 표준 편차
fact-transform = transform_input
fact-short-side = 짧은 변
fact-fit = 정사각형으로
fact-resample = 크기 조절
switch-on = 켬
switch-off = 끔
resample-bilinear = 쌍선형
resample-bicubic = 쌍삼차
ground-said = 직접 지정함
ground-metadata = 파일에 적혀 있음
ground-hash = 파일의 해시로 알아봄
ground-nodes = 파일에 적힌 층에 나타남
ground-caffe = Caffe의 층 이름이어서 BVLC 네트워크처럼
ground-zoo = ONNX 파일 속 Caffe 이름이어서 ONNX model zoo 네트워크처럼
ground-topology = 이 구조에서 흔한 값
ground-third-branch = “5×5” 갈래에 3×3 커널이 있어 torchvision 네트워크처럼
ground-batch-norm = 5×5 커널과 배치 정규화가 있어 기본 가중치처럼
ground-biases = torchvision의 이름에 5×5 커널과 편향이 있어 튜토리얼 네트워크처럼
ground-folded = 5×5 커널에 정규화가 없어 기본 가중치처럼
ground-lrn = 국소 응답 정규화가 있어 논문의 네트워크처럼
ground-usual = 적혀 있지 않아 흔한 값
effect-after-pool1 = pool 1 뒤의 모든 값이 달라집니다
effect-after-4e = 4e 뒤의 모든 값이 달라집니다
effect-kernels = 커널 스무 개 중 하나가 { $percent } % 이상 달라집니다
effect-red-and-blue = 빨강과 파랑이 바뀝니다
effect-size = 입력이 255배 커지거나 작아집니다
effect-shift = 모든 입력값이 옮겨집니다
effect-spread = 모든 입력값이 벌어지거나 좁아집니다
effect-transform = 모든 입력값이 조금 옮겨지고 좁아집니다
effect-border = 가장자리가 더 또는 덜 잘립니다
effect-shape = 사진의 모양이나 가장자리가 달라집니다
effect-edges = 경계가 조금 더 부드럽거나 날카로워집니다
download = 내려받기
download-name = { $title } 내려받기
download-open = 열기
download-open-name = { $title } 열기
download-cancel = 취소
download-cancel-name = { $title } 내려받기 취소
download-progress = 내려받음 { $progress }
download-no-folder = 이 사용자에게는 내려받을 데이터 폴더가 없습니다. `inception-lens weights fetch { $key } --to FOLDER` 명령으로 내려받은 뒤 그 파일을 여세요.
download-failed = 프로그램의 잘못으로 내려받기가 결과 없이 끝났습니다. 다시 해 보세요.
megabytes-of = { $done } / { $total }
layer-missing = 이 가중치에는 { $layer } 층이 없어 conv1 층을 대신 보여 줍니다.
weights-kept = { $error } { $name } 가중치를 계속 사용합니다.
topology-paper = GoogLeNet
topology-batch-norm = GoogLeNet + BN
topology-torchvision = torchvision
topology-mixed = 섞인 구조
modules = 모듈
modules-reduced = 차원 축소형
modules-naive = 단순형
modules-trained = 여기에는 단순형의 값이 없습니다. 단순형 네트워크는 아무도 학습시킨 적이 없으므로 답과 활성값은 학습된 차원 축소형의 것입니다. 둘 다 보려면 네트워크와 모듈로 가세요.
modules-in-cost = 연산량 보기는 단순형과 차원 축소형을 항상 나란히 보여 줍니다. 이 전환은 네트워크와 모듈에서 쓰입니다.
settings = 설정
switch-theme = 테마 바꾸기
settings-fit = 사진을 정사각형으로 맞추는 방법
settings-colormap = 활성값의 색
settings-language = 언어
language-english = English
language-korean = 한국어
language-in-use = 언어: 한국어
settings-text-size = 글자 크기
settings-reduce-motion = 움직임 줄이기
fit-own = 학습 때처럼
fit-crop = 자르기
fit-letterbox = 여백 넣기
fit-stretch = 늘이기
details-copied = 자세한 내용을 복사했습니다.
copy-details = 자세한 내용 복사

## Opening
dialog-photo = 사진 열기
dialog-second-photo = 비교할 사진 열기
dialog-photos = 사진 파일
dialog-weights = 가중치 열기
dialog-weights-files = 가중치(safetensors)
pasted-picture = 붙여 넣은 사진
dialog-not-here = 브라우저 안에서는 여기서 파일을 고를 수 없습니다. 파일을 페이지에 끌어다 놓으세요.
clipboard-unreadable = 클립보드에 파일도 없고 여기서 읽을 수 있는 형식의 사진도 없습니다. 사진을 파일로 저장한 뒤 창에 끌어다 놓으세요.
drop-here = 사진이나 가중치 파일을 여기에 놓으세요
empty-title = 사진을 끌어다 놓거나 예시 사진을 고르세요
empty-body = 클릭해서 열거나 붙여 넣어도 됩니다 · 계산은 모두 이 컴퓨터에서 합니다

## Left column
input = 입력
prediction = 예측
softmax-word = 소프트맥스
fit-crop-size = 가운데 224 × 224 자르기
fit-letterbox-size = 224 × 224, 회색 여백
fit-stretch-size = 정사각형으로 눌러 가운데 224 × 224
head-absent = 이 가중치에는 보조 분류기 { $number }번이 없습니다.
legend = 색
legend-1x1 = 1×1
legend-3x3 = 3×3
legend-5x5 = 5×5
legend-pool = 풀링
legend-stem = 줄기
legend-classifier = 분류기
legend-aux = 보조 분류기
legend-width = 띠의 너비 = 채널 수

## Status bar
status-idle = 아직 사진이 없습니다
status-loading = { $name } 읽는 중…
status-running = { $step } 계산 중…
status-forward = 순전파 { $time }
status-downloading = { $name } 내려받는 중, { $progress }
status-failed = 마지막 사진을 처리하지 못했습니다
status-threads = CPU · 스레드 { $count }개
status-params = 매개변수 { $count }
status-macs = { $count } MAC
hint-network = 스크롤 확대 · 끌어서 이동 · 두 번 클릭해 열기 · 화살표 이동 · Ctrl+F 찾기 · F 맞춤
hint-layer = 화살표 선택 이동 · S 정렬 · O 겹쳐 보기 · M 끄기 · U 모두 켜기 · K 커널
hint-classifiers = 클래스를 클릭해 근거 보기 · 채널을 클릭해 맵 보기 · C 다음 클래스
hint-cost = 막대를 가리켜 수치 보기 · 클릭해 고정 · 두 번 클릭해 모듈 열기 · F 단위 · L 로그 · I 단순형 입력
hint-module = 단계를 클릭해 살펴보기 · 두 번 클릭해 층 열기 · ← → 모듈 · N 단순형/차원 축소형

## Network view
network-title = GoogLeNet
network-subtitle = 가중치가 있는 층 { $count }개 · 인셉션 모듈 9개
network-naive-title = GoogLeNet, 단순형
network-naive-subtitle = 가상, 연산량만 · { $macs } · 매개변수 { $params }
network-naive-plate = 가상의 구조, 연산량만
network-naive-scale = 차원 축소형과 같은 눈금, 점선에서 자름
network-naive-card = 학습된 네트워크의 값
network-canvas = 네트워크 지도
network-module = Inception { $name }
network-pool = { $name }, 한 변 { $from }칸에서 { $to }칸으로
network-norm = { $name } { $index }
network-lane = { $module } · { $name }, { $from }채널에서 { $to }채널로
network-aux-name = 보조 분류기 { $number }
network-main-name = 본 분류기
network-tile = { $name }의 평균 활성값
network-conv = 합성곱
network-pool-label = 풀링
network-average = GAP
network-linear = 선형
network-times = × { $side }
network-aux = 보조 { $number }
network-main = 본 분류기
network-after = { $module } 뒤
network-training-only = 학습할 때만 사용
network-macs = { $count } MAC
network-no-macs = MAC 없음
network-params = 매개변수 { $count }
network-no-params = 매개변수 없음
network-runs = { $count }회 실행
network-not-run = 가상
network-mean = 평균 활성값
network-mean-of = 평균 활성값 · { $name }
network-mean-min = 최솟값
network-mean-max = 이 맵의 최댓값
network-zoom-in = 확대
network-zoom-out = 축소
network-fit = 화면에 맞추기({ $percent }%)
network-minimap = 작은 지도
network-search = 층 찾기
network-matches = { $current } / { $count }
network-no-match = 없음
network-waiting = 가중치를 읽는 중…

## Module view
module-title = Inception { $name }
module-subtitle = 입력 { $input }채널, 출력 { $output }채널 · 위치 { $positions }
module-picker = 모듈
module-arrangement = 배치
module-one = 하나만
module-both = 나란히
module-closer = 자세히 보기
module-reduced-note = 1×1 합성곱이 채널을 먼저 줄이고, 더 큰 창이 그 결과를 읽습니다
module-linear-note = 학습된 갈래의 선형 등가: 같은 가중치를 미리 곱한 것으로, 중간 ReLU가 없습니다
module-linear-short = 선형 등가: 같은 가중치, 중간 ReLU 없음
module-naive-failed = 단순형 모듈을 실행하지 못했습니다. { $error }
module-runs = { $count ->
    [1] 시간은 1회 실행
   *[other] 시간은 { $count }회 실행의 중앙값
}
module-peek = 스페이스 바를 누르는 동안 다른 쪽 보기
module-input = 입력
module-output = 출력
module-input-name = 입력, 채널 { $count }개
module-output-name = 출력, 채널 { $count }개
module-channels = 채널
module-times-reduced = 차원 축소형 { $count }개의 { $times }
module-reduced-small = 차원 축소형
module-concat = 이어 붙이기
module-pool = 풀링
module-reduce = 1×1 채널 축소
module-stage-name = { $name }, { $input }채널에서 { $output }채널로
module-params = 매개변수 { $count }
module-walk-name = { $name } 계산 따라가기
module-walk-hint = 계산 따라가기: 한 위치에서 필터를 하나씩
module-mean-range = 채널 평균, { $from }부터 { $to }까지
module-mean-of = 채널 평균
module-mean-short = 평균
module-scale = = { $count }채널
module-scale-squeezed = 자리에 맞추어 가늘게 그림
module-scale-thinner = 더 가늘게
module-scale-short = = { $count }채널
module-filters-only = 필터 { $filters }개
module-filter-size = { $window } × { $input }채널
module-filters-short = { $filters } × { $window } × { $input }
module-pass-through = 필터 없음: { $input }채널이 모두 그대로 지나감
module-pass-through-short = 필터 없음
module-trained-minus = 학습된 갈래 −
module-equivalent = 선형 등가
module-figure-naive = 단순형 · 그림 2(a)
module-figure-reduced = 차원 축소형 · 그림 2(b)
module-figure-channels = 출력 { $count }채널
module-figure-cost = { $macs }
module-figure-cost-naive = { $macs }, { $times }로 늘어남
module-totals = 합계
module-column-naive = 단순형
module-column-stacked = 쌓았을 때
module-column-reduced = 차원 축소형
module-row-channels = 채널
module-row-macs = MAC
module-row-params = 매개변수
module-row-memory = 메모리
module-row-time = 시간
module-row-time-of = 시간, n = { $runs }
module-of-reduced = 차원 축소형 대비 MAC
module-fewer-than-naive = 단순형과의 MAC 차이
module-cost = 이 모듈의 연산량
module-naive-input = 단순형 모듈의 입력
module-same = 같은 입력
module-stacked = 쌓았을 때
module-cost-same = 단순형, 같은 입력 { $input }채널
module-cost-stacked = 단순형, 쌓았을 때 입력 { $input }채널
module-cost-reduced = 차원 축소형
module-times-fewer = { $times } 차이
module-projection = 1×1 투영
module-pale = 옅은 색 = 1×1 채널 축소
module-tabs = 카드
module-tab-cost = 연산량
module-tab-why = 까닭
module-tab-stack = 쌓기
module-why = 연산량이 줄어드는 까닭
module-one-position = { $kernel } 갈래, 한 위치
module-direct = 바로 계산: { $kernel } 필터마다 입력 { $input }채널을 모두 읽음
module-squeezed = 차원 축소: { $middle }채널로 줄인 다음 { $kernel } 합성곱
module-fewer-here = { $kernel } 갈래의 곱셈 차이
module-stack = 아홉 개 쌓기
module-stack-name = 곡선: 모듈 아홉 개를 하나씩 지날 때마다 단순형과 차원 축소형의 값
module-stack-in = 입력
module-growth = 곡선
module-growth-channels = 채널
module-growth-macs = MAC
module-cost-spoken = 단순형 { $naive }, 차원 축소형 { $reduced }: { $times } 차이
module-row-spoken = { $label }: 단순형 { $naive }, 차원 축소형 { $reduced }
module-why-spoken = 한 위치에서 { $kernel } 갈래의 곱셈 횟수: 바로 계산하면 { $direct }번, 차원 축소하면 { $reduced }번
module-difference-spoken = { $name }: 학습된 갈래에서 선형 등가를 뺀 차이, 채널 평균
module-walk-spoken = { $which }: 합 { $sum }, 편향 { $bias }, ReLU를 지나 { $result }. 실제 값 { $traced }, { $verdict }
module-tool-walk = 1×1 따라가기
module-tool-odd = 홀수 커널
module-tool-fields = 수용 영역
module-close = 닫기
module-cell-name = { $cell }의 칸
module-walk-speed = 속도
module-walk-play = 재생
module-walk-pause = 일시 정지
module-walk-step = 한 단계
module-walk-position = 다음 위치
module-walk-choose = 위의 1×1 단계 네 개 중 하나를 고르면 그 계산을 따라갑니다.
module-walk-waiting = 입력과 가중치를 가져오는 중…
module-walk-inputs = 입력
module-walk-weights = × 가중치
module-walk-products = = 곱
module-walk-extent = 0부터 { $most }까지
module-walk-sum = { $all }개 중 { $count }개의 합
module-walk-bias = + 편향
module-walk-relu = { $value }의 ReLU
module-walk-traced = 실제 값, { $verdict }
module-walk-equal = 0.0001 이내로 같음
module-walk-unequal = 같지 않음
module-odd-title = 3×3: 가운데에 칸이 있음
module-odd-body = 창이 왼쪽과 오른쪽으로 똑같이 뻗습니다. 찾아낸 값은 가운데 칸의 것이 되므로 1×1, 3×3, 5×5 갈래가 정확히 겹쳐서 그대로 이어 붙일 수 있습니다.
module-even-title = 4×4: 가운데가 꼭짓점
module-even-body = 가운데 칸이 없습니다. 결과를 어느 칸에 적어도 반 칸씩 어긋나서, 갈래마다 맵의 위치가 서로 맞지 않게 됩니다.
module-fields-name = 사진: 칸 고르기. 화살표로 옮깁니다
module-fields-body = 각 갈래의 한 칸과, 그 칸의 값을 바꿀 수 있는 사진의 범위입니다. 사진을 클릭해 칸을 고르세요.
module-fields-size = { $size }픽셀
module-fields-clipped = 그중 사진 안 { $size }픽셀

## Layer view
layer-list-hint = 클릭하면 층 목록이 열립니다
layer-facts = { $macs } MAC · 매개변수 { $params }
layer-time = { $time }, { $runs }회 실행의 중앙값
layer-time-once = 이번 실행 { $time }
layer-list = { $layer }, 층 목록
layer-group-stem = 줄기
layer-group-pool = 풀링
layer-group-aux1 = 보조 분류기 1
layer-group-aux2 = 보조 분류기 2
layer-group-main = 본 분류기
layer-input = 입력
layer-linear-relu = 선형 + ReLU
layer-logits = 로짓
layer-channels = 채널 { $count }개
layer-numbers = 숫자 { $count }개
layer-after-relu = ReLU 뒤
layer-of-the-trained-network = 학습된(차원 축소형) 네트워크
layer-source-b = B: { $photo }
layer-source-difference = 차이
layer-source-linear = 단순형 모듈의 선형 등가
layer-source-minus-linear = 학습된 갈래 − 선형 등가
layer-pane = 보기
layer-pane-activations = 활성값
layer-pane-kernels = 커널
layer-sort-by = 정렬
layer-sort-index = 번호
layer-sort-mean = 평균
layer-sort-value = 값
layer-sort-max = 최댓값
layer-sort-zeros = 0의 비율
layer-sort-contribution = 기여도
layer-scale = 눈금
layer-scale-shared = 공통
layer-scale-own = 맵별
layer-scale-symmetric = 대칭
layer-mosaic = 채널 { $count }개, 채널 { $channel } 선택됨. 화살표로 선택을 옮깁니다
layer-tile-name = 채널 { $channel }, 평균 { $mean }
layer-unit-name = { $unit }: { $value }
layer-silent = 반응 없음
layer-muted = 꺼짐
layer-bar-shared = 활성값(99.8 백분위수에서 자름)
layer-bar-own = 채널 { $channel }, 맵마다 눈금이 다름
layer-bar-symmetric = 활성값, 0을 중심으로 대칭
layer-bar-averaged = { $label }, 평균 냄
layer-silent-none = 이 사진에 반응 없는 채널이 없음
layer-silent-none-short = 반응 없는 채널 없음
layer-silent-count = { $all }개 중 { $count }개가 이 사진에 반응 없음
layer-silent-short = { $all }개 중 { $count }개 반응 없음
layer-zeros = 모든 칸의 { $percent }가 정확히 0
layer-muted-count = { $count }개 꺼짐
layer-hide-silent = 숨기기
layer-show-silent = 보이기
layer-hide-silent-name = 반응 없는 채널 숨기기
layer-show-silent-name = 반응 없는 채널 보이기
layer-progress = { $total }개 중 { $done }개 완료
layer-strip-value = 값, 지금 순서대로
layer-strip-mean = 채널별 평균, 지금 순서대로
layer-strip-max = 채널별 최댓값, 지금 순서대로
layer-strip-zeros = 채널별 0의 비율, 지금 순서대로
layer-strip-contribution = ‘{ $class }’에 대한 기여도: 채널을 끌 때 로짓이 줄어드는 양
layer-rank-index = { $rank }번째
layer-rank-mean = 평균 { $rank }위
layer-rank-value = 값 { $rank }위
layer-rank-max = 최댓값 { $rank }위
layer-rank-zeros = 0의 비율 { $rank }위
layer-rank-contribution = 기여도 { $rank }위
layer-overlay = 겹쳐 보기
layer-map = 맵
layer-photo = 사진
layer-picture-mode = 선택한 채널을 보는 방법
layer-opacity = 겹친 맵의 진하기
layer-picture = 사진에 겹친 채널 { $channel }의 맵
layer-mean = 평균
layer-max = 최댓값
layer-active = 활성 칸
layer-value = 값
layer-field = 수용 영역 { $size }
layer-field-clipped = 수용 영역 { $size }, 잘림
layer-cell-sees = 이 칸이 보는 곳
layer-cell-unit = 맵이 아닌 숫자 하나
layer-cell-pixels = { $size }픽셀이 정하는
layer-cell-whole = 사진 전체가 정하는
layer-cell-number = 숫자 하나:
layer-mute = 이 채널 끄기
layer-mute-hint = 0으로 두고 여기서부터 다시 계산
layer-contribution = 로짓 기여도 { $logit }
layer-unmute = { $count }개 모두 켜기
layer-head-aux1 = 보조 1
layer-head-aux2 = 보조 2
layer-histogram = 칸 { $count }개
layer-count = 세는 범위
layer-count-channel = 채널
layer-count-layer = 층
layer-root-count = √ 개수
layer-computed = 숫자 하나의 계산
layer-traced = 네트워크의 실제 값
layer-traced-muted = 꺼져 있어 네트워크의 값은
layer-not-traced = 네트워크가 계산한 맵이 아니어서, 칸의 계산을 보여 줄 수 없습니다.
layer-invitation = 큰 맵의 칸을 클릭하면 그 값에 들어간 숫자를 여기에 모두 적습니다.
layer-explain-strongest = 가장 큰 칸의 계산 보기
layer-input-rank = 크기순 { $count }개 중 { $rank }번째
layer-input-next = 다음 입력 채널
layer-input-previous = 이전 입력 채널
layer-patch = 조각 { $size }
layer-kernel = 커널 { $size }
layer-products = 곱 { $count }개의 합
layer-all-inputs = 입력 채널 { $count }개 모두
layer-dot-product = 입력 { $count }개의 내적
layer-others = 나머지 { $count }개
layer-sum = 합
layer-sum-bias = 합 + 편향
layer-bias = + 편향
layer-bias-folded = + 편향(BN 합침)
layer-before-relu = = ReLU 앞의 값
layer-relu = max(0, ·) =
layer-logit = 로짓 =
layer-window-of = { $layer }의 창, 같은 채널
layer-window-cells = { $rows }행, { $columns }열
layer-window-sum = 칸 { $count }개의 합
layer-window-mean = ÷ { $count } =
layer-window-largest = { $count }개 중 가장 큰 값 =
layer-lrn = 같은 위치에 있는 이웃 채널들의 값으로 나눕니다.
layer-lrn-neighbours = 이웃 채널 { $count }개
layer-lrn-squares = 제곱의 합
layer-lrn-scale = 배율 = { $k } + { $alpha } ÷ { $size } · 합
layer-lrn-power = 배율의 { $beta }제곱
layer-lrn-result = { $value } ÷ 그 값 =
layer-copied = 여기서는 계산하지 않습니다. 네 갈래를 차례로 이어 붙일 뿐입니다.
layer-copied-value = 옮겨 온 값
layer-go-to-branch = 그 갈래로 가기
layer-pixel = 사진의 픽셀 값을 네트워크가 학습한 눈금으로 바꾼 것입니다.
layer-red = 빨강, 0부터 255까지
layer-green = 초록, 0부터 255까지
layer-blue = 파랑, 0부터 255까지
layer-pixel-scaled = ÷ 255
layer-pixel-mean = − 평균
layer-pixel-deviation = ÷ 표준 편차
layer-pixel-transform = 그다음 이 통계에서 평균 0.5, 표준 편차 0.5로 옮깁니다.
layer-pixel-result = 입력 =
layer-kernels-loading = 가중치를 가져오는 중…
layer-kernels-colors = 색으로 본 { $size } 필터 { $filters }개, 저마다 눈금이 다르고 회색이 0
layer-kernels-maps = { $filter }: 입력 채널마다 하나씩 { $size } 커널 { $inputs }개
layer-kernels-matrix = 행은 필터 { $filters }개, 열은 입력 채널 { $inputs }개
layer-kernels-bar-colors = 필터 { $filter }의 가중치, BN 합침
layer-kernels-bar-maps = 필터 { $filter }의 가중치, BN 합침
layer-kernels-bar-matrix = 가중치(99.8 백분위수에서 자름)
layer-filter-hint = 오른쪽 채널이 이 필터의 활성값입니다
layer-filter-next = 다음 필터
layer-filter-previous = 이전 필터
layer-kernel-sum = 가중치의 합 { $sum }
layer-matrix = 필터 { $filters }개와 입력 채널 { $inputs }개의 행렬
layer-matrix-cell = 필터 { $filter }, 입력 { $input }: { $weight }
layer-tabs = 오른쪽 단
layer-tab-channel = 채널
layer-tab-cell = 숫자 하나
layer-waiting = 사진을 준비하는 중…
layer-nothing = 아직 보여 줄 것이 없습니다

## Classifiers view
classifiers-aux1 = 보조 1
classifiers-aux2 = 보조 2
classifiers-main = 본 분류기
classifiers-after = { $module } 뒤 · { $all }층 중 { $depth }층
classifiers-untrained = 학습되지 않음: 무작위 답
classifiers-absent-why = 추론용 파일에는 흔히 빠져 있습니다. 학습할 때만 쓰기 때문입니다.
classifiers-depth-tip = 사진에서 이 분류기의 손실까지 가중치가 있는 층이 { $depth }개
classifiers-open-module = 두 번 클릭하면 이 분류기가 달린 모듈이 열립니다
classifiers-row = { $head }, { $label }: { $share }, 로짓 { $logit }, { $rank }위
classifiers-row-second = (두 번째 사진 { $share })
classifiers-row-hint = 클릭하면 이 클래스의 근거가 보입니다
classifiers-points = { $value }%p
classifiers-column-share = 확률
classifiers-column-difference = 차이
classifiers-column-logit = 로짓
classifiers-entropy = 엔트로피 { $bits } / { $most }비트
classifiers-final = 최종 답 ‘{ $class }’: { $rank }위
classifiers-move = { $from }위 → { $to }위
classifiers-move-name = { $from }위에서 { $to }위로
classifiers-chooser = { $name }: { $chosen }
classifiers-search = 클래스 찾기
classifiers-none-found = 그런 이름의 클래스가 없습니다
classifiers-answers = 분류기들의 답
classifiers-says = { $head }의 답: { $class }
classifiers-all-classes = 모든 클래스, 본 분류기의 확률순
classifiers-class = 살펴볼 클래스
classifiers-against = 견줄 클래스
classifiers-explain = 클래스
classifiers-minus = 빼기
classifiers-nothing = 없음
classifiers-caption = ‘{ $class }’ 확률, 얕은 층에서 깊은 층으로
classifiers-caption-short = ‘{ $class }’ 확률
classifiers-why = 왜 ‘{ $minus }’ 아닌 ‘{ $class }’일까요?
classifiers-tabs = 아래에 보이는 것
classifiers-tab-evidence = 판단 근거
classifiers-tab-pooling = 평균 풀링
classifiers-tab-heads = 분류기와 손실
classifiers-tab-gradients = 기울기
classifiers-over = 사진 위에
classifiers-over-evidence = 판단 근거
classifiers-over-channel = 채널
classifiers-opacity = 사진에 겹친 맵의 진하기
classifiers-exact = 정확한 값: 본 분류기는 선형 층 하나
classifiers-exact-tip = 마지막 맵 뒤에는 평균과 선형 층 하나밖에 없으므로, 칸마다 채널마다 로짓에 더한 몫을 정확히 알 수 있습니다.
classifiers-main-only = 이런 지도는 본 분류기에만 있습니다. 보조 분류기에는 ReLU가 낀 층이 두 개 더 있어서, 그 로짓은 칸들의 합이 아닙니다.
classifiers-order-contribution = 기여도
classifiers-order-mean = 평균
classifiers-order-index = 번호
classifiers-true-label = 정답
classifiers-not-said = 정하지 않음
classifiers-cells-sum = 칸 { $count }개의 합
classifiers-channels-sum = 채널 { $count }개의 합
classifiers-channel-name = 채널 { $channel }, w { $weight }, 평균 { $mean }, w × 평균 { $product }
classifiers-disagree = 칸의 합, 채널의 합, 편향을 뺀 로짓은 같아야 하는데 { $off }만큼 다릅니다. 마지막 모듈 뒤에서 끈 채널을 다시 켜 보세요.
classifiers-bar-against = 반대 { $value }
classifiers-bar-for = 지지 { $value }
classifiers-bar-tip = 칸마다 로짓에 더한 몫이며, 모두 더한 것이 판단 근거입니다.
classifiers-channel-over = 사진에 겹친 채널 { $channel }, 더하는 값 { $product }
classifiers-cell-evidence = { $place }의 근거: { $value }
classifiers-cell-channel = { $place }의 채널 { $channel }: { $value }
classifiers-cell-strongest = 가장 큰 몫은 채널 { $channel }: { $value }
classifiers-sees-all = 사진 전체를 봄, 중심은 픽셀 { $x }, { $y }(폭 { $size }픽셀, 잘림)
classifiers-sees = 사진의 { $width } × { $height }픽셀을 봄, 중심은 픽셀 { $x }, { $y }(폭 { $size }픽셀, 잘림)
classifiers-picture = { $photo } 위의 ‘{ $class }’ 판단 근거. 화살표로 칸을 옮깁니다
classifiers-average = 1  맵마다 평균 내기
classifiers-gap = 전역 평균 풀링
classifiers-cells = { $side } × { $side } = { $count }칸
classifiers-mean = 평균 { $mean }
classifiers-to-numbers = 맵 { $count }개 → 숫자 { $count }개
classifiers-numbers = 개의 숫자,
classifiers-one-per-map = 맵마다 하나
classifiers-map = 채널 { $channel }의 맵, 평균 냄
classifiers-means = 평균 { $count }개
classifiers-open-layer = 두 번 클릭하면 그 층이 열립니다
classifiers-weigh = 2  가중치를 곱해 더하기
classifiers-weights-of = ‘{ $class }’의 가중치
classifiers-weights-of-two = ‘{ $class }’의 가중치 − ‘{ $minus }’의 가중치
classifiers-curve = 채널마다 더하는 값, 큰 것부터
classifiers-place = { $count }개 중 { $place }번째
classifiers-for = 지지하는 { $count }채널: { $sum }
classifiers-against-sum = 반대하는 { $count }채널: { $sum }
classifiers-top-channels = 상위 채널
classifiers-w = w
classifiers-gap-short = GAP
classifiers-w-gap = w × GAP
classifiers-channel-hint = 클릭하면 맵이 고정되고, 두 번 클릭하면 그 층이 열립니다
classifiers-sum-evidence = ∑ 근거
classifiers-bias = 편향
classifiers-logit = 로짓
classifiers-evidence-difference = ∑ 근거, 차이
classifiers-bias-difference = 편향, 차이
classifiers-logit-difference = 로짓, 차이
classifiers-power = e^{ $logit }
classifiers-power-shifted = e^({ $logit } − { $most })
classifiers-power-sum = ∑ e^로짓, 클래스 { $count }개
classifiers-power-terms = ∑ e^로짓 = { $terms } = { $sum }
classifiers-odds = { $power }: 확률의 비
classifiers-odds-photos = 두 사진의 확률비 차이
classifiers-first = 첫 번째 사진
classifiers-second = 두 번째 사진
classifiers-exact-sum = 칸 { $cells }, 채널 { $channels }; { $cells } { $sign } { $bias } = { $logit }
classifiers-sizes-tip = 아래 막대: 클래스마다 확률만큼의 너비
classifiers-mosaic = 맵 { $count }개와 그 평균. 화살표로 선택을 옮깁니다
classifiers-below-maps = { $side } × { $side } 맵 { $count }개, 같은 눈금. 맵 아래의 숫자는 평균, 막대는 ‘{ $class }’ 로짓에 더하는 값 w × 평균.
classifiers-sum-of = 칸 { $count }개의 합
classifiers-divided = ÷ { $count } = 평균
classifiers-times-w = × ‘{ $class }’의 가중치
classifiers-adds = = 로짓에 더하는 값
classifiers-second-mean = 두 번째 사진의 평균
classifiers-no-place = 평균에는 위치가 남지 않습니다. 칸을 뒤섞어도 평균은 그대로입니다. 위치는 평균 내기 전의 맵에 있습니다.
classifiers-saved = 마지막 층 가중치 수의 차이
classifiers-saved-averaged = 평균 내면: { $channels } × { $classes } = { $averaged }
classifiers-saved-flattened = 완전 연결이면 { $cells } × { $channels } × { $classes } = { $flattened }
classifiers-linear-logits = 선형 = 로짓
classifiers-conv-relu = { $name } + ReLU
classifiers-params = 매개변수 { $count }
classifiers-always = 최종 답을 냄
classifiers-training-only = 학습할 때만 사용
classifiers-stage-hint = 클릭하면 그 층이 열립니다
classifiers-loss = 이 사진의 학습 손실
classifiers-loss-prompt = 위의 ‘정답’에서 사진이 실제로 무엇인지 고르면 분류기마다 손실을 계산합니다. 손실은 그 클래스에 준 확률의 −ln 값입니다.
classifiers-it-is = 정답은 ‘{ $class }’
classifiers-minus-ln = −ln { $probability } = { $loss }
classifiers-counts = × { $weight }
classifiers-total = { $main } + { $weight } × ({ $aux }) =
classifiers-total-main = 본 분류기만, { $main } =
classifiers-untrained-note = 보조 분류기가 학습되지 않은 파일입니다. 보조 분류기의 손실은 무작위 답의 손실입니다.
classifiers-why-heads = 보조 분류기가 있으면 가장 가까운 손실이 사진에서 가중치 층 { $near }개, 없으면 { $all }개 떨어져 있습니다. 그래서 오차가 앞쪽 층까지 닿습니다.
classifiers-thrown-away = 두 보조 분류기는 학습할 때만 쓰고 추론할 때는 떼어 냅니다. 여기에는 학습 때의 드롭아웃이 없습니다.

## Gradients tab

## Two photos
compare = 비교
compare-with = 두 번째 사진과 비교
compare-with-hint = 지금 보이는 사진이 A, 두 번째 사진이 B입니다.
compare-open = 두 번째 사진 열기…
compare-swap = A와 B 바꾸기
compare-close = 두 번째 사진 닫기
compare-with-unmuted = 채널을 끄기 전
compare-before-muting = 채널을 끄기 전
compare-muted = 채널을 끈 뒤
compare-mark-muted = 끈 뒤
compare-mark-trained = 끄기 전
compare-mark-edited = 편집 뒤
compare-mark-original = 편집 전
compare-mark-difference = 차이
compare-shown = 보이는 사진
compare-both = 둘 다
compare-difference = A − B
compare-hint-one = { $photo }: B 키를 누르면 두 사진이 번갈아 보입니다
compare-hint-both = 두 사진을 같은 색 눈금으로 나란히
compare-hint-difference = 첫 번째에서 두 번째를 뺀 값: A가 크면 주황, B가 크면 청록
compare-close-name = 비교 닫기
compare-swap-name = A와 B 바꾸기
compare-running = { $photo } 계산 중…
parting-title = 어디서 갈라질까요?
parting-waiting = 견주는 중…
parting-same = 갈라지는 곳이 없습니다. 네트워크에는 두 사진이 같습니다.
parting-fall = 유사도가 가장 크게 떨어지는 곳은 { $before } → { $layer }({ $by })
parting-lowest = 가장 다른 곳은 { $layer }({ $value })
parting-caption = A와 B의 활성값을 모든 채널과 칸에서 한꺼번에 견준 코사인 유사도입니다. 1이면 같은 무늬이고 0이면 닮은 데가 없습니다. 최대 풀링은 어느 둘이든 더 닮게 만들므로 세지 않았습니다.
parting-value = 코사인 유사도 { $value }
parting-point = { $layer }: 유사도 { $value }
parting-name = 두 사진의 층별 유사도. 화살표로 층을 고릅니다
parting-stem = 줄기
layer-source-first = A: { $photo }
layer-source-both = A: { $a }, B: { $b }
layer-strip-both = { $title }: A는 막대, B는 표시
layer-bar-both = { $label }, A와 B 같은 눈금
layer-bar-difference = A − B, 0을 중심으로 대칭
layer-mute-hint-first = A에서 0으로 두고 여기서부터 다시 계산
layer-arithmetic-alone = 계산, { $photo }:
layer-arithmetic-of = { $letter }의 계산, { $photo }:
layer-not-traced-difference = 차이는 네트워크가 계산한 값이 아니어서 보여 줄 계산이 없습니다. 위에서 A나 B를 고르세요.
module-linear-first = 단순형의 맵은 사진 A의 것뿐: 중간 ReLU가 없는 선형 등가

## Cost view
cost-caption = 1×1 채널 축소로 아끼는 것
cost-tabs = 탭
cost-tab-modules = 모듈
cost-tab-layers = 층
cost-tab-roofline = 루프라인
cost-tab-lineage = 계보
cost-naive-input = 단순형의 입력
cost-same = 같은 입력
cost-stacked = 쌓았을 때
cost-unit = 단위
cost-scale = 눈금
cost-linear = 선형
cost-log = 로그
cost-macs = MAC
cost-flops = FLOP
cost-parameters = 매개변수
cost-parameters-short = 매개변수
cost-parameters-small = 매개변수
cost-memory = 활성값 메모리
cost-memory-short = 메모리
cost-time = 시간
cost-speed = 실제 속도
cost-speed-short = GFLOP/s
cost-naive = 단순형
cost-reduced = 차원 축소형
cost-headline-modules = 모듈 아홉 개: { $unit } { $nine } 차이 · 쌓은 네트워크 전체: { $stacked } 차이
cost-headline-modules-short = 모듈 아홉 개: { $nine } 차이 · 쌓은 네트워크: { $stacked } 차이
cost-headline-layers = { $layer } 층 하나가 전체 { $unit }의 { $share }
cost-headline-layers-short = { $layer }: 전체 { $unit }의 { $share }
cost-headline-roofline = 순전파 전체: { $peak } GFLOP/s 중 { $achieved } GFLOP/s, 최고 속도의 { $share }
cost-headline-roofline-short = { $peak } GFLOP/s 중 { $achieved }: { $share }
cost-headline-lineage = AlexNet과 비교한 GoogLeNet: 매개변수 { $params } 차이, { $unit } { $macs }로 늘어남
cost-headline-lineage-short = AlexNet과 매개변수 { $params } 차이
cost-measuring = 재는 중…
cost-measuring-of = 재는 중… { $done } / { $total }
cost-time-runs = { $runs }회 실행의 중앙값
cost-time-stacked = 차원 축소형만, { $runs }회 실행의 중앙값
cost-memory-note = 모듈이 만드는 모든 맵, 숫자 하나에 4 B
cost-module-spoken = Inception { $module }, { $measure }: 단순형 { $naive }, 차원 축소형 { $reduced }, { $times }
cost-hovered = 가리킨 모듈
cost-selected = 선택한 모듈
cost-branches-by = 갈래를 비교하는 기준
cost-times-fewer = 단순형과의 { $measure } 차이
cost-times-less = 단순형과의 활성값 메모리 차이
cost-times-more = 단순형 대비 활성값 메모리
cost-times-faster = 단순형과의 속도 차이(측정값)
cost-no-stack = 차원 축소형. 쌓은 단순형은 학습된 적이 없어 실행할 수 없음
cost-together = 모두 합쳐
cost-classes = 클래스 { $count }개, 보조 분류기 없음
cost-nine-modules = 모듈 아홉 개
cost-nine-modules-of = 모듈 아홉 개의 { $unit }
cost-whole-stacked = 쌓은 네트워크
cost-whole-stacked-of = 쌓은 네트워크의 { $unit }
cost-whole-params = 그 매개변수
cost-column-layer = 층
cost-sort-by = { $column }순으로 정렬
cost-all-layers = 모든 층
cost-along = 네트워크를 따라 본 { $measure }
cost-of-layer = { $layer }: { $measure } { $value }
cost-chart-shows = 그래프에 보이는 것
cost-bar = { $layer }의 막대
cost-main = 본 분류기
cost-by-branch = 갈래별
cost-heads = 보조 분류기
cost-sum = 합계, 보조 분류기 포함
cost-whole-pass = 순전파 전체
cost-roofline-title = 이 컴퓨터의 루프라인
cost-roofline-name = 이 컴퓨터의 루프라인 아래에 놓인 층들
cost-machine = 여기서 측정 · 스레드 { $threads }개 · { $runs }회 중 최고
cost-roofline-read = 점 하나가 층 하나입니다. 오른쪽일수록 옮기는 바이트에 비해 계산이 많고, 위일수록 빠르게 실행되었습니다. 어떤 층도 지붕 위로 올라갈 수 없습니다. 왼쪽에서는 메모리가, 오른쪽에서는 연산이 한계입니다.
cost-roofline-traffic = 바이트는 입력, 가중치, 출력을 한 번씩만 옮긴다고 보고 최소로 셉니다. 비스듬한 지붕보다 위에 있는 점은 데이터를 캐시에서 찾은 것입니다.
cost-roofline-list = 층마다 지붕에 얼마나 가까운지
cost-of-peak = 최고 속도 대비
cost-of-roof = 지붕 대비
cost-axis-speed = 실제 속도, GFLOP/s
cost-axis-intensity = 최소로 옮긴 바이트당 FLOP
cost-roof-arithmetic = 연산: { $speed }
cost-roof-memory = 메모리: { $speed }
cost-point = { $intensity } FLOP/B에서 { $speed } · 지붕의 { $share }
cost-lineage-title = 계보
cost-lineage-caption = 층마다 셈 · 클래스 1000개, 224 × 224 · ImageNet 대회 시험 자료의 top-5 오류율
cost-lineage-why = GoogLeNet과 AlexNet의 매개변수는 { $times } 차이입니다(AlexNet { $alexnet }, GoogLeNet { $googlenet }). 논문에 적힌 { $claimed }라면 { $implied } 정도여야 하지만, 논문의 표 1대로 세면 그보다 많습니다. AlexNet은 한 줄기로 된 형태로 셌습니다.
cost-lineage-macs = 그런데도 { $unit } 수는 AlexNet의 { $times }로 늘어납니다. 합성곱은 같은 가중치를 모든 위치에서 다시 쓰기 때문입니다.
cost-lineage-errors = 오류율은 여기서 센 네트워크 하나가 아니라 대회에 낸 앙상블의 것입니다.
cost-depth = 깊이 { $depth }층
cost-stacked-small = 쌓았을 때
cost-params-small = 매개변수
cost-fewer = { $times } 차이
cost-more = { $times } 많음
cost-ensemble = 네트워크 { $networks }개로 된 대회 앙상블
cost-hypothetical = 가상: 학습된 적 없음
cost-no-result = 그래서 결과가 없음
cost-error-spoken = top-5 오류율 { $error }

## Layers
stage-input = 입력
stage-reduce = { $window } 앞의 1×1 채널 축소
stage-module-pool = { $window } 최대 풀링
stage-projection = 1×1 투영
stage-concat = 이어 붙이기
stage-conv = 합성곱 { $window }
stage-max-pool = 최대 풀링 { $window }
stage-average-pool = 평균 풀링 { $window }
stage-average-pool-to = { $window }칸 평균 풀링
stage-global-average = 전역 평균 풀링
stage-norm = LRN
stage-linear = 선형
# 층 찾기에서 함께 알아듣는 다른 말.
search-input = 사진
search-conv = 합성곱 층 컨볼루션 레이어
search-pool = 풀링 층 맥스 풀링 글로벌 레이어
search-norm = 국소 응답 정규화 층 레이어
search-concat = 이어 붙이기 연결
search-linear = 완전 연결 층 선형 밀집층 레이어
search-stem = 줄기 스템
search-module = 인셉션 모듈
search-main = 본 분류기
search-aux = 보조 분류기

## Numbers
number-ratio = { $number }배
number-rank = { $rank }위

## Test patterns
pattern-grating = 줄무늬 { $angle }°, { $period } px
pattern-checkerboard = 바둑판무늬, { $cell } px
pattern-patches = 색 조각
pattern-edge = 경계 { $angle }°

## What failed: as the library's own sentences
error-panicked = Inception Lens 안에서 문제가 생겼습니다. 앞서 보던 내용은 그대로 있습니다. 다시 해 보거나 다른 사진을 여세요.
error-unknown-class = { $asked } 클래스가 없습니다. 이 네트워크가 아는 클래스: { $known }.
error-unknown-class-more = { " " }외 { $count }개
error-photo-empty = 빈 파일입니다. 사진을 다시 고르거나 다른 사본을 고르세요.
error-photo-not-a-picture = Inception Lens가 읽을 수 있는 사진이 아닙니다. JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF, JPEG XL 파일을 고르세요.
error-photo-unsupported = Inception Lens는 { $format } 파일을 읽지 못합니다. 다른 프로그램에서 열어 PNG나 JPEG 파일로 저장한 뒤 그 파일을 고르세요.
error-photo-variant = 이 { $format } 사진은 Inception Lens가 읽지 못하는 방식으로 저장되어 있습니다({ $cause }). 다른 프로그램에서 열어 PNG나 JPEG 파일로 저장한 뒤 그 파일을 고르세요.
error-photo-truncated = 이 { $format } 사진은 복사나 내려받기가 끊긴 것처럼 중간에서 끝납니다. 다시 받거나 다른 사진을 고르세요.
error-photo-damaged = 이 { $format } 사진은 손상되었습니다({ $cause }). 다시 받거나 다른 사진을 고르세요.
error-photo-gave-up = 이 사진은 손상되었습니다(디코더가 중단됨). 다시 받거나 다른 사진을 고르세요.
error-photo-too-large = 이 사진은 { $width } × { $height } 픽셀로, Inception Lens가 여는 크기(한 변 { $side }픽셀, 메모리 { $megabytes } MB 이하)보다 큽니다. 사진 편집기에서 줄인 뒤 그 파일을 고르세요.
error-photo-file-too-large = 이 파일은 { $megabytes } MB로, Inception Lens가 여는 크기({ $limit } MB 이하)보다 큽니다. JPEG 파일로 저장한 뒤 그 파일을 고르세요.
error-photo-no-pixels = 이 { $format } 사진에는 픽셀이 없습니다(너비나 높이가 0). 다른 사진을 고르세요.
note-photo-scaled = 값 { $low } ~ { $high }를 검정 ~ 흰색으로 표시
note-photo-fractions = 값 { $low } ~ { $high }, 0은 검정, 1은 흰색
note-photo-bits = 16비트 중 { $bits }비트만 사용, 검정 ~ 흰색으로 표시
note-photo-no-end = 끝 표시가 없지만 사진은 온전합니다
note-photo-damaged = 손상됨, 읽을 수 있는 데까지 표시
note-photo-smaller = 가장 큰 사진({ $largest })을 읽을 수 없어({ $cause }) { $shown } 사진을 표시
note-photo-profile = 색 프로파일을 읽을 수 없어 sRGB로 표시
note-photo-dynamic-range = HDR 사진, 톤 매핑 없이 표시
error-file-missing = 그런 파일이 없습니다. 이름과 폴더를 확인하세요.
error-file-folder = 파일이 아니라 폴더입니다. 폴더 안의 파일을 고르세요.
error-file-forbidden = 이 파일을 읽을 권한이 없습니다. 권한을 바꾸거나 다른 사본을 고르세요.
error-file-empty = 빈 파일입니다. 다시 고르거나 다른 사본을 고르세요.
error-file-too-large = 이 파일은 Inception Lens가 읽는 크기({ $limit } MB 이하)보다 큽니다. 더 작은 파일을 고르세요.
error-file-unreadable = 이 파일을 읽지 못했습니다({ $cause }). 디스크를 확인하거나 다른 사본을 고르세요.
error-file-unwritable = 이 파일에 쓰지 못했습니다({ $cause }). 다른 이름이나 폴더를 고르세요.
error-not-finite = 이 가중치로는 이 사진에서 { $name } 층의 값이 유한한 수가 아니어서, 그 뒤의 결과에 뜻이 없습니다. 다른 가중치를 고르세요.
error-weights-empty = 빈 가중치 파일입니다. GoogLeNet 가중치가 든 .safetensors, .pth, .caffemodel, .onnx 파일을 고르세요.
error-weights-too-large = 이 가중치 파일은 { $megabytes } MB로, 어떤 GoogLeNet에도 충분한 { $limit } MB보다 큽니다. 다른 파일을 고르세요.
error-weights-format = Inception Lens가 읽을 수 있는 가중치 파일이 아닙니다({ $cause }). GoogLeNet 가중치가 든 .safetensors, .pth, .caffemodel, .onnx 파일을 고르세요.
error-weights-damaged = 가중치 파일이 손상되었습니다({ $cause }). 다시 복사하거나 내려받으세요.
error-weights-not-whole = 온전하지 않은 가중치입니다. GoogLeNet의 텐서 { $expected }개 중 { $known }개만 있고 다른 것은 없습니다. 모두 들어 있는 파일을 고르세요.
error-weights-another = 다른 네트워크의 가중치입니다. GoogLeNet의 텐서 { $expected }개 중 { $known }개만 있고, GoogLeNet에 없는 { $example } 같은 텐서가 있습니다. GoogLeNet의 가중치를 고르세요.
error-weights-forbidden = 이 PyTorch 파일에는 그 자체로 가중치를 담지 않는 { $what } 요청이 있어 실행하지 않았습니다. 파일을 만든 곳에서 불러온 뒤 torch.save(model.state_dict(), …)로 텐서만 저장하세요.
error-weights-unsupported = 가중치가 읽을 수 없는 방식으로 저장되어 있습니다({ $cause }; { $remedy }).
error-weights-labels = 클래스 이름 파일({ $which })을 쓸 수 없습니다({ $cause }). UTF-8 텍스트로 한 줄에 이름 하나씩 { $classes }줄을 적으세요.
error-weights-metadata = 가중치 파일의 설명이 잘못되었습니다. { $key } 값이 { $value }인데, 필요한 값은 { $expected }입니다. 메타데이터를 고치거나 다른 파일을 고르세요.
error-weights-mismatch = 가중치가 GoogLeNet과 맞지 않습니다(문제 { $count }개). { $problems }. 이 네트워크에 맞게 만든 파일을 고르세요.
problem-missing = { $name } { $shape } 없음
problem-extra = { $name } { $shape }, GoogLeNet에 없는 텐서
problem-shape = { $name } 모양 { $found }, 맞는 모양 { $expected }
problem-not-finite = { $name } 안에 유한하지 않은 수 { $count }개
problem-negative-variance = { $name } 안에 음수인 분산
problem-number-format = { $name } 저장 형식 { $found }, 읽을 수 있는 형식 f16, bf16, f32, f64
problem-more = 그 밖에 { $count }개
note-own-torchvision = torchvision의 가중치입니다. 입력을 변환해서 받고, 보조 분류기는 학습되지 않았습니다.
note-no-heads = 이 가중치에는 보조 분류기가 없습니다.
note-caffe-names = Caffe의 층 이름을 보고 paper 구조로 알아보았습니다.
note-guessed = 모양을 보고 { $topology } 구조로 짐작했습니다. { $why }.
note-small-third-branch = “5×5” 갈래에 3×3 커널이 있기 때문입니다. torchvision의 가중치에서 이어 학습한 것이라면 --transform-input을 지정하세요
note-batch-norm = 5×5 커널과 배치 정규화가 있기 때문입니다
note-biases = torchvision의 이름으로 5×5 커널과 편향이 있기 때문입니다. 논문의 네트워크라면 LRN이 있으므로 --topology paper를 지정하세요
note-listed = 파일에 적힌 층을 보고 { $topology } 구조로 알아보았습니다({ $norm }).
note-listed-batch = 배치 정규화
note-listed-local = 국소 응답 정규화
note-listed-folded = 정규화가 없으므로 배치 정규화가 커널에 합쳐진 것
note-listed-without = 정규화 없음
note-no-preprocessing = 파일에 전처리 방법이 없어서 그 구조의 전처리를 씁니다.
note-input-unread = 파일의 그래프가 첫 합성곱 앞에서 입력에 하는 일을 다 알아보지 못했습니다. 아래의 평균, 표준 편차, 색 순서를 확인하세요.
note-left-out = GoogLeNet에 없는 것이라 쓰지 않았습니다: { $named }.
note-left-out-more = GoogLeNet에 없는 것이라 쓰지 않았습니다: { $named } 외 { $more }개(weights check가 모두 보여 줍니다).
note-other-networks = 이 파일에는 네트워크가 여러 개 있습니다. { $others } 대신 { $chosen }의 것을 씁니다. 다른 것은 --key로 고르세요.
note-head-left-out = 보조 분류기 { $head }을(를) 뺐습니다: { $why }.
note-classifier = 분류기 { $own }을(를) 모양과 자리를 보고 { $ours }로 알아보았습니다.
note-one-output = 출력이 확률 하나뿐이라 두 클래스로 보여 줍니다. 첫째는 이 출력이 말하는 “예”, 둘째는 0으로 둔 “아니요”입니다.
note-labels-near = 클래스 이름은 같은 폴더의 { $file }에서 읽었습니다.
note-told-by-order = 이 ONNX 파일에는 이름 없는 텐서가 있어서 순서와 모양으로 구별했습니다.
error-fetch-address = 내려받을 수 있는 주소가 아닙니다: { $url }({ $cause }). http:// 또는 https:// 주소를 쓰세요.
error-fetch-unreachable = { $host } 서버에 닿지 않습니다({ $cause }). 인터넷 연결을 확인하고 다시 해 보거나, 다른 컴퓨터에서 { $url } 파일을 받아 여세요.
error-fetch-silent = { $host } 서버가 답하지 않습니다({ $seconds }초 기다림). 인터넷 연결을 확인하고 나중에 다시 해 보세요.
error-fetch-insecure = { $host } 서버와 보안 연결을 맺지 못했습니다({ $cause }). 이 컴퓨터의 시계와, 먼저 로그인해야 하는 네트워크인지 확인하세요.
error-fetch-nonsense = { $host } 서버가 알 수 없는 답을 보냅니다({ $cause }). 주소를 확인하세요: { $url }.
error-fetch-redirects = { $host } 서버가 주소를 끝없이 넘깁니다. 시작한 주소는 { $url }입니다. 주소를 확인하거나 나중에 다시 해 보세요.
error-fetch-refused = { $host } 서버가 파일을 보내지 않습니다(HTTP 상태 { $status }): { $url }. 나중에 다시 해 보거나 다른 주소를 쓰세요: `inception-lens weights fetch { $key } --from URL`.
error-fetch-size = { $host } 서버의 파일은 { $found }바이트인데, { $title } 파일은 { $expected }바이트입니다. 다른 파일이거나 로그인 화면이어서 저장하지 않았습니다. 주소를 확인하세요: { $url }.
error-fetch-too-large = { $host } 서버가 { $title } 파일의 최대 크기 { $limit }보다 많이 보냅니다. 다른 파일이어서 저장하지 않았습니다. 주소를 확인하세요: { $url }.
error-fetch-hash = { $host } 서버가 보낸 파일은 { $title } 파일이 아닙니다(SHA-256의 앞부분이 { $expected } 대신 { $found }). 그래서 지웠습니다. 다시 해 보거나 다른 주소를 쓰세요.
error-fetch-cut-off = { $host } 서버와의 연결이 { $progress }에서 끊겼습니다. 다시 하면 이어서 내려받습니다.
error-fetch-stalled = { $host } 서버가 { $progress }에서 { $seconds }초 동안 아무것도 보내지 않았습니다. 다시 하면 이어서 내려받습니다.
error-fetch-disk-full = 디스크가 가득 찼습니다. { $title } 파일에는 { $folder } 폴더에 { $megabytes } 공간이 필요합니다. 공간을 만든 뒤 다시 해 보세요.
error-fetch-unwritable = { $path } 파일에 쓸 수 없습니다({ $cause }). 다른 폴더를 고르세요: `inception-lens weights fetch { $key } --to FOLDER`.
error-fetch-busy = 다른 Inception Lens가 지금 { $name } 파일을 내려받고 있습니다. 끝날 때까지 기다리세요.
error-fetch-cancelled = 내려받기를 취소했습니다. 받은 부분은 다음을 위해 남겨 둡니다.

classifiers-final-moved = 최종 답 ‘{ $class }’: { $before }위 → { $rank }위
classifiers-opacity-word = 진하기
classifiers-saved-flattened-short = 펼치면 { $cells } × { $channels } × { $classes } = { $flattened }
compare-before-edits = 편집 전
compare-edited = 편집한 사진
compare-with-unedited = 편집 전
cost-memory-note-short = 숫자 하나에 4 B
cost-time-runs-short = { $runs }회의 중앙값
cost-time-stacked-short = 쌓은 것은 학습된 적 없음 · n = { $runs }
cost-whole-params-of = 매개변수, 쌓은 전체
hint-cost-layers = 막대나 줄을 클릭해 층 고르기 · 두 번 클릭해 열기 · F 단위 · L 로그
hint-cost-lineage = F 단위
hint-cost-roofline = 점을 가리켜 수치 보기 · 클릭해 층 고르기 · 두 번 클릭해 열기

## 기울기
gradients-loaded = 지금 쓰는 가중치
gradients-fresh = 새 가중치
gradients-cancel = 취소
gradients-again = 다시 계산
gradients-fresh-bn = 새 가중치 + BN
gradients-result = 보조 분류기가 있으면 새 네트워크의 conv1 기울기는 { $times }
gradients-result-others = 배치 정규화에서는 { $bn }, 지금 쓰는 가중치에서는 { $trained }
gradients-no-heads = 이 가중치에는 보조 분류기가 없습니다. 본 손실 하나, 선도 하나입니다
gradients-no-heads-short = 보조 분류기가 없는 가중치: 선 하나
gradients-waiting = 손실은 앞쪽 층까지 얼마나 전해질까요? 계산하는 중…
gradients-stopped = 손실은 앞쪽 층까지 얼마나 전해질까요?
gradients-read = 점 하나는 모든 칸에 걸친 dLoss/dActivation의 크기(노름)로, 손실이 그곳을 얼마나 세게 바꾸려 하는지 보여 줍니다. 기울기는 오른쪽에서 출발합니다. 왼쪽으로 갈수록 내려가면 기울기 소실이고, 보조 분류기(점선)는 그 왼쪽 모두에 기울기를 더합니다.
gradients-read-short = dLoss/dActivation의 크기. 보조 분류기(점선)는 그 왼쪽 모두에 더합니다.
gradients-line-main = 본 손실
gradients-line-total = 본 손실 + 0.3 (보조 1 + 보조 2)
gradients-progress = 곡선 { $all }개 중 { $done }개
gradients-new-seed = 새 시드
gradients-seed = 시드 { $seed }
gradients-computing = 계산하는 중…
gradients-next = 다음 차례
gradients-not-computed = 계산하지 않음
gradients-nothing = 돌아오는 기울기가 전혀 없습니다
gradients-vanishes = 기울기가 사라집니다: conv1에는 5b의 { $times }
gradients-vanishes-short = 소실: conv1에는 5b의 { $times }
gradients-shrinks = 거의 사라지지 않습니다: conv1에는 5b의 { $times }
gradients-shrinks-short = 거의 소실 없음: conv1에는 5b의 { $times }
gradients-stays = 사라지지 않습니다: conv1에는 5b의 { $times }
gradients-stays-short = 소실 없음: conv1에는 5b의 { $times }
gradients-label-predicted = 정답: { $label } (예측)
gradients-label-picked = 정답: { $label }
gradients-of-first = 사진 A. { $label }
gradients-losses = 손실 { $main }, 보조 분류기 포함 { $total }
gradients-losses-short = 손실 { $main } / { $total }
gradients-loss = 손실 { $main }
gradients-point = { $layer }: 본 손실에서 { $main }, 보조 분류기 포함 { $total } ({ $times })
gradients-point-main = { $layer }: 본 손실에서 { $main }
gradients-chart = 네트워크를 따라 본 기울기, { $weights }. 화살표 키로 층 고르기
gradients-direction = ← 기울기는 손실에서 옵니다
gradients-reason-trained-bn = 배치 정규화로 학습해 기울기가 살아 있습니다.
gradients-reason-trained-bn-short = BN으로 학습해 살아 있습니다.
gradients-reason-trained = 이 사진에서는 더 배울 것이 거의 없습니다.
gradients-reason-fresh = GoogLeNet보다 나중에 나온 He 초기화(2015)가 기울기를 살려 둡니다.
gradients-reason-fresh-short = He 초기화(2015)가 살려 둡니다.
gradients-reason-fresh-vanished = BN이 없으면 층마다 조금씩 줄어듭니다.
gradients-reason-bn = 합성곱마다 이 사진에 맞춰 정규화합니다.

## 사진 편집
edit-photo = 사진 편집
edit-undo = 마지막 편집이나 끄기 되돌리기
edit-redo = 다시 하기
edit-tabs = 편집기
edit-tab-edit = 편집
edit-tab-occlusion = 가림 지도
edit-canvas = 네트워크가 보는 사진
edit-brush-tip = { $size } px · < 와 > 키로 붓 크기 바꾸기
edit-tool = 도구
edit-brush-grey = 회색
edit-brush-blur = 흐림
edit-brush-noise = 잡음
edit-move = 옮기기
edit-size = 붓 크기
edit-brightness = 밝기
edit-contrast = 대비
edit-blur = 전체 흐림
edit-noise = 전체 잡음
edit-zoom = 확대
edit-rotation = 회전
edit-mirror = 좌우 뒤집기
edit-greyscale = 흑백
edit-pixels = { $count } px
edit-points = { $change }%p
edit-compare = 원본과 비교
edit-reset = 처음으로
edit-pace = 초당 { $rate }회 · 한 번에 { $time }
edit-pace-single = 한 번에 { $time }
edit-belief-changed = { $label }, 이전 { $before }, 지금 { $share }, { $change }
occlusion-what = 회색 조각을 사진 위로 옮기며 자리마다 네트워크를 다시 실행합니다. 확률이 떨어지는 곳이 네트워크에 필요한 곳입니다.
occlusion-map-name = 조각이 그 자리를 가릴 때 ‘{ $class }’ 확률이 떨어지는 정도
occlusion-not-yet = 아직 계산하지 않음
occlusion-position = 조각을 여기 두면 { $share } ({ $change }), 로짓 { $logit }
occlusion-bar-probability = 조각이 가릴 때 ‘{ $class }’ 확률이 잃는 %p
occlusion-bar-logit = 조각이 가릴 때 ‘{ $class }’ 로짓이 잃는 값
occlusion-probability = 확률
occlusion-logit = 로짓
occlusion-measure = 보여 줄 값
occlusion-strongest = 가장 큰 곳: { $cell }에서 { $change }
occlusion-how = 한 칸은 { $patch } px 조각의 가운데를 그곳에 두었을 때 잃는 값입니다. 이웃한 조각은 서로 겹칩니다. 클릭하면 그 자리에 조각을 놓습니다.
occlusion-stale = 사진을 마지막으로 바꾸기 전에 계산한 것입니다.
occlusion-patch = 조각의 한 변
occlusion-compute = 계산
occlusion-compute-name = 가림 지도 계산
occlusion-cancel = 취소
occlusion-cancel-name = 가림 지도 계산 취소
occlusion-progress = { $all }곳 중 { $done }곳 · 약 { $left }초 남음
occlusion-begins = { $all }곳 중 { $done }곳
occlusion-evidence = 견주어 보기: ‘{ $class }’의 판단 근거, 한 칸이 로짓에 더한 몫

## 수업
lesson-place = { $card } / { $cards }
lesson-go = { $card }번 카드
lesson-leave = 수업 끝내기
lesson-note = 교사용 덧붙임
lesson-back = 이전
lesson-next = 다음 카드
lesson-go-on = 계속
lesson-end = 수업 마치기
lesson-show-answer = 답 보기
lesson-return = 카드의 화면으로 (R)
lesson-guess-first = 먼저 예상해 보세요. 다른 곳을 둘러보아도 R 키로 돌아옵니다.
lesson-unfold = 카드 펼치기
lesson-covered = 먼저 예상해 보세요
hint-lesson = ← → 또는 Page Up, Page Down 단계 · R 카드로 · H 숨기기 · ? 덧붙임 · Esc 접기, 한 번 더 끝내기

## 키
keys-title = 키
keys-close = 키 목록 닫기
keys-everywhere = 어디서나
keys-views = 1 – 6 = 네트워크, 모듈, 층, 분류기, 연산량, 수업
keys-open = Ctrl+O = 사진 열기. Ctrl+V 붙여 넣기
keys-naive = N = 단순형 또는 차원 축소형
keys-theme = T = 어두운 화면 또는 밝은 화면
keys-edit = E = 사진 편집
keys-undo = Ctrl+Z = 편집이나 끄기 되돌리기. Ctrl+Shift+Z, Ctrl+Y 다시 하기
keys-unmute = U = 꺼 둔 채널과 갈래 모두 켜기
keys-history = Alt+←, Alt+→ = 뒤로, 앞으로
keys-escape = Esc = 실행 멈추기, 열린 것 닫기
keys-tab = Tab, Space = 모든 단추를 차례로, 누르기
keys-help = ? 또는 F1 = 이 목록
keys-network-walk = 화살표, Enter = 층에서 층으로, 열기
keys-network-zoom = + − F = 확대, 축소, 맞춤
keys-network-search = Ctrl+F = 층 찾기
keys-module-walk = ← → = 이전 모듈, 다음 모듈
keys-module-peek = Space = 누르는 동안 다른 쪽 보기
keys-layer-move = 화살표 = 고른 것 옮기기
keys-layer-tools = S O M K = 정렬, 겹쳐 보기, 끄기, 커널
keys-layer-input = [ ] = 이전 입력 채널, 다음 입력 채널
keys-classifiers-cost = 분류기, 연산량, 두 사진
keys-classifiers = C = 다음 클래스(분류기)
keys-cost = F L I = 단위, 로그, 단순형 입력(연산량)
keys-compare = B = 사진 A 또는 B. 수업 화면에서는 A
keys-tour-step = ← →, Page Up, Page Down = 한 단계씩
keys-tour-return = R H = 카드로 돌아가기, 숨기기
keys-tour-note = ? Esc = 덧붙임. 접기, 한 번 더 끝내기
keys-open-sheet = 키 (?)

## Projector

known-classes = 아는 클래스 { $count }개
known-classes-fold = 목록 접기
known-classes-unfold = 목록 펼치기
known-classes-search = 이 가중치가 아는 클래스 찾기
known-classes-none = ‘{ $words }’에 해당하는 클래스가 없습니다.
module-total = 합계
module-third = 이유
classifiers-panel-channels = 채널
classifiers-panel-channel = 채널 하나
classifiers-panel-heads = 분류기 셋
classifiers-panel-loss = 학습 손실
cost-panel-macs = 연산량
cost-panel-params = 매개변수
cost-panel-memory = 메모리
cost-panel-time = 시간
cost-panel-module = 모듈 하나
cost-panel-totals = 네트워크 전체
cost-panel-chart = 그래프
cost-panel-table = 표
cost-panel-sums = 합계
keys-projector = 수업 화면
keys-present = P, F5, F11 = 전체 화면, 큰 글자, 한 번에 하나씩
keys-panel = Space = 다음 화면. Shift+Space 이전 화면
keys-spotlight = D = 포인터 둘레만 밝게
keys-freeze = Z = 화면 멈추기
keys-black = B 또는 . = 검은 화면
keys-zoom = Ctrl과 + − 0 = 크게, 작게, 처음처럼
present = 수업 화면
present-hint = Space: 다음 화면. D: 밝은 원. Z: 멈추기. B: 검은 화면. Esc: 끝내기.
demo-plays = 저절로 넘어갑니다. 아무 키나 누르면 멈춥니다.
demo-ends = 자동 진행을 멈췄습니다. 이제 직접 넘기세요.
frozen = 멈춤 (Z)

## 가져가기
home = 가져가기
home-view = 지금 화면
home-picture = 두 배 크기 그림(PNG)
home-table = 값을 적은 표(CSV)
home-array = NumPy로 읽는 값(.npy)
home-lesson = 이 사진으로 만든 인쇄용 수업
home-handout = 수업 자료(HTML)
home-worksheet = 학습지(HTML)
home-answers = 학습지 정답(HTML)
home-needs-photo = 값과 수업 자료를 가져가려면 먼저 사진을 여세요.
home-writing = { $what } 쓰는 중…
home-page = { $what }: { $pages }쪽 가운데 { $page }쪽
home-cancel = 취소, 아무것도 쓰지 않기
home-written = 파일을 썼습니다: { $path }
dialog-save = 가져가기
error-file-opened = 지금 열려 있는 파일이라 덮어쓰지 않았습니다. 다른 이름을 고르세요.
error-file-not-here = 브라우저 안에서는 경로로 파일을 쓸 수 없습니다. 파일을 페이지에 끌어다 놓으세요.
home-title-handout = GoogLeNet 수업 자료: { $photo }
home-title-worksheet = GoogLeNet 학습지: { $photo }
home-title-answers = GoogLeNet 학습지 정답: { $photo }
home-name = 이름
home-class = 학년·반
home-date = 날짜
home-instruction = 번호가 붙은 빈칸을 채우세요. 값은 수업과 그림에 나옵니다. 한 카드 안에서 번호가 같으면 값도 같습니다. 질문에는 답을 보기 전에 자기 말로 답해 보세요.
home-answered = 네트워크의 답
home-head-main = 본 분류기
home-head-aux1 = 보조 분류기 1(학습할 때만 사용)
home-head-aux2 = 보조 분류기 2(학습할 때만 사용)
home-no-head = 이 가중치 파일에는 없음
home-untrained = 학습되지 않아 답에 뜻이 없음
home-question = 질문
home-answer = 답
home-glossary = 용어
home-meaning = 뜻
home-facts = 이 자료의 출처
home-unknown = —(이 가중치로는 알 수 없음)
home-synthetic = 사진이 아니라 만들어 낸 시험 무늬
home-alt-scene = 카드 { $card }: 답을 보기 전의 화면
home-alt-reveal = 카드 { $card }: 답이 나온 화면

## Accessibility

layer-all-channels = 모든 채널 (Esc)
keys-enter = Enter = 고르기, 한 번 더 누르면 더 깊이
keys-arrows = 화살표 = 그림이나 그래프 안에서 옮기기
keys-network-pan = Tab, 화살표 = 모듈에서 모듈로. 지도 자체에서는 옮기기
keys-layer-fill = Enter, Esc = 한 채널을 화면 가득, 다시 전체로
keys-edit-move = 화살표 = 붓, 사진, 가림판 옮기기. Shift는 멀리
keys-edit-paint = Space = 그 자리에 칠하기, 가림판 놓기
keys-edit-brush = , . = 붓을 작게, 크게
keys-edit-zoom = + − = 사진 확대, 축소

# 꺼 둔 것: 모든 화면의 표시.
off-channels = 채널 { $count }개
off-branches = 갈래 { $count }개
off-muted = { $what } 꺼짐
off-one = { $what } 꺼짐
off-both = { $channels }와 { $branches } 꺼짐
off-hint = 어느 화면에서나 0입니다. 여기를 클릭하거나 U를 누르면 모두 켜지고, Ctrl+Z는 마지막 것만 되돌립니다.
error-off-unknown = 이 네트워크에는 { $name }(이)라는 층이나 갈래가 없습니다. `inception-lens inspect`로 층의 이름을 볼 수 있습니다.
error-off-no-branch = { $name }은(는) 모듈의 갈래가 아닙니다. { $name }:0부터 { $name }:{ $last }까지 채널 하나를 고르세요.
error-off-no-channel = { $name }에는 채널 { $channel }이(가) 없습니다. 채널은 0부터 { $last }까지입니다.
gradients-off = 끈 것을 0으로 두고 계산한 값입니다.
## 행, 열, 채널, 필터: 0부터 셈
index-cell = { $row }행 { $column }열
index-channel = 채널 { $index }
index-channel-within = 채널 { $index }
index-entry = 숫자 { $index }
index-of = { $count }개 중 { $which } (0–{ $last })
index-input-channel = 입력 채널 { $index }
index-channel-short = 채널 { $index }
index-filter = 필터 { $index }
index-filter-within = 필터 { $index }
