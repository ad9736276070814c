;; elements of type (ref null extern) are for a table of (ref null func)
(module (table 1 funcref) (elem (table 0) (i32.const 0) externref (ref.null extern)))
