;; elements of type (ref func) need an initial value
(module (table 1 (ref func)))
