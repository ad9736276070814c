;; local 0 of type (ref func) is read before it is set
(module (func (local (ref func)) (block (local.set 0 (ref.func 0))) (drop (local.get 0))) (export "f" (func 0)))
