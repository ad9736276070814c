;; the minimum 3 exceeds the maximum 2 (in table 't')
(module (table $t 3 2 funcref))
