;; select without type chooses between (ref null func) and (ref null func)
(module (func (param funcref) (drop (select (local.get 0) (local.get 0) (i32.const 1)))))
