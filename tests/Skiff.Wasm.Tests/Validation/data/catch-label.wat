;; a catch clause passes [i32] to a label of [i64]
(module (tag $t (param i32)) (func (block (result i64) (try_table (catch $t 0)) unreachable) drop))
