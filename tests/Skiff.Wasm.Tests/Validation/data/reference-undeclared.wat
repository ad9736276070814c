;; ref.func names the function 'f', which no export, segment or constant declares
(module (func $f (drop (ref.func $f))))
