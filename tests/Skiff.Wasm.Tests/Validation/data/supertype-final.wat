;; (struct (field i32)) does not fit its supertype (struct )
(module (type $a (struct)) (type (sub $a (struct (field i32)))))
