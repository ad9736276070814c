;; 1 values are left on the stack at the end of a block
(module (func i32.const 1))
