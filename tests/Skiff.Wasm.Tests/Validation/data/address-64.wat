;; i32.load expects i64 but finds i32
(module (memory i64 1) (func (drop (i32.load (i32.const 0)))))
