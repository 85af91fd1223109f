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
