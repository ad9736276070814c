;; i64.atomic.load is aligned to 2^2 bytes; it must be 2^3
(module (memory 1) (func (drop (i64.atomic.load align=4 (i32.const 0)))))
