;; br_table has labels that take 1 and 0 values
(module (func (block (block (result i32) (br_table 0 1 (i32.const 1) (i32.const 0))) drop)))
