;; i32.load16_u is aligned to 2^2 bytes; at most 2^1
(module (memory 1) (func (drop (i32.load16_u align=4 (i32.const 0)))))
