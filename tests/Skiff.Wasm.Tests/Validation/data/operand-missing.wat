;; i32.add expects i32 but finds no value on the stack
(module (func (result i32) i32.const 1 i32.add))
