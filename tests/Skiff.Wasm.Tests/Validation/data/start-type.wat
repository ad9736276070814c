;; the start function is of type [i32] -> []; expected [] -> [] (in function 'begin')
(module (func $begin (param i32)) (start $begin))
