;; end expects i64 but finds no value on the stack
(module (func (result i64)))
