;; local.get names local 2, but there are 2
(module (func (param i32) (local i64) (drop (local.get 2))))
