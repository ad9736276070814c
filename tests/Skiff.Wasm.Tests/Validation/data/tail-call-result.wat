;; return_call of type [] -> [i64] does not leave the results of the function
(module (func $f (result i64) unreachable) (func (result i32) return_call $f))
