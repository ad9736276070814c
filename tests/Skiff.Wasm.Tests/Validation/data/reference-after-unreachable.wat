;; memory.fill expects i32 but finds (ref ?)
(module (memory 1) (func i32.const 0 unreachable br_on_null 0 i32.const 0 memory.fill))
