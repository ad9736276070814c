;; i32.clz is not allowed in a constant expression
(module (global i32 (i32.clz (i32.const 1))))
