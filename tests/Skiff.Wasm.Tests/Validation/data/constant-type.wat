;; end expects i32 but finds i64 (in data segment 'd'
(module (memory 1) (data $d (i64.const 0) "x"))
