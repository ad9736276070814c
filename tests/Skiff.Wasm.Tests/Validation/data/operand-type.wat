;; i32.add expects i32 but finds f32 (in function 'sum', byte 31)
(module
  (func $sum (result i32)
    (i32.add (f32.const 1) (i32.const 2))))
