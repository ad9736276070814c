;; Streams, futures, error contexts and asynchronous functions.
(component
  (type $bytes (stream u8))
  (type $signals (stream))
  (type $later (future string))
  (type $event (future))
  (import "read" (func async (param "from" $bytes) (result $later)))
  (import "wait" (func async (param "on" $signals) (result $event)))
)
