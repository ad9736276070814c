;; the size is at most 65536 (in memory 'm')
(module (memory $m 65537))
